/**
 * Trains the intent engine on the project's own phrases, English and Spanish in one model.
 *
 * Public sets (CLINC150, HWU64, BANKING77, and film subtitles of XED for Spanish) serve as lines that want nothing of a clinic.
 * Each phrase is also shown with a typing slip, with small talk around it, and joined with another phrase, because patients write so.
 * The English ones also train the head of the second stage, over the vectors of whole texts (decision 0169).
 */
import { readdirSync } from 'node:fs'

import { INTENT_NAMES } from '#engines/intent/intent-names.ts'
import type { IntentName } from '#engines/intent/intent-names.ts'
import { intentFeatures } from '#engines/intent/intent-features.ts'
import { newFeatures } from '#engines/linear/linear-model.ts'
import { foldWords } from '#engines/linear/phrase-finder.ts'

import { DENSE_PLAN, trainDense } from './dense-trainer.ts'
import type { DenseExample } from './dense-trainer.ts'
import { inRepository, readOwnRows, readRows } from './development-data.ts'
import { fifthOf, keep, quantise, seededRandom, trainLinear } from './linear-trainer.ts'
import type { Example, TrainingPlan } from './linear-trainer.ts'
import { writeModel } from './model-folder.ts'
import { familyPhrases } from './phrase-families.ts'
import type { FamilyPhrase } from './phrase-families.ts'
import { drawPhrase, readPatterns } from './phrase-patterns.ts'
import { vectorsOf } from './sentence-vectors.ts'

export type IntentRow = { text: string; lang: string; intents: IntentName[]; family: string; later: boolean }

const SEED = 20261124
export const INTENT_PLAN: TrainingPlan = {
  labels: INTENT_NAMES,
  buckets: 1 << 17,
  epochs: 10,
  rate: 2,
  loss: 'softmax',
  caution: 0.1,
  decay: 3e-4,
  dropout: 0.5,
  seed: SEED,
}

/** Lines of public sets per source: enough to know what is not ours, few enough to train in a minute. */
const MOST_NEGATIVES = 2500
const NEGATIVE_WEIGHT = 0.5
const COPIES = 2
const JOINED_SHARE = 0.5
/** Phrases drawn from each written pattern, and what one weighs beside a phrase written by hand. */
const DRAWS = 30
const DRAW_WEIGHT = 0.6
const CUE_WEIGHT = 1
/** Public labels that mean what one of ours means, or stand so near that they would teach the wrong thing. */
const NEAR_OURS =
  /greet|goodbye|thank|bot|name|made_you|insur|bill|direction|schedul|meeting|cancel|chang|appoint|vaccin|doctor|health|nutri|hours|maybe|^yes$|^no$|repeat|traffic|distance|reserv|balance|transaction|spending|fraud|order_status|location|ask_you|charge|refund|payment|fee|statement|passcode|personal_details|blocked|declined|calendar|query_contact|recommendation_loc|transport|takeaway|email/i

/** All phrases written for the project; one that stands alone is its own family. */
export function intentRows(): IntentRow[] {
  const folder = inRepository('engines', 'intent', 'phrases')
  const alone = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readOwnRows<Omit<IntentRow, 'family' | 'later'>>(`${folder}/${file}`))
    .map((row) => ({ ...row, family: row.text, later: false }))
  const families = familyPhrases('intent').map(({ labels, ...row }) => ({ ...row, intents: labels as IntentName[] }))
  return [...alone, ...families]
}

/** Those of the first round: the language, tone and triage models were trained with these. */
export const firstRoundRows = (): IntentRow[] => intentRows().filter(({ later }) => !later)

/** True for a label of a public set that must not serve as "none of ours". */
export const isNearOurs = (intent: string) => NEAR_OURS.test(intent)

export const isHeldOutPhrase = (row: IntentRow) => fifthOf(row.family) === 0

/** What a held-out phrase says word for word is not trained on either, wherever else it stands. */
function trainingRows(): IntentRow[] {
  const rows = intentRows()
  const held = new Set(rows.filter(isHeldOutPhrase).map(({ text }) => plain(text)))
  return rows.filter((row) => !isHeldOutPhrase(row) && !held.has(plain(row.text)))
}

