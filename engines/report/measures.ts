/**
 * The measures of a report: in which cells a conversation is counted, and with which waiting times (desk-D71). Pure.
 *
 * A cell is a row and a column of a measure. Number and list come from the same answer, so that they cannot differ.
 */
import {
  firstWaits,
  isFirstContact,
  isOpenAt,
  liveEnds,
  nextWaits,
  resolutionsOf,
  WRITERS,
  type Course,
} from './course.ts'

/** Instants, epoch milliseconds; `to` is not in it. `now`: nothing later is known. */
export type Period = { from: number; to: number; now: number }

export const MEASURES = {
  volume: ['begun', 'person', 'bot', 'automatic', 'nobody'],
  'first-answer': [...WRITERS],
  'next-answer': ['person', 'bot'],
  abandoned: ['left', 'answered'],
  clocks: ['met', 'breached', 'running', 'ended'],
  backlog: ['open'],
  reopened: ['resolved', 'reopened'],
  transfers: ['person', 'queue'],
  'first-contact': ['resolved', 'once'],
  load: ['answered'],
  people: ['answered'],
  refusals: ['person', 'automatic'],
  deliveries: ['arrived', 'failed', 'unknown', 'blocked', 'cancelled', 'under-way'],
} as const satisfies Record<string, readonly string[]>
export type Measure = keyof typeof MEASURES
export const MEASURE_NAMES = Object.keys(MEASURES) as Measure[]

/** Ages of the backlog: the row's name, and up to how many days. */
export const AGES = [
  ['under-1', 1],
  ['under-3', 3],
  ['under-7', 7],
  ['under-30', 30],
  ['older', Infinity],
] as const

/** The row that counts each conversation of a measure once. */
export const ALL = 'all'

/** `waits`: milliseconds, of the measures of time. */
export type Cell = { measure: Measure; row: string; column: string; waits: number[] }

/** Every cell in which the conversation is counted, each once. */
export function cellsOf(course: Course, { from, to, now }: Period): Cell[] {
  const { channel, queueId, steps, at } = course
  const cells = new Map<string, Cell>()
  const count = (measure: Measure, row: string, column: string, wait?: number): void => {
    for (const one of [row, ALL]) {
      const key = cellKey({ measure, row: one, column })
      const cell = cells.get(key) ?? { measure, row: one, column, waits: [] }
      cells.set(key, cell)
      if (wait !== undefined) cell.waits.push(wait)
    }
  }
  const isIn = (instant: number): boolean => instant >= from && instant < to
  const known = steps.filter((step) => step.at <= now)
  const answers = known.flatMap((step) => (step.does === 'answer' ? [step] : []))

  if (isIn(at)) {
    count('volume', channel, 'begun')
    const writers = WRITERS.filter((writer) => answers.some(({ by }) => by === writer))
    for (const writer of writers) count('volume', channel, writer)
    if (writers.length === 0) count('volume', channel, 'nobody')
    for (const wait of firstWaits(known)) count('first-answer', channel, wait.by, wait.to - wait.from)
    if (resolutionsOf(known).resolved.length > 0) {
      count('first-contact', channel, 'resolved')
      if (isFirstContact(known)) count('first-contact', channel, 'once')
    }
  }
  for (const wait of nextWaits(known).filter((one) => isIn(one.from)))
    count('next-answer', channel, wait.by, wait.to - wait.from)
  for (const { channel: where, end } of liveEnds(known, now).filter((one) => isIn(one.at)))
    count('abandoned', where, end)
  for (const clock of course.clocks.filter(({ startedAt }) => isIn(startedAt)))
    count('clocks', clock.kind, clockColumn(clock))

  const end = Math.min(to, now)
  if (at < end && isOpenAt(known, end)) count('backlog', ageRow(end - at), 'open')

  const { resolved, reopened } = resolutionsOf(known)
  if (resolved.some(isIn)) count('reopened', channel, 'resolved')
  if (reopened.some(isIn)) count('reopened', channel, 'reopened')

  for (const step of known) {
    if (!isIn(step.at)) continue
    if (step.does === 'transfer') count('transfers', channel, step.to)
    if (step.does === 'refused') count('refusals', step.reason, step.by)
    if (step.does === 'delivery') count('deliveries', step.channel, step.outcome)
    if (step.does === 'answer' && step.by === 'person') {
      count('load', queueId ?? 'none', 'answered')
      if (step.staffId) count('people', step.staffId, 'answered')
    }
  }
  return [...cells.values()]
}

export const cellKey = ({ measure, row, column }: Pick<Cell, 'measure' | 'row' | 'column'>): string =>
  `${measure} ${row} ${column}`

const clockColumn = ({ state, breachedAt }: Course['clocks'][number]): string =>
  breachedAt !== null ? 'breached' : state === 'met' ? 'met' : state === 'ended' ? 'ended' : 'running'

const DAY_MS = 86_400_000
const ageRow = (age: number): string => AGES.find(([, days]) => age < days * DAY_MS)?.[0] ?? 'older'

/** What a cell says: how many conversations, and of their waits the middle and the ninth of ten, in minutes. */
export type CellValue = { count: number; medianMin: number | null; p90Min: number | null }

export function tally(courses: Iterable<Course>, period: Period): Map<string, Cell & CellValue> {
  const cells = new Map<string, Cell & { count: number }>()
  for (const course of courses) {
    for (const cell of cellsOf(course, period)) {
      const key = cellKey(cell)
      const known = cells.get(key)
      if (!known) cells.set(key, { ...cell, count: 1 })
      else {
        known.count += 1
        for (const wait of cell.waits) known.waits.push(wait)
      }
    }
  }
  return new Map(
    [...cells].map(([key, cell]) => {
      const waits = Float64Array.from(cell.waits).sort()
      return [key, { ...cell, medianMin: minutesAt(waits, 0.5), p90Min: minutesAt(waits, 0.9) }]
    }),
  )
}

/** The nearest rank: the least wait that so great a share does not exceed. */
function minutesAt(sorted: Float64Array, share: number): number | null {
  const wait = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
  return wait === undefined ? null : wait / 60_000
}
