/**
 * The first rows of each view as they stood last, sealed in the store of the device: shown without a connection (desk-D72, decision 0249).
 *
 * Rows alone, as the list shows them; what was searched or counted is not kept, and no message.
 */
import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../../api/client.ts'
import { deviceStore } from '../../api/device-store.ts'
import type { ConversationRow } from '../../api/types.ts'
import type { ListPage } from './inbox-pages.ts'

/** `at`: when the server said so, in milliseconds. */
export type KeptList = { rows: ConversationRow[]; at: number }

/** Its kind in the device's store; a list is known by its place in the address. */
const LIST = 'list'
/** Changes within this time are kept together, in milliseconds. */
const KEEP_AFTER_MS = 1_000

/** Keeps what the lists of this page bring. @returns how to stop. */
export function keepLists(queries: QueryClient, store: Pick<typeof deviceStore, 'put'> = deviceStore): () => void {
  const cache = queries.getQueryCache()
  const soon = new Map<string, ReturnType<typeof setTimeout>>()
  const keep = (query: Query) => {
    const place = placeOf(query.queryKey)
    if (place === undefined || soon.has(place)) return
    const timer = setTimeout(() => {
      soon.delete(place)
      // Who has gone from here left nothing: the page was emptied first.
      if (cache.get(query.queryHash) !== query) return
      const { data, dataUpdatedAt: at } = query.state
      const rows = (data as InfiniteData<ListPage> | undefined)?.pages[0]?.items
      // A device that is full keeps the list before.
      if (rows) void store.put<KeptList>(LIST, place, { rows, at }).catch(() => {})
    }, KEEP_AFTER_MS)
    soon.set(place, timer)
  }
  const stop = cache.subscribe(({ type, query }) => {
    if (type === 'updated' && query.state.status === 'success') keep(query)
  })
  for (const query of cache.getAll()) if (query.state.status === 'success') keep(query)
  return () => {
    stop()
    for (const timer of soon.values()) clearTimeout(timer)
  }
}

/** Undefined while it is looked for; null: none. */
export function useKeptList(place: string): KeptList | null | undefined {
  const [kept, setKept] = useState<KeptList | null>()
  useEffect(() => {
    let isGone = false
    void deviceStore.get<KeptList>(LIST, place).then(
      (found) => !isGone && setKept(found?.value ?? null),
      () => !isGone && setKept(null),
    )
    return () => {
      isGone = true
    }
  }, [place])
  return kept
}

type Key = readonly [unknown, { type?: string; input?: { view?: string; search?: string; savedViewId?: string } }?]

const pathOf = (key: unknown): string => JSON.stringify((key as Key)[0])
const OF_THE_HOUSE = pathOf(api.conversation.list.key())
const SAVED = pathOf(api.savedView.conversations.key())

/** The place in the address of the list that a query brings; undefined: it brings something else. */
function placeOf(queryKey: readonly unknown[]): string | undefined {
  const [, { type, input } = {}] = queryKey as Key
  if (type !== 'infinite') return undefined
  const path = pathOf(queryKey)
  if (path === SAVED) return input?.savedViewId
  return path === OF_THE_HOUSE && !input?.search ? input?.view : undefined
}
