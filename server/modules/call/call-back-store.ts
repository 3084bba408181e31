/** The SQL of call-backs: one open for a person at a number, and each try a row of `call`. */
import { newId } from '#server/platform/id.ts'
import type { Transaction } from '#server/platform/database.ts'
import type { PlaceInTime } from '#server/platform/page-cursor.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type CallBack = {
  id: string
  conversationId: string
  address: string
  language: string
  state: 'open' | 'done' | 'given_up' | 'cancelled'
  dueAt: Date
  tries: number
  reachedAt: Date | null
  version: number
}

export type NewCallBack = {
  conversationId: string
  address: string
  language: string
  /** Since when the person waits: a call-back keeps the place in the line. */
  placeSince: Date
  dueAt: Date
  isBooked: boolean
}

/**
 * A request of somebody who is to be called at that number already joins it: the earlier place and the earlier time stand (desk-D62). Of one that was
 * reached since nothing stands but its requests: the person is to be called anew.
 */
export async function insertCallBack(
  tx: Transaction,
  asked: NewCallBack,
  now: Date,
): Promise<{ callBack: CallBack; hasJoined: boolean }> {
  const { organizationId } = tx.context
  const { conversationId, address, language, placeSince, dueAt, isBooked } = asked
  await tx.run(LOCK_NUMBER, [organizationId, address])
  const before = await openCallBack(tx, asked)
  const [row] = before
    ? await tx.run<CallBack>(JOIN, [organizationId, before.id, placeSince, dueAt, isBooked])
    : await tx.run<CallBack>(INSERT, [
        organizationId,
        newId(now.getTime()),
        conversationId,
        address,
        language,
        placeSince,
        dueAt,
        isBooked,
      ])
  if (!row) throw new Error('a call-back is inserted or joined')
  return { callBack: row, hasJoined: before !== undefined }
}

/**
 * The open call-back at a number for whoever the conversation is about and writes in it; several people may have one number. While nobody is known
 * the number alone says who it is.
 */
export async function openCallBack(
  tx: Transaction,
  { conversationId, address }: { conversationId: string; address: string },
): Promise<CallBack | undefined> {
  const [row] = await tx.run<CallBack>(OPEN, [tx.context.organizationId, address, conversationId])
  return row
}

/** All at a number, of whoever has it, the newest first. */
export const openCallBacks = (tx: Transaction, address: string): Promise<CallBack[]> =>
  tx.run<CallBack>(OPEN_AT, [tx.context.organizationId, address])

export async function lockCallBack(tx: Transaction, id: string): Promise<CallBack | undefined> {
  const [row] = await tx.run<CallBack>(LOCK, [tx.context.organizationId, id])
  return row
}

export type Change = {
  state: CallBack['state']
  dueAt: Date
  tries: number
  reachedAt: Date | null
  outcome: string | null
  settledBy: string | null
  /** How the check of who it is ended, once that was said. */
  identity?: string | null
}

export async function saveCallBack(tx: Transaction, id: string, change: Change, now: Date): Promise<void> {
  const { state, dueAt, tries, reachedAt, outcome, settledBy, identity = null } = change
  await tx.run(SAVE, [tx.context.organizationId, id, state, dueAt, tries, reachedAt, outcome, settledBy, now, identity])
}

/** A try that was made by hand. @returns the call; undefined where there is no line of ours to note it at. */
export async function insertTry(
  tx: Transaction,
  { id, conversationId, address, language }: CallBack,
  state: 'talked' | 'no_answer',
  now: Date,
): Promise<string | undefined> {
  const [row] = await tx.run<{ id: string }>(INSERT_TRY, [
    tx.context.organizationId,
    newId(now.getTime()),
    address,
    state,
    language,
    conversationId,
    id,
    now,
  ])
  return row?.id
}

/** The last try, which was said to be a talk, reached nobody. */
export const mendTry = async (tx: Transaction, callBackId: string): Promise<void> =>
  void (await tx.run(MEND_TRY, [tx.context.organizationId, callBackId]))

export type ListedCallBack = CallBack & {
  conversationNumber: string
  patientId: string | null
  patientName: string | null
  urgency: string
  requests: number
  placeSince: Date
  isBooked: boolean
  /** What the reader speaks. */
  spoken: string[]
  timeZone: string
  isDialing: boolean
  lastDial: 'talked' | 'no_answer' | 'busy' | 'machine' | 'failed' | 'hung_up' | null
}

