/** Intent: the held-out fifth of the project's own phrases, and public lines that want nothing of a clinic. */
import { guessIntents } from '#engines/intent/intent.ts'
import type { IntentGuess, IntentName } from '#engines/intent/intent.ts'

import { readRows } from '../train/development-data.ts'
import { intentRows, isHeldOutPhrase, isNearOurs } from '../train/train-intent.ts'
import type { IntentRow } from '../train/train-intent.ts'

import { count, f1Of, mean, newCounts, share } from './measure.ts'
import type { Measure } from './measure.ts'

export function evaluateIntent(): Measure[] {
  const held = intentRows().filter(isHeldOutPhrase)
  const english = held.filter((row) => row.lang === 'en')
  const spanish = held.filter((row) => row.lang === 'es')
  const human = intentRows().filter((row) => row.intents.includes('speak_to_human'))
  const other = readRows<{ text: string; intent: string }>('intent/clinc150_val').filter(
    (row) => !isNearOurs(row.intent),
  )
  const measures: Measure[] = [
    {
      ...line('own held-out phrases, en', english, 'likeliest is right'),
      ours: share(english, likeliestIsRight),
      target: 0.92,
    },
    {
      ...line('own held-out phrases, es', spanish, 'likeliest is right'),
      ours: share(spanish, likeliestIsRight),
      target: 0.88,
    },
    { ...line('own held-out phrases, en+es', held, 'macro-F1, several may hold'), ours: macroF1(held) },
    { ...line('speak_to_human phrases, en+es', human, 'recall'), ours: share(human, asksForPerson), target: 1 },
  ]
  if (other.length === 0) return measures
  return [
    ...measures,
    {
      engine: 'intent',
      set: 'CLINC150 val, other things',
      n: other.length,
      metric: 'told as out of scope',
      ours: share(other, ({ text }) => guessIntents(text, 'en')[0]!.name === 'out_of_scope'),
      reference: '',
      target: null,
    },
  ]
}

const line = (set: string, rows: IntentRow[], metric: string): Measure => ({
  engine: 'intent',
  set,
  n: rows.length,
  metric,
  ours: 0,
  reference: '',
  target: null,
})

const guess = ({ text, lang }: IntentRow) => guessIntents(text, lang)

const asksForPerson = (row: IntentRow) => guess(row).some(({ name }) => name === 'speak_to_human')

function likeliestIsRight(row: IntentRow): boolean {
  const best = guess(row).reduce((top: IntentGuess, next) => (next.score > top.score ? next : top))
  return row.intents.includes(best.name)
}

function macroF1(rows: IntentRow[]): number {
  const told = rows.map((row) => new Set(guess(row).map(({ name }) => name)))
  const names = new Set<IntentName>(rows.flatMap((row) => row.intents))
  return mean(
    [...names].map((name) => {
      const counts = newCounts()
      rows.forEach((row, i) => count(counts, told[i]!.has(name), row.intents.includes(name)))
      return f1Of(counts)
    }),
  )
}
