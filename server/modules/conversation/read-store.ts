/** The SQL of the screens: lists by keyset, one conversation, its timeline. */
import type * as z from 'zod'
import { WHOLE_MAX } from '#contract/route.ts'
import type { Tone } from '#contract/tone.ts'
import type { IntentName } from '#engines/intent/intent-names.ts'
import type { Worded } from '#engines/triage/wording.ts'
import { identityLevelSql, VISITOR_OF_CHAT } from '#server/modules/identity/index.ts'
import type { Context } from '#server/platform/context.ts'
import type { Database, Transaction } from '#server/platform/database.ts'
import type { PlaceInTime } from '#server/platform/page-cursor.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { ToldFacts } from './policy.ts'
import type { Urgency } from './rules.ts'
import { hasNoWords, isEmpty } from './search-query.ts'
import { addSearch, addSimilar, isRare, numbersIn, type Searching } from './search-store.ts'
import { PRIVACY } from './store.ts'
import type { SaidWords, StoredUnderstanding } from './stored-understanding.ts'
import { UNREAD, VIEWS, type ViewName } from './views.ts'
import { reasonSql } from './worded-reason.ts'

export type ListedRow = {
  id: string
  number: string
  patientId: string | null
  patientName: string | null
  senderName: string | null
  subject: string
  lastWords: string
  lastDirection: 'in' | 'out' | 'note' | 'event'
  lastMessageAt: Date
  channel: string
  language: string
  state: string
  waitingOn: string | null
  urgency: Urgency
  urgencyReason: Worded | null
  tone: string | null
  dueAt: Date | null
  snoozedUntil: Date | null
  assigneeId: string | null
  assigneeName: string | null
  identityLevel: string
  alertOpen: boolean
  isUnread: boolean
  tags: string[]
  /** Of an emergency: the newest message that raised a flag. */
  flagged: (SaidWords & { result: StoredUnderstanding | null }) | null
  version: number
  sortAt: Date
}

/** `now`: the parameter that holds the moment. */
const rowAt = (now: string): string => `
  c.id, c.number, c.patient_id as "patientId", p.given || ' ' || p.family as "patientName",
  coalesce(r.given || ' ' || r.family,
    (select coalesce(party.display_name, party.address) from party
      where party.organization_id = $1 and party.conversation_id = c.id and party.role <> 'staff' order by party.joined_at limit 1)) as "senderName",
  c.subject, c.last_words as "lastWords", c.last_direction as "lastDirection", c.last_message_at as "lastMessageAt", c.channel, c.language,
  c.state, c.waiting_on as "waitingOn", c.urgency, ${reasonSql('c.urgency_reason', 'c.urgency_reason_es')} as "urgencyReason", c.tone, c.due_at as "dueAt",
  c.snoozed_until as "snoozedUntil", c.assignee_id as "assigneeId", s.given || ' ' || s.family as "assigneeName",
  ${identityLevelSql(now)} as "identityLevel",
  exists (select from safety_alert a where a.organization_id = $1 and a.conversation_id = c.id and a.accepted_at is null) as "alertOpen",
  (${UNREAD}) as "isUnread",
  c.tags, c.version,
  case when c.urgency = 'stat' then (
    select json_build_object('subject', m.subject, 'text', left(m.text, 5000), 'trimmed', left(m.trimmed, 5000), 'result', u.result)
      from safety_alert a
      join message m on m.organization_id = $1 and m.id = a.message_id
      left join understanding u on u.organization_id = $1 and u.message_id = m.id and u.version = 1
     where a.organization_id = $1 and a.conversation_id = c.id
     order by a.raised_at desc limit 1) end as flagged`

const JOINS = `
  left join patient p on p.organization_id = $1 and p.id = c.patient_id
  left join related_person r on r.organization_id = $1 and r.id = c.related_person_id
  left join staff_member s on s.organization_id = $1 and s.id = c.assignee_id`

export type ListQuery = {
  view: ViewName
  staffId: string
  /** `isSimilar`: names that are nearly the words, where nothing has them as they were typed. */
  searching?: Searching & { isSimilar: boolean }
  patientId?: string
  /** A further condition over `c`; `add` gives the parameter of a value. */
  also?: (add: (value: unknown) => string) => string
  /** What was left alone longest comes first, in place of the view's own order. */
  isOldestFirst?: boolean
  /** Somebody wrote the condition: its text is asked once, and not prepared. */
  isWritten?: boolean
  after?: PlaceInTime
  limit: number
  now: Date
}

