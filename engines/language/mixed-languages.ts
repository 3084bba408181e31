/**
 * Which parts of a text are in which language (understanding-D10): "necesito cita, my daughter has a fever" holds Spanish and English.
 *
 * The text is cut into words. A word of a script that one language uses alone belongs to that language; words of a shared script are
 * weighed by the same n-gram model as the whole text, and the likeliest course of languages through the words is taken, where going
 * over to another one costs something. A borrowed word or the name of a drug does not pay that price. Linear in the words. Pure.
 */
import { LOWER_LETTER, SCRIPT_OF, SCRIPTS, SEPARATOR, SKIP } from '#engines/linear/letters.ts'
import type { Script } from '#engines/linear/letters.ts'
import { addFeatures, letterGrams, newFeatures, scoreSums, softmax } from '#engines/linear/linear-model.ts'
import type { LinearModel } from '#engines/linear/linear-model.ts'

import { languageOfScript, lettersOfScript, modelOfScript } from './language-models.ts'

/** Words of one language that stand together; [start, end) in UTF-16 units. `confidence` 0 to 1. */
export type LanguagePart = { code: string; span: [number, number]; words: number; confidence: number }

/** A text with more words is told as one language: nobody reads the parts of a book. */
const MOST_WORDS = 2000
/** Most parts told for one text. */
const MOST_PARTS = 20
/** What going over to another language costs, in nats; at the end of a sentence it is likelier. */
const CHANGE_COST = 6
const CHANGE_COST_AT_STOP = 3.5
/** One word alone says at most this much against a language: a name or a drug is foreign everywhere. */
const MOST_AGAINST = 3
/** Fewer words or letters in a row than this are borrowed words, not another language. */
const FEWEST_WORDS = 3
const FEWEST_LETTERS = 10
/** What a part must reach by itself. */
const SURE_ENOUGH = 0.8
/** In scripts that one language uses alone a few signs are enough. */
const FEWEST_SIGNS = 2
/** Chinese is written without spaces: about so many signs make a word. */
const SIGNS_OF_WORD = 1.7
const LONGEST_WORD_FEATURES = 400

type Word = { start: number; end: number; script: Script; afterStop: boolean }

const features = newFeatures(LONGEST_WORD_FEATURES)

/** Parts in the order of the text. Shorter foreign pieces belong to their surroundings and are not told. */
export function languageParts(text: string): LanguagePart[] {
  const words = wordsOf(text)
  if (words.length > MOST_WORDS) return []
  const parts: LanguagePart[] = []
  for (let first = 0; first < words.length && parts.length < MOST_PARTS;) {
    const { script } = words[first]!
    let last = first
    while (last < words.length && words[last]!.script === script) last += 1
    const own = words.slice(first, last)
    const model = modelOfScript[script]
    if (model === undefined) parts.push(...ofScriptAlone(script, own))
    else parts.push(...ofModel(text, script, model, own))
    first = last
  }
  return joined(parts)
}

function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let afterStop = true
  for (let at = 0; at < text.length && words.length <= MOST_WORDS;) {
    const code = text.charCodeAt(at)
    if (LOWER_LETTER[code]! <= SKIP) {
      if (isStop(code)) afterStop = true
      at += 1
      continue
    }
    const script = SCRIPT_OF[code]!
    const start = at
    let end = at
    while (at < text.length) {
      const next = text.charCodeAt(at)
      const letter = LOWER_LETTER[next]!
      if (letter === SEPARATOR || (letter > SKIP && SCRIPT_OF[next] !== script)) break
      at += 1
      if (letter > SKIP) end = at
    }
    words.push({ start, end, script: SCRIPTS[script]!, afterStop })
    afterStop = false
  }
  return words
}

/** . ! ? ; : newline and their Chinese and Arabic kin. */
const STOPS = new Set('.!?;:\n。！？；،؟।'.split('').map((mark) => mark.charCodeAt(0)))
const isStop = (code: number) => STOPS.has(code)

