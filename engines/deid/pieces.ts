/**
 * The words, numbers and signs of a text, each with its place, shape and what it can be (lexicon.ts). One pass, no strings.
 *
 * The arrays are kept between calls and grow to the longest text seen, up to `KEPT_PIECES`: an engine is asked for every message.
 */
import { BASE_LETTER, SKIP } from '#engines/linear/letters.ts'

import { classesOf, HASH_PRIME, HASH_START, hashOf, IS, isLongTown, LONGEST_TOWN_NAME } from './lexicon.ts'

/** Shape of a piece. A word with digits ("4B") is both word and number. */
export const SHAPE = { word: 1, number: 2, sign: 4, capital: 8, capitals: 16, spaced: 32, line: 64 } as const

export type Pieces = {
  text: string
  count: number
  starts: Int32Array
  ends: Int32Array
  shapes: Uint8Array
  classes: Int32Array
  hashes: Int32Array
  /** 1 where a piece is of a town of several words, 2 where such a town begins. */
  towns: Uint8Array
  /** All classes and all shapes that occur: tells at once what need not be looked for. */
  anyClass: number
  anyShape: number
  /** Signs that occur, by code unit below 128. */
  hasAt: boolean
  hasColon: boolean
}

const KEPT_PIECES = 1 << 15

let kept = newPieces(1 << 10)

function newPieces(capacity: number): Pieces {
  return {
    text: '',
    count: 0,
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    shapes: new Uint8Array(capacity),
    classes: new Int32Array(capacity),
    hashes: new Int32Array(capacity),
    towns: new Uint8Array(capacity),
    anyClass: 0,
    anyShape: 0,
    hasAt: false,
    hasColon: false,
  }
}

const SIGN = 0
const LETTER = 1
const DIGIT = 2
const SPACE = 3
const LINE = 4
const SKIPPED = 5
const CODE_UNITS = 0x10000

const kinds = new Uint8Array(CODE_UNITS)
const folded = new Uint16Array(CODE_UNITS)
const isUpper = new Uint8Array(CODE_UNITS)
fillTables()

function fillTables() {
  for (let code = 0; code < CODE_UNITS; code++) {
    const letter = BASE_LETTER[code]!
    folded[code] = letter
    if (letter === SKIP) kinds[code] = SKIPPED
    else if (letter >= 0x30 && letter <= 0x39) kinds[code] = DIGIT
    else if (letter !== 0) kinds[code] = LETTER
  }
  for (const code of [0x20, 0x09, 0xa0, 0x2009, 0x202f, 0x3000]) kinds[code] = SPACE
  kinds[0x0a] = kinds[0x0d] = LINE
  // Full-width letters and digits are drawn like the plain ones.
  for (let i = 0; i < 10; i++) {
    kinds[0xff10 + i] = DIGIT
    folded[0xff10 + i] = 0x30 + i
  }
  for (let code = 0x41; code < 0x530; code++) {
    const char = String.fromCharCode(code)
    if (kinds[code] === LETTER && char.toLowerCase() !== char) isUpper[code] = 1
  }
}

const isApostrophe = (code: number) => code === 0x27 || code === 0x2019 || code === 0x60 || code === 0xb4
const isS = (code: number) => code === 0x73 || code === 0x53

export function piecesOf(text: string): Pieces {
  const capacity = text.length + 1
  let pieces = kept
  if (pieces.starts.length < capacity) {
    pieces = newPieces(capacity)
    if (capacity <= KEPT_PIECES) kept = pieces
  }
  const { starts, ends, shapes, classes, hashes, towns } = pieces
  pieces.text = text
  let count = 0
  let anyClass = 0
  let anyShape = 0
  let before = SHAPE.spaced | SHAPE.line
  pieces.hasAt = false
  pieces.hasColon = false

  for (let i = 0; i < text.length;) {
    const code = text.charCodeAt(i)
    const kind = kinds[code]!
    if (kind === SPACE || kind === SKIPPED) {
      if (kind === SPACE) before |= SHAPE.spaced
      i++
      continue
    }
    if (kind === LINE) {
      before |= SHAPE.spaced | SHAPE.line
      i++
      continue
    }
    starts[count] = i
    if (kind === SIGN) {
      if (code === 0x40) pieces.hasAt = true
      else if (code === 0x3a) pieces.hasColon = true
      shapes[count] = SHAPE.sign | before
      classes[count] = 0
      hashes[count] = code
      towns[count] = 0
      anyShape |= SHAPE.sign
      ends[count++] = ++i
      before = 0
      continue
    }
    let shape = isUpper[code] === 1 ? SHAPE.capital | before : before
    let hash = HASH_START
    let letters = 0
    let uppers = 0
    let end = i
    for (; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      const type = kinds[unit]!
      if (type === LETTER) {
        letters++
        uppers += isUpper[unit]!
        shape |= SHAPE.word
      } else if (type === DIGIT) shape |= SHAPE.number
      else if (type === SKIPPED) {
        if (isApostrophe(unit) && isS(text.charCodeAt(i + 1)) && !continues(text, i + 2)) {
          i += 2
          break
        }
        continue
      } else break
      hash = Math.imul(hash ^ folded[unit]!, HASH_PRIME)
      end = i + 1
    }
    if (letters > 1 && uppers === letters) shape |= SHAPE.capitals
    shapes[count] = shape
    const found = (shape & SHAPE.word) !== 0 && (shape & SHAPE.number) === 0 ? classesOf(hash) : 0
    classes[count] = found
    hashes[count] = hash
    towns[count] = 0
    anyClass |= found
    anyShape |= shape
    ends[count++] = end
    before = 0
  }
  pieces.count = count
  pieces.anyClass = anyClass
  pieces.anyShape = anyShape
  if ((anyClass & IS.townFirst) !== 0) findLongTowns(pieces)
  return pieces
}

