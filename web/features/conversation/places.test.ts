import { expect, test } from 'vitest'
import { nextOf, pageOf, placeAmong } from './places.ts'

const HOUR_MS = 3_600_000
const at = (seq: number) => new Date(Date.UTC(2026, 2, 2) + seq * HOUR_MS).toISOString()
/** One an hour; the newest first, as pages bring them. */
const messages = [60, 59, 57, 56].map((seq) => ({ seq, at: at(seq) }))

test('a message is found among those that are loaded; one that was moved away leaves its place to the next', () => {
  expect(placeAmong(messages, { seq: 57 }, true)).toBe(57)
  expect(placeAmong(messages, { seq: 58 }, true)).toBe(59)
  expect(placeAmong(messages, { seq: 56 }, true)).toBe(56)
})

test('what stands before those that are loaded is fetched; where nothing is before them, the first is meant', () => {
  expect(placeAmong(messages, { seq: 12 }, true)).toBe('earlier')
  expect(placeAmong(messages, { seq: 12 }, false)).toBe(56)
  expect(placeAmong(messages, { from: at(56) }, true)).toBe('earlier')
  expect(placeAmong(messages, { from: at(3) }, false)).toBe(56)
})

test('a moment is the first message at it or later; after the newest there is none', () => {
  expect(placeAmong(messages, { from: at(57.5) }, true)).toBe(59)
  expect(placeAmong(messages, { from: at(59) }, true)).toBe(59)
  expect(placeAmong(messages, { from: at(61) }, true)).toBe('none')
  expect(placeAmong([], { from: at(1) }, false)).toBe('none')
})

test('a page begins some messages before its place, and never before the first', () => {
  expect(pageOf({ seq: 40 })).toEqual({ after: 29 })
  expect(pageOf({ seq: 4 })).toEqual({ after: 0 })
  expect(pageOf({ from: at(3) })).toEqual({ from: at(3) })
})

test('of several flags the newest comes first, each press goes to the one before, and at last round again', () => {
  expect(nextOf([90, 40, 7], undefined)).toBe(90)
  expect(nextOf([90, 40, 7], 90)).toBe(40)
  expect(nextOf([90, 40, 7], 7)).toBe(90)
  expect(nextOf([90], 90)).toBe(90)
  expect(nextOf([90, 40], 12)).toBe(90)
  expect(nextOf([], 12)).toBeUndefined()
})
