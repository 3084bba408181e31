/** One report: what a time holds beside the time before it, and the conversations behind each of its numbers. */
import type * as z from 'zod'
import { REPORT_DAYS_MAX, type Report } from '#contract/report.ts'
import { DAY_MS, instantOf } from '#engines/calendar/time-zone.ts'
import type { Figure } from '#engines/figure/figure.ts'
import { AGES, ALL, cellKey, cellsOf, MEASURE_NAMES, MEASURES, openTallies, type Cell, type CellValue, type Measure } from '#engines/report/measures.ts' // prettier-ignore
import type { Transaction } from '#server/platform/database.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { seesPeople } from './policy.ts'
import type { Role } from '#contract/role.ts'
import { coursesOf } from './courses.ts'
import { aliveBetween, CONVERSATIONS_MAX, namesOfRows, zoneOf, type Narrowed } from './report-store.ts'

export type Asked = Narrowed & { from: string; to: string }
export type Shown = z.input<typeof Report>
type Refused = 'INVALID_INPUT' | 'TOO_LARGE'

const NOTHING: CellValue = { count: 0, medianMin: null, p90Min: null }

export async function readReport(
  tx: Transaction,
  asked: Asked,
  role: Role,
  now: Date,
): Promise<Result<Shown, Refused>> {
  const timeZone = (await zoneOf(tx, asked.siteId)) ?? 'UTC'
  const days = (Date.parse(asked.to) - Date.parse(asked.from)) / DAY_MS + 1
  if (!(days >= 1) || days > REPORT_DAYS_MAX) return refuse('INVALID_INPUT', { field: 'to' })
  const startOf = (date: string, later: number): Date =>
    new Date(instantOf(timeZone, Date.parse(date) + later * DAY_MS, 'first'))
  const [before, from, to] = [startOf(asked.from, -days), startOf(asked.from, 0), startOf(asked.to, 1)]

  const alive = await aliveBetween(tx, before, to, asked)
  if (alive.length > CONVERSATIONS_MAX) return refuse('TOO_LARGE', { field: 'to' })
  const tallies = openTallies({
    present: { from: from.getTime(), to: to.getTime() },
    past: { from: before.getTime(), to: from.getTime() },
    now: now.getTime(),
  })
  for await (const { course } of coursesOf(tx, alive, now)) tallies.add(course)
  const { present, past } = tallies.close()
  const names = await namesOfRows(tx)
  return ok({
    period: { from: from.toISOString(), to: to.toISOString() },
    before: { from: before.toISOString(), to: from.toISOString() },
    timeZone,
    measures: MEASURE_NAMES.filter((measure) => measure !== 'people' || seesPeople({ role })).map((measure) => ({
      measure,
      columns: [...MEASURES[measure]],
      rows: rowsOf(measure, [...present.values(), ...past.values()]).map((key) => ({
        key,
        name: names.get(key) ?? null,
        cells: MEASURES[measure].map((column) => {
          const cell = cellKey({ measure, row: key, column })
          return { column, ...valueOf(present.get(cell)), before: valueOf(past.get(cell)) }
        }),
      })),
    })),
  })
}

const valueOf = ({ count, medianMin, p90Min }: CellValue = NOTHING): CellValue => ({ count, medianMin, p90Min })

/** The rows that hold anything, the largest first; ages in their order; the sum last. */
function rowsOf(measure: Measure, cells: readonly (Cell & CellValue)[]): string[] {
  const counts = new Map<string, number>()
  for (const cell of cells) if (cell.measure === measure) counts.set(cell.row, (counts.get(cell.row) ?? 0) + cell.count)
  const age = (key: string): number => AGES.findIndex(([name]) => name === key)
  return [...counts.keys()].toSorted(
    (a, b) =>
      Number(a === ALL) - Number(b === ALL) ||
      age(a) - age(b) ||
      (counts.get(b) ?? 0) - (counts.get(a) ?? 0) ||
      a.localeCompare(b),
  )
}

/**
 * The ids behind one number of a report. The same conversations (`since`: as far back as the report looked), the same cells: the list is
 * as long as the number.
 */
export async function idsBehind(
  tx: Transaction,
  figure: Figure,
  role: Role,
  now: Date,
): Promise<Result<string[], Refused>> {
  const { measure, row, column, from = '', to = '', since = from, site, queue, channel } = figure
  const period = { from: Date.parse(from), to: Date.parse(to), now: now.getTime() }
  const isWhole = measure && row && column && period.to > period.from && site !== 'none' && queue !== 'none'
  const isTooLong = !(period.to - Date.parse(since) <= (2 * REPORT_DAYS_MAX + 1) * DAY_MS)
  if (!isWhole || isTooLong || (measure === 'people' && !seesPeople({ role })))
    return refuse('INVALID_INPUT', { field: 'figure' })
  const narrowed = { siteId: site, queueId: queue, channel }
  const alive = await aliveBetween(tx, new Date(since), new Date(period.to), narrowed)
  if (alive.length > CONVERSATIONS_MAX) return refuse('TOO_LARGE', { field: 'figure' })
  const ids: string[] = []
  for await (const { id, course } of coursesOf(tx, alive, now)) {
    const isCounted = cellsOf(course, period).some(
      (cell) => cell.measure === measure && cell.row === row && cell.column === column,
    )
    if (isCounted) ids.push(id)
  }
  return ok(ids)
}
