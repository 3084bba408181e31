/** Deadlines of a hand-off, whom it is brought to, and how it is taken back (understanding-D72). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HandOffReason } from './decide-turn.ts'
import {
  circleOf,
  deadlineOf,
  hurried,
  isForClinicians,
  laterDeadline,
  lookAgainAt,
  mayTakeBack,
  takesBack,
} from './hand-off.ts'
import { SMS_MAX } from '#engines/sms/text-length.ts'
import { smsTextOf, textOf } from './texts.ts'

const NOON = new Date('2026-03-02T17:00:00Z')
const after = (seconds: number) => new Date(NOON.getTime() + seconds * 1000)

test('understanding-D72 the deadline: 60 s for an emergency, 2 min for what is urgent, else the clock of the conversation', () => {
  expect(deadlineOf('stat', after(9_000), NOON)).toEqual(after(60))
  expect(deadlineOf('asap', after(9_000), NOON)).toEqual(after(120))
  expect(deadlineOf('urgent', after(9_000), NOON)).toEqual(after(9_000))
  expect(deadlineOf('routine', after(-1), NOON)).toEqual(after(30 * 60))
  expect(deadlineOf('routine', null, NOON)).toEqual(after(30 * 60))
})

test('a more urgent one is never brought to more people later', () => {
  const urgency = fc.constantFrom('routine', 'urgent', 'asap', 'stat' as const)
  const rank = ['routine', 'urgent', 'asap', 'stat']
  fc.assert(
    fc.property(urgency, urgency, (one, other) => {
      const [less, more] = rank.indexOf(one) < rank.indexOf(other) ? [one, other] : [other, one]
      expect(laterDeadline(more, NOON).getTime()).toBeLessThanOrEqual(laterDeadline(less, NOON).getTime())
    }),
  )
})

test('understanding-D72 first a wider circle, then supervisors; when it is closed those on call, and for what can wait nobody', () => {
  expect(circleOf(0, { forClinicians: false, isOpen: true })).toMatchObject({ roles: ['agent', 'front_desk', 'nurse'], onCall: false }) // prettier-ignore
  expect(circleOf(0, { forClinicians: true, isOpen: true })).toMatchObject({ roles: ['nurse', 'clinician'] })
  expect(circleOf(1, { forClinicians: false, isOpen: true })).toMatchObject({ roles: ['supervisor'] })
  expect(circleOf(0, { forClinicians: true, isOpen: false })).toMatchObject({ onCall: true })
  expect(circleOf(0, { forClinicians: false, isOpen: false })).toBeNull()
})

test('understanding-D72 what became urgent has a deadline again, and clinicians are asked from the first circle on', () => {
  const asked = { reason: 'asked' as const, deadlineAt: null, widened: 2, audience: ['a'] }
  const asap = { urgency: 'asap' as const, dueAt: null }
  expect(hurried(asked, asap, NOON)).toEqual({ deadlineAt: after(120), widened: 0, audience: [] })
  expect(hurried({ ...asked, widened: 1, deadlineAt: after(900) }, asap, NOON)).toMatchObject({ widened: 0 })
  expect(hurried({ ...asked, widened: 1, deadlineAt: after(90) }, asap, NOON)).toBeNull()
  expect(hurried(asked, { urgency: 'urgent', dueAt: null }, NOON)).toBeNull()
  // Clinical from the start: whom it was brought to is not asked twice, and once aside it is taken up where it stood.
  const clinical = { ...asked, reason: 'clinical' as const }
  expect(hurried(clinical, asap, NOON)).toBeNull()
  expect(hurried({ ...clinical, widened: 1 }, asap, NOON)).toEqual({ deadlineAt: after(120), widened: 1, audience: ['a'] }) // prettier-ignore
  expect(lookAgainAt(NOON, after(60))).toEqual(after(360))
  expect(lookAgainAt(NOON, after(8 * 86_400))).toBeNull()
})

test.each([
  'Never mind',
  'ok, nevermind. thanks!',
  'Actually, I don’t need a person anymore.',
  'Olvídelo, gracias',
  'Ya no necesito a una persona',
])('understanding-D72 taken back: %s', (text) => expect(takesBack(text)).toBe(true))

test.each([
  'Never mind the bill, my chest hurts',
  'I need a person',
  'thanks',
  '',
  'When do you open?',
  'I don’t mind',
  'Ya no puedo más',
])('not taken back: %s', (text) => expect(takesBack(text)).toBe(false))

test('what may be about health, or cannot wait, is not taken back', () => {
  const reasons: HandOffReason[] = ['asked', 'clinical', 'upset', 'task', 'complaint', 'privacy', 'not-understood', 'disagree', 'danger'] // prettier-ignore
  expect(reasons.filter((reason) => mayTakeBack(reason, 'routine'))).toEqual(reasons.filter((reason) => !isForClinicians(reason, 'routine'))) // prettier-ignore
  expect(mayTakeBack('clinical', 'routine')).toBe(false)
  expect(mayTakeBack('danger', 'routine')).toBe(false)
  expect(mayTakeBack('asked', 'asap')).toBe(false)
})

test('place, time and the next opening are told in both languages', () => {
  const say = (language: 'en' | 'es', fromMin: number) =>
    textOf([{ says: 'place', place: 2, fromMin, toMin: 15 }, { says: 'opens', when: 'Monday', inEnglish: 'Monday' }], { language, emergencyNumber: '911', day: String }) // prettier-ignore
  expect(say('en', 5)).toContain('You are number 2 in line. It may take 5 to 15 minutes.')
  expect(say('en', 0)).toContain('up to 15 minutes')
  expect(say('es', 5)).toContain('de 5 a 15 minutos')
  expect(say('es', 5)).toContain('Abrimos el Monday')
})

test('by text message the promise is kept short: when it opens is left out before what is promised', () => {
  const opens = { says: 'opens', when: 'lunes, 9 de marzo a las 8:00 a.m. GMT-4', inEnglish: 'Monday' } as const
  const told = { language: 'es', emergencyNumber: '911', day: String } as const
  const promised = smsTextOf([{ says: 'intro' }, { says: 'nurse-reads' }, opens], told)
  expect(promised).toContain('Una enfermera va a leer esto')
  expect(promised!.length).toBeLessThanOrEqual(SMS_MAX)
  expect(smsTextOf([{ says: 'person-reads' }, opens], told)).toContain('Abrimos el lunes')
})
