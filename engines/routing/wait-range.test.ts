import fc from 'fast-check'
import { expect, test } from 'vitest'
import { waitRange } from './wait-range.ts'

const MIN = 60_000
const every = (minutes: number, count: number): number[] => Array.from({ length: count }, (_, n) => n * minutes * MIN)

test('desk-D34 who is next waits as long as others lately did; who is third, as long as it took for three', () => {
  const taken = every(7, 12)
  const now = (taken.at(-1) ?? 0) + MIN
  expect(waitRange(taken, 1, now)).toEqual({ fromMin: 5, toMin: 10 })
  expect(waitRange(taken, 3, now)).toEqual({ fromMin: 20, toMin: 25 })
})

test('desk-D34 nothing is told when too little is known: few were taken, the line stands still, or it would be hours', () => {
  const taken = every(7, 12)
  expect(waitRange(taken.slice(0, 5), 1, taken[4] ?? 0)).toBeNull()
  expect(waitRange(taken, 10, taken.at(-1) ?? 0)).toBeNull()
  expect(waitRange(taken, 1, (taken.at(-1) ?? 0) + 11 * MIN)).toBeNull()
  expect(waitRange(every(120, 12), 3, 120 * 11 * MIN)).toBeNull()
})

test('desk-D34 a range never ends before it begins', () => {
  const taken = fc.array(fc.nat(120), { minLength: 6, maxLength: 40 }).map((gaps) => {
    let at = 0
    return gaps.map((gap) => (at += gap * MIN))
  })
  fc.assert(
    fc.property(taken, fc.integer({ min: 1, max: 6 }), (instants, place) => {
      const now = instants.at(-1) ?? 0
      const range = waitRange(instants, place, now)
      if (range) expect(range.toMin).toBeGreaterThanOrEqual(range.fromMin)
    }),
  )
})
