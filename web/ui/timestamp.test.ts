import { createIntl } from 'react-intl'
import { expect, test } from 'vitest'
import { describeAge, describeTime } from './timestamp.tsx'

const intl = createIntl({ locale: 'en', timeZone: 'America/Chicago' })
const NOON = new Date('2026-03-03T18:00:00Z')

test('a time of today is a clock time', () => {
  expect(describeTime(intl, new Date('2026-03-03T15:05:00Z'), NOON, 'short')).toBe('9:05 AM')
})

test('another day has its weekday, another year its year', () => {
  expect(describeTime(intl, new Date('2026-03-01T15:05:00Z'), NOON, 'short')).toBe('Sun, Mar 1')
  expect(describeTime(intl, new Date('2025-03-01T15:05:00Z'), NOON, 'short')).toBe('Sat, Mar 1, 2025')
})

test('what is to happen keeps its hour on another day', () => {
  expect(describeTime(intl, new Date('2026-03-03T20:05:00Z'), NOON, 'exact')).toBe('2:05 PM')
  expect(describeTime(intl, new Date('2026-03-04T15:05:00Z'), NOON, 'exact')).toBe('Wed, Mar 4, 9:05 AM')
  expect(describeTime(intl, new Date('2027-03-01T15:05:00Z'), NOON, 'exact')).toBe('Mon, Mar 1, 2027, 9:05 AM')
})

test('the day is the day at the place, not the day of the reader', () => {
  const late = new Date('2026-03-03T04:30:00Z')
  expect(describeTime(intl, late, NOON, 'short', 'America/New_York')).toContain('Mar 2')
})

test('a place on another clock is named', () => {
  const readersOffset = -new Date('2026-03-03T15:05:00Z').getTimezoneOffset()
  const elsewhere = readersOffset === 540 ? 'America/New_York' : 'Asia/Tokyo'
  expect(describeTime(intl, new Date('2026-03-03T15:05:00Z'), NOON, 'clock', elsewhere)).toMatch(/GMT\+9|EST/)
})

test.each([
  ['2026-03-03T17:59:20Z', '40s ago'],
  ['2026-03-03T17:15:00Z', '45m ago'],
  ['2026-03-03T20:00:00Z', 'in 2h'],
  ['2026-02-28T18:00:00Z', '3d ago'],
])('%s is "%s" at noon', (moment, age) => {
  expect(describeAge(intl, new Date(moment), NOON)).toBe(age)
})
