/**
 * Trains the emotion engine: one model for the 28 labels of GoEmotions, one for the 11 service tones.
 *
 * Sources (understanding-D52): GoEmotions, XED and BRIGHTER (en, es, fr, pt), and the project's own lines. A set that does not know a
 * label teaches nothing about it. The labels' weights are the mean of five runs, each without another fifth of the training rows;
 * thresholds are tuned on what each run says of its own fifth. The figures of the model card come from the sets' dev splits and
 * the held-out fifth of the own lines.
 */
import { readdirSync } from 'node:fs'

import { emotionFeatures } from '#engines/emotion/emotion-features.ts'
import { groupOfLabel, MODEL_LABELS, modelLabelOfGroup, toneOfLabel, TONES } from '#engines/emotion/tones.ts'
import type { FineLabel, Tone } from '#engines/emotion/tones.ts'
import { newFeatures } from '#engines/linear/linear-model.ts'
import { foldWords } from '#engines/linear/phrase-finder.ts'

import { inRepository, readOwnRows, readRows } from './development-data.ts'
import { fifthOf, keep, logitsOf, meanOf, quantise, trainLinear } from './linear-trainer.ts'
import type { Example, Trained, TrainingPlan } from './linear-trainer.ts'
import { writeModel } from './model-folder.ts'
import { familyPhrases, type FamilyPhrase } from './phrase-families.ts'
import { firstRoundRows, isHeldOutPhrase } from './train-intent.ts'
import type { IntentRow } from './train-intent.ts'

export type EmotionRow = {
  text: string
  lang: string
  source: 'goemotions' | 'xed' | 'brighter' | 'own' | 'calm'
  family: string
  fine: FineLabel[] | null
  tones: Tone[]
  /** An own line of the second round, written after the first had been measured. */
  later?: boolean
}

const FINE_PLAN: TrainingPlan = {
  labels: MODEL_LABELS,
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
const SOURCE_WEIGHT = { goemotions: 0.06, xed: 0.06, brighter: 0.06, own: 3, calm: 1.2 }
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
  for (const lang of TONED_LANGUAGES) {
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
const TONED_LANGUAGES = ['en', 'es', 'fr', 'pt']
const FEELING: ReadonlySet<string> = new Set(['complaint', 'compliment', 'speak_to_human', 'mental_health_support', 'symptom_report', 'financial_help', 'goodbye']) // prettier-ignore

export const isEverydayAsk = ({ lang, intents }: IntentRow) =>
  TONED_LANGUAGES.includes(lang) && !intents.some((intent) => FEELING.has(intent))

/** The project's phrases for everyday wants, as lines without a tone: "change my appointment" is not frustration. */
function calmRows(): EmotionRow[] {
  return firstRoundRows()
    .filter((row) => isEverydayAsk(row) && !isHeldOutPhrase(row))
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

/** Lines written for the project that are measured on in part; one that stands alone is its own family. */
export function ownEmotionRows(): EmotionRow[] {
  const folder = inRepository('engines', 'emotion', 'phrases')
  const alone = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readOwnRows<{ text: string; lang: string; tones: Tone[] }>(`${folder}/${file}`))
    .map((row) => ({ ...row, family: row.text, later: false }))
  return [...alone, ...familyPhrases('emotion').map(withTones)].map(asOwnRow)
}

/** Those of other writers: all are trained on, once they were measured. */
const linesOfOthers = (): EmotionRow[] => familyPhrases('emotion', 'lines').map(withTones).map(asOwnRow)

type TonedPhrase = Omit<FamilyPhrase, 'labels'> & { tones: Tone[] }

const withTones = ({ labels, ...row }: FamilyPhrase): TonedPhrase => ({ ...row, tones: labels as Tone[] })

/** `neutral` is the absence of a tone. */
const asOwnRow = ({ text, lang, family, tones, later }: TonedPhrase): EmotionRow => ({
  text,
  lang,
  family,
  later,
  tones: tones.filter((tone) => tone !== 'neutral'),
  source: 'own',
  fine: null,
})

export function trainEmotion(): void {
  const rows = trainingRows()
  const fine = rows.filter((row) => row.fine !== null)
  const { trained, thresholds } = trainLabels(fine)
  const files = {
    'weights.json': quantise(trained, '3', thresholds),
    'tones.json': quantise(trainTones(rows), '3'),
  }
  const written = Object.entries(files).map(([name, file]) => [name, JSON.stringify(file, null, 2) + '\n'])
  writeModel('emotion', Object.fromEntries(written) as Record<string, string>, [
    ...new Set(rows.map((row) => (row.source === 'calm' ? 'own' : row.source))),
  ])
  console.log(
    `emotion: ${fine.length} examples of ${MODEL_LABELS.length} labels and groups, ${rows.length} of ${TONES.length} tones`,
  )
}

/** What a held-out line says word for word is not trained on either, wherever else it stands. */
function trainingRows(): EmotionRow[] {
  const held = new Set(ownEmotionRows().filter(isHeldOutLine).map(({ text }) => plain(text))) // prettier-ignore
  const isFree = (row: EmotionRow) => !held.has(plain(row.text))
  const rows = emotionRows().filter((row) => row.fine !== null || (!isHeldOutLine(row) && isFree(row)))
  return [...rows, ...linesOfOthers().filter(isFree)]
}

export const isHeldOutLine = (row: EmotionRow) => row.source === 'own' && fifthOf(row.family) === 0

const plain = (text: string) => foldWords(text).words.join(' ')

const FIFTHS = [0, 1, 2, 3, 4]

/** Five runs, each of which leaves out a fifth of the rows and says what it thinks of them: a rare label needs them all. */
function trainLabels(rows: EmotionRow[]): { trained: Trained; thresholds: number[] } {
  const examples = rows.map(fineExample)
  const fifths = rows.map((row) => fifthOf(row.family))
  const runs = FIFTHS.map((fifth) => trainLinear(examples.filter((_, i) => fifths[i] !== fifth), FINE_PLAN)) // prettier-ignore
  const logits = examples.map((example, i) => logitsOf(runs[fifths[i]!]!, example))
  const thresholds = MODEL_LABELS.map((_, k) =>
    bestThreshold(examples.map(({ labels }, i) => ({ logit: logits[i]![k]!, holds: labels.includes(k) }))),
  )
  return { trained: meanOf(runs), thresholds }
}

const trainTones = (rows: EmotionRow[]): Trained => trainLinear(rows.map(toneExample), TONE_PLAN)

const features = newFeatures()

function fineExample(row: EmotionRow): Example {
  emotionFeatures(row.text, 0, row.text.length, features)
  const names = new Set(row.fine!.flatMap((label) => [label, modelLabelOfGroup(groupOfLabel(label))]))
  return keep(
    features,
    [...names].map((name) => MODEL_LABELS.indexOf(name)),
  )
}

function toneExample(row: EmotionRow): Example {
  emotionFeatures(row.text, 0, row.text.length, features)
  const tones: Tone[] = row.tones.length > 0 ? row.tones : ['neutral']
  const isPublic = row.source !== 'own' && row.source !== 'calm'
  const weight = SOURCE_WEIGHT[row.source] * (isPublic && row.tones.length === 0 ? WITHOUT_TONE : 1)
  return keep(
    features,
    tones.map((tone) => TONES.indexOf(tone)),
    weight,
  )
}

/** The logit at which F1 is best. */
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
