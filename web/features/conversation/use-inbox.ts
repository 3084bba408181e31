/** The rows of one view, page by page, with its news. */
import { useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api, client } from '../../api/client.ts'
import { useChanges } from '../../api/live.tsx'
import type { View } from '../../api/types.ts'
import { takeInNews, type ListPage } from './inbox-pages.ts'
import { newsLook } from './news-look.ts'

const listInput = (view: View, search: string | undefined) => ({ view, search: search || undefined, limit: 50 })

/** In place of a view of the house: a saved one, or (`figure`) what a number of the board or of a report counts. */
export type Listed = {
  view: View
  search?: string | undefined
  figure?: string | undefined
  saved?: string | undefined
}

export function useInbox({ view, search, figure, saved }: Listed) {
  const queries = useQueryClient()
  const paging = {
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: ListPage) => page.next ?? undefined,
    // A list that is looked at is never replaced by itself; a view that is opened is always fetched.
    staleTime: Infinity,
    gcTime: 0,
  }
  const ofView = api.conversation.list.infiniteOptions({
    input: (cursor: string | undefined) => ({ ...listInput(view, search), cursor }),
    ...paging,
  })
  const options = figure
    ? (api.board.conversations.infiniteOptions({
        input: (cursor: string | undefined) => ({ figure, cursor, limit: 50 }),
        ...paging,
      }) as unknown as typeof ofView)
    : saved
      ? (api.savedView.conversations.infiniteOptions({
          input: (cursor: string | undefined) => ({ savedViewId: saved, cursor, limit: 50 }),
          ...paging,
        }) as unknown as typeof ofView)
      : ofView
  const query = useInfiniteQuery(options)
  const [news, setNews] = useState<{ newIds: string[]; leftIds: string[] }>({ newIds: [], leftIds: [] })
  const changed = useRef(new Set<string>())
  const [looking] = useState(newsLook)

  const showNew = () => {
    setNews({ newIds: [], leftIds: [] })
    return queries.resetQueries({ queryKey: options.queryKey })
  }

  const lookForNews = async () => {
    const ids = [...changed.current]
    if (ids.length === 0) return
    changed.current.clear()
    const asked: Promise<ListPage> = figure
      ? client.board.conversations({ figure, limit: 50 })
      : saved
        ? client.savedView.conversations({ savedViewId: saved, limit: 50 })
        : client.conversation.list(listInput(view, search))
    const keep = () => ids.forEach((id) => changed.current.add(id))
    const head = await asked.catch((error: unknown) => {
      keep()
      throw error
    })
    const shown = queries.getQueryData<InfiniteData<ListPage>>(options.queryKey)
    // Asked for again when the list is here.
    if (!shown) return keep()
    const isEmpty = shown.pages.every((page) => page.items.length === 0)
    if (isEmpty) {
      // Nothing lies under the pointer: what came may stand there at once.
      queries.setQueryData(options.queryKey, { pages: [head], pageParams: [undefined] } as never)
      return
    }
    const { pages, newIds, leftIds } = takeInNews(shown.pages, head, ids)
    queries.setQueryData(options.queryKey, { ...shown, pages } as never)
    setNews((before) => ({
      newIds,
      leftIds: [...new Set([...before.leftIds, ...leftIds])].filter((id) => !newIds.includes(id)),
    }))
  }
  const lookSoon = () => looking.soon(lookForNews)

  useChanges((changes) => {
    if (changes === null) {
      void showNew()
      return
    }
    const ids = changes.filter((change) => change.kind === 'conversation').map((change) => change.id)
    if (ids.length === 0) return
    for (const id of ids) changed.current.add(id)
    lookSoon()
  })
  useEffect(looking.begin, [looking])
  // What was told while the list was on its way may have come too late for it.
  const isLoaded = query.data !== undefined
  useEffect(() => {
    if (isLoaded) lookSoon()
  }, [isLoaded])

  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const isSimilar = query.data?.pages[0]?.isSimilar ?? false
  return { ...query, rows, isSimilar, newCount: news.newIds.length, leftIds: news.leftIds, showNew }
}
