/** Counts conversations: what they did replaces what was kept of them, and the days they are in are added up anew. */
import { setImmediate as turn } from 'node:timers/promises'
import { cellKey } from '#engines/report/measures.ts'
import type { Transaction } from '#server/platform/database.ts'
import * as store from './count-store.ts'
import type { KeptMark, NewCourse, Site } from './count-store.ts'
import { changed, countedOf, openChanges, toMarks, type DayChange } from './counted.ts'
import { coursesOf } from './courses.ts'

/** After so many conversations whatever else waits has its turn: some hundred in one go would hold every message up. */
const AT_ONCE = 20

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
    const counted = countedOf(id, place, course, { edition, now: now.getTime() })
    changes.add(place, counted.marks, 1)
    fresh.push(...counted.kept)
    courses.push(counted.course)
    if (courses.length % AT_ONCE === 0) await turn()
  }

  await saveDays(tx, changes.close())
  await store.changeMarks(tx, differenceOf(kept, fresh))
  const gone = before.flatMap(({ conversationId }) => (places.has(conversationId) ? [] : [conversationId]))
  await store.keepCourses(tx, courses, gone, now)
}

function differenceOf(kept: readonly KeptMark[], fresh: readonly KeptMark[]) {
  const keyOf = (mark: KeptMark): string =>
    `${mark.conversationId} ${mark.at} ${mark.waitsMin?.join(',') ?? ''} ${cellKey(mark)}`
  const [known, found] = [new Set(kept.map(keyOf)), new Set(fresh.map(keyOf))]
  return {
    gone: kept.filter((mark) => !found.has(keyOf(mark))),
    come: fresh.filter((mark) => !known.has(keyOf(mark))),
  }
}

export async function saveDays(tx: Transaction, changes: readonly DayChange[]): Promise<void> {
  if (changes.length === 0) return
  const places = changes.map(({ place }) => place)
  const before = await store.daysAt(tx, places)
  const days = changes.map((change, n) => ({ place: change.place, sum: changed(before[n], change) }))
  await store.keepDays(tx, days)
}
