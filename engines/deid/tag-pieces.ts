/**
 * What the pieces of a text are of, learned from marked lines (decisions 0194, 0244): a name, a place, a day or a code, where lists and rules
 * leave it open. A word is read with what it can be, how it is written, its letters and the words beside it; a number with its form, its size,
 * what it is tied to and the words before it. The labels go from left to right.
 *
 * The same features serve training (tools/train/train-deid.ts) and use.
 */
import { newFeatures, readModel, scoreFeatures, softmax, type Features } from '#engines/linear/linear-model.ts'

import { isOfDictionary } from './dictionary.ts'
import { HASH_PRIME, HASH_START, IS } from './lexicon.ts'
import weights from './model/pieces.json' with { type: 'json' }
import { isJoined, isNumber, isWord, lengthAt, SHAPE, valueAt, wordAt, type Pieces } from './pieces.ts'

/** Labels of the model, by number. */
export const TAGS = ['none', 'name', 'place', 'date', 'code'] as const
export const TAG = { none: 0, name: 1, place: 2, date: 3, code: 4 } as const

const LISTED = IS.given | IS.family | IS.town | IS.alsoWord | IS.city
/** What a word can be, as far as it tells a name from another word. */
const TOLD =
  LISTED | IS.common | IS.word | IS.title | IS.month | IS.kin | IS.medicine | IS.eponym | IS.care | IS.particle | IS.organization | IS.street | IS.streetFirst | IS.state | IS.placeCue | IS.nameCue | IS.greeting // prettier-ignore
const WORDS = IS.common | IS.word
/** Longest ending of a word that is a feature of its own. */
const LONGEST_ENDING = 5
/** Letters of a word that are read in threes. */
const MOST_LETTERS = 14

/** Beside what `sortOf` tells. */
const IN_DICTIONARY = 32

const EDGE = 0x51ed270b
const NUMBER = 0x3c6ef372
const UNKNOWN = 0x1b873593

/** What is no name when it stands in small letters, unless a list says so. */
const TOLD_OTHERWISE =
  WORDS | IS.month | IS.ordinal | IS.digit | IS.tens | IS.medicine | IS.title | IS.kin | IS.care | IS.cue
/** A shorter word must be of a list: it is an abbreviation otherwise. */
const SHORTEST_UNLISTED = 4

/** Pieces that may be of an identifier; all others are told without asking. */
export const mayBeTold = (pieces: Pieces, at: number): boolean =>
  isWord(pieces, at)
    ? mayBeNamed(pieces, at) || mayBeCounted(pieces, at)
    : (pieces.shapes[at]! & SHAPE.number) !== 0 && lengthAt(pieces, at) <= LONGEST_NUMBER

/** Longest number that is looked at. */
const LONGEST_NUMBER = 30
const COUNTED = IS.month | IS.ordinal | IS.digit | IS.tens

/** Words of a day or of a spoken number beside another, and letters of a code beside its digits. */
function mayBeCounted(pieces: Pieces, at: number): boolean {
  if ((pieces.classes[at]! & COUNTED) !== 0) return isCounted(pieces, at - 1) || isCounted(pieces, at + 1) || isCounted(pieces, at - 2) || isCounted(pieces, at + 2) // prettier-ignore
  const isShort = lengthAt(pieces, at) <= 4 && (pieces.shapes[at]! & SHAPE.capital) !== 0
  return isShort && (lengthAt(pieces, at) === 1 || (pieces.shapes[at]! & SHAPE.capitals) !== 0) && (hasNumberBeside(pieces, at, 1) || hasNumberBeside(pieces, at, -1)) // prettier-ignore
}

const isCounted = (pieces: Pieces, at: number): boolean =>
  at >= 0 && at < pieces.count && ((pieces.classes[at]! & COUNTED) !== 0 || (pieces.shapes[at]! & SHAPE.number) !== 0)

