/**
 * Trains the language engine: one model per script that several languages share.
 *
 * Sources (understanding-D52): TICO-19 sentences and terms, Tatoeba, XED subtitles, and the project's own lines.
 * The Creole text messages of the data folder are used for evaluation and tuning only.
 */
import { readdirSync, readFileSync } from 'node:fs'

import { SERVED_LANGUAGES } from '#engines/language/language.ts'
import { letterGrams, newFeatures } from '#engines/linear/linear-model.ts'
import { LOWER_LETTER, SCRIPT_OF, SCRIPTS, SEPARATOR } from '#engines/linear/letters.ts'
import type { Script } from '#engines/linear/letters.ts'
import { foldWords } from '#engines/linear/phrase-finder.ts'

import { inRepository, readRows } from './development-data.ts'
import { fifthOf, keep, quantise, seededRandom, trainLinear } from './linear-trainer.ts'
import type { Example } from './linear-trainer.ts'
import { writeModel } from './model-folder.ts'
import { ownEmotionRows } from './train-emotion.ts'
import { firstRoundRows } from './train-intent.ts'

export type Line = { text: string; lang: string; family: string; source: string }

/** Which languages each script's model tells apart. Those of one language only are decided by the script. */
const LANGUAGES: Partial<Record<Script, { labels: string[]; buckets: number }>> = {
  latin: {
    labels: ['en', 'es', 'vi', 'tl', 'ht', 'pt', 'fr', 'de', 'pl', 'it', 'so', 'sw', 'other'],
    buckets: 1 << 16,
  },
  cyrillic: { labels: ['ru', 'uk'], buckets: 1 << 14 },
  arabic: { labels: ['ar', 'fa', 'ur', 'ps'], buckets: 1 << 14 },
  devanagari: { labels: ['hi', 'ne'], buckets: 1 << 14 },
}

/** Short fragments (2-4 words) taken from each line, so that short messages are known too. */
const FRAGMENTS_PER_LINE = 4
const SEED = 20261124

const XED = ['en', 'es', 'pt', 'fr', 'de', 'it', 'pl', 'ru', 'ar', 'vi', 'zh', 'fa']
/** At most this many lines of one source and language: the model is to know languages, not subtitles. */
const MOST_LINES = 3000
const UNTRANSLATED_SHARE = 0.9
/** A language that is not served weighs less: of two that read alike, the one that patients of ours write is likelier. */
const UNSERVED_WEIGHT = 0.4
const served: ReadonlySet<string> = new Set(SERVED_LANGUAGES)
/** Weight of one example of a language is (total / languages / own)^this. */
const BALANCE = 0.5

export function languageLines(): Line[] {
  const lines: Line[] = []
  const add = (source: string, lang: string, text: string, family = text) =>
    lines.push({ source, lang: lang === 'prs' ? 'fa' : lang, text, family })

  type Parallel = { id: string; en: string; translations: Record<string, string> }
  for (const row of readRows<Parallel>('language/tico19_parallel_health')) {
    add('tico19', 'en', row.en, row.id)
    for (const [lang, text] of Object.entries(row.translations)) {
      if (!isUntranslated(text, row.en)) add('tico19', lang, text, row.id)
    }
  }
  for (const { lang, text } of readRows<{ lang: string; text: string }>('language/tico19_health_terms')) {
    add('tico19-terms', lang, text)
  }
  for (const { lang, text } of readRows<{ lang: string; text: string }>('language/tatoeba_sentences')) {
    add('tatoeba', lang, text)
  }
  for (const lang of XED) {
    const rows = readRows<{ text: string }>(`emotion/xed_${lang}_train`)
    for (const { text } of rows.slice(0, MOST_LINES)) add('xed', lang, text)
  }
  lines.push(...ownLines())
  return lines
}

/** Some lines of the parallel set stand in English under another language: nine in ten of their words are those of the English line. */
function isUntranslated(text: string, english: string): boolean {
  const words = foldWords(text).words
  const own = new Set(foldWords(english).words)
  return words.filter((word) => own.has(word)).length >= UNTRANSLATED_SHARE * words.length
}

/** Lines written for the project: one file per language, and the phrases of the intent and emotion engines. */
function ownLines(): Line[] {
  const lines: Line[] = []
  const folder = inRepository('engines', 'language', 'lines')
  for (const file of readdirSync(folder).sort()) {
    const lang = file.replace('.txt', '')
    for (const text of readFileSync(`${folder}/${file}`, 'utf8').split('\n')) {
      if (text.trim() !== '') lines.push({ source: 'own', lang, text, family: text })
    }
  }
  for (const { text, lang, family } of [...firstRoundRows(), ...ownEmotionRows()]) {
    lines.push({ source: 'own', lang, text, family })
  }
  return lines
}

/** 2 to 4 neighbouring words, up to `count` of them, chosen by the generator. */
export function fragmentsOf(text: string, count: number, random: () => number): string[] {
  const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word))
  if (words.length < 3) return []
  return Array.from({ length: count }, () => {
    const size = 2 + Math.floor(random() * 3)
    const start = Math.floor(random() * Math.max(1, words.length - size + 1))
    return words.slice(start, start + size).join(' ')
  })
}

export const isHeldOut = (line: Line) => fifthOf(line.family) === 0

export function trainLanguage(): void {
  const lines = languageLines()
  const kept = lines.filter((line) => !isHeldOut(line))
  const files: Record<string, string> = {}
  for (const [script, plan] of Object.entries(LANGUAGES)) {
    const { labels, buckets } = plan
    const examples = examplesOf(kept, script as Script, labels)
    const trained = trainLinear(examples, {
      labels,
      buckets,
      epochs: 8,
      rate: 0.25,
      loss: 'softmax',
      caution: 1e-4,
      decay: 1e-4,
      seed: SEED,
    })
    files[`${script}.json`] = JSON.stringify(quantise(trained, '2'), null, 2) + '\n'
    console.log(`language ${script}: ${examples.length} examples, ${labels.length} languages`)
  }
  writeModel('language', files, [...new Set(lines.map((line) => line.source))])
}

const weightOf = (lang: string) => (served.has(lang) ? 1 : UNSERVED_WEIGHT)

function examplesOf(lines: Line[], script: Script, labels: string[]): Example[] {
  const random = seededRandom(SEED)
  const features = newFeatures()
  const index = SCRIPTS.indexOf(script)
  const accepts = Uint8Array.from(SCRIPT_OF, (each, code) =>
    each === index && LOWER_LETTER[code] !== SEPARATOR ? 1 : 0,
  )
  const own = lines.filter((line) => labels.includes(line.lang))
  const counts = new Map<string, number>()
  for (const { lang } of own) counts.set(lang, (counts.get(lang) ?? 0) + 1)
  const examples: Example[] = []
  for (const { lang, text } of own) {
    const weight = (own.length / labels.length / counts.get(lang)!) ** BALANCE * weightOf(lang)
    for (const piece of [text, ...fragmentsOf(text, FRAGMENTS_PER_LINE, random)]) {
      letterGrams(piece, 0, piece.length, accepts, features)
      if (features.count > 0) examples.push(keep(features, [labels.indexOf(lang)], weight))
    }
  }
  return examples
}
