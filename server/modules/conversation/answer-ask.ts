/**
 * What the gate does not let leave without a person (desk-D36, decision 0215): somebody says that it leaves or that it does not, and may take
 * that back until it is gone or would be too late. Said yes, it is decided once more when the undo time is over.
 */
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { journal } from '#server/platform/journal.ts'
import type { Hub } from '#server/platform/realtime.ts'
import type { Transaction } from '#server/platform/database.ts'
import { ASK_REASONS, askedUntil } from './gate.ts'
import { lockConversation } from './store.ts'

type Answer = {
  conversationId: string
  deliveryId: string
  as: 'send' | 'do-not-send' | 'ask-again'
  undoSeconds: number
}

/** @returns false when there is nothing to answer: it left, was answered by somebody else, or it is too late. */
export async function answerAsk(
  { tx, jobs, hub, now }: { tx: Transaction; jobs: Jobs; hub: Hub; now: Date },
  { conversationId, deliveryId, as, undoSeconds }: Answer,
): Promise<boolean> {
  const { organizationId } = tx.context
  // The conversation first, as in releasing: the other order would let the two wait for each other.
  const conversation = await lockConversation(tx, conversationId)
  if (!conversation) return false
  const until = as === 'send' ? new Date(now.getTime() + undoSeconds * 1000) : askedUntil(now)
  const [row] = await tx.run<{ state: string; reason: string }>(ANSWER[as], [
    organizationId,
    deliveryId,
    conversationId,
    now,
    newId(now.getTime()),
    ASK_REASONS,
    ...(as === 'do-not-send' ? [] : [until]),
  ])
  if (!row) return false
  if (row.state === 'held')
    await jobs.send(tx, 'release-held', { organizationId, id: deliveryId }, { startAfter: until })
  await journal(
    tx,
    {
      event: 'delivery.decided',
      action: 'U',
      resourceKind: 'delivery',
      resourceId: deliveryId,
      conversationId,
      patientIds: [conversation.patientId],
      detail: { as, reason: row.reason },
    },
    now,
  )
  tx.afterCommit(() => hub.wake(organizationId))
  return true
}

/** With its step in the ledger; the step of a yes, which leaves no cause, is named. @param change returns what it is now and what was asked. */
const withStep = (change: string): string => `
  with d as (${change}), step as (
    insert into delivery_step (organization_id, delivery_id, at, id, state, cause, attempt)
    select $1, id, $4, $5, state, coalesce(cause, 'agreed'), attempt from d
  )
  select state, reason from d`

const ANSWER = {
  send: withStep(`
    update delivery set cause = null, agreed = array_append(agreed, cause), not_before = $7, changed_at = $4
     where organization_id = $1 and id = $2 and conversation_id = $3 and state = 'held' and cause = any ($6)
    returning id, state, cause, attempt, old.cause as reason`),
  'do-not-send': withStep(`
    update delivery set state = 'cancelled', changed_at = $4
     where organization_id = $1 and id = $2 and conversation_id = $3 and state = 'held' and cause = any ($6)
    returning id, state, cause, attempt, cause as reason`),
  'ask-again': withStep(`
    update delivery
       set state = 'held', cause = coalesce(cause, agreed[cardinality(agreed)]), not_before = $7, changed_at = $4,
           agreed = case when cause is null then agreed[:cardinality(agreed) - 1] else agreed end
     where organization_id = $1 and id = $2 and conversation_id = $3 and not_before > $4
       and not exists (select from message m where m.organization_id = $1 and m.id = delivery.message_id and m.cancelled_at is not null)
       and ((state = 'cancelled' and cause = any ($6)) or (state = 'held' and cause is null and is_automatic and agreed <> '{}'))
    returning id, state, cause, attempt, cause as reason`),
}
