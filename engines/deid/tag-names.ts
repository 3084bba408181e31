/**
 * Which words name somebody or some place, learned from marked lines (decision 0194): what the lists and rules leave open. A word is read with
 * what it can be, how it is written, its letters, and two words on either side; the labels go from left to right.
 *
 * The same features serve training (tools/train/train-deid.ts) and use.
 */
import { newFeatures, readModel, scoreFeatures, softmax, type Features } from '#engines/linear/linear-model.ts'

import { HASH_PRIME, HASH_START, IS } from './lexicon.ts'
import weights from './model/names.json' with { type: 'json' }
import { isJoined, isWord, lengthAt, SHAPE, type Pieces } from './pieces.ts'

/** Labels of the model, by number. */
export const TAGS = ['none', 'name', 'place'] as const
export const TAG = { none: 0, name: 1, place: 2 } as const

const LISTED = IS.given | IS.family | IS.town | IS.alsoWord | IS.city
/** What a word can be, as far as it tells a name from another word. */
const TOLD =
  LISTED | IS.common | IS.word | IS.title | IS.month | IS.kin | IS.medicine | IS.eponym | IS.care | IS.particle | IS.organization | IS.street | IS.streetFirst | IS.state | IS.placeCue | IS.nameCue | IS.greeting // prettier-ignore
const WORDS = IS.common | IS.word
/** Longest ending of a word that is a feature of its own. */
const LONGEST_ENDING = 4

const EDGE = 0x51ed270b
const NUMBER = 0x3c6ef372
const UNKNOWN = 0x1b873593

/** What is no name when it stands in small letters, unless a list says so. */
const TOLD_OTHERWISE =
  WORDS | IS.month | IS.ordinal | IS.digit | IS.tens | IS.medicine | IS.title | IS.kin | IS.care | IS.cue
/** A shorter word must be of a list: it is an abbreviation otherwise. */
const SHORTEST_UNLISTED = 4

/** Words that may be of a name or a place; all others are told without asking. */
export const mayBeNamed = (pieces: Pieces, at: number): boolean => {
  if (!isWord(pieces, at) || lengthAt(pieces, at) < 2) return false
  // "father-in-law"
  if (
    at > 1 &&
    isJoined(pieces, at) &&
    isJoined(pieces, at - 1) &&
    (pieces.shapes[at]! & SHAPE.capital) === 0 &&
    (pieces.classes[at - 2]! & IS.common) !== 0
  )
    return false
  if (pieces.towns[at] !== 0) return true
  if ((pieces.classes[at]! & (IS.care | IS.medicine)) !== 0) return false
  if ((pieces.classes[at]! & LISTED) !== 0) return true
  if ((pieces.shapes[at]! & SHAPE.capital) !== 0)
    return lengthAt(pieces, at) >= SHORTEST_UNLISTED || (pieces.shapes[at]! & SHAPE.capitals) === 0
  return (pieces.classes[at]! & TOLD_OTHERWISE) === 0 && lengthAt(pieces, at) >= SHORTEST_UNLISTED
}

/** How the text uses capitals: 0 nowhere, 1 as usual, 2 nearly everywhere. */
export function capitalsOf({ shapes, count }: Pieces): number {
  let words = 0
  let capitals = 0
  let all = 0
  for (let i = 0; i < count; i++) {
    if ((shapes[i]! & SHAPE.word) === 0) continue
    words++
    if ((shapes[i]! & SHAPE.capital) !== 0) capitals++
    if ((shapes[i]! & SHAPE.capitals) !== 0) all++
  }
  if (capitals === 0) return 0
  return all * 2 > words ? 2 : 1
}

/** What a word can be, in one small number. */
function sortOf(bits: number): number {
  const isListed = (bits & (IS.given | IS.family)) !== 0
  const isTown = (bits & (IS.town | IS.city)) !== 0
  const isPlain = (bits & WORDS) !== 0
  return (isListed ? 1 : 0) | (isTown ? 2 : 0) | (isPlain ? 4 : 0) | ((bits & IS.alsoWord) !== 0 ? 8 : 0) | ((bits & (TOLD & ~(LISTED | WORDS))) !== 0 ? 16 : 0) // prettier-ignore
}

/**
 * Features of the word `at`. `tags` are the labels before it; `bits` what each word can be, which training hides for some, so that names
 * of no list are learned too.
 */
