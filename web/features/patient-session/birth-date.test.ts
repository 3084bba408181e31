import { expect, test } from 'vitest'
import { dateOrderOf, isoDateOf } from './birth-date.ts'

const TODAY = '2026-11-24'

test('a day that exists is understood, with or without noughts', () => {
  expect(isoDateOf({ year: '1948', month: '3', day: '09' }, TODAY)).toBe('1948-03-09')
  expect(isoDateOf({ year: '2024', month: '2', day: '29' }, TODAY)).toBe('2024-02-29')
  expect(isoDateOf({ year: '2026', month: '11', day: '24' }, TODAY)).toBe('2026-11-24')
})

test('a day that does not exist, lies ahead or is too old is not', () => {
  for (const [year, month, day] of [
    ['2023', '2', '29'],
    ['1980', '13', '1'],
    ['1980', '4', '31'],
    ['2026', '11', '25'],
    ['1860', '1', '1'],
    ['80', '1', '1'],
    ['', '', ''],
    ['19x0', '1', '1'],
  ] as const)
    expect(isoDateOf({ year, month, day }, TODAY)).toBeNull()
})

test('the order is that of the reader', () => {
  expect(dateOrderOf('en-US')).toEqual(['month', 'day', 'year'])
  expect(dateOrderOf('es')).toEqual(['day', 'month', 'year'])
})
