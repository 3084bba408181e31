/** From rows to what reports count: the course of each conversation. */
import type { Course, Outcome, Step, Writer } from '#engines/report/course.ts'
import { historiesOf, type History, type HistoryFacts } from '#server/modules/conversation/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { deliveriesIn, type DeliveryRow } from './report-store.ts'

/** Conversations whose messages are in memory at once. */
const BATCH = 1_000

export async function* coursesOf(
  tx: Transaction,
  all: readonly HistoryFacts[],
  now: Date,
): AsyncGenerator<{ id: string; course: Course }> {
  for (let first = 0; first < all.length; first += BATCH) {
    const batch = all.slice(first, first + BATCH)
    const [histories, deliveries] = await Promise.all([
      historiesOf(tx, batch, now),
      deliveriesIn(
        tx,
        batch.map(({ id }) => id),
      ),
    ])
    const sent = Map.groupBy(deliveries, ({ conversationId }) => conversationId)
    for (const history of histories)
      yield { id: history.facts.id, course: courseOf(history, sent.get(history.facts.id) ?? []) }
  }
}

function courseOf({ facts, messages, entries, clocks }: History, deliveries: readonly DeliveryRow[]): Course {
  const steps = [
    ...messages.flatMap(({ direction, authorKind, authorId, automatic, at }): Step[] => {
      if (direction === 'out')
        return [
          {
            at: at.getTime(),
            does: 'answer',
            by: writerOf(authorKind),
            staffId: authorKind === 'staff' ? authorId : null,
          },
        ]
      return automatic === 'none' ? [{ at: at.getTime(), does: 'contact' }] : []
    }),
    ...entries.flatMap(entrySteps),
    ...deliveries.flatMap(deliverySteps),
  ]
  // The journal of a month may be gone; the conversation itself still says when it was resolved last.
  if (facts.resolvedAt && !steps.some((step) => step.does === 'state' && step.to === 'resolved'))
    steps.push({ at: facts.resolvedAt.getTime(), does: 'state', to: 'resolved' })
  return {
    channel: facts.channel,
    queueId: facts.queueId,
    at: facts.firstMessageAt.getTime(),
    steps: steps.toSorted((a, b) => a.at - b.at),
    clocks: clocks.map(({ kind, startedAt, state, breachedAt }) => ({
      kind,
      startedAt: Date.parse(startedAt),
      state,
      breachedAt: breachedAt === null ? null : Date.parse(breachedAt),
    })),
  }
}

const writerOf = (authorKind: string): Writer =>
  authorKind === 'staff' ? 'person' : authorKind === 'assistant' ? 'bot' : 'automatic'

const STATES = ['open', 'waiting', 'snoozed', 'resolved', 'spam'] as const

function entrySteps({ at, event, detail, refusal }: History['entries'][number]): Step[] {
  const when = { at: at.getTime() }
  if (event === 'message.automatic-refused')
    return [{ ...when, does: 'refused', by: 'automatic', reason: refusal ?? 'OTHER' }]
  // Given by one person to another; taken from the queue, or given back, is no transfer.
  if (event === 'conversation.assigned' || event === 'conversation.handed-over')
    return detail?.from && detail.to && detail.from !== detail.to ? [{ ...when, does: 'transfer', to: 'person' }] : []
  if (event === 'conversation.queue-set') return [{ ...when, does: 'transfer', to: 'queue' }]
  if (event === 'conversation.woke') return [{ ...when, does: 'state', to: 'open' }]
  const to = STATES.find((state) => event === `conversation.${state}`)
  return to ? [{ ...when, does: 'state', to }] : []
}

const OUTCOME_OF: Record<string, Outcome> = {
  handed_over: 'arrived',
  delivered: 'arrived',
  seen: 'arrived',
  failed: 'failed',
  unknown: 'unknown',
  blocked: 'blocked',
  cancelled: 'cancelled',
}

function deliverySteps({ at, channel, state, cause, isAutomatic }: DeliveryRow): Step[] {
  const when = { at: at.getTime() }
  const outcome = OUTCOME_OF[state] ?? 'under-way'
  const refused: Step[] =
    outcome === 'blocked'
      ? [{ ...when, does: 'refused', by: isAutomatic ? 'automatic' : 'person', reason: cause ?? 'OTHER' }]
      : []
  return [{ ...when, does: 'delivery', channel, outcome }, ...refused]
}
