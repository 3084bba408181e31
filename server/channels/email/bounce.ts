/** A delivery report about a mail of ours (desk-D51): 5.x.x fails the delivery and marks the address, 4.x.x is only noted. */
import type { DeliveryReport } from '#engines/mail/delivery-status.ts'
import { redecideWaiting } from '#server/modules/conversation/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { sqlText } from '#server/platform/sql-text.ts'

/**
 * Settles what the report says. Only who received our mail knows its Message-ID, so the report is about a delivery of ours or about
 * nothing. @returns the conversation of that mail, or null.
 */
export async function settleBounce(tx: Transaction, report: DeliveryReport, now: Date): Promise<string | null> {
  if (!report.originalMessageId) return null
  const isFinal = report.kind === 'permanent'
  const status = report.recipients[0]?.status || report.kind
  const rows = await tx.run<Bounced>(BOUNCE, [
    tx.context.organizationId,
    `<${report.originalMessageId.replace(/^<|>$/g, '')}>`,
    isFinal,
    now,
    `bounced-${status}`.slice(0, 60),
    isFinal ? 'failed' : null,
  ])
  const [first] = rows
  if (!first) return null
  for (const { deliveryId, conversationId, state, contactPointId, patientId, isMarked } of rows) {
    await tx.run(STEP, [
      tx.context.organizationId,
      deliveryId,
      now,
      newId(now.getTime()),
      isFinal ? 'failed' : state,
      `bounced-${status}`.slice(0, 60),
    ])
    await journal(
      tx,
      {
        event: isFinal ? 'delivery.failed' : 'delivery.delayed',
        action: 'U',
        resourceKind: 'delivery',
        resourceId: deliveryId,
        conversationId,
        detail: { state, status },
      },
      now,
    )
    if (isMarked && contactPointId)
      await journal(
        tx,
        {
          event: 'contact-point.bouncing',
          action: 'U',
          resourceKind: 'contact-point',
          resourceId: contactPointId,
          conversationId,
          patientIds: [patientId],
          fieldClasses: ['contact'],
          detail: { status },
        },
        now,
      )
  }
  const marked = rows.flatMap(({ contactPointId, isMarked }) => (isMarked && contactPointId ? [contactPointId] : []))
  await redecideWaiting(tx, { contactPointIds: marked }, now)
  return first.conversationId
}

type Bounced = {
  deliveryId: string
  conversationId: string
  state: string
  contactPointId: string | null
  patientId: string | null
  isMarked: boolean
}

// States go forward only: what failed or was seen stays so.
const BOUNCE = sqlText`
  with d as (
    update delivery d set state = coalesce($6, d.state), cause = case when $3 then $5 else d.cause end, changed_at = $4
      from message m
     where d.organization_id = $1 and m.organization_id = $1 and m.external_id = $2 and m.direction = 'out' and d.message_id = m.id
       and d.channel = 'email' and d.state in ('sending', 'handed_over', 'delivered', 'unknown')
    returning d.id, d.conversation_id, d.state, d.address,
      coalesce(d.contact_point_id, (select p.id from contact_point p where p.organization_id = $1 and p.system = 'email'
        and p.value = d.address and p.state = 'active' limit 1)) as contact_point_id
  ), point as (
    update contact_point set state = 'bouncing', version = version + 1
     where organization_id = $1 and $3 and id in (select contact_point_id from d) and state = 'active'
    returning id
  )
  select d.id as "deliveryId", d.conversation_id as "conversationId", d.state, d.contact_point_id as "contactPointId",
         c.patient_id as "patientId", exists (select from point where point.id = d.contact_point_id) as "isMarked"
    from d join conversation c on c.organization_id = $1 and c.id = d.conversation_id`

const STEP = sqlText`
  insert into delivery_step (organization_id, delivery_id, at, id, state, cause, attempt)
  select $1, $2, $3, $4, $5, $6, attempt from delivery where organization_id = $1 and id = $2`
