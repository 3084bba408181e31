/** The SQL of what is counted beforehand: marks and courses of conversations, sums of days and months, and how far they are. */
import type { Mark } from '#engines/report/measures.ts'
import type { DaySum, Unit } from '#engines/report/day-sums.ts'
import type { HistoryFacts } from '#server/modules/conversation/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type Site = { id: string; timeZone: string }

/** The first by name gives the days of a report of all sites. */
export const sitesOf = (tx: Transaction): Promise<Site[]> =>
  tx.run<Site>(`select id, time_zone as "timeZone" from site where organization_id = $1 order by name, id`, [
    tx.context.organizationId,
  ])

export type State = {
  definition: string
  edition: number
  walkedTo: string | null
  placeXid: string
  placeSeq: string
  termsAt: Date | null
  /** Its place is in the journal of another server, from which this database was restored. */
  isFromElsewhere: boolean
}

/** @returns undefined while another process counts. */
export async function takeState(tx: Transaction): Promise<State | undefined> {
  tx.push(FIRST_STATE, [tx.context.organizationId])
  const [state] = await tx.run<State>(TAKE, [tx.context.organizationId])
  return state
}

const FIRST_STATE = sqlText`insert into report_state (organization_id, definition) values ($1, '') on conflict do nothing`

const TAKE = sqlText`
  select definition, edition, walked_to as "walkedTo", place_xid::text as "placeXid", place_seq::text as "placeSeq", terms_at as "termsAt",
         place_xid > pg_snapshot_xmax(pg_current_snapshot()) as "isFromElsewhere"
    from report_state where organization_id = $1 for update skip locked`

/** Sums of an earlier counting are not read any more; marks stay until their conversation is counted. */
export async function beginAnew(tx: Transaction, definition: string, termsAt: Date): Promise<void> {
  const { organizationId } = tx.context
  await tx.run(`delete from report_sum where organization_id = $1`, [organizationId])
  await tx.run(BEGIN_ANEW, [organizationId, definition, termsAt])
}

const BEGIN_ANEW = sqlText`
  update report_state
     set definition = $2, edition = edition + 1, walked_to = '00000000-0000-0000-0000-000000000000', done = 0, terms_at = $3,
         total = (select count(*) from conversation where organization_id = $1),
         place_xid = pg_snapshot_xmin(pg_current_snapshot()), place_seq = 0
   where organization_id = $1`

export const nextToWalk = (tx: Transaction, after: string, limit: number): Promise<{ id: string }[]> =>
  tx.run<{ id: string }>(`select id from conversation where organization_id = $1 and id > $2 order by id limit $3`, [
    tx.context.organizationId,
    after,
    limit,
  ])

export const noteWalked = (tx: Transaction, to: string | null, more: number) =>
  tx.run(`update report_state set walked_to = $2, done = done + $3 where organization_id = $1`, [
    tx.context.organizationId,
    to,
    more,
  ])

/** `isSettled`: nothing earlier can appear any more. */
type Told = { xid: string; seq: string; conversationId: string; isSettled: boolean }

export const toldSince = (
  tx: Transaction,
  { placeXid, placeSeq }: Pick<State, 'placeXid' | 'placeSeq'>,
  limit: number,
): Promise<Told[]> => tx.run<Told>(TOLD, [tx.context.organizationId, placeXid, placeSeq, limit])

const TOLD = sqlText`
  select xid::text, seq::text, conversation_id as "conversationId", xid < pg_snapshot_xmin(pg_current_snapshot()) as "isSettled"
    from journal
   where organization_id = $1 and (xid, seq) > ($2::text::xid8, $3::bigint) and xid < pg_snapshot_xmax(pg_current_snapshot())
     and conversation_id is not null and action <> 'R'
   order by xid, seq limit $4`

export const dueAgain = (tx: Transaction, now: Date, limit: number): Promise<{ id: string }[]> =>
  tx.run<{ id: string }>(DUE_AGAIN, [tx.context.organizationId, now, limit])

const DUE_AGAIN = sqlText`
  select conversation_id as id from report_course where organization_id = $1 and again_at <= $2 order by again_at limit $3`