const words: number[] = []

/** "Las Cruces", "St. Cloud": the longest town of several words that begins at each place. */
function findLongTowns(pieces: Pieces) {
  const { classes, hashes, shapes, towns, count } = pieces
  for (let i = 0; i < count; i++) {
    if ((classes[i]! & IS.townFirst) === 0) continue
    words.length = 0
    let last = -1
    for (let at = i; at < count && words.length < LONGEST_TOWN_NAME && (at === i || (shapes[at]! & SHAPE.line) === 0); at++) {
      if (hashes[at] === DOT && words.length === 1) continue
      if ((shapes[at]! & (SHAPE.word | SHAPE.number)) !== SHAPE.word) break
      words.push(hashes[at]!)
      if (words.length > 1 && isLongTown(words)) last = at
    }
    if (last < 0) continue
    towns[i] = 2
    for (let at = i + 1; at <= last; at++) towns[at] = 1
    i = last
  }
} // prettier-ignore

const DOT = 0x2e

const continues = (text: string, at: number) => at < text.length && (kinds[text.charCodeAt(at)]! === LETTER || kinds[text.charCodeAt(at)]! === DIGIT) // prettier-ignore

/** The folded letters of a piece. */
export function wordAt({ text, starts, ends, count }: Pieces, at: number): string {
  if (at < 0 || at >= count) return ''
  let word = ''
  for (let i = starts[at]!; i < ends[at]!; i++) {
    const unit = text.charCodeAt(i)
    if (kinds[unit] !== SKIPPED) word += String.fromCharCode(folded[unit] === 0 ? unit : folded[unit]!)
  }
  return word
}

/** The folded letters of a name, as a piece of a text would have them. */
export function foldWord(word: string): string {
  let plain = ''
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    if (kinds[unit] === LETTER || kinds[unit] === DIGIT) plain += String.fromCharCode(folded[unit]!)
  }
  return plain
}

export const hashOfFolded = (word: string) => hashOf(foldWord(word))

/** The code unit of a sign, or 0. */
export const signAt = ({ text, starts, shapes, count }: Pieces, at: number): number =>
  at >= 0 && at < count && (shapes[at]! & SHAPE.sign) !== 0 ? text.charCodeAt(starts[at]!) : 0

/** Whether nothing stands between a piece and the one before it. */
export const isJoined = ({ shapes, count }: Pieces, at: number): boolean =>
  at > 0 && at < count && (shapes[at]! & SHAPE.spaced) === 0

export const isNumber = ({ shapes, count }: Pieces, at: number): boolean =>
  at >= 0 && at < count && (shapes[at]! & (SHAPE.number | SHAPE.word)) === SHAPE.number

export const isWord = ({ shapes, count }: Pieces, at: number): boolean =>
  at >= 0 && at < count && (shapes[at]! & (SHAPE.number | SHAPE.word)) === SHAPE.word

export const lengthAt = ({ starts, ends }: Pieces, at: number): number => ends[at]! - starts[at]!

/** The value of a number, or NaN. */
export const valueAt = (pieces: Pieces, at: number): number =>
  isNumber(pieces, at) && lengthAt(pieces, at) <= 9 ? Number(wordAt(pieces, at)) : Number.NaN

/** The first piece that begins at `from` or behind it; as many as there are where none does. */
export function pieceFrom({ starts, count }: Pieces, from: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! < from) low = middle + 1
    else high = middle
  }
  return low
}
