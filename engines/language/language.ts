/**
 * Which language a message is written in (understanding-D8, D9).
 *
 * The script decides first; where several languages share a script, a linear model over character n-grams (1-4) decides.
 * Pure: the weights are an imported module. `settle-language.ts` decides what a guess means for a conversation.
 */
import { LOWER_LETTER, SCRIPT_OF, SCRIPTS, SKIP } from '#engines/linear/letters.ts'
import type { Script } from '#engines/linear/letters.ts'
import { letterGrams, newFeatures, scoreFeatures, softmax } from '#engines/linear/linear-model.ts'
import type { LinearModel } from '#engines/linear/linear-model.ts'
import { foldWords } from '#engines/linear/phrase-finder.ts'
import { withoutCodes } from '#engines/text/codes.ts'

import { isCreole } from './creole.ts'
import { languageOfScript, lettersOfScript, modelOfScript } from './language-models.ts'
import { languageParts } from './mixed-languages.ts'
import type { LanguagePart } from './mixed-languages.ts'
import { onlyNames } from './personal-names.ts'
import { romanisedLanguage } from './romanised.ts'

export { LANGUAGE_VERSION } from './language-models.ts'
export { settleLanguage } from './settle-language.ts'

export type LanguageGuess = {
  /** ISO 639-1, or `und` when unsure. */
  code: string
  /** 0 to 1. */
  confidence: number
  alternatives: { code: string; confidence: number }[]
  /** Other languages of a mixed text, with the words written in them, [start, end) in UTF-16 units (D10). */
  others: { code: string; span: [number, number] }[]
  /** Hindi, Arabic or Persian in Latin letters, where `code` is `und` (D10). */
  hint?: string
}

/** The languages that are served (D8). */
export const SERVED_LANGUAGES = [
  'en',
  'es',
  'zh',
  'vi',
  'tl',
  'ko',
  'ar',
  'ru',
  'ht',
  'pt',
  'fr',
  'de',
  'pl',
  'it',
  'hi',
  'fa',
] as const

/** Fewer letters than this say nothing about the language (D9). */
const FEWEST_LETTERS = 3
/** Han, kana and Hangul write a word in one or two signs. */
const FEWEST_SIGNS = 2
/** Below this the answer is `und`; chosen on held-out lines, see model/model-card.md. */
const SURE_ENOUGH = 0.5
/** An alternative below this is not told. */
const WORTH_TELLING = 0.02
const MOST_ALTERNATIVES = 3
/** Longest piece read at once; longer texts are read in pieces whose votes are added up (D2). */
const PIECE_LENGTH = 20_000
/** A sign of these scripts carries about as much as this many Latin letters. */
const WEIGHT_OF_SIGN = 3
/** Two languages need room: fewer letters are read as one. */
const FEWEST_LETTERS_OF_TWO = 16
/** Named after its longest part, or by small words alone, a text is no surer than this. */
const HALF_SURE = 0.6
/** Japanese mixes kana with Han; a text with at least this share of kana is Japanese. */
const KANA_SHARE = 0.08

const UNSURE: LanguageGuess = { code: 'und', confidence: 0, alternatives: [], others: [] }

const features = newFeatures()
const counts = new Float64Array(SCRIPTS.length)

/** "scan-results.pdf" is in no language, or in that of a machine. */
const FILE_NAME =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}_-]{1,80}\.(?:txt|pdf|docx?|xlsx?|jpe?g|png|heic|gif|html?|exe|zip|csv|rtf|mp[34]|mov|wav|eml|odt)(?![\p{L}\p{N}])/giu

export function guessLanguage(text: string): LanguageGuess {
  // Codes and names of files are blanked: every other character keeps its place.
  const said = withoutCodes(text).replace(FILE_NAME, (name) => ' '.repeat(name.length))
  const words = withoutAddresses(said)
  countLetters(words)
  const letters = counts.reduce((sum, count) => sum + count, 0)
  const script = mainScript()
  const signs = script === 'han' || script === 'hangul' || script === 'kana'
  if (letters < (signs ? FEWEST_SIGNS : FEWEST_LETTERS)) return UNSURE
  let creole = false
  if (script === 'latin') {
    if (onlyNames(words)) return UNSURE
    const folded = foldWords(words)
    const hint = romanisedLanguage(folded)
    if (hint !== undefined) return { ...UNSURE, hint }
    creole = isCreole(folded)
  }

  const share = shareOf(script)
  const model = modelOfScript[script]
  const read =
    model === undefined ? guessByScript(script, share) : readGuess(model, votesOf(words, script, model), share)
  const guess = creole && read.code !== 'ht' ? asCreole(read) : read
  if (letters < FEWEST_LETTERS_OF_TWO) return guess
  // What looks French in a Creole message is a street or half of its spelling.
  return withParts(guess, creole ? languageParts(said).filter(({ code }) => code !== 'fr') : languageParts(said))
}

