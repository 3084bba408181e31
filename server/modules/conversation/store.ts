/** The SQL of the corridor inward: find, store once, route. Reading for screens is in read-store.ts, answering in send-store.ts. */
import { TASK_LASTS_DAYS } from '#engines/assistant/task-kinds.ts'
import { searchWords } from '#engines/text/search-words.ts'
import type { Worded } from '#engines/triage/wording.ts'
import { newId } from '#server/platform/id.ts'
import { rowsAsJson, type Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { CHAT_IDLE_MIN, CHAT_MAX_MIN, checksOfArrival } from '#server/modules/identity/index.ts'
import { grantCovers } from '#server/modules/patient/index.ts'
import { isProtocolSigned } from '#server/modules/protocol/index.ts'
import { uploaderOf } from './attachments.ts'
import { senderName, type InboundMessage } from './inbound-message.ts'
import type { Party } from './receive-message.ts'
import type { Said } from './said.ts'
import { REOPEN_DAYS_SQL } from './reopening.ts'
import {
  CONTINUES_HOURS,
  EMERGENCY_TEXT_GAP_MIN,
  REOPEN_DAYS,
  type ContentClass,
  type ConversationState,
  type Queue,
  type Urgency,
} from './rules.ts'
import { keptReason, reasonSql } from './worded-reason.ts'

export type LockedConversation = {
  id: string
  state: ConversationState
  resolvedAt: Date | null
  lastSeq: number
  urgency: Urgency
  urgencyReason: Worded | null
  language: string
  patientId: string | null
  relatedPersonId: string | null
  visitorId: string | null
  queueId: string | null
  assigneeId: string | null
  /** Whoever has it is not with us any more. */
  assigneeHasLeft: boolean
  assignment: 'unassigned' | 'offered' | 'assigned'
  siteId: string | null
  channel: string
  subject: string
  dueAt: Date | null
  lastMessageAt: Date
  labels: string[]
  privacy: { readerId: string | null } | null
  version: number
}

/** Who alone reads conversation `c` on the patient's side, if it is so. */
export const PRIVACY = `
  (select jsonb_build_object('readerId', p.reader_id) from conversation_privacy p where p.organization_id = $1 and p.conversation_id = c.id
     and p.lifted_at is null)`

/** The conversation, held until the transaction ends: two messages of one conversation take their numbers one after the other. */
export async function lockConversation(tx: Transaction, id: string): Promise<LockedConversation | undefined> {
  const [row] = await tx.run<LockedConversation>(LOCK_CONVERSATION, [tx.context.organizationId, id])
  return row
}

const LOCK_CONVERSATION = `
  select id, state, resolved_at as "resolvedAt", last_seq as "lastSeq", urgency,
         ${reasonSql('urgency_reason', 'urgency_reason_es')} as "urgencyReason", language, patient_id as "patientId", related_person_id as "relatedPersonId",
         visitor_id as "visitorId", queue_id as "queueId", assignee_id as "assigneeId", assignment,
         exists (select from staff_member s where s.organization_id = $1 and s.id = c.assignee_id and s.state <> 'active') as "assigneeHasLeft",
         site_id as "siteId", channel, subject, due_at as "dueAt", last_message_at as "lastMessageAt", labels, ${PRIVACY} as privacy, version
    from conversation c
   where organization_id = $1 and id = $2
     for no key update`

/** Nobody's, as the queue of its next word has it: who had it has left. */
export const release = (tx: Transaction, id: string) =>
  tx.run(
    `update conversation set assignee_id = null, assignment = 'unassigned' where organization_id = $1 and id = $2`,
    [tx.context.organizationId, id],
  )

export type Similar = {
  id: string
  /** It was proved that this person writes there. */
  isSure: boolean
}

/** The newest conversation of this person, about the same patient and matter, that a new message may belong to (desk-D5). */
export async function findSimilar(
  tx: Transaction,
  { patientId, relatedPersonId, aboutPatientId }: Party,
  matter: string | null,
  now: Date,
): Promise<Similar | undefined> {
  const about = aboutPatientId ?? patientId
  if (about === null || matter === null) return undefined
  const since = new Date(now.getTime() - CONTINUES_HOURS * 3_600_000)
  const [row] = await tx.run<Similar>(FIND_SIMILAR, [tx.context.organizationId, about, relatedPersonId, matter, since])
  return row
}

const FIND_SIMILAR = sqlText`
  select c.id, exists (select from identity_check i where i.organization_id = $1 and i.conversation_id = c.id and i.ended_at is null
           and i.level in ('verified', 'verified_for') and i.for_patient_id = c.patient_id) as "isSure"
    from conversation c
   where c.organization_id = $1 and c.patient_id = $2 and c.related_person_id is not distinct from $3::uuid and c.topic = $4
     and c.last_message_at > $5 and c.state in ('open', 'waiting', 'snoozed', 'resolved')
   order by c.last_message_at desc limit 1`

/**
 * The conversation that goes on in the same text thread of a telephone: this number wrote there within the window, and whose it is has
 * not been settled otherwise since (decision 0070); or a call of this number that we answered with a text (decision 0082); or where the person
 * whose number it is has begun a request that is not finished, on whatever channel, or went on with one by text (understanding-D66). The latest of them.
 */
export async function findTextThread(
  tx: Transaction,
  { address, patientId, relatedPersonId }: Party,
  { channelAccountId }: InboundMessage,
  now: Date,
): Promise<Similar | undefined> {
  if (address === null) return undefined
  const since = new Date(now.getTime() - CONTINUES_HOURS * 3_600_000)
  const [row] = await tx.run<Similar>(FIND_TEXT_THREAD, [
    tx.context.organizationId,
    address,
    channelAccountId,
    patientId,
    since,
    relatedPersonId,
    new Date(now.getTime() - TASK_LASTS_DAYS * 86_400_000),
    now,
  ])
  return row
}

const FIND_TEXT_THREAD = `
  select id, true as "isSure" from (
  select c.id, c.last_message_at as at, 0 as place
    from conversation c
    join party p on p.organization_id = $1 and p.conversation_id = c.id and p.address = $2 and p.role <> 'staff' and p.left_at is null
   where c.organization_id = $1 and c.channel in ('sms', 'voice') and c.last_message_at > $5
     and c.state in ('open', 'waiting', 'snoozed', 'resolved')
     and (c.patient_id is null or c.patient_id = $4::uuid)
     and (exists (select from message m where m.organization_id = $1 and m.conversation_id = c.id and m.direction = 'in'
         and m.channel = 'sms' and m.channel_account_id = $3::uuid)
       or c.channel = 'voice' and exists (select from delivery d where d.organization_id = $1 and d.conversation_id = c.id
         and d.channel = 'sms' and d.address = $2 and d.state in ('handed_over', 'delivered', 'seen')))
  union all
  -- A text of ours said that an answer waits in a chat, and may be replied to (desk-D45).
  select c.id, d.changed_at, 0
    from delivery d join conversation c on c.organization_id = $1 and c.id = d.conversation_id
   where d.organization_id = $1 and d.address = $2 and d.idempotency_key like '%:continuity' and d.changed_at > $5 and d.channel = 'sms'
     and d.state in ('sending', 'handed_over', 'delivered', 'seen', 'unknown') and c.state in ('open', 'waiting', 'snoozed', 'resolved')
     and (c.patient_id is null or c.related_person_id is null and c.patient_id = $4::uuid
       or c.related_person_id = $6::uuid and exists (select from proxy_link l where l.organization_id = $1 and l.related_person_id = $6::uuid
         and l.patient_id = c.patient_id and ${grantCovers('$8')}))
  union all
  -- A text of ours told a visit, and may be replied to (desk-D40). Where there is a thread already it stands beside it only since that one is closed
  -- to others, and what was asked there is answered there.
  select c.id, r.settled_at, 1
    from reminder_step r join conversation c on c.organization_id = $1 and c.id = r.conversation_id
   where r.organization_id = $1 and r.address = $2 and r.state = 'handed' and r.settled_at > $5
     and c.state in ('open', 'waiting', 'snoozed', 'resolved')
     and (c.patient_id is null or c.related_person_id is null and c.patient_id = $4::uuid)
  union all
  select c.id, c.last_message_at, 0
    from conversation c
   where c.organization_id = $1 and $4::uuid is not null and c.patient_id = $4::uuid and c.related_person_id is not distinct from $6::uuid
     and c.state in ('open', 'waiting', 'snoozed', 'resolved') and c.labels = '{}' and c.channel in ('portal-chat', 'widget', 'sms')
     and (exists (select from assistant_task t where t.organization_id = $1 and t.conversation_id = c.id
         and t.state in ('collecting', 'confirming', 'paused') and t.updated_at > $7)
       or c.channel <> 'sms' and c.last_message_at > $5 and exists (select from message m where m.organization_id = $1
         and m.conversation_id = c.id and m.direction = 'in' and m.channel = 'sms' and m.channel_account_id = $3::uuid and m.received_at > $5))
  ) thread order by place, at desc limit 1`

export type Routing = {
  /** In use. */
  queues: Queue[]
  /** Where the work of a queue that was taken out of use goes on (decision 0120). */
  successors: ReadonlyMap<string, string>
  sites: { id: string; timeZone: string; country: string; language: string; name: string; phone: string }[]
  /** What comes in is held out to somebody by the workload module. */
  isAutomatic: boolean
  /** Where the assistant answers what comes in. */
  assistantChannels: string[]
  /** For what the language model is asked. */
  llmUses: string[]
  /** How many days after it was resolved a new message opens a conversation again. */
  reopenDays: number
  /** Self-care may be told: a clinician signed the running triage protocol. */
  isProtocolSigned: boolean
}

/** Queues and sites change by an administrator's hand; a process may route by what it read this long ago, in milliseconds. */
const ROUTING_KEPT_MS = 5_000
const routingKept = new Map<string, { until: number; routing: Routing }>()

export async function loadRouting(tx: Transaction, now: Date): Promise<Routing> {
  const { organizationId, scope } = tx.context
  // A visitor's way does not see how work is given out; what it read is not for the corridor.
  const key = `${organizationId} ${scope.kind}`
  const kept = routingKept.get(key)
  if (kept && kept.until > now.getTime() && kept.until - now.getTime() <= ROUTING_KEPT_MS) return kept.routing
  const [all, sites, [policy], [organization], isSigned, [reopening]] = await Promise.all([
    tx.run<Queue & { successorId: string | null }>(
      `select id, kind, site_id as "siteId", languages, first_reply_minutes as "firstReplyMinutes", successor_id as "successorId"
         from queue where organization_id = $1 order by id`,
      [organizationId],
    ),
    tx.run<Routing['sites'][number]>(
      `select id, name, time_zone as "timeZone", country, language, phone from site where organization_id = $1 order by name`,
      [organizationId],
    ),
    tx.run<{ isAutomatic: boolean }>(
      `select is_automatic as "isAutomatic" from routing_policy where organization_id = $1 order by version desc limit 1`,
      [organizationId],
    ),
    tx.run<{ assistantChannels: string[]; llmUses: string[] }>(
      `select assistant_channels as "assistantChannels", llm_uses as "llmUses" from organization where organization_id = $1`,
      [organizationId],
    ),
    isProtocolSigned(tx),
    tx.run<{ days: number }>(REOPEN_DAYS_SQL, [organizationId]),
  ])
  const queues = all.filter(({ successorId }) => successorId === null)
  const successors = new Map(all.flatMap(({ id, successorId }) => (successorId === null ? [] : [[id, successorId]])))
  const routing = {
    queues,
    successors,
    sites,
    isAutomatic: policy?.isAutomatic ?? false,
    isProtocolSigned: isSigned,
    assistantChannels: organization?.assistantChannels ?? [],
    llmUses: organization?.llmUses ?? [],
    reopenDays: reopening?.days ?? REOPEN_DAYS,
  }
  routingKept.set(key, { until: now.getTime() + ROUTING_KEPT_MS, routing })
  return routing
}

export type NewInbound = {
  isNew: boolean
  /** Nobody waits for the answer: the transaction fails with StoredBefore if it was stored. */
  isSurelyNew: boolean
  conversationId: string
  messageId: string
  number: string
  inbound: InboundMessage
  author: Party
  text: string
  /** The conversation's language, settled. */
  language: string
  /** The language this one message was guessed to be. */
  messageLanguage: string
  urgency: Urgency
  urgencyNow: Urgency
  reason: Worded | null
  contentClass: ContentClass
  topic: string | null
  tone: string | null
  queueId: string | null
  siteId: string | null
  state: ConversationState
  due: Date | null
  lookAt: Date | null
  follows: string | null
  mayBelongTo: InboundMessage['mayBelongTo']
  understanding: Said
  now: Date
}

/** Characters of the list's last words, and of a subject. */
const LAST_WORDS_MAX = 200
const SUBJECT_MAX = 500

/** From now on this person alone reads it, of those on the patient's side; also where somebody had taken that back. */
export function keepPrivate(tx: Transaction, conversationId: string, readerId: string | null, now: Date): void {
  tx.push(KEEP_PRIVATE, [tx.context.organizationId, conversationId, readerId, now])
}

const KEEP_PRIVATE = sqlText`
  insert into conversation_privacy (organization_id, conversation_id, patient_id, reader_id, since)
  select $1, id, patient_id, $3, $4 from conversation where organization_id = $1 and id = $2
  on conflict (organization_id, conversation_id) do update
    set reader_id = excluded.reader_id, since = excluded.since, lifted_at = null, lifted_by = null, lifted_reason = null
   where conversation_privacy.lifted_at is not null`

/**
 * Stores inbox entry, conversation, party, message and understanding in one statement. The inbox entry's key makes it once:
 * a repeated hand-over inserts nothing and gives `undefined`. What is surely new goes by a statement that takes more messages than one.
 */
export async function insertInbound(
  tx: Transaction,
  row: NewInbound,
): Promise<{ seq: number; isIdReused: boolean } | undefined> {
  const { inbound, author, now } = row
  const shown = inbound.trimmed ?? row.text
  const [reason, reasonInSpanish] = keptReason(row.reason)
  const stored = {
    source: inbound.source,
    external_id: inbound.externalId,
    digest: `\\x${inbound.digest.toString('hex')}`,
    at: now,
    message_id: row.messageId,
    conversation_id: row.conversationId,
    channel: inbound.channel,
    channel_account_id: inbound.channelAccountId,
    author_kind: author.kind,
    author_id: author.id,
    text: row.text,
    trimmed: inbound.trimmed === row.text ? null : inbound.trimmed,
    safe_html: inbound.safeHtml,
    subject: inbound.subject?.slice(0, SUBJECT_MAX),
    message_language: row.messageLanguage,
    message_urgency: row.urgency,
    content_class: row.contentClass,
    reply_to: inbound.replyTo,
    claimed_at: inbound.claimedAt,
    answer_to: inbound.answerTo,
    automatic: inbound.automatic ?? 'none',
    flags: inbound.flags ?? [],
    words: searchWords(
      [
        inbound.subject ?? '',
        shown,
        ...(inbound.attachments ?? []).map(({ name }) => name),
        ...(inbound.uploadNames ?? []),
      ].join(' '),
    ),
    raw_id: inbound.raw ? newId(now.getTime()) : null,
    understanding_state: row.understanding.understanding ? 'understood' : 'not_understood',
    triage_urgency: row.understanding.understanding?.triage.urgency ?? 'urgent',
    understanding: row.understanding.understanding ?? {},
    language: row.language,
    urgency: row.urgencyNow,
    reason,
    reason_es: reasonInSpanish,
    tone: row.tone,
    queue_id: row.queueId,
    state: row.state,
    due_at: row.due,
    look_at: row.lookAt,
    last_words: oneLine(shown).slice(0, LAST_WORDS_MAX),
    topic: row.topic,
    sender: senderName(inbound.sender),
    checks: checksOfArrival(author.level, now).map(({ level, method, expiresAt }) => ({
      id: newId(now.getTime()),
      level,
      method,
      expires_at: expiresAt,
    })),
    check_person_id: author.level === 'verified_for' ? author.relatedPersonId : null,
    contact_point_id: author.contactPointId,
    about_patient_id: author.aboutPatientId,
    ...(row.isNew ? openingOf(row) : {}),
  }
  if (row.isSurelyNew && row.isNew) {
    tx.pushRows(OPEN_AND_STORE_NEW, [stored], (failure) =>
      failure.sqlstate === UNIQUE_VIOLATION && failure.constraint === 'inbox_entry_pkey' ? new StoredBefore() : failure,
    )
    return { seq: 1, isIdReused: false }
  }
  const values = [tx.context.organizationId, rowsAsJson([stored]), inbound.raw ?? null]
  return storedOf(
    row.isNew
      ? await tx.run<StoredRow>(OPEN_AND_STORE, values)
      : await tx.run<StoredRow>(STORE, [...values, CHAT_IDLE_MIN, CHAT_MAX_MIN]),
  )
}

/** What only a conversation that begins is given. */
const openingOf = ({ number, siteId, author, follows, mayBelongTo, now }: NewInbound) => ({
  number,
  site_id: siteId,
  patient_id: author.patientId,
  related_person_id: author.relatedPersonId,
  visitor_id: author.visitorId,
  follows,
  may_belong_to: mayBelongTo?.conversationId,
  may_belong_reason: mayBelongTo?.reason,
  party_id: newId(now.getTime()),
  address: author.address,
  name: author.name,
})

/** What was taken for new is stored already; the transaction has not happened. */
export class StoredBefore extends Error {}

const UNIQUE_VIOLATION = '23505'

type StoredRow = { seq: number; reused: boolean }
const storedOf = ([row]: StoredRow[]) => row && { seq: row.seq, isIdReused: row.reused }

const ROW = `
  r as materialized (
    select * from json_to_recordset($2::json) as given(
      source text, external_id text, digest bytea, at timestamptz, message_id uuid, conversation_id uuid, channel text, channel_account_id uuid,
      author_kind text, author_id uuid, text text, trimmed text, safe_html text, subject text, message_language text, message_urgency text,
      content_class text, reply_to uuid, claimed_at timestamptz, answer_to text, automatic text, flags text[], words text, raw_id uuid,
      understanding_state text, triage_urgency text, understanding jsonb, language text, urgency text, reason text, reason_es text, tone text,
      queue_id uuid, state text, due_at timestamptz, look_at timestamptz, last_words text, topic text, sender text, checks jsonb,
      check_person_id uuid, contact_point_id uuid, about_patient_id uuid, number text, site_id uuid, patient_id uuid, related_person_id uuid,
      visitor_id uuid, follows uuid, may_belong_to uuid, may_belong_reason text, party_id uuid, address text, name text)
  )`

const INSERT_ENTRY = `
    insert into inbox_entry (organization_id, source, external_id, content_digest, outcome, message_id, received_at)
    select $1, source, external_id, digest, 'stored', message_id, at from r`

const ENTRY = `${ROW}, entry as (${INSERT_ENTRY}
    on conflict do nothing
    returning message_id
  ), reused as (
    select i.external_id from r join inbox_entry i on i.organization_id = $1 and i.source = r.source and i.external_id = r.external_id
  ), raw as (
    insert into raw_message (organization_id, id, source, bytes, received_at)
    select $1, r.raw_id, r.source, $3::bytea, r.at from entry join r using (message_id) where r.raw_id is not null
  )`

const message = (flags: string) => `
  stored as (
    insert into message (organization_id, id, conversation_id, seq, direction, channel, channel_account_id, author_kind, author_id,
      text, trimmed, safe_html, subject, language, urgency, content_class, reply_to, external_id, content_digest, claimed_at,
      received_at, raw_id, automatic, flags, search, sender, answer_to)
    select $1, r.message_id, c.id, c.last_seq, 'in', r.channel, r.channel_account_id, r.author_kind, r.author_id,
      r.text, r.trimmed, r.safe_html, r.subject, r.message_language, r.message_urgency, r.content_class, r.reply_to, r.external_id, r.digest,
      r.claimed_at, r.at, r.raw_id, r.automatic, ${flags}, to_tsvector('simple', r.words), r.sender, r.answer_to
      from c join r on r.conversation_id = c.id
    returning seq
  ), understood as (
    insert into understanding (organization_id, message_id, state, language, triage_urgency, result, at)
    select $1, r.message_id, r.understanding_state, r.message_language, r.triage_urgency, r.understanding, r.at
      from c join r on r.conversation_id = c.id
  )`

const MESSAGE = message(
  `case when exists (select from reused) then array_append(r.flags, 'id-reused') else r.flags end`,
)

// What the sender's arrival proves, in a conversation that has only just begun.
const CHECKED = `
  checked as (
    insert into identity_check (organization_id, id, conversation_id, sender, level, method, for_patient_id, related_person_id,
      contact_point_id, at, expires_at)
    select $1, k.id, c.id, r.sender, k.level, k.method, r.about_patient_id, r.check_person_id, r.contact_point_id, r.at, k.expires_at
      from c join r on r.conversation_id = c.id,
        jsonb_to_recordset(r.checks) as k(id uuid, level text, method text, expires_at timestamptz)`

// Later once per sender: a session is proved again, a chat's code holds on while the chat goes on (desk-D9).
const CHECKED_AGAIN = `
  renewed as (
    update identity_check i
       set expires_at = case when i.method = 'session' then k.expires_at
         else least(r.at + make_interval(mins => $4), i.at + make_interval(mins => $5)) end
      from c join r on r.conversation_id = c.id
        left join jsonb_to_recordset(r.checks) as k(level text, method text, expires_at timestamptz) on k.method = 'session'
     where i.organization_id = $1 and i.conversation_id = c.id and i.sender = r.sender and i.ended_at is null
       and ((i.method = 'session' and k.level = i.level) or (i.method = 'code' and r.channel = 'widget' and i.expires_at > r.at))
  ), ${CHECKED}
     where not exists (
       select from identity_check i
        where i.organization_id = $1 and i.conversation_id = c.id and i.sender = r.sender and i.ended_at is null
          and i.level = k.level and i.method = k.method and i.contact_point_id is not distinct from r.contact_point_id)
  )`

const STORE = `
  with ${ENTRY}, c as (
    update conversation v
       set last_seq = last_seq + 1, version = version + 1,
           state = r.state, resolved_at = case when r.state = 'resolved' then resolved_at end,
           waiting_on = case when r.state = 'waiting' then waiting_on end,
           snoozed_until = case when r.state = 'snoozed' then snoozed_until end,
           snoozed_for = case when r.state = 'snoozed' then snoozed_for end,
           language = r.language, urgency = r.urgency, urgency_reason = r.reason, urgency_reason_es = r.reason_es,
           tone = coalesce(r.tone, v.tone), queue_id = r.queue_id,
           due_at = r.due_at, look_at = r.look_at, last_words = r.last_words, last_direction = 'in', last_message_at = r.at,
           unread_since = coalesce(unread_since, r.at), topic = coalesce(v.topic, r.topic), sender = r.sender
      from r
     where v.organization_id = $1 and v.id = r.conversation_id and exists (select from entry)
    returning v.id, v.last_seq
  ), ${MESSAGE}, ${CHECKED_AGAIN}
  select seq, exists (select from reused) as reused from stored`

const open = (storing: string) => `
  c as (
    insert into conversation (organization_id, id, number, subject, state, urgency, urgency_reason, urgency_reason_es, topic, language, tone, queue_id,
      patient_id, related_person_id, visitor_id, site_id, channel, last_seq, last_words, last_direction, last_message_at,
      first_message_at, unread_since, due_at, look_at, follows, may_belong_to, may_belong_reason, sender)
    select $1, r.conversation_id, r.number, coalesce(r.subject, ''), r.state, r.urgency, r.reason, r.reason_es, r.topic, r.language, r.tone, r.queue_id,
      r.patient_id, r.related_person_id, r.visitor_id, r.site_id, r.channel, 1, r.last_words, 'in', r.at,
      r.at, r.at, r.due_at, r.look_at, r.follows, r.may_belong_to, r.may_belong_reason, r.sender
      from entry join r using (message_id)
    returning id, last_seq
  ), ${storing}, joined as (
    insert into party (organization_id, id, conversation_id, role, patient_id, related_person_id, visitor_id, address, display_name, joined_at)
    select $1, r.party_id, c.id,
      case when r.related_person_id is not null then 'proxy' when r.patient_id is not null then 'patient' else 'author' end,
      r.patient_id, r.related_person_id, r.visitor_id, r.address, left(r.name, 320), r.at
      from c join r on r.conversation_id = c.id
  ), ${CHECKED})`

const OPEN_AND_STORE = `
  with ${ENTRY}, ${open(MESSAGE)}
  select seq, exists (select from reused) as reused from stored`

// A source that makes an id of its own for each message uses none twice, and has no raw form.
const OPEN_AND_STORE_NEW = `
  with ${ROW}, entry as (${INSERT_ENTRY}
    returning message_id
  ), ${open(message('r.flags'))}
  select from stored`

/** Messages before, of one conversation and time, that are read as pieces of one. */
const PIECES_MAX = 5
const PIECES_WITHIN_MIN = 15

/** What `author` wrote just before, or where that is null anybody of the other side, oldest first: since a person of ours last wrote, and since the last alert, which is told once. */
export async function piecesBefore(
  tx: Transaction,
  conversationId: string,
  author: Pick<Party, 'kind' | 'id'> | null,
  now: Date,
): Promise<string[]> {
  const since = new Date(now.getTime() - PIECES_WITHIN_MIN * 60_000)
  const { organizationId } = tx.context
  const of = [author?.kind ?? null, author?.id ?? null]
  const rows = await tx.run<{ text: string }>(PIECES, [organizationId, conversationId, since, PIECES_MAX, ...of])
  return rows.map(({ text }) => text).toReversed()
}

const PIECES = sqlText`
  select coalesce(m.trimmed, m.text) as text from message m
   where m.organization_id = $1 and m.conversation_id = $2 and m.received_at > $3 and m.direction = 'in' and m.cancelled_at is null
     and ($5::text is null or m.author_kind = $5 and m.author_id is not distinct from $6::uuid)
     and m.seq > coalesce((select max(o.seq) from message o
       where o.organization_id = $1 and o.conversation_id = $2 and o.received_at > $3 and o.direction = 'out' and o.author_kind = 'staff'), 0)
     and m.seq > coalesce((select max(f.seq) from safety_alert a join message f on f.organization_id = $1 and f.id = a.message_id
       where a.organization_id = $1 and a.conversation_id = $2), 0)
   order by m.seq desc limit $4`

/** What was stored before under the same source, id and content. */
export async function findStored(tx: Transaction, inbound: InboundMessage) {
  const [row] = await tx.run<{ messageId: string; conversationId: string; seq: number; urgency: Urgency }>(
    FIND_STORED,
    [tx.context.organizationId, inbound.source, inbound.externalId, inbound.digest],
  )
  return row
}

const FIND_STORED = sqlText`
  with entry as (
    update inbox_entry set repeats = repeats + 1
     where organization_id = $1 and source = $2 and external_id = $3 and content_digest = $4
    returning message_id
  )
  select m.id as "messageId", m.conversation_id as "conversationId", m.seq, m.urgency
    from message m join entry on entry.message_id = m.id
   where m.organization_id = $1`

export async function insertAttachments(
  tx: Transaction,
  {
    conversationId,
    messageId,
    inbound,
    now,
  }: { conversationId: string; messageId: string; inbound: InboundMessage; now: Date },
): Promise<void> {
  for (const file of inbound.attachments ?? []) {
    await tx.run(INSERT_ATTACHMENT, [
      tx.context.organizationId,
      newId(now.getTime()),
      conversationId,
      messageId,
      file.name,
      file.type,
      file.size,
      file.sha256,
      file.verdict,
      file.reason,
      file.disposition,
      file.contentId,
      file.storageKey,
      now,
    ])
  }
  if (inbound.attachmentIds?.length) {
    await tx.run(BIND_ATTACHMENTS, [
      tx.context.organizationId,
      conversationId,
      messageId,
      inbound.attachmentIds,
      uploaderOf(tx.context),
    ])
  }
}

/** What the files are called that whoever writes has uploaded and sends now. */
export async function namesOfUploads(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.run<{ name: string }>(NAMES_OF_UPLOADS, [
    tx.context.organizationId,
    ids,
    uploaderOf(tx.context),
  ])
  return rows.map(({ name }) => name)
}

const NAMES_OF_UPLOADS = sqlText`
  select name from attachment
   where organization_id = $1 and id = any ($2::uuid[]) and message_id is null and uploaded_by = $3 order by id limit 100`

const INSERT_ATTACHMENT = sqlText`
  insert into attachment (organization_id, id, conversation_id, message_id, name, type, size, sha256, verdict, reason, disposition,
    content_id, storage_key, received_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`

// A file that is not there (any more) does not hold the words up; whoever reads them is told to ask for it again.
const BIND_ATTACHMENTS = sqlText`
  with bound as (
    update attachment set conversation_id = $2, message_id = $3, draft_id = null
     where organization_id = $1 and id = any ($4::uuid[]) and message_id is null and uploaded_by = $5
    returning id
  )
  update message set flags = array_append(flags, 'files_missing')
   where organization_id = $1 and id = $3 and (select count(*) from bound) < (select count(distinct a) from unnest($4::uuid[]) a)`

/** The emergency text sent here within the gap, if any: it is not repeated at every line of one frightened person. */
export async function lastEmergencyText(
  tx: Transaction,
  conversationId: string,
  text: string,
  now: Date,
): Promise<boolean> {
  const rows = await tx.run(
    sqlText`select from message
      where organization_id = $1 and conversation_id = $2 and author_kind = 'system' and flags @> '{emergency}'
        and received_at > $3 and text = $4 limit 1`,
    [tx.context.organizationId, conversationId, new Date(now.getTime() - EMERGENCY_TEXT_GAP_MIN * 60_000), text],
  )
  return rows.length > 0
}

/**
 * The text in which something of a danger was last asked of this sender, within a day, and what the sender wrote since. A person who has spoken since,
 * by a message or a call, or another question of ours, has the answer.
 */
export async function emergencyTextBefore(
  tx: Transaction,
  conversationId: string,
  sender: string,
  now: Date,
): Promise<{ text: string; since: string[] } | undefined> {
  const from = new Date(now.getTime() - ANSWERED_WITHIN_HOURS * 3_600_000)
  const [row] = await tx.run<{ text: string; isOpen: boolean; since: string[] }>(ASKED_BEFORE, [
    tx.context.organizationId,
    conversationId,
    from,
    sender,
    ANSWERS_MAX,
  ])
  return row?.isOpen ? row : undefined
}

const ANSWERED_WITHIN_HOURS = 24
/** Messages of the sender in which an answer is looked for. */
export const ANSWERS_MAX = 3

// "Emergency? Call 911" in an answer to HELP, a receipt or after a missed call asks nothing.
const ASKED_BEFORE = sqlText`
  select o.text,
      'emergency' = any (o.flags) and o.author_kind = 'system'
      and coalesce((
        select i.sender = $4 from message i
         where i.organization_id = $1 and i.conversation_id = $2 and i.direction = 'in' and (i.received_at, i.seq) < (o.received_at, o.seq) and i.cancelled_at is null
         order by i.received_at desc, i.seq desc limit 1), false)
      and not exists (select from journal j
        where j.organization_id = $1 and j.conversation_id = $2 and j.event = 'call.answered' and j.at > o.received_at) as "isOpen",
      array(select coalesce(i.trimmed, i.text) from message i
        where i.organization_id = $1 and i.conversation_id = $2 and i.direction = 'in' and i.sender = $4 and (i.received_at, i.seq) > (o.received_at, o.seq)
          and i.cancelled_at is null
        order by i.received_at, i.seq limit $5) as since
    from message o
   where o.organization_id = $1 and o.conversation_id = $2 and o.direction = 'out' and o.cancelled_at is null and o.received_at > $3
     and (o.author_kind = 'staff' or o.flags && '{emergency,visit-reminder}' or o.flags && '{assistant,safety,rule}' and o.text like '%?%')
   order by o.received_at desc, o.seq desc limit 1`

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
