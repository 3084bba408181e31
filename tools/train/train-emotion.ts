/**
 * Trains the emotion engine: 28 GoEmotions labels and the 10 service tones, English and Spanish in one model.
 *
 * Sources (understanding.md D52): GoEmotions, XED and BRIGHTER (en, es), and the project's own lines. A set that does not know a
 * label teaches nothing about it. Thresholds are tuned on a fifth of the training rows that the tuning run does not see; the
 * figures of the model card come from the sets' dev splits and the held-out fifth of the own lines.
 */
import { readdirSync } from 'node:fs'

import { FINE_LABELS, toneOfLabel, TONES } from '#engines/emotion/tones.ts'
import type { FineLabel, Tone } from '#engines/emotion/tones.ts'
import { newFeatures, wordFeatures } from '#engines/linear/linear-model.ts'

import { inRepository, readOwnRows, readRows } from './development-data.ts'
import { fifthOf, keep, logitsOf, quantise, trainLinear } from './linear-trainer.ts'
import type { Example, Trained, TrainingPlan } from './linear-trainer.ts'
import { writeModel } from './model-folder.ts'
import { familyPhrases } from './phrase-families.ts'
import { intentRows, isHeldOutPhrase } from './train-intent.ts'

export type EmotionRow = {
  text: string
  lang: string
  source: 'goemotions' | 'xed' | 'brighter' | 'own' | 'calm'
  family: string
  fine: FineLabel[] | null
  tones: Tone[]
  /** Tones this set says something about. */
  knownTones: readonly Tone[]
}

const SERVICE_TONES = TONES.filter((tone) => tone !== 'neutral')
const LABELS = [...FINE_LABELS, ...SERVICE_TONES.map((tone) => `tone:${tone}`)]

const PLAN: TrainingPlan = {
  labels: LABELS,
  buckets: 1 << 15,
  epochs: 5,
  rate: 1.5,
  loss: 'each',
  caution: 0.1,
  decay: 2e-4,
  seed: 20261124,
}

/** How much one line of each source weighs: forum posts and subtitles are many, lines like a patient's are few. */
const SOURCE_WEIGHT = { goemotions: 1, xed: 0.5, brighter: 0.5, own: 12, calm: 3 }

const PLUTCHIK: Record<string, Tone> = {
  anger: 'anger',
  disgust: 'anger',
  fear: 'anxiety',
  joy: 'joy',
  sadness: 'sadness',
}
const PLUTCHIK_TONES: readonly Tone[] = ['anger', 'anxiety', 'joy', 'sadness']
/** GoEmotions has no pain, and its annoyance is no service frustration alone. */
const GOEMOTIONS_TONES: readonly Tone[] = SERVICE_TONES.filter((tone) => tone !== 'pain_distress')

export function emotionRows(): EmotionRow[] {
  const rows: EmotionRow[] = goEmotionsRows('train')
  for (const lang of ['en', 'es']) {
    for (const set of ['xed', 'brighter'] as const) {
      for (const row of readRows<{ text: string; labels: string[] }>(`emotion/${set}_${lang}_train`)) {
        const tones = [...new Set(row.labels.flatMap((label) => PLUTCHIK[label] ?? []))]
        rows.push({
          text: row.text,
          lang,
          source: set,
          family: row.text,
          fine: null,
          tones,
          knownTones: PLUTCHIK_TONES,
        })
      }
    }
  }
  return [...rows, ...ownEmotionRows(), ...calmRows()]
}

/** Wants that people bring without any feeling worth telling; the others may hold one. */
const TONED_LANGUAGES = new Set(['en', 'es'])
const FEELING: ReadonlySet<string> = new Set(['complaint', 'compliment', 'speak_to_human', 'mental_health_support', 'symptom_report', 'financial_help', 'goodbye']) // prettier-ignore

/** The project's phrases for everyday wants, as lines without a tone: "change my appointment" is not frustration. */
function calmRows(): EmotionRow[] {
  return intentRows()
    .filter((row) => TONED_LANGUAGES.has(row.lang) && !isHeldOutPhrase(row))
    .filter(({ intents }) => !intents.some((intent) => FEELING.has(intent)))
    .map(({ text, lang, family }) => ({ text, lang, source: 'calm', family, fine: null, tones: [], knownTones: SERVICE_TONES }))
} // prettier-ignore