function ofScriptAlone(script: Script, words: Word[]): LanguagePart[] {
  const code = languageOfScript[script]
  const signs = words.reduce((sum, { start, end }) => sum + end - start, 0)
  if (code === undefined || signs < FEWEST_SIGNS) return []
  return [
    {
      code,
      span: [words[0]!.start, words.at(-1)!.end],
      words: Math.max(words.length, Math.round(signs / SIGNS_OF_WORD)),
      confidence: 1,
    },
  ]
}

function ofModel(text: string, script: Script, model: LinearModel, words: Word[]): LanguagePart[] {
  const width = model.labels.length
  const sums = new Int32Array(words.length * width)
  const counts = new Int32Array(words.length)
  const accepts = lettersOfScript.get(script)!
  words.forEach(({ start, end }, i) => {
    letterGrams(text, start, end, accepts, features)
    addFeatures(model, features, sums.subarray(i * width, (i + 1) * width))
    counts[i] = features.count
  })
  const course = likeliestCourse(model, words, sums, counts)
  const parts: LanguagePart[] = []
  for (let first = 0; first < words.length;) {
    let last = first
    while (last < words.length && course[last] === course[first]) last += 1
    const part = readPart(model, words, sums, counts, first, last)
    if (part !== null) parts.push(part)
    first = last
  }
  return parts
}

/** Viterbi: the label of each word in the course of least cost. A word costs as much as its logit lies below the highest. */
function likeliestCourse(model: LinearModel, words: Word[], sums: Int32Array, counts: Int32Array): Uint8Array {
  const width = model.labels.length
  const from = new Uint8Array(words.length * width)
  const logits = new Float64Array(width)
  const costs = new Float64Array(width)
  for (let i = 0; i < words.length; i++) {
    const cheapest = leastOf(costs)
    const change = costs[cheapest]! + (words[i]!.afterStop ? CHANGE_COST_AT_STOP : CHANGE_COST)
    scoreSums(model, sums.subarray(i * width, (i + 1) * width), counts[i]!, logits)
    let highest = -Infinity
    for (let k = 0; k < width; k++) highest = Math.max(highest, logits[k]!)
    for (let k = 0; k < width; k++) {
      const stays = costs[k]! <= change
      from[i * width + k] = stays ? k : cheapest
      costs[k] = (stays ? costs[k]! : change) + Math.min(MOST_AGAINST, highest - logits[k]!)
    }
  }
  const course = new Uint8Array(words.length)
  let label = leastOf(costs)
  for (let i = words.length - 1; i >= 0; i--) {
    course[i] = label
    label = from[i * width + label]!
  }
  return course
}

function leastOf(costs: Float64Array): number {
  let least = 0
  for (let k = 1; k < costs.length; k++) if (costs[k]! < costs[least]!) least = k
  return least
}

function readPart(
  model: LinearModel,
  words: Word[],
  sums: Int32Array,
  counts: Int32Array,
  first: number,
  last: number,
): LanguagePart | null {
  const width = model.labels.length
  const all = new Int32Array(width)
  let letters = 0
  let count = 0
  for (let i = first; i < last; i++) {
    for (let k = 0; k < width; k++) all[k]! += sums[i * width + k]!
    count += counts[i]!
    letters += words[i]!.end - words[i]!.start
  }
  if (last - first < FEWEST_WORDS || letters < FEWEST_LETTERS) return null
  const chances = new Float64Array(width)
  scoreSums(model, all, count, chances)
  softmax(chances)
  let label = 0
  for (let k = 1; k < width; k++) if (chances[k]! > chances[label]!) label = k
  const code = model.labels[label]!
  if (chances[label]! < SURE_ENOUGH || code === 'other') return null
  const span: [number, number] = [words[first]!.start, words[last - 1]!.end]
  return { code, span, words: last - first, confidence: chances[label]! }
}

/** Neighbours in one language are one part; what lies between them belongs to it. */
function joined(parts: LanguagePart[]): LanguagePart[] {
  const all: LanguagePart[] = []
  for (const part of parts) {
    const before = all.at(-1)
    if (before?.code !== part.code) all.push(part)
    else {
      before.span = [before.span[0], part.span[1]]
      before.words += part.words
      before.confidence = Math.max(before.confidence, part.confidence)
    }
  }
  return all
}
