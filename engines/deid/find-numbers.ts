/** Identifiers made of numbers: telephone, fax, social security, record, plan, account, licence, vehicle, device and other numbers. */
import { CUES, DIGITS, IS, TENS } from './lexicon.ts'
import { isJoined, isNumber, isWord, lengthAt, SHAPE, signAt, valueAt, wordAt, type Pieces } from './pieces.ts'
import { mark, type PhiKind, type Reading } from './reading.ts'

const DASH = 0x2d
const DOT = 0x2e
const PLUS = 0x2b
const HASH = 0x23
const OPEN = 0x28
const SLASH = 0x2f
/** How far a word before a number may stand from it. */
const CUE_REACH = 8
const FILLER_REACH = 6
const MOST_GROUPS = 16
/** Fewest digits spoken one by one that are a telephone number. */
const SHORTEST_SPOKEN = 7
const MOST_SPOKEN = 20

export function findNumbers(reading: Reading): void {
  const { pieces } = reading
  if ((pieces.anyClass & IS.cue) !== 0) findCuedNumbers(reading)
  if ((pieces.anyShape & SHAPE.number) !== 0) findWrittenNumbers(reading)
  if ((pieces.anyClass & IS.digit) !== 0) findSpokenNumbers(reading)
}

const FILLERS = new Set(
  'is es number no num numero nro id the on my mi su tu del de la el last four ultimos cuatro digitos digits are son was for ends in ending termina en card tarjeta plan driver drivers license licence licencia conducir manejar plate plates placa placas security social social seguridad seguro medical record cuenta factura serial serie poliza study code confirmation its bank from insurance'.split(
    ' ',
  ),
)
const PLAIN_CUES = new Set<string>(['phone', 'fax'])

function findCuedNumbers(reading: Reading) {
  const { pieces, taken } = reading
  for (let i = 0; i < pieces.count; i++) {
    if ((pieces.classes[i]! & IS.cue) === 0 || taken[i] !== 0) continue
    const word = wordAt(pieces, i)
    let kind = CUES[word]!
    if (PLAIN_CUES.has(kind)) continue
    // "CARD-0317-22": in capitals and tied to the number the word is of it.
    const isOfIt = (pieces.shapes[i]! & SHAPE.capitals) !== 0 && signAt(pieces, i + 1) === DASH && isJoined(pieces, i + 1) && isJoined(pieces, i + 2)
    let at = i + 1
    let hasNumberWord = false
    while (at < pieces.count && at - i <= FILLER_REACH && isFiller(pieces, at)) {
      if ((pieces.classes[at]! & IS.cue) !== 0) {
        const next = wordAt(pieces, at)
        if (!GENERAL.has(next)) break
        // "license plate", "seguro social": the second word says which.
        if (GENERAL.has(word) && !PLAIN_CUES.has(CUES[next]!)) kind = CUES[next]!
      }
      if (signAt(pieces, at) === HASH || NUMBER_WORDS.has(wordAt(pieces, at))) hasNumberWord = true
      at++
    }
    let last = endOfIdentifier(pieces, at)
    if (last < at && SURE_CUES.has(kind)) {
      at = behindVerb(pieces, i)
      last = endOfIdentifier(pieces, at)
      hasNumberWord = false
    }
    if (last < at) continue
    const { digits, signs } = measure(pieces, at, last)
    const shortest = kind === 'ssn' ? 4 : hasNumberWord ? 3 : SURE_CUES.has(kind) ? 4 : 5
    if (digits < (signs > digits ? 2 : shortest) || signs < shortest) continue
    if (kind === 'ssn' && digits !== 9 && digits !== 4) continue
    mark(reading, kind as PhiKind, isOfIt ? i : at, last, hasNumberWord ? 0.95 : 0.88)
  }
} // prettier-ignore

/** "The serial number on my insulin pump is ...": the place behind the verb of the same clause. */
function behindVerb(pieces: Pieces, cue: number): number {
  for (let i = cue + 1; i < pieces.count && i - cue <= CUE_REACH; i++) {
    const word = wordAt(pieces, i)
    if (word === 'is' || word === 'es') return i + 1
    if (signAt(pieces, i) !== 0) break
  }
  return pieces.count
}

const SURE_CUES = new Set(['mrn', 'vehicle', 'licence', 'device', 'other'])
const NUMBER_WORDS = new Set(['number', 'no', 'num', 'numero', 'id', 'nro'])
/** Words that announce a number and say too little alone: another word before them may decide. */
const GENERAL = new Set(['number', 'numero', 'card', 'tarjeta', 'record', 'license', 'licence', 'licencia', 'plate', 'plates', 'placa', 'placas', 'social', 'seguro', 'cuenta', 'factura', 'serial', 'serie', 'poliza', 'study', 'insurance', 'confirmation', 'id']) // prettier-ignore

