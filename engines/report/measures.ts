/**
 * The measures of a report: in which cells a conversation is counted, and with which waiting times (desk-D71). Pure.
 *
 * A cell is a row and a column of a measure. Number and list come from the same marks, so that they cannot differ.
 */
import {
  firstWaits,
  isFirstContact,
  liveEnds,
  nextWaits,
  resolutionsOf,
  WAITED_FOR,
  WRITERS,
  type Course,
  type Step,
  type Wait,
} from './course.ts'

export const MEASURES = {
  volume: ['begun', 'person', 'bot', 'automatic', 'nobody'],
  'first-answer': [...WRITERS],
  'next-answer': ['person', 'bot'],
  abandoned: ['left', 'answered'],
  clocks: ['met', 'breached', 'running', 'ended'],
  waits: [...WAITED_FOR],
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

/**
 * What a conversation did that is counted, and when. `waitMin`: of the measures of time, in whole minutes, what was begun counts (decision
 * 0128).
 */
export type Mark = { measure: Measure; row: string; column: string; at: number; waitMin: number | null }

const mark = (measure: Measure, row: string, column: string, at: number, waitMin: number | null = null): Mark => ({
  measure,
  row,
  column,
  at,
  waitMin,
})

const minutesOf = ({ from, to }: Wait): number => Math.ceil((to - from) / 60_000)

/**
 * Everything of a conversation that some time counts, but the backlog, which is asked at an instant. It does not depend on the time that a
 * report asks for: a time counts what lies in it. `now`: nothing later is known.
 */
export function marksOf({ channel, queueId, at, begunAt, steps, clocks, waits }: Course, now: number): Mark[] {
  const known = steps.filter((step) => step.at <= now)
  const { resolved, reopened } = resolutionsOf(known)
  const marks = [
    ...(begunAt === null ? [] : marksOfBegin(known, channel, begunAt)),
    // The rest belongs to the time in which it happened.
    ...nextWaits(known).map((wait) => mark('next-answer', channel, wait.by, wait.from, minutesOf(wait))),
    ...liveEnds(known, now).map((end) => mark('abandoned', end.channel, end.end, end.at)),
    ...clocks.map((clock) => mark('clocks', clock.kind, clockColumn(clock), clock.startedAt)),
    ...waitMarks(waits, channel),
    ...resolved.map((end) => mark('reopened', channel, 'resolved', end)),
    ...reopened.map((again) => mark('reopened', channel, 'reopened', again)),
    ...known.flatMap((step) => stepMarks(step, channel, queueId)),
  ]
  // Nothing counts before the conversation began, as what a journal noted while its first message was stored.
  return marks.map((one) => (one.at < at ? { ...one, at } : one))
}

/** What became of a conversation belongs to the time in which it began. */
function marksOfBegin(known: readonly Step[], channel: string, at: number): Mark[] {
  const answers = known.flatMap((step) => (step.does === 'answer' ? [step] : []))
  const writers = WRITERS.filter((writer) => answers.some(({ by }) => by === writer))
  return [
    mark('volume', channel, 'begun', at),
    ...(writers.length === 0 ? ['nobody'] : writers).map((column) => mark('volume', channel, column, at)),
    ...firstWaits(known).map((wait) => mark('first-answer', channel, wait.by, at, minutesOf(wait))),
    ...(resolutionsOf(known).resolved.length > 0 ? [mark('first-contact', channel, 'resolved', at)] : []),
    ...(isFirstContact(known) ? [mark('first-contact', channel, 'once', at)] : []),
  ]
}

/** What lies outside the opening hours is no wait. */
const waitMarks = (waits: Course['waits'], channel: string): Mark[] =>
  waits
    .filter(({ workedMin }) => workedMin > 0)
    .map(({ on, from, workedMin }) => mark('waits', channel, on, from, Math.ceil(workedMin)))

function stepMarks(step: Step, channel: string, queueId: string | null): Mark[] {
  const { at } = step
  if (step.does === 'transfer') return [mark('transfers', channel, step.to, at)]
  if (step.does === 'refused') return [mark('refusals', step.reason, step.by, at)]
  if (step.does === 'delivery') return [mark('deliveries', step.channel, step.outcome, at)]
  if (step.does !== 'answer' || step.by !== 'person') return []
  const answered = mark('load', queueId ?? 'none', 'answered', at)
  return step.staffId ? [answered, mark('people', step.staffId, 'answered', at)] : [answered]
}

export type Cell = Pick<Mark, 'measure' | 'row' | 'column'>

export const cellKey = ({ measure, row, column }: Cell): string => `${measure} ${row} ${column}`

const clockColumn = ({ state, breachedAt }: Course['clocks'][number]): string =>
  breachedAt !== null ? 'breached' : state === 'met' ? 'met' : state === 'ended' ? 'ended' : 'running'

/** What a cell says: how many conversations, and of their waits the middle, the ninth of ten and the sum, in minutes. */
export type CellValue = { count: number; medianMin: number | null; p90Min: number | null; sumMin: number | null }
