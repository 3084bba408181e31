/** One line of time from messages and events. Pure. */
import type { Message } from '../../api/types.ts'

export type TimelineEvent = {
  id: string
  event: string
  at: string
  actorName: string | null
  ruleName: string | null
  told: string[]
  detail: Record<string, unknown> | null
}

export type TimelineItem =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'message'; key: string; at: string; message: Message; isContinued: boolean }
  | { kind: 'event'; key: string; at: string; event: TimelineEvent }

/** Messages of one author within this time stand together, in milliseconds. */
const CONTINUES_WITHIN_MS = 5 * 60_000

/**
 * Messages stand in the order of their seq, never of their claimed time; an event stands before the first message that
 * came after it. `dayOf` names the reader's day of an instant.
 */
export function timelineOf(
  messages: readonly Message[],
  events: readonly TimelineEvent[],
  dayOf: (at: string) => string,
) {
  const ordered = [...new Map(messages.map((message) => [message.id, message])).values()].sort((a, b) => a.seq - b.seq)
  const waiting = [...new Map(events.map((event) => [event.id, event])).values()].sort(
    (a, b) => instant(a.at) - instant(b.at),
  )
  const items: TimelineItem[] = []
  let day = ''
  let before: Message | undefined

  const push = (item: TimelineItem) => {
    const itemDay = dayOf(item.at)
    if (itemDay !== day) items.push({ kind: 'day', key: `day-${itemDay}-${item.key}`, at: item.at })
    day = itemDay
    items.push(item)
  }
  const pushEventsUntil = (limit: number) => {
    while (waiting[0] && instant(waiting[0].at) <= limit) {
      const event = waiting.shift()!
      push({ kind: 'event', key: event.id, at: event.at, event })
      before = undefined
    }
  }

  for (const message of ordered) {
    // One line for all that left together.
    if (message.movedTo && before?.movedTo?.id === message.movedTo.id) continue
    pushEventsUntil(instant(message.at) - 1)
    const isContinued =
      before !== undefined &&
      dayOf(before.at) === dayOf(message.at) &&
      before.direction === message.direction &&
      before.channel === message.channel &&
      before.author.id === message.author.id &&
      before.author.kind === message.author.kind &&
      before.origin?.id === message.origin?.id &&
      instant(message.at) - instant(before.at) < CONTINUES_WITHIN_MS
    push({ kind: 'message', key: message.id, at: message.at, message, isContinued })
    before = message
  }
  pushEventsUntil(Infinity)
  return items
}

const instant = (text: string) => Date.parse(text)
