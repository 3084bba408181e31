/** The SQL of answering: collision, ways to a person, held messages, deliveries, drafts. */
import { searchWords } from '#engines/text/search-words.ts'
import { isHeld } from '#contract/held-file.ts'
import { newId } from '#server/platform/id.ts'
import { identityLevelSql, isSure, VISITOR_OF_CHAT } from '#server/modules/identity/index.ts'
import { grantCovers } from '#server/modules/patient/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { uploaderOf } from './attachments.ts'
import { NOTHING_SENT } from './insert-automatic-message.ts'
import type { AskReason, IdentityLevel, SendChannel, SendFacts } from './gate.ts'
import type { AfterSending, NewAnswer } from './send-message.ts'
import { oneLine, type LockedConversation } from './store.ts'
import { clocksOf, quietUntil, type Receivers } from './quiet-hours.ts'
import { loadSending } from './sending-rules.ts'
import { sendingLineSql } from './sending-line.ts'
import type { Mentioned } from './policy.ts'
import type { ResolveFacts, Seen } from './rules.ts'

export type AnswerChannel = SendChannel

/** One way to reach the person of a conversation, with what the gate needs to know of it. */
export type ReplyWay = {
  channel: SendChannel
  address: string | null
  contactPointId: string | null
  /** Of our numbers and mailboxes, the one it leaves from. */
  lineId: string | null
  partyId: string | null
  carriesText: boolean
  /** We know for sure who reads there: the portal's door was passed, or the conversation is verified. */
  isProven: boolean
  /** Of a patient who is known, though perhaps not for sure: nothing of the record may leave before (desk-D8). */
  mayCarryFiles: boolean
  /** Written from where nobody is known for, or more than one: nothing of a record may be in an answer. */
  isStranger: boolean
  /** A mail asked for its answers there; nobody is known to read it. */
  isAskedFor: boolean
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
 * The ways to the person, best first: the channel of the last word, then the portal, then mail addresses, then numbers.
 * A mail or text message carries the text only where the person agreed to plain mail, or wrote by mail without a record we know of (a link would lead nowhere).
 */
export async function replyWays(...where: Parameters<typeof everyWay>): Promise<ReplyWay[]> {
  return (await everyWay(...where)).filter(({ isAskedFor }) => !isAskedFor)
}

/** With the addresses at which a mail asked for its answers, last: by an agent's choice alone (desk-D50). */
export async function everyWay(
  tx: Transaction,
  conversation: Pick<LockedConversation, 'id' | 'channel'>,
  now: Date,
): Promise<ReplyWay[]> {
  const rows = await tx.run<WayRow>(REPLY_WAYS, [tx.context.organizationId, conversation.id, now])
  const { outboundOn, rules } = await loadSending(tx)
  const ways = rows.map((row): ReplyWay => {
    const isStranger = row.patientId === null
    const carriesText = row.channel !== 'email' && row.channel !== 'sms' ? true : isStranger || row.allowsPlain
    return {
      channel: row.channel,
      address: row.address,
      contactPointId: row.contactPointId,
      lineId: row.lineId,
      partyId: row.partyId,
      isStranger,
      isAskedFor: row.isAskedFor,
      carriesText,
      isProven: isSure(row.level),
      mayCarryFiles: isStranger || isSure(row.level),
      facts: {
        outboundOn,
        rules,
        isPartysWay: !row.hasLostGrant,
        contactPointState: row.state ?? 'none',
        // An unknown sender hears back on the way they wrote; the composer says that nothing of a record may be in it.
        allowsPlain: isStranger || row.allowsPlain,
        isShared: row.isShared,
        identityLevel: isStranger ? 'verified' : row.level,
        consent: row.consent ?? 'none',
        hasDied: row.hasDied,
        confidentialChannel: row.confidential,
        hasStopped: row.hasStopped,
        quietUntil: quietUntil(now, clocksOf(row.address, row), rules),
        minutesSinceTheyWrote: row.minutesSince,
        ...NOTHING_SENT,
        receiverIsAutomatic: false,
      },
    }
  })
  const wroteBy = rows[0]?.wroteBy
  const rank = (way: ReplyWay): number => {
    if (way.isAskedFor) return 5
    if (way.channel === wroteBy) return 0
    if (way.channel === conversation.channel) return 1
    return way.channel === 'portal-chat' ? 2 : way.channel === 'email' ? 3 : 4
  }
  return ways.toSorted((a, b) => rank(a) - rank(b))
}

/** What the gate is told of the way of an answer that software writes: no record of consent is no "yes", and an answer needs none. */
export const factsOfAnswer = ({ facts }: ReplyWay) => ({
  consent: facts.consent === 'deny' ? ('deny' as const) : ('none' as const),
  confidentialChannel: facts.confidentialChannel,
  quietUntil: facts.quietUntil,
  minutesSinceTheyWrote: facts.minutesSinceTheyWrote,
})

type WayRow = Receivers & {
  channel: SendChannel
  address: string | null
  contactPointId: string | null
  lineId: string | null
  partyId: string | null
  patientId: string | null
  isAskedFor: boolean
  state: SendFacts['contactPointState'] | null
  allowsPlain: boolean
  isShared: boolean
  consent: 'permit' | 'deny' | null
  confidential: SendChannel | null
  hasDied: boolean
  minutesSince: number | null
  /** The channel of their last word. */
  wroteBy: string | null
  hasStopped: boolean
  /** Somebody who spoke for the patient and may not any more, or for visits and bills alone (desk-D46). */
  hasLostGrant: boolean
  /** How sure we are who reads there: of the portal its door, of the chat what its visitor proved, else what is known of who wrote last. */
  level: IdentityLevel
}

const REPLY_WAYS = `
  with c as (
    select id, patient_id, related_person_id, visitor_id, channel from conversation where organization_id = $1 and id = $2
  ), level as (
    select ${identityLevelSql('$3')} as of_sender, ${identityLevelSql('$3', VISITOR_OF_CHAT)} as of_chat
      from conversation c where c.organization_id = $1 and c.id = $2
  ), wrote as (
    select extract(epoch from $3 - max(received_at)) / 60 as minutes, (array_agg(channel order by seq desc))[1] as channel from message
     where organization_id = $1 and conversation_id = $2 and direction = 'in'
  ), number as (${sendingLineSql('sms', '$2')}), mailbox as (${sendingLineSql('email', '$2')}), ways as (
    select 'widget' as channel, null::text as address, null::uuid as contact_point_id, c.visitor_id is not null as is_open,
           null::text as state, false as allows_plain, false as is_asked_for
      from c
    union all
    select 'portal-chat', null, null, exists (
             select from portal_account a where a.organization_id = $1
              and (a.patient_id = c.patient_id or a.related_person_id = c.related_person_id)), null, false, false
      from c
    union all
    select 'email', p.value, p.id, true, p.state, p.allows_plain, false
      from c join contact_point p on p.organization_id = $1 and p.system = 'email'
       and ((c.related_person_id is null and p.patient_id = c.patient_id) or p.related_person_id = c.related_person_id)
    union all
    select distinct 'email', party.address, null::uuid, true, null, false, false
      from c join party on party.organization_id = $1 and party.conversation_id = c.id and party.left_at is null
       and party.role in ('author', 'patient', 'proxy') and party.address like '%@%'
     where not exists (select from contact_point p where p.organization_id = $1 and p.system = 'email' and p.value = party.address
       and (p.patient_id = c.patient_id or p.related_person_id = c.related_person_id))
    union all
    select 'sms', p.value, p.id, true, p.state, p.allows_plain, false
      from c join contact_point p on p.organization_id = $1 and p.system = 'sms'
       and ((c.related_person_id is null and p.patient_id = c.patient_id) or p.related_person_id = c.related_person_id)
     where exists (select from number)
    union all
    select distinct 'sms', party.address, null::uuid, true, null, false, false
      from c join party on party.organization_id = $1 and party.conversation_id = c.id and party.left_at is null
       and party.role in ('author', 'patient', 'proxy') and party.address like '+%' and party.address not like '%@%'
     where exists (select from number) and not exists (select from contact_point p where p.organization_id = $1 and p.system = 'sms'
       and p.value = party.address and (p.patient_id = c.patient_id or p.related_person_id = c.related_person_id))
    union all
    select distinct 'email', m.answer_to, null::uuid, true, null, false, true
      from c join message m on m.organization_id = $1 and m.conversation_id = c.id and m.answer_to is not null
     where not exists (select from party y where y.organization_id = $1 and y.conversation_id = c.id and y.left_at is null and y.address = m.answer_to)
       and not exists (select from contact_point p where p.organization_id = $1 and p.system = 'email' and p.value = m.answer_to
         and (p.patient_id = c.patient_id or p.related_person_id = c.related_person_id))
  )
  select ways.channel, ways.address, ways.contact_point_id as "contactPointId", line.id as "lineId", c.patient_id as "patientId", ways.state,
         ways.allows_plain as "allowsPlain", ways.is_asked_for as "isAskedFor",
         c.related_person_id is null and (select count(*) from contact_point q
           where q.organization_id = $1 and q.system = ways.channel and q.value = ways.address and q.state <> 'detached'
             and q.patient_id is distinct from c.patient_id
             and not exists (select from proxy_link l where l.organization_id = $1 and l.related_person_id = q.related_person_id
               and l.patient_id = c.patient_id and ${grantCovers('$3')}
               and not exists (select from conversation_privacy v where v.organization_id = $1 and v.conversation_id = c.id and v.lifted_at is null)))
           > case when c.patient_id is null then 1 else 0 end as "isShared",
         (select id from party where party.organization_id = $1 and party.conversation_id = c.id and party.role <> 'staff' limit 1) as "partyId",
         (select provision from consent k where k.organization_id = $1 and k.patient_id = c.patient_id and k.state = 'active'
           and k.kind = 'channel_purpose' and k.purpose = 'reply' and k.channel = ways.channel
           and (k.channel_account_id is null or k.channel_account_id = line.id) order by k.channel_account_id nulls last limit 1) as consent,
         (select confidential_channel from patient where patient.organization_id = $1 and patient.id = c.patient_id) as confidential,
         exists (select from patient where patient.organization_id = $1 and patient.id = c.patient_id and patient.deceased_on is not null) as "hasDied",
         (select minutes::float from wrote) as "minutesSince", (select channel from wrote) as "wroteBy",
         ways.channel = 'sms' and exists (select from number_stop s where s.organization_id = $1 and s.address = ways.address
           and s.kind = 'stop' and s.ended_at is null and not exists (select from message w where w.organization_id = $1 and w.conversation_id = c.id
             and w.direction = 'in' and w.channel = 'sms' and w.received_at > s.stopped_at and not w.flags && '{opt_out}')) as "hasStopped",
         exists (select from proxy_link l where l.organization_id = $1 and l.related_person_id = c.related_person_id and l.patient_id = c.patient_id
           and l.state <> 'proposed' and l.starts_at <= $3 and (l.ends_at is null or l.ends_at >= l.starts_at))
           and not exists (select from proxy_link l where l.organization_id = $1 and l.related_person_id = c.related_person_id
             and l.patient_id = c.patient_id and ${grantCovers('$3')}) as "hasLostGrant",
         case ways.channel when 'portal-chat' then 'verified' when 'widget' then (select of_chat from level) else (select of_sender from level) end
           as level,
         array(
           select distinct coalesce(w.time_zone, s.time_zone)
             from (select c.patient_id as id union select q.patient_id from contact_point q
                    where q.organization_id = $1 and q.system = ways.channel and q.value = ways.address) receiver
             join patient w on w.organization_id = $1 and w.id = receiver.id
             left join site s on s.organization_id = $1 and s.id = w.site_id) as zones,
         array(select distinct time_zone from site where organization_id = $1) as "siteZones"
    from ways cross join c
    left join lateral (
      select id from number where ways.channel = 'sms' union all select id from mailbox where ways.channel = 'email') line on true
   where ways.is_open`

/** Why the files of an answer cannot go with it: not checked yet, not clean, or of another draft or message (desk-D13). */
export async function whyFilesStay(
  tx: Transaction,
  { conversationId, mode, author, attachmentIds }: NewAnswer,
): Promise<'SCAN_PENDING' | 'FILE_REFUSED' | 'NOT_FOUND' | null> {
  if (attachmentIds.length === 0) return null
  const rows = await tx.run<{ verdict: string; reason: string | null }>(
    sqlText`select verdict, reason from attachment f
      where f.organization_id = $1 and f.id = any ($2::uuid[]) and f.message_id is null
        and (f.conversation_id is null or f.conversation_id = $4)
        and (f.draft_id is null or exists (select from draft d where d.organization_id = $1 and d.id = f.draft_id
          and d.staff_id = $3 and d.conversation_id = $4 and d.mode = $5))
        and (f.draft_id is not null or f.uploaded_by = $6)`,
    [tx.context.organizationId, attachmentIds, author.staffId, conversationId, mode, uploaderOf(tx.context)],
  )
  if (rows.length !== new Set(attachmentIds).size) return 'NOT_FOUND'
  if (rows.some(isHeld)) return 'FILE_REFUSED'
  if (rows.some(({ verdict }) => verdict === 'waiting')) return 'SCAN_PENDING'
  return rows.every(({ verdict }) => verdict === 'clean') ? null : 'FILE_REFUSED'
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
    searchWords(conversation.lastSeq === 0 ? `${conversation.subject} ${answer.text}` : answer.text),
    answer.attachmentIds,
    uploaderOf(tx.context),
  ])
  if (!stored) throw new Error('the conversation went away while it was locked')
  return stored
}