const isFiller = (pieces: Pieces, at: number) => {
  const sign = signAt(pieces, at)
  if (sign !== 0) return sign === HASH || sign === 0x3a || sign === DOT || sign === DASH || sign === 0x3d
  return FILLERS.has(wordAt(pieces, at))
}

/** The last piece of an identifier that begins at `at`: letters and digits in one, joined by dashes, or in groups of digits. */
function endOfIdentifier(pieces: Pieces, at: number): number {
  if (at >= pieces.count) return at - 1
  const { shapes } = pieces
  const isWhole = (shapes[at]! & SHAPE.number) !== 0
  const isPrefix = isWord(pieces, at) && lengthAt(pieces, at) <= 4 && (shapes[at]! & SHAPE.capital) !== 0 && (lengthAt(pieces, at) === 1 || (shapes[at]! & SHAPE.capitals) !== 0) // prettier-ignore
  if (!isWhole && !isPrefix) return at - 1
  let last = at
  let hasDigit = isWhole
  for (let groups = 1; groups < MOST_GROUPS; groups++) {
    const joint = signAt(pieces, last + 1)
    if (isJoined(pieces, last + 1) && (joint === DASH || joint === DOT || joint === HASH) && isJoined(pieces, last + 2) && signAt(pieces, last + 2) === 0) {
      last += 2
    } else if (!hasDigit && (shapes[last + 1]! & SHAPE.number) !== 0 && last + 1 < pieces.count) last += 1
    else if (hasDigit && isNumber(pieces, last + 1) && lengthAt(pieces, last + 1) >= (isNumber(pieces, last) ? 3 : 4) && (shapes[last + 1]! & SHAPE.line) === 0) last += 1
    else if (isNumber(pieces, last) && isNumber(pieces, last + 1) && lengthAt(pieces, last + 1) === 2 && isNumber(pieces, last + 2) && lengthAt(pieces, last + 2) === 4) last += 2
    else break
    if ((shapes[last]! & SHAPE.number) !== 0) hasDigit = true
  } // prettier-ignore
  // "50 mg" and "$45" are amounts.
  return hasDigit ? last : at - 1
}

function measure(pieces: Pieces, first: number, last: number) {
  let digits = 0
  let signs = 0
  for (let i = pieces.starts[first]!; i < pieces.ends[last]!; i++) {
    const code = pieces.text.charCodeAt(i)
    if (code >= 0x30 && code <= 0x39) digits++
    if (code > 0x2f) signs++
  }
  return { digits, signs }
}

/** The nearest word before that announces a number, in the same sentence. */
function cueBefore(pieces: Pieces, at: number): string {
  let weak = ''
  for (let i = at - 1; i >= 0 && at - i <= CUE_REACH; i--) {
    const sign = signAt(pieces, i)
    if ((sign === DOT && lengthAt(pieces, Math.max(0, i - 1)) > 4) || sign === 0x3f || sign === 0x21) return ''
    if ((pieces.classes[i]! & IS.cue) !== 0) {
      const word = wordAt(pieces, i)
      const kind = CUES[word]!
      if (kind === 'fax' || kind === 'ssn' || (kind === 'phone' && !GENERAL.has(word))) return kind
      if (kind === 'phone') weak = kind
    }
  }
  return weak
}

const groups = new Int32Array(MOST_GROUPS)

function findWrittenNumbers(reading: Reading) {
  const { pieces, taken } = reading
  const { shapes, count } = pieces
  for (let i = 0; i < count; i++) {
    if (taken[i] !== 0 || (shapes[i]! & SHAPE.number) === 0) continue
    if ((shapes[i]! & SHAPE.word) !== 0) {
      if (isVehicleNumber(pieces, i)) mark(reading, 'vehicle', i, i, 0.92)
      else if (isBeneficiaryNumber(pieces, i)) mark(reading, 'plan_id', i, i + 4, 0.9)
      continue
    }
    if (isAddress(pieces, i)) {
      mark(reading, 'ip', i, i + 6, 0.92)
      continue
    }
    if (signAt(pieces, i - 1) === HASH && lengthAt(pieces, i) >= 5) {
      mark(reading, 'other', i, i, 0.8)
      continue
    }
    const last = readGroups(pieces, i)
    const kept = kindOfGroups(pieces, i)
    if (kept === undefined) {
      // Long runs are tried once: what follows inside them is part of the same list of numbers.
      if (last - i > MOST_GROUPS) i = last
      continue
    }
    const from = startOf(pieces, i)
    const to = withExtension(pieces, kept.last)
    if (mark(reading, kept.kind, from, to, kept.confidence)) i = to
  }
}

