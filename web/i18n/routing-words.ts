import type { CatalogueParts } from './messages.ts'

/** The words of why somebody has a conversation, and why nobody. */
export const routingWords: CatalogueParts = {
  en: [() => import('./en/routing.json', { with: { type: 'json' } })],
  es: [() => import('./es/routing.json', { with: { type: 'json' } })],
}
