/** What is kept of one conversation, and what it changes in the days it lies in. Pure. */
import { isRunning, nextLook, openSpans, type Course, type Span } from '#engines/report/course.ts'
import { dayCountsOf, openDay, type DayCount, type DaySum } from '#engines/report/day-sums.ts'
import { cellKey, marksOf, type Mark } from '#engines/report/measures.ts'
import type { DayPlace, KeptMark, NewCourse, Place, Site } from './count-store.ts'

/** `now`: nothing later is known. */
export function countedOf(
  conversationId: string,
  place: Place,
  course: Course,
  { edition, now }: { edition: number; now: number },
): { marks: Mark[]; kept: KeptMark[]; course: NewCourse } {
  const marks = marksOf(course, now)
  const kept = keptMarksOf(conversationId, marks)
  return { marks, kept, course: { ...placeOf(place), conversationId, edition, ...openOf(course, now) } }
}

const placeOf = ({ siteId, queueId, channel, labels }: Place): Place => ({ siteId, queueId, channel, labels })

/** Marks of one cell and instant become one row with all their waits. */
function keptMarksOf(conversationId: string, marks: readonly Mark[]): KeptMark[] {
  const same = Map.groupBy(marks, (mark) => `${mark.at} ${cellKey(mark)}`)
  return [...same.values()].flatMap((group) =>
    group.slice(0, 1).map(({ measure, row, column, at }) => {
      const waits = group.flatMap(({ waitMin }) => (waitMin === null ? [] : [waitMin])).toSorted((a, b) => a - b)
      return { conversationId, measure, row, column, at, waitsMin: waits.length === 0 ? null : waits }
    }),
  )
}

export const toMarks = ({ measure, row, column, at, waitsMin }: KeptMark): Mark[] =>
  (waitsMin ?? [null]).map((waitMin) => ({ measure, row, column, at, waitMin }))

/** What is only known later is not known yet. */
function openOf(course: Course, now: number) {
  const spans = openSpans({ begunAt: course.begunAt, steps: course.steps.filter(({ at }) => at <= now) })
  const last = spans.at(-1)
  const againAt = nextLook(course, now)
  return {
    begunAt: new Date(course.begunAt ?? course.at),
    openDuring: `{${spans.map(rangeText).join(',')}}`,
    overAt: last === undefined ? '-infinity' : last.to === null ? 'infinity' : new Date(last.to).toISOString(),
    // Other opening hours change how long an open one has waited.
    isRunning: last?.to === null || course.clocks.some(isRunning),
    againAt: againAt === null ? null : new Date(againAt),
  }
}

const rangeText = ({ from, to }: Span): string =>
  `(${new Date(from).toISOString()},${to === null ? ')' : `${new Date(to).toISOString()}]`}`

export type DayChange = { place: DayPlace; counts: Map<string, { count: DayCount; times: number }> }

/** Collects what changes in which days; what comes as it went changes nothing. */
export function openChanges(sites: readonly Site[]) {
  const all = new Map<string, Map<string, DayChange>>()
  return {
    add(of: Place, marks: readonly Mark[], times: 1 | -1): void {
      for (const timeZone of zonesOf(sites, of.siteId)) {
        const key = JSON.stringify([timeZone, of.siteId, of.queueId, of.channel, of.labels])
        const days = all.get(key) ?? new Map<string, DayChange>()
        all.set(key, days)
        for (const count of dayCountsOf(marks, timeZone)) {
          const { unit, day } = count
          const change = days.get(`${unit} ${day}`) ?? { place: { ...placeOf(of), timeZone, unit, day }, counts: new Map() } // prettier-ignore
          days.set(`${unit} ${day}`, change)
          const countKey = `${count.gap} ${count.waitsMin.toSorted((a, b) => a - b).join(',')} ${cellKey(count)}`
          const known = change.counts.get(countKey)
          if (known) known.times += times
          else change.counts.set(countKey, { count, times })
        }
      }
    },
    close: (): DayChange[] =>
      [...all.values()]
        .flatMap((days) => [...days.values()])
        .filter(({ counts }) => [...counts.values()].some(({ times }) => times !== 0)),
  }
}

/** A conversation stands in the days of its own site, and in those of a report of all. */
const zonesOf = (sites: readonly Site[], siteId: string | null): Set<string> =>
  new Set([firstZone(sites), sites.find(({ id }) => id === siteId)?.timeZone ?? firstZone(sites)])

export const firstZone = (sites: readonly Site[]): string => sites[0]?.timeZone ?? 'UTC'

/** @returns null where nothing is left of the day. */
export function changed(before: DaySum | undefined, { counts }: DayChange): DaySum | null {
  const day = openDay(before)
  for (const { count, times } of counts.values())
    for (let left = Math.abs(times); left > 0; left -= 1) day.add(count, times > 0 ? 1 : -1)
  return day.close()
}