const INSERT_ANSWER = sqlText`
  with before as (
    select jsonb_build_object('version', version, 'state', state, 'waitingOn', waiting_on, 'snoozedUntil', snoozed_until,
      'snoozedFor', snoozed_for, 'resolvedAt', resolved_at, 'dueAt', due_at, 'lastWords', last_words, 'lastDirection', last_direction,
      'lastMessageAt', last_message_at, 'unreadSince', unread_since, 'assigneeId', assignee_id, 'assignment', assignment) as was
      from conversation where organization_id = $1 and id = $3 and $12::timestamptz is not null
  ), c as (
    update conversation set last_seq = last_seq + 1, version = version + 1 where organization_id = $1 and id = $3 returning id, last_seq
  ), files as (
    update attachment set conversation_id = $3, message_id = $2, draft_id = null
     where organization_id = $1 and id = any ($14::uuid[]) and message_id is null and (draft_id is not null or uploaded_by = $15)
  )
  insert into message (organization_id, id, conversation_id, seq, direction, channel, author_kind, author_id, text, language,
    content_class, received_at, readers, mentions, held_until, before_sending, search)
  select $1, $2, id, last_seq, $4, $5, 'staff', $6, $7, $8, 'clinical', $9, $10, $11::uuid[], $12, (select was from before),
    to_tsvector('simple', $13 || ' ' || coalesce((select string_agg(plain_words(f.name), ' ') from attachment f
      where f.organization_id = $1 and f.id = any ($14::uuid[])), '')) from c
  returning seq`

