/**
 * Trains the emotion engine: one model for the 28 labels of GoEmotions, one for the 11 service tones, English and Spanish in both.
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
import { firstRoundRows, isHeldOutPhrase } from './train-intent.ts'

export type EmotionRow = {
  text: string
  lang: string
  source: 'goemotions' | 'xed' | 'brighter' | 'own' | 'calm'
  family: string
  fine: FineLabel[] | null
  tones: Tone[]
}

const FINE_PLAN: TrainingPlan = {
  labels: FINE_LABELS,
  buckets: 1 << 15,
  epochs: 5,
  rate: 0.7,
  loss: 'each',
  caution: 0.1,
  decay: 5e-3,
  keptShare: 1,
  seed: 20261124,
}

/** One tone holds for most lines, so they share the whole; a second one must be nearly as likely. */
const TONE_PLAN: TrainingPlan = {
  labels: TONES,
  buckets: 1 << 15,
  epochs: 8,
  rate: 2,
  loss: 'softmax',
  caution: 0.1,
  decay: 1e-4,
  dropout: 0.3,
  seed: 20261126,
}

/** How much one line of each source says of a patient's tone: forum posts and subtitles are many, lines like a patient's are few. */
const SOURCE_WEIGHT = { goemotions: 0.06, xed: 0.06, brighter: 0.06, own: 3, calm: 0.3 }
/** A forum post without a feeling is no calm patient: it says little of what is neutral. */
const WITHOUT_TONE = 0.3

const PLUTCHIK: Record<string, Tone> = {
  anger: 'anger',
  disgust: 'anger',
  fear: 'anxiety',
  joy: 'joy',
  sadness: 'sadness',
}

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
  return firstRoundRows()
    .filter((row) => TONED_LANGUAGES.has(row.lang) && !isHeldOutPhrase(row))
    .filter(({ intents }) => !intents.some((intent) => FEELING.has(intent)))
    .map(({ text, lang, family }) => ({ text, lang, source: 'calm', family, fine: null, tones: []  }))
} // prettier-ignore

export function goEmotionsRows(split: 'train' | 'dev'): EmotionRow[] {
  return readRows<{ id: string; text: string; labels: FineLabel[] }>(`emotion/goemotions_${split}`).map((row) => ({
    text: row.text,
    lang: 'en',
    source: 'goemotions',
    family: row.id,
    fine: row.labels,
    tones: [...new Set(row.labels.flatMap((label) => toneOfLabel[label] ?? []))],
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
  }))
}

export function trainEmotion(): void {
  const rows = emotionRows().filter((row) => row.source !== 'own' || fifthOf(row.family) !== 0)
  const fine = rows.filter((row) => row.fine !== null)
  const tuning = trainLinear(fine.filter((row) => fifthOf(row.family) !== 1).map(fineExample), FINE_PLAN)
  const thresholds = tuneThresholds(tuning, fine.filter((row) => fifthOf(row.family) === 1)) // prettier-ignore
  const files = {
    'weights.json': quantise(trainLinear(fine.map(fineExample), FINE_PLAN), '2', thresholds),
    'tones.json': quantise(trainTones(rows), '2'),
  }
  const written = Object.entries(files).map(([name, file]) => [name, JSON.stringify(file, null, 2) + '\n'])
  writeModel('emotion', Object.fromEntries(written) as Record<string, string>, [
    ...new Set(rows.map((row) => (row.source === 'calm' ? 'own' : row.source))),
  ])
  console.log(
    `emotion: ${fine.length} examples of ${FINE_LABELS.length} labels, ${rows.length} of ${TONES.length} tones`,
  )
}

const trainTones = (rows: EmotionRow[]): Trained => trainLinear(rows.map(toneExample), TONE_PLAN)

const features = newFeatures()

function fineExample(row: EmotionRow): Example {
  wordFeatures(row.text, 0, row.text.length, features)
  return keep(
    features,
    row.fine!.map((label) => FINE_LABELS.indexOf(label)),
  )
}

function toneExample(row: EmotionRow): Example {
  wordFeatures(row.text, 0, row.text.length, features)
  const tones: Tone[] = row.tones.length > 0 ? row.tones : ['neutral']
  const isPublic = row.source !== 'own' && row.source !== 'calm'
  const weight = SOURCE_WEIGHT[row.source] * (isPublic && row.tones.length === 0 ? WITHOUT_TONE : 1)
  return keep(
    features,
    tones.map((tone) => TONES.indexOf(tone)),
    weight,
  )
}

/** For each label the logit at which F1 is best. */
function tuneThresholds(trained: Trained, rows: EmotionRow[]): number[] {
  const scored = rows.map(fineExample).map((example) => ({ example, logits: logitsOf(trained, example) }))
  return FINE_LABELS.map((_, k) =>
    bestThreshold(scored.map(({ example, logits }) => ({ logit: logits[k]!, holds: example.labels.includes(k) }))),
  )
}

function bestThreshold(scored: { logit: number; holds: boolean }[]): number {
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
