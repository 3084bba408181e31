/** The SQL of routing: its policy, who works, what they have in hand, decisions and offers. */
import { DEFAULT_POLICY, type RoutingPolicy } from '#engines/routing/policy.ts'
import type { Routed } from '#engines/routing/route.ts'
import type { Role } from '#contract/role.ts'
import { DEATH_TAGS } from '#contract/tag.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { HAD_IT_MIN, HEARTBEAT_LOST_SECONDS, type Holder } from './rules.ts'

export type QueueSkills = Record<string, Record<string, number>>
export type StoredPolicy = {
  /** 0: nothing was ever set. */
  version: number
  isAutomatic: boolean
  policy: RoutingPolicy
  queueSkills: QueueSkills
}

export async function loadPolicy(tx: Transaction): Promise<StoredPolicy> {
  const [row] = await tx.run<StoredPolicy>(POLICY, [tx.context.organizationId])
  // What is set today may have had no name when it was saved.
  return row ? { ...row, policy: { ...DEFAULT_POLICY, ...row.policy } } : NEVER_SET
}

/** Since when work is given out without a break; null: it is not. */
export async function givesOutSince(tx: Transaction): Promise<Date | null> {
  const [row] = await tx.run<{ since: Date | null }>(GIVES_OUT_SINCE, [tx.context.organizationId])
  return row?.since ?? null
}
const GIVES_OUT_SINCE = sqlText`
  select min(at) as since from routing_policy
   where organization_id = $1
     and version > coalesce((select max(version) from routing_policy where organization_id = $1 and not is_automatic), 0)`

const NEVER_SET: StoredPolicy = { version: 0, isAutomatic: false, policy: DEFAULT_POLICY, queueSkills: {} }

const POLICY = sqlText`
  select version, is_automatic as "isAutomatic", policy, queue_skills as "queueSkills"
    from routing_policy where organization_id = $1 order by version desc limit 1`

/** @returns false when somebody saved another version meanwhile. */
export async function savePolicy(tx: Transaction, next: StoredPolicy, authorId: string, now: Date): Promise<boolean> {
  const { version, isAutomatic, policy, queueSkills } = next
  const rows = await tx.run(SAVE_POLICY, [
    tx.context.organizationId,
    version,
    isAutomatic,
    JSON.stringify(policy),
    JSON.stringify(queueSkills),
    authorId,
    now,
  ])
  // What was in somebody's hands before routing was ever there counts from now on.
  if (rows.length > 0 && isAutomatic) await tx.run(COUNT_OLD_WORK, [tx.context.organizationId, now])
  return rows.length > 0
}

const SAVE_POLICY = sqlText`
  insert into routing_policy (organization_id, version, is_automatic, policy, queue_skills, author_id, at)
  select $1, $2 + 1, $3, $4::jsonb, $5::jsonb, $6, $7
   where coalesce((select max(version) from routing_policy where organization_id = $1), 0) = $2
  on conflict do nothing
  returning version`
const COUNT_OLD_WORK = sqlText`
  insert into work_span (organization_id, conversation_id, staff_id, from_at)
  select c.organization_id, c.id, c.assignee_id, $2 from conversation c
   where c.organization_id = $1 and c.state = 'open' and c.assignee_id is not null
  on conflict do nothing`

/** Decisions of one organization are made one after the other: two at once would both count on the same free person. */
export const lockDecisions = async (tx: Transaction): Promise<void> =>
  void (await tx.run(`select pg_advisory_xact_lock(hashtext('routing'), hashtext($1))`, [tx.context.organizationId]))

export type AgentRow = {
  id: string
  role: Role
  labels: string[]
  languages: string[]
  siteId: string | null
  queueIds: string[]
  isAccepting: boolean
  isAlive: boolean
  returnedAt: Date | null
  capacity: number
  skills: Record<string, number>
  /** Ends of the shift that runs now; null without one. */
  shiftEndsAt: Date | null
  isOwnOrFamilyChart: boolean
  /** Since when nothing new came. */
  idleSince: Date | null
  givenSinceReturn: number
}