const hasNumberBeside = (pieces: Pieces, at: number, step: 1 | -1): boolean => {
  const next = at + step
  if (next < 0 || next >= pieces.count) return false
  if ((pieces.shapes[next]! & SHAPE.number) !== 0) return true
  const further = next + step
  return (pieces.shapes[next]! & SHAPE.sign) !== 0 && further >= 0 && further < pieces.count && (pieces.shapes[further]! & SHAPE.number) !== 0 // prettier-ignore
}

function mayBeNamed(pieces: Pieces, at: number): boolean {
  if (lengthAt(pieces, at) < 2) return false
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
 * Features of the piece `at`. `tags` are the labels before it, and behind it those that are known already; `bits` what each word can be, which
 * training hides for some, so that names of no list are learned too.
 */
export function pieceFeatures(
  pieces: Pieces,
  at: number,
  capitals: number,
  tags: ArrayLike<number>,
  bits: ArrayLike<number>,
  out: Features,
): void {
  out.count = 0
  if ((pieces.shapes[at]! & SHAPE.number) !== 0) numberFeatures(pieces, at, tags, bits, out)
  else wordFeatures(pieces, at, capitals, tags, bits, out)
}

function wordFeatures(
  pieces: Pieces,
  at: number,
  capitals: number,
  tags: ArrayLike<number>,
  bits: ArrayLike<number>,
  out: Features,
) {
  const told = bits[at]! & TOLD
  const isDictionary = (told & WORDS) === 0 && isOfDictionary(wordAt(pieces, at))
  const sort = sortOf(told) | (isDictionary ? IN_DICTIONARY : 0)
  const shape = pieces.shapes[at]!
  const written = ((shape & SHAPE.capitals) !== 0 ? 2 : (shape & SHAPE.capital) !== 0 ? 1 : 0) + capitals * 3
  const before = keyAt(pieces, at - 1, bits)
  const before2 = keyAt(pieces, at - 2, bits)
  const after = keyAt(pieces, at + 1, bits)
  const after2 = keyAt(pieces, at + 2, bits)
  const tag = at > 0 ? tags[at - 1]! : 0
  const tag2 = at > 1 ? tags[at - 2]! : 0
  const behind = (at + 1 < pieces.count ? tags[at + 1]! : 0) * TAGS.length + (at + 2 < pieces.count ? tags[at + 2]! : 0)
  const town = pieces.towns[at]!
  const joined =
    (isJoined(pieces, at) ? 1 : 0) | (isJoined(pieces, at + 1) ? 2 : 0) | ((shape & SHAPE.line) !== 0 ? 4 : 0)
  const own = sort * 16 + written
  push(out, 1, told, written + (isDictionary ? IN_DICTIONARY : 0))
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
  push(out, 14, tag * 8 + tag2, own)
  push(out, 15, tag * 8 + tag2, before)
  push(out, 16, sortAt(pieces, at + 1, bits), own)
  push(out, 17, sortAt(pieces, at - 1, bits), own)
  push(out, 18, Math.imul(before, HASH_PRIME) ^ before2, sort)
  push(out, 19, keyAt(pieces, at - 3, bits), sort)
  push(out, 20, Math.min(lengthAt(pieces, at), 12), own)
  push(out, 21, pieces.hashes[at]!, before)
  push(out, 22, pieces.hashes[at]!, after)
  push(out, 23, behind, own)
  const start = startOf(pieces, at)
  push(out, 25, start, own)
  push(out, 26, start, told)
  push(out, 27, start * 64 + sort, after)
  push(out, 24, Math.imul(before, HASH_PRIME) ^ after, sort)
  if (town !== 0) {
    push(out, 31, town, written)
    push(out, 32, town, before)
    push(out, 33, town, sort)
  }
  letters(pieces, at, sort, out)
}

/** 2 at the beginning of the text or a line, 1 of a sentence. */
const startOf = (pieces: Pieces, at: number): number =>
  (pieces.shapes[at]! & SHAPE.line) !== 0 ? 2 : ENDS.has(pieces.hashes[at - 1]!) && (pieces.shapes[at - 1]! & SHAPE.sign) !== 0 ? 1 : 0 // prettier-ignore
const ENDS = new Set([...'.?!:;'].map((sign) => sign.charCodeAt(0)))

/** Words before a number that may tell what it is. */
const NUMBER_REACH = 5
/** Signs of one number with what is tied to it. */
const LONGEST_TIED = 24

function numberFeatures(pieces: Pieces, at: number, tags: ArrayLike<number>, bits: ArrayLike<number>, out: Features) {
  let first = at
  while (first > 0 && at - first < 8 && isJoined(pieces, first)) first--
  let last = at
  while (last + 1 < pieces.count && last - at < 8 && isJoined(pieces, last + 1)) last++
  const form = formOf(pieces.text, pieces.starts[first]!, pieces.ends[last]!)
  const size = sizeOf(pieces, at)
  const place = Math.min(at - first, 4) * 8 + Math.min(last - at, 4)
  const before = keyAt(pieces, first - 1, bits)
  const before2 = keyAt(pieces, first - 2, bits)
  const after = keyAt(pieces, last + 1, bits)
  const after2 = keyAt(pieces, last + 2, bits)
  const tag = at > 0 ? tags[at - 1]! : 0
  const tag2 = at > 1 ? tags[at - 2]! : 0
  const behind = (at + 1 < pieces.count ? tags[at + 1]! : 0) * TAGS.length + (at + 2 < pieces.count ? tags[at + 2]! : 0)
  push(out, 40, form, 0)
  push(out, 41, form, before)
  push(out, 42, form, after)
  push(out, 43, form, place)
  push(out, 44, size, place)
  push(out, 45, size, before)
  push(out, 46, size, after)
  push(out, 47, before, 0)
  push(out, 48, after, 0)
  push(out, 49, before, before2)
  push(out, 50, before, after)
  push(out, 51, tag * 8 + tag2, size)
  push(out, 52, tag * 8 + tag2, form)
  push(out, 53, behind, size)
  push(out, 54, before2, size)
  push(out, 55, after2, size)
  push(out, 56, before2, form)
  push(out, 57, shapeOf(pieces, first, last), 0)
  push(out, 58, shapeOf(pieces, first, last), before)
  push(out, 59, sortAt(pieces, first - 1, bits), size)
  push(out, 60, sortAt(pieces, last + 1, bits), size)
  for (let i = first - 1; i >= 0 && first - i <= NUMBER_REACH; i--) push(out, 61, keyAt(pieces, i, bits), 0)
  for (let i = last + 1; i < pieces.count && i - last <= 3; i++) push(out, 62, keyAt(pieces, i, bits), 0)
}

/** Its digits, capitals and small letters with how many there are, and its signs. */
function formOf(text: string, from: number, to: number): number {
  let hash = HASH_START
  const end = Math.min(to, from + LONGEST_TIED)
  let run = 0
  let sort = 0
  for (let i = from; i <= end; i++) {
    const code = i < end ? text.charCodeAt(i) : 0
    const next = code >= 0x30 && code <= 0x39 ? 0x39 : code >= 0x41 && code <= 0x5a ? 0x41 : code >= 0x61 ? 0x61 : code
    if (next === sort && next >= 0x39) {
      run++
      continue
    }
    if (run > 0) hash = Math.imul(hash ^ (sort * 32 + Math.min(run, sort === 0x39 ? 12 : 3)), HASH_PRIME)
    sort = next
    run = 1
  }
  return hash
}

/** How many digits and letters are tied together, whatever their order. */
function shapeOf({ text, starts, ends }: Pieces, first: number, last: number): number {
  let digits = 0
  let letters = 0
  let signs = 0
  for (let i = starts[first]!; i < ends[last]! && i < starts[first]! + LONGEST_TIED; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x30 && code <= 0x39) digits++
    else if (code >= 0x41) letters++
    else signs++
  }
  return Math.min(digits, 12) * 64 + Math.min(letters, 7) * 8 + Math.min(signs, 7)
}

