/** One report: what a time holds beside the time before it, from the days and months that were added up (decision 0127). */
import type * as z from 'zod'
import { REPORT_DAYS_MAX, type Report } from '#contract/report.ts'
import type { Role } from '#contract/role.ts'
import { DAY_MS, instantOf } from '#engines/calendar/time-zone.ts'
import { openTotals } from '#engines/report/day-sums.ts'
import { AGES, ALL, cellKey, MEASURE_NAMES, MEASURES, type Cell, type CellValue, type Measure } from '#engines/report/measures.ts' // prettier-ignore
import type { Transaction } from '#server/platform/database.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { sitesOf } from './count-store.ts'
import { firstZone } from './counted.ts'
import { definitionOf } from './definition.ts'
import { seesPeople } from './policy.ts'
import { namesOfRows, openAt, standingOf, sumsBetween, type Narrowed } from './report-store.ts'

export type Asked = Narrowed & { from: string; to: string }
export type Shown = z.input<typeof Report>

const NOTHING: CellValue = { count: 0, medianMin: null, p90Min: null, sumMin: null }

export async function readReport(
  tx: Transaction,
  asked: Asked,
  role: Role,
  now: Date,
): Promise<Result<Shown, 'INVALID_INPUT'>> {
  const sites = await sitesOf(tx)
  const timeZone = sites.find(({ id }) => id === asked.siteId)?.timeZone ?? firstZone(sites)
  const [first, last] = [Date.parse(asked.from) / DAY_MS, Date.parse(asked.to) / DAY_MS]
  const days = last - first + 1
  if (!(days >= 1) || days > REPORT_DAYS_MAX) return refuse('INVALID_INPUT', { field: 'to' })
  const startOf = (day: number): Date => new Date(instantOf(timeZone, day * DAY_MS, 'first'))
  const [before, from, to] = [startOf(first - days), startOf(first), startOf(last + 1)]
  const head = {
    period: { from: from.toISOString(), to: to.toISOString() },
    before: { from: before.toISOString(), to: from.toISOString() },
    timeZone,
  }
  const { definition } = await definitionOf(tx, sites, now)
  const { asOf, counting } = await standingOf(tx, definition)
  if (counting) return ok({ ...head, asOf, counting, measures: [] })

  const totalsOf = async (time: { from: number; to: number }, end: Date): Promise<Numbers> => {
    const totals = openTotals(time)
    for await (const { day, cells } of sumsBetween(tx, { timeZone, ...time }, asked)) totals.add(day, cells)
    return withBacklog(totals.close(), await openAt(tx, earlier(end, now), asked))
  }
  const numbers = {
    present: await totalsOf({ from: first, to: last }, to),
    past: await totalsOf({ from: first - days, to: first - 1 }, from),
  }
  const names = await namesOfRows(tx)
  return ok({
    ...head,
    asOf: asOf.toISOString(),
    counting,
    measures: MEASURE_NAMES.filter((measure) => measure !== 'people' || seesPeople({ role })).map((measure) => ({
      measure,
      columns: [...MEASURES[measure]],
      rows: rowsOf(measure, [...numbers.present.values(), ...numbers.past.values()]).map((key) => ({
        key,
        name: names.get(key) ?? null,
        cells: MEASURES[measure].map((column) => {
          const cell = cellKey({ measure, row: key, column })
          return { column, ...valueOf(numbers.present.get(cell)), before: valueOf(numbers.past.get(cell)) }
        }),
      })),
    })),
  })
}

/** What is open is asked at the end of a time, but never later than now. */
export const earlier = (one: Date, other: Date): Date => (one < other ? one : other)

type Numbers = Map<string, Cell & CellValue>

function withBacklog(numbers: Numbers, ages: readonly { age: string; count: number }[]): Numbers {
  const sum = ages.reduce((all, { count }) => all + count, 0)
  for (const { age, count } of sum === 0 ? [] : [...ages, { age: ALL, count: sum }]) {
    const cell = { measure: 'backlog' as const, row: age, column: 'open' }
    numbers.set(cellKey(cell), { ...cell, ...NOTHING, count })
  }
  return numbers
}

const valueOf = ({ count, medianMin, p90Min, sumMin }: CellValue = NOTHING): CellValue => ({
  count,
  medianMin,
  p90Min,
  sumMin,
})

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
