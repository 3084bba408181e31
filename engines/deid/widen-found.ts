/**
 * The whole of what was found in part: letters and groups of a code, initials and small words of a name, the town and the house of an address,
 * the spoken year of a day; and the same name or a code of the same form once more (decision 0244). What stays unmasked beside a masked half
 * tells as much as the whole.
 */
import { isOfDictionary } from './dictionary.ts'
import { isNobody } from './find-names.ts'
import { IS } from './lexicon.ts'
import { isJoined, isNumber, isWord, lengthAt, pieceFrom, SHAPE, signAt, wordAt, type Pieces } from './pieces.ts'
import { mark, type PhiKind, type PhiSpan, type Reading } from './reading.ts'

const COMMA = 0x2c
const DOT = 0x2e
const DASH = 0x2d
const HALF = 0xbd

const CODES = new Set<PhiKind>('mrn plan_id account licence vehicle device biometric other ssn'.split(' ') as PhiKind[])

const isCapital = (pieces: Pieces, at: number) => at >= 0 && at < pieces.count && (pieces.shapes[at]! & SHAPE.capital) !== 0 && isWord(pieces, at) // prettier-ignore
const has = (pieces: Pieces, at: number, bit: number) => at >= 0 && at < pieces.count && (pieces.classes[at]! & bit) !== 0 // prettier-ignore
const hasDigit = (pieces: Pieces, at: number) => at >= 0 && at < pieces.count && (pieces.shapes[at]! & SHAPE.number) !== 0 // prettier-ignore
const isLine = (pieces: Pieces, at: number) => at < pieces.count && (pieces.shapes[at]! & SHAPE.line) !== 0

/** Before names are read: a town behind an address may be one, too. */
export function widenPlaces(reading: Reading): void {
  const { pieces, found } = reading
  for (const span of found) {
    if (span.kind !== 'place') continue
    const first = pieceFrom(pieces, span.span[0])
    const last = pieceFrom(pieces, span.span[1]) - 1
    if (last >= first) widen(reading, span, startOfPlace(reading, first), endOfPlace(reading, first, last))
  }
}

export function widenFound(reading: Reading): void {
  const { pieces, found } = reading
  // What is added meanwhile is whole.
  const parts = found.length
  for (let k = 0; k < parts; k++) {
    const span = found[k]!
    const first = pieceFrom(pieces, span.span[0])
    const last = pieceFrom(pieces, span.span[1]) - 1
    if (last < first) continue
    if (span.kind === 'name') widen(reading, span, startOfName(reading, first), endOfName(reading, last))
    else if (CODES.has(span.kind)) {
      widen(reading, span, startOfCode(reading, first), endOfCode(reading, last, hasDigit(pieces, last)))
      findAlike(reading, span)
    } else if (span.kind === 'phone') widen(reading, span, startOfSpoken(reading, first), endOfRest(reading, last))
    else if (span.kind === 'place') widen(reading, span, startOfPlace(reading, first), endOfPlace(reading, first, last))
    else if (span.kind === 'date') widen(reading, span, startOfDay(reading, first), endOfDay(reading, last))
  }
  findAgain(reading)
}

function widen({ pieces, taken }: Reading, span: PhiSpan, first: number, last: number) {
  const from = pieceFrom(pieces, span.span[0])
  const to = pieceFrom(pieces, span.span[1]) - 1
  for (let i = first; i < from; i++) taken[i] = 1
  for (let i = to + 1; i <= last; i++) taken[i] = 1
  span.span[0] = Math.min(span.span[0], pieces.starts[first]!)
  span.span[1] = Math.max(span.span[1], pieces.ends[last]!)
}

// --- names ---

const BABY = new Set('girl boy'.split(' '))
const BEFORE_NAME = new Set('doc auntie tia tio'.split(' '))

