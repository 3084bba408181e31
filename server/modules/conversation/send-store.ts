/** The SQL of answering: collision, ways to a person, held messages, deliveries, drafts. */
import { newId } from '#server/platform/id.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { IdentityLevel, SendChannel, SendFacts } from './gate.ts'
import type { AfterSending, NewAnswer } from './send-message.ts'
import { oneLine, searchWords, type LockedConversation } from './store.ts'
import { isOutboundOn } from './insert-automatic-message.ts'
import type { Seen } from './rules.ts'

export type AnswerChannel = SendChannel

/** One way to reach the person of a conversation, with what the gate needs to know of it. */
export type ReplyWay = {
  channel: SendChannel
  address: string | null
  contactPointId: string | null
  partyId: string | null
  carriesText: boolean
  facts: SendFacts
}

export async function findOwn(tx: Transaction, messageId: string) {
  const [row] = await tx.run<{ messageId: string; conversationId: string; lastSeq: number; heldUntil: Date | null }>(
    `select id as "messageId", conversation_id as "conversationId", seq as "lastSeq", held_until as "heldUntil" from message
      where organization_id = $1 and id = $2`,
    [tx.context.organizationId, messageId],
  )
  return row
}

export async function saidAfter(tx: Transaction, conversationId: string, seq: number): Promise<Seen[]> {
  return tx.run<Seen>(
    sqlText`select seq, direction, author_kind as "authorKind", author_id as "authorId" from message
      where organization_id = $1 and conversation_id = $2 and seq > $3 and cancelled_at is null order by seq limit 50`,
    [tx.context.organizationId, conversationId, seq],
  )
}

/**
 * The ways to the person, best first: the channel of the last word, then the portal, then mail addresses.
 * A mail carries the text only where the person agreed to plain mail, or wrote by mail without a record we know of (a link would lead nowhere).
 */
export async function replyWays(
  tx: Transaction,
  conversation: Pick<LockedConversation, 'id' | 'channel'>,
  now: Date,
): Promise<ReplyWay[]> {
  const rows = await tx.run<WayRow>(REPLY_WAYS, [tx.context.organizationId, conversation.id, now])
  const outboundOn = await isOutboundOn(tx)
  const ways = rows.map((row): ReplyWay => {
    const isStranger = row.patientId === null
    const carriesText = row.channel !== 'email' && row.channel !== 'sms' ? true : isStranger || row.allowsPlain
    return {
      channel: row.channel,
      address: row.address,
      contactPointId: row.contactPointId,
      partyId: row.partyId,
      carriesText,
      facts: {
        outboundOn,
        isPartysWay: true,
        contactPointState: row.state ?? 'none',
        // An unknown sender hears back on the way they wrote; the composer says that nothing of a record may be in it.
        allowsPlain: isStranger || row.allowsPlain,
        identityLevel: isStranger ? 'verified' : row.channel === 'portal-chat' ? 'verified' : row.carriedLevel,
        consent: row.consent ?? 'none',
        confidentialChannel: row.confidential,
        hasStopped: false,
        localHours: [],
        minutesSinceTheyWrote: row.minutesSince,
        automaticToday: 0,
        automaticMailThisHour: 0,
        acknowledgementsToday: 0,
        receiverIsAutomatic: false,
      },
    }
  })
  const rank = (way: ReplyWay): number =>
    way.channel === conversation.channel ? 0 : way.channel === 'portal-chat' ? 1 : 2
  return ways.toSorted((a, b) => rank(a) - rank(b))
}

type WayRow = {
  channel: SendChannel
  address: string | null
  contactPointId: string | null
  partyId: string | null
  patientId: string | null
  state: SendFacts['contactPointState'] | null
  allowsPlain: boolean
  consent: 'permit' | 'deny' | null
  confidential: SendChannel | null
  minutesSince: number | null
  carriedLevel: IdentityLevel
}

