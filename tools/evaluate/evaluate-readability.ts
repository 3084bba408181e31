/**
 * Readability: the grade formula and the score against people's ratings of medical sentences (MedReadMe dev, evaluation only), and which share
 * of terms of public lists the glossary explains.
 */
import { explainTerms, glossarySize } from '#engines/plain-words/explain-terms.ts'
import { readability } from '#engines/plain-words/readability.ts'

import { readRows } from '../train/development-data.ts'

import { correlation, share, type Measure } from './measure.ts'

const LISTS = ['plain/cdc_plain_language_thesaurus', 'plain/prism_word_substitutions', 'plain/plmd_terms']

export function evaluateReadability(): Measure[] {
  const rows = readRows<{ text: string; readability: number }>('plain/medreadme_dev')
  if (rows.length === 0) return []
  const read = rows.map(({ text }) => readability(text, 'en'))
  const ratings = rows.map((row) => row.readability)
  const against = (metric: string, values: number[], target: number | null, reference: string): Measure => ({
    engine: 'plain-words',
    set: 'MedReadMe dev',
    n: rows.length,
    metric,
    ours: correlation(values, ratings),
    reference,
    target,
  })
  const terms = [...new Set(LISTS.flatMap((list) => readRows<{ term: string }>(list).map(({ term }) => term)))]
  return [
    against('Pearson r of the score', read.map(({ score }) => score ?? 0), 0.8, 'Flesch-Kincaid 0.55'),
    against('Pearson r of the grade', read.map(({ grade }) => grade ?? 0), null, 'Flesch-Kincaid 0.55'),
    {
      engine: 'plain-words',
      set: `terms of three public lists, read in building; glossary of ${glossarySize().en}`,
      n: terms.length,
      metric: 'terms explained',
      ours: share(terms, (term) => explainTerms(term, 'en').length > 0),
      reference: '',
      target: 0.7,
    },
  ] // prettier-ignore
}