/** Where a telephone number begins: its plus or its bracket. */
function startOf(pieces: Pieces, at: number) {
  let from = at
  if (signAt(pieces, from - 1) === OPEN) from--
  if (signAt(pieces, from - 1) === PLUS) from--
  return from
}

function withExtension(pieces: Pieces, last: number) {
  let at = last + 1
  if (signAt(pieces, at) === 0x2c) at++
  const word = wordAt(pieces, at)
  if (/^x\d{1,6}$/.test(word)) return at
  if (word !== 'ext' && word !== 'extension' && word !== 'x') return last
  if (signAt(pieces, at + 1) === DOT) at++
  return isNumber(pieces, at + 1) && lengthAt(pieces, at + 1) <= 6 ? at + 1 : last
}

let groupCount = 0
const groupEnds = new Int32Array(MOST_GROUPS)
const groupJoints = new Int32Array(MOST_GROUPS)

/** Reads groups of digits that stand together, into `groups`; returns the last piece. */
function readGroups(pieces: Pieces, at: number): number {
  groupCount = 0
  let i = at
  groupJoints[0] = 0
  for (;;) {
    groups[groupCount] = lengthAt(pieces, i)
    groupEnds[groupCount++] = i
    if (groupCount === MOST_GROUPS) return i
    let next = i + 1
    let joint = 0x20
    for (let signs = 0; signs < 2 && isJoint(signAt(pieces, next)); signs++) {
      joint = signAt(pieces, next)
      next++
    }
    if (!isNumber(pieces, next) || pieces.starts[next]! - pieces.ends[i]! > 3) return i
    if ((pieces.shapes[next]! & SHAPE.line) !== 0) return i
    groupJoints[groupCount] = joint
    i = next
  }
}

const isJoint = (sign: number) => sign === DASH || sign === DOT || sign === 0x29 || sign === OPEN || sign === SLASH || sign === 0x2c || sign === 0x2013 || sign === 0x2011 // prettier-ignore

type Kept = { kind: PhiKind; last: number; confidence: number }

function kindOfGroups(pieces: Pieces, at: number): Kept | undefined {
  const cue = groupCount === 1 && groups[0]! < 7 ? '' : cueBefore(pieces, at)
  // "22-108-4472": what a dash ties to a number before it is no telephone.
  if (signAt(pieces, at - 1) === DASH && isJoined(pieces, at) && isJoined(pieces, at - 1) && isNumber(pieces, at - 2))
    return undefined
  const phone = (length: number, confidence: number): Kept => ({
    kind: cue === 'fax' ? 'fax' : 'phone',
    last: groupEnds[length - 1]!,
    confidence,
  })
  const money = signAt(pieces, at - 1) === 0x24 || signAt(pieces, at - 1) === 0x20ac
  if (money) return undefined
  if (starts(3, 2, 4) && groupJoints[1] === groupJoints[2]) {
    if (cue !== 'phone') return { kind: 'ssn', last: groupEnds[2]!, confidence: groupJoints[1] === DASH ? 0.97 : 0.88 }
  }
  if (cue === 'ssn' && starts(9)) return { kind: 'ssn', last: groupEnds[0]!, confidence: 0.9 }
  if (starts(1, 3, 3, 4)) return phone(4, 0.95)
  if (starts(3, 3, 4)) return phone(3, 0.95)
  if (starts(3, 7) || starts(6, 4)) return phone(2, 0.85)
  if (starts(4, 4, 4, 4)) return { kind: 'account', last: groupEnds[3]!, confidence: 0.9 }
  const hasPlus = signAt(pieces, at - 1) === PLUS || signAt(pieces, at - 2) === PLUS
  const total = (length: number) => {
    let sum = 0
    for (let i = 0; i < length; i++) sum += groups[i]!
    return sum
  }
  if (hasPlus || cue === 'phone' || cue === 'fax') {
    for (let length = Math.min(groupCount, 11); length >= 1; length--) {
      const digits = total(length)
      if (hasPlus ? digits >= 8 && digits <= 15 : digits === 10 || digits === 11 || digits === 12)
        return phone(length, 0.92)
    }
    if (starts(3, 4) || starts(7) || starts(4, 4)) return phone(starts(7) ? 1 : 2, 0.88)
  }
  if (starts(10) && /[2-9]/.test(pieces.text[pieces.starts[at]!]!)) return phone(1, 0.75)
  if (starts(11) && pieces.text[pieces.starts[at]!] === '1') return phone(1, 0.75)
  if (starts(3, 4) && groupCount === 2 && (groupJoints[1] === DASH || groupJoints[1] === DOT) && isJoined(pieces, at + 1)) return phone(2, 0.8) // prettier-ignore
  if (groupCount >= SHORTEST_SPOKEN && allSingle()) return phone(groupCount, 0.8)
  return undefined
}

