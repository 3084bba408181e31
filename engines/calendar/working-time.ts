/**
 * Working time: elapsed real time inside the open periods of a calendar (desk-D28). Instants are epoch milliseconds.
 *
 * Without a calendar (`null`) it is always open. A day on which clocks change has 23 or 25 hours, and so much working time.
 */
import { openSpansOf, type Calendar, type Span } from './calendar.ts'
import { localDayOf } from './time-zone.ts'

/** Nothing is looked for beyond so many days. */
const LOOKED_DAYS = 3_660

/**
 * The instant at which `duration` of working time after `start` is used up; exactly at a closing it is that closing. A start outside
 * opening hours, or at a closing, counts from the next opening.
 *
 * @param duration milliseconds, 0 or more; 0 is the start itself.
 * @returns null when ten years of opening hours are not enough.
 */
export function addWorkingTime(calendar: Calendar | null, start: number, duration: number): number | null {
  if (!(duration >= 0)) throw new RangeError('A duration is 0 or more milliseconds.')
  if (calendar === null || duration === 0) return start + duration
  let left = duration
  let from = start
  const first = localDayOf(calendar.timeZone, start) - 1
  for (let day = first; day <= first + LOOKED_DAYS; day++) {
    for (const span of openSpansOf(calendar, day)) {
      const open = span.to - Math.max(span.from, from)
      if (open <= 0) continue
      if (open >= left) return span.to - open + left
      left -= open
      from = span.to
    }
  }
  return null
}

/** Working time from `start` to `end`, in milliseconds; 0 when the end is not later. Spans over ten years are refused. */
export function workingTimeBetween(calendar: Calendar | null, start: number, end: number): number {
  if (!(end > start)) return 0
  if (calendar === null) return end - start
  const first = localDayOf(calendar.timeZone, start) - 1
  const last = localDayOf(calendar.timeZone, end)
  if (last - first > LOOKED_DAYS) throw new RangeError('Working time is counted over ten years at the most.')
  let sum = 0
  let from = start
  for (let day = first; day <= last; day++) {
    for (const span of openSpansOf(calendar, day)) {
      const open = Math.min(span.to, end) - Math.max(span.from, from)
      if (open > 0) sum += open
      from = Math.max(from, span.to)
    }
  }
  return sum
}

/** The next open times that are not over at `from`, at most `count` of them; those that touch are one. */
export function nextOpenings(calendar: Calendar, from: number, count: number): Span[] {
  const openings: Span[] = []
  const first = localDayOf(calendar.timeZone, from) - 1
  for (let day = first; day <= first + LOOKED_DAYS; day++) {
    for (const span of openSpansOf(calendar, day)) {
      if (span.to <= from) continue
      const last = openings.at(-1)
      if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
      else if (openings.length === count) return openings
      else openings.push({ ...span })
    }
  }
  return openings
}
