/** Readability: the grade formula against people's ratings of medical sentences (MedReadMe dev, evaluation only). */
import { readability } from '#engines/plain-words/readability.ts'

import { readRows } from '../train/development-data.ts'

import { correlation } from './measure.ts'
import type { Measure } from './measure.ts'

export function evaluateReadability(): Measure[] {
  const rows = readRows<{ text: string; readability: number }>('plain/medreadme_dev')
  if (rows.length === 0) return []
  const grades = rows.map(({ text }) => readability(text, 'en').grade ?? 0)
  return [
    {
      engine: 'plain-words',
      set: 'MedReadMe dev',
      n: rows.length,
      metric: 'Pearson r of the grade',
      ours: correlation(
        grades,
        rows.map((row) => row.readability),
      ),
      reference: 'Flesch-Kincaid 0.55',
      target: null,
    },
  ]
}
