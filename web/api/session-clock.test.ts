import { expect, test } from 'vitest'
import { clockState, EXTEND_EVERY_MS, minutesAndSeconds, WARNING_MS, type Clock } from './session-clock.ts'

const minutes = (count: number) => count * 60_000
const clock: Clock = { now: 0, idleEndsAt: minutes(30), endsAt: minutes(24 * 60), touchedAt: 0, extendedAt: 0 }

test('trust-D21 the warning comes two minutes before the end, and not a second earlier', () => {
  expect(clockState({ ...clock, now: minutes(30) - WARNING_MS - 1 })).toEqual({ kind: 'quiet' })
  expect(clockState({ ...clock, now: minutes(28) })).toEqual({ kind: 'warn', secondsLeft: 120, mayExtend: true })
  expect(clockState({ ...clock, now: minutes(30) - 1 })).toEqual({ kind: 'warn', secondsLeft: 1, mayExtend: true })
  expect(clockState({ ...clock, now: minutes(30) })).toEqual({ kind: 'over' })
})

test('trust-D21 the end of a whole day cannot be put off', () => {
  const late = { ...clock, now: minutes(24 * 60) - minutes(1), idleEndsAt: minutes(24 * 60) }
  expect(clockState(late)).toEqual({ kind: 'warn', secondsLeft: 60, mayExtend: false })
  expect(clockState({ ...late, now: minutes(24 * 60) })).toEqual({ kind: 'over' })
})

test('trust-D21 a touch keeps the session, at most once a minute; a page left alone never does', () => {
  expect(clockState({ ...clock, now: EXTEND_EVERY_MS, touchedAt: 1_000 })).toEqual({ kind: 'extend' })
  expect(clockState({ ...clock, now: EXTEND_EVERY_MS - 1, touchedAt: 1_000 })).toEqual({ kind: 'quiet' })
  expect(clockState({ ...clock, now: minutes(20), touchedAt: 0 })).toEqual({ kind: 'quiet' })
})

test('trust-D21 a page that slept does not keep the session for a touch before its sleep', () => {
  expect(clockState({ ...clock, now: minutes(27), touchedAt: 1_000 })).toEqual({ kind: 'quiet' })
  expect(clockState({ ...clock, now: minutes(27), touchedAt: minutes(26) })).toEqual({ kind: 'extend' })
})

test('a session without a named end neither warns nor ends', () => {
  expect(clockState({ ...clock, now: minutes(10_000), idleEndsAt: null, endsAt: null })).toEqual({ kind: 'quiet' })
})

test('trust-D21 the time left reads as a clock does, its seconds in two figures', () => {
  expect([120, 90, 61, 60, 9, 0].map(minutesAndSeconds)).toEqual(['2:00', '1:30', '1:01', '1:00', '0:09', '0:00'])
})
