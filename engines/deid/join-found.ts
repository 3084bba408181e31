/** What was found in parts and is one: both sides of a dash in a name, the parts of an address, the town behind a street. */
import { IS } from './lexicon.ts'
import { isJoined, isWord, pieceFrom, signAt, wordAt, type Pieces } from './pieces.ts'
import type { PhiSpan, Reading } from './reading.ts'

const COMMA = 0x2c
const DASH = 0x2d
const DOT = 0x2e
/** Between two places of one address. */
const BETWEEN = new Set('in on near off at and y en de cp zip col'.split(' '))
/** Most pieces between two parts of an address: a comma and a word. */
const MOST_BETWEEN = 2

/** `found` in order of place; joined in place. */
export function joinFound(reading: Reading): void {
  const { pieces, found, taken } = reading
  let kept = 0
  for (let k = 0; k < found.length; k++) {
    const span = found[k]!
    if (span.kind === 'name') overDashes(pieces, taken, span, found[k + 1]?.span[0] ?? Infinity)
    const before = found[kept - 1]
    if (before !== undefined && isOne(pieces, before, span)) before.span[1] = Math.max(before.span[1], span.span[1])
    else found[kept++] = span
    if (span.kind === 'place') withTown(reading, found[kept - 1]!, found[k + 1]?.span[0] ?? Infinity)
  }
  found.length = kept
}

/** Between two parts of one name. */
const OF_ONE = new Set(['-', ' ', '. ', ' i ', ' de ', ' del ', ' de la ', ' da ', ' do ', ' von ', ' van '])

function isOne(pieces: Pieces, before: PhiSpan, after: PhiSpan): boolean {
  if (after.span[0] < before.span[1]) return true
  if (before.kind !== after.kind || (before.kind !== 'name' && before.kind !== 'place')) return false
  const between = pieces.text.slice(before.span[1], after.span[0])
  if (before.kind === 'name') return OF_ONE.has(between)
  const parts = between.split(/[\s,.&]+/).filter((part) => part !== '')
  return parts.length < MOST_BETWEEN && between.length <= 8 && !between.includes('\n') && !/\.\s+\S/.test(between) && parts.every((part) => BETWEEN.has(part)) && !(parts.length === 0 && between.includes('.')) // prettier-ignore
}

/** "Oyelaran-Smith", of which one side is known: the other is of the name, too. */
function overDashes(pieces: Pieces, taken: Uint8Array, { span }: PhiSpan, limit: number): void {
  let at = pieceFrom(pieces, span[1])
  while (signAt(pieces, at) === DASH && isJoined(pieces, at) && isJoined(pieces, at + 1) && isWord(pieces, at + 1) && taken[at + 1] === 0 && pieces.starts[at + 1]! < limit) {
    if ((pieces.classes[at + 1]! & (IS.common | IS.year)) !== 0 && (pieces.classes[at + 1]! & (IS.given | IS.family)) === 0) return
    span[1] = pieces.ends[at + 1]!
    at += 2
  }
} // prettier-ignore

/** "18 Bluebonnet Ct, round rock": a town of the list behind an address. */
function withTown({ pieces, taken }: Reading, place: PhiSpan, limit: number): void {
  let at = pieceFrom(pieces, place.span[1])
  if (signAt(pieces, at) === DOT && isJoined(pieces, at)) at++
  if (signAt(pieces, at) !== COMMA) return
  const first = at + 1
  if (first >= pieces.count || taken[first] !== 0 || pieces.starts[first]! >= limit) return
  if (pieces.towns[first] === 2) {
    let last = first
    while (pieces.towns[last + 1] === 1 && pieces.starts[last + 1]! < limit) last++
    place.span[1] = pieces.ends[last]!
  } else if ((pieces.classes[first]! & (IS.town | IS.city)) !== 0 && (pieces.classes[first]! & IS.state) === 0 && (pieces.classes[first]! & (IS.common | IS.word)) === 0 && wordAt(pieces, first).length > 3)
    place.span[1] = pieces.ends[first]!
} // prettier-ignore