const plain = (text: string) => foldWords(text).words.join(' ')

export async function trainIntent(): Promise<void> {
  const own = trainingRows()
  const negatives = negativeRows()
  const trained = trainLinear(examplesOf(own, negatives.rows), INTENT_PLAN)
  const head = trainDense(await denseExamples(own, negatives.english), { ...DENSE_PLAN, labels: INTENT_NAMES })
  const files = { 'weights.json': quantise(trained, '2'), 'sentence-head.json': quantise(head, '1') }
  const written = Object.entries(files).map(([name, file]) => [name, JSON.stringify(file, null, 2) + '\n'])
  writeModel('intent', Object.fromEntries(written) as Record<string, string>, ['own', ...negatives.sources])
  console.log(
    `intent: ${own.length} phrases, ${negatives.rows.length} lines of other things, ${INTENT_NAMES.length} intents`,
  )
}

/** English phrases, cues and lines of other things, each with its vector. */
async function denseExamples(own: IntentRow[], negatives: string[]): Promise<DenseExample[]> {
  const isEnglish = ({ lang }: { lang: string }) => lang === 'en'
  const rows = [
    ...own.filter(isEnglish).map(({ text, intents }) => ({ text, intents: intents as string[], weight: 1 })),
    ...trainingCues().filter(isEnglish).map(({ text, labels }) => ({ text, intents: labels, weight: CUE_WEIGHT })), // prettier-ignore
    ...negatives.map((text) => ({ text, intents: ['out_of_scope'], weight: NEGATIVE_WEIGHT })),
  ]
  const vectors = await vectorsOf(rows.map(({ text }) => text))
  return rows.map(({ intents, weight }, i) => {
    const labels = intents.map((name) => INTENT_NAMES.indexOf(name as IntentName))
    return { vector: vectors[i]!, labels, weight }
  })
}

function trainingCues(): FamilyPhrase[] {
  const held = new Set(intentRows().filter(isHeldOutPhrase).map(({ text }) => plain(text))) // prettier-ignore
  return [...familyPhrases('intent', 'cues'), ...familyPhrases('intent', 'lines')].filter(
    ({ text }) => !held.has(plain(text)),
  )
}

const features = newFeatures()

function plainExample(text: string, intents: IntentName[], weight = 1): Example {
  const folded = foldWords(text)
  intentFeatures(folded, 0, folded.words.length, features)
  return keep(
    features,
    intents.map((name) => INTENT_NAMES.indexOf(name)),
    weight,
  )
}

function examplesOf(own: IntentRow[], negatives: string[]): Example[] {
  const random = seededRandom(SEED)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const byLanguage = new Map<string, IntentRow[]>()
  for (const row of own) byLanguage.set(row.lang, [...(byLanguage.get(row.lang) ?? []), row])
  const examples: Example[] = []
  const show = (text: string, lang: string, intents: IntentName[], weight: number) => {
    examples.push(plainExample(text, intents, weight))
    for (let copy = 0; copy < COPIES; copy++) {
      const slipped = random() < 0.5 ? withSlip(text, random) : text
      examples.push(plainExample(withSmallTalk(slipped, lang, pick, random), intents, weight / 2))
    }
  }
  for (const row of own) {
    show(row.text, row.lang, row.intents, isModelledMost(row.lang) ? 1 : 2)
    if (random() < JOINED_SHARE) {
      const other = pick(byLanguage.get(row.lang)!)
      const link = pick(row.lang === 'es' ? LINKS_ES : LINKS_EN)
      examples.push(
        plainExample(`${row.text}${link}${other.text}`, [...new Set([...row.intents, ...other.intents])], 0.5),
      )
    }
  }
  const { patterns, slots } = readPatterns(inRepository('engines', 'intent', 'phrases', 'patterns.txt'))
  for (const pattern of patterns) {
    for (let draw = 0; draw < DRAWS; draw++) {
      const text = drawPhrase(pattern, slots, random)
      examples.push(plainExample(text, [pattern.name as IntentName], DRAW_WEIGHT))
    }
  }
  for (const { text, lang, labels } of trainingCues()) show(text, lang, labels as IntentName[], CUE_WEIGHT)
  for (const text of negatives) examples.push(plainExample(text, ['out_of_scope'], NEGATIVE_WEIGHT))
  return examples
}

