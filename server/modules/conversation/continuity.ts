/** The answer that the patient has not read five minutes after leaving the chat also goes by mail, once, through the gate (desk-D45). */
import { newId } from '#server/platform/id.ts'
import { systemContext } from '#server/platform/context.ts'
import { journal } from '#server/platform/journal.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { decideSend } from './gate.ts'
import { heldUntil, type DeliverDeps } from './deliver.ts'
import { lockConversation } from './store.ts'
import { replyWays } from './send-store.ts'

export async function continueByMail(
  { db, jobs, hub, now }: DeliverDeps,
  organizationId: string,
  messageId: string,
): Promise<void> {
  await db.transaction(systemContext(organizationId, newId(), 'job continuity'), async (tx) => {
    const at = now()
    const [of] = await tx.run<{ conversationId: string }>(CONVERSATION_OF, [organizationId, messageId])
    // The conversation first: the jobs of two unread answers may run at once, and each would make a mail.
    const conversation = of && (await lockConversation(tx, of.conversationId))
    if (!conversation) return
    const [unread] = await tx.run(UNREAD, [organizationId, messageId])
    // What waited for the morning and was read in the meantime stays here.
    if (!unread) return void (await tx.run(LET_GO, [organizationId, `${messageId}:continuity`, at, 'seen']))
    const way = (await replyWays(tx, conversation, at)).find(({ channel }) => channel === 'email')
    if (!way || way.address === null) return
    const decision = decideSend(
      {
        channel: 'email',
        purpose: 'reply',
        // A person wrote the answer; that it also comes by mail, nobody decided.
        isAutomatic: true,
        contentClass: way.carriesText ? 'health' : 'plain',
        carriesText: way.carriesText,
      },
      way.facts,
    )
    if (decision.do === 'refuse')
      return void (await tx.run(LET_GO, [organizationId, `${messageId}:continuity`, at, decision.reason]))
    const state = decision.do === 'allow' ? 'queued' : 'held'
    const notBefore = decision.do === 'hold' ? heldUntil(decision, at) : at
    // Only the first of several unread answers makes a mail; it stands for all of them.
    const [continued] = await tx.run<{ id: string }>(INSERT, [
      organizationId,
      newId(),
      messageId,
      conversation.id,
      way.contactPointId,
      way.address,
      `${messageId}:continuity`,
      at,
      way.partyId,
      state,
      decision.do === 'allow' ? null : decision.reason,
      notBefore,
    ])
    if (!continued) return
    if (state === 'queued') await jobs.send(tx, 'deliver', { organizationId, id: continued.id })
    if (state === 'held')
      await jobs.send(tx, 'continuity', { organizationId, id: messageId }, { startAfter: notBefore })
    await journal(
      tx,
      {
        event: 'delivery.continued',
        action: 'C',
        resourceKind: 'delivery',
        resourceId: continued.id,
        conversationId: conversation.id,
        patientIds: [conversation.patientId],
        detail: { channel: 'email', state },
      },
      at,
    )
    tx.afterCommit(() => hub.wake(organizationId))
  })
}

const CONVERSATION_OF = sqlText`
  select conversation_id as "conversationId" from message where organization_id = $1 and id = $2`

const UNREAD = sqlText`
  select
    from delivery d join message m on m.organization_id = $1 and m.id = d.message_id
   where d.organization_id = $1 and d.message_id = $2 and d.channel in ('portal-chat', 'widget') and d.state = 'delivered'
     and not exists (select from delivery e join message n on n.organization_id = $1 and n.id = e.message_id
       where e.organization_id = $1 and e.conversation_id = d.conversation_id and e.channel = 'email' and e.idempotency_key like '%:continuity'
         and e.state <> 'cancelled' and not (e.message_id = $2 and e.state = 'held') and n.seq > coalesce((select max(seq) from message i where i.organization_id = $1 and i.conversation_id = d.conversation_id and i.direction = 'in'), 0))
   for update of d`

const INSERT = sqlText`
  with d as (
    insert into delivery (organization_id, id, message_id, conversation_id, contact_point_id, channel, address, purpose, state, cause, not_before,
      idempotency_key, changed_at, party_id)
    values ($1, $2, $3, $4, $5, 'email', $6, 'reply', $10, $11, $12, $7, $8, $9)
    on conflict (organization_id, idempotency_key) do update
       set state = excluded.state, cause = excluded.cause, not_before = excluded.not_before, changed_at = excluded.changed_at
     where delivery.state = 'held'
    returning id
  )
  insert into delivery_step (organization_id, delivery_id, at, id, state, cause) select $1, id, $8, $2, $10, coalesce($11, 'continuity') from d
  returning delivery_id as id`

const LET_GO = sqlText`
  with d as (
    update delivery set state = 'cancelled', cause = $4, changed_at = $3
     where organization_id = $1 and idempotency_key = $2 and state = 'held'
    returning id
  )
  insert into delivery_step (organization_id, delivery_id, at, id, state, cause) select $1, id, $3, gen_random_uuid(), 'cancelled', $4 from d`
