import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSentences } from '#engines/linear/runs.ts'
import { understand } from '#engines/understanding/understand.ts'
import { familyPhrases } from '../../tools/train/phrase-families.ts'
import { isEveryday } from '../../tools/train/train-triage.ts'
import { lookAgain } from './second-look.ts'
import { isMoreUrgent } from './verdict.ts'

// Of these no written rule knows the words; they are made up for this test.
const STRANGE =
  "mum's lips went a funny colour over her tea, she slid down the wall and we could not get her to look at us"
const CALM = 'I would like to change my visit on Tuesday to another day, please.'

test('understanding-D29 what reads like an emergency is looked at by a nurse today, with the words that say so', () => {
  const { chance, span } = lookAgain(readSentences(`${CALM} ${STRANGE}`))
  expect(chance).toBeGreaterThan(0.8)
  expect(STRANGE).toContain(`${CALM} ${STRANGE}`.slice(span.start, span.end).replace(CALM, '').trim().slice(-20))
  expect(lookAgain(readSentences(CALM)).chance).toBeLessThan(0.3)
})

test('understanding-D27 it raises to urgent and no further, and lowers nothing', () => {
  const words = fc.constantFrom(...'my dad slid floor grey bill visit tomorrow pain blood pills letter slept since now left arm cold sweat'.split(' ')) // prettier-ignore
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 25 }), (said) => {
      const { triage } = understand({ text: said.join(' ') })
      if (!triage.unsure_because.includes('sounds_dangerous')) return
      expect(triage.urgency).toBe('urgent')
      expect(triage.rules_fired.every(({ outcome }) => isMoreUrgent('urgent', outcome))).toBe(true)
      expect(triage.findings.some(({ concept }) => concept === 'second-look')).toBe(true)
      expect(triage.reason).toMatch(/reads like an emergency/)
    }),
    { numRuns: 400 },
  )
})

test('understanding-D55 what stands before or behind takes nothing from it', () => {
  const alone = lookAgain(readSentences(`${STRANGE}.`)).chance
  const around = fc.array(fc.constantFrom(CALM, 'How much is it?', 'Thank you!', 'ok', ''), { maxLength: 6 })
  fc.assert(
    fc.property(around, around, (before, behind) => {
      const text = [...before, `${STRANGE}.`, ...behind].join('\n')
      expect(lookAgain(readSentences(text)).chance).toBeGreaterThanOrEqual(alone - 1e-9)
    }),
    { numRuns: 100 },
  )
})

test('understanding-D22 what is denied or asked about is no sign of it', () => {
  for (const text of ["my chest doesn't hurt", 'no tengo fiebre ni dolor de pecho', 'what are the signs of a stroke?'])
    expect(understand({ text }).triage.unsure_because, text).not.toContain('sounds_dangerous')
})

test('understanding-D30 a word about the staff is a complaint, and everyday asks of unseen writers do not read like an emergency', () => {
  for (const text of [
    'he raised his voice at me',
    'the man at the window raised his voice at my mother',
    'me alzó la voz el vigilante',
  ])
    expect(understand({ text }).triage.urgency, text).toBe('not_clinical')
  const everyday = familyPhrases('intent', 'unseen').filter(
    (line) => ['en', 'es'].includes(line.lang) && isEveryday(line),
  )
  // Only what sounds a little like one is asked whole: it takes a while.
  const near = everyday.filter(({ text }) => lookAgain(readSentences(text)).chance >= 0.5)
  const raised = near.filter(({ text }) => understand({ text }).triage.unsure_because.includes('sounds_dangerous'))
  expect(everyday.length).toBeGreaterThan(800)
  expect(raised.length / everyday.length).toBeLessThan(0.015)
})

test('understanding-D2 any text is read, within its own bounds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const { chance, span } = lookAgain(readSentences(text))
      expect(chance).toBeGreaterThanOrEqual(0)
      expect(chance).toBeLessThanOrEqual(1)
      expect(span.start).toBeLessThanOrEqual(span.end)
      expect(span.end).toBeLessThanOrEqual(text.length)
    }),
  )
  expect(lookAgain(readSentences(`${'well. '.repeat(20_000)}${STRANGE}`)).chance).toBeGreaterThan(0.8)
})