/** "Baby Girl Okonkwo", "Wm. Slocum", "de Groot": what stands right before and is of the name. */
function startOfName({ pieces, taken }: Reading, first: number): number {
  let at = first
  if (isLine(pieces, at)) return at
  const isFree = (i: number) => i >= 0 && taken[i] === 0
  if (isFree(at - 1) && BABY.has(wordAt(pieces, at - 1)) && wordAt(pieces, at - 2) === 'baby' && isFree(at - 2)) return at - 2
  if (isFree(at - 1) && isCapital(pieces, at - 1) && BEFORE_NAME.has(wordAt(pieces, at - 1))) return at - 1
  let from = at
  while (from > 0 && isFree(from - 1) && has(pieces, from - 1, IS.particle) && !isCapital(pieces, from - 1) && at - from < 2) from--
  // "la de Juárez": behind a small word it is a link.
  const isBegun = from < at && (from === 0 || signAt(pieces, from - 1) !== 0 || has(pieces, from - 1, IS.title) || isLine(pieces, from))
  if (isBegun) at = from
  // "Wm. Tecumseh Slocum", "J. Perez", "O Faolain"
  const isUnknown = (i: number) =>
    isFree(i) && isCapital(pieces, i) && lengthAt(pieces, i) > 2 && (pieces.shapes[i]! & SHAPE.capitals) === 0 && !has(pieces, i, NO_NAME | IS.common | IS.word | IS.eponym | IS.street | IS.particle) && !isNobody(pieces, i)
  if (isUnknown(at - 1) && !(isBegin(pieces, at - 1) && isOfDictionary(wordAt(pieces, at - 1)))) at--
  const isShort = (i: number) => isFree(i) && isCapital(pieces, i) && lengthAt(pieces, i) <= 2 && !has(pieces, i, IS.title | IS.state | IS.care)
  if (signAt(pieces, at - 1) === DOT && isFree(at - 1) && isJoined(pieces, at - 1) && isShort(at - 2)) return at - 2
  return at
} // prettier-ignore

const isBegin = (pieces: Pieces, at: number): boolean =>
  at === 0 || isLine(pieces, at) || [DOT, 0x3f, 0x21, 0x3a].includes(signAt(pieces, at - 1))

const LINKS = new Set('i y e'.split(' '))

/** "Feliu i Bosch", "GOODNIGHT, MERCY L", "Ferreira-Osei, Q.", "O Faolain" */
function endOfName({ pieces, taken }: Reading, last: number): number {
  let end = last
  for (let steps = 0; steps < 3; steps++) {
    const next = end + 1
    if (next >= pieces.count || taken[next] !== 0 || isLine(pieces, next)) break
    const isDotted = signAt(pieces, next) === DOT && isJoined(pieces, next) && lengthAt(pieces, end) <= 2
    const at = isDotted ? next + 1 : next
    if (isDotted && (at >= pieces.count || taken[at] !== 0 || !isCapital(pieces, at) || isLine(pieces, at))) break
    const isNext = (i: number) =>
      isCapital(pieces, i) && taken[i] === 0 && lengthAt(pieces, i) > 2 && !has(pieces, i, NO_NAME) && !isLine(pieces, i)
    if (LINKS.has(wordAt(pieces, at)) && isNext(at + 1) && !has(pieces, at + 1, IS.common | IS.given)) end = at + 1
    else if ((wordAt(pieces, at) === 'viuda' || wordAt(pieces, at) === 'v') && wordAt(pieces, at + 1) !== 'de' && signAt(pieces, at + 1) === DOT && wordAt(pieces, at + 2) === 'de' && isCapital(pieces, at + 3)) end = at + 3
    else if (wordAt(pieces, at) === 'viuda' && wordAt(pieces, at + 1) === 'de' && isCapital(pieces, at + 2)) end = at + 2
    // "Ó Faoláin": one letter with an accent, or an initial between or behind capitals.
    else if (isCapital(pieces, at) && lengthAt(pieces, at) === 1 && wordAt(pieces, at) !== 'i') {
      end = isNext(at + 1) && !has(pieces, at + 1, IS.common) ? at + 1 : at
    } else if (isDotted && isNext(at)) end = at
    else break
  }
  // ", Q." and ",T"
  const comma = end + 1
  const isInitial =
    signAt(pieces, comma) === COMMA && isCapital(pieces, comma + 1) && lengthAt(pieces, comma + 1) === 1 && taken[comma + 1] === 0 && !isLine(pieces, comma + 1)
  const isWhole = signAt(pieces, comma + 2) === DOT || comma + 2 >= pieces.count || isJoined(pieces, comma + 1) || signAt(pieces, comma + 2) !== 0
  return isInitial && isWhole ? comma + 1 : end
} // prettier-ignore

const NO_NAME = IS.care | IS.medicine | IS.month | IS.title | IS.kin | IS.organization | IS.state | IS.greeting | IS.cue

// --- codes ---

