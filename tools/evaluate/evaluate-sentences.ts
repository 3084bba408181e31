/** Intent with its second stage (understanding-D13, decision 0169): the held-out English phrases, and lines that want nothing of a clinic. */
import { guessIntents } from '#engines/intent/intent.ts'
import { OPINION_READS_CHARS } from '#engines/intent/sentence-opinion.ts'
import { startSentenceVectors } from '#server/platform/sentence-vectors.ts'

import { vectorsOf } from '../train/sentence-vectors.ts'
import { intentRows, isHeldOutPhrase } from '../train/train-intent.ts'
import type { IntentRow } from '../train/train-intent.ts'

import { likeliestIsRight, macroF1Of, otherThings } from './evaluate-intent.ts'
import { share } from './measure.ts'
import type { Measure } from './measure.ts'

export async function evaluateSentences(): Promise<Measure[]> {
  const held = intentRows().filter((row) => isHeldOutPhrase(row) && row.lang === 'en')
  const other = otherThings()
  // Before this thread reads the model, too: the memory of the worker is measured.
  const times = await timesOfWorker()
  const vectors = await vectorsOf([...held, ...other].map(({ text }) => text))
  const vectorOf = new Map([...held, ...other].map(({ text }, i) => [text, vectors[i]!]))
  const guess = ({ text, lang }: IntentRow) => guessIntents(text, lang, vectorOf.get(text))
  const first = held.filter(({ later }) => !later)
  const second = held.filter(({ later }) => later)
  const isRight = (row: IntentRow) => likeliestIsRight(row, guess(row))
  const measures: Measure[] = [
    ...times,
    { ...line('own held-out phrases, en', first.length, 'likeliest is right'), ours: share(first, isRight), target: 0.92 }, // prettier-ignore
    { ...line('own held-out phrases of the second round, en', second.length, 'likeliest is right'), ours: share(second, isRight) }, // prettier-ignore
    { ...line('own held-out phrases, en', first.length, 'macro-F1, several may hold'), ours: macroF1Of(first, guess) },
  ]
  if (other.length === 0) return measures
  const isOutside = ({ text }: { text: string }) =>
    guessIntents(text, 'en', vectorOf.get(text))[0]!.name === 'out_of_scope'
  return [...measures, { ...line('CLINC150 val, other things', other.length, 'told as out of scope'), ours: share(other, isOutside) }] // prettier-ignore
}

/** As the server asks it: in a worker, one text after the other. */
async function timesOfWorker(): Promise<Measure[]> {
  const sentences = startSentenceVectors({ withinMs: PATIENCE_MS })
  const before = process.memoryUsage.rss()
  const text = LONG_TEXT.slice(0, OPINION_READS_CHARS)
  const timeOf = async () => {
    const began = performance.now()
    await sentences.vectorOf(text)
    return performance.now() - began
  }
  const first = await timeOf()
  const times: number[] = []
  for (let i = 0; i < ROUNDS; i++) times.push(await timeOf())
  const megabytes = (process.memoryUsage.rss() - before) / 1_000_000
  await sentences.close()
  const base = { engine: 'sentences', set: `worker, ${text.length} characters`, reference: '', lessIsBetter: true, timing: true } as const // prettier-ignore
  return [
    { ...base, n: 1, metric: 'milliseconds, first', ours: first, target: 1500 },
    { ...base, n: ROUNDS, metric: 'milliseconds, p95', ours: times.toSorted((a, b) => a - b)[Math.floor(ROUNDS * 0.95)]!, target: 60 }, // prettier-ignore
    { ...base, n: 1, metric: 'added memory, MB', ours: megabytes, target: 350 },
  ]
}

const PATIENCE_MS = 20_000
const ROUNDS = 100
const LONG_TEXT =
  'I was charged twice for the visit on March 3 and I do not understand why, so please look at the bill. '.repeat(4)

const line = (set: string, n: number, metric: string): Measure => ({ engine: 'sentences', set: `${set}, both stages`, n, metric, ours: 0, reference: '', target: null }) // prettier-ignore
