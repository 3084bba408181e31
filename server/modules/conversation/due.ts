/**
 * When a conversation is due. Nothing is kept but the next instant (`conversation.due_at`): it follows from the conversation's events
 * and the organization's policies and opening hours, and is computed again with each change (desk-D24).
 */
import { clocks, type Clock } from '#engines/sla/clocks.ts'
import type { ClockEvent } from '#engines/sla/events.ts'
import { loadTerms, TERMS_KEPT_MS, type ServiceTerms } from '#server/modules/service-policy/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { clockEventsOf, CLOCK_ENTRIES, type ClockFacts, type ClockMessage } from './clock-events.ts'
import { entriesThatCount, WITH_PARTS, type PartEntry } from './entries-that-count.ts'
import { loadRouting } from './store.ts'

export type DueDeps = { tx: Transaction; now: Date }

/** Messages and journal rows of one conversation that are read, the newest. */
const EVENTS_READ_MAX = 5_000

/** To be called when something happened that may move a deadline, in the same transaction. */
export async function keepDue({ tx, now }: DueDeps, conversationId: string): Promise<void> {
  const { dueAt, lookAt } = nextOf(await clocksOf(tx, conversationId, now), now)
  await tx.run(SET_DUE, [tx.context.organizationId, conversationId, dueAt, lookAt])
}

export async function clocksOf(tx: Transaction, conversationId: string, now: Date): Promise<Clock[]> {
  const [terms, events] = await Promise.all([serviceTerms(tx, now), clockHistory(tx, conversationId)])
  return clocksBy(terms, events, now)
}

export const clocksBy = ({ policies, calendars, changes }: ServiceTerms, events: ClockEvent[], now: Date): Clock[] =>
  clocks([...changes, ...events], policies, calendars, now.toISOString())

export type Next = {
  /** The earliest deadline that is still owed, also one that has passed. */
  dueAt: Date | null
  /** When there may be something to tell: at once, if a change put a deadline into the past, else `aheadAt`. */
  lookAt: Date | null
  /** The next warning or deadline that has not passed. */
  aheadAt: Date | null
}

export function nextOf(all: readonly Clock[], now: Date): Next {
  const owed = all.filter(({ state }) => state === 'running' || state === 'warning' || state === 'breached')
  const instants = owed.flatMap(({ dueAt }) => (dueAt === null ? [] : [Date.parse(dueAt)]))
  const ahead = owed
    .flatMap(({ warnAt, dueAt }) => [warnAt, dueAt])
    .flatMap((at) => (at === null ? [] : [Date.parse(at)]))
    .filter((at) => at > now.getTime())
  const aheadAt = earliest(ahead)
  const isAsking = owed.some(({ state }) => state !== 'running')
  return { dueAt: earliest(instants), lookAt: isAsking ? now : aheadAt, aheadAt }
}

const earliest = (instants: readonly number[]): Date | null =>
  instants.length === 0 ? null : new Date(Math.min(...instants))

export async function clockHistory(tx: Transaction, conversationId: string): Promise<ClockEvent[]> {
  const { organizationId } = tx.context
  const [[facts], messages, entries] = await Promise.all([
    tx.run<ClockFacts>(FACTS, [organizationId, conversationId]),
    tx.run<ClockMessage>(MESSAGES, [organizationId, conversationId, EVENTS_READ_MAX]),
    tx.run<PartEntry>(ENTRIES, [organizationId, [conversationId], CLOCK_ENTRIES, EVENTS_READ_MAX]),
  ])
  const cancelled = new Set(messages.filter(({ isCancelled }) => isCancelled).map(({ id }) => id))
  return facts ? clockEventsOf(facts, messages, entriesThatCount(conversationId, entries, cancelled)) : []
}

const termsKept = new Map<string, { until: number; terms: ServiceTerms }>()

export async function serviceTerms(tx: Transaction, now: Date): Promise<ServiceTerms> {
  const { organizationId } = tx.context
  const kept = termsKept.get(organizationId)
  if (kept && kept.until > now.getTime() && kept.until - now.getTime() <= TERMS_KEPT_MS) return kept.terms
  const { queues } = await loadRouting(tx, now)
  const terms = await loadTerms(tx, queues)
  termsKept.set(organizationId, { until: now.getTime() + TERMS_KEPT_MS, terms })
  return terms
}

const SET_DUE = sqlText`
  update conversation set due_at = $3, look_at = $4
   where organization_id = $1 and id = $2 and (due_at, look_at) is distinct from ($3::timestamptz, $4::timestamptz)`

// Where the queue it began in was journalled, that row comes after this and moves it there.
const FACTS = sqlText`
  select site_id as "siteId", queue_id as "queueId", channel, topic, first_message_at as "firstMessageAt"
    from conversation where organization_id = $1 and id = $2`

const MESSAGES = sqlText`
  select id, seq, received_at as at, direction, author_kind as "authorKind", automatic, urgency, content_class = 'clinical' as "isClinical",
         cancelled_at is not null as "isCancelled"
    from message
   where organization_id = $1 and conversation_id = $2 and direction in ('in', 'out') and author_kind <> 'system'
   order by seq desc limit $3`

const ENTRIES = `${WITH_PARTS}
  select conversation_id as "conversationId", seq::float8 as seq, at, event, actor_id as "actorId", role, resource_id as "resourceId", detail
    from journal
   where organization_id = $1 and conversation_id = any (array(select id from part)) and action <> 'R' and event = any ($3)
   order by at desc limit $4`
