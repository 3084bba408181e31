import { expect, test } from 'vitest'
import { wantsOf } from './patient-wants.ts'

const wanting = (seq: number, ...names: string[]) => ({
  direction: 'in',
  author: { kind: 'patient' },
  seq,
  urgency: 'routine',
  understanding: { state: 'understood', intents: names.map((name) => ({ name, score: 0.9 })) },
})
const by = (kind: string, seq: number) => ({
  direction: 'out',
  author: { kind },
  seq,
  urgency: null,
  understanding: null,
})

test('understanding-D44 what the patient wants stands until a person answers, whatever software writes in between', () => {
  expect(wantsOf([wanting(1, 'refill_prescription')])).toEqual(['refill_prescription'])
  expect(wantsOf([wanting(1, 'refill_prescription'), by('system', 2)])).toEqual(['refill_prescription'])
  expect(wantsOf([wanting(1, 'refill_prescription'), by('system', 2), wanting(3)])).toEqual(['refill_prescription'])
  expect(wantsOf([wanting(3, 'hours'), by('system', 2), wanting(1, 'refill_prescription')])).toEqual(['hours'])
  expect(wantsOf([wanting(1, 'refill_prescription'), by('staff', 2)])).toEqual([])
  expect(wantsOf([wanting(1, 'hours'), by('staff', 2), wanting(3, 'bill_question')])).toEqual(['bill_question'])
  expect(wantsOf([])).toEqual([])
})

test('nothing made ready is offered while a danger is unanswered', () => {
  const danger = (urgency: string) => ({ ...wanting(1, 'symptom_report'), urgency })
  expect(wantsOf([danger('stat'), wanting(2, 'hours')])).toEqual([])
  expect(wantsOf([danger('asap')])).toEqual([])
  expect(wantsOf([danger('urgent')])).toEqual(['symptom_report'])
  expect(wantsOf([danger('stat'), by('staff', 2), wanting(3, 'hours')])).toEqual(['hours'])
})

test('a weak guess, and what was not understood, suggests nothing', () => {
  const weak = { ...wanting(1), understanding: { state: 'understood', intents: [{ name: 'hours', score: 0.4 }] } }
  const lost = { ...wanting(1), understanding: { state: 'not_understood', intents: [{ name: 'hours', score: 0.9 }] } }
  expect(wantsOf([weak])).toEqual([])
  expect(wantsOf([lost])).toEqual([])
})
