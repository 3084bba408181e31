/**
 * The answer that the patient has not read five minutes after leaving the chat also goes by mail or by text message, once, through the
 * gate (desk-D45, decision 0114). Where it may not, the ledger says why.
 */
import { newId } from '#server/platform/id.ts'
import { systemContext } from '#server/platform/context.ts'
import { journal } from '#server/platform/journal.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { decideSend, type Decision } from './gate.ts'
import { heldUntil, type DeliverDeps } from './deliver.ts'
import { countAutomatic, lockReceivers } from './insert-automatic-message.ts'
import { isStopped } from './number-stop.ts'
import { lockConversation, type LockedConversation } from './store.ts'
import { replyWays, type ReplyWay } from './send-store.ts'

export async function continueUnread(
  { db, jobs, hub, now }: DeliverDeps,
  organizationId: string,
  messageId: string,
): Promise<void> {
  await db.transaction(systemContext(organizationId, newId(), 'job continuity'), async (tx) => {
    const at = now()
    const [of] = await tx.run<{ conversationId: string }>(CONVERSATION_OF, [organizationId, messageId])
    // The conversation first: the jobs of two unread answers may run at once, and each would make a message.
    const conversation = of && (await lockConversation(tx, of.conversationId))
    if (!conversation) return
    const [unread] = await tx.run(UNREAD, [organizationId, messageId])
    // What waited for the morning and was read in the meantime stays here.
    if (!unread) return void (await tx.run(LET_GO, [organizationId, `${messageId}:continuity`, at, 'seen']))
    const { way, decision } = await chooseWay(tx, conversation, at)
    const state = decision.do === 'allow' ? 'queued' : decision.do === 'hold' ? 'held' : 'cancelled'
    const notBefore = decision.do === 'hold' ? heldUntil(decision, at) : at
    // Only the first of several unread answers makes a message; it stands for all of them.
    const [continued] = await tx.run<{ id: string }>(INSERT, [
      organizationId,
      newId(),
      messageId,
      conversation.id,
      way?.contactPointId ?? null,
      way?.address ?? null,
      `${messageId}:continuity`,
      at,
      way?.partyId ?? null,
      state,
      decision.do === 'allow' ? null : decision.reason,
      notBefore,
      way?.channel ?? 'email',
      way?.carriesText ?? false,
    ])
    if (!continued) return
    if (state === 'queued') await jobs.send(tx, 'deliver', { organizationId, id: continued.id })
    if (state === 'held')
      await jobs.send(tx, 'continuity', { organizationId, id: messageId }, { startAfter: notBefore })
    await journal(
      tx,
      {
        event: state === 'cancelled' ? 'delivery.not-continued' : 'delivery.continued',
        action: 'C',
        resourceKind: 'delivery',
        resourceId: continued.id,
        conversationId: conversation.id,
        patientIds: [conversation.patientId],
        detail: {
          channel: way?.channel ?? 'none',
          state,
          ...(decision.do === 'refuse' ? { cause: decision.reason } : {}),
        },
      },
      at,
    )
    tx.afterCommit(() => hub.wake(organizationId))
  })
}

/** Addresses and numbers of one person that are asked about. */
const WAYS_MAX = 10

type Chosen = {
  way: ReplyWay | undefined
  decision: Exclude<Decision, { do: 'refuse' | 'ask' }> | { do: 'refuse'; reason: string }
}

