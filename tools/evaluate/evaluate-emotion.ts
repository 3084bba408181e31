/** Emotion: GoEmotions' dev split (28 labels, 14 groups) and the held-out fifth of the project's own lines (11 tones). */
import { guessEmotion } from '#engines/emotion/emotion.ts'
import { FINE_LABELS, groupOfLabel, GROUPS, TONES } from '#engines/emotion/tones.ts'

import { fifthOf } from '../train/linear-trainer.ts'
import { goEmotionsRows, ownEmotionRows } from '../train/train-emotion.ts'
import type { EmotionRow } from '../train/train-emotion.ts'

import { count, f1Of, mean, newCounts, share } from './measure.ts'
import type { Measure } from './measure.ts'

export function evaluateEmotion(): Measure[] {
  const dev = goEmotionsRows('dev')
  const own = ownEmotionRows().filter((row) => fifthOf(row.family) === 0)
  const angry = own.filter((row) => row.tones.includes('anger') || row.tones.includes('frustration'))
  const measures: Measure[] = [
    ...['en', 'es'].map((lang) =>
      ownTones(
        own.filter((row) => row.lang === lang),
        lang,
      ),
    ),
    {
      ...base('own angry or frustrated lines', angry.length, 'not told as neutral'),
      ours: share(angry, (row) => guessEmotion(row.text, row.lang).tones[0]!.tone !== 'neutral'),
      target: 1,
      safety: true,
    },
  ]
  if (dev.length === 0) return measures
  const fine = dev.map((row) => new Set(guessEmotion(row.text, 'en').fine.map(({ label }) => label)))
  const groups = dev.map((row) => new Set(guessEmotion(row.text, 'en').groups.map(({ group }) => group)))
  return [
    {
      ...base('GoEmotions dev, 28 labels', dev.length, 'macro-F1'),
      ours: macroF1(dev, FINE_LABELS, fine, (row) => new Set(row.fine)),
      reference: 'BERT 0.46 (Demszky 2020)',
      target: 0.5,
    },
    {
      ...base('GoEmotions dev, 14 groups', dev.length, 'macro-F1'),
      ours: macroF1(dev, GROUPS, groups, (row) => new Set(row.fine!.map(groupOfLabel))),
      target: 0.54,
    },
    ...measures,
  ]
}

function ownTones(rows: EmotionRow[], lang: string): Measure {
  const told = rows.map((row) => new Set(guessEmotion(row.text, row.lang).tones.map(({ tone }) => tone)))
  const ours = macroF1(rows, TONES, told, (row) => new Set(row.tones.length > 0 ? row.tones : ['neutral']))
  return {
    ...base(`own held-out lines, ${lang}, 11 tones`, rows.length, 'macro-F1'),
    ours,
    target: 0.85,
  }
}

function macroF1<Name extends string>(
  rows: EmotionRow[],
  names: readonly Name[],
  told: ReadonlySet<Name>[],
  heldBy: (row: EmotionRow) => ReadonlySet<string>,
): number {
  const held = rows.map(heldBy)
  return mean(
    names.map((name) => {
      const counts = newCounts()
      rows.forEach((_, i) => count(counts, told[i]!.has(name), held[i]!.has(name)))
      return f1Of(counts)
    }),
  )
}

const base = (set: string, n: number, metric: string): Measure => ({
  engine: 'emotion',
  set,
  n,
  metric,
  ours: 0,
  reference: '',
  target: null,
})
