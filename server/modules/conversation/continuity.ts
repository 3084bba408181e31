/** The answer that the patient has not read five minutes after leaving the chat also goes by mail, once, through the gate (desk-D45). */
import { newId } from '#server/platform/id.ts'
import { systemContext } from '#server/platform/context.ts'
import { journal } from '#server/platform/journal.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { decideSend } from './gate.ts'
import type { DeliverDeps } from './deliver.ts'
import { lockConversation } from './store.ts'
import { replyWays } from './send-store.ts'

export async function continueByMail(
  { db, jobs, hub, now }: DeliverDeps,
  organizationId: string,
  messageId: string,
): Promise<void> {
  await db.transaction(systemContext(organizationId, newId(), 'job continuity'), async (tx) => {
    const [unread] = await tx.run<{ conversationId: string; purpose: string }>(UNREAD, [organizationId, messageId])
    if (!unread) return
    const conversation = await lockConversation(tx, unread.conversationId)
    if (!conversation) return
    const way = (await replyWays(tx, conversation, now())).find(({ channel }) => channel === 'email')
    if (!way || way.address === null) return
    // Only the first of several unread answers makes a mail; it stands for all of them.
    const decision = decideSend(
      {
        channel: 'email',
        purpose: 'reply',
        isAutomatic: false,
        contentClass: way.carriesText ? 'health' : 'plain',
        carriesText: way.carriesText,
      },
      way.facts,
    )
    if (decision.do !== 'allow') return
    const id = newId()
    const rows = await tx.run(INSERT, [
      organizationId,
      id,
      messageId,
      unread.conversationId,
      way.contactPointId,
      way.address,
      `${messageId}:continuity`,
      now(),
      way.partyId,
    ])
    if (rows.length === 0) return
    await jobs.send(tx, 'deliver', { organizationId, id })
    await journal(
      tx,
      {
        event: 'delivery.continued',
        action: 'C',
        resourceKind: 'delivery',
        resourceId: id,
        conversationId: unread.conversationId,
        patientIds: [conversation.patientId],
        detail: { channel: 'email' },
      },
      now(),
    )
    tx.afterCommit(() => hub.wake(organizationId))
  })
}

const UNREAD = sqlText`
  select d.conversation_id as "conversationId", d.purpose
    from delivery d join message m on m.organization_id = $1 and m.id = d.message_id
   where d.organization_id = $1 and d.message_id = $2 and d.channel in ('portal-chat', 'widget') and d.state = 'delivered'
     and not exists (select from delivery e join message n on n.organization_id = $1 and n.id = e.message_id
       where e.organization_id = $1 and e.conversation_id = d.conversation_id and e.channel = 'email' and e.idempotency_key like '%:continuity'
         and n.seq > coalesce((select max(seq) from message i where i.organization_id = $1 and i.conversation_id = d.conversation_id and i.direction = 'in'), 0))
   for update of d`

const INSERT = sqlText`
  with d as (
    insert into delivery (organization_id, id, message_id, conversation_id, contact_point_id, channel, address, purpose, state, not_before,
      idempotency_key, changed_at, party_id)
    values ($1, $2, $3, $4, $5, 'email', $6, 'reply', 'queued', $8, $7, $8, $9)
    on conflict do nothing
    returning id
  )
  insert into delivery_step (organization_id, delivery_id, at, id, state, cause) select $1, id, $8, id, 'queued', 'continuity' from d
  returning id`
