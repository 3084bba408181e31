/**
 * What waits to leave is decided again in the transaction that changed what it depends on (desk-D46): an address that bounced or is another's, a
 * way that a patient does not want, a death, a grant that ended. Whoever wrote it sees at once that it does not leave, and not only in the
 * morning. What is still allowed goes on waiting.
 */
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { decideWaiting, WAITING, type Waiting } from './decide-waiting.ts'

/** Of one change; what lies beyond is decided at its hand-over, as everything is. */
const WAITING_MAX = 200

/** @returns how many do not leave. */
export async function redecideWaiting(
  tx: Transaction,
  of: { contactPointIds: readonly string[] } | { patientId: string },
  now: Date,
): Promise<number> {
  const { organizationId } = tx.context
  const [text, value] = 'patientId' in of ? [OF_PATIENT, of.patientId] : [OF_CONTACT_POINTS, of.contactPointIds]
  if (value.length === 0) return 0
  const waiting = await tx.run<Waiting & { conversationChannel: string }>(text, [organizationId, value, WAITING_MAX])
  let blocked = 0
  for (const one of waiting) {
    const decision = await decideWaiting(tx, { id: one.conversationId, channel: one.conversationChannel }, one, now)
    if (decision.do !== 'refuse') continue
    const rows = await tx.run(BLOCK, [organizationId, one.id, decision.reason, now, newId(now.getTime())])
    if (rows.length === 0) continue
    blocked += 1
    await journal(
      tx,
      {
        event: 'delivery.blocked',
        action: 'U',
        resourceKind: 'delivery',
        resourceId: one.id,
        conversationId: one.conversationId,
        detail: { state: 'blocked' },
      },
      now,
    )
  }
  return blocked
}

const OPEN = `
  select w.*, c.channel as "conversationChannel"
    from (${WAITING} and state in ('held', 'queued') and purpose not in ('security', 'emergency')) w
    join conversation c on c.organization_id = $1 and c.id = w."conversationId"`

const OF_CONTACT_POINTS = `${OPEN} where w."contactPointId" = any ($2::uuid[]) order by w.id limit $3`

const OF_PATIENT = `${OPEN} where c.patient_id = $2 order by w.id limit $3`

// What has begun to leave meanwhile is not held back any more.
const BLOCK = sqlText`
  with d as (
    update delivery set state = 'blocked', cause = $3, changed_at = $4
     where organization_id = $1 and id = $2 and state in ('held', 'queued') returning id, attempt
  )
  insert into delivery_step (organization_id, delivery_id, at, id, state, cause, attempt)
  select $1, id, $4, $5, 'blocked', $3, attempt from d returning delivery_id`
