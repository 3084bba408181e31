/** One conversation and its timeline, kept up to date by the news of the server. */
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, client } from '../../api/client.ts'
import { useChanges } from '../../api/live.tsx'
import { useEffect, useRef } from 'react'

/** Messages of one page; older ones are fetched when asked for. */
export const PAGE = 50
/** Changes within this time are fetched together, in milliseconds. */
const GATHER_MS = 150

export function useConversation(conversationId: string) {
  const queries = useQueryClient()
  const detail = useQuery(api.conversation.get.queryOptions({ input: { conversationId } }))
  const timelineOptions = api.conversation.messages.infiniteOptions({
    input: (before: number | undefined) => ({ conversationId, before, limit: PAGE }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) =>
      page.hasOlder ? page.items.reduce((least, { seq }) => Math.min(least, seq), Infinity) : undefined,
  })
  const timeline = useInfiniteQuery(timelineOptions)

  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: api.conversation.get.key({ input: { conversationId } }) }),
      queries.invalidateQueries({ queryKey: api.conversation.messages.key({ input: { conversationId } }) }),
      queries.invalidateQueries({ queryKey: api.identity.get.key({ input: { conversationId } }) }),
      queries.invalidateQueries({ queryKey: api.workload.decision.key({ input: { conversationId } }) }),
    ])

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useChanges((changes) => {
    if (changes !== null && !changes.some((change) => change.id === conversationId)) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void refresh(), GATHER_MS)
  })
  useEffect(() => () => clearTimeout(timer.current), [])

  const messages = timeline.data?.pages.flatMap((page) => page.items) ?? []
  const events = timeline.data?.pages.flatMap((page) => page.events) ?? []
  return { detail, timeline, messages, events, refresh }
}

/** Reading is told once per message, when the page is really in sight. */
export function useMarkSeen(conversationId: string, lastSeq: number, isUnread: boolean) {
  const told = useRef(0)
  useEffect(() => {
    if (lastSeq <= told.current || !isUnread || document.visibilityState !== 'visible') return
    told.current = lastSeq
    void client.conversation.markSeen({ conversationId, seq: lastSeq }).catch(() => {
      told.current = 0
    })
  }, [conversationId, lastSeq, isUnread])
}
