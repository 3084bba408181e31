/**
 * Marks added up by local day and by month, so that a report of a year reads months and not conversations (desk-D71, decision 0127). Pure.
 *
 * A conversation counts once in a cell, however often it is marked in a time. So each of its days in a cell keeps its gap: how many days
 * after the day before it comes, 0 where there is none. In a time it counts on the one day whose day before lies outside. A month is as
 * one long day: it has the place of its first day, and its gap leads to the last day before the month.
 */
import { DAY_MS, localDayOf } from '#engines/calendar/time-zone.ts'
import {
  ALL,
  cellKey,
  MEASURE_NAMES,
  MEASURES,
  type Cell,
  type CellValue,
  type Mark,
  type Measure,
} from './measures.ts'

/** Measures in which one conversation may stand in several rows: there the row `all` is counted of its own. */
const OF_MANY_ROWS: ReadonlySet<Measure> = new Set(['abandoned', 'clocks', 'people', 'refusals', 'deliveries'])

export const UNITS = ['day', 'month'] as const
export type Unit = (typeof UNITS)[number]

/** One conversation in one cell on one day, or in one month; `day` 0 is 1 January 1970. */
export type DayCount = Cell & { unit: Unit; day: number; gap: number; waitsMin: number[] }

/** The days and months of one conversation by the calendar of `timeZone`. */
export function dayCountsOf(marks: readonly Mark[], timeZone: string): DayCount[] {
  const cells = Map.groupBy(
    marks.flatMap((mark) =>
      // The waits of all rows are those of each together.
      OF_MANY_ROWS.has(mark.measure) ? [mark, { ...mark, row: ALL, waitMin: null }] : [mark],
    ),
    cellKey,
  )
  return [...cells.values()].flatMap((ofCell) => {
    const days = Map.groupBy(ofCell, ({ at }) => localDayOf(timeZone, at))
    const inOrder = [...days].toSorted(([a], [b]) => a - b)
    return UNITS.flatMap((unit) => unitCountsOf(inOrder, unit))
  })
}

/** @param days the marks of one cell, by day, in their order. */
function unitCountsOf(days: readonly (readonly [day: number, marks: readonly Mark[]])[], unit: Unit): DayCount[] {
  const counts: DayCount[] = []
  let before: number | null = null
  for (const [day, marks] of days) {
    const [mark] = marks
    if (!mark) continue
    const place = unit === 'day' ? day : monthOf(day)
    const waitsMin = marks.flatMap(({ waitMin }) => (waitMin === null ? [] : [waitMin]))
    const last = counts.at(-1)
    if (last?.day === place) last.waitsMin.push(...waitsMin)
    else {
      const { measure, row, column } = mark
      counts.push({ unit, measure, row, column, day: place, gap: before === null ? 0 : place - before, waitsMin })
    }
    before = day
  }
  return counts
}

/** The first day of its month. */
function monthOf(day: number, later = 0): number {
  const date = new Date(day * DAY_MS)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, 1) / DAY_MS
}

/** What is read for the days from `from` to `to`, both in it: whole months, and days before and after them. */
export function partsOf(from: number, to: number): { unit: Unit; from: number; to: number }[] {
  const first = monthOf(from) === from ? from : monthOf(from, 1)
  const end = monthOf(to + 1)
  if (first >= end) return [{ unit: 'day', from, to }]
  return [
    { unit: 'day' as const, from, to: first - 1 },
    { unit: 'month' as const, from: first, to: end - 1 },
    { unit: 'day' as const, from: end, to },
  ].filter((part) => part.from <= part.to)
}

/**
 * All conversations of one day or month. Each line of `counts` is [measure, row, column, gap, how many, gap, how many …], of `waits` the same with
 * minutes in place of gaps; measure and column are places in MEASURES, a row is a place in `rows`.
 */
export type DaySum = { rows: string[]; counts: number[][]; waits: number[][] }

type Tally = Map<number, number>

/** A day or month that conversations are added to, and taken from again. */
export function openDay(sum: DaySum = { rows: [], counts: [], waits: [] }) {
  const cells = new Map<string, Cell & { gaps: Tally; waits: Tally }>()
  const cellAt = (cell: Cell) => {
    const key = cellKey(cell)
    const known = cells.get(key) ?? { ...cell, gaps: new Map(), waits: new Map() }
    cells.set(key, known)
    return known
  }
  for (const line of sum.counts) eachPair(line, (gap, times) => put(cellAt(cellOf(sum, line)).gaps, gap, times))
  for (const line of sum.waits) eachPair(line, (wait, times) => put(cellAt(cellOf(sum, line)).waits, wait, times))
  return {
    /** `times`: 1 adds, -1 takes away. */
    add({ measure, row, column, gap, waitsMin }: DayCount, times: 1 | -1): void {
      const cell = cellAt({ measure, row, column })
      put(cell.gaps, gap, times)
      for (const wait of waitsMin) put(cell.waits, wait, times)
    },
    /** @returns null where nothing is left. Throws where more was taken away than was in it. */
    close(): DaySum | null {
      const rows = [...new Set([...cells.values()].map(({ row }) => row))]
      const linesOf = (what: 'gaps' | 'waits'): number[][] =>
        [...cells.values()].flatMap((cell) => {
          const pairs = [...cell[what]].toSorted(([a], [b]) => a - b)
          if (pairs.some(([, times]) => times < 0)) throw new RangeError(`less than nothing in ${cellKey(cell)}`)
          return pairs.length === 0 ? [] : [[...placeOf(cell, rows), ...pairs.flat()]]
        })
      const closed = { rows, counts: linesOf('gaps'), waits: linesOf('waits') }
      return closed.counts.length === 0 ? null : closed
    },
  }
}

