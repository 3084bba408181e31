/** Addresses of the net: e-mail, links, IP and MAC numbers, and names of picture files; written or spoken ("j dot doe at ..."). */
import { IS } from './lexicon.ts'
import { isJoined, isWord, lengthAt, pieceFrom, SHAPE, signAt, wordAt } from './pieces.ts'
import { mark, markRange, type Reading } from './reading.ts'

const AT = 0x40
const DOT = 0x2e
const COLON = 0x3a
const SLASH = 0x2f
const DASH = 0x2d
/** Longest part of an address, in UTF-16 units. */
const LONGEST_PART = 64
const LONGEST_LINK = 500
/** Most words of the spoken part before "at". */
const LONGEST_SPOKEN = 7
/** Most parts of a spoken domain. */
const MOST_LABELS = 4

const inAddress = (code: number) =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === DOT || code === DASH || code === 0x5f || code === 0x25 || code === 0x2b || code > 0xbf // prettier-ignore

/** Written ones with an "@": nothing else may be read in them. */
export function findMails(reading: Reading): void {
  const { pieces } = reading
  for (let i = 0; i < pieces.count; i++) if (reading.taken[i] === 0 && signAt(pieces, i) === AT) markMail(reading, i)
}

export function findAddresses(reading: Reading): void {
  const { pieces } = reading
  const { text, count, classes, starts, shapes } = pieces
  for (let i = 0; i < count; i++) {
    if (reading.taken[i] !== 0) continue
    const sign = signAt(pieces, i)
    if (sign === COLON && signAt(pieces, i + 1) === SLASH && signAt(pieces, i + 2) === SLASH) markLink(reading, i - 1)
    else if ((classes[i]! & IS.picture) !== 0 && isJoined(pieces, i) && signAt(pieces, i - 1) === DOT) {
      if (isPicture(wordAt(pieces, i))) markFile(reading, i)
    } else if ((classes[i]! & IS.domain) !== 0) markDomain(reading, i)
    else if (shapes[i]! !== SHAPE.sign && text.charCodeAt(starts[i]!) === 0x77 && wordAt(pieces, i) === 'www') markLink(reading, i)
  } // prettier-ignore
  if (pieces.hasColon) findNumbersWithColons(reading)
}

const isPicture = (word: string) => word !== 'pdf'

function markMail(reading: Reading, at: number) {
  const { text, starts } = reading.pieces
  const middle = starts[at]!
  let from = middle
  while (from > 0 && middle - from < LONGEST_PART && inAddress(text.charCodeAt(from - 1))) from--
  let to = middle + 1
  while (to < text.length && to - middle < LONGEST_PART * 4 && inAddress(text.charCodeAt(to))) to++
  while (to > middle && text.charCodeAt(to - 1) === DOT) to--
  const hasDot = text.slice(middle, to).includes('.')
  if (from < middle && hasDot) markRange(reading, 'email', from, to, 0.99)
}

function markLink(reading: Reading, at: number) {
  const { text, starts } = reading.pieces
  if (at < 0) return
  const from = starts[at]!
  let to = from
  while (to < text.length && to - from < LONGEST_LINK && text.charCodeAt(to) > 0x20 && !'<>"\')'.includes(text[to]!))
    to++
  while (to > from && '.,;!?'.includes(text[to - 1]!)) to--
  if (to - from > 5) markRange(reading, 'url', from, to, 0.98)
}

function markFile(reading: Reading, at: number) {
  const { text, starts, ends } = reading.pieces
  let from = starts[at]!
  const end = from
  while (from > 0 && end - from < LONGEST_PART && inAddress(text.charCodeAt(from - 1))) from--
  if (end - from > 1) markRange(reading, 'photo', from, ends[at]!, 0.9)
}

/** "example.com" as it is written, or "at example dot com" as it is spoken. `at` is the last part. */
function markDomain(reading: Reading, at: number) {
  const { pieces } = reading
  const before = wordAt(pieces, at - 1)
  if (signAt(pieces, at - 1) === DOT && isJoined(pieces, at) && isJoined(pieces, at - 1)) {
    if (lengthAt(pieces, at) < 3 && !(signAt(pieces, at - 3) === DOT && isJoined(pieces, at - 2))) return
    const { text, starts } = pieces
    let from = starts[at]!
    while (from > 0 && starts[at]! - from < LONGEST_PART && inAddress(text.charCodeAt(from - 1))) from--
    mark(reading, 'url', pieceFrom(pieces, from), at, 0.85)
    return
  }
  if (before !== 'dot' && before !== 'punto') return
  let first = at - 2
  for (
    let labels = 1;
    labels < MOST_LABELS && isWord(pieces, first - 2) && isSpokenDot(wordAt(pieces, first - 1));
    labels++
  )
    first -= 2
  const link = wordAt(pieces, first - 1)
  const signed = signAt(pieces, first - 1) === AT
  if (link !== 'at' && link !== 'arroba' && !signed) {
    if (lengthAt(pieces, at) >= 3) mark(reading, 'url', first, at, 0.7)
    return
  }
  let start = first - 2
  for (let taken = 1; taken < LONGEST_SPOKEN; taken++) {
    const word = wordAt(pieces, start - 1)
    const isPart = isSpokenDot(word) || JOINTS.has(word) || isSpokenDot(wordAt(pieces, start)) || JOINTS.has(wordAt(pieces, start)) || lengthAt(pieces, start - 1) === 1 // prettier-ignore
    if (start < 1 || !isPart || signAt(pieces, start - 1) !== 0) break
    start--
  }
  mark(reading, 'email', Math.max(0, start), at, 0.9)
}

const isSpokenDot = (word: string) => word === 'dot' || word === 'punto'
const JOINTS = new Set(['underscore', 'dash', 'hyphen', 'guion', 'bajo', 'plus'])

const MAC = /(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![0-9a-f:])/iy
const IPV6 = /[0-9a-f]{1,4}(?::{1,2}[0-9a-f]{1,4}){2,7}(?![0-9a-f:])/iy

function findNumbersWithColons(reading: Reading) {
  const { pieces, taken } = reading
  const { text, starts, ends, count } = pieces
  for (let i = 0; i + 2 < count; i++) {
    if (taken[i] !== 0 || signAt(pieces, i + 1) !== COLON || ends[i]! !== starts[i + 1]! || signAt(pieces, i) !== 0) continue
    const from = starts[i]!
    MAC.lastIndex = IPV6.lastIndex = from
    const mac = MAC.exec(text)
    if (mac !== null) {
      markRange(reading, 'device', from, from + mac[0].length, 0.95)
      continue
    }
    const address = IPV6.exec(text)
    if (address === null) continue
    const isWhole = address[0].split(':').length === 8 || (address[0].includes('::') && /[a-f]|\d{3}/i.test(address[0]))
    if (isWhole) markRange(reading, 'ip', from, from + address[0].length, 0.95)
  }
} // prettier-ignore
