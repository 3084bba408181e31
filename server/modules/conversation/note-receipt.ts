/** A receipt of a carrier on a delivery that left. Forward only; what changes nothing is kept in the ledger, each once. */
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import type { Hub } from '#server/platform/realtime.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type Receipt = {
  deliveryId: string
  state: 'handed_over' | 'delivered' | 'seen' | 'failed'
  /** The carrier's own name of the message. */
  providerRef: string
  cause: string | null
}

export async function noteReceipt(
  { tx, hub, now }: { tx: Transaction; hub: Hub; now: Date },
  { deliveryId, state, providerRef, cause }: Receipt,
): Promise<void> {
  const { organizationId } = tx.context
  const [before] = await tx.run<{ state: string; conversationId: string }>(LOCK, [
    organizationId,
    deliveryId,
    providerRef,
  ])
  if (!before || before.state === state) return
  const isForward = FROM[state].includes(before.state)
  if (isForward) await tx.run(SET, [organizationId, deliveryId, state, cause, providerRef, now])
  const told = isForward ? cause : `late-receipt${cause ? `: ${cause}` : ''}`
  const steps = await tx.run(STEP, [organizationId, deliveryId, now, newId(now.getTime()), state, told])
  if (!isForward || steps.length === 0) return
  await journal(
    tx,
    {
      event: `delivery.${state}`,
      action: 'U',
      resourceKind: 'delivery',
      resourceId: deliveryId,
      conversationId: before.conversationId,
      detail: { state, by: 'receipt' },
    },
    now,
  )
  tx.afterCommit(() => hub.wake(organizationId))
}

/** From which states each may follow. A receipt may be faster than our own bookkeeping: then it also ends `sending`. */
const FROM: Record<Receipt['state'], readonly string[]> = {
  handed_over: ['sending'],
  delivered: ['sending', 'handed_over'],
  seen: ['sending', 'handed_over', 'delivered'],
  failed: ['sending', 'handed_over'],
}

/** The receipt of a text that was sent again by a person is about that one; an older one of the same delivery says nothing of it. */
const LOCK = sqlText`
  select state, conversation_id as "conversationId" from delivery
   where organization_id = $1 and id = $2 and channel = 'sms' and attempt > 0 and coalesce(provider_ref, $3) = $3 for update`

const SET = sqlText`
  update delivery set state = $3, cause = $4, provider_ref = $5, changed_at = $6, lease_until = null where organization_id = $1 and id = $2`

const STEP = sqlText`
  insert into delivery_step (organization_id, delivery_id, at, id, state, cause, attempt)
  select $1, $2, $3, $4, $5, $6, attempt from delivery d where organization_id = $1 and id = $2
     and not exists (select from delivery_step s where s.organization_id = $1 and s.delivery_id = $2 and s.state = $5
       and (s.cause is not distinct from $6 or s.cause like 'late-receipt%'))
  returning id`
