/** How much the written knowledge holds. Forms are counted with every choice written out. */
import { buildLexicon } from '#engines/text/phrase-matcher.ts'
import { families } from '#engines/triage/families/index.ts'
import { wordClasses } from '#engines/triage/word-classes.ts'
import type { Measure } from './measure.ts'

export function evaluateKnowledge(): Measure[] {
  const concepts = families.flatMap((family) => family.concepts)
  const redFlags = concepts.filter(({ kind }) => kind === 'red_flag')
  const forms = (language: 'en' | 'es') => redFlags.reduce((sum, concept) => sum + formsOf(concept[language]), 0)
  return [
    { ...line('concepts'), ours: concepts.length, target: 150 },
    { ...line('red-flag concepts'), ours: redFlags.length, target: 120 },
    { ...line('rules, each with its source'), ours: families.flatMap(({ rules }) => rules).length, target: 250 },
    { ...line('forms of red flags, en'), ours: forms('en') },
    { ...line('forms of red flags, es'), ours: forms('es') },
  ]
}

const formsOf = (phrases: string) => buildLexicon([{ key: 'one', phrases }], wordClasses, new Set()).sizes[0]!

const line = (metric: string): Measure => ({
  engine: 'knowledge',
  set: 'engines/triage/families',
  n: families.length,
  metric,
  ours: 0,
  reference: '',
  target: null,
})