export async function listConversations(tx: Transaction, query: ListQuery): Promise<ListedRow[]> {
  const { where, sort, ...view } = VIEWS[query.view]
  const direction = query.isOldestFirst ? 'asc' : view.direction
  const values: unknown[] = [tx.context.organizationId, query.staffId, query.limit, query.now]
  const conditions = [`c.organization_id = $1`, where]
  const add = (condition: (n: string) => string, value: unknown): void => {
    values.push(value)
    conditions.push(condition(`$${values.length}`))
  }
  // $2 must be used in each text, or PostgreSQL cannot tell its type.
  conditions.push(`$2::uuid is not null`)
  if (query.patientId) add((n) => `c.patient_id = ${n}`, query.patientId)
  if (query.also) conditions.push(query.also((value) => `$${values.push(value)}`))
  if (query.searching?.isSimilar) addSimilar(conditions, values, query.searching.search)
  else if (query.searching) addSearch(conditions, values, query.searching)
  if (query.after) {
    const compare = direction === 'desc' ? '<' : '>'
    values.push(query.after.at, query.after.id)
    conditions.push(`(c.${sort}, c.id) ${compare} ($${values.length - 1}::timestamptz, $${values.length}::uuid)`)
  }
  const text = `
    with page as (
      select c.* from conversation c
       where ${conditions.join(' and ')}
       order by c.${sort} ${direction}, c.id ${direction}
       limit $3
    )
    select ${rowAt('$4')}, c.${sort} as "sortAt"
      from page c ${JOINS}
     order by c.${sort} ${direction}, c.id ${direction}`
  return query.isWritten ? tx.runOnce<ListedRow>(text, values) : tx.run<ListedRow>(text, values)
}

/**
 * The list as it is, or what a search finds in it. Where nothing has the words, people whose names are nearly those, on one page
 * (`isSimilar`).
 */
export async function searchOrList(
  tx: Transaction,
  query: Omit<ListQuery, 'searching'>,
  searched: Omit<Searching, 'isRare' | 'numbers'> | undefined,
): Promise<{ rows: ListedRow[]; isSimilar: boolean }> {
  if (!searched || isEmpty(searched.search)) return { rows: await listConversations(tx, query), isSimilar: false }
  const searching = {
    ...searched,
    isRare: await isRare(tx, { ...searched, staffId: query.staffId }),
    numbers: await numbersIn(tx, searched.search),
  }
  const rows = await listConversations(tx, { ...query, searching: { ...searching, isSimilar: false } })
  if (rows.length > 0 || query.after || hasNoWords(searched.search)) return { rows, isSimilar: false }
  const similar = await listConversations(tx, { ...query, searching: { ...searching, isSimilar: true } })
  return { rows: similar, isSimilar: similar.length > 0 }
}

export type DetailRow = ListedRow & {
  topic: string | null
  firstUnreadSeq: number | null
  siteName: string | null
  siteTimeZone: string | null
  queueId: string | null
  queueName: string | null
  labels: string[]
  lastSeq: number
  mayBelongTo: string | null
  mayBelongNumber: string | null
  mayBelongReason: string | null
  follows: string | null
  privacy: { readerId: string | null } | null
  privacyLifted: { by: string; at: string; reason: string } | null
  mergedInto: string | null
  mergedNumber: string | null
}

export async function getConversation(
  tx: Transaction,
  id: string,
  staffId: string,
  now: Date,
): Promise<DetailRow | undefined> {
  const [row] = await tx.run<DetailRow>(GET, [tx.context.organizationId, staffId, id, now])
  return row
}

/** Who took back that one alone reads conversation `c` on the patient's side, and why. */
const LIFTED = `
  (select jsonb_build_object('by', by.given || ' ' || by.family, 'at', lifted.lifted_at, 'reason', lifted.lifted_reason)
     from conversation_privacy lifted join staff_member by on by.organization_id = $1 and by.id = lifted.lifted_by
    where lifted.organization_id = $1 and lifted.conversation_id = c.id and lifted.lifted_at is not null)`