export function tagFeatures(
  pieces: Pieces,
  at: number,
  capitals: number,
  tags: ArrayLike<number>,
  bits: ArrayLike<number>,
  out: Features,
): void {
  out.count = 0
  const told = bits[at]! & TOLD
  const sort = sortOf(told)
  const shape = pieces.shapes[at]!
  const written = ((shape & SHAPE.capitals) !== 0 ? 2 : (shape & SHAPE.capital) !== 0 ? 1 : 0) + capitals * 3
  const before = keyAt(pieces, at - 1, bits)
  const before2 = keyAt(pieces, at - 2, bits)
  const after = keyAt(pieces, at + 1, bits)
  const after2 = keyAt(pieces, at + 2, bits)
  const tag = at > 0 ? tags[at - 1]! : 0
  const tag2 = at > 1 ? tags[at - 2]! : 0
  const town = pieces.towns[at]!
  const joined =
    (isJoined(pieces, at) ? 1 : 0) | (isJoined(pieces, at + 1) ? 2 : 0) | ((shape & SHAPE.line) !== 0 ? 4 : 0)
  const own = sort * 16 + written
  push(out, 1, told, written)
  push(out, 2, own, joined)
  push(out, 3, pieces.hashes[at]!, 0)
  push(out, 4, pieces.hashes[at]!, written)
  push(out, 5, before, own)
  push(out, 6, after, own)
  push(out, 7, before, 0)
  push(out, 8, after, 0)
  push(out, 9, before2, sort)
  push(out, 10, after2, sort)
  push(out, 11, before, before2)
  push(out, 12, before, after)
  push(out, 13, after, after2)
  push(out, 14, tag * 4 + tag2, own)
  push(out, 15, tag * 4 + tag2, before)
  push(out, 16, sortAt(pieces, at + 1, bits), own)
  push(out, 17, sortAt(pieces, at - 1, bits), own)
  push(out, 18, Math.imul(before, HASH_PRIME) ^ before2, sort)
  push(out, 19, keyAt(pieces, at - 3, bits), sort)
  push(out, 20, Math.min(lengthAt(pieces, at), 12), own)
  push(out, 21, pieces.hashes[at]!, before)
  push(out, 22, pieces.hashes[at]!, after)
  if (town !== 0) {
    push(out, 31, town, written)
    push(out, 32, town, before)
    push(out, 33, town, sortOf(told))
  }
  endings(pieces, at, sort, out)
}

/** A word that is one of many keeps itself; of the others only what they can be. */
function keyAt({ shapes, classes, hashes, count }: Pieces, at: number, bits: ArrayLike<number>): number {
  if (at < 0 || at >= count) return EDGE
  const shape = shapes[at]!
  if ((shape & SHAPE.sign) !== 0) return hashes[at]!
  if ((shape & SHAPE.number) !== 0) return NUMBER
  if ((classes[at]! & WORDS) !== 0 || (classes[at]! & TOLD & ~LISTED) !== 0) return hashes[at]!
  return UNKNOWN + sortOf(bits[at]! & TOLD)
}

function sortAt({ shapes, count }: Pieces, at: number, bits: ArrayLike<number>): number {
  if (at < 0 || at >= count) return 255
  const shape = shapes[at]!
  return (
    (sortOf(bits[at]! & TOLD) * 4 + ((shape & SHAPE.capital) !== 0 ? 1 : 0)) * 2 + ((shape & SHAPE.sign) !== 0 ? 1 : 0)
  )
}

function endings(pieces: Pieces, at: number, sort: number, out: Features) {
  const { text, starts, ends } = pieces
  const from = starts[at]!
  let hash = HASH_START
  for (let length = 1; length <= LONGEST_ENDING && ends[at]! - length >= from; length++) {
    hash = Math.imul(hash ^ (text.charCodeAt(ends[at]! - length) | 0x20), HASH_PRIME)
    if (length > 1) push(out, 23 + length, hash, sort)
  }
  hash = HASH_START
  for (let length = 1; length <= LONGEST_ENDING - 1 && from + length <= ends[at]!; length++)
    hash = Math.imul(hash ^ (text.charCodeAt(from + length - 1) | 0x20), HASH_PRIME)
  push(out, 30, hash, sort)
}

function push(out: Features, place: number, value: number, with_: number) {
  let hash = Math.imul(value ^ Math.imul(with_ + 1, 0x27d4eb2f) ^ Math.imul(place, 0x5bd1e995), 0x2c1b3c6d)
  hash ^= hash >>> 15
  out.hashes[out.count++] = Math.imul(hash, 0x297a2d39) ^ (hash >>> 13)
}

const model = readModel(weights)
const features = newFeatures(64)
const sums = new Int32Array(TAGS.length)
const chances = new Float64Array(TAGS.length)

/** Chance of each word to name somebody or some place, told to `see` for the words that may. `taken`: those the rules have found already. */
export function tagNames(
  pieces: Pieces,
  tags: Uint8Array,
  taken: Uint8Array,
  least: number,
  see: (at: number, tag: number, chance: number) => void,
): void {
  const capitals = capitalsOf(pieces)
  for (let i = 0; i < pieces.count; i++) {
    if (taken[i] !== 0 || !mayBeNamed(pieces, i)) continue
    tagFeatures(pieces, i, capitals, tags, pieces.classes, features)
    scoreFeatures(model, features, sums, chances)
    softmax(chances)
    const tag = chances[1]! >= chances[2]! ? TAG.name : TAG.place
    const chance = chances[1]! + chances[2]!
    if (chance < least) continue
    tags[i] = tag
    see(i, tag, chance)
  }
}