const starts = (...lengths: number[]) =>
  groupCount >= lengths.length && lengths.every((length, i) => groups[i] === length)

const allSingle = () => {
  for (let i = 0; i < groupCount; i++) if (groups[i] !== 1) return false
  return true
}

/** 17 letters and digits without I, O and Q (ISO 3779). */
function isVehicleNumber(pieces: Pieces, at: number) {
  if (lengthAt(pieces, at) !== 17) return false
  const word = wordAt(pieces, at)
  return !/[ioq]/.test(word) && /^[a-z0-9]{17}$/.test(word)
}

/** 1EG4-TE5-MK73, the form of a Medicare beneficiary identifier (CMS). */
function isBeneficiaryNumber(pieces: Pieces, at: number) {
  return (
    lengthAt(pieces, at) === 4 &&
    signAt(pieces, at + 1) === DASH &&
    lengthAt(pieces, Math.min(at + 2, pieces.count - 1)) === 3 &&
    signAt(pieces, at + 3) === DASH &&
    at + 4 < pieces.count &&
    lengthAt(pieces, at + 4) === 4 &&
    (pieces.shapes[at + 4]! & SHAPE.number) !== 0
  )
}

function isAddress(pieces: Pieces, at: number) {
  if (at + 6 >= pieces.count || signAt(pieces, at - 1) === DOT) return false
  for (let i = 0; i < 4; i++) {
    if (!(valueAt(pieces, at + i * 2) <= 255)) return false
    if (i < 3 && (signAt(pieces, at + i * 2 + 1) !== DOT || !isJoined(pieces, at + i * 2 + 2))) return false
  }
  return isJoined(pieces, at + 1)
}

/** "five five five, double two, one": seven digits and more in a row; after the word for it also a social security number. */
function findSpokenNumbers(reading: Reading) {
  const { pieces, taken } = reading
  for (let i = 0; i < pieces.count; i++) {
    if (taken[i] !== 0 || !isSpoken(pieces, i)) continue
    let digits = 0
    let words = 0
    let last = i
    let at = i
    while (at < pieces.count && words < MOST_SPOKEN) {
      const word = wordAt(pieces, at)
      if (word === 'double' || word === 'doble' || word === 'triple') {
        if (DIGITS[wordAt(pieces, at + 1)] === undefined) break
        digits += word === 'triple' ? 2 : 1
      } else if (TENS[word] !== undefined && isWord(pieces, at)) digits += 2
      else if (DIGITS[word] !== undefined && isWord(pieces, at)) digits += 1
      else if (isNumber(pieces, at) && lengthAt(pieces, at) <= 4) digits += lengthAt(pieces, at)
      else if (
        words > 0 &&
        (signAt(pieces, at) === 0x2c ||
          signAt(pieces, at) === DASH ||
          (word === 'y' && TENS[wordAt(pieces, at - 1)] !== undefined))
      ) {
        at++
        continue
      } else break
      words++
      last = at
      at++
    }
    if (digits >= SHORTEST_SPOKEN || (digits === 4 && words === 4)) {
      const cue = cueBefore(pieces, i)
      if (digits === 9 && cue === 'ssn') mark(reading, 'ssn', i, last, 0.9)
      else if (digits === 4) {
        if (cue === 'ssn') mark(reading, 'ssn', i, last, 0.8)
      } else if (words >= 5) mark(reading, cue === 'fax' ? 'fax' : 'phone', i, last, 0.85)
    }
    i = last
  }
}

const isSpoken = (pieces: Pieces, at: number) => (pieces.classes[at]! & (IS.digit | IS.tens)) !== 0

/** How far before a code the word for it may stand. */
const WORD_REACH = 6

/** What a code is, by the nearest word before it that tells. */
export function kindOfCode(pieces: Pieces, at: number): PhiKind {
  for (let i = at - 1; i >= 0 && at - i <= WORD_REACH; i--) {
    const kind = (pieces.classes[i]! & IS.cue) === 0 ? undefined : CUES[wordAt(pieces, i)]
    if (kind !== undefined && kind !== 'ssn' && !PLAIN_CUES.has(kind)) return kind as PhiKind
  }
  return 'other'
}