const REPLY_WAYS = sqlText`
  with c as (
    select id, patient_id, related_person_id, visitor_id, channel from conversation where organization_id = $1 and id = $2
  ), level as (
    select coalesce((select level from identity_check i where i.organization_id = $1 and i.conversation_id = $2 and i.ended_at is null
      and (i.expires_at is null or i.expires_at > $3) order by i.at desc limit 1), 'none') as level
  ), wrote as (
    select extract(epoch from $3 - max(received_at)) / 60 as minutes from message
     where organization_id = $1 and conversation_id = $2 and direction = 'in'
  ), ways as (
    select 'widget' as channel, null::text as address, null::uuid as contact_point_id, c.visitor_id is not null as is_open,
           null::text as state, false as allows_plain
      from c
    union all
    select 'portal-chat', null, null, exists (
             select from portal_account a where a.organization_id = $1
              and (a.patient_id = c.patient_id or a.related_person_id = c.related_person_id)), null, false
      from c
    union all
    select 'email', p.value, p.id, true, p.state, p.allows_plain
      from c join contact_point p on p.organization_id = $1 and p.system = 'email'
       and ((c.related_person_id is null and p.patient_id = c.patient_id) or p.related_person_id = c.related_person_id)
    union all
    select distinct 'email', party.address, null::uuid, true, null, false
      from c join party on party.organization_id = $1 and party.conversation_id = c.id and party.left_at is null
       and party.role in ('author', 'patient', 'proxy') and party.address like '%@%'
     where not exists (select from contact_point p where p.organization_id = $1 and p.system = 'email' and p.value = party.address
       and (p.patient_id = c.patient_id or p.related_person_id = c.related_person_id))
  )
  select ways.channel, ways.address, ways.contact_point_id as "contactPointId", c.patient_id as "patientId", ways.state,
         ways.allows_plain as "allowsPlain",
         (select id from party where party.organization_id = $1 and party.conversation_id = c.id and party.role <> 'staff' limit 1) as "partyId",
         (select provision from consent k where k.organization_id = $1 and k.patient_id = c.patient_id and k.state = 'active'
           and k.kind = 'channel_purpose' and k.purpose = 'reply' and k.channel = ways.channel limit 1) as consent,
         (select confidential_channel from patient where patient.organization_id = $1 and patient.id = c.patient_id) as confidential,
         (select minutes::float from wrote) as "minutesSince",
         case when ways.channel = 'widget' and (select level from level) = 'none' then 'verified' else (select level from level) end as "carriedLevel"
    from ways cross join c
   where ways.is_open`

export async function hasUncheckedFiles(tx: Transaction, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return false
  const rows = await tx.run(
    `select from attachment where organization_id = $1 and id = any ($2::uuid[]) and verdict = 'clean' and message_id is null`,
    [tx.context.organizationId, ids],
  )
  return rows.length !== ids.length
}

export type AnswerRow = {
  conversation: LockedConversation
  answer: NewAnswer
  readers: readonly string[]
  direction: 'out' | 'note'
  channel: string
  language: string
  heldUntil: Date | null
  now: Date
}

export async function insertAnswer(tx: Transaction, row: AnswerRow): Promise<{ seq: number }> {
  const { conversation, answer, now } = row
  const [stored] = await tx.run<{ seq: number }>(INSERT_ANSWER, [
    tx.context.organizationId,
    answer.messageId,
    conversation.id,
    row.direction,
    row.channel,
    answer.author.staffId,
    answer.text,
    row.language,
    now,
    row.readers,
    answer.mentions,
    row.heldUntil,
    searchWords(answer.text),
    answer.attachmentIds,
  ])
  if (!stored) throw new Error('the conversation went away while it was locked')
  return stored
}

const INSERT_ANSWER = sqlText`
  with c as (
    update conversation set last_seq = last_seq + 1, version = version + 1 where organization_id = $1 and id = $3 returning id, last_seq
  ), files as (
    update attachment set conversation_id = $3, message_id = $2, draft_id = null
     where organization_id = $1 and id = any ($14::uuid[]) and message_id is null
  )
  insert into message (organization_id, id, conversation_id, seq, direction, channel, author_kind, author_id, text, language,
    content_class, received_at, readers, mentions, held_until, search)
  select $1, $2, id, last_seq, $4, $5, 'staff', $6, $7, $8, 'clinical', $9, $10, $11::uuid[], $12, to_tsvector('simple', $13) from c
  returning seq`

export type NewDelivery = {
  deliveryId: string
  conversation: LockedConversation
  answer: NewAnswer
  way: ReplyWay
  heldUntil: Date
  cause: string | null
  now: Date
}

export async function insertDelivery(
  tx: Transaction,
  { deliveryId, conversation, answer, way, heldUntil, cause, now }: NewDelivery,
): Promise<void> {
  await tx.run(INSERT_DELIVERY, [
    tx.context.organizationId,
    deliveryId,
    answer.messageId,
    conversation.id,
    way.partyId,
    way.contactPointId,
    way.channel,
    way.address,
    cause,
    heldUntil,
    `${answer.messageId}:${way.contactPointId ?? way.address ?? way.channel}`,
    now,
  ])
}

const INSERT_DELIVERY = sqlText`
  with d as (
    insert into delivery (organization_id, id, message_id, conversation_id, party_id, contact_point_id, channel, address, purpose, state,
      cause, not_before, idempotency_key, changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, 'reply', 'held', $9, $10, $11, $12)
    returning id
  )
  insert into delivery_step (organization_id, delivery_id, at, id, state, cause) select $1, id, $12, id, 'held', $9 from d`

/** Follows the answer: whose it is, what it waits for, when it is due. A note changes nothing but what was asked for. */
export async function afterSending(
  tx: Transaction,
  { conversation, answer, now }: { conversation: LockedConversation; answer: NewAnswer; now: Date },
) {
  const then: AfterSending | undefined = answer.then
  const isReply = answer.mode === 'reply'
  const state = then?.state ?? (isReply && conversation.state !== 'waiting' ? 'open' : conversation.state)
  const [row] = await tx.run<{ version: number }>(AFTER_SENDING, [
    tx.context.organizationId,
    conversation.id,
    state,
    then?.state === 'waiting' ? then.waitingOn : null,
    then?.state === 'snoozed' ? new Date(then.until) : null,
    then?.state === 'snoozed' ? (then.event ?? null) : null,
    now,
    isReply,
    oneLine(answer.text).slice(0, 200),
    answer.author.staffId,
    then !== undefined,
  ])
  return row?.version ?? conversation.version
}

