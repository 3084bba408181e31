/**
 * Identifiers of a person in free text, English and Spanish: the 18 kinds of 45 CFR 164.514(b)(2)(i) (understanding-D46).
 *
 * Pure and linear: one pass makes pieces, each finder walks them once with bounded look-around; what cannot occur is not looked for. Spans
 * are UTF-16 offsets into the text as given. A year, a state, a weekday, medicines, illnesses named after people, departments and measured
 * values are not identifiers.
 */
import { findAddresses, findMails } from './find-addresses.ts'
import { findDates } from './find-dates.ts'
import { findInstitutions } from './find-institutions.ts'
import { findLearned } from './find-learned.ts'
import { findNames } from './find-names.ts'
import { findNicknames } from './find-nicknames.ts'
import { findNumbers } from './find-numbers.ts'
import { findPlaces, passStates } from './find-places.ts'
import { findLeftCodes, findLetterCodes, findWritten } from './find-written.ts'
import { joinFound } from './join-found.ts'
import { IS } from './lexicon.ts'
import { piecesOf, SHAPE, type Pieces } from './pieces.ts'
import { mark, type PhiKind, type PhiSpan, type Reading } from './reading.ts'
import { widenFound, widenPlaces } from './widen-found.ts'

export type { PhiKind, PhiSpan }

export const PHI_VERSION = 'deid-5'

const NONE: readonly string[] = []
const DAY_AND_AGE = IS.month | IS.nineties
const ADDRESS = IS.domain | IS.picture

/**
 * `known` are names of the patient and of relatives ("Ana María López"): they are found in any case and alone. `learned`: with what was
 * learned from marked lines, not by rules alone.
 */
export function findPhi(text: string, known: readonly string[] = NONE, { learned = true } = {}): PhiSpan[] {
  const pieces = piecesOf(text)
  const reading: Reading = { pieces, taken: takenFor(pieces.count), found: [] }
  const hasNumber = (pieces.anyShape & SHAPE.number) !== 0
  passStates(reading)
  if (pieces.hasAt) findMails(reading)
  if (hasNumber && (pieces.anyShape & SHAPE.capital) !== 0) findLetterCodes(reading)
  findInstitutions(reading)
  findWritten(reading)
  if (pieces.hasColon || (pieces.anyClass & ADDRESS) !== 0 || mayHoldLink(text)) findAddresses(reading)
  if (hasNumber || (pieces.anyClass & (IS.cue | IS.digit)) !== 0) findNumbers(reading)
  if (hasNumber || (pieces.anyClass & DAY_AND_AGE) !== 0) findDates(reading)
  findPlaces(reading)
  if ((pieces.anyClass & IS.biometric) !== 0) findBiometrics(reading)
  if (hasNumber) widenPlaces(reading)
  findNames(reading, known)
  findNicknames(reading)
  findWritten(reading, true)
  if (hasNumber) findLeftCodes(reading)
  if (reading.found.length > 0) widenFound(reading)
  if (learned && findLearned(reading)) widenFound(reading)
  if (reading.found.length > 1) reading.found.sort((a, b) => a.span[0] - b.span[0])
  joinFound(reading)
  return reading.found
}

const mayHoldLink = (text: string) => text.includes('www') || text.includes('WWW')

let kept = new Uint8Array(1 << 10)

function takenFor(count: number): Uint8Array {
  if (count > kept.length) {
    if (count > 1 << 15) return new Uint8Array(count)
    kept = new Uint8Array(count * 2)
  }
  return kept.fill(0, 0, count)
}

const FIRST_OF_PAIR = new Set('finger retina retinal iris voice palm facial face'.split(' '))
const SECOND_OF_PAIR = new Set('print prints scan scans recognition id template digital dactilar'.split(' '))

function findBiometrics(reading: Reading): void {
  const { pieces } = reading
  for (let i = 0; i < pieces.count; i++) {
    if ((pieces.classes[i]! & IS.biometric) === 0) continue
    const word = wordOf(pieces, i)
    const isPair = SECOND_OF_PAIR.has(wordOf(pieces, i + 1))
    if (leadsToCode(reading, i)) continue
    if (FIRST_OF_PAIR.has(word) || word.startsWith('huella')) {
      if (isPair) mark(reading, 'biometric', i, i + 1, 0.75)
    } else mark(reading, 'biometric', i, isPair ? i + 1 : i, 0.75)
  }
}

/** "Retinal scan ID IRIS-0044718-L": the code is the identifier. */
const CODE_REACH = 4
const leadsToCode = ({ pieces, found }: Reading, at: number): boolean => {
  const to = pieces.starts[Math.min(at + CODE_REACH, pieces.count - 1)]!
  return found.some(({ kind, span }) => kind === 'biometric' && span[0] > pieces.starts[at]! && span[0] <= to)
}

const wordOf = ({ text, starts, ends, count }: Pieces, at: number) => (at < count ? text.slice(starts[at], ends[at]).toLowerCase() : '') // prettier-ignore