const isModelledMost = (lang: string) => lang === 'en' || lang === 'es'

const LINKS_EN = ['. ', ' and ', ' and also ', '. Also ', ', ', ' plus ', '\n', '. Another thing, ']
const LINKS_ES = ['. ', ' y ', ' y también ', '. Además ', ', ', ' y otra cosa, ', '\n']
const BEFORE_EN = [
  'hi ',
  'hello, ',
  'good morning. ',
  'hey ',
  'Hi this is John, ',
  'my name is Ana, ',
  'excuse me, ',
  'quick question, ',
  'sorry to bother you but ',
  'I was wondering, ',
  'please ',
]
const AFTER_EN = [
  ' thanks',
  ' thank you',
  ' please',
  ' thank you so much!',
  ', please let me know',
  '. Thanks in advance',
  '. My birthday is 5/12/80',
  ' asap',
  ' :)',
]
const BEFORE_ES = [
  'hola ',
  'buenos días, ',
  'buenas tardes. ',
  'disculpe, ',
  'Hola soy Ana, ',
  'mi nombre es Luis, ',
  'una pregunta, ',
  'perdón la molestia pero ',
  'oiga ',
  'por favor ',
]
const AFTER_ES = [
  ' gracias',
  ' por favor',
  ' muchas gracias',
  ', quedo en espera',
  '. De antemano gracias',
  '. Dios la bendiga',
  ' urgente',
  ' :)',
]

function withSmallTalk(
  text: string,
  lang: string,
  pick: (list: readonly string[]) => string,
  random: () => number,
): string {
  if (!isModelledMost(lang)) return text
  const before = random() < 0.5 ? pick(lang === 'es' ? BEFORE_ES : BEFORE_EN) : ''
  const after = random() < 0.4 ? pick(lang === 'es' ? AFTER_ES : AFTER_EN) : ''
  return before + text + after
}

/** One letter left out, doubled, or changed with its neighbour. */
function withSlip(text: string, random: () => number): string {
  const at = 1 + Math.floor(random() * Math.max(1, text.length - 2))
  const kind = Math.floor(random() * 3)
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1)
  if (kind === 1) return text.slice(0, at) + text[at]! + text.slice(at)
  return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2)
}

/** `english`: those of the sets in English. */
function negativeRows(): { rows: string[]; english: string[]; sources: string[] } {
  const sets: [source: string, rows: string[]][] = [
    ['clinc150', publicLines('intent/clinc150_train')],
    ['hwu64', publicLines('intent/hwu64_train')],
    ['banking77', publicLines('intent/banking77_train')],
    ['xed', subtitles()],
  ]
  const used = sets.filter(([, rows]) => rows.length > 0)
  const rowsOf = (some: typeof sets) => some.flatMap(([, rows]) => everyNth(rows, MOST_NEGATIVES))
  return {
    rows: rowsOf(used),
    english: rowsOf(used.filter(([source]) => source !== 'xed')),
    sources: used.map(([source]) => source),
  }
}

function publicLines(name: string): string[] {
  return readRows<{ text: string; intent: string; domain?: string }>(name)
    .filter((row) => !isNearOurs(row.intent))
    .map((row) => row.text)
}

/** Film lines of some length: short ones ("hello", "thank you") are what patients write too. */
function subtitles(): string[] {
  return readRows<{ text: string }>('emotion/xed_es_train')
    .map((row) => row.text)
    .filter((text) => text.split(' ').length >= 5)
}

function everyNth(rows: string[], most: number): string[] {
  const step = Math.max(1, rows.length / most)
  return Array.from({ length: Math.min(rows.length, most) }, (_, i) => rows[Math.floor(i * step)]!)
}
