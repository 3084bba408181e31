/** The events of a conversation's clocks, read from its messages and its journal (desk-D24, decision 0061). Pure. */
import type { ClockEvent } from '#engines/sla/events.ts'
import { stateAfter } from './entries-that-count.ts'
import type { Urgency, WaitingOn } from './rules.ts'

/** What a conversation is from its beginning. */
export type ClockFacts = {
  siteId: string | null
  queueId: string | null
  channel: string
  topic: string | null
  firstMessageAt: Date
}

export type ClockMessage = {
  id: string
  seq: number
  at: Date
  direction: 'in' | 'out'
  authorKind: string
  automatic: string
  urgency: Urgency
  isClinical: boolean
  isCancelled: boolean
}

/** A row of the journal; `resourceId` is the message's for `message.*`. */
export type ClockEntry = {
  seq: number
  at: Date
  event: string
  /** Of whoever did it, and as what. */
  actorId: string | null
  role: string
  resourceId: string | null
  detail: Record<string, unknown> | null
}

/** Events of the journal that matter to a clock. */
export const CLOCK_ENTRIES = [
  'message.received',
  'message.sent',
  'message.filed',
  'note.written',
  'conversation.assigned',
  'conversation.handed-over',
  'conversation.open',
  'conversation.waiting',
  'conversation.snoozed',
  'conversation.resolved',
  'conversation.spam',
  'conversation.woke',
  'conversation.urgency-set',
  'conversation.queue-set',
  'conversation.change-undone',
  'conversation.merged',
  'conversation.merge-undone',
  'conversation.complained',
  'alert.accepted',
  'front-desk.served',
  'call.answered',
  'event.reported.result-filed',
] as const

/** @param entries those that count (entries-that-count.ts). */
export function clockEventsOf(
  facts: ClockFacts,
  messages: readonly ClockMessage[],
  entries: readonly ClockEntry[],
): ClockEvent[] {
  const written = new Map(
    entries.filter(({ event }) => event.startsWith('message.')).map((one) => [one.resourceId, one]),
  )
  const opened: ClockEvent = {
    seq: -1,
    at: facts.firstMessageAt.toISOString(),
    type: 'opened',
    facts: { site: facts.siteId, queue: firstQueue(facts, entries), channel: facts.channel, topic: facts.topic },
  }
  return [
    opened,
    // The journal knows the order within one instant; a message without its row has only its own number.
    ...messages.flatMap((message) => messageEvents(message, written.get(message.id)?.seq ?? message.seq)),
    ...entries.flatMap(entryEvents),
  ]
}

/** Where it was before it was moved first; a message that moved it says so itself. */
function firstQueue({ queueId }: ClockFacts, entries: readonly ClockEntry[]): string | null {
  const moved = entries.filter(({ event }) => event === 'conversation.queue-set')
  if (moved.length === 0) return queueId
  const [first] = moved.toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.seq - b.seq)
  return (first?.detail?.from as string | null | undefined) ?? null
}

/** A message that was taken back was never sent. */
function messageEvents(
  { at, direction, authorKind, isCancelled, ...message }: ClockMessage,
  seq: number,
): ClockEvent[] {
  const when = { seq, at: at.toISOString() }
  if (isCancelled || authorKind === 'system') return []
  if (direction === 'out') return [{ ...when, type: 'answer', by: authorKind === 'assistant' ? 'assistant' : 'person' }]
  const { automatic, urgency, isClinical } = message
  const from = authorKind === 'related-person' ? 'proxy' : 'patient'
  return [{ ...when, type: 'contact', from, automatic, urgency, toTriage: isClinical }]
}

function entryEvents(entry: ClockEntry): ClockEvent[] {
  const { seq, at, event, detail } = entry
  const when = { seq, at: at.toISOString() }
  const took: ClockEvent[] = isOfClinician(entry) ? [{ ...when, type: 'clinician-took' }] : []
  if (event === 'message.sent' || event === 'note.written' || ASSIGNED.has(event)) return took
  // Of a result somebody must be told who waits for it (desk-D25); the others only see it in their timeline.
  if (event === 'event.reported.result-filed')
    return detail?.isAwaited === true ? [{ ...when, type: 'result-filed' }] : []
  if (event === 'front-desk.served') return [{ ...when, type: 'answer', by: 'person' }]
  if (event === 'alert.accepted') return [{ ...when, type: 'triaged' }, ...took]
  if (event === 'call.answered') return [{ ...when, type: 'answer', by: 'person' }]
  if (event === 'conversation.urgency-set')
    return [
      { ...when, type: 'urgency', to: detail?.to as Urgency },
      { ...when, type: 'triaged' },
    ]
  if (event === 'conversation.queue-set') return [{ ...when, type: 'moved', facts: { queue: detail?.to as string } }]
  if (event === 'message.received') {
    // It moves first, so that its own clocks start where it went.
    const queue = detail?.queueId
    return typeof queue === 'string' ? [{ ...when, seq: seq - 0.5, type: 'moved', facts: { queue } }] : []
  }
  if (event === 'conversation.complained') return [{ ...when, type: 'moved', facts: { topic: 'complaint' } }]
  const to = stateAfter(event)
  if (!to || to === 'merged') return []
  const waitingOn = detail?.waitingOn as WaitingOn | null | undefined
  const state: ClockEvent = { ...when, type: 'state', to, ...(waitingOn ? { waitingOn } : {}) }
  const asksClinician = detail?.asksClinician ?? waitingOn === 'clinician'
  return asksClinician ? [state, { ...when, type: 'clinician-asked' }] : [state]
}

/** A hand-over is accepted by whoever has it from then on. */
const ASSIGNED: ReadonlySet<string> = new Set(['conversation.assigned', 'conversation.handed-over'])

/** A clinician has it when he says something in it, takes it, accepts its hand-over or its alert; being given it is not yet having it (desk-D25). */
const isOfClinician = ({ event, role, actorId, detail }: ClockEntry): boolean =>
  role === 'clinician' &&
  (event === 'message.sent' ||
    event === 'note.written' ||
    event === 'alert.accepted' ||
    (ASSIGNED.has(event) && detail?.to === actorId))