const FIRST_UNREAD = `
  (select n.seq from message n
    where n.organization_id = $1 and n.conversation_id = c.id and n.direction = 'in' and n.seq > coalesce((
      select seen.seq from conversation_seen seen where seen.organization_id = $1 and seen.conversation_id = c.id
         and seen.reader_kind = 'staff' and seen.reader_id = $2), 0)
    order by n.seq limit 1)`

const GET = `
  select ${rowAt('$4')}, c.last_message_at as "sortAt", c.topic, site.name as "siteName", site.time_zone as "siteTimeZone", c.queue_id as "queueId",
         q.name as "queueName", c.labels, c.last_seq as "lastSeq", ${FIRST_UNREAD} as "firstUnreadSeq", c.may_belong_to as "mayBelongTo", b.number as "mayBelongNumber",
         c.may_belong_reason as "mayBelongReason", c.follows, ${PRIVACY} as privacy, ${LIFTED} as "privacyLifted", into_it.id as "mergedInto", into_it.number as "mergedNumber"
    from conversation c ${JOINS}
    left join site on site.organization_id = $1 and site.id = c.site_id
    left join queue q on q.organization_id = $1 and q.id = c.queue_id
    left join conversation b on b.organization_id = $1 and b.id = c.may_belong_to
    left join conversation into_it on into_it.organization_id = $1 and into_it.id = c.merged_into
   where c.organization_id = $1 and c.id = $3`

export type PartyRow = {
  partyId: string
  role: string
  kind: string
  personId: string | null
  name: string | null
  address: string | null
}

export async function partiesOf(tx: Transaction, conversationId: string): Promise<PartyRow[]> {
  return tx.run<PartyRow>(PARTIES, [tx.context.organizationId, conversationId])
}

const PARTIES = sqlText`
  select y.id as "partyId", y.role, y.address,
         case when y.related_person_id is not null then 'related-person' when y.patient_id is not null then 'patient'
              when y.staff_id is not null then 'staff' when y.visitor_id is not null then 'visitor' else 'unknown' end as kind,
         coalesce(y.related_person_id, y.patient_id, y.staff_id, y.visitor_id) as "personId",
         coalesce(r.given || ' ' || r.family, p.given || ' ' || p.family, s.given || ' ' || s.family, y.display_name) as name
    from party y
    left join patient p on p.organization_id = $1 and p.id = y.patient_id
    left join related_person r on r.organization_id = $1 and r.id = y.related_person_id
    left join staff_member s on s.organization_id = $1 and s.id = y.staff_id
   where y.organization_id = $1 and y.conversation_id = $2 and y.left_at is null
   order by y.joined_at
   limit 50`

/** What is told of an alert whose conversation the reader's labels do not open: nobody's words, and nobody's name but our own. */
export type HiddenAlertRow = {
  id: string
  conversationId: string
  urgency: 'asap' | 'stat'
  kind: 'triage' | 'crisis'
  raisedAt: Date
  step: number
  nextStepAt: Date | null
  told: { id: string; name: string }[] | null
}

export type AlertRow = HiddenAlertRow & {
  seq: number | null
  reason: Worded
  patientId: string | null
  patientName: string | null
  acceptedBy: string | null
  acceptedByName: string | null
  acceptedAt: Date | null
  acceptedByPhone: boolean
  said: SaidWords & { result: StoredUnderstanding | null }
}

const ALERT_HEAD = `
  a.id, a.conversation_id as "conversationId", a.urgency, a.kind, a.raised_at as "raisedAt", a.step, a.next_step_at as "nextStepAt",
  (select json_agg(json_build_object('id', t.id, 'name', t.given || ' ' || t.family) order by called.place)
     from unnest(a.audience) with ordinality called (id, place)
     join staff_member t on t.organization_id = $1 and t.id = called.id) as told`

