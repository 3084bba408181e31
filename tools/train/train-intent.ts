/**
 * Trains the intent engine on the project's own phrases, English and Spanish in one model.
 *
 * Public sets (CLINC150, HWU64, BANKING77, and film subtitles of XED for Spanish) serve as lines that want nothing of a clinic.
 * Each phrase is also shown with a typing slip, with small talk around it, and joined with another phrase, because patients write so.
 */
import { readdirSync } from 'node:fs'

import { INTENT_NAMES } from '#engines/intent/intent-names.ts'
import type { IntentName } from '#engines/intent/intent-names.ts'
import { intentFeatures } from '#engines/intent/intent-features.ts'
import { newFeatures } from '#engines/linear/linear-model.ts'
import { foldWords } from '#engines/linear/phrase-finder.ts'

import { inRepository, readOwnRows, readRows } from './development-data.ts'
import { fifthOf, keep, quantise, seededRandom, trainLinear } from './linear-trainer.ts'
import type { Example, TrainingPlan } from './linear-trainer.ts'
import { writeModel } from './model-folder.ts'
import { familyPhrases } from './phrase-families.ts'
import { drawPhrase, readPatterns } from './phrase-patterns.ts'

export type IntentRow = { text: string; lang: string; intents: IntentName[]; family: string }

const SEED = 20261124
const PLAN: TrainingPlan = {
  labels: INTENT_NAMES,
  buckets: 1 << 16,
  epochs: 10,
  rate: 2,
  loss: 'softmax',
  caution: 0.1,
  decay: 1e-4,
  dropout: 0.5,
  seed: SEED,
}

/** Lines of public sets per source: enough to know what is not ours, few enough to train in a minute. */
const MOST_NEGATIVES = 1500
const NEGATIVE_WEIGHT = 0.12
const COPIES = 2
const JOINED_SHARE = 0.5
/** Phrases drawn from each written pattern, and what one weighs beside a phrase written by hand. */
const DRAWS = 30
const DRAW_WEIGHT = 0.6
/** A word that points to a want says less than a sentence. */
const CUE_WEIGHT = 0.6
/** Public labels that mean what one of ours means, or stand so near that they would teach the wrong thing. */
const NEAR_OURS =
  /greet|goodbye|thank|bot|name|made_you|insur|bill|direction|schedul|meeting|cancel|chang|appoint|vaccin|doctor|health|nutri|hours|maybe|^yes$|^no$|repeat|traffic|distance|reserv|balance|transaction|spending|fraud|order_status|location|ask_you|charge|refund|payment|fee|statement|passcode|personal_details|blocked|declined|calendar|query_contact|recommendation_loc|transport|takeaway|email/i

/** All phrases written for the project; one that stands alone is its own family. */
export function intentRows(): IntentRow[] {
  const folder = inRepository('engines', 'intent', 'phrases')
  const alone = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readOwnRows<Omit<IntentRow, 'family'>>(`${folder}/${file}`))
    .map((row) => ({ ...row, family: row.text }))
  const families = familyPhrases('intent').map(({ labels, ...row }) => ({ ...row, intents: labels as IntentName[] }))
  return [...alone, ...families]
}

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

export function trainIntent(): void {
  const own = trainingRows()
  const negatives = negativeRows()
  const trained = trainLinear(examplesOf(own, negatives.rows), PLAN)
  writeModel('intent', { 'weights.json': JSON.stringify(quantise(trained, '1'), null, 2) + '\n' }, [
    'own',
    ...negatives.sources,
  ])
  console.log(
    `intent: ${own.length} phrases, ${negatives.rows.length} lines of other things, ${INTENT_NAMES.length} intents`,
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
  const held = new Set(intentRows().filter(isHeldOutPhrase).map(({ text }) => plain(text))) // prettier-ignore
  const cues = familyPhrases('intent', 'cues').filter(({ text }) => !held.has(plain(text)))
  const random = seededRandom(SEED)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const byLanguage = new Map<string, IntentRow[]>()
  for (const row of own) byLanguage.set(row.lang, [...(byLanguage.get(row.lang) ?? []), row])
  const examples: Example[] = []
  for (const row of own) {
    examples.push(plainExample(row.text, row.intents))
    for (let copy = 0; copy < COPIES; copy++) {
      const slipped = random() < 0.5 ? withSlip(row.text, random) : row.text
      examples.push(plainExample(withSmallTalk(slipped, row.lang, pick, random), row.intents, 0.5))
    }
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
  for (const { text, labels } of cues) examples.push(plainExample(text, labels as IntentName[], CUE_WEIGHT))
  for (const text of negatives) examples.push(plainExample(text, ['out_of_scope'], NEGATIVE_WEIGHT))
  return examples
}

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

function negativeRows(): { rows: string[]; sources: string[] } {
  const sets: [source: string, rows: string[]][] = [
    ['clinc150', publicLines('intent/clinc150_train')],
    ['hwu64', publicLines('intent/hwu64_train')],
    ['banking77', publicLines('intent/banking77_train')],
    ['xed', subtitles()],
  ]
  const used = sets.filter(([, rows]) => rows.length > 0)
  return { rows: used.flatMap(([, rows]) => everyNth(rows, MOST_NEGATIVES)), sources: used.map(([source]) => source) }
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
