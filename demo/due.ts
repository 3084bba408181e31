/** When each open conversation of the demonstration is due: by the product's own rules, from the rows that were made. */
import type { ClockEntry, ClockMessage } from '#server/modules/conversation/clock-events.ts'
import { clockEventsOf } from '#server/modules/conversation/clock-events.ts'
import { clocksBy, nextOf } from '#server/modules/conversation/due.ts'
import { termsOf } from '#server/modules/service-policy/terms.ts'
import type { Clinic } from './clinic.ts'
import { SYSTEM, type JournalBook } from './journal-book.ts'
import type { Row, Rows } from './rows.ts'

const OWING: readonly unknown[] = ['open', 'waiting', 'snoozed']

/** What was overdue before `now` was told then. */
export function buildDue({
  clinic,
  rows,
  book,
  now,
}: {
  clinic: Clinic
  rows: Rows
  book: JournalBook
  now: Date
}): void {
  const terms = termsOf(clinic.policies, clinic.calendars, clinic.queues)
  const messages = Map.groupBy(rows.message, (row) => row.conversation_id)
  const entries = Map.groupBy(
    rows.journal.map((row, seq) => ({ row, seq })),
    ({ row }) => row.conversation_id,
  )
  for (const [n, row] of rows.conversation.entries()) {
    if (!OWING.includes(row.state)) continue
    const facts = {
      siteId: row.site_id as string | null,
      queueId: row.queue_id as string | null,
      channel: row.channel as string,
      topic: row.topic as string | null,
      firstMessageAt: row.first_message_at as Date,
    }
    const said = (messages.get(row.id ?? null) ?? []).filter(
      ({ direction }) => direction === 'in' || direction === 'out',
    )
    const events = clockEventsOf(facts, said.map(asMessage), (entries.get(row.id ?? null) ?? []).map(asEntry))
    const clocks = clocksBy(terms, events, now)
    const { dueAt, aheadAt } = nextOf(clocks, now)
    rows.conversation[n] = { ...row, due_at: dueAt, look_at: aheadAt }
    const conversationId = row.id as string
    for (const { kind, startedAt, dueAt: due, breachedAt, state } of clocks) {
      if (state !== 'breached' || breachedAt === null) continue
      book.write({
        event: 'clock.breached',
        action: 'U',
        actor: SYSTEM,
        at: new Date(breachedAt),
        resourceKind: 'conversation',
        resourceId: conversationId,
        conversationId,
        patientId: row.patient_id as string | null,
        detail: { kind, startedAt, dueAt: due, by: 'job', audience: [] },
      })
    }
  }
}

const asMessage = (row: Row): ClockMessage => ({
  id: row.id as string,
  seq: row.seq as number,
  at: row.received_at as Date,
  direction: row.direction as 'in' | 'out',
  authorKind: row.author_kind as string,
  automatic: row.automatic as string,
  urgency: row.urgency as ClockMessage['urgency'],
  isClinical: row.content_class === 'clinical',
  isCancelled: row.cancelled_at !== null,
})

const asEntry = ({ row, seq }: { row: Row; seq: number }): ClockEntry => ({
  seq,
  at: row.at as Date,
  event: row.event as string,
  actorId: row.actor_id as string | null,
  role: row.role as string,
  resourceId: row.resource_id as string | null,
  detail: row.detail as ClockEntry['detail'],
})
