import fc from 'fast-check'
import { expect, test } from 'vitest'
import { madeOnce, messageIdOf } from './message-id.ts'

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 })
const time = fc.integer({ min: 0, max: 2 ** 48 - 1 })

test('an id has the form of a UUID of version 7', () => {
  fc.assert(
    fc.property(time, bytes, (now, random) => {
      expect(messageIdOf(now, random)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    }),
  )
})

test('an earlier id sorts first', () => {
  fc.assert(
    fc.property(time, time, bytes, bytes, (one, other, a, b) => {
      fc.pre(one < other)
      expect(messageIdOf(one, a) < messageIdOf(other, b)).toBe(true)
    }),
  )
})

test('desk-D15 a second try of the same words has the same id; other words are another message, also when their first try got no answer', () => {
  let ids = 0
  const idOf = madeOnce(() => `m${++ids}`)
  expect([idOf(['reply', 'hello']), idOf(['reply', 'hello'])]).toEqual(['m1', 'm1'])
  expect(idOf(['reply', 'goodbye'])).toBe('m2')
  expect(idOf(['note', 'goodbye'])).toBe('m3')
})
