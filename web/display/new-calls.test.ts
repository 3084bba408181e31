import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newCalls } from './new-calls.ts'

const called = fc.record({
  number: fc.constantFrom('A-001', 'A-002', 'C-001'),
  room: fc.constantFrom('1', '2'),
  calls: fc.integer({ min: 1, max: 3 }),
})

test('desk-D64 a display says a number when it is called, called again or called elsewhere, and else keeps quiet', () => {
  const first = { number: 'A-001', room: '1', calls: 1 }
  expect(newCalls([], [first])).toEqual([first])
  expect(newCalls([first], [first])).toEqual([])
  expect(newCalls([first], [{ ...first, calls: 2 }])).toHaveLength(1)
  expect(newCalls([first], [{ ...first, room: '2' }])).toHaveLength(1)
  fc.assert(
    fc.property(fc.array(called), fc.array(called), (before, now) => {
      expect(newCalls(now, now)).toEqual([])
      expect(now).toEqual(expect.arrayContaining(newCalls(before, now)))
    }),
  )
})