const AFTER_SENDING = sqlText`
  update conversation
     set state = $3, version = version + 1,
         waiting_on = case when $3 = 'waiting' then coalesce($4, waiting_on) end,
         snoozed_until = case when $3 = 'snoozed' then coalesce($5, snoozed_until) end,
         snoozed_for = case when $3 = 'snoozed' then coalesce($6, snoozed_for) end,
         resolved_at = case when $3 = 'resolved' then coalesce(resolved_at, $7) end,
         due_at = case when $8 or $11 then null else due_at end,
         last_words = case when $8 then $9 else last_words end,
         last_direction = case when $8 then 'out' else last_direction end,
         last_message_at = case when $8 then $7 else last_message_at end,
         unread_since = case when $8 then null else unread_since end,
         assignee_id = case when $8 then coalesce(assignee_id, $10) else assignee_id end,
         assignment = case when $8 then 'assigned' else assignment end
   where organization_id = $1 and id = $2
  returning version`

export async function openQuestions(tx: Transaction, conversationId: string) {
  const [row] = await tx.run<{ openAlerts: number; unknownDeliveries: number }>(OPEN_QUESTIONS, [
    tx.context.organizationId,
    conversationId,
  ])
  return row ?? { openAlerts: 0, unknownDeliveries: 0 }
}

const OPEN_QUESTIONS = sqlText`
  select (select count(*)::int from safety_alert where organization_id = $1 and conversation_id = $2 and accepted_at is null) as "openAlerts",
         (select count(*)::int from delivery where organization_id = $1 and conversation_id = $2 and state = 'unknown') as "unknownDeliveries"`

export async function areReaders(tx: Transaction, staffIds: readonly string[]): Promise<boolean> {
  const rows = await tx.run(
    `select from staff_member where organization_id = $1 and id = any ($2::uuid[]) and state = 'active' and role <> 'administrator'`,
    [tx.context.organizationId, staffIds],
  )
  return rows.length === new Set(staffIds).size
}

export async function insertMentions(tx: Transaction, answer: NewAnswer, now: Date): Promise<void> {
  if (answer.mentions.length === 0) return
  await tx.run(
    sqlText`insert into mention (organization_id, staff_id, conversation_id, message_id, at)
      select $1, unnest($2::uuid[]), $3, $4, $5 on conflict do nothing`,
    [tx.context.organizationId, answer.mentions, answer.conversationId, answer.messageId, now],
  )
}

/** Who reads a note when its writer did not say: the writer's own kind (desk.md section 2). */
export function noteReaderOf(role: string): string {
  if (role === 'nurse' || role === 'clinician') return 'clinical'
  return role === 'billing' ? 'billing' : 'service'
}

/** Cancels a held answer of this person and brings it back as a draft; nothing if its delivery has begun. */
export async function cancelHeld(
  tx: Transaction,
  {
    conversationId,
    messageId,
    staffId,
    now,
  }: { conversationId: string; messageId: string; staffId: string; now: Date },
): Promise<{ text: string; attachmentIds: string[] } | undefined> {
  const [row] = await tx.run<{ text: string; attachmentIds: string[] }>(CANCEL_HELD, [
    tx.context.organizationId,
    conversationId,
    messageId,
    staffId,
    now,
    newId(now.getTime()),
  ])
  return row
}

const CANCEL_HELD = sqlText`
  with d as (
    update delivery set state = 'cancelled', changed_at = $5
     where organization_id = $1 and message_id = $3 and state = 'held'
    returning id
  ), m as (
    update message set cancelled_at = $5
     where organization_id = $1 and conversation_id = $2 and id = $3 and author_id = $4 and held_until is not null and cancelled_at is null
       and exists (select from d)
    returning id, text
  ), step as (
    insert into delivery_step (organization_id, delivery_id, at, id, state) select $1, d.id, $5, d.id, 'cancelled' from d
  ), saved as (
    insert into draft (organization_id, id, staff_id, conversation_id, mode, text, device_version, saved_at)
    select $1, $6, $4, $2, 'reply', m.text, 0, $5 from m
    on conflict (organization_id, staff_id, conversation_id, mode)
      do update set other_text = draft.text, other_saved_at = draft.saved_at, text = excluded.text, saved_at = excluded.saved_at
    returning id
  ), files as (
    update attachment set message_id = null, draft_id = (select id from saved)
     where organization_id = $1 and message_id = $3 and exists (select from m)
    returning id
  )
  select m.text, coalesce((select array_agg(id) from files), '{}') as "attachmentIds" from m`

export async function deleteDraft(tx: Transaction, answer: NewAnswer): Promise<void> {
  await tx.run(
    `delete from draft where organization_id = $1 and staff_id = $2 and conversation_id = $3 and mode = $4`,
    [tx.context.organizationId, answer.author.staffId, answer.conversationId, answer.mode],
  )
}
