/**
 * Going to a place of a long conversation: the first unread message, a red flag, a day, and back to the newest. What is not loaded is
 * fetched around the place, not all that lies between (desk, section 4).
 */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useIntl } from 'react-intl'
import type { ActionId } from '../../actions/actions.ts'
import { useAction } from '../../actions/registry.tsx'
import { api } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { ConversationDetail, Message } from '../../api/types.ts'
import { showToast } from '../../ui/toast.tsx'
import { nextOf, pageOf, placeAmong, type Place } from './places.ts'
import type { TimelineEvent } from './timeline.ts'
import { PAGE } from './use-conversation.ts'

/** `none`: nothing was written from that day on. `sent`: the reader answered, and the answer stands at the end. */
export type Sort = 'unread' | 'flag' | 'day' | 'newest' | 'none' | 'sent'
/** Where the timeline is to be. `n` grows with each wish, also for the same place; without a seq it is the end. */
export type Shown = { n: number; sort: Sort; seq: number | undefined }

type Newest = { messages: Message[]; events: TimelineEvent[]; hasOlder: boolean }
type Going = { n: number; sort: Sort; place: Place | null; isFar: boolean }
type Page = { before: number } | { after: number } | { from: string }

export function usePlaces(conversation: ConversationDetail, newest: Newest) {
  const intl = useIntl()
  const conversationId = conversation.id
  const unread = useFirstUnread(conversation)
  const [going, setGoing] = useState<Going>(NOWHERE)
  const [isAskingDay, setAskingDay] = useState(false)

  const around = useInfiniteQuery({
    ...api.conversation.messages.infiniteOptions({
      input: (page: Page) => ({ conversationId, limit: PAGE, ...page }),
      initialPageParam: (going.place ? pageOf(going.place) : { after: 0 }) as Page,
      getNextPageParam: (page) =>
        page.hasOlder ? { before: Math.min(...page.items.map(({ seq }) => seq)) } : undefined,
      getPreviousPageParam: (page) =>
        page.hasNewer ? { after: Math.max(...page.items.map(({ seq }) => seq)) } : undefined,
    }),
    enabled: going.isFar,
  })
  const isThere = going.isFar && around.data !== undefined
  const loaded = isThere ? pagesOf(around.data) : newest
  const hasOlder = isThere ? around.hasNextPage : newest.hasOlder
  // What was fetched for a place has it, and is not looked for further up.
  const at =
    going.place && going.isFar === isThere ? placeAmong(loaded.messages, going.place, hasOlder && !isThere) : undefined
  const here = typeof at === 'number' ? at : undefined

  const go = (sort: Sort, place: Place | null) => {
    const found = place && placeAmong(newest.messages, place, newest.hasOlder)
    const end = found === 'none' || !place
    setGoing({
      n: going.n + 1,
      sort: found === 'none' ? 'none' : sort,
      place: end ? null : place,
      isFar: found === 'earlier',
    })
  }
  const { error } = around
  useEffect(() => {
    if (!going.isFar || !error) return
    showToast({ text: describeProblem(intl, problemOf(error)) })
    setGoing(NOWHERE)
  }, [going.isFar, error, intl])

  const flags = conversation.alerts.flatMap(({ seq }) => seq ?? [])
  const toUnread = unread !== null && (() => go('unread', { seq: unread }))
  const toFlag = flags.length > 0 && (() => go('flag', { seq: nextOf(flags, here) ?? 0 }))
  const toDay = conversation.lastSeq > 1 && (() => setAskingDay(true))
  const toNewest = conversation.lastSeq > 1 && (() => go('newest', null))
  useAction('first-unread', toUnread)
  useAction('red-flag', toFlag)
  useAction('to-day', toDay)
  useAction('newest', toNewest)
  const possible: ActionId[] = [
    ...(toUnread ? (['first-unread'] as const) : []),
    ...(toFlag ? (['red-flag'] as const) : []),
    ...(toDay ? (['to-day'] as const) : []),
  ]

  const shown: Shown | null =
    going.n === 0 || (going.place && here === undefined) ? null : { n: going.n, sort: going.sort, seq: here }
  return {
    ...loaded,
    hasOlder,
    shown,
    possible,
    /** The first message that was not read when the conversation was opened. */
    unread,
    newer:
      isThere && around.hasPreviousPage
        ? { isFetching: around.isFetchingPreviousPage, fetch: around.fetchPreviousPage }
        : null,
    isFetchingOlder: isThere && around.isFetchingNextPage,
    /** Fetches what is older than what was gone to; undefined: the newest are shown. */
    older: isThere ? around.fetchNextPage : undefined,
    toNewest: () => go('newest', null),
    /** What was answered from a place further up is shown where it stands; the focus stays with the writer. */
    onSent: () => going.isFar && go('sent', null),
    isAskingDay,
    closeDay: () => setAskingDay(false),
    /** The first message of a day of the reader's, `YYYY-MM-DD`, or the first after it. */
    toDay: (day: string) => {
      setAskingDay(false)
      go('day', { from: new Date(`${day}T00:00`).toISOString() })
    },
  }
}

const NOWHERE: Going = { n: 0, sort: 'newest', place: null, isFar: false }

const pagesOf = ({ pages }: { pages: { items: Message[]; events: TimelineEvent[] }[] }) => ({
  messages: pages.flatMap((page) => page.items),
  events: pages.flatMap((page) => page.events),
})

/** Where the reader had come to when the conversation was opened: to see its end is to have read it. */
function useFirstUnread({ firstUnreadSeq }: ConversationDetail): number | null {
  const [kept, keep] = useState(firstUnreadSeq)
  if (kept === null && firstUnreadSeq !== null) keep(firstUnreadSeq)
  return kept ?? firstUnreadSeq
}
