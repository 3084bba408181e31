/** What the second stage of intents may add, and what it leaves alone (understanding-D13, decision 0169). */
import { expect, test } from 'vitest'
import { guessIntents, INTENT_NAMES, type IntentGuess } from '#engines/intent/intent.ts'
import { VECTOR_LENGTH } from '#engines/intent/sentence-opinion.ts'
import { wantsSecondStage, widen } from './second-stage.ts'

const said = (code: string, ...intents: [IntentGuess['name'], number][]) => ({
  language: { code, confidence: 1, alternatives: [], others: [] } as never,
  intents: intents.map(([name, score]): IntentGuess => ({ name, score, span: [0, 1] })),
})

test.each([
  ['an English message nothing was heard of', said('en', ['out_of_scope', 0.7]), true],
  ['an English message with a weak guess', said('en', ['hours', 0.4]), true],
  ['an English message with a sure guess', said('en', ['hours', 0.5]), false],
  ['a sure guess beside a weak one', said('en', ['bill_question', 0.3], ['hours', 0.9]), false],
  ['another language', said('es', ['hours', 0.4]), false],
])('understanding-D13 the second stage is asked about %s: %s', (_, message, is) => {
  expect(wantsSecondStage(message)).toBe(is)
})

/** Vectors of length one that point anywhere: whatever the second stage means, the first is kept. */
const vectors = Array.from({ length: 60 }, (_, seed) =>
  Float32Array.from({ length: VECTOR_LENGTH }, (_none, d) => Math.sin(seed * 97 + d * (seed + 1)) / 16),
)

test('understanding-D13 no guess of the first stage is taken away or made weaker, and no name stands twice', () => {
  const texts = ['my chest hurts and when are you open', 'can i talk to a person', 'what about that thing', 'hm']
  let added = 0
  for (const text of texts) {
    const first = guessIntents(text, 'en')
    for (const vector of vectors) {
      const both = widen(first, text, vector)
      expect(new Set(both.map(({ name }) => name)).size).toBe(both.length)
      for (const { name, score } of first.filter((guess) => guess.name !== 'out_of_scope'))
        expect(both.find((guess) => guess.name === name)?.score).toBeGreaterThanOrEqual(score)
      for (const { name, span, score } of both) {
        expect(INTENT_NAMES).toContain(name)
        expect(span[0] >= 0 && span[1] <= text.length && score >= 0 && score <= 1).toBe(true)
      }
      if (both.some(({ name }) => first.every((guess) => guess.name !== name))) added += 1
    }
  }
  expect(added).toBeGreaterThan(0)
})

test('understanding-D1, D13 without a vector, or in another language, the first stage speaks alone', () => {
  for (const vector of vectors) {
    expect(guessIntents('¿a qué hora abren?', 'es', vector)).toEqual(guessIntents('¿a qué hora abren?', 'es'))
    expect(guessIntents('when are you open', 'en', null)).toEqual(guessIntents('when are you open', 'en'))
  }
})