/** Before a code and of it: "RX 771-3302", "LOT 5518834". */
const MARKS = new Set('sn ref lot rx n mr hc'.split(' '))
const PROFESSIONS = new Set('rn lpn lvn md np pa dds cna aprn pt ot do phd'.split(' '))
/** Letters before digits that are a measure or a test, not of a code. */
const LONGEST_MARK = 4

const isTie = (sign: number) => sign === DASH || sign === DOT || sign === 0x2f || sign === 0x23 || sign === 0x3a || sign === 0x5f // prettier-ignore

function startOfCode({ pieces, taken }: Reading, first: number): number {
  let at = first
  // "RN.448117", "WC#0227": tied to what stands before.
  while (at > 1 && isJoined(pieces, at) && isTie(signAt(pieces, at - 1)) && isJoined(pieces, at - 1) && taken[at - 1] === 0 && taken[at - 2] === 0 && isOfCode(pieces, at - 2))
    at -= 2
  if (at > 0 && isJoined(pieces, at) && signAt(pieces, at - 1) === 0x23 && taken[at - 1] === 0) at--
  if (isLine(pieces, at)) return at
  const isMark = (i: number) =>
    i >= 0 && taken[i] === 0 && isCapital(pieces, i) && lengthAt(pieces, i) <= LONGEST_MARK && !PROFESSIONS.has(wordAt(pieces, i)) && ((pieces.shapes[i]! & SHAPE.capitals) !== 0 || lengthAt(pieces, i) === 1) && (!has(pieces, i, IS.common | IS.care | IS.title | IS.state | IS.cue) || MARKS.has(wordAt(pieces, i)))
  if (isMark(at - 1) && hasDigit(pieces, at)) return at - 1
  // "N° 30918": a sign between.
  if (isSignOfNumber(pieces, at - 1) && isMark(at - 2) && wordAt(pieces, at - 2) === 'n') return at - 2
  return at
} // prettier-ignore

const isSignOfNumber = (pieces: Pieces, at: number) => signAt(pieces, at) === 0xb0 || wordAt(pieces, at) === 'º'
const isOfCode = (pieces: Pieces, at: number) => hasDigit(pieces, at) || (isWord(pieces, at) && (pieces.shapes[at]! & SHAPE.capital) !== 0) // prettier-ignore

function endOfCode({ pieces, taken }: Reading, last: number, isNumeric: boolean): number {
  let end = last
  while (isTie(signAt(pieces, end + 1)) && isJoined(pieces, end + 1) && isJoined(pieces, end + 2) && taken[end + 1] === 0 && taken[end + 2] === 0 && isOfCode(pieces, end + 2))
    end += 2
  for (let groups = 0; isNumeric && groups < 4; groups++) {
    const next = end + 1
    if (next >= pieces.count || taken[next] !== 0 || isLine(pieces, next) || isJoined(pieces, next)) break
    const isLetter = isCapital(pieces, next) && lengthAt(pieces, next) === 1 && (next + 1 >= pieces.count || signAt(pieces, next + 1) !== 0) && wordAt(pieces, next) !== 'i'
    if (isLetter) return next
    // Groups of four, or the rest of a code that has letters: "220 4418", "7Q2 99B 410".
    const isGroup = hasDigit(pieces, next) && lengthAt(pieces, next) >= 3 && lengthAt(pieces, next) <= 5 && !isMeasured(pieces, next) && (lengthAt(pieces, end) >= 3 && hasDigit(pieces, end))
    if (!isGroup) break
    end = next
  }
  return end
} // prettier-ignore

/** "0044 8819 2207 1": a last group that a telephone has not. */
const endOfRest = ({ pieces, taken }: Reading, last: number): number =>
  isNumber(pieces, last + 1) && lengthAt(pieces, last + 1) === 1 && taken[last + 1] === 0 && !isLine(pieces, last + 1) && lengthAt(pieces, last) === 4 && (last + 2 >= pieces.count || signAt(pieces, last + 2) !== 0) ? last + 1 : last // prettier-ignore

/** "W, zero nine, triple four": a letter before what is spoken. */
const startOfSpoken = ({ pieces, taken }: Reading, first: number): number =>
  isWord(pieces, first) && signAt(pieces, first - 1) === COMMA && isCapital(pieces, first - 2) && lengthAt(pieces, first - 2) === 1 && taken[first - 2] === 0 ? first - 2 : first // prettier-ignore

