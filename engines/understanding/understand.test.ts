/** What is made of the engines together. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  conversationUrgency,
  isAlarm,
  speaksOfHealth,
  understand,
  understandAgain,
  type UnderstandInput,
} from './understand.ts'

test.each([
  ['I do not understand my bill of last month. What is this charge for?', false],
  ['I called several times about my invoice for weeks, nobody answers.', false],
  ['Llevo meses esperando una respuesta sobre mi factura.', false],
  ['When do you open on Saturday?', false],
  ['I have had a cough for weeks.', true],
  ['My bill of last month is wrong, and I am pregnant.', true],
  ['I have no chest pain, I only ask about the bill.', true],
])('what is said of bills is no word of health by how long it took: %s', (text, is) => {
  expect(speaksOfHealth(understand({ text }))).toBe(is)
})

const KNOWN: Omit<UnderstandInput, 'text'>[] = [
  { age: 4, age_unit: 'years', sex: 'female' },
  { age: 82, age_unit: 'years', sex: 'male' },
  { turns: ['my chest', { from: 'assistant', text: 'Is it worse than before?' }] },
  { pregnant: true, medications: ['warfarin'], vitals: { temperature_c: 39.6 } },
]

test.each([
  'since breakfast, and I am sweating',
  'Buenos días, mi hija tiene tos desde hace tres días pero no tiene fiebre.',
  'Seit gestern habe ich Fieber und Kopfschmerzen.',
  'I have a sore throat, no fever. My number is 555-123-4567.',
  'I took too many of my pills and I want to die',
  'yes',
  '',
])('what is known beside the words is read as if all had been read at once: %s', (text) => {
  const standings = [{}, { signed: true, answers: [{ question: 'chest-pain-now', answer: 'yes' as const }] }]
  for (const known of KNOWN)
    for (const standing of standings)
      expect(JSON.stringify(understandAgain(understand({ text }), { text, ...known }, standing))).toBe(
        JSON.stringify(understand({ text, ...known }, standing)),
      )
})

test('trust-D57 whether words ask for an alert is told without the other engines as with them', () => {
  const part = fc.oneof(
    fc.constantFrom(
      'I cannot breathe and my lips are blue. ',
      'me duele mucho el pecho ',
      '胸口很痛，喘不过气 ',
      'I took all my pills and want to die. ',
      'my husband hits me and is here now ',
      'I have a sore throat since Sunday, ',
      'my father had a heart attack last year. ',
      'no chest pain ',
      'I am furious about this bill, my number is 555-123-4567. ',
      'my temperature is 41.5 C, oxygen 82 % ',
      'Where do I park? ',
    ),
    fc.string({ unit: 'binary', maxLength: 40 }),
  )
  const seen = { yes: 0, no: 0 }
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const text = parts.join('')
      const understanding = understand({ text })
      const is = conversationUrgency(understanding) === 'stat' || understanding.crisis.level === 'present'
      expect(isAlarm({ text })).toBe(is)
      seen[is ? 'yes' : 'no'] += 1
    }),
    { numRuns: 300 },
  )
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(30)
})
