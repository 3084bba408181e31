/** Time of the language, intent, emotion, readability and identifier engines for one message of 300 characters, one core. */
import { findPhi } from '#engines/deid/phi.ts'
import { guessEmotion } from '#engines/emotion/emotion.ts'
import { guessIntents } from '#engines/intent/intent.ts'
import { guessLanguage } from '#engines/language/language.ts'
import { readability } from '#engines/plain-words/readability.ts'

import type { Measure } from './measure.ts'

const MESSAGE =
  'Hello, my name is Ana Lopez and I have called three times about my bill. Nobody answers. I was charged twice for the visit on ' +
  'March 3 and I do not understand why. My knee is still swollen and it hurts when I walk. Can you call me at 555-201-7788 or send ' +
  'the link to pay? Thank you for your help.'
const ROUNDS = 3000

export function evaluateSpeed(): Measure[] {
  const engines: [string, () => unknown][] = [
    ['language', () => guessLanguage(MESSAGE)],
    ['intent', () => guessIntents(MESSAGE, 'en')],
    ['emotion', () => guessEmotion(MESSAGE, 'en')],
    ['plain-words', () => readability(MESSAGE, 'en')],
    ['deid', () => findPhi(MESSAGE, 'en')],
  ]
  const all: [string, () => unknown] = ['all five', () => engines.map(([, run]) => run())]
  return [...engines, all].map(([engine, run]) => ({
    engine,
    set: `one message, ${MESSAGE.length} characters`,
    n: ROUNDS,
    metric: 'milliseconds, median',
    ours: medianTime(run),
    reference: '',
    target: null,
  }))
}

function medianTime(run: () => unknown): number {
  const times: number[] = []
  for (let i = 0; i < ROUNDS; i++) {
    const start = performance.now()
    run()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[ROUNDS >> 1]!
}