function put(tally: Tally, key: number, times: number): void {
  const sum = (tally.get(key) ?? 0) + times
  if (sum === 0) tally.delete(key)
  else tally.set(key, sum)
}

const placeOf = ({ measure, row, column }: Cell, rows: readonly string[]): number[] => [
  MEASURE_NAMES.indexOf(measure),
  rows.indexOf(row),
  (MEASURES[measure] as readonly string[]).indexOf(column),
]

function cellOf({ rows }: DaySum, [at = 0, rowAt = 0, columnAt = 0]: readonly number[]): Cell {
  const measure = MEASURE_NAMES[at] ?? 'volume'
  return { measure, row: rows[rowAt] ?? '', column: MEASURES[measure][columnAt] ?? '' }
}

/** Where the pairs of a line begin. */
const PAIRS_AT = 3

function eachPair(line: readonly number[], take: (key: number, times: number) => void): void {
  for (let at = PAIRS_AT; at + 1 < line.length; at += 2) take(line[at] ?? 0, line[at + 1] ?? 0)
}

/** Waits up to so many minutes, two weeks, are counted in an array; the few that are longer in a map. */
const USUAL_MIN = 20_160

type Total = Cell & { count: number; usual: Uint32Array | null; long: Tally }

/** Adds up what `partsOf` the days from `from` to `to` names. */
export function openTotals({ from, to }: { from: number; to: number }) {
  const totals = new Map<string, Total>()
  // The same few cells come with every day: what they lead to is found by number.
  const rowNumbers = new Map<string, number>()
  const byNumber = new Map<number, Total>()
  const totalAt = (cell: Cell): Total => {
    const key = cellKey(cell)
    const known = totals.get(key) ?? { ...cell, count: 0, usual: null, long: new Map() }
    totals.set(key, known)
    return known
  }
  const numberOf = (row: string): number => {
    const known = rowNumbers.get(row) ?? rowNumbers.size
    rowNumbers.set(row, known)
    return known
  }
  return {
    add(day: number, sum: DaySum): void {
      if (day < from || day > to) return
      const numbers = sum.rows.map(numberOf)
      const of = (line: readonly number[]): Total => {
        const [measure = 0, row = 0, column = 0] = line
        const number = ((numbers[row] ?? 0) * MEASURE_NAMES.length + measure) * COLUMNS_MAX + column
        const known = byNumber.get(number) ?? totalAt(cellOf(sum, line))
        byNumber.set(number, known)
        return known
      }
      for (const line of sum.counts) {
        const total = of(line)
        for (let at = PAIRS_AT; at + 1 < line.length; at += 2) {
          const gap = line[at] ?? 0
          if (gap === 0 || day - gap < from) total.count += line[at + 1] ?? 0
        }
      }
      for (const line of sum.waits) {
        const total = of(line)
        for (let at = PAIRS_AT; at + 1 < line.length; at += 2) wait(total, line[at] ?? 0, line[at + 1] ?? 0)
      }
    },
    close(): Map<string, Cell & CellValue> {
      for (const total of totals.values()) {
        if (total.row === ALL) continue
        const all = totalAt({ ...total, row: ALL })
        if (!OF_MANY_ROWS.has(total.measure)) all.count += total.count
        total.usual?.forEach((times, minutes) => times > 0 && wait(all, minutes, times))
        for (const [minutes, times] of total.long) wait(all, minutes, times)
      }
      const shown = [...totals].filter(([, { count }]) => count > 0)
      return new Map(shown.map(([key, total]) => [key, valueOf(total)]))
    },
  }
}

/** More than any measure has columns. */
const COLUMNS_MAX = 8

function wait(total: Total, minutes: number, times: number): void {
  if (minutes > USUAL_MIN) return put(total.long, minutes, times)
  total.usual ??= new Uint32Array(USUAL_MIN + 1)
  total.usual[minutes] = (total.usual[minutes] ?? 0) + times
}

function valueOf(total: Total): Cell & CellValue {
  const { measure, row, column, count, usual, long } = total
  const waits: [number, number][] = []
  usual?.forEach((times, minutes) => times > 0 && waits.push([minutes, times]))
  waits.push(...[...long].toSorted(([a], [b]) => a - b))
  const sumMin = waits.length === 0 ? null : waits.reduce((sum, [minutes, times]) => sum + minutes * times, 0)
  return { measure, row, column, count, medianMin: minutesAt(waits, 0.5), p90Min: minutesAt(waits, 0.9), sumMin }
}

/** The nearest rank: the least wait that so great a share does not exceed. */
function minutesAt(waits: readonly [minutes: number, times: number][], share: number): number | null {
  const sum = waits.reduce((all, [, times]) => all + times, 0)
  let left = Math.max(1, Math.ceil(sum * share))
  for (const [minutes, times] of waits) {
    left -= times
    if (left <= 0) return minutes
  }
  return null
}