/** New promises count from `at`: what was running then is counted again. */
export async function askRunningAgain(tx: Transaction, at: Date, now: Date): Promise<void> {
  await tx.run(
    sqlText`update report_course set again_at = $3 where organization_id = $1 and (is_running or derived_at >= $2)`,
    [tx.context.organizationId, at, now],
  )
  await tx.run(`update report_state set terms_at = $2 where organization_id = $1`, [tx.context.organizationId, at])
}

export const notePlace = (tx: Transaction, place: { xid: string; seq: string } | undefined, derivedAt: Date | null) =>
  tx.run(NOTE_PLACE, [tx.context.organizationId, place?.xid ?? null, place?.seq ?? null, derivedAt])

const NOTE_PLACE = sqlText`
  update report_state set place_xid = coalesce($2::text::xid8, place_xid), place_seq = coalesce($3::bigint, place_seq),
         derived_at = coalesce($4, derived_at)
   where organization_id = $1`

/** What a conversation is counted under. */
export type Place = { siteId: string | null; queueId: string | null; channel: string; labels: string[] }

/** Of these, those that count: what was merged counts where its messages are; spam is nobody's contact. */
export const factsToCount = (tx: Transaction, ids: readonly string[]): Promise<(HistoryFacts & Place)[]> =>
  tx.run<HistoryFacts & Place>(FACTS, [tx.context.organizationId, ids])

const FACTS = sqlText`
  select id, site_id as "siteId", queue_id as "queueId", channel, labels, topic, first_message_at as "firstMessageAt", resolved_at as "resolvedAt"
    from conversation where organization_id = $1 and id = any ($2::uuid[]) and state not in ('merged', 'spam')`

/** Marks of one cell and instant are one. */
export type KeptMark = Omit<Mark, 'waitMin'> & { conversationId: string; waitsMin: number[] | null }
export type KeptCourse = Place & { conversationId: string; edition: number }

export const keptCourses = (tx: Transaction, ids: readonly string[]): Promise<KeptCourse[]> =>
  tx.run<KeptCourse>(KEPT_COURSES, [tx.context.organizationId, ids])

const KEPT_COURSES = sqlText`
  select conversation_id as "conversationId", edition, site_id as "siteId", queue_id as "queueId", channel, labels
    from report_course where organization_id = $1 and conversation_id = any ($2::uuid[])`

export async function keptMarks(tx: Transaction, ids: readonly string[]): Promise<KeptMark[]> {
  const rows = await tx.run<Omit<KeptMark, 'at'> & { at: Date }>(KEPT_MARKS, [tx.context.organizationId, ids])
  return rows.map((row) => ({ ...row, at: row.at.getTime() }))
}

const KEPT_MARKS = sqlText`
  select conversation_id as "conversationId", measure, row_key as row, column_key as column, at, waits_min as "waitsMin"
    from report_mark where organization_id = $1 and conversation_id = any ($2::uuid[])`

export async function changeMarks(
  tx: Transaction,
  { gone, come }: Record<'gone' | 'come', readonly KeptMark[]>,
): Promise<void> {
  const { organizationId } = tx.context
  const written = (marks: readonly KeptMark[]) =>
    JSON.stringify(marks.map((mark) => ({ ...mark, at: new Date(mark.at).toISOString() })))
  if (gone.length > 0) await tx.run(DELETE_MARKS, [organizationId, written(gone)])
  if (come.length > 0) await tx.run(INSERT_MARKS, [organizationId, written(come)])
}

const DELETE_MARKS = sqlText`
  delete from report_mark m
   using jsonb_to_recordset($2::jsonb) as x (measure text, "column" text, "row" text, at timestamptz, "conversationId" uuid)
   where m.organization_id = $1 and m.measure = x.measure and m.column_key = x."column" and m.row_key = x."row" and m.at = x.at
     and m.conversation_id = x."conversationId"`

const INSERT_MARKS = sqlText`
  insert into report_mark (organization_id, measure, column_key, row_key, at, conversation_id, waits_min)
  select $1, x.measure, x."column", x."row", x.at, x."conversationId", x."waitsMin"
    from jsonb_to_recordset($2::jsonb) as x (measure text, "column" text, "row" text, at timestamptz, "conversationId" uuid, "waitsMin" int[])`

/** `openDuring`, `overAt`: as PostgreSQL reads them. */
export type NewCourse = KeptCourse & {
  begunAt: Date
  openDuring: string
  overAt: string
  isRunning: boolean
  againAt: Date | null
}

