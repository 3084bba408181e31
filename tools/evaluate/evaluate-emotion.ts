/** Emotion: GoEmotions' dev split (28 labels, 14 groups) and the held-out fifth of the project's own lines (11 tones). */
import { guessEmotion } from '#engines/emotion/emotion.ts'
import { FINE_LABELS, groupOfLabel, GROUPS, TONES } from '#engines/emotion/tones.ts'

import { goEmotionsRows, isEverydayAsk, isHeldOutLine, ownEmotionRows } from '../train/train-emotion.ts'
import type { EmotionRow } from '../train/train-emotion.ts'
import { intentRows, isHeldOutPhrase } from '../train/train-intent.ts'

import { count, f1Of, mean, newCounts, share } from './measure.ts'
import type { Measure } from './measure.ts'

export function evaluateEmotion(): Measure[] {
  const dev = goEmotionsRows('dev')
  const own = ownEmotionRows().filter(isHeldOutLine)
  const first = own.filter(({ later }) => !later)
  const second = own.filter(({ later }) => later)
  const measures: Measure[] = [
    ...['en', 'es'].flatMap((lang) => [
      ownTones(`own held-out lines, ${lang}, 11 tones`, first.filter((row) => row.lang === lang), 0.85), // prettier-ignore
      ownTones(`own held-out lines of the second round, ${lang}, 11 tones`, second.filter((row) => row.lang === lang), null), // prettier-ignore
    ]),
    angerHeard('own angry or frustrated lines', first),
    angerHeard('own angry or frustrated lines of the second round', second),
    calmTakenForAnger(),
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

function angerHeard(set: string, rows: EmotionRow[]): Measure {
  const angry = rows.filter(({ tones }) => tones.includes('anger') || tones.includes('frustration'))
  return {
    ...base(set, angry.length, 'not told as neutral'),
    ours: share(angry, (row) => guessEmotion(row.text, row.lang).tones[0]!.tone !== 'neutral'),
    target: 1,
    safety: true,
  }
}

/** What hearing anger costs: everyday asks without a feeling, held out of training. */
function calmTakenForAnger(): Measure {
  const calm = intentRows().filter((row) => isHeldOutPhrase(row) && isEverydayAsk(row))
  const isSharp = (row: { text: string; lang: string }) =>
    guessEmotion(row.text, row.lang).tones.some(({ tone }) => tone === 'anger' || tone === 'frustration')
  return {
    ...base('own everyday asks', calm.length, 'told as angry or frustrated (least is best)'),
    ours: share(calm, isSharp),
    lessIsBetter: true,
  }
}

function ownTones(set: string, rows: EmotionRow[], target: number | null): Measure {
  const told = rows.map((row) => new Set(guessEmotion(row.text, row.lang).tones.map(({ tone }) => tone)))
  const ours = macroF1(rows, TONES, told, (row) => new Set(row.tones.length > 0 ? row.tones : ['neutral']))
  return {
    ...base(set, rows.length, 'macro-F1'),
    ours,
    target,
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
