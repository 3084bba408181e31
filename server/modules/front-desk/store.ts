/** The SQL of turns: the line of a site, numbers, calls. Devices and codes are in device-store.ts. */
import { newId } from '#server/platform/id.ts'
import type { Transaction } from '#server/platform/database.ts'
import type { Place } from '#server/platform/page-cursor.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { FORETOLD_MAX_MIN, SERVED_MOST, type Waited } from './estimate.ts'
import { siteDay } from './site-day.ts'
import { numberText, type TurnReason, type TurnState, type Urgency } from './rules.ts'

export type Site = { id: string; name: string; timeZone: string; country: string; language: string; day: string }

/** The site with its local day; undefined when there is none. */
export async function siteOf(tx: Transaction, siteId: string, now: Date): Promise<Site | undefined> {
  const [site] = await tx.run<Omit<Site, 'day'>>(
    `select id, name, time_zone as "timeZone", country, language from site where organization_id = $1 and id = $2`,
    [tx.context.organizationId, siteId],
  )
  return site && { ...site, day: siteDay(site.timeZone, now) }
}

export type Queue = {
  id: string
  name: string
  kind: 'service' | 'clinical' | 'billing'
  siteId: string | null
  languages: string[]
}

/** The queues in use that stand at a site: its own, and those of no site. */
export const queuesAt = (tx: Transaction, { id, day }: Site): Promise<(Queue & { waiting: number })[]> =>
  tx.run<Queue & { waiting: number }>(QUEUES, [tx.context.organizationId, id, day])
const QUEUES = sqlText`
  select q.id, q.name, q.kind, q.site_id as "siteId", q.languages,
    (select count(*)::int from front_desk_turn t where t.organization_id = $1 and t.site_id = $2 and t.day = $3 and t.queue_id = q.id
      and t.state = 'waiting') as waiting
  from queue q where q.organization_id = $1 and (q.site_id = $2 or q.site_id is null) and q.retired_at is null order by q.name limit 200`

/** Numbers of one site are given one after the other: none is missing and none is given twice. */
export const lockLine = async (tx: Transaction, siteId: string): Promise<void> =>
  void (await tx.run(`select pg_advisory_xact_lock(hashtext('front-desk'), hashtext($1))`, [siteId]))

export const nextNumber = async (tx: Transaction, { id, day }: Site, letter: string): Promise<number> =>
  (await tx.run<{ number: number }>(NEXT_NUMBER, [tx.context.organizationId, id, day, letter]))[0]!.number
const NEXT_NUMBER = sqlText`
  insert into front_desk_count as k (organization_id, site_id, day, letter, last_number) values ($1, $2, $3, $4, 1)
  on conflict (organization_id, site_id, day, letter) do update set last_number = k.last_number + 1
  returning last_number as number`

export type Given = { letter: string; number: number; ahead: number; queueId: string }

/** What was given for this message before, and for whom; where the turn moved on, it has the same number. */
export const givenFor = async (
  tx: Transaction,
  siteId: string,
  messageId: string,
): Promise<(Given & { patientId: string | null }) | undefined> =>
  (await tx.run<Given & { patientId: string | null }>(GIVEN_FOR, [tx.context.organizationId, siteId, messageId]))[0]
const GIVEN_FOR = sqlText`
  select t.letter, t.number, t.ahead, t.queue_id as "queueId", c.patient_id as "patientId"
    from front_desk_turn t
    left join conversation o on o.organization_id = $1 and o.id = t.conversation_id
    left join conversation c on c.organization_id = $1 and c.id = coalesce(o.merged_into, o.id)
   where t.organization_id = $1 and t.site_id = $2 and t.message_id = $3`

/** How many wait in a queue who would be called before somebody of this urgency who comes now. */
export const aheadOf = async (tx: Transaction, site: Site, queueId: string, urgency: Urgency): Promise<number> =>
  (await tx.run<{ ahead: number }>(AHEAD, [tx.context.organizationId, site.id, site.day, queueId, urgency]))[0]!.ahead
const AHEAD = sqlText`
  select count(*)::int as ahead from front_desk_turn
   where organization_id = $1 and site_id = $2 and day = $3 and queue_id = $4 and state = 'waiting'
     and urgency_rank >= case $5::text when 'stat' then 3 when 'asap' then 2 when 'urgent' then 1 else 0 end`

export type NewTurn = {
  site: Site
  letter: string
  number: number
  queueId: string
  conversationId: string
  messageId: string | null
  isFirst: boolean
  reason: TurnReason
  urgency: Urgency
  language: string
  ahead: number
  deviceId: string | null
  takenBy: string | null
  takenAt: Date
}

