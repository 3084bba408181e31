/** Time of each engine and of all together for one message, one core; p95 over messages of 500 characters. */
import { findPhi } from '#engines/deid/phi.ts'
import { guessEmotion } from '#engines/emotion/emotion.ts'
import { guessIntents } from '#engines/intent/intent.ts'
import { guessLanguage } from '#engines/language/language.ts'
import { readability } from '#engines/plain-words/readability.ts'
import { assess } from '#engines/triage/triage.ts'
import { understand } from '#engines/understanding/understand.ts'

import type { Measure } from './measure.ts'
import { triageLines } from './written-lines.ts'

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
    ['deid', () => findPhi(MESSAGE)],
    ['triage', () => assess({ text: MESSAGE })],
  ]
  const all: [string, () => unknown] = ['understand', () => understand({ text: MESSAGE })]
  return [
    ...[...engines, all].map(([engine, run]) => ({
      engine,
      set: `one message, ${MESSAGE.length} characters`,
      n: ROUNDS,
      metric: 'milliseconds, median',
      ours: medianTime(run),
      reference: '',
      target: null,
      lessIsBetter: true as const,
      timing: true as const,
    })),
    ...longMessages(),
  ]
}

/** Patients' lines strung together: far denser in symptoms than any real message. */
function longMessages(): Measure[] {
  const lines = (['bodily', 'context'] as const).flatMap((file) => triageLines(file)).map(({ text }) => text)
  const texts = lines
    .map((_, i) =>
      lines
        .slice(i, i + 12)
        .join('. ')
        .slice(0, 500),
    )
    .filter(({ length }) => length === 500)
  for (const text of texts) understand({ text })
  const times = texts.map((text) => timeOf(() => understand({ text }))).sort((a, b) => a - b)
  return [
    { ...dense(texts.length, 'milliseconds, median'), ours: times[times.length >> 1]!, target: 2 },
    { ...dense(texts.length, 'milliseconds, p95'), ours: times[Math.floor(times.length * 0.95)]!, target: 5 },
  ]
}

const dense = (n: number, metric: string): Measure => ({
  engine: 'understand',
  set: '500 characters, dense in symptoms',
  n,
  metric,
  ours: 0,
  reference: '',
  target: null,
  lessIsBetter: true,
  timing: true,
})

function timeOf(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

function medianTime(run: () => unknown): number {
  const times: number[] = []
  for (let i = 0; i < ROUNDS; i++) {
    times.push(timeOf(run))
  }
  return times.sort((a, b) => a - b)[ROUNDS >> 1]!
}
