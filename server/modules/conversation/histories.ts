/** What happened in many conversations at once, for figures over all of them: facts, messages and journal, as the clocks read them (desk-D71). */
import { clocksAndWaits, type Clock, type OverWait } from '#engines/sla/clocks.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { clockEventsOf, CLOCK_ENTRIES, type ClockFacts, type ClockMessage } from './clock-events.ts'
import { entriesThatCount, WITH_PARTS, type PartEntry } from './entries-that-count.ts'
import { serviceTerms } from './due.ts'

export type HistoryFacts = ClockFacts & { id: string; resolvedAt: Date | null }
export type HistoryMessage = ClockMessage & { channel: string; authorId: string | null }
/** `refusal`: why the gate let something not go out. */
export type HistoryEntry = PartEntry & { refusal: string | null }
export type History = {
  facts: HistoryFacts
  /** Inward and outward, those taken back left out, in their order. */
  messages: HistoryMessage[]
  /** The oldest first; what was taken back is left out. */
  entries: HistoryEntry[]
  clocks: Clock[]
  waits: OverWait[]
}

/** Events that tell a report something beside what the clocks ask. */
const ENTRIES = [
  ...CLOCK_ENTRIES,
  'message.automatic-refused',
  'call.abandoned',
  'call.abandoned-text',
  'front-desk.called',
  'front-desk.left',
  'front-desk.restored',
] as const

export async function historiesOf(tx: Transaction, all: readonly HistoryFacts[], now: Date): Promise<History[]> {
  const { organizationId } = tx.context
  const ids = all.map(({ id }) => id)
  const [{ policies, calendars, changes }, messages, entries] = await Promise.all([
    serviceTerms(tx, now),
    tx.run<HistoryMessage & { conversationId: string }>(MESSAGES, [organizationId, ids]),
    tx.run<HistoryEntry & { homeId: string }>(JOURNAL, [organizationId, ids, ENTRIES]),
  ])
  const messagesOf = Map.groupBy(messages, ({ conversationId }) => conversationId)
  const entriesOf = Map.groupBy(entries, ({ homeId }) => homeId)
  return all.map((facts) => {
    const said = messagesOf.get(facts.id) ?? []
    const cancelled = new Set(said.filter(({ isCancelled }) => isCancelled).map(({ id }) => id))
    const written = entriesThatCount(facts.id, entriesOf.get(facts.id) ?? [], cancelled)
    const events = clockEventsOf(
      facts,
      said.filter(({ authorKind }) => authorKind !== 'system'),
      written.filter(({ event }) => isClockEntry(event)),
    )
    return {
      facts,
      ...clocksAndWaits([...changes, ...events], policies, calendars, now.toISOString()),
      messages: said.filter(({ isCancelled }) => !isCancelled),
      entries: written,
    }
  })
}

const isClockEntry = (event: string): boolean => (CLOCK_ENTRIES as readonly string[]).includes(event)

const MESSAGES = sqlText`
  select conversation_id as "conversationId", id, seq, received_at as at, direction, channel, author_kind as "authorKind", author_id as "authorId",
         automatic, urgency, content_class = 'clinical' as "isClinical", cancelled_at is not null as "isCancelled"
    from message
   where organization_id = $1 and conversation_id = any ($2::uuid[]) and direction in ('in', 'out')
   order by conversation_id, seq`

const JOURNAL = `${WITH_PARTS}
  select part.home as "homeId", conversation_id as "conversationId", seq::float8 as seq, at, event, actor_id as "actorId", role, resource_id as "resourceId",
         refusal, detail
    from part join journal on organization_id = $1 and conversation_id = part.id
   where action <> 'R' and event = any ($3)
   order by at, seq`