/** Everybody who may work at the desk; `patientId`: whose chart it is about. */
export const loadAgents = (tx: Transaction, patientId: string | null, now: Date): Promise<AgentRow[]> =>
  tx.run<AgentRow>(AGENTS, [tx.context.organizationId, patientId, now, HEARTBEAT_LOST_SECONDS])

const AGENTS = sqlText`
  select s.id, s.role, s.labels, s.languages, s.site_id as "siteId", s.is_accepting and a.away_since is null as "isAccepting",
    coalesce(a.seen_at > $3::timestamptz - make_interval(secs => $4), false) as "isAlive", a.returned_at as "returnedAt",
    coalesce(r.capacity, 100) as capacity, coalesce(r.skills, '{}') as skills,
    array(select q.queue_id from queue_member q where q.organization_id = $1 and q.staff_id = s.id order by q.queue_id) as "queueIds",
    (select max(h.ends_at) from shift h where h.organization_id = $1 and h.staff_id = s.id and h.starts_at <= $3 and h.ends_at > $3) as "shiftEndsAt",
    $2::uuid is not null and (
      exists (select from portal_account p left join related_person n on n.organization_id = $1 and n.id = p.related_person_id
               where p.organization_id = $1 and p.account_id = s.account_id and $2 in (p.patient_id, n.patient_id))
      or exists (select from contact_point p left join related_person n on n.organization_id = $1 and n.id = p.related_person_id
               where p.organization_id = $1 and p.value = s.email and $2 in (p.patient_id, n.patient_id))) as "isOwnOrFamilyChart",
    (select max(w.from_at) from work_span w where w.organization_id = $1 and w.staff_id = s.id) as "idleSince",
    (select count(*)::int from routing_offer o where o.organization_id = $1 and o.staff_id = s.id and o.offered_at >= a.returned_at) as "givenSinceReturn"
  from staff_member s
  left join availability a on a.organization_id = $1 and a.staff_id = s.id
  left join capacity_rule r on r.organization_id = $1 and r.staff_id = s.id
  where s.organization_id = $1 and s.state = 'active' and s.role <> 'administrator'
  order by s.id limit 2000`

/** Whether the organization plans shifts: then only who has one works. */
export async function hasShifts(tx: Transaction, now: Date): Promise<boolean> {
  const rows = await tx.run(`select from shift where organization_id = $1 and ends_at > $2 limit 1`, [
    tx.context.organizationId,
    new Date(now.getTime() - 86_400_000),
  ])
  return rows.length > 0
}

export type SpanRow = {
  staffId: string
  /** A turn at the front desk that was served, or being in a visit room; null: a conversation in hand. */
  ownKind: 'front-desk' | 'video' | null
  channel: string
  lastMessageAt: Date
  /** When its calls began and ended that reach into that time, in their order; the last may run. */
  callsFrom: Date[]
  callsTo: (Date | null)[]
  isDistressing: boolean
  from: Date
  to: Date | null
}

/** Calls of one conversation that are weighed. */
const CALLS_MAX = 20

/** What is in somebody's hands, and what ended since. */
export const loadSpans = (tx: Transaction, since: Date, now: Date): Promise<SpanRow[]> =>
  tx.run<SpanRow>(SPANS, [tx.context.organizationId, since, now, CALLS_MAX])

/** A death is told of for so long; who writes about a bill a year later is in no high distress for it. */
const DIED_LATELY_DAYS = 30

/**
 * A crisis of any kind (abuse among them), or strong anger or grief, in what was written within a day before the end; or the patient died lately, or
 * somebody of the desk tagged the conversation with a death.
 */