export async function insertTurn(tx: Transaction, turn: NewTurn, now: Date): Promise<string> {
  const id = newId(now.getTime())
  await tx.run(INSERT_TURN, [
    tx.context.organizationId,
    id,
    turn.site.id,
    turn.site.day,
    turn.letter,
    turn.number,
    turn.queueId,
    turn.conversationId,
    turn.messageId,
    turn.isFirst,
    turn.reason,
    turn.urgency,
    turn.language,
    turn.ahead,
    turn.deviceId,
    turn.takenBy,
    turn.takenAt,
  ])
  return id
}
const INSERT_TURN = sqlText`
  insert into front_desk_turn (organization_id, id, site_id, day, letter, number, queue_id, conversation_id, message_id, is_first, reason,
    urgency, language, state, ahead, device_id, taken_by, taken_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'waiting', least($14::int, 30000), $15, $16, $17)`

export type LockedTurn = {
  id: string
  siteId: string
  day: string
  letter: string
  number: number
  queueId: string
  conversationId: string
  isFirst: boolean
  reason: TurnReason
  urgency: Urgency
  language: string
  state: TurnState
  calls: number
  room: string | null
  deviceId: string | null
  takenBy: string | null
  takenAt: Date
}

const LOCKED = `
  select t.id, t.site_id as "siteId", to_char(t.day, 'YYYY-MM-DD') as day, t.letter, t.number, t.queue_id as "queueId",
    t.conversation_id as "conversationId", t.is_first as "isFirst", t.reason, t.urgency, t.language, t.state, t.calls, t.room, t.device_id as "deviceId", t.taken_by as "takenBy",
    t.taken_at as "takenAt"
  from front_desk_turn t where t.organization_id = $1`

export const lockTurn = async (tx: Transaction, turnId: string): Promise<LockedTurn | undefined> =>
  (await tx.run<LockedTurn>(`${LOCKED} and t.id = $2 for no key update of t`, [tx.context.organizationId, turnId]))[0]

/** The next one to be called, held by this transaction; one that somebody else is just calling is passed over. */
export const lockNext = async (
  tx: Transaction,
  site: Site,
  queueId: string | undefined,
): Promise<LockedTurn | undefined> =>
  (await tx.run<LockedTurn>(LOCK_NEXT, [tx.context.organizationId, site.id, site.day, queueId ?? null]))[0]
const LOCK_NEXT = `${LOCKED} and t.site_id = $2 and t.day = $3 and t.state = 'waiting' and ($4::uuid is null or t.queue_id = $4)
  order by t.urgency_rank desc, t.taken_at, t.number, t.id limit 1 for no key update of t skip locked`

export type TurnChange = {
  state: TurnState
  calls: number
  room: string | null
  staffId: string | null
  isCall: boolean
}

export const saveTurn = async (tx: Transaction, turnId: string, change: TurnChange, now: Date): Promise<void> =>
  void (await tx.run(SAVE_TURN, [
    tx.context.organizationId,
    turnId,
    change.state,
    change.calls,
    change.room,
    change.staffId,
    change.isCall,
    now,
  ]))
const SAVE_TURN = sqlText`
  update front_desk_turn
     set state = $3, calls = $4, room = coalesce($5, room), staff_id = coalesce($6::uuid, staff_id),
         first_called_at = case when $7 then coalesce(first_called_at, $8) else first_called_at end,
         called_at = case when $7 then $8 else called_at end,
         serving_at = case when $3 = 'serving' then $8 else serving_at end,
         ended_at = case when $3 in ('done', 'left', 'moved') then $8::timestamptz end
   where organization_id = $1 and id = $2`

export type TurnRow = {
  id: string
  letter: string
  number: number
  state: TurnState
  reason: TurnReason
  urgency: Urgency
  language: string
  queueId: string
  queueName: string
  room: string | null
  calls: number
  takenAt: Date
  calledAt: Date | null
  servingAt: Date | null
  endedAt: Date | null
  staffName: string | null
  ahead: number | null
  conversationId: string | null
  patientId: string | null
  patientName: string | null
  /** Where it stands in the list, for the next page. */
  place: string
}

/** One page of a site's day, in the order of being called, or of those who left, the last first. */
export const listTurns = (
  tx: Transaction,
  {
    site,
    show,
    queueId,
    after,
    limit,
  }: { site: Site; show: 'open' | 'left'; queueId: string | undefined; after: Place | undefined; limit: number },
): Promise<TurnRow[]> =>
  tx.run<TurnRow>(show === 'open' ? LIST_OPEN : LIST_LEFT, [
    tx.context.organizationId,
    site.id,
    site.day,
    after?.place ?? null,
    after?.id ?? null,
    limit,
    queueId ?? null,
  ])

