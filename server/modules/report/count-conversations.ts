/** Counts conversations: what they did replaces what was kept of them, and the days they are in are added up anew. */
import { dayCountsOf, openDay, type DayCount } from '#engines/report/day-sums.ts'
import { isRunning, nextLook, openSpans, type Course, type Span } from '#engines/report/course.ts'
import { cellKey, marksOf, type Mark } from '#engines/report/measures.ts'
import type { Transaction } from '#server/platform/database.ts'
import * as store from './count-store.ts'
import type { DayPlace, KeptMark, NewCourse, Place, Site } from './count-store.ts'
import { coursesOf } from './courses.ts'

export type Counting = { tx: Transaction; sites: readonly Site[]; edition: number; now: Date }

export async function countConversations({ tx, sites, edition, now }: Counting, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const [facts, before, kept] = await Promise.all([
    store.factsToCount(tx, ids),
    store.keptCourses(tx, ids),
    store.keptMarks(tx, ids),
  ])
  const changes = openChanges(sites)
  const keptOf = Map.groupBy(kept, ({ conversationId }) => conversationId)
  for (const course of before)
    if (course.edition === edition) changes.add(course, (keptOf.get(course.conversationId) ?? []).flatMap(toMarks), -1)

  const places = new Map(facts.map((one) => [one.id, one]))
  const courses: NewCourse[] = []
  const fresh: KeptMark[] = []
  for await (const { id, course } of coursesOf(tx, facts, now)) {
    const place = places.get(id)
    if (!place) continue
    const marks = marksOf(course, now.getTime())
    changes.add(place, marks, 1)
    fresh.push(...keptMarksOf(id, marks))
    courses.push({ ...placeOf(place), conversationId: id, edition, ...openOf(course, now.getTime()) })
  }

  await saveDays(tx, changes.close())
  await store.changeMarks(tx, differenceOf(kept, fresh))
  const gone = before.flatMap(({ conversationId }) => (places.has(conversationId) ? [] : [conversationId]))
  await store.keepCourses(tx, courses, gone, now)
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

const toMarks = ({ measure, row, column, at, waitsMin }: KeptMark): Mark[] =>
  (waitsMin ?? [null]).map((waitMin) => ({ measure, row, column, at, waitMin }))

function differenceOf(kept: readonly KeptMark[], fresh: readonly KeptMark[]) {
  const keyOf = (mark: KeptMark): string =>
    `${mark.conversationId} ${mark.at} ${mark.waitsMin?.join(',') ?? ''} ${cellKey(mark)}`
  const [known, found] = [new Set(kept.map(keyOf)), new Set(fresh.map(keyOf))]
  return {
    gone: kept.filter((mark) => !found.has(keyOf(mark))),
    come: fresh.filter((mark) => !known.has(keyOf(mark))),
  }
}

/** What is only known later is not known yet. */
function openOf(course: Course, now: number) {
  const spans = openSpans({ at: course.at, steps: course.steps.filter(({ at }) => at <= now) })
  const last = spans.at(-1)
  const againAt = nextLook(course, now)
  return {
    begunAt: new Date(course.at),
    openDuring: `{${spans.map(rangeText).join(',')}}`,
    overAt: last === undefined ? '-infinity' : last.to === null ? 'infinity' : new Date(last.to).toISOString(),
    isRunning: course.clocks.some(isRunning),
    againAt: againAt === null ? null : new Date(againAt),
  }
}

const rangeText = ({ from, to }: Span): string =>
  `(${new Date(from).toISOString()},${to === null ? ')' : `${new Date(to).toISOString()}]`}`

type Change = { place: DayPlace; counts: Map<string, { count: DayCount; times: number }> }

/** Collects what changes in which days; what comes as it went changes nothing. */
function openChanges(sites: readonly Site[]) {
  const days = new Map<string, Change>()
  return {
    add(of: Place, marks: readonly Mark[], times: 1 | -1): void {
      for (const timeZone of zonesOf(sites, of.siteId))
        for (const count of dayCountsOf(marks, timeZone)) {
          const place = { ...placeOf(of), timeZone, day: count.day }
          const key = JSON.stringify(place)
          const change = days.get(key) ?? { place, counts: new Map() }
          days.set(key, change)
          const countKey = `${count.gap} ${count.waitsMin.toSorted((a, b) => a - b).join(',')} ${cellKey(count)}`
          const known = change.counts.get(countKey) ?? { count, times: 0 }
          change.counts.set(countKey, { count, times: known.times + times })
        }
    },
    close: (): Change[] =>
      [...days.values()].filter(({ counts }) => [...counts.values()].some(({ times }) => times !== 0)),
  }
}

/** A conversation stands in the days of its own site, and in those of a report of all. */
const zonesOf = (sites: readonly Site[], siteId: string | null): Set<string> =>
  new Set([firstZone(sites), sites.find(({ id }) => id === siteId)?.timeZone ?? firstZone(sites)])

export const firstZone = (sites: readonly Site[]): string => sites[0]?.timeZone ?? 'UTC'

async function saveDays(tx: Transaction, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return
  const before = await store.daysAt(
    tx,
    changes.map(({ place }) => place),
  )
  const days = changes.map(({ place, counts }, n) => {
    const day = openDay(before[n])
    for (const { count, times } of counts.values())
      for (let left = Math.abs(times); left > 0; left -= 1) day.add(count, times > 0 ? 1 : -1)
    return { place, sum: day.close() }
  })
  await store.keepDays(tx, days)
}