const distressOf = (conversation: string, until: string): string => `(exists (
  select from message m join understanding u on u.organization_id = $1 and u.message_id = m.id and u.version = 1
   where m.organization_id = $1 and m.conversation_id = ${conversation} and m.direction = 'in'
     and m.received_at between ${until} - interval '24 hours' and ${until}
     and (jsonb_array_length(coalesce(u.result #> '{crisis,kinds}', '[]')) > 0
       or (u.result #>> '{emotions,intensity}' = '3'
           and jsonb_path_exists(u.result, '$.emotions.tones[*] ? (@.tone == "anger" || @.tone == "sadness")'))))
  or exists (
  select from conversation a join patient p on p.organization_id = $1 and p.id = a.patient_id
   where a.organization_id = $1 and a.id = ${conversation}
     and p.deceased_on between (${until})::date - ${DIED_LATELY_DAYS} and (${until})::date + 1)
  or exists (
  select from conversation a, unnest(a.tags) tag
   where a.organization_id = $1 and a.id = ${conversation} and lower(tag) = any ('{${Object.values(DEATH_TAGS).join()}}')))`

/** A call that has begun and is not over at that moment; what was recorded is heard later. */
const inCall = (conversation: string, at: string): string => `exists (
  select from call l where l.organization_id = $1 and l.conversation_id = ${conversation} and l.started_at <= ${at}
     and l.state <> 'recording' and (l.ended_at is null or l.ended_at >= ${at}))`

/** The calls about it in which there was a person, or may be: what runs counts from its begin, as it does where it is held out. */
const calls = (which: 'started_at' | 'ended_at'): string => `array(
  select l.${which} from call l where l.organization_id = $1 and l.conversation_id = c.id and l.started_at <= $3
     and (l.state = 'talked' or l.ended_at is null and l.state <> 'recording')
     and (l.ended_at is null or l.ended_at > greatest(w.from_at, $2)) and (w.to_at is null or l.started_at < w.to_at)
   order by l.started_at, l.id limit $4)`

// Serving a turn, and talking in a visit room, is work of its own beside its conversation, which may be another's (desk-D31, decisions 0087, 0261).
const SPANS = `
  select w.staff_id as "staffId", null::text as "ownKind", c.channel, c.last_message_at as "lastMessageAt", w.from_at as "from", w.to_at as "to",
    ${calls('started_at')} as "callsFrom", ${calls('ended_at')} as "callsTo", ${distressOf('c.id', 'coalesce(w.to_at, c.last_message_at)')} as "isDistressing"
  from work_span w join conversation c on c.organization_id = $1 and c.id = w.conversation_id
  where w.organization_id = $1 and (w.to_at is null or w.to_at > $2)
  union all
  select t.staff_id, 'front-desk', c.channel, c.last_message_at, t.serving_at, t.ended_at, '{}', '{}',
    ${distressOf('c.id', 'coalesce(t.ended_at, c.last_message_at)')}
  from front_desk_turn t join conversation c on c.organization_id = $1 and c.id = t.conversation_id
  where t.organization_id = $1 and t.serving_at is not null and (t.ended_at > $2 or (t.state = 'serving' and t.serving_at > $2::timestamptz - interval '12 hours'))
  union all
  select t.person_id, 'video', c.channel, c.last_message_at, t.joined_at, t.left_at, '{}', '{}',
    ${distressOf('c.id', 'coalesce(t.left_at, c.last_message_at)')}
  from visit_room_seat t
  join visit_room r on r.organization_id = $1 and r.id = t.room_id
  join conversation c on c.organization_id = $1 and c.id = r.conversation_id
  where t.organization_id = $1 and t.person_kind = 'staff' and (t.left_at is null or t.left_at > $2)
    and t.joined_at > $2::timestamptz - interval '12 hours'
  order by "from", "staffId"`

export type About = {
  isDistressing: boolean
  hasOpenAlert: boolean
  isInCall: boolean
  answeredBy: string[]
  passedBy: string[]
}

