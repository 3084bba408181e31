/** The SQL of the reports: days and months that were added up, what was open at an instant, deliveries, and names. */
import { AGES, ALL } from '#engines/report/measures.ts'
import { partsOf, type DaySum } from '#engines/report/day-sums.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { dateOf } from './count-store.ts'

export type Narrowed = { siteId?: string; queueId?: string; channel?: string }

/**
 * `asOf`: everything up to here is counted; `counting`: everything is counted anew, so many of so many conversations are. What was counted
 * by another definition is nothing to be shown.
 */
export type Standing = { asOf: Date; counting: null } | { asOf: null; counting: { done: number; total: number } }

export async function standingOf(tx: Transaction, definition: string): Promise<Standing> {
  const [row] = await tx.run<{ asOf: Date | null; isCounted: boolean; done: number; total: number }>(STANDING, [
    tx.context.organizationId,
    definition,
  ])
  if (row?.asOf && row.isCounted) return { asOf: row.asOf, counting: null }
  return { asOf: null, counting: { done: row?.done ?? 0, total: row?.total ?? 0 } }
}

const STANDING = sqlText`
  select derived_at as "asOf", walked_to is null and definition = $2 as "isCounted", done, total from report_state where organization_id = $1`

/** Days of one statement: each answer is taken in before the next is asked for. */
const DAYS_MAX = 93

/** What is added up of the days from `from` to `to`, both in it, as the reader may see it; one day or month comes in several parts. */
export async function* sumsBetween(
  tx: Transaction,
  { timeZone, from, to }: { timeZone: string; from: number; to: number },
  { siteId, queueId, channel }: Narrowed,
): AsyncGenerator<{ day: number; cells: DaySum }> {
  for (const part of partsOf(from, to))
    for (let first = part.from; first <= part.to; first += DAYS_MAX)
      yield* await tx.run<{ day: number; cells: DaySum }>(SUMS, [
        tx.context.organizationId,
        timeZone,
        part.unit,
        dateOf(first),
        dateOf(Math.min(first + DAYS_MAX - 1, part.to)),
        siteId ?? null,
        queueId ?? null,
        channel ?? null,
      ])
}

const SUMS = sqlText`
  select day - date '1970-01-01' as day, cells
    from report_sum
   where organization_id = $1 and time_zone = $2 and unit = $3 and day >= $4::date and day <= $5::date
     and ($6::uuid is null or site_id = $6) and ($7::uuid is null or queue_id = $7) and ($8::text is null or channel = $8)`

/** Over `r` of report_course: open at the instant `$n`. */
export const isOpenAt = (at: string): string =>
  `r.over_at >= ${at}::timestamptz and r.begun_at < ${at}::timestamptz and r.open_during @> ${at}::timestamptz`

/** Its row of the backlog. */
export const ageAt = (at: string): string =>
  `case ${AGES.map(([name, days]) =>
    days === Infinity ? `else '${name}'` : `when ${at}::timestamptz - r.begun_at < interval '${days * 24} hours' then '${name}'`,
  ).join(' ')} end` // prettier-ignore

export const openAt = (
  tx: Transaction,
  at: Date,
  { siteId, queueId, channel }: Narrowed,
): Promise<{ age: string; count: number }[]> =>
  tx.run<{ age: string; count: number }>(OPEN_AT, [
    tx.context.organizationId,
    at,
    siteId ?? null,
    queueId ?? null,
    channel ?? null,
  ])

const OPEN_AT = `
  select ${ageAt('$2')} as age, count(*)::int as count from report_course r
   where r.organization_id = $1 and ${isOpenAt('$2')}
     and ($3::uuid is null or r.site_id = $3) and ($4::uuid is null or r.queue_id = $4) and ($5::text is null or r.channel = $5)
   group by 1`

export type CellTime = { measure: string; row: string; column: string; from: Date; to: Date }

/** Over `m` of report_mark: a mark of the cell in the time. `add` gives the parameter of a value. */
export const isMarked = ({ measure, row, column, from, to }: CellTime, add: (value: unknown) => string): string =>
  [
    `m.organization_id = $1 and m.measure = ${add(measure)} and m.column_key = ${add(column)}`,
    ...(row === ALL ? [] : [`m.row_key = ${add(row)}`]),
    `m.at >= ${add(from)}::timestamptz and m.at < ${add(to)}::timestamptz`,
  ].join(' and ')

/** Conversations with a mark of the cell in the time, each perhaps several times. @returns at most `limit`. */
export async function markedIn(tx: Transaction, cell: CellTime, limit: number): Promise<string[]> {
  const values: unknown[] = [tx.context.organizationId]
  const condition = isMarked(cell, (value) => `$${values.push(value)}`)
  const text = `select m.conversation_id as id from report_mark m where ${condition} limit $${values.push(limit)}`
  return (await tx.run<{ id: string }>(text, values)).map(({ id }) => id)
}

export type DeliveryRow = {
  conversationId: string
  at: Date
  channel: string
  state: string
  cause: string | null
  isAutomatic: boolean
}

export const deliveriesIn = (tx: Transaction, ids: readonly string[]): Promise<DeliveryRow[]> =>
  tx.run<DeliveryRow>(DELIVERIES, [tx.context.organizationId, ids])

// Whoever does without it says nothing of why it was refused; the ledger does.
const DELIVERIES = sqlText`
  select m.conversation_id as "conversationId", m.received_at as at, d.channel, d.state, d.is_automatic as "isAutomatic",
         case when d.cause = 'settled-by-person' then (
           select s.cause from delivery_step s
            where s.organization_id = $1 and s.delivery_id = d.id and s.state = d.state and s.cause <> 'settled-by-person'
            order by s.at desc, s.id desc limit 1)
         else d.cause end as cause
    from message m join delivery d on d.organization_id = $1 and d.message_id = m.id
   where m.organization_id = $1 and m.conversation_id = any ($2::uuid[]) and m.direction = 'out'`

/** Names of queues and people, by id. */
export async function namesOfRows(tx: Transaction): Promise<Map<string, string>> {
  const rows = await tx.run<{ id: string; name: string }>(
    `select id, name from queue where organization_id = $1
     union all select id, given || ' ' || family from staff_member where organization_id = $1`,
    [tx.context.organizationId],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
