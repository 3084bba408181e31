import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TURN_ACTIONS, TURN_REASONS, TURN_STATES } from '#contract/front-desk.ts'
import { estimateWait, FORETOLD_MAX_MIN, SERVED_LEAST } from './estimate.ts'
import { CALLS_MAX, decideStep, isOver, letterOf, numberText, queueFor, urgencyOf, type TurnStep } from './rules.ts'
import { siteDay } from './site-day.ts'

const NEW: TurnStep = { state: 'waiting', calls: 0 }

/** What a turn is after these steps; a step that is refused changes nothing. */
const after = (actions: readonly (typeof TURN_ACTIONS)[number][], from = NEW): TurnStep =>
  actions.reduce((turn, action) => {
    const decision = decideStep(turn, action)
    return decision.ok ? decision.value : turn
  }, from)

test('desk-D64 a turn waits, is called, is served and is done', () => {
  expect(after(['call']).state).toBe('called')
  expect(after(['call', 'serve']).state).toBe('serving')
  expect(after(['call', 'serve', 'finish']).state).toBe('done')
  expect(decideStep(NEW, 'serve')).toEqual({ ok: false, refusal: 'STATE_NOT_ALLOWED' })
  expect(decideStep(NEW, 'finish')).toEqual({ ok: false, refusal: 'STATE_NOT_ALLOWED' })
})

test('desk-D64 called again twice without an answer it has left, and is taken back with its calls forgotten', () => {
  expect(after(['call', 'call', 'call'])).toEqual({ state: 'called', calls: CALLS_MAX })
  expect(after(['call', 'call', 'call', 'call'])).toEqual({ state: 'left', calls: CALLS_MAX })
  expect(after(['call', 'call', 'call', 'call', 'restore'])).toEqual(NEW)
})

const action = fc.constantFrom(...TURN_ACTIONS)

test('desk-D64 whatever is done, a turn is in one of the states, called three times at most, and what is done or moved stays so', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 30 }), action, (actions, next) => {
      const turn = after(actions)
      expect(TURN_STATES).toContain(turn.state)
      expect(turn.calls).toBeLessThanOrEqual(CALLS_MAX)
      if (turn.state === 'done' || turn.state === 'moved')
        expect(decideStep(turn, next)).toEqual({ ok: false, refusal: 'STATE_NOT_ALLOWED' })
      // Nobody is served who was not called, nor done who was not served.
      if (turn.state === 'serving') expect(turn.calls).toBeGreaterThan(0)
      const decision = decideStep(turn, next)
      if (decision.ok && isOver(turn.state)) expect(next).toBe('restore')
    }),
  )
})

test('desk-D64 a number reads A-042', () => {
  expect(numberText('A', 42)).toBe('A-042')
  expect(numberText('C', 1000)).toBe('C-1000')
  expect([letterOf('service'), letterOf('billing'), letterOf('clinical')]).toEqual(['A', 'B', 'C'])
})

test('desk-D64 numbers begin anew at the midnight of the site, also when its clocks change', () => {
  expect(siteDay('America/New_York', new Date('2026-03-03T04:59:59Z'))).toBe('2026-03-02')
  expect(siteDay('America/New_York', new Date('2026-03-03T05:00:00Z'))).toBe('2026-03-03')
  expect(siteDay('America/New_York', new Date('2026-03-09T03:59:59Z'))).toBe('2026-03-08')
  expect(siteDay('Asia/Tokyo', new Date('2026-03-02T15:00:00Z'))).toBe('2026-03-03')
})

test('desk-D64 who feels unwell goes to the clinical queue of the site, before the others, and to no other site', () => {
  const queue = (id: string, kind: 'service' | 'clinical' | 'billing', siteId: string | null, languages = ['en']) => ({ id, kind, siteId, languages }) // prettier-ignore
  const queues = [queue('1', 'clinical', null), queue('2', 'service', null), queue('3', 'clinical', 'here'), queue('4', 'billing', 'there'), queue('5', 'service', null, ['es'])] // prettier-ignore
  const chosen = (reason: (typeof TURN_REASONS)[number], siteId: string, language = 'en') =>
    queueFor(queues, { reason, siteId, language })?.id
  expect(chosen('unwell', 'here')).toBe('3')
  expect(chosen('unwell', 'there')).toBe('1')
  expect(chosen('visit', 'here')).toBe('2')
  expect(chosen('visit', 'here', 'es')).toBe('5')
  // Where nobody at the site answers bills, the front office does.
  expect(chosen('billing', 'here')).toBe('2')
  expect(queueFor([queue('4', 'billing', 'there')], { reason: 'billing', siteId: 'here', language: 'en' })).toBeUndefined() // prettier-ignore
  expect(urgencyOf('unwell', 'routine')).toBe('urgent')
  expect(urgencyOf('unwell', 'stat')).toBe('stat')
  expect(TURN_REASONS.filter((reason) => urgencyOf(reason, 'routine') !== 'routine')).toEqual(['unwell'])
})

const waited = fc.record({ minutes: fc.integer({ min: 0, max: 200 }), ahead: fc.nat(20) })

test('desk-D64 an estimate is a range from those who were served, and nothing where too few were', () => {
  const tenEach = Array.from({ length: 8 }, (_, ahead) => ({ minutes: 10 * (ahead + 1), ahead }))
  expect(estimateWait(tenEach, 0)).toEqual({ fromMin: 10, toMin: 10 })
  expect(estimateWait(tenEach, 2)).toEqual({ fromMin: 30, toMin: 30 })
  const mixed = [4, 6, 8, 9, 20].map((minutes) => ({ minutes, ahead: 0 }))
  expect(estimateWait(mixed, 0)).toEqual({ fromMin: 5, toMin: 10 })
  expect(estimateWait(mixed, 3)).toEqual({ fromMin: 20, toMin: 40 })
  expect(estimateWait(mixed.slice(1), 0)).toBeNull()
  // Nobody is told of half a day.
  expect(estimateWait(tenEach, 30)).toBeNull()
})

test('desk-D64 an estimate is whole five minutes, never backwards, and never shorter for more people ahead', () => {
  fc.assert(
    fc.property(fc.array(waited, { maxLength: 40 }), fc.nat(30), (last, ahead) => {
      const one = estimateWait(last, ahead)
      const more = estimateWait(last, ahead + 1)
      if (last.length < SERVED_LEAST) expect(one).toBeNull()
      if (!one) expect(more).toBeNull()
      if (!one) return
      expect(one.fromMin).toBeLessThanOrEqual(one.toMin)
      expect([one.fromMin % 5, one.toMin % 5]).toEqual([0, 0])
      expect(one.fromMin).toBeGreaterThanOrEqual(0)
      expect(one.toMin).toBeGreaterThanOrEqual(5)
      expect(one.toMin).toBeLessThanOrEqual(FORETOLD_MAX_MIN)
      if (!more) return
      expect(more.fromMin).toBeGreaterThanOrEqual(one.fromMin)
      expect(more.toMin).toBeGreaterThanOrEqual(one.toMin)
    }),
  )
})
