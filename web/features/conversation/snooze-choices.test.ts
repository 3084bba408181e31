import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SNOOZE_DAYS_MAX, snoozeChoices, wallTime } from './snooze-choices.ts'

const keysAt = (now: Date) => snoozeChoices(now).map((choice) => choice.key)

test('in the morning there is a later today; at night there is not', () => {
  expect(keysAt(new Date(2026, 2, 3, 9))).toEqual(['later-today', 'this-evening', 'tomorrow', 'next-week'])
  expect(keysAt(new Date(2026, 2, 3, 15))).toEqual(['this-evening', 'tomorrow', 'next-week'])
  expect(keysAt(new Date(2026, 2, 3, 22))).toEqual(['tomorrow', 'next-week'])
})

test('next week is the coming Monday, also on a Monday', () => {
  const until = (now: Date) => snoozeChoices(now).at(-1)!.until
  expect(until(new Date(2026, 2, 2, 9))).toEqual(new Date(2026, 2, 9, 8))
  expect(until(new Date(2026, 2, 8, 9))).toEqual(new Date(2026, 2, 9, 8))
})

test('every choice lies ahead and within the limit', () => {
  const minutes = fc.integer({ min: 0, max: 2 * 366 * 1440 })
  fc.assert(
    fc.property(minutes, (minute) => {
      const now = new Date(2026, 0, 1, 0, minute)
      for (const { until } of snoozeChoices(now)) {
        expect(until > now).toBe(true)
        expect(until.getTime() - now.getTime()).toBeLessThan(SNOOZE_DAYS_MAX * 86_400_000)
      }
    }),
  )
})

test('wall time is what the clock shows', () => {
  expect(wallTime(new Date(2026, 2, 3, 4, 5))).toBe('2026-03-03T04:05')
})