const ALERT = `
  select ${ALERT_HEAD}, case when m.conversation_id = a.conversation_id then m.seq end as seq, ${reasonSql('a.reason', 'a.reason_es')} as reason, c.patient_id as "patientId", p.given || ' ' || p.family as "patientName",
         a.accepted_by as "acceptedBy", s.given || ' ' || s.family as "acceptedByName", a.accepted_at as "acceptedAt", a.accepted_by_phone as "acceptedByPhone",
         json_build_object('subject', m.subject, 'text', left(m.text, 5000), 'trimmed', left(m.trimmed, 5000), 'result', u.result) as said
    from safety_alert a
    join message m on m.organization_id = $1 and m.id = a.message_id
    left join understanding u on u.organization_id = $1 and u.message_id = m.id and u.version = 1
    join conversation c on c.organization_id = $1 and c.id = a.conversation_id
    left join patient p on p.organization_id = $1 and p.id = c.patient_id
    left join staff_member s on s.organization_id = $1 and s.id = a.accepted_by
   where a.organization_id = $1`

export const openAlerts = (tx: Transaction): Promise<AlertRow[]> =>
  tx.run<AlertRow>(`${ALERT} and a.accepted_at is null order by a.raised_at limit 100`, [tx.context.organizationId])

/** The open alerts beside those in `seen`, for a context of every label. */
export const otherOpenAlerts = (
  db: Database,
  context: Context,
  seen: readonly { id: string }[],
): Promise<HiddenAlertRow[]> =>
  db.read<HiddenAlertRow>(context, OTHER_ALERTS, [context.organizationId, seen.map(({ id }) => id)])

const OTHER_ALERTS = `
  select ${ALERT_HEAD} from safety_alert a
   where a.organization_id = $1 and a.accepted_at is null and a.id <> all ($2::uuid[]) order by a.raised_at limit 100`

export const alertsOf = (tx: Transaction, conversationId: string): Promise<AlertRow[]> =>
  tx.run<AlertRow>(`${ALERT} and a.conversation_id = $2 order by a.raised_at desc limit 20`, [
    tx.context.organizationId,
    conversationId,
  ])

export type MessageRow = {
  id: string
  conversationId: string
  seq: number
  direction: 'in' | 'out' | 'note' | 'event'
  channel: string
  authorKind: string
  authorId: string | null
  authorName: string | null
  text: string
  trimmed: string | null
  hasHtml: boolean
  hasRaw: boolean
  subject: string | null
  language: string
  urgency: Urgency
  receivedAt: Date
  claimedAt: Date | null
  answerTo: string | null
  automatic: string
  flags: string[]
  readers: string[]
  heldUntil: Date | null
  cancelledAt: Date | null
  attachments: { id: string; name: string; type: string; size: number; verdict: string; reason: string | null }[] | null
  deliveries:
    | {
        id: string
        channel: string
        address: string | null
        state: string
        cause: string | null
        at: string
        notBefore: string
        /** Written by software, and a person said that it leaves. */
        isAgreed: boolean
      }[]
    | null
  understandingState: string | null
  understanding: Record<string, unknown> | null
  corrected: { intent?: IntentName; language?: string; tone?: z.infer<typeof Tone> } | null
  asked: { id: string; answer: 'yes' | 'no' | 'not_sure' | 'in_words' | null }[] | null
  /** Of a message that came from another conversation; of the event in a place that a message left. */
  origin: { id: string; number: string } | null
  movedTo: { id: string; number: string } | null
}

export async function messagesOf(
  tx: Transaction,
  { conversationId, before, after, limit }: { conversationId: string; before?: number; after?: number; limit: number },
): Promise<MessageRow[]> {
  const rows = await tx.run<MessageRow>(after === undefined ? MESSAGES_BEFORE : MESSAGES_AFTER, [
    tx.context.organizationId,
    conversationId,
    after ?? before ?? 2_147_483_647,
    limit,
  ])
  return after === undefined ? rows.toReversed() : rows
}

/** When the message after this one came; undefined: it is the newest. */
export async function cameAfter(tx: Transaction, conversationId: string, seq: number): Promise<Date | undefined> {
  const [row] = await tx.run<{ at: Date }>(
    sqlText`select received_at as at from message
      where organization_id = $1 and conversation_id = $2 and seq > $3 order by seq limit 1`,
    [tx.context.organizationId, conversationId, seq],
  )
  return row?.at
}

/** The place before the first message that came at this moment or later. */
export async function placeBefore(tx: Transaction, conversationId: string, from: Date): Promise<number> {
  const [row] = await tx.run<{ seq: number }>(
    sqlText`select seq from message
      where organization_id = $1 and conversation_id = $2 and received_at >= $3 order by seq limit 1`,
    [tx.context.organizationId, conversationId, from],
  )
  return row ? row.seq - 1 : WHOLE_MAX
}

