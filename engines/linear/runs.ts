/**
 * Asks a linear model about each run of up to three sentences of a text, so that what stands around a sentence takes nothing from it. Pure.
 */
import { intentFeatures } from '#engines/intent/intent-features.ts'
import type { Span } from '#engines/text/normalise.ts'
import { addFeatures, newFeatures, scoreSums, softmax, type Features, type LinearModel } from './linear-model.ts'
import { foldWords, LONGEST_RULE_TEXT, type FoldedWords } from './phrase-finder.ts'

/** `chance` 0 to 1 of what is looked for, in the run of sentences at `span` that tells most; `chances`: of each label there. */
export type Look = { chance: number; chances: readonly number[]; span: Span }

/** Sentences read together. */
const RUN_SENTENCES = 3
/** Fewer words tell nothing by themselves, unless they are all there is; the name of a medicine alone tells nothing at all. */
const FEWEST_WORDS = 4
const FEWEST_IN_ALL = 3

/** The features of each sentence of a text, in windows of at most `LONGEST_RULE_TEXT`: read once for all models that are asked. */
export type ReadSentences = readonly (readonly ReadSentence[])[]
type ReadSentence = { features: Features; words: number; span: Span }

const features = newFeatures()

export function readSentences(text: string): ReadSentences {
  const windows: ReadSentence[][] = []
  for (let from = 0; from === 0 || from < text.length; from += LONGEST_RULE_TEXT) {
    const folded = foldWords(text, from)
    windows.push(
      sentencesOf(text, folded).map(([first, last]) => {
        intentFeatures(folded, first, last, features)
        const hashes = features.hashes.slice(0, features.count)
        return {
          features: { hashes, count: hashes.length },
          words: last - first,
          span: { start: folded.starts[first]!, end: folded.ends[last - 1]! },
        }
      }),
    )
  }
  return windows
}

/** @param chancesOf each of the chances of all labels, the chance of what is looked for. @returns a look for each, in their order. */
export function lookInRuns(
  model: LinearModel,
  windows: ReadSentences,
  ...chancesOf: ((chances: Float64Array) => number)[]
): Look[] {
  const width = model.labels.length
  const sums = new Int32Array(width)
  const chances = new Float64Array(width)
  const most: Look[] = chancesOf.map(() => ({ chance: 0, chances: [], span: { start: 0, end: 0 } }))
  for (const sentences of windows) {
    const inAll = sentences.reduce((words, sentence) => words + sentence.words, 0)
    const sumsOf = sentences.map((sentence) => {
      sums.fill(0)
      addFeatures(model, sentence.features, sums)
      return sums.slice()
    })
    for (let begin = 0; begin < sentences.length; begin++) {
      sums.fill(0)
      let count = 0
      let words = 0
      for (let at = begin; at < Math.min(sentences.length, begin + RUN_SENTENCES); at++) {
        const sentence = sentences[at]!
        for (let k = 0; k < width; k++) sums[k]! += sumsOf[at]![k]!
        count += sentence.features.count
        words += sentence.words
        if (words < FEWEST_IN_ALL || (words < FEWEST_WORDS && words < inAll)) continue
        scoreSums(model, sums, count, chances)
        softmax(chances)
        for (const [i, chanceOf] of chancesOf.entries()) {
          const chance = chanceOf(chances)
          if (chance <= most[i]!.chance) continue
          most[i] = {
            chance,
            chances: [...chances],
            span: { start: sentences[begin]!.span.start, end: sentence.span.end },
          }
        }
      }
    }
  }
  return most
}

/** The chances of all labels for all sentences together. */
export function chancesOfAll(model: LinearModel, windows: ReadSentences): Float64Array {
  const sums = new Int32Array(model.labels.length)
  const chances = new Float64Array(model.labels.length)
  let count = 0
  for (const { features: each } of windows.flat()) {
    addFeatures(model, each, sums)
    count += each.count
  }
  scoreSums(model, sums, count, chances)
  softmax(chances)
  return chances
}

/** The feature hashes of each run of sentences, and of the whole: what the model is trained on. */
export function runsOf(text: string): { whole: Int32Array; runs: Int32Array[] } {
  const each = readSentences(text)
    .flat()
    .map(({ features: { hashes }, words }) => ({ hashes, words }))
  const runs: Int32Array[] = []
  for (let begin = 0; begin < each.length; begin++)
    for (let end = begin + 1; end <= Math.min(each.length, begin + RUN_SENTENCES); end++) {
      const run = each.slice(begin, end)
      const isWhole = run.length === each.length
      if (!isWhole && run.reduce((sum, { words }) => sum + words, 0) >= FEWEST_WORDS)
        runs.push(joined(run.map(({ hashes }) => hashes)))
    }
  return { whole: joined(each.map(({ hashes }) => hashes)), runs }
}

function joined(parts: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** Ranges of words [first, last). */
function sentencesOf(text: string, { words, starts, ends }: FoldedWords): [number, number][] {
  const sentences: [number, number][] = []
  let first = 0
  for (let i = 1; i <= words.length; i++) {
    if (i < words.length && !ENDS_SENTENCE.test(text.slice(ends[i - 1], starts[i]))) continue
    sentences.push([first, i])
    first = i
  }
  return words.length === 0 ? [] : sentences
}

const ENDS_SENTENCE = /[!?;\n¿¡]|\.\s/
