/** For tests: what a report says by reading every conversation from its beginning, without marks that were kept or days that were added up. */
import { resolutionsOf, type Course, type Step } from './course.ts'
import { AGES, ALL, cellKey, marksOf, type Cell, type CellValue } from './measures.ts'

/** Instants, epoch milliseconds; `to` is not in it. `now`: nothing later is known. */
export type Period = { from: number; to: number; now: number }

const DAY_MS = 86_400_000

/** Whether somebody still had to do something with it at `at`, by all that happened before. */
export function isOpenAt(steps: readonly Step[], at: number): boolean {
  const until = steps.filter((step) => step.at < at)
  if (until.findLast((step) => step.does === 'state')?.to === 'spam') return false
  const { resolved, reopened } = resolutionsOf(until)
  return resolved.length === reopened.length
}

/** Every cell in which the conversation is counted, each once, with its waits. */
export function cellsOf(course: Course, { from, to, now }: Period): (Cell & { waitsMin: number[] })[] {
  const end = Math.min(to, now)
  const begunAt = course.begunAt ?? Infinity
  const age = AGES.find(([, days]) => end - begunAt < days * DAY_MS)?.[0] ?? 'older'
  const isOpen = begunAt < end && isOpenAt(course.steps, end)
  const marks = [
    ...marksOf(course, now).filter(({ at }) => at >= from && at < to),
    ...(isOpen ? [{ measure: 'backlog' as const, row: age, column: 'open', waitMin: null }] : []),
  ]
  const cells = Map.groupBy(
    marks.flatMap((mark) => [mark, { ...mark, row: ALL }]),
    cellKey,
  )
  return [...cells.values()].flatMap((same) =>
    same.slice(0, 1).map(({ measure, row, column }) => ({
      measure,
      row,
      column,
      waitsMin: same.flatMap(({ waitMin }) => (waitMin === null ? [] : [waitMin])),
    })),
  )
}

export function readDirectly(courses: readonly Course[], period: Period): Map<string, Cell & CellValue> {
  const cells = Map.groupBy(
    courses.flatMap((course) => cellsOf(course, period)),
    cellKey,
  )
  return new Map(
    [...cells].flatMap(([key, same]) =>
      same.slice(0, 1).map(({ measure, row, column }) => {
        const waits = same.flatMap(({ waitsMin }) => waitsMin).toSorted((a, b) => a - b)
        const at = (share: number) => waits[Math.max(0, Math.ceil(waits.length * share) - 1)] ?? null
        const sumMin = waits.length === 0 ? null : waits.reduce((sum, one) => sum + one, 0)
        return [key, { measure, row, column, count: same.length, medianMin: at(0.5), p90Min: at(0.9), sumMin }]
      }),
    ),
  )
}