export type NewDelivery = {
  deliveryId: string
  conversation: LockedConversation
  answer: NewAnswer
  way: ReplyWay
  heldUntil: Date
  cause: string | null
  agreed: readonly AskReason[]
  now: Date
}

export async function insertDelivery(
  tx: Transaction,
  { deliveryId, conversation, answer, way, heldUntil, cause, agreed, now }: NewDelivery,
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
    answer.nightReason ?? null,
    agreed,
    way.carriesText,
  ])
}

const INSERT_DELIVERY = sqlText`
  with d as (
    insert into delivery (organization_id, id, message_id, conversation_id, party_id, contact_point_id, channel, address, purpose, state,
      cause, not_before, idempotency_key, changed_at, night_reason, agreed, carries_text)
    values ($1, $2, $3, $4, $5, $6, $7, $8, 'reply', 'held', $9, $10, $11, $12, $13, $14, $15)
    returning id
  )
  insert into delivery_step (organization_id, delivery_id, at, id, state, cause) select $1, id, $12, id, 'held', $9 from d`

/** Follows the answer: whose it is and what it waits for. A note changes nothing but what was asked for. */
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
  ])
  return { state, version: row?.version ?? conversation.version }
}

const AFTER_SENDING = sqlText`
  update conversation
     set state = $3, version = version + 1,
         waiting_on = case when $3 = 'waiting' then coalesce($4, waiting_on) end,
         snoozed_until = case when $3 = 'snoozed' then coalesce($5, snoozed_until) end,
         snoozed_for = case when $3 = 'snoozed' then coalesce($6, snoozed_for) end,
         resolved_at = case when $3 = 'resolved' then coalesce(resolved_at, $7) end,
         last_words = case when $8 then $9 else last_words end,
         last_direction = case when $8 then 'out' else last_direction end,
         last_message_at = case when $8 then $7 else last_message_at end,
         unread_since = case when $8 then null else unread_since end,
         assignee_id = case when not $8 then assignee_id when assignment = 'offered' then $10 else coalesce(assignee_id, $10) end,
         assignment = case when $8 then 'assigned' else assignment end
   where organization_id = $1 and id = $2
  returning version`