const ROW = `
  t.id, t.letter, t.number, t.state, t.reason, t.urgency, t.language, t.queue_id as "queueId", q.name as "queueName", t.room, t.calls,
  t.taken_at as "takenAt", t.called_at as "calledAt", t.serving_at as "servingAt", t.ended_at as "endedAt",
  s.given || ' ' || s.family as "staffName", c.id as "conversationId", c.patient_id as "patientId", p.given || ' ' || p.family as "patientName"`
// The conversation and the person are seen by who may read them; a merged conversation leads to the one it stands in.
const FROM = `
  from front_desk_turn t
  join queue q on q.organization_id = $1 and q.id = t.queue_id
  left join staff_member s on s.organization_id = $1 and s.id = t.staff_id
  left join conversation o on o.organization_id = $1 and o.id = t.conversation_id
  left join conversation c on c.organization_id = $1 and c.id = coalesce(o.merged_into, o.id)
  left join patient p on p.organization_id = $1 and p.id = c.patient_id
  where t.organization_id = $1 and t.site_id = $2 and t.day = $3 and ($7::uuid is null or t.queue_id = $7)`
const BY_CALL = `((3 - t.urgency_rank) || to_char(t.taken_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS') || lpad(t.number::text, 4, '0')) collate "C"`
const BY_END = `(to_char(t.ended_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS')) collate "C"`
const LIST_OPEN = `
  with line as (
    select id, row_number() over (partition by queue_id order by urgency_rank desc, taken_at, number, id) - 1 as ahead from front_desk_turn
     where organization_id = $1 and site_id = $2 and day = $3 and state = 'waiting')
  select ${ROW}, (select l.ahead::int from line l where l.id = t.id) as ahead, ${BY_CALL} as place
  ${FROM} and t.state in ('waiting', 'called', 'serving') and ($4::text is null or (${BY_CALL}, t.id) > ($4, $5::uuid))
  order by ${BY_CALL}, t.id limit $6`
const LIST_LEFT = `
  select ${ROW}, null::int as ahead, ${BY_END} as place
  ${FROM} and t.state = 'left' and ($4::text is null or (${BY_END}, t.id) < ($4, $5::uuid))
  order by ${BY_END} desc, t.id desc limit $6`

/** The last who were served in a queue of a site, the newest first, within what can be foretold. */
export const lastServed = (tx: Transaction, siteId: string, queueId: string, now: Date): Promise<Waited[]> =>
  tx.run<Waited>(LAST_SERVED, [
    tx.context.organizationId,
    siteId,
    queueId,
    new Date(now.getTime() - 2 * FORETOLD_MAX_MIN * 60_000),
    SERVED_MOST,
  ])
const LAST_SERVED = sqlText`
  select extract(epoch from first_called_at - taken_at)::float8 / 60 as minutes, ahead from front_desk_turn
   where organization_id = $1 and site_id = $2 and queue_id = $3 and state in ('serving', 'done') and message_id is not null
     and first_called_at > $4
   order by first_called_at desc limit $5`

export type Shown = { number: string; room: string; calls: number }

/** What a public display shows: numbers and rooms. */
export async function readBoard(
  tx: Transaction,
  site: Site,
): Promise<{ called: Shown[]; serving: Shown[]; waiting: number }> {
  const rows = await tx.run<{ letter: string; number: number; room: string; calls: number; state: TurnState }>(BOARD, [
    tx.context.organizationId,
    site.id,
    site.day,
    BOARD_MAX,
  ])
  const [count] = await tx.run<{ waiting: number }>(WAITING, [tx.context.organizationId, site.id, site.day])
  const of = (state: TurnState) =>
    rows
      .filter((row) => row.state === state)
      .map(({ letter, number, room, calls }) => ({ number: numberText(letter, number), room, calls }))
  return { called: of('called'), serving: of('serving'), waiting: count?.waiting ?? 0 }
}
/** Lines of one state that fit on a wall. */
const BOARD_MAX = 12
const BOARD = ['called', 'serving']
  .map(
    (state) => `(select letter, number, room, calls, state, coalesce(serving_at, called_at) as at from front_desk_turn
     where organization_id = $1 and site_id = $2 and day = $3 and state = '${state}'
     order by coalesce(serving_at, called_at) desc, id desc limit $4)`,
  )
  .join(' union all ')
  .concat(' order by at desc, number')
const WAITING = sqlText`
  select count(*)::int as waiting from front_desk_turn where organization_id = $1 and site_id = $2 and day = $3 and state = 'waiting'`

/** Turns of an earlier day that nobody ended. */
export const openBefore = (tx: Transaction, { id, day }: Pick<Site, 'id' | 'day'>): Promise<{ id: string }[]> =>
  tx.run<{ id: string }>(
    `select id from front_desk_turn where organization_id = $1 and site_id = $2 and day < $3 and state in ('waiting', 'called', 'serving') order by id limit 500`,
    [tx.context.organizationId, id, day],
  )
