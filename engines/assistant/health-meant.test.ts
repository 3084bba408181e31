/** What counts as meant of health where triage found nothing, on both sides (understanding-D60, decision 0216). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { INTENT_NAMES, type IntentName } from '#engines/intent/intent-names.ts'
import { understand } from '#engines/understanding/understand.ts'
import { CLINICAL_INTENTS } from './decide-turn.ts'
import { healthMeant } from './health-meant.ts'

type Guess = [name: IntentName, score: number, span?: [number, number]]
type Over = { tones?: string[]; findings?: number }

const meant = (guesses: Guess[], { tones = [], findings = 0 }: Over = {}) =>
  healthMeant({
    intents: guesses.map(([name, score, span = [0, 30]]) => ({ name, score, span })),
    emotions: { tones: tones.map((tone) => ({ tone, score: 0.6 })) },
    triage: { findings: Array.from({ length: findings }) },
  } as never)

test('understanding-D60 a guess of health counts, however weak, where nothing else is meant by the words', () => {
  expect(meant([['medication_question', 0.21]])).toBe('yes')
  expect(meant([['symptom_report', 0.34], ['greeting', 0.99]])).toBe('yes') // prettier-ignore
  expect(meant([['medication_question', 0.34], ['visit_prep', 0.63]])).toBe('yes') // prettier-ignore
  expect(meant([['medication_question', 0.45], ['visit_prep', 0.44]])).toBe('yes') // prettier-ignore
  expect(meant([['mental_health_support', 0.42]])).toBe('yes')
  expect(meant([], { tones: ['pain_distress'] })).toBe('yes')
  expect(meant([['hours', 0.9]])).toBe('no')
  expect(meant([['hours', 0.9]], { tones: ['sadness'] })).toBe('no')
})

test('understanding-D60 a sure want silences a guess at most half as likely, of the same words and where triage knows none of them', () => {
  const surely: Guess[] = [['portal_help', 0.9], ['medication_question', 0.45]] // prettier-ignore
  expect(meant(surely)).toBe('no')
  expect(meant([['portal_help', 0.9], ['medication_question', 0.46]])).toBe('yes') // prettier-ignore
  expect(meant([['portal_help', 0.49], ['medication_question', 0.2]])).toBe('yes') // prettier-ignore
  expect(meant([['portal_help', 1], ['medication_question', 0.5]])).toBe('yes') // prettier-ignore
  expect(meant([['portal_help', 0.9, [0, 10]], ['medication_question', 0.2, [10, 30]]])).toBe('yes') // prettier-ignore
  expect(meant(surely, { findings: 1 })).toBe('yes')
  expect(meant(surely, { tones: ['pain_distress'] })).toBe('yes')
})

test('understanding-D60 a weak guess of mental health in which nothing is felt is only perhaps one, where another want is as likely', () => {
  const cold: Guess[] = [['mental_health_support', 0.42], ['complaint', 0.41]] // prettier-ignore
  expect(meant(cold)).toBe('perhaps')
  expect(meant(cold, { tones: ['frustration'] })).toBe('perhaps')
  for (const tone of ['sadness', 'anxiety', 'confusion', 'embarrassment']) expect(meant(cold, { tones: [tone] }), tone).toBe('yes') // prettier-ignore
  expect(meant(cold, { findings: 1 })).toBe('yes')
  expect(meant([['mental_health_support', 0.42], ['complaint', 0.3]])).toBe('yes') // prettier-ignore
  expect(meant([...cold, ['symptom_report', 0.22]])).toBe('yes')
  expect(meant([['mental_health_support', 0.5], ['complaint', 0.6]])).toBe('yes') // prettier-ignore
})

test('understanding-D60 whatever else is guessed, a sure guess of health counts, and so does pain', () => {
  const others = INTENT_NAMES.filter((name) => !CLINICAL_INTENTS.has(name))
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...others), fc.double({ min: 0.2, max: 1, noNaN: true })), { maxLength: 4 }),
      fc.constantFrom(...([...CLINICAL_INTENTS] as IntentName[])),
      fc.double({ min: 0.5, max: 1, noNaN: true }),
      (guesses, name, score) => {
        expect(meant([...guesses, [name, score]])).toBe('yes')
        expect(meant(guesses, { tones: ['pain_distress'] })).toBe('yes')
      },
    ),
  )
})

test.each([
  ['There was no heating in the room.', 'no'],
  ['there was no heating in the room and nobody came when I rang', 'no'],
  ['How do I reset my portal password?', 'no'],
  ["what's the most I can take", 'yes'],
  ['how long before it works', 'yes'],
  ['¿cuánto tiempo la voy a tomar?', 'yes'],
  ['la comida me domina', 'yes'],
  ['I can’t cope any more', 'yes'],
  ['Tengo miedo de no poder controlarme', 'yes'],
])('understanding-D60 “%s”: %s', (text, expected) => {
  expect(healthMeant(understand({ text }))).toBe(expected)
})