export async function openQuestions(tx: Transaction, conversationId: string) {
  const [row] = await tx.run<ResolveFacts>(OPEN_QUESTIONS, [tx.context.organizationId, conversationId])
  return row ?? { openAlerts: [], unknownDeliveries: [] }
}

const OPEN_QUESTIONS = sqlText`
  select array(select id from safety_alert where organization_id = $1 and conversation_id = $2 and accepted_at is null limit 20) as "openAlerts",
         array(select id from delivery where organization_id = $1 and conversation_id = $2 and state = 'unknown' limit 20) as "unknownDeliveries"`

/** Those who are called, and the labels of what they are called to. Somebody of nowhere counts as not active. */
export async function mentionedOf(tx: Transaction, conversationId: string, staffIds: readonly string[]) {
  const [[conversation], rows] = await Promise.all([
    tx.run<{ labels: string[] }>(`select labels from conversation where organization_id = $1 and id = $2`, [
      tx.context.organizationId,
      conversationId,
    ]),
    tx.run<Mentioned>(
      sqlText`select called.id as "staffId", coalesce(s.role, 'system') as role, coalesce(s.labels, '{}') as labels,
          coalesce(s.state = 'active', false) as "isActive"
        from unnest($2::uuid[]) called (id)
        left join staff_member s on s.organization_id = $1 and s.id = called.id`,
      [tx.context.organizationId, staffIds],
    ),
  ])
  return { mentioned: rows, labels: conversation?.labels ?? [] }
}

