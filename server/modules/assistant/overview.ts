/** How the assistant does in a time: conversations, seconds until a person came, and how often reviewers agree (D75, section 4). */
import type * as z from 'zod'
import { OVERVIEW_DAYS_MAX, OVERVIEW_MEASURES, type oversight } from '#contract/oversight.ts'
import { DAY_MS, instantOf } from '#engines/calendar/time-zone.ts'
import type { Transaction } from '#server/platform/database.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { countedBy, type Measure } from './figures.ts'

type Overview = z.input<NonNullable<(typeof oversight.overview)['~orpc']['outputSchema']>>
type Seconds = { median: number; p90: number } | null

/** Weeks of one overview. */
const WEEKS_MAX = 60

export async function readOverview(
  tx: Transaction,
  asked: { from: string; to: string },
  now: Date,
): Promise<Result<Overview, 'INVALID_INPUT'>> {
  const [site] = await tx.run<{ timeZone: string }>(
    `select time_zone as "timeZone" from site where organization_id = $1 order by name, id limit 1`,
    [tx.context.organizationId],
  )
  const timeZone = site?.timeZone ?? 'UTC'
  const [first, last] = [Date.parse(asked.from) / DAY_MS, Date.parse(asked.to) / DAY_MS]
  const days = last - first + 1
  if (!(days >= 1) || days > OVERVIEW_DAYS_MAX) return refuse('INVALID_INPUT', { field: 'to' })
  const [from, to] = [first, last + 1].map((day) => new Date(instantOf(timeZone, day * DAY_MS, 'first'))) as [Date, Date] // prettier-ignore
  const values = [tx.context.organizationId, from, to]
  const [counts, [handOffs], [alerts], weeks] = await Promise.all([
    countAll(tx, [...values, now]),
    tx.run<{ seconds: Seconds }>(HAND_OFF_SECONDS, values),
    tx.run<{ seconds: Seconds }>(ALERT_SECONDS, values),
    tx.run<Overview['weeks'][number]>(WEEKS, [...values, timeZone, WEEKS_MAX]),
  ])
  return ok({
    period: { from: from.toISOString(), to: to.toISOString() },
    timeZone,
    counts,
    handOffSeconds: handOffs?.seconds ?? null,
    alertSeconds: alerts?.seconds ?? null,
    weeks,
  })
}

async function countAll(tx: Transaction, values: unknown[]): Promise<{ measure: Measure; count: number }[]> {
  const [row] = await tx.run<Record<Measure, number>>(COUNTS, values)
  return OVERVIEW_MEASURES.map((measure) => ({ measure, count: row?.[measure] ?? 0 }))
}

const RANGE = { from: '$2', to: '$3', now: () => '$4' }
const COUNTS = `select ${OVERVIEW_MEASURES.map((measure) => `(select count(*)::int from conversation c where c.organization_id = $1 and ${countedBy(measure, RANGE)}) as "${measure}"`).join(', ')}` // prettier-ignore

const secondsOf = (table: string, begin: string) => `
  select case when count(*) > 0 then json_build_object(
      'median', ceil(percentile_cont(0.5) within group (order by extract(epoch from accepted_at - ${begin}))),
      'p90', ceil(percentile_cont(0.9) within group (order by extract(epoch from accepted_at - ${begin})))) end as seconds
    from ${table} where organization_id = $1 and ${begin} >= $2::timestamptz and ${begin} < $3::timestamptz and accepted_at is not null`
const HAND_OFF_SECONDS = secondsOf('hand_off', 'requested_at')
const ALERT_SECONDS = secondsOf('safety_alert', 'raised_at')

const WEEKS = sqlText`
  select to_char(date_trunc('week', reviewed_at at time zone $4), 'YYYY-MM-DD') as monday, count(*)::int as reviewed,
         (count(*) filter (where agrees))::int as agreed
    from decision_review where organization_id = $1 and reviewed_at >= $2::timestamptz and reviewed_at < $3::timestamptz
   group by 1 order by 1 desc limit $5`
