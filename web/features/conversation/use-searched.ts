import { useLocation } from '@tanstack/react-router'

/**
 * What is searched for. It stands beside the address and not in it: a name would stay in the history of the browser when everybody has
 * signed out (trust-D39).
 */
export const useSearched = (): string | undefined =>
  useLocation({ select: ({ state }) => (state as { q?: string }).q || undefined })
