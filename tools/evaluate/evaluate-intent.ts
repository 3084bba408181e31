/** Intent: the held-out fifth of the project's own phrases, and public lines that want nothing of a clinic. */
import { guessIntents } from '#engines/intent/intent.ts'
import type { IntentGuess, IntentName } from '#engines/intent/intent.ts'

import { readRows } from '../train/development-data.ts'
import { intentRows, isHeldOutPhrase, isNearOurs } from '../train/train-intent.ts'
import type { IntentRow } from '../train/train-intent.ts'
import { familyPhrases } from '../train/phrase-families.ts'

import { count, f1Of, mean, newCounts, share } from './measure.ts'
import type { Measure } from './measure.ts'

/** English and Spanish have a target; the others are written to begin with. */
const LANGUAGES: [lang: string, target: number | null][] = [
  ['en', 0.92],
  ['es', 0.88],
  ['pt', null],
  ['fr', null],
  ['zh', null],
  ['vi', null],
  ['ar', null],
]
const isModelled = ({ lang }: IntentRow) => lang === 'en' || lang === 'es'
const BOTH: [string, (row: IntentRow) => boolean][] = [
  ['own held-out phrases, en+es', isModelled],
  ['own held-out phrases, en+es, two wants', (row) => isModelled(row) && row.intents.length > 1],
]

export function evaluateIntent(): Measure[] {
  const all = intentRows().filter(isHeldOutPhrase)
  const held = all.filter(({ later }) => !later)
  const human = intentRows().filter((row) => row.intents.includes('speak_to_human'))
  const other = otherThings()
  const unseen = familyPhrases('intent', 'unseen').map(({ labels, ...row }): IntentRow => ({
    ...row,
    intents: labels as IntentName[],
  }))
  const measures: Measure[] = [
    { ...line('speak_to_human phrases, all languages', human, 'recall'), ours: share(human, asksForPerson), target: 1, safety: true }, // prettier-ignore
    ...LANGUAGES.map(([lang, target]) => rightOf(held.filter((row) => row.lang === lang), `own held-out phrases, ${lang}`, target)), // prettier-ignore
    ...['en', 'es'].map((lang) => rightOf(all.filter((row) => row.lang === lang && row.later), `own held-out phrases of the second round, ${lang}`)), // prettier-ignore
    ...LANGUAGES.map(([lang, target]) => rightOf(unseen.filter((row) => row.lang === lang), `lines of unseen writers, ${lang}`, target)), // prettier-ignore
    ...BOTH.map(([name, rows]) => ({
      ...line(name, held.filter(rows), 'macro-F1, several may hold'),
      ours: macroF1Of(held.filter(rows)),
    })),
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

/** Public lines that want nothing of a clinic. */
export const otherThings = () =>
  readRows<{ text: string; intent: string }>('intent/clinc150_val').filter((row) => !isNearOurs(row.intent))

const rightOf = (rows: IntentRow[], set: string, target: number | null = null): Measure => ({
  ...line(set, rows, 'likeliest is right'),
  ours: share(rows, (row) => likeliestIsRight(row)),
  target,
})

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

export function likeliestIsRight(row: IntentRow, guesses: IntentGuess[] = guess(row)): boolean {
  const best = guesses.reduce((top: IntentGuess, next) => (next.score > top.score ? next : top))
  return row.intents.includes(best.name)
}

export function macroF1Of(rows: IntentRow[], guesses: (row: IntentRow) => IntentGuess[] = guess): number {
  const told = rows.map((row) => new Set(guesses(row).map(({ name }) => name)))
  const names = new Set<IntentName>(rows.flatMap((row) => row.intents))
  return mean(
    [...names].map((name) => {
      const counts = newCounts()
      rows.forEach((row, i) => count(counts, told[i]!.has(name), row.intents.includes(name)))
      return f1Of(counts)
    }),
  )
}