const MESSAGE = `
  select m.id, m.conversation_id as "conversationId", m.seq, m.direction, m.channel, m.author_kind as "authorKind", m.author_id as "authorId",
         coalesce(s.given || ' ' || s.family, r.given || ' ' || r.family, p.given || ' ' || p.family) as "authorName",
         m.text, m.trimmed, m.safe_html is not null as "hasHtml", m.raw_id is not null as "hasRaw", m.subject, m.language, m.urgency,
         m.received_at as "receivedAt", m.claimed_at as "claimedAt", m.answer_to as "answerTo", m.automatic, m.flags, m.readers, m.held_until as "heldUntil",
         m.cancelled_at as "cancelledAt", u.state as "understandingState", u.result as understanding,
         (select json_agg(json_build_object('id', q.question, 'answer', q.answer) order by q.place)
            from safety_dialogue w join safety_question q on q.organization_id = $1 and q.dialogue_id = w.id
           where w.organization_id = $1 and w.message_id = m.id) as asked,
         (select json_object_agg(l.what, l.value) filter (where l.value is not null) from (
            select distinct on (what) what, value from understanding_label
             where organization_id = $1 and message_id = m.id order by what, at desc, id desc) l) as corrected,
         (select json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size, 'verdict', f.verdict, 'reason', f.reason) order by f.id)
            from attachment f where f.organization_id = $1 and f.message_id = m.id) as attachments,
         (select json_agg(json_build_object('id', d.id, 'channel', d.channel, 'address', d.address, 'state', d.state, 'cause', d.cause,
                    'at', d.changed_at, 'notBefore', d.not_before, 'isAgreed', d.is_automatic and d.agreed <> '{}') order by d.id)
            from delivery d where d.organization_id = $1 and d.message_id = m.id) as deliveries,
         case when m.origin_id is not null then (select json_build_object('id', o.id, 'number', o.number) from conversation o
            where o.organization_id = $1 and o.id = m.origin_id) end as origin,
         case when m.direction = 'event' then (select json_build_object('id', o.id, 'number', o.number)
            from moved_message x join conversation_move v on v.organization_id = $1 and v.id = x.move_id
            join conversation o on o.organization_id = $1 and o.id = case when v.undone_at is null then v.target_id else v.source_id end
            where x.organization_id = $1 and x.placeholder_id = m.id) end as "movedTo"
    from message m
    left join staff_member s on m.author_kind = 'staff' and s.organization_id = $1 and s.id = m.author_id
    left join patient p on m.author_kind = 'patient' and p.organization_id = $1 and p.id = m.author_id
    left join related_person r on m.author_kind = 'related-person' and r.organization_id = $1 and r.id = m.author_id
    left join understanding u on u.organization_id = $1 and u.message_id = m.id and u.version = 1
   where m.organization_id = $1 and m.conversation_id = $2`

const MESSAGES_BEFORE = `${MESSAGE} and m.seq < $3 order by m.seq desc limit $4`
const MESSAGES_AFTER = `${MESSAGE} and m.seq > $3 order by m.seq limit $4`

export type EventRow = {
  id: string
  event: string
  at: Date
  actorName: string | null
  /** The rule that did it. */
  ruleName: string | null
  told: string[]
  detail: Record<string, unknown> | null
}

/** What happened around the messages between two moments, for the timeline. */
export async function eventsOf(tx: Transaction, conversationId: string, from: Date, to: Date): Promise<EventRow[]> {
  return tx.run<EventRow>(EVENTS, [tx.context.organizationId, conversationId, from, to])
}

const EVENTS = sqlText`
  select j.id, j.event, j.at, s.given || ' ' || s.family as "actorName", j.detail, v.name as "ruleName",
         array(select t.given || ' ' || t.family from staff_member t
                where t.organization_id = $1 and (j.detail->'audience' ? t.id::text or j.detail->>'to' = t.id::text)
                order by t.family, t.given) as told
    from journal j
    left join staff_member s on j.actor_kind = 'staff' and s.organization_id = $1 and s.id::text = j.actor_id
    left join rule_version v on v.organization_id = $1 and v.rule_id::text = j.detail->>'rule' and v.version = (j.detail->>'ruleVersion')::int
   where j.organization_id = $1 and j.conversation_id = $2 and j.at between $3 and $4 and j.action <> 'R'
     and j.event !~ '^(message\.(received|sent|duplicate|moved)|note\.|routing\.|translation\.|llm\.sent|assistant\.(decided|request-moved)|safety\.|delivery\.(queued|sending|handed_over|delivered|seen)|call\.(taken|asked|not-asked|held|rings-again|goes-on|ended|passed-on|back-in-line|outcome))'
   order by j.at
   limit 200`