export async function loadAbout(
  tx: Transaction,
  conversation: { id: string; patientId: string | null },
  now: Date,
): Promise<About> {
  const { organizationId } = tx.context
  const [[row], answered, had] = await Promise.all([
    tx.run<Pick<About, 'isDistressing' | 'hasOpenAlert' | 'isInCall'>>(ABOUT, [organizationId, conversation.id, now]),
    tx.run<{ id: string }>(ANSWERED_BY, [
      organizationId,
      conversation.id,
      conversation.patientId,
      new Date(now.getTime() - KNOWN_DAYS * 86_400_000),
    ]),
    tx.run<{ id: string }>(HAD_IT, [organizationId, conversation.id, new Date(now.getTime() - HAD_IT_MIN * 60_000)]),
  ])
  return {
    isDistressing: row?.isDistressing ?? false,
    hasOpenAlert: row?.hasOpenAlert ?? false,
    isInCall: row?.isInCall ?? false,
    answeredBy: answered.map(({ id }) => id),
    passedBy: had.map(({ id }) => id),
  }
}

/** Who answered a person within this time knows the person. */
const KNOWN_DAYS = 90
const ABOUT = `
  select ${distressOf('$2::uuid', '$3::timestamptz')} as "isDistressing",
    exists (select from safety_alert a where a.organization_id = $1 and a.conversation_id = $2 and a.accepted_at is null) as "hasOpenAlert",
    ${inCall('$2::uuid', '$3::timestamptz')} as "isInCall"`
const ANSWERED_BY = sqlText`
  select m.author_id as id from message m
   where m.organization_id = $1 and m.direction = 'out' and m.author_kind = 'staff' and m.received_at > $4
     and m.conversation_id in (
       select $2::uuid union
       (select c.id from conversation c where c.organization_id = $1 and c.patient_id = $3::uuid order by c.last_message_at desc limit 20))
   group by m.author_id order by max(m.received_at) desc, m.author_id limit 5`
const HAD_IT = sqlText`
  select distinct staff_id as id from work_span where organization_id = $1 and conversation_id = $2 and to_at > $3 order by staff_id`

export async function insertSnapshot(
  tx: Transaction,
  { conversationId, input, outcome }: { conversationId: string; input: object; outcome: Routed },
  now: Date,
): Promise<string> {
  const id = newId(now.getTime())
  await tx.run(INSERT_SNAPSHOT, [
    tx.context.organizationId,
    id,
    conversationId,
    JSON.stringify(input),
    JSON.stringify(outcome),
    now,
  ])
  return id
}
const INSERT_SNAPSHOT = sqlText`
  insert into routing_snapshot (organization_id, id, conversation_id, input, outcome, at) values ($1, $2, $3, $4::jsonb, $5::jsonb, $6)`

export type Decision = { id: string; at: Date; outcome: Routed }

/** The newest decision about a conversation. */
export const newestDecision = async (tx: Transaction, conversationId: string): Promise<Decision | undefined> =>
  (await tx.run<Decision>(NEWEST, [tx.context.organizationId, conversationId]))[0]
const NEWEST = sqlText`
  select id, at, outcome from routing_snapshot where organization_id = $1 and conversation_id = $2 order by at desc, id desc limit 1`

export type Offer = {
  id: string
  conversationId: string
  staffId: string
  snapshotId: string
  state: 'offered' | 'accepted' | 'passed' | 'withdrawn'
  expiresAt: Date
}

export async function insertOffer(
  tx: Transaction,
  offer: Pick<Offer, 'conversationId' | 'staffId' | 'snapshotId' | 'expiresAt'>,
  now: Date,
): Promise<string> {
  const id = newId(now.getTime())
  const { conversationId, staffId, snapshotId, expiresAt } = offer
  await tx.run(INSERT_OFFER, [tx.context.organizationId, id, conversationId, staffId, snapshotId, now, expiresAt])
  return id
}
const INSERT_OFFER = sqlText`
  insert into routing_offer (organization_id, id, conversation_id, staff_id, snapshot_id, state, offered_at, expires_at)
  values ($1, $2, $3, $4, $5, 'offered', $6, $7)`

/** Conversations that are held out to somebody now, in the order in which they are locked. */
export const heldOut = async (tx: Transaction, limit: number): Promise<string[]> =>
  (
    await tx.run<{ id: string }>(
      `select id from conversation where organization_id = $1 and assignment = 'offered' order by id limit $2`,
      [tx.context.organizationId, limit],
    )
  ).map(({ id }) => id)

