/**
 * The features of the intent model: words, neighbours, words one apart, classes of words, and letters inside words.
 * The same for training and use.
 */
import type { Features } from '#engines/linear/linear-model.ts'
import type { FoldedWords } from '#engines/linear/phrase-finder.ts'

import { classOfWord } from './word-classes.ts'

const FNV_OFFSET = 0x811c9dc5 | 0
const FNV_PRIME = 0x01000193
const PAIR = 0x27d4eb2f
const APART = 0x165667b1
const CLASS_PAIR = 0x5bd1e995
const BOUNDARY = 0x20
const SHORTEST = 3
const LONGEST = 5
const LONGEST_WORD = 30
/** From here on a sign is a syllable or a word of its own (Han, kana, Hangul): fewer of them are a feature. */
const FIRST_SIGN = 0x2e80
const SHORTEST_OF_SIGNS = 1
const LONGEST_OF_SIGNS = 3
const EDGE = hashOf('|')
const NUMBER = '#number'

/** Reads words [first, last). */
export function intentFeatures({ words }: FoldedWords, first: number, last: number, features: Features): void {
  features.count = 0
  let previous = EDGE
  let beforePrevious = EDGE
  let previousClass = EDGE
  for (let i = first; i <= last; i++) {
    const { hash, classHash, isClassed, letters } = i < last ? ofWord(words[i]!) : END
    push(features, Math.imul(previous, PAIR) ^ hash)
    if (i < last) {
      push(features, hash)
      push(features, Math.imul(beforePrevious, APART) ^ hash)
      for (let at = 0; at < letters.length; at++) push(features, letters[at]!)
    }
    if (isClassed) push(features, classHash)
    if (classHash !== hash || previousClass !== previous)
      push(features, Math.imul(previousClass, CLASS_PAIR) ^ classHash)
    beforePrevious = previous
    previous = hash
    previousClass = classHash
  }
}

type WordFeatures = { hash: number; classHash: number; isClassed: boolean; letters: readonly number[] }

/** Words that were read before; bounds what a hostile text can fill. */
const KNOWN_MAX = 20_000
const known = new Map<string, WordFeatures>()
const END: WordFeatures = { hash: EDGE, classHash: EDGE, isClassed: false, letters: [] }

function ofWord(word: string): WordFeatures {
  const before = known.get(word)
  if (before) return before
  const hash = hashOf(word)
  const name = classOf(word)
  const read = {
    hash,
    classHash: name === undefined ? hash : hashOf(name),
    isClassed: name !== undefined,
    letters: lettersOf(word),
  }
  if (known.size < KNOWN_MAX && word.length <= LONGEST_WORD) known.set(word, read)
  return read
}

function classOf(word: string): string | undefined {
  const code = word.charCodeAt(0)
  return code >= 0x30 && code <= 0x39 ? NUMBER : classOfWord.get(word)
}

function lettersOf(word: string): number[] {
  const found: number[] = []
  const length = Math.min(word.length, LONGEST_WORD) + 2
  const isSigns = word.charCodeAt(0) >= FIRST_SIGN
  const shortest = isSigns ? SHORTEST_OF_SIGNS : SHORTEST
  const longest = isSigns ? LONGEST_OF_SIGNS : LONGEST
  for (let start = 0; start + shortest <= length; start++) {
    let hash = FNV_OFFSET
    const end = Math.min(start + longest, length)
    for (let at = start; at < end; at++) {
      const code = at === 0 || at === length - 1 ? BOUNDARY : word.charCodeAt(at - 1)
      hash = Math.imul(hash ^ code, FNV_PRIME)
      if (at - start + 1 >= shortest) found.push(hash)
    }
  }
  return found
}

function hashOf(word: string): number {
  let hash = 0x9e3779b9 | 0
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), FNV_PRIME)
  return hash
}

function push(features: Features, hash: number) {
  if (features.count >= features.hashes.length) return
  const half = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  features.hashes[features.count++] = half ^ (half >>> 13)
}
