/** The patient's conversations, kept up to date by the news of the server. */
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api, client } from '../../api/client.ts'
import { useChanges } from '../../api/live.tsx'
import { usePatientSession } from '../patient-session/patient-session.tsx'

/** Changes within this time are fetched together, in milliseconds. */
const GATHER_MS = 150

/** How often the place in the line is asked for, in milliseconds. */
const WAIT_LOOKED_AT_MS = 30_000

export function useMyConversations() {
  // Always of one: whoever acts for others would else find theirs among the own, without a name.
  const patientId = usePatientSession().patient?.id
  const list = useInfiniteQuery(
    api.myConversation.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ patientId, cursor }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  )
  return { list, conversations: list.data?.pages.flatMap((page) => page.items) ?? [] }
}

export function useMyConversation(conversationId: string) {
  const conversation = useInfiniteQuery(
    api.myConversation.get.infiniteOptions({
      input: (before: number | undefined) => ({ conversationId, before }),
      initialPageParam: undefined as number | undefined,
      getNextPageParam: (page) =>
        page.hasOlder ? page.messages.reduce((least, { seq }) => Math.min(least, seq), Infinity) : undefined,
      // Others in the line are taken without a word to this one.
      refetchInterval: ({ state }) => (state.data?.pages[0]?.wait ? WAIT_LOOKED_AT_MS : false),
    }),
  )
  const pages = conversation.data?.pages ?? []
  const bySeq = new Map(pages.flatMap((page) => page.messages).map((message) => [message.seq, message]))
  const messages = [...bySeq.values()].sort((a, b) => a.seq - b.seq)
  return { query: conversation, conversation: pages[0]?.conversation, wait: pages[0]?.wait ?? null, messages }
}

/** Fetches again whatever the server says has changed. One per page. */
export function useMessageNews() {
  const queries = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useChanges(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void queries.invalidateQueries({ queryKey: api.myConversation.key() }), GATHER_MS)
  })
  useEffect(() => () => clearTimeout(timer.current), [])
}

/** Reading is told once per message, when the page is really in sight. */
export function useTellSeen(conversationId: string, lastSeq: number, isUnread: boolean) {
  const queries = useQueryClient()
  const told = useRef(0)
  useEffect(() => {
    const tell = () => {
      if (lastSeq <= told.current || !isUnread || document.visibilityState !== 'visible') return
      told.current = lastSeq
      client.myConversation
        .markSeen({ conversationId, seq: lastSeq })
        .then(() => queries.invalidateQueries({ queryKey: api.myConversation.list.key() }))
        .catch(() => {
          told.current = 0
        })
    }
    tell()
    document.addEventListener('visibilitychange', tell)
    return () => document.removeEventListener('visibilitychange', tell)
  }, [queries, conversationId, lastSeq, isUnread])
}