export async function markSeen(
  tx: Transaction,
  {
    conversationId,
    readerKind,
    readerId,
    seq,
    now,
  }: { conversationId: string; readerKind: 'staff' | 'patient' | 'visitor'; readerId: string; seq: number; now: Date },
): Promise<void> {
  await tx.run(MARK_SEEN, [tx.context.organizationId, conversationId, readerKind, readerId, seq, now])
}

const MARK_SEEN = sqlText`
  insert into conversation_seen (organization_id, conversation_id, reader_kind, reader_id, seq, at)
  select $1, id, $3, $4, least($5, last_seq), $6 from conversation where organization_id = $1 and id = $2
  on conflict (organization_id, conversation_id, reader_kind, reader_id)
    do update set seq = greatest(conversation_seen.seq, excluded.seq), at = excluded.at`

/** A patient or visitor has read up to here: what was delivered to the portal or widget, or to the one that is named, is now seen. */
export async function markDeliveriesSeen(
  tx: Transaction,
  conversationId: string,
  seq: number,
  now: Date,
  onlyOf: 'widget' | null = null,
): Promise<void> {
  await tx.run(
    sqlText`update delivery d set state = 'seen', changed_at = $4
        from message m
       where d.organization_id = $1 and d.conversation_id = $2 and d.state = 'delivered' and d.channel in ('portal-chat', 'widget')
         and ($5::text is null or d.channel = $5) and m.organization_id = $1 and m.id = d.message_id and m.seq <= $3`,
    [tx.context.organizationId, conversationId, seq, now, onlyOf],
  )
}

/** What decides who may know of a conversation, for open screens. */
export async function factsOf(tx: Transaction, ids: readonly string[]) {
  return tx.run<ToldFacts>(FACTS, [tx.context.organizationId, ids])
}

/** As the chat reads it while its visitor has proved nothing: its own messages and files, who read or has them, and its alert. */
const SHOWN_IN_CHAT = `
  select concat_ws(' ', count(*), max(m.seq), count(*) filter (where m.direction = 'in' and m.seq <= r.seq),
           (array_agg(m.direction order by m.seq desc))[1] = 'in' and c.assignment = 'assigned',
           string_agg((select string_agg(f.verdict, '' order by f.id) from attachment f where f.organization_id = $1 and f.message_id = m.id), ',' order by m.seq),
           string_agg((select string_agg((a.accepted_at is null)::text, '' order by a.id) from safety_alert a
             where a.organization_id = $1 and a.conversation_id = c.id and a.message_id = m.id), ',' order by m.seq))
    from message m, lateral (
      select greatest(
        (select max(s.seq) from conversation_seen s where s.organization_id = $1 and s.conversation_id = c.id and s.reader_kind = 'staff'),
        (select max(w.seq) from message w where w.organization_id = $1 and w.conversation_id = c.id and w.author_kind = 'staff' and w.held_until is null)) as seq) r
   where m.organization_id = $1 and m.conversation_id = c.id and m.channel = 'widget' and m.direction in ('in', 'out') and m.held_until is null
     and m.cancelled_at is null`

const FACTS = `
  select c.id, c.organization_id as "organizationId", c.patient_id as "patientId", c.visitor_id as "visitorId", c.labels, ${PRIVACY} as privacy,
         case when c.visitor_id is null then false else coalesce(c.sender = ${VISITOR_OF_CHAT}, false) or v."isSure" end as "isOfChat",
         case when c.visitor_id is not null and not v."isSure" then (${SHOWN_IN_CHAT}) end as "shownInChat"
    from conversation c
    left join lateral (
      select ${identityLevelSql('now()', VISITOR_OF_CHAT)} in ('verified', 'verified_for') as "isSure") v on c.visitor_id is not null
   where c.organization_id = $1 and c.id = any ($2::uuid[])`