/** By its small words, whatever its letters look like. */
function asCreole({ code, confidence, alternatives }: LanguageGuess): LanguageGuess {
  const others = [...(code === 'und' ? [] : [{ code, confidence }]), ...alternatives].filter(
    (each) => each.code !== 'ht',
  )
  return { code: 'ht', confidence: HALF_SURE, alternatives: others.slice(0, MOST_ALTERNATIVES), others: [] }
}

/** Of a text in several languages the one with the most words is its language, the others are told with their words. */
function withParts(guess: LanguageGuess, parts: LanguagePart[]): LanguageGuess {
  const codes = new Set(parts.map(({ code }) => (code === 'zh' && guess.code === 'ja' ? 'ja' : code)))
  codes.add(guess.code === 'und' ? (parts[0]?.code ?? 'und') : guess.code)
  if (codes.size < 2) return guess
  const main = longest(guess, parts)
  const others = parts.filter(({ code }) => code !== main.code).map(({ code, span }) => ({ code, span }))
  return { ...guess, ...main, others }
}

function longest(guess: LanguageGuess, parts: LanguagePart[]): { code: string; confidence: number } {
  const words = new Map<string, number>()
  for (const part of parts) words.set(part.code, (words.get(part.code) ?? 0) + part.words)
  let code = words.has(guess.code) ? guess.code : ''
  for (const [each, count] of words) if (count > (words.get(code) ?? 0)) code = each
  if (code === guess.code) return { code, confidence: guess.confidence }
  const { confidence } = parts.find((part) => part.code === code)!
  return { code, confidence: round(confidence * HALF_SURE) }
}

function guessByScript(script: Script, share: number): LanguageGuess {
  const code = languageOfScript[script]
  if (code === undefined) return UNSURE
  return { code, confidence: round(0.5 + share / 2), alternatives: [], others: [] }
}

function readGuess(model: LinearModel, votes: Float64Array, share: number): LanguageGuess {
  const ranked = model.labels
    .map((code, k) => ({ code, confidence: round(votes[k]! * (0.5 + share / 2)) }))
    .sort((a, b) => b.confidence - a.confidence)
  const first = ranked[0]!
  const told = ranked.filter(({ code, confidence }) => confidence >= WORTH_TELLING && code !== 'other')
  if (first.confidence < SURE_ENOUGH || first.code === 'other') {
    return { ...UNSURE, alternatives: told.slice(0, MOST_ALTERNATIVES) }
  }
  return { ...first, alternatives: told.slice(1, 1 + MOST_ALTERNATIVES), others: [] }
}

/** Probabilities of the model's languages; the logits of long texts are averaged over their pieces. */
function votesOf(text: string, script: Script, model: LinearModel): Float64Array {
  const width = model.labels.length
  const sums = new Int32Array(width)
  const logits = new Float64Array(width)
  const votes = new Float64Array(width)
  const accepts = lettersOfScript.get(script)!
  for (let from = 0; from < text.length; from += PIECE_LENGTH) {
    letterGrams(text, from, Math.min(from + PIECE_LENGTH, text.length), accepts, features)
    if (features.count === 0) continue
    scoreFeatures(model, features, sums, logits)
    for (let k = 0; k < width; k++) votes[k]! += logits[k]!
  }
  softmax(votes)
  return votes
}

/** Mail and web addresses are no language: each run of non-spaces that looks like one is left out. */
function withoutAddresses(text: string): string {
  if (!text.includes('@') && !text.includes('://') && !text.includes('www.')) return text
  return text
    .split(/\s/)
    .filter((run) => !run.includes('@') && !run.includes('://') && !run.startsWith('www.'))
    .join(' ')
}

function countLetters(text: string) {
  counts.fill(0)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (LOWER_LETTER[code]! > SKIP) counts[SCRIPT_OF[code]!]! += 1
  }
}

function mainScript(): Script {
  const han = count('han')
  const kana = count('kana')
  if (kana > 0 && kana >= KANA_SHARE * (han + kana) && WEIGHT_OF_SIGN * (han + kana) > count('latin')) return 'kana'
  let best: Script = 'none'
  let most = 0
  for (const script of SCRIPTS) {
    const weight = script === 'han' || script === 'hangul' ? WEIGHT_OF_SIGN : 1
    if (weight * count(script) > most) {
      most = weight * count(script)
      best = script
    }
  }
  return best
}

function shareOf(script: Script) {
  let total = 0
  for (const each of SCRIPTS) total += count(each)
  const own = script === 'kana' ? count('kana') + count('han') : count(script)
  return total === 0 ? 0 : own / total
}

const count = (script: Script) => counts[SCRIPTS.indexOf(script)]!

const round = (share: number) => Math.round(share * 1000) / 1000