/** Whoever was called and now wrote here has answered the call. */
export async function settleMentions(tx: Transaction, answer: NewAnswer, now: Date): Promise<void> {
  await tx.run(
    `update mention set settled_at = $4 where organization_id = $1 and staff_id = $2 and conversation_id = $3 and settled_at is null`,
    [tx.context.organizationId, answer.author.staffId, answer.conversationId, now],
  )
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

export type TakenBack = { text: string; attachmentIds: string[]; hasBefore: boolean }

/** Cancels a held answer of this person and brings it back as a draft; nothing if its delivery has begun. */
export async function cancelHeld(
  tx: Transaction,
  {
    conversationId,
    messageId,
    staffId,
    now,
  }: { conversationId: string; messageId: string; staffId: string; now: Date },
): Promise<TakenBack | undefined> {
  const [row] = await tx.run<TakenBack>(CANCEL_HELD, [
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
     where organization_id = $1 and message_id = $3 and state = 'held' and idempotency_key not like '%:continuity'
    returning id
  ), m as (
    update message set cancelled_at = $5
     where organization_id = $1 and conversation_id = $2 and id = $3 and author_id = $4 and held_until is not null and cancelled_at is null
       and exists (select from d)
    returning id, text, before_sending, received_at
  ), called as (
    update mention set settled_at = null from m
     where organization_id = $1 and staff_id = $4 and conversation_id = $2 and settled_at = m.received_at
  ), step as (
    insert into delivery_step (organization_id, delivery_id, at, id, state) select $1, d.id, $5, gen_random_uuid(), 'cancelled' from d
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
  select m.text, coalesce((select array_agg(id) from files), '{}') as "attachmentIds", m.before_sending is not null as "hasBefore" from m`

/**
 * The conversation as it was before an answer that was taken back. If anything else happened to it since, that stands, and only
 * the promise to answer comes back: a deadline, and that it is unread.
 */
export async function restoreBefore(
  tx: Transaction,
  conversationId: string,
  messageId: string,
  now: Date,
): Promise<void> {
  const rows = await tx.run(RESTORE, [tx.context.organizationId, conversationId, messageId, now])
  if (rows.length === 0) await tx.run(RESTORE_PROMISE, [tx.context.organizationId, conversationId, messageId])
}

/**
 * An answer moves the version twice: when it is written, and for what follows it (AFTER_SENDING). One that a merge or split took along knows the
 * past of another conversation.
 */
const RESTORE = sqlText`
  with was as (
    select b.*, b."state" = 'snoozed' and b."snoozedUntil" <= $4 as is_over from message m, jsonb_to_record(m.before_sending) as b ("version" integer, "state" text, "waitingOn" text,
      "snoozedUntil" timestamptz, "snoozedFor" text, "resolvedAt" timestamptz, "dueAt" timestamptz, "lastWords" text, "lastDirection" text,
      "lastMessageAt" timestamptz, "unreadSince" timestamptz, "assigneeId" uuid, "assignment" text)
     where m.organization_id = $1 and m.conversation_id = $2 and m.id = $3 and m.origin_id is null
  )
  update conversation c
     -- As isSnoozeOver has it.
     set state = case when was.is_over then 'open' else was.state end, waiting_on = was."waitingOn",
         snoozed_until = case when was.is_over then null else was."snoozedUntil" end,
         snoozed_for = case when was.is_over then null else was."snoozedFor" end,
         resolved_at = was."resolvedAt", due_at = was."dueAt", last_words = was."lastWords", last_direction = was."lastDirection",
         last_message_at = was."lastMessageAt", unread_since = was."unreadSince",
         -- An offer that was answered is taken: it does not come back with the words.
         assignee_id = case when was."assignment" = 'offered' then c.assignee_id else was."assigneeId" end,
         assignment = case when was."assignment" = 'offered' then c.assignment else was."assignment" end, version = c.version + 1
    from was
   where c.organization_id = $1 and c.id = $2 and c.version = was.version + 2
  returning c.id`

const RESTORE_PROMISE = sqlText`
  update conversation c
     set due_at = coalesce(c.due_at, (m.before_sending->>'dueAt')::timestamptz),
         unread_since = coalesce(c.unread_since, (m.before_sending->>'unreadSince')::timestamptz),
         state = case when c.state in ('resolved', 'snoozed') then 'open' else c.state end,
         resolved_at = null, snoozed_until = null, snoozed_for = null, version = c.version + 1
    from message m
   where c.organization_id = $1 and c.id = $2 and m.organization_id = $1 and m.id = $3 and m.before_sending is not null
     and c.state <> 'closed'`

/** The draft that was sent is gone with it; a file that did not go along belongs to nothing again. */
export async function deleteDraft(tx: Transaction, answer: NewAnswer): Promise<void> {
  const { author, conversationId, mode, draftVersion = null } = answer
  await tx.run(DELETE_DRAFT, [tx.context.organizationId, author.staffId, conversationId, mode, draftVersion])
}

const DELETE_DRAFT = sqlText`
  with gone as (
    delete from draft where organization_id = $1 and staff_id = $2 and conversation_id = $3 and mode = $4
       and ($5::bigint is null or device_version <= $5) returning id
  )
  update attachment set draft_id = null where organization_id = $1 and draft_id in (select id from gone) and message_id is null`