const MEASURES = new Set('mg ml mcg units hours days weeks months years am pm kg lb lbs dollars pesos for on at'.split(' ')) // prettier-ignore
const isMeasured = (pieces: Pieces, at: number) => MEASURES.has(wordAt(pieces, at + 1)) || signAt(pieces, at + 1) === 0x3a || signAt(pieces, at + 1) === 0x25 || signAt(pieces, at + 1) === 0x2f // prettier-ignore

const ANDS = new Set('and y or o e'.split(' '))

/** "chart numbers 310044 and 310440": another of the same form right behind it. */
function findAlike(reading: Reading, { kind, span, confidence }: PhiSpan) {
  const { pieces, taken } = reading
  const first = pieceFrom(pieces, span[0])
  let last = pieceFrom(pieces, span[1]) - 1
  for (let more = 0; more < 3; more++) {
    let next = last + 1
    if (signAt(pieces, next) === COMMA) next++
    if (ANDS.has(wordAt(pieces, next))) next++
    if (next === last + 1 || next >= pieces.count || taken[next] !== 0 || !hasDigit(pieces, next)) return
    const length = last - first
    if (next + length >= pieces.count || formOf(pieces, first, last) !== formOf(pieces, next, next + length)) return
    if (!mark(reading, kind, next, next + length, confidence)) return
    last = next + length
  }
}

const formOf = ({ text, starts, ends }: Pieces, first: number, last: number): string =>
  text.slice(starts[first], ends[last]).replace(/\d/g, '9').replace(/\p{L}/gu, 'A')

// --- places ---

/** "48½ Gristmill Pl": the house before a half. */
const startOfPlace = ({ pieces, taken }: Reading, first: number): number =>
  signAt(pieces, first - 1) === HALF && isNumber(pieces, first - 2) && taken[first - 2] === 0 ? first - 2 : first

/** Parts of a house and of a town. */
const PARTS = new Set('piso dto dpto depto departamento int interior apto apartamento apt apartment unit suite ste floor fl local lote lt mz manzana casa torre bloque esc escalera puerta pta col colonia urb barrio villa fracc cp c zip of oficina no num edificio edif bldg'.split(' ')) // prettier-ignore
/** Most parts behind a street. */
const MOST_PARTS = 6
const NO_TOWN = IS.care | IS.medicine | IS.month | IS.title | IS.state | IS.greeting | IS.kin

/** Behind an address with a number: its floor, its quarter, its town, its postal code. */
function endOfPlace({ pieces, taken }: Reading, first: number, last: number): number {
  let hasHouse = false
  for (let i = first; i <= last; i++) if (hasDigit(pieces, i)) hasHouse = true
  if (!hasHouse) return last
  let end = last
  // "4471-A"
  if (signAt(pieces, end + 1) === DASH && isJoined(pieces, end + 1) && isJoined(pieces, end + 2) && taken[end + 1] === 0 && taken[end + 2] === 0 && lengthAt(pieces, end + 2) <= 2) end += 2 // prettier-ignore
  for (let parts = 0; parts < MOST_PARTS; parts++) {
    const next = endOfPart(pieces, taken, end)
    if (next === end) break
    end = next
  }
  return end
}

function endOfPart(pieces: Pieces, taken: Uint8Array, end: number): number {
  let at = end + 1
  const hasComma = signAt(pieces, at) === COMMA
  if (hasComma) at++
  const isFree = (i: number) => i < pieces.count && taken[i] === 0
  if (!isFree(at) || isLine(pieces, at)) return end
  if (PARTS.has(wordAt(pieces, at))) {
    let i = at + 1
    while (isFree(i) && (signAt(pieces, i) === DOT || signAt(pieces, i) === 0x23 || wordAt(pieces, i) === 'p')) i++
    if (signAt(pieces, i - 1) === DOT && !isFree(i)) return end
    if (isFree(i) && (hasDigit(pieces, i) || (isCapital(pieces, i) && lengthAt(pieces, i) === 1))) return i
    return isFree(i) && i > at + 1 - (hasComma ? 1 : 0) ? endOfTown(pieces, taken, i, end) : end
  }
  // ", 6F", ", 2º B"
  const isHouse = hasComma && hasDigit(pieces, at) && !isNumber(pieces, at) && lengthAt(pieces, at) <= 3 && hasDigit(pieces, end) // prettier-ignore
  if (isHouse) return isCapital(pieces, at + 1) && lengthAt(pieces, at + 1) === 1 && taken[at + 1] === 0 ? at + 1 : at
  if (isNumber(pieces, at) && lengthAt(pieces, at) === 5 && (hasComma || isCapital(pieces, end))) return at
  return hasComma || (isNumber(pieces, end) && lengthAt(pieces, end) === 5) ? endOfTown(pieces, taken, at, end) : end
}

