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
  type Step,
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

/** What a conversation did that is counted, and when. `wait`: milliseconds, of the measures of time. */
export type Mark = { measure: Measure; row: string; column: string; at: number; wait: number | null }

const mark = (measure: Measure, row: string, column: string, at: number, wait: number | null = null): Mark => ({
  measure,
  row,
  column,
  at,
  wait,
})

/**
 * Everything of a conversation that some time counts, but the backlog, which is asked at an instant. It does not depend on the time that a
 * report asks for: a time counts what lies in it. `now`: nothing later is known.
 */
export function marksOf({ channel, queueId, at, steps, clocks }: Course, now: number): Mark[] {
  const known = steps.filter((step) => step.at <= now)
  const answers = known.flatMap((step) => (step.does === 'answer' ? [step] : []))
  const writers = WRITERS.filter((writer) => answers.some(({ by }) => by === writer))
  const { resolved, reopened } = resolutionsOf(known)
  return [
    // What became of a conversation belongs to the time in which it began.
    mark('volume', channel, 'begun', at),
    ...(writers.length === 0 ? ['nobody'] : writers).map((column) => mark('volume', channel, column, at)),
    ...firstWaits(known).map(({ by, from, to }) => mark('first-answer', channel, by, at, to - from)),
    ...(resolved.length > 0 ? [mark('first-contact', channel, 'resolved', at)] : []),
    ...(isFirstContact(known) ? [mark('first-contact', channel, 'once', at)] : []),
    // The rest belongs to the time in which it happened.
    ...nextWaits(known).map(({ by, from, to }) => mark('next-answer', channel, by, from, to - from)),
    ...liveEnds(known, now).map((end) => mark('abandoned', end.channel, end.end, end.at)),
    ...clocks.map((clock) => mark('clocks', clock.kind, clockColumn(clock), clock.startedAt)),
    ...resolved.map((end) => mark('reopened', channel, 'resolved', end)),
    ...reopened.map((again) => mark('reopened', channel, 'reopened', again)),
    ...known.flatMap((step) => stepMarks(step, channel, queueId)),
  ]
}

function stepMarks(step: Step, channel: string, queueId: string | null): Mark[] {
  const { at } = step
  if (step.does === 'transfer') return [mark('transfers', channel, step.to, at)]
  if (step.does === 'refused') return [mark('refusals', step.reason, step.by, at)]
  if (step.does === 'delivery') return [mark('deliveries', step.channel, step.outcome, at)]
  if (step.does !== 'answer' || step.by !== 'person') return []
  const answered = mark('load', queueId ?? 'none', 'answered', at)
  return step.staffId ? [answered, mark('people', step.staffId, 'answered', at)] : [answered]
}

/** `waits`: milliseconds, of the measures of time. */
export type Cell = { measure: Measure; row: string; column: string; waits: number[] }

/** Every cell in which the conversation is counted, each once. */
export function cellsOf(course: Course, { from, to, now }: Period, marks = marksOf(course, now)): Cell[] {
  const cells = new Map<string, Cell>()
  const count = ({ measure, row, column, wait }: Mark): void => {
    for (const one of [row, ALL]) {
      const key = cellKey({ measure, row: one, column })
      const cell = cells.get(key) ?? { measure, row: one, column, waits: [] }
      cells.set(key, cell)
      if (wait !== null) cell.waits.push(wait)
    }
  }
  for (const one of marks) if (one.at >= from && one.at < to) count(one)
  const end = Math.min(to, now)
  if (course.at < end && isOpenAt(course.steps, end)) count(mark('backlog', ageRow(end - course.at), 'open', course.at))
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

/** Counts conversations one after the other, in two times at once; none of them is kept. */
export function openTallies({ present, past, now }: Record<'present' | 'past', Omit<Period, 'now'>> & { now: number }) {
  const sums = { present: new Map<string, Sum>(), past: new Map<string, Sum>() }
  return {
    add(course: Course): void {
      const marks = marksOf(course, now)
      for (const cell of cellsOf(course, { ...present, now }, marks)) addTo(sums.present, cell)
      for (const cell of cellsOf(course, { ...past, now }, marks)) addTo(sums.past, cell)
    },
    close: () => ({ present: valuesOf(sums.present), past: valuesOf(sums.past) }),
  }
}

type Sum = Cell & { count: number }

function addTo(cells: Map<string, Sum>, cell: Cell): void {
  const key = cellKey(cell)
  const known = cells.get(key)
  if (!known) return void cells.set(key, { ...cell, count: 1 })
  known.count += 1
  for (const wait of cell.waits) known.waits.push(wait)
}

const valuesOf = (cells: Map<string, Sum>): Map<string, Cell & CellValue> =>
  new Map(
    [...cells].map(([key, cell]) => {
      const waits = Float64Array.from(cell.waits).sort()
      return [key, { ...cell, medianMin: minutesAt(waits, 0.5), p90Min: minutesAt(waits, 0.9) }]
    }),
  )

/** The nearest rank: the least wait that so great a share does not exceed. */
function minutesAt(sorted: Float64Array, share: number): number | null {
  const wait = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
  return wait === undefined ? null : wait / 60_000
}
