import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EXEMPT_SMS_MAX } from '#engines/sms/exempt-text.ts'
import { countSegments } from '#engines/sms/segments.ts'
import {
  decideCancel,
  decideRestore,
  decideStart,
  isTooLate,
  mayWaitUntil,
  planReminders,
  type Standing,
} from './rules.ts'
import { reminderText, TOLD_MAX } from './texts.ts'

const NOW = new Date('2026-03-02T12:00:00Z')
const at = (text: string) => new Date(text)
const inMinutes = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const ZONE = 'America/New_York'

describe('the time of a visit is the clock of its site', () => {
  test.each([
    ['2026-03-03', '09:40', undefined, '2026-03-03T14:40:00.000Z'],
    ['2026-11-01', '01:30', 'first', '2026-11-01T05:30:00.000Z'],
    ['2026-11-01', '01:30', 'second', '2026-11-01T06:30:00.000Z'],
    ['2026-11-02', '01:30', 'second', '2026-11-02T06:30:00.000Z'],
  ] as const)('%s %s %s', (day, time, which, start) =>
    expect(decideStart({ day, time, which }, ZONE, NOW)).toEqual({ ok: true, value: at(start) }),
  )

  test.each([
    ['2026-03-08', '02:30', 'TIME_DOES_NOT_EXIST', { field: 'time', times: ['2026-03-08T06:30:00.000Z', '2026-03-08T07:30:00.000Z'] }],
    ['2026-11-01', '01:30', 'TIME_IS_AMBIGUOUS', { field: 'time', times: ['2026-11-01T05:30:00.000Z', '2026-11-01T06:30:00.000Z'] }],
    ['2026-03-02', '07:00', 'IN_THE_PAST', { field: 'day' }],
    ['2029-03-02', '07:00', 'INVALID_INPUT', { field: 'day' }],
  ])('%s %s is refused: %s', (day, time, refusal, detail) =>
    expect(decideStart({ day, time }, ZONE, NOW)).toEqual({ ok: false, refusal, detail }),
  ) // prettier-ignore
})

const aVisit = (over: Partial<Standing> = {}): Standing => ({
  status: 'booked',
  startAt: inMinutes(600),
  cancelledAt: null,
  cancelledBy: null,
  version: 1,
  ...over,
})
const aCancelled = (over: Partial<Standing> = {}) =>
  aVisit({ status: 'cancelled', cancelledAt: inMinutes(-10), cancelledBy: 'portal', version: 2, ...over })
const outcome = (decision: { ok: boolean; refusal?: string }) => decision.refusal ?? 'yes'

test('a visit is cancelled once, before it begins, by who saw it as it stands', () => {
  expect(outcome(decideCancel(aVisit(), 1, NOW))).toBe('yes')
  expect(outcome(decideCancel(aVisit(), 2, NOW))).toBe('CHANGED_MEANWHILE')
  expect(outcome(decideCancel(aVisit({ startAt: NOW }), 1, NOW))).toBe('STATE_NOT_ALLOWED')
  expect(outcome(decideCancel(aCancelled(), 2, NOW))).toBe('STATE_NOT_ALLOWED')
})

test('a cancellation is taken back within ten minutes, by the clinic or by the side that said it', () => {
  const restore = (visit: Standing, by: 'staff' | 'portal', now = NOW) =>
    outcome(decideRestore(visit, { version: 2, by }, now))
  expect(restore(aCancelled(), 'portal')).toBe('yes')
  expect(restore(aCancelled(), 'portal', inMinutes(1))).toBe('STATE_NOT_ALLOWED')
  expect(restore(aCancelled({ cancelledBy: 'sms' }), 'portal')).toBe('yes')
  expect(restore(aCancelled({ cancelledBy: 'staff' }), 'portal')).toBe('STATE_NOT_ALLOWED')
  expect(restore(aCancelled({ cancelledBy: 'staff' }), 'staff')).toBe('yes')
  expect(restore(aCancelled({ startAt: NOW }), 'staff')).toBe('STATE_NOT_ALLOWED')
  expect(restore(aVisit({ version: 2 }), 'staff')).toBe('STATE_NOT_ALLOWED')
  expect(restore(aVisit(), 'staff')).toBe('CHANGED_MEANWHILE')
})