export function goEmotionsRows(split: 'train' | 'dev'): EmotionRow[] {
  return readRows<{ id: string; text: string; labels: FineLabel[] }>(`emotion/goemotions_${split}`).map((row) => ({
    text: row.text,
    lang: 'en',
    source: 'goemotions',
    family: row.id,
    fine: row.labels,
    tones: [...new Set(row.labels.flatMap((label) => toneOfLabel[label] ?? []))],
    knownTones: GOEMOTIONS_TONES,
  }))
}

/** Lines written for the project; one that stands alone is its own family. `neutral` is the absence of a tone. */
export function ownEmotionRows(): EmotionRow[] {
  const folder = inRepository('engines', 'emotion', 'phrases')
  const alone = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readOwnRows<{ text: string; lang: string; tones: Tone[] }>(`${folder}/${file}`))
    .map((row) => ({ ...row, family: row.text }))
  const families = familyPhrases('emotion').map(({ labels, ...row }) => ({ ...row, tones: labels as Tone[] }))
  return [...alone, ...families].map(({ text, lang, family, tones }) => ({
    text,
    lang,
    family,
    tones: tones.filter((tone) => tone !== 'neutral'),
    source: 'own',
    fine: null,
    knownTones: SERVICE_TONES,
  }))
}

export function trainEmotion(): void {
  const rows = emotionRows().filter((row) => row.source !== 'own' || fifthOf(row.family) !== 0)
  const tuning = trainLinear(rows.filter((row) => fifthOf(row.family) !== 1).map(exampleOf), PLAN)
  const thresholds = tuneThresholds(
    tuning,
    rows.filter((row) => fifthOf(row.family) === 1),
  )
  const trained = trainLinear(rows.map(exampleOf), PLAN)
  writeModel('emotion', { 'weights.json': JSON.stringify(quantise(trained, '1', thresholds), null, 2) + '\n' }, [
    ...new Set(rows.map((row) => (row.source === 'calm' ? 'own' : row.source))),
  ])
  console.log(`emotion: ${rows.length} examples, ${LABELS.length} labels`)
}

const features = newFeatures()

function exampleOf(row: EmotionRow): Example {
  wordFeatures(row.text, 0, row.text.length, features)
  const labels = row.tones.map((tone) => LABELS.indexOf(`tone:${tone}`))
  for (const label of row.fine ?? []) labels.push(FINE_LABELS.indexOf(label))
  return keep(features, labels, SOURCE_WEIGHT[row.source], unknownOf(row))
}

function unknownOf(row: EmotionRow): ReadonlySet<number> {
  const unknown = new Set<number>()
  if (row.fine === null) FINE_LABELS.forEach((_, k) => unknown.add(k))
  for (const tone of SERVICE_TONES) if (!row.knownTones.includes(tone)) unknown.add(LABELS.indexOf(`tone:${tone}`))
  return unknown
}

/** For each label the logit at which F1 is best; tones are tuned on the project's own lines where there are enough. */
function tuneThresholds(trained: Trained, rows: EmotionRow[]): number[] {
  const scored = rows.map((row) => {
    const example = exampleOf(row)
    return { row, example, logits: logitsOf(trained, example) }
  })
  return LABELS.map((label, k) => {
    const known = scored.filter(({ example }) => !example.unknown?.has(k))
    const own = known.filter(({ row }) => row.source === 'own' || row.source === 'calm')
    const used =
      label.startsWith('tone:') && own.filter(({ example }) => example.labels.includes(k)).length >= 5 ? own : known
    return bestThreshold(used.map(({ example, logits }) => ({ logit: logits[k]!, holds: example.labels.includes(k) })))
  })
}

export function bestThreshold(scored: { logit: number; holds: boolean }[]): number {
  const sorted = [...scored].sort((a, b) => b.logit - a.logit)
  const all = sorted.filter(({ holds }) => holds).length
  let hits = 0
  let best = 0
  let threshold = 0
  sorted.forEach(({ logit, holds }, i) => {
    if (holds) hits += 1
    const f1 = (2 * hits) / (i + 1 + all)
    if (f1 > best) {
      best = f1
      threshold = (logit + (sorted[i + 1]?.logit ?? logit - 0.2)) / 2
    }
  })
  return threshold
}