export const listCallBacks = (
  tx: Transaction,
  { staffId, after, limit }: { staffId: string; after: PlaceInTime | undefined; limit: number },
): Promise<ListedCallBack[]> =>
  tx.run<ListedCallBack>(LIST, [tx.context.organizationId, after?.at ?? null, after?.id ?? null, limit, staffId])

/** When the first call of the list is due that was not reached yet. */
export async function nextDue(tx: Transaction): Promise<Date | undefined> {
  const [row] = await tx.run<{ dueAt: Date }>(NEXT_DUE, [tx.context.organizationId])
  return row?.dueAt
}

/** Whose conversation it is: its language, site and zone, and the numbers that belong to it. */
export type Callable = {
  language: string
  siteId: string | null
  patientId: string | null
  timeZone: string
  numbers: string[]
}
export async function callableOf(tx: Transaction, conversationId: string): Promise<Callable | undefined> {
  const [row] = await tx.run<Callable>(CALLABLE, [tx.context.organizationId, conversationId])
  return row
}

/** Promised calls in a span of time, so that no more are promised than can be made. */
export const promisedBetween = (tx: Transaction, from: Date, to: Date): Promise<{ id: string; dueAt: Date }[]> =>
  tx.run(
    sqlText`select id, due_at as "dueAt" from call_back
      where organization_id = $1 and state = 'open' and due_at between $2 and $3 order by due_at limit 1000`,
    [tx.context.organizationId, from, to],
  )

/** What whoever the conversation is with was promised at these numbers. */
export const promisedTo = (
  tx: Transaction,
  conversationId: string,
  numbers: readonly string[],
): Promise<{ address: string; dueAt: Date }[]> =>
  tx.run(`${OF_PERSON} and b.address = any ($2::text[]) order by b.due_at`, [
    tx.context.organizationId,
    numbers,
    conversationId,
  ])

/** Calls that all telephones of the desk take at once; where none is known, one. */
export async function callsAtOnce(tx: Transaction): Promise<number> {
  const [row] = await tx.run<{ atOnce: number }>(
    `select coalesce(sum(v.calls_at_once), 0)::int as "atOnce" from voice_line v where v.organization_id = $1`,
    [tx.context.organizationId],
  )
  return Math.max(1, row?.atOnce ?? 1)
}

export const isDialed = async (tx: Transaction, id: string): Promise<boolean> =>
  (
    await tx.run(`select from call where organization_id = $1 and call_back_id = $2 and ended_at is null`, [
      tx.context.organizationId,
      id,
    ])
  ).length > 0

export const moveCallBack = async (tx: Transaction, id: string, dueAt: Date): Promise<void> =>
  void (await tx.run(
    `update call_back set due_at = $3, is_booked = true, version = version + 1 where organization_id = $1 and id = $2`,
    [tx.context.organizationId, id, dueAt],
  ))

const COLUMNS = `
  b.id, b.conversation_id as "conversationId", b.address, b.language, b.state, b.due_at as "dueAt", b.tries, b.reached_at as "reachedAt", b.version`

// Of two requests of one person at once the second joins.
const LOCK_NUMBER = `select pg_advisory_xact_lock(hashtextextended('call-back/' || $1 || '/' || $2, 0))`

const INSERT = `
  insert into call_back as b (organization_id, id, conversation_id, address, language, state, place_since, due_at, is_booked)
  values ($1, $2, $3, $4, $5, 'open', $6, $7, $8)
  returning ${COLUMNS}`

const JOIN = `
  update call_back b
     set requests = requests + 1, version = version + 1, tries = case when reached_at is null then tries else 0 end, reached_at = null,
         place_since = case when reached_at is null then least(place_since, $3::timestamptz) else $3 end,
         is_booked = case when reached_at is not null or (tries = 0 and $4::timestamptz < due_at) then $5 else is_booked end,
         due_at = case when reached_at is not null then $4 when tries = 0 then least(due_at, $4::timestamptz) else due_at end
   where organization_id = $1 and id = $2
  returning ${COLUMNS}`

/** Open call-backs of the conversation `$3`, or of another with the same person about the same patient. */
const OF_PERSON = `
  select ${COLUMNS} from conversation c
    join call_back b on b.organization_id = $1 and b.state = 'open'
    join conversation o on o.organization_id = $1 and o.id = b.conversation_id
     and (o.id = c.id or o.patient_id is not distinct from c.patient_id and o.related_person_id is not distinct from c.related_person_id)
   where c.organization_id = $1 and c.id = $3`