export const findOffer = async (tx: Transaction, offerId: string): Promise<Offer | undefined> =>
  (await tx.run<Offer>(`${OFFER} and id = $2`, [tx.context.organizationId, offerId]))[0]
export const offerOf = async (tx: Transaction, conversationId: string): Promise<Offer | undefined> =>
  (await tx.run<Offer>(`${OFFER} and conversation_id = $2 and state = 'offered'`, [tx.context.organizationId, conversationId]))[0] // prettier-ignore
const OFFER = `
  select id, conversation_id as "conversationId", staff_id as "staffId", snapshot_id as "snapshotId", state, expires_at as "expiresAt"
    from routing_offer where organization_id = $1`

export const passOffer = async (tx: Transaction, offerId: string, now: Date): Promise<void> =>
  void (await tx.run(
    `update routing_offer set state = 'passed', settled_at = $3 where organization_id = $1 and id = $2 and state = 'offered'`,
    [tx.context.organizationId, offerId, now],
  ))

/** Marks a heartbeat where work is given out by itself. @returns whether the person was gone until now. */
export async function markSeen(tx: Transaction, staffId: string, now: Date): Promise<boolean> {
  const [row] = await tx.run<{ isBack: boolean }>(MARK_SEEN, [
    tx.context.organizationId,
    staffId,
    now,
    HEARTBEAT_LOST_SECONDS,
  ])
  return row?.isBack ?? false
}
const MARK_SEEN = sqlText`
  insert into availability as a (organization_id, staff_id, seen_at, returned_at)
  select $1, $2, $3, $3
   where (select is_automatic from routing_policy where organization_id = $1 order by version desc limit 1)
  on conflict (organization_id, staff_id) do update
    set seen_at = greatest(a.seen_at, $3),
        returned_at = case when a.seen_at > $3::timestamptz - make_interval(secs => $4) then a.returned_at else $3 end
  returning returned_at = $3 as "isBack"`

export type AwayReason = 'break' | 'meal' | 'meeting' | 'training' | 'paperwork' | 'other'

/** `awayReason` null: here, and ready for work. Only a word of one's own tells that somebody is at the desk. */
export const setAway = async (
  tx: Transaction,
  { staffId, awayReason, isOwnWord }: { staffId: string; awayReason: AwayReason | null; isOwnWord: boolean },
  now: Date,
): Promise<void> => void (await tx.run(SET_AWAY, [tx.context.organizationId, staffId, awayReason, now, isOwnWord]))
const SET_AWAY = sqlText`
  insert into availability as a (organization_id, staff_id, away_reason, away_since, seen_at, returned_at)
  values ($1, $2, $3::text, case when $3::text is not null then $4::timestamptz end,
          case when $5::boolean then $4 end, case when $5::boolean then $4 end)
  on conflict (organization_id, staff_id) do update
    set away_reason = $3::text, seen_at = case when $5::boolean then greatest(a.seen_at, $4) else a.seen_at end,
        away_since = case when $3::text is not null then coalesce(a.away_since, $4) end,
        returned_at = case when $5::boolean and $3::text is null and a.away_since is not null then $4 else a.returned_at end`

export type Availability = { awayReason: AwayReason | null; awaySince: Date | null; isAccepting: boolean }
export const availabilityOf = async (tx: Transaction, staffId: string): Promise<Availability | undefined> =>
  (await tx.run<Availability>(AVAILABILITY, [tx.context.organizationId, staffId]))[0]
const AVAILABILITY = sqlText`
  select a.away_reason as "awayReason", a.away_since as "awaySince", s.is_accepting as "isAccepting"
    from staff_member s left join availability a on a.organization_id = $1 and a.staff_id = s.id
   where s.organization_id = $1 and s.id = $2`

/**
 * Open conversations that wait for an answer and are nobody's: the most urgent first, then some of the others, so that what fits
 * nobody does not stand in the way of what would.
 */
