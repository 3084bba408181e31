/**
 * The features of the emotion models: words, neighbours and letters inside words, and what stands between the words: question and
 * exclamation marks, dots, emoticons and emoji, capitals, length. The same for training and use.
 */
import { BASE_LETTER, SEPARATOR, SKIP } from '#engines/linear/letters.ts'
import { pushFeature, wordFeatures } from '#engines/linear/linear-model.ts'
import type { Features } from '#engines/linear/linear-model.ts'

const FNV_PRIME = 0x01000193
const WORD_SEED = 0x3c6ef372
const PAIR = 0x27d4eb2f
const MARK_SEED = 0x51ed270b
/** A mark counts as much as so many words: a text has a hundred features of letters and one question mark. */
const MARK_COUNTS = 3
/** Signs of one text that are told apart; more say nothing new. */
const MOST_SIGNS = 8
/** Capitals in a row that are a word cried out, unless it is an abbreviation. */
const LOUD_WORD = 4

const SPACE = 0x20
const BANG = 0x21
const QUOTE = 0x22
const DOT = 0x2e
const QUESTION = 0x3f
const ELLIPSIS = 0x2026

/** Emoticons by their eyes and mouth. */
const EYES = new Set([...':;='].map(codeOf))
const MOUTHS = new Set([...'()DPpOo/|\\3'].map(codeOf))
const NOSE = codeOf('-')

/** Where the texts of one length end and those of the next begin, in words. */
const LENGTHS = [4, 7, 12, 20]

function codeOf(sign: string): number {
  return sign.charCodeAt(0)
}

/** Reads text[from, to). */
export function emotionFeatures(text: string, from: number, to: number, features: Features): void {
  wordFeatures(text, from, to, features)
  const count = wordsAgain(text, from, to, features)
  marks(text, from, to, features)
  push(features, 'length', LENGTHS.filter((words) => count >= words).length)
}

/** Each word and pair a second time, as one whole: beside the letters, words would weigh too little. */
function wordsAgain(text: string, from: number, to: number, features: Features): number {
  let hash = WORD_SEED
  let previous = 0
  let length = 0
  let count = 0
  for (let i = from; i <= to; i++) {
    const letter = i < to ? BASE_LETTER[text.charCodeAt(i)]! : SEPARATOR
    if (letter === SKIP) continue
    if (letter !== SEPARATOR) {
      hash = Math.imul(hash ^ letter, FNV_PRIME)
      length += 1
    } else if (length > 0) {
      pushFeature(features, hash)
      if (count > 0) pushFeature(features, Math.imul(previous, PAIR) ^ hash)
      previous = hash
      hash = WORD_SEED
      length = 0
      count += 1
    }
  }
  return count
}

function marks(text: string, from: number, to: number, features: Features) {
  let questions = 0
  let bangs = 0
  let dots = 0
  let row = 0
  let capitals = 0
  let loudWords = 0
  let quotes = false
  let strange = false
  let signs = 0
  let last = 0
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    capitals = code >= 0x41 && code <= 0x5a ? capitals + 1 : 0
    if (capitals === LOUD_WORD) loudWords += 1
    if (code === DOT) row += 1
    else row = 0
    if (row === 3 || code === ELLIPSIS) dots += 1
    if (code === BANG) bangs += 1
    if (code === QUESTION) questions += 1
    if (code === QUOTE) quotes = true
    if ((code === BANG || code === QUESTION) && (last === BANG || last === QUESTION)) strange = true
    if (signs < MOST_SIGNS) {
      const sign = signAt(text, i, to)
      if (sign !== 0) {
        push(features, 'sign', sign)
        signs += 1
      }
    }
    if (code > SPACE) last = code
  }
  if (questions > 0) push(features, 'question', 1)
  if (bangs > 0) push(features, 'bang', Math.min(bangs, 3))
  if (bangs > 0 && questions === 0) push(features, 'bang alone', 1)
  if (strange) push(features, 'marks in a row', 1)
  if (dots > 0) push(features, 'dots', 1)
  if (quotes) push(features, 'quotes', 1)
  if (loudWords > 0) push(features, 'loud', Math.min(loudWords, 2))
  if (last === QUESTION || last === BANG) push(features, 'ends in', last)
}

/** A number for the emoji or emoticon that begins at `i`, or 0. */
function signAt(text: string, i: number, to: number): number {
  const code = text.charCodeAt(i)
  // The second half of an emoji tells it; hearts, suns and faces of older sets stand alone.
  if (code >= 0xd83c && code <= 0xd83e && i + 1 < to) return (code << 16) | text.charCodeAt(i + 1)
  if (code >= 0x2600 && code < 0x27c0) return code
  if (!EYES.has(code) || i + 1 >= to) return 0
  const next = text.charCodeAt(i + 1)
  const mouth = next === NOSE && i + 2 < to ? text.charCodeAt(i + 2) : next
  return MOUTHS.has(mouth) ? mouth : 0
}

function push(features: Features, kind: string, value: number) {
  let hash = MARK_SEED
  for (let i = 0; i < kind.length; i++) hash = Math.imul(hash ^ kind.charCodeAt(i), FNV_PRIME)
  hash = Math.imul(hash ^ value, FNV_PRIME)
  for (let i = 0; i < MARK_COUNTS; i++) pushFeature(features, hash)
}