const OPEN = `${OF_PERSON} and b.address = $2 order by b.due_at, b.id limit 1 for update of b`
const OPEN_AT = `
  select ${COLUMNS} from call_back b where b.organization_id = $1 and b.address = $2 and b.state = 'open' order by b.id desc limit 20`
// Whose conversation is hidden from the reader, that call-back is not there either.
const LOCK = `
  select ${COLUMNS} from call_back b join conversation c on c.organization_id = $1 and c.id = b.conversation_id
   where b.organization_id = $1 and b.id = $2 for update of b`

const SAVE = sqlText`
  update call_back set state = $3::text, due_at = $4, tries = $5, reached_at = $6::timestamptz, outcome = coalesce($7::text, outcome),
         identity_check = coalesce($10::text, identity_check), settled_by = $8, settled_at = case when $3::text = 'open' then null else $9::timestamptz end, version = version + 1
   where organization_id = $1 and id = $2`

const INSERT_TRY = sqlText`
  insert into call (organization_id, id, account_id, direction, address, is_usable, state, flow, language, conversation_id, call_back_id,
    started_at, ended_at)
  select $1, $2, a.id, 'out', $3, true, $4, '{}', $5, $6, $7, $8, $8
    from channel_account a where a.organization_id = $1 and a.channel = 'voice' order by a.is_live desc, a.id limit 1
  returning id`

const MEND_TRY = sqlText`
  update call set state = 'no_answer'
   where organization_id = $1 and state = 'talked'
     and id = (select id from call where organization_id = $1 and call_back_id = $2 and direction = 'out' order by started_at desc, id desc limit 1)`

const LIST = `
  select ${COLUMNS}, b.requests, b.is_booked as "isBooked", b.place_since as "placeSince", c.number as "conversationNumber",
         c.patient_id as "patientId", p.given || ' ' || p.family as "patientName", c.urgency,
         (select languages from staff_member where organization_id = $1 and id = $5) as spoken,
         coalesce(p.time_zone, s.time_zone, (select time_zone from site where organization_id = $1 order by name limit 1), 'UTC') as "timeZone",
         coalesce(d.ended_at is null and d.id is not null, false) as "isDialing", case when d.ended_at is not null then d.state end as "lastDial"
    from call_back b
    join conversation c on c.organization_id = $1 and c.id = b.conversation_id
    left join patient p on p.organization_id = $1 and p.id = c.patient_id
    left join site s on s.organization_id = $1 and s.id = c.site_id
    left join lateral (
      select id, state, ended_at from call where organization_id = $1 and call_back_id = b.id and first_leg is not null
       order by started_at desc limit 1) d on true
   where b.organization_id = $1 and b.state = 'open' and ($2::timestamptz is null or (b.due_at, b.id) > ($2, $3::uuid))
   order by b.due_at, b.id limit $4`

// As in the list: whose conversation is hidden from the reader, that call-back is not there.
const NEXT_DUE = sqlText`
  select b.due_at as "dueAt" from call_back b join conversation c on c.organization_id = $1 and c.id = b.conversation_id
   where b.organization_id = $1 and b.state = 'open' and b.reached_at is null
   order by b.due_at, b.id limit 1`

/** What somebody of it called or wrote from, and what is on file for its patient. */
const CALLABLE = sqlText`
  select c.language, c.site_id as "siteId", c.patient_id as "patientId",
         coalesce(p.time_zone, s.time_zone, (select time_zone from site where organization_id = $1 order by name limit 1), 'UTC') as "timeZone",
         array(select n.value from (
           select y.address as value, 0 as place from party y where y.organization_id = $1 and y.conversation_id = c.id and y.left_at is null
              and y.role <> 'staff' and y.address ~ '^\\+[0-9]{4,15}$'
           union all
           select q.value, case q.system when 'sms' then 1 else 2 end from contact_point q where q.organization_id = $1 and q.system in ('sms', 'phone')
              and q.state = 'active' and (q.patient_id = c.patient_id or q.related_person_id = c.related_person_id)) n
           group by n.value order by min(n.place), n.value limit 20) as numbers
    from conversation c
    left join patient p on p.organization_id = $1 and p.id = c.patient_id
    left join site s on s.organization_id = $1 and s.id = coalesce(c.site_id, p.site_id)
   where c.organization_id = $1 and c.id = $2`