export async function unassigned(tx: Transaction, most: number): Promise<string[]> {
  const { organizationId } = tx.context
  const [first, others] = await Promise.all([
    tx.run<{ id: string }>(MOST_URGENT, [organizationId, Math.ceil(most / 2)]),
    tx.run<{ id: string }>(SOME_OTHERS, [organizationId, Math.floor(most / 2)]),
  ])
  return [...new Set([...first, ...others].map(({ id }) => id))]
}
/** Who holds a queue number is called at the front desk, and not given out beside it. */
const NOT_AT_THE_DESK = `not exists (select from front_desk_turn t
  where t.organization_id = $1 and t.conversation_id = conversation.id and t.state in ('waiting', 'called', 'serving'))`
const MOST_URGENT = `
  select id from conversation
   where organization_id = $1 and state = 'open' and assignee_id is null and unread_since is not null and ${NOT_AT_THE_DESK}
   order by urgency_rank desc, due_at nulls last, id limit $2`
const SOME_OTHERS = `
  select id from (
    select id from conversation
     where organization_id = $1 and state = 'open' and assignee_id is null and unread_since is not null and ${NOT_AT_THE_DESK}
     order by last_message_at desc, id desc limit 2000) newest
   order by random() limit $2`

/** Whether anybody is here who could be given work at all. */
export async function isAnybodyHere(tx: Transaction, now: Date): Promise<boolean> {
  const rows = await tx.run(ANYBODY_HERE, [tx.context.organizationId, now, HEARTBEAT_LOST_SECONDS])
  return rows.length > 0
}
const ANYBODY_HERE = sqlText`
  select from availability
   where organization_id = $1 and away_since is null and seen_at > $2::timestamptz - make_interval(secs => $3) limit 1`

export type Held = { id: string; assigneeId: string }

/** Urgent and live work of those who may be gone; which of it moves is a rule. */
export const heldByTheAbsent = (tx: Transaction, now: Date, limit: number): Promise<Held[]> =>
  tx.run<Held>(HELD_BY_THE_ABSENT, [tx.context.organizationId, now, HEARTBEAT_LOST_SECONDS, limit])
const HELD_BY_THE_ABSENT = `
  select c.id, c.assignee_id as "assigneeId"
  from conversation c
  left join availability a on a.organization_id = $1 and a.staff_id = c.assignee_id
  where c.organization_id = $1 and c.state = 'open' and c.assignee_id is not null
    and (c.urgency_rank > 0 or c.channel = 'widget' or c.channel = 'voice' and ${inCall('c.id', '$2')})
    and (a.seen_at is null or a.seen_at <= $2::timestamptz - make_interval(secs => $3) or a.away_since is not null)
  order by c.urgency_rank desc, c.last_message_at desc, c.id limit $4`

/** How it is with the one who has it, and whether he is in a call of it. */
export async function holderOf(
  tx: Transaction,
  conversationId: string,
  staffId: string,
  now: Date,
): Promise<Holder & { isInCall: boolean }> {
  const values = [tx.context.organizationId, conversationId, staffId, now]
  const [row] = await tx.run<Holder & { isInCall: boolean }>(HOLDER, values)
  return row ?? { seenAt: null, awaySince: null, isInCall: false }
}
const HOLDER = `
  select a.seen_at as "seenAt", a.away_since as "awaySince", ${inCall('$2::uuid', '$4::timestamptz')} as "isInCall"
    from staff_member s left join availability a on a.organization_id = $1 and a.staff_id = s.id
   where s.organization_id = $1 and s.id = $3`

export type CapacityRule = { staffId: string; capacity: number; skills: Record<string, number>; version: number }