/** A day, a month, a year or an age it could be, and its digits. */
function sizeOf(pieces: Pieces, at: number): number {
  if (!isNumber(pieces, at)) return 1000 + Math.min(lengthAt(pieces, at), 20)
  const length = lengthAt(pieces, at)
  const isPadded = pieces.text.charCodeAt(pieces.starts[at]!) === 0x30 ? 100 : 0
  if (length > 4) return 200 + Math.min(length, 20) + isPadded
  const value = valueAt(pieces, at)
  const band = value <= 12 ? 1 : value <= 31 ? 2 : value <= 89 ? 3 : value <= 122 ? 4 : value < 1900 ? 5 : value <= 2099 ? 6 : 7 // prettier-ignore
  return band * 8 + length + isPadded
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

/** Endings, the beginning, and letters in threes. */
function letters(pieces: Pieces, at: number, sort: number, out: Features) {
  const { text, starts, ends } = pieces
  const from = starts[at]!
  const length = ends[at]! - from
  let hash = HASH_START
  for (let i = 1; i <= LONGEST_ENDING && i <= length; i++) {
    hash = Math.imul(hash ^ (text.charCodeAt(ends[at]! - i) | 0x20), HASH_PRIME)
    if (i > 1) push(out, 70 + i, hash, sort)
  }
  hash = HASH_START
  for (let i = 0; i < 4 && i < length; i++) {
    hash = Math.imul(hash ^ (text.charCodeAt(from + i) | 0x20), HASH_PRIME)
    if (i > 1) push(out, 80 + i, hash, sort)
  }
  for (let i = 1; i + 2 < length - 1 && i < MOST_LETTERS; i++) {
    const three =
      ((text.charCodeAt(from + i) | 0x20) << 16) ^ ((text.charCodeAt(from + i + 1) | 0x20) << 8) ^ (text.charCodeAt(from + i + 2) | 0x20)
    push(out, 90, three, 0)
  }
} // prettier-ignore

function push(out: Features, place: number, value: number, with_: number) {
  let hash = Math.imul(value ^ Math.imul(with_ + 1, 0x27d4eb2f) ^ Math.imul(place, 0x5bd1e995), 0x2c1b3c6d)
  hash ^= hash >>> 15
  out.hashes[out.count++] = Math.imul(hash, 0x297a2d39) ^ (hash >>> 13)
}

const model = readModel(weights)
/** More than any piece has. */
export const MOST_FEATURES = 96
const features = newFeatures(MOST_FEATURES)
const sums = new Int32Array(TAGS.length)
const chances = new Float64Array(TAGS.length)

/**
 * Chance of each piece to be of an identifier, told to `see` for the pieces that may be. `taken`: those the rules have found already, with
 * their label in `tags`. `least` is the least chance of each label.
 */
export function tagPieces(
  pieces: Pieces,
  tags: Uint8Array,
  taken: Uint8Array,
  least: readonly number[],
  see: (at: number, tag: number, chance: number) => boolean,
): void {
  const capitals = capitalsOf(pieces)
  for (let i = 0; i < pieces.count; i++) {
    if (taken[i] !== 0 || !mayBeTold(pieces, i)) continue
    pieceFeatures(pieces, i, capitals, tags, pieces.classes, features)
    scoreFeatures(model, features, sums, chances)
    softmax(chances)
    let tag = 1
    for (let k = 2; k < TAGS.length; k++) if (chances[k]! > chances[tag]!) tag = k
    const chance = 1 - chances[0]!
    if (chance >= least[tag]! && see(i, tag, chance)) tags[i] = tag
  }
}