/** What the gate lets out before what it does not, what the person agreed to before what nobody asked about, mail before text. */
async function chooseWay(tx: Transaction, conversation: LockedConversation, at: Date): Promise<Chosen> {
  const ways = (await replyWays(tx, conversation, at))
    .filter(({ channel, address }) => (channel === 'email' || channel === 'sms') && address !== null)
    .slice(0, WAYS_MAX)
  await lockReceivers(
    tx,
    ways.flatMap(({ address }) => address ?? []),
  )
  const asked: (Chosen & { rank: number })[] = []
  for (const way of ways) {
    const [agreed] = await tx.run<{ toChannel: boolean; isProved: boolean }>(AGREED, [
      tx.context.organizationId,
      conversation.patientId,
      way.channel,
      way.contactPointId,
      way.lineId,
    ])
    const isAgreed = agreed?.toChannel === true
    // A number rings in a pocket: it is the person's own, proved or agreed to, or they wrote from it here.
    const mayRing = way.channel === 'email' || way.contactPointId === null || isAgreed || agreed?.isProved === true
    const decision = mayRing ? await decide(tx, way, at) : ({ do: 'refuse', reason: 'NO_CONSENT' } as const)
    asked.push({
      way,
      decision,
      rank: (decision.do === 'refuse' ? 4 : 0) + (isAgreed ? 0 : 2) + (way.channel === 'email' ? 0 : 1),
    })
  }
  const [best] = asked.toSorted((a, b) => a.rank - b.rank)
  return best ?? { way: undefined, decision: { do: 'refuse', reason: 'no-address' } }
}

async function decide(tx: Transaction, way: ReplyWay, at: Date): Promise<Chosen['decision']> {
  // A text says only that an answer waits; so does a mail that others read, too: nobody is there to be asked (decision 0215).
  const carriesText = way.channel === 'email' && way.carriesText && !way.facts.isShared
  const decision = decideSend(
    {
      channel: way.channel,
      purpose: 'reply',
      // A person wrote the answer; that it also comes this way, nobody decided.
      isAutomatic: true,
      contentClass: carriesText ? 'health' : 'plain',
      carriesText,
    },
    {
      ...way.facts,
      ...(await countAutomatic(tx, { address: way.address }, at)),
      acknowledgementsToday: 0,
      // A later message of theirs opens the way for a person, not for this (desk-D39).
      hasStopped: way.channel === 'sms' && (await isStopped(tx, way.address)),
    },
  )
  return decision.do === 'ask' ? { do: 'refuse', reason: decision.reason } : decision
}

const CONVERSATION_OF = sqlText`
  select conversation_id as "conversationId" from message where organization_id = $1 and id = $2`

// One message stands for all answers since what the patient had written before them, also where they write again before its job runs.
const UNREAD = sqlText`
  select
    from delivery d join message m on m.organization_id = $1 and m.id = d.message_id
   where d.organization_id = $1 and d.message_id = $2 and d.channel in ('portal-chat', 'widget') and d.state = 'delivered'
     and not exists (select from delivery e join message n on n.organization_id = $1 and n.id = e.message_id
       where e.organization_id = $1 and e.conversation_id = d.conversation_id and e.idempotency_key like '%:continuity'
         and e.state <> 'cancelled' and not (e.message_id = $2 and e.state = 'held') and n.seq > coalesce((select max(seq) from message i where i.organization_id = $1 and i.conversation_id = d.conversation_id and i.direction = 'in'
           and i.seq < m.seq), 0))
   for update of d`

const AGREED = sqlText`
  select exists (select from (
           select distinct on (k.purpose) k.provision from consent k
            where k.organization_id = $1 and k.patient_id = $2::uuid and k.state = 'active' and k.kind = 'channel_purpose'
              and k.purpose in ('reply', 'care') and k.channel = $3 and (k.channel_account_id is null or k.channel_account_id = $5::uuid)
            order by k.purpose, k.channel_account_id nulls last) answer where provision = 'permit') as "toChannel",
         exists (select from contact_point p where p.organization_id = $1 and p.id = $4::uuid and p.verified_at is not null) as "isProved"`

const INSERT = sqlText`
  with d as (
    insert into delivery (organization_id, id, message_id, conversation_id, contact_point_id, channel, address, purpose, state, cause, not_before,
      idempotency_key, changed_at, party_id, carries_text)
    values ($1, $2, $3, $4, $5, $13, $6, 'reply', $10, $11, $12, $7, $8, $9, $14)
    on conflict (organization_id, idempotency_key) do update
       set state = excluded.state, cause = excluded.cause, not_before = excluded.not_before, changed_at = excluded.changed_at,
           channel = excluded.channel, address = excluded.address, contact_point_id = excluded.contact_point_id,
           carries_text = excluded.carries_text
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