/** @returns the rule as it is now; undefined when somebody changed it meanwhile, or there is no such member. */
export async function saveCapacity(
  tx: Transaction,
  rule: CapacityRule,
  { authorId, now }: { authorId: string; now: Date },
): Promise<CapacityRule | undefined> {
  const { staffId, capacity, skills, version } = rule
  const [row] = await tx.run<CapacityRule>(SAVE_CAPACITY, [
    tx.context.organizationId,
    staffId,
    capacity,
    JSON.stringify(skills),
    version,
    authorId,
    now,
  ])
  return row
}
const SAVE_CAPACITY = sqlText`
  insert into capacity_rule as r (organization_id, staff_id, capacity, skills, author_id, changed_at)
  select $1, s.id, $3, $4::jsonb, $6, $7 from staff_member s
   where s.organization_id = $1 and s.id = $2 and s.state <> 'ended'
     and ($5 = 0 or exists (select from capacity_rule k where k.organization_id = $1 and k.staff_id = $2))
  on conflict (organization_id, staff_id) do update set capacity = $3, skills = $4::jsonb, version = r.version + 1, author_id = $6, changed_at = $7
    where r.version = $5
  returning staff_id as "staffId", capacity, skills, version`

export type ListedCapacity = CapacityRule & { name: string; author: string | null; changedAt: Date | null }

export const listCapacities = (tx: Transaction): Promise<ListedCapacity[]> =>
  tx.run(LIST_CAPACITIES, [tx.context.organizationId])
const LIST_CAPACITIES = sqlText`
  select s.id as "staffId", s.given || ' ' || s.family as name, coalesce(r.capacity, 100) as capacity, coalesce(r.skills, '{}') as skills,
    coalesce(r.version, 0) as version, a.given || ' ' || a.family as author, r.changed_at as "changedAt"
  from staff_member s left join capacity_rule r on r.organization_id = $1 and r.staff_id = s.id
  left join staff_member a on a.organization_id = $1 and a.id = r.author_id
  where s.organization_id = $1 and s.state <> 'ended' and s.role <> 'administrator' order by s.family, s.given, s.id limit 2000`

export type Shift = { startsAt: Date; endsAt: Date }

/** Replaces what one person's shifts were from `from` on. @returns false when there is no such member. */
export async function replaceShifts(
  tx: Transaction,
  { staffId, from, shifts }: { staffId: string; from: Date; shifts: readonly Shift[] },
  now: Date,
): Promise<boolean> {
  const { organizationId } = tx.context
  const [member] = await tx.run(
    `select from staff_member where organization_id = $1 and id = $2 and state <> 'ended' for no key update`,
    [organizationId, staffId],
  )
  if (!member) return false
  await tx.run(`delete from shift where organization_id = $1 and staff_id = $2 and starts_at >= $3`, [
    organizationId,
    staffId,
    from,
  ])
  await tx.run(INSERT_SHIFTS, [
    organizationId,
    staffId,
    shifts.map(() => newId(now.getTime())),
    shifts.map(({ startsAt }) => startsAt),
    shifts.map(({ endsAt }) => endsAt),
  ])
  return true
}
const INSERT_SHIFTS = sqlText`
  insert into shift (organization_id, staff_id, id, starts_at, ends_at)
  select $1, $2, * from unnest($3::uuid[], $4::timestamptz[], $5::timestamptz[])`

/** What no decision looks at any more. */
export async function deleteOld(tx: Transaction, now: Date): Promise<void> {
  const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000)
  const { organizationId } = tx.context
  await tx.run(`delete from work_span where organization_id = $1 and to_at < $2`, [organizationId, daysAgo(1)])
  await tx.run(`delete from routing_snapshot where organization_id = $1 and at < $2`, [organizationId, daysAgo(30)])
  await tx.run(`delete from routing_offer where organization_id = $1 and state <> 'offered' and settled_at < $2`, [
    organizationId,
    daysAgo(30),
  ])
}

export type Holding = { id: string; patientId: string | null; assigneeId: string | null }

/** Who has a conversation that the caller may see. */
export const holdingOf = async (tx: Transaction, conversationId: string): Promise<Holding | undefined> =>
  (
    await tx.run<Holding>(
      `select id, patient_id as "patientId", assignee_id as "assigneeId" from conversation where organization_id = $1 and id = $2`,
      [tx.context.organizationId, conversationId],
    )
  )[0]

export async function namesOf(tx: Transaction, staffIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.run<{ id: string; name: string }>(
    `select id, given || ' ' || family as name from staff_member where organization_id = $1 and id = any ($2::uuid[])`,
    [tx.context.organizationId, staffIds],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
