import fc from 'fast-check'
import { expect, test } from 'vitest'
import { silentSince } from './silence.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const WEEK = 7 * DAY
/** A Monday, midnight. */
const MONDAY = Date.UTC(2026, 2, 2)

/** The hours of `weeks` before MONDAY in which something came, by the hour of the week. */
const rhythm = (weeks: number, comes: (hourOfWeek: number, week: number) => boolean): number[] =>
  Array.from({ length: weeks * 168 }, (_, n) => n)
    .filter((n) => comes(n % 168, Math.floor(n / 168)))
    .map((n) => MONDAY - weeks * WEEK + n * HOUR)
/** Monday to Friday, nine to five. */
const atWork = (hour: number): boolean => hour < 5 * 24 && hour % 24 >= 9 && hour % 24 < 17
const workWeeks = rhythm(8, atWork)

test('trust-D71 a night and a week-end are no silence; a Monday morning is, from its fourth hour on', () => {
  const lastMail = MONDAY - 2 * DAY - 7 * HOUR
  for (let at = lastMail; at < MONDAY + 12 * HOUR; at += 10 * 60_000) expect(silentSince(workWeeks, at)).toBeUndefined()
  expect(silentSince(workWeeks, MONDAY + 12 * HOUR)).toBe(lastMail)
  // Hours go on from the Friday, and it stays one until something comes.
  expect(silentSince(workWeeks, MONDAY + 40 * HOUR)).toBe(lastMail)
  expect(silentSince([...workWeeks, MONDAY + 40 * HOUR], MONDAY + 42 * HOUR)).toBeUndefined()
})

test('trust-D71 a holiday of the past makes no later silence usual', () => {
  const withHoliday = rhythm(8, (hour, week) => atWork(hour) && !(week === 5 && hour < 24))
  expect(silentSince(withHoliday, MONDAY + 14 * HOUR)).toBeDefined()
  // Two such Mondays are a rhythm of their own: then it takes until more is missing that always came.
  const withTwo = rhythm(8, (hour, week) => atWork(hour) && !(week > 5 && hour < 24))
  expect(silentSince(withTwo, MONDAY + 14 * HOUR)).toBeUndefined()
  expect(silentSince(withTwo, MONDAY + 36 * HOUR)).toBeDefined()
})

test('trust-D71 a mailbox with one mail a day is missed after three days, and nothing is known of a new one', () => {
  const once = rhythm(8, (hour) => hour % 24 === 10)
  expect(silentSince(once, MONDAY + 2 * DAY + 10 * HOUR)).toBeUndefined()
  expect(silentSince(once, MONDAY + 2 * DAY + 11 * HOUR)).toBe(MONDAY - 13 * HOUR)
  expect(silentSince(rhythm(3, atWork), MONDAY + 3 * DAY)).toBeUndefined()
  expect(silentSince([], MONDAY)).toBeUndefined()
})

test('trust-D71 a silence of weeks is compared with what lay before it', () => {
  const long = rhythm(16, atWork)
  expect(silentSince(long, MONDAY + 2 * WEEK)).toBeDefined()
})

const aRhythm = fc.array(fc.nat(167), { minLength: 1, maxLength: 60 })

test('trust-D71 whatever the rhythm of the week, as long as it is kept nothing is told', () => {
  fc.assert(
    fc.property(aRhythm, fc.nat(3 * 168), (hours, later) => {
      const kept = new Set(hours)
      const heard = rhythm(8 + 4, (hour) => kept.has(hour)).map((at) => at + 3 * WEEK)
      const now = MONDAY + later * HOUR
      expect(
        silentSince(
          heard.filter((at) => at < now),
          now,
        ),
      ).toBeUndefined()
    }),
  )
})

test('trust-D71 whatever the rhythm, a source that falls silent is missed, and once missed it stays so', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(167), { minLength: 3, maxLength: 60 }), (hours) => {
      const kept = new Set(hours)
      const heard = rhythm(10, (hour) => kept.has(hour))
      const since = heard.at(-1)! + HOUR
      const told = Array.from({ length: 7 * 24 }, (_, n) => silentSince(heard, since + (n + 1) * HOUR))
      expect(told.at(-1)).toBe(since)
      const first = told.findIndex((at) => at !== undefined)
      expect(told.slice(first).every((at) => at === since)).toBe(true)
    }),
  )
})