describe('when a visit is told', () => {
  const plan = (minutes: number) => planReminders(inMinutes(minutes), NOW).map(({ step, cause }) => [step, cause])

  test('two days and two hours before; what is over or comes at once is skipped', () => {
    expect(planReminders(at('2026-03-10T14:40:00Z'), NOW)).toEqual([
      { step: 'two-days', dueAt: at('2026-03-08T14:40:00Z'), cause: null },
      { step: 'two-hours', dueAt: at('2026-03-10T12:40:00Z'), cause: null },
    ])
    expect(plan(2 * 1440 + 14)).toEqual([['two-days', 'TOO_LATE'], ['two-hours', null]]) // prettier-ignore
    expect(plan(2 * 1440 + 15)).toEqual([['two-days', null], ['two-hours', null]]) // prettier-ignore
    expect(plan(120 + 14)).toEqual([['two-days', 'TOO_LATE'], ['two-hours', 'TOO_LATE']]) // prettier-ignore
  })

  test('no step is planned for a moment that is over, nor after the visit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (minutes) => {
        const startAt = inMinutes(minutes)
        for (const { dueAt, cause } of planReminders(startAt, NOW)) {
          expect(dueAt < startAt).toBe(true)
          if (cause === null) expect(dueAt > NOW).toBe(true)
        }
      }),
    )
  })

  test('an hour late it is not told any more, nor once the visit has begun; a night is waited for that leaves two hours', () => {
    const startAt = inMinutes(300)
    expect(isTooLate({ dueAt: inMinutes(-60), startAt }, NOW)).toBe(false)
    expect(isTooLate({ dueAt: inMinutes(-61), startAt }, NOW)).toBe(true)
    expect(isTooLate({ dueAt: inMinutes(-5), startAt: NOW }, NOW)).toBe(true)
    expect(mayWaitUntil(inMinutes(180), startAt)).toBe(true)
    expect(mayWaitUntil(inMinutes(181), startAt)).toBe(false)
  })
})

describe('desk-D40 the text of a visit', () => {
  const visit = { startAt: at('2026-03-03T14:40:00Z'), timeZone: ZONE, siteName: 'Main site' }
  const later = { ...visit, startAt: at('2026-03-03T16:00:00Z') }

  test('weekday, date and time of the site, and nothing of whom or what for', () => {
    expect(reminderText('en', 'Harbor Clinic', [visit])).toBe(
      'Harbor Clinic: a visit is planned for Tue, Mar 3, 9:40 AM, Main site. If you cannot come, write to us here. STOP ends texts.',
    )
    expect(reminderText('en', 'Harbor Clinic', [visit, later])).toBe(
      'Harbor Clinic: 2 visits on Tue, Mar 3: 9:40 AM, 11:00 AM. If you cannot come, write to us here. STOP ends texts.',
    )
    expect(reminderText('es', 'Harbor Clinic', [visit])).toBe(
      'Harbor Clinic: hay una cita para el mar, 3 de mar, 9:40 a.m., Main site. Si no puede venir, conteste este mensaje. STOP para no recibir textos.',
    )
  })

  test.each(['en', 'es'] as const)('one text of the plain alphabet, however long the names are: %s', (language) => {
    for (const name of ['Clinic', 'A clinic with a name '.repeat(9)])
      for (const visits of [[visit], [{ ...visit, siteName: 'South '.repeat(33) }], Array(TOLD_MAX).fill(later)]) {
        const text = reminderText(language, name, visits)
        expect(text.length).toBeLessThanOrEqual(EXEMPT_SMS_MAX)
        expect(countSegments(text)).toMatchObject({ segments: 1 })
      }
  })
})
