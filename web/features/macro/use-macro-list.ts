/** Macros as they are looked for, page by page. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { api, client } from '../../api/client.ts'

type Page = Awaited<ReturnType<typeof client.macro.list>>
export type MacroRow = Page['items'][number]
export type MacroStep = MacroRow['steps'][number]
export type Wanted = { search: string; sort: 'title' | 'expiry'; show: 'current' | 'archived' }

export function useMacroList(wanted: Wanted) {
  const { search, ...rest } = useDeferredValue(wanted)
  const list = useInfiniteQuery(
    api.macro.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...rest, search: search.trim() || undefined, cursor }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page: Page) => page.next ?? undefined,
      // What is looked for again stays in place until the next answer is there.
      placeholderData: (before) => before,
    }),
  )
  return { ...list, rows: list.data?.pages.flatMap(({ items }) => items) ?? [] }
}