export async function keepCourses(
  tx: Transaction,
  courses: readonly NewCourse[],
  gone: readonly string[],
  now: Date,
): Promise<void> {
  const { organizationId } = tx.context
  if (courses.length > 0) await tx.run(KEEP_COURSES, [organizationId, JSON.stringify(courses), now])
  if (gone.length > 0) await tx.run(FORGET_COURSES, [organizationId, gone])
}

const KEEP_COURSES = sqlText`
  insert into report_course (organization_id, conversation_id, edition, site_id, queue_id, channel, labels, begun_at, open_during, over_at,
    is_running, again_at, derived_at)
  select $1, x."conversationId", x.edition, x."siteId", x."queueId", x.channel, x.labels, x."begunAt", x."openDuring", x."overAt",
         x."isRunning", x."againAt", $3
    from jsonb_to_recordset($2::jsonb) as x ("conversationId" uuid, edition int, "siteId" uuid, "queueId" uuid, channel text, labels text[],
      "begunAt" timestamptz, "openDuring" tstzmultirange, "overAt" timestamptz, "isRunning" boolean, "againAt" timestamptz)
  on conflict (organization_id, conversation_id) do update
    set edition = excluded.edition, site_id = excluded.site_id, queue_id = excluded.queue_id, channel = excluded.channel,
        labels = excluded.labels, begun_at = excluded.begun_at, open_during = excluded.open_during, over_at = excluded.over_at,
        is_running = excluded.is_running, again_at = excluded.again_at, derived_at = excluded.derived_at`

const FORGET_COURSES = sqlText`delete from report_course where organization_id = $1 and conversation_id = any ($2::uuid[])`

/** Which day or month of which conversations. `day` 0 is 1 January 1970. */
export type DayPlace = Place & { timeZone: string; unit: Unit; day: number }

/** @returns the sums of these places in their order; undefined where nothing was counted yet. */
export async function daysAt(tx: Transaction, places: readonly DayPlace[]): Promise<(DaySum | undefined)[]> {
  const rows = await tx.run<{ n: number; cells: DaySum }>(DAYS_AT, [tx.context.organizationId, writtenDays(places)])
  const sums = new Map(rows.map(({ n, cells }) => [n, cells]))
  return places.map((_, n) => sums.get(n))
}

export async function keepDays(
  tx: Transaction,
  days: readonly { place: DayPlace; sum: DaySum | null }[],
): Promise<void> {
  const { organizationId } = tx.context
  const empty = days.filter(({ sum }) => sum === null).map(({ place }) => place)
  const full = days.flatMap(({ place, sum }) => (sum === null ? [] : [{ ...place, cells: sum }]))
  if (empty.length > 0) await tx.run(DELETE_DAYS, [organizationId, writtenDays(empty)])
  if (full.length > 0) await tx.run(KEEP_DAYS, [organizationId, writtenDays(full)])
}

const writtenDays = (places: readonly DayPlace[]): string =>
  JSON.stringify(places.map((place, n) => ({ ...place, n, day: dateOf(place.day) })))

export const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

const DAY_KEY = `"timeZone" text, unit text, day date, "siteId" uuid, "queueId" uuid, channel text, labels text[]`
const IS_DAY = `d.organization_id = $1 and d.time_zone = k."timeZone" and d.unit = k.unit and d.day = k.day and d.site_id is not distinct from k."siteId"
     and d.queue_id is not distinct from k."queueId" and d.channel = k.channel and d.labels = k.labels`

const DAYS_AT = `select k.n, d.cells from jsonb_to_recordset($2::jsonb) as k (n int, ${DAY_KEY}) join report_sum d on ${IS_DAY}`

const DELETE_DAYS = `delete from report_sum d using jsonb_to_recordset($2::jsonb) as k (${DAY_KEY}) where ${IS_DAY}`

const KEEP_DAYS = `
  insert into report_sum (organization_id, time_zone, unit, day, site_id, queue_id, channel, labels, cells)
  select $1, k."timeZone", k.unit, k.day, k."siteId", k."queueId", k.channel, k.labels, k.cells
    from jsonb_to_recordset($2::jsonb) as k (${DAY_KEY}, cells json)
  on conflict on constraint report_sum_is_one do update set cells = excluded.cells`
