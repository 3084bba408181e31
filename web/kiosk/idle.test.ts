import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idleAfter, RESET_SECONDS } from './idle.ts'

test('desk-D64 a kiosk warns after 45 s without a touch and begins anew after 90 s', () => {
  expect(idleAfter(44.9)).toEqual({ state: 'here' })
  expect(idleAfter(45)).toEqual({ state: 'warned', secondsLeft: 45 })
  expect(idleAfter(89.2)).toEqual({ state: 'warned', secondsLeft: 1 })
  expect(idleAfter(90)).toEqual({ state: 'over' })
})

test('desk-D64 the seconds left never grow while nobody touches it', () => {
  const seconds = fc.double({ min: 45, max: RESET_SECONDS - 0.001, noNaN: true })
  const left = (at: number) => {
    const idle = idleAfter(at)
    return idle.state === 'warned' ? idle.secondsLeft : 0
  }
  fc.assert(
    fc.property(seconds, seconds, (one, other) => {
      expect(left(Math.max(one, other))).toBeLessThanOrEqual(left(Math.min(one, other)))
      expect(left(one)).toBeGreaterThan(0)
    }),
  )
})