/** Capitalised words of a town, not at a sentence that goes on. */
function endOfTown(pieces: Pieces, taken: Uint8Array, from: number, end: number): number {
  let last = from - 1
  for (let i = from; i - from < 4 && i < pieces.count && taken[i] === 0; i++) {
    if (isLine(pieces, i)) break
    if (
      isCapital(pieces, i) &&
      !has(pieces, i, i > from ? NO_TOWN & ~IS.care : NO_TOWN) &&
      (pieces.shapes[i]! & SHAPE.capitals) === 0
    )
      last = i
    else if (!has(pieces, i, IS.particle) || last < from) break
  }
  if (last < from) return end
  // "77 Elm St, Please call": a word that begins something else.
  return has(pieces, from, IS.common) && !has(pieces, from, IS.particle | IS.given | IS.family | IS.town | IS.city | IS.townFirst) ? end : last // prettier-ignore
}

// --- days ---

const COMING = new Set('this next last coming past'.split(' '))
/** "this coming 2 March" */
function startOfDay({ pieces, taken }: Reading, first: number): number {
  let at = first
  while (at > 0 && first - at < 2 && taken[at - 1] === 0 && COMING.has(wordAt(pieces, at - 1))) at--
  return at
}

const NUMBER_WORDS = IS.digit | IS.tens | IS.ordinal | IS.nineties
const BETWEEN = new Set('de del y and mil of'.split(' '))

/** ", nineteen forty-eight", "del cuarenta y siete", "del 88", " '23" */
function endOfDay({ pieces, taken }: Reading, last: number): number {
  let end = last
  let at = last + 1
  if (signAt(pieces, at) === COMMA) at++
  let spoken = 0
  for (let steps = 0; steps < 8 && at < pieces.count && taken[at] === 0 && !isLine(pieces, at); steps++, at++) {
    if (isWord(pieces, at) && has(pieces, at, NUMBER_WORDS)) {
      spoken++
      end = at
    } else if (!(BETWEEN.has(wordAt(pieces, at)) || signAt(pieces, at) === DASH)) break
  }
  if (spoken > 1 || (spoken === 1 && signAt(pieces, last + 1) !== COMMA)) return end
  // "del 88", "'23"
  const link = wordAt(pieces, last + 1) === 'del' || wordAt(pieces, last + 1) === 'de' ? last + 2 : signAt(pieces, last + 1) === COMMA && wordAt(pieces, last + 2) === 'del' ? last + 3 : -1 // prettier-ignore
  if (link > 0 && isNumber(pieces, link) && lengthAt(pieces, link) === 2 && taken[link] === 0) return link
  return last
}

// --- once more ---

/** A name that was found stands in the same text again, with a capital. */
function findAgain(reading: Reading) {
  const { pieces, taken, found } = reading
  if ((pieces.anyShape & SHAPE.capital) === 0) return
  let names: Set<number> | undefined
  for (const { kind, span } of found) {
    if (kind !== 'name') continue
    for (let i = pieceFrom(pieces, span[0]); i < pieces.count && pieces.starts[i]! < span[1]; i++)
      if (isCapital(pieces, i) && lengthAt(pieces, i) > 2 && !has(pieces, i, IS.particle | IS.care | IS.title))
        (names ??= new Set()).add(pieces.hashes[i]!)
  }
  if (names === undefined) return
  for (let i = 0; i < pieces.count; i++) {
    if (taken[i] !== 0 || !isCapital(pieces, i) || !names.has(pieces.hashes[i]!)) continue
    const isStart = i === 0 || isLine(pieces, i) || [DOT, 0x3f, 0x21].includes(signAt(pieces, i - 1))
    if ((isStart && has(pieces, i, IS.common)) || has(pieces, i, IS.eponym) || isNobody(pieces, i)) continue
    mark(reading, 'name', i, i, 0.6)
  }
}
