/** From rows to what reports count: the course of each conversation. */
import { waitedFor, type Course, type Outcome, type Step, type Writer } from '#engines/report/course.ts'
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

function courseOf({ facts, messages, entries, clocks, waits }: History, deliveries: readonly DeliveryRow[]): Course {
  const steps = [
    ...messages.flatMap(({ direction, authorKind, authorId, automatic, channel, at }): Step[] => {
      const when = { at: at.getTime(), channel }
      if (direction === 'out')
        return [
          { ...when, does: 'answer', by: writerOf(authorKind), staffId: authorKind === 'staff' ? authorId : null },
        ]
      return automatic === 'none' ? [{ ...when, does: 'contact' }] : []
    }),
    ...entries.flatMap(entrySteps),
    ...turnSteps(entries),
    ...deliveries.flatMap(deliverySteps),
  ]
  // The journal of a month may be gone; the conversation itself still says when it was resolved last.
  if (facts.resolvedAt && !steps.some((step) => step.does === 'state' && step.to === 'resolved'))
    steps.push({ at: facts.resolvedAt.getTime(), does: 'state', to: 'resolved' })
  const inOrder = steps.toSorted((a, b) => a.at - b.at)
  const at = facts.firstMessageAt.getTime()
  const weWroteFirst = messages[0]?.direction === 'out' && messages[0].authorKind === 'system'
  const begunAt = weWroteFirst ? (inOrder.find(begins)?.at ?? null) : at
  return {
    channel: facts.channel,
    queueId: facts.queueId,
    at,
    begunAt,
    steps: weWroteFirst ? inOrder.filter((step) => isOfSending(step) || step.at >= (begunAt ?? Infinity)) : inOrder,
    clocks: clocks.map(({ kind, startedAt, state, dueAt, breachedAt }) => ({
      kind,
      startedAt: Date.parse(startedAt),
      state,
      dueAt: dueAt === null ? null : Date.parse(dueAt),
      breachedAt: breachedAt === null ? null : Date.parse(breachedAt),
    })),
    waits: waits.map(({ reason, from, workedMin }) => ({ on: waitedFor(reason), from: Date.parse(from), workedMin })),
  }
}

/** Where the house wrote first by itself, as of a visit: what makes it somebody's matter. */
const begins = (step: Step): boolean =>
  step.does === 'contact' ||
  step.does === 'left' ||
  (step.does === 'answer' && step.by === 'person') ||
  (step.does === 'state' && step.to === 'open')

const isOfSending = ({ does }: Step): boolean => does === 'delivery' || does === 'refused'

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
  if (event === 'call.answered') return [{ ...when, does: 'answer', by: 'person', staffId: null, channel: 'voice' }]
  if (event === 'call.abandoned' || event === 'call.abandoned-text')
    return [{ ...when, does: 'left', channel: 'voice' }]
  if (event === 'conversation.queue-set') return [{ ...when, does: 'transfer', to: 'queue' }]
  if (event === 'conversation.woke') return [{ ...when, does: 'state', to: 'open' }]
  const to = STATES.find((state) => event === `conversation.${state}`)
  return to ? [{ ...when, does: 'state', to }] : []
}

/** Of each turn at the front desk: that it was served, or that its holder went away before and did not come back. */
function turnSteps(entries: History['entries']): Step[] {
  const turns = Map.groupBy(
    entries.filter(({ event }) => event.startsWith('front-desk.')),
    ({ resourceId }) => resourceId,
  )
  return [...turns.values()].flatMap((turn): Step[] => {
    const served = turn.find(({ event }) => event === 'front-desk.served')
    if (served) return [{ at: served.at.getTime(), does: 'answer', by: 'person', staffId: null, channel: 'front-desk' }]
    const last = turn.at(-1)
    return last?.detail?.to === 'left' ? [{ at: last.at.getTime(), does: 'left', channel: 'front-desk' }] : []
  })
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
