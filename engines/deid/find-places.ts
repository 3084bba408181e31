/** Geography below a state: street addresses, post boxes, towns, counties, postal codes, and named hospitals, schools and churches. */
import { namesIllness } from './find-names.ts'
import { hashOf, IS } from './lexicon.ts'
import { isJoined, isNumber, isWord, lengthAt, SHAPE, signAt, wordAt, type Pieces } from './pieces.ts'
import { mark, type Reading } from './reading.ts'

const COMMA = 0x2c
const DOT = 0x2e
const HASH = 0x23
/** Most words between a house number and the word for a street. */
const LONGEST_STREET = 5
const LONGEST_TOWN = 4

const isCapital = (pieces: Pieces, at: number) => at >= 0 && at < pieces.count && (pieces.shapes[at]! & SHAPE.capital) !== 0 && isWord(pieces, at) // prettier-ignore
const has = (pieces: Pieces, at: number, bit: number) =>
  at >= 0 && at < pieces.count && (pieces.classes[at]! & bit) !== 0

export function findPlaces(reading: Reading): void {
  const { pieces, taken } = reading
  const { classes, count, anyClass } = pieces
  if ((anyClass & IS.townFirst) !== 0) markLongTowns(reading)
  if ((anyClass & (IS.street | IS.streetFirst | IS.state | IS.city | IS.town | IS.placeCue | IS.organization)) === 0)
    return
  const isFree = (i: number, bit: number) => (classes[i]! & bit) !== 0 && taken[i] === 0
  for (let i = 0; i < count; i++) {
    if (isFree(i, IS.street) && markStreet(reading, i)) continue
    if (isFree(i, IS.streetFirst) && isCapital(pieces, i) && markStreetFirst(reading, i)) continue
    if (isFree(i, IS.state)) markTownBeforeState(reading, i)
  }
  if ((anyClass & (IS.placeCue | IS.city | IS.town)) === 0) return
  for (let i = 0; i < count; i++) {
    if (isFree(i, IS.placeCue)) markCued(reading, i)
    if (isFree(i, IS.city) && (isCapital(pieces, i) || isSmallCity(pieces, i))) markCity(reading, i)
    else if (isFree(i, IS.town) && isCapital(pieces, i)) markTownOfList(reading, i)
  }
}

/** States of two words, the first and what may follow it. "New York" is one only behind a town. */
const STATES_OF_TWO: Record<string, string> = {
  new: 'mexico jersey hampshire york zealand', north: 'carolina dakota korea', south: 'carolina dakota korea africa', west: 'virginia', rhode: 'island', puerto: 'rico',
  british: 'columbia', nova: 'scotia', prince: 'edward', costa: 'rica', republica: 'dominicana', dominican: 'republic', reino: 'unido',
  estados: 'unidos', united: 'states kingdom', nuevo: 'leon', baja: 'california', quintana: 'roo', entre: 'rios', sri: 'lanka',
  saudi: 'arabia', nueva: 'zelanda', sierra: 'leone', burkina: 'faso', great: 'britain',
} // prettier-ignore
const FIRST_OF_TWO = new Set(Object.keys(STATES_OF_TWO).map(hashOf))

/** A state of two words is no identifier: nothing else may be read in it. */
export function passStates(reading: Reading): void {
  const { pieces, taken } = reading
  if ((pieces.anyShape & SHAPE.capital) === 0) return
  for (let i = 0; i + 1 < pieces.count; i++) {
    if (!isCapital(pieces, i) || !FIRST_OF_TWO.has(pieces.hashes[i]!) || !isCapital(pieces, i + 1)) continue
    const second = wordAt(pieces, i + 1)
    if (!STATES_OF_TWO[wordAt(pieces, i)]!.split(' ').includes(second)) continue
    const isOther = has(pieces, i + 2, IS.street | IS.organization | IS.streetFirst) || has(pieces, i - 1, IS.streetFirst) || isNumber(pieces, i - 1) // prettier-ignore
    if (isOther || (second === 'york' && !(signAt(pieces, i - 1) === COMMA && isCapital(pieces, i - 2)))) continue
    taken[i] = taken[i + 1] = 1
    const zip = signAt(pieces, i + 2) === COMMA ? i + 3 : i + 2
    if (isNumber(pieces, zip) && lengthAt(pieces, zip) === 5) mark(reading, 'place', zip, zipEnd(pieces, zip), 0.88)
  }
}

/** "Las Cruces", "moved to sault ste marie": towns of several words that are no words of every day, or stand where a place does. */
function markLongTowns(reading: Reading): void {
  const { pieces } = reading
  for (let i = 0; i < pieces.count; i++) {
    if (pieces.towns[i] !== 2) continue
    let last = i
    let common = 0
    let capitals = 0
    while (pieces.towns[last + 1] === 1) last++
    for (let at = i; at <= last; at++) {
      if (has(pieces, at, IS.common | IS.word) || lengthAt(pieces, at) < 3) common++
      if (isCapital(pieces, at)) capitals++
    }
    // "María de la Paz" is somebody.
    if (wordAt(pieces, i - 1) === 'de' && has(pieces, i - 2, IS.given) && isCapital(pieces, i - 2)) continue
    const isPlain = common === last - i + 1
    const hasLink = PLACE_LINKS.has(wordAt(pieces, i - 1)) || signAt(pieces, i - 1) === COMMA || has(pieces, i - 1, IS.placeCue)
    const isWritten = capitals > 1 && capitals > (last - i) / 2 && !(has(pieces, i, IS.given) && has(pieces, last, IS.family))
    const isNamed = has(pieces, i, IS.given | IS.family) || has(pieces, last, IS.given | IS.family)
    if (isWritten ? hasLink || !(isNamed || startsSentence(pieces, i)) : hasLink && !isPlain) mark(reading, 'place', i, last, 0.8)
  }
} // prettier-ignore

const UNITS = new Set(
  'apt apartment unit bldg building lot space spc suite ste floor departamento depto dpto interior int piso casa lote manzana #'.split(
    ' ',
  ),
)

/** Most parts of a house behind a street: "Bldg 7 #2". */
const MOST_UNITS = 3

function withUnit(pieces: Pieces, last: number): number {
  let end = last
  for (let units = 0; units < MOST_UNITS; units++) {
    const next = withOneUnit(pieces, end)
    if (next === end || (pieces.shapes[next]! & SHAPE.sign) !== 0) return units === 0 ? next : end
    end = next
  }
  return end
}

function withOneUnit(pieces: Pieces, last: number): number {
  let end = last
  if (signAt(pieces, end + 1) === DOT && isJoined(pieces, end + 1)) end++
  let at = end + 1
  if (signAt(pieces, at) === COMMA) at++
  if (UNITS.has(wordAt(pieces, at)) || signAt(pieces, at) === HASH) {
    if (signAt(pieces, at + 1) === DOT) at++
    if (at + 1 < pieces.count && (pieces.shapes[at + 1]! & SHAPE.number) !== 0) return at + 1
    if (isCapital(pieces, at + 1) && lengthAt(pieces, at + 1) === 1) return at + 1
  }
  return signAt(pieces, end) === DOT ? last : end
}

function markStreet(reading: Reading, at: number): boolean {
  const { pieces } = reading
  let first = at
  let capitals = 0
  for (let i = at - 1; i >= 0 && at - i <= LONGEST_STREET; i--) {
    if ((pieces.shapes[i]! & SHAPE.number) !== 0) {
      const isOrdinal = (pieces.shapes[i]! & SHAPE.word) !== 0 && lengthAt(pieces, i) > 2 && /(?:st|nd|rd|th)$/.test(wordAt(pieces, i)) // prettier-ignore
      first = i
      capitals++
      if (isOrdinal) continue
      const isNamed = capitals > 1 && (isCapital(pieces, at) || capitals > 2 || isAddressCue(pieces, i))
      if (!isNamed || reading.taken[i] !== 0) return false
      return mark(reading, 'place', i, withUnit(pieces, at), 0.92)
    }
    const isInside =
      isCapital(pieces, i) || (signAt(pieces, i) === DOT && isJoined(pieces, i)) || isAddressCue(pieces, i - 1)
    if (!isInside) break
    if (isCapital(pieces, i)) capitals++
    first = i
  }
  if (
    isCapital(pieces, at) &&
    ROUTES.has(wordAt(pieces, at)) &&
    isNumber(pieces, at + 1) &&
    lengthAt(pieces, at + 1) <= 4
  ) {
    return mark(reading, 'place', capitals > 0 ? first : at, at + 1, 0.75)
  }
  // A street without a number: "Olentangy River Road".
  if (!isCapital(pieces, at) || lengthAt(pieces, at) < 4 || capitals === 0 || first === at) return false
  if (has(pieces, first, IS.title) || (has(pieces, first, IS.common) && capitals === 1)) return false
  while (first < at && signAt(pieces, first) !== 0) first++
  if (has(pieces, first, IS.common) && !has(pieces, first, IS.alsoWord) && startsSentence(pieces, first)) first++
  return first < at && mark(reading, 'place', first, at, 0.7)
}

const ROUTES = new Set(['road', 'route', 'highway', 'hwy', 'rte'])

const startsSentence = (pieces: Pieces, at: number) => at === 0 || signAt(pieces, at - 1) === DOT || (pieces.shapes[at]! & SHAPE.line) !== 0 // prettier-ignore

const isAddressCue = (pieces: Pieces, at: number) => has(pieces, at, IS.placeCue) || (wordAt(pieces, at) === 'at' && has(pieces, at - 1, IS.placeCue)) || (wordAt(pieces, at) === 'is' && wordAt(pieces, at - 1) === 'address') // prettier-ignore

/** "Calle Robles 118, departamento 3", "Colonia Narvarte". */
function markStreetFirst(reading: Reading, at: number): boolean {
  const { pieces } = reading
  let last = at
  let i = at + 1
  if (signAt(pieces, i) === DOT && isJoined(pieces, i)) i++
  for (let words = 0; words < LONGEST_STREET && i < pieces.count; words++, i++) {
    if (isCapital(pieces, i) || isNumber(pieces, i)) last = i
    else if (!has(pieces, i, IS.particle) && signAt(pieces, i) !== HASH && wordAt(pieces, i) !== 'numero' && wordAt(pieces, i) !== 'no') break
    if (isNumber(pieces, i)) break
  }
  return last > at && mark(reading, 'place', at, withUnit(pieces, last), 0.88)
} // prettier-ignore

function markCued(reading: Reading, at: number): void {
  const { pieces } = reading
  const word = wordAt(pieces, at)
  if (word === 'box') {
    const isPost = POST.has(wordAt(pieces, at - 1)) || (signAt(pieces, at - 1) === DOT && wordAt(pieces, at - 2) === 'o')
    const first = isPost ? (signAt(pieces, at - 1) === DOT ? at - 4 : at - 1) : at
    if (isNumber(pieces, at + 1) && first < at) mark(reading, 'place', Math.max(0, first), at + 1, 0.92)
    return
  }
  if (word === 'apartado') {
    const to = wordAt(pieces, at + 1) === 'postal' ? at + 2 : at + 1
    if (isNumber(pieces, to)) mark(reading, 'place', at, to, 0.9)
    return
  }
  if (word === 'zip' || word === 'postal') {
    let i = at + 1
    while (i < at + 4 && (wordAt(pieces, i) === 'code' || wordAt(pieces, i) === 'is' || wordAt(pieces, i) === 'es' || signAt(pieces, i) === 0x3a)) i++
    if (isNumber(pieces, i) && lengthAt(pieces, i) === 5) mark(reading, 'place', i, zipEnd(pieces, i), 0.9)
    return
  }
  if (word === 'county' || word === 'condado') {
    if (word === 'condado') markTown(reading, wordAt(pieces, at + 1) === 'de' ? at + 2 : at + 1, 0.85)
    else if (isTown(pieces, at - 1)) mark(reading, 'place', isTown(pieces, at - 2) && !startsSentence(pieces, at - 2) ? at - 2 : at - 1, at, 0.88)
    return
  }
  let i = at + 1
  for (let skipped = 0; skipped < 3 && PLACE_LINKS.has(wordAt(pieces, i)); skipped++) i++
  if (isNumber(pieces, i) && isCapital(pieces, i + 1) && (i > at + 1 || word === 'address')) {
    markNumbered(reading, i)
    return
  }
  if (i > at + 1 || ALONE.has(word)) markTown(reading, i, ALONE.has(word) ? 0.6 : 0.75)
} // prettier-ignore

/** "moved to 994 Vandervort Approach": behind a word of place a number and capitalised words are an address, whatever the street is called. */
function markNumbered(reading: Reading, at: number): void {
  const { pieces } = reading
  let last = at + 1
  while (
    last - at < LONGEST_STREET &&
    isCapital(pieces, last + 1) &&
    reading.taken[last + 1] === 0 &&
    !UNITS.has(wordAt(pieces, last + 1))
  )
    last++
  mark(reading, 'place', at, withUnit(pieces, last), 0.8)
}

const POST = new Set('po p o hc rr'.split(' '))
const ALONE = new Set(['near', 'from', 'outside', 'downtown'])
const PLACE_LINKS = new Set('to in at to near en de a over here from cerca by is es'.split(' '))

/** "Building C", "Suite 200" are parts of a house. */
const PARTS = new Set('building bldg suite floor wing tower door entrance lot unit gate room level edificio torre piso sala puerta ala modulo consultorio'.split(' ')) // prettier-ignore
const isPart = (pieces: Pieces, at: number) => PARTS.has(wordAt(pieces, at)) && at + 1 < pieces.count && (lengthAt(pieces, at + 1) === 1 || (pieces.shapes[at + 1]! & SHAPE.number) !== 0) // prettier-ignore

const isTown = (pieces: Pieces, at: number) =>
  !isPart(pieces, at) &&
  isCapital(pieces, at) && !has(pieces, at, IS.care | IS.month | IS.medicine | IS.eponym | IS.title) && (!has(pieces, at, IS.common) || has(pieces, at, IS.city | IS.alsoWord) || (has(pieces, at, IS.particle) && isCapital(pieces, at + 1))) // prettier-ignore

/** A run of capitalised words that can be a town. */
function markTown(reading: Reading, from: number, confidence: number): void {
  const { pieces } = reading
  if (wordAt(pieces, from + 1) === 'box') return
  let last = from - 1
  let at = from
  while (
    at < pieces.count &&
    at - from < LONGEST_TOWN &&
    isCapital(pieces, at) &&
    !has(pieces, at, IS.care | IS.month)
  ) {
    last = at
    at++
    if (has(pieces, at, IS.particle) && isCapital(pieces, at + 1)) at++
  }
  if (last < from || !isTown(pieces, from)) return
  if (last === from && has(pieces, from, IS.state) && !has(pieces, from, IS.city)) return
  mark(reading, 'place', from, last, confidence)
}

function zipEnd(pieces: Pieces, at: number) {
  return signAt(pieces, at + 1) === 0x2d && isJoined(pieces, at + 1) && isNumber(pieces, at + 2) && lengthAt(pieces, at + 2) === 4 ? at + 2 : at // prettier-ignore
}

/** "Dublin, OH 43017", "Austin, TX", "Columbus Ohio 43215". */
function markTownBeforeState(reading: Reading, at: number): void {
  const { pieces } = reading
  const isAbbreviation = lengthAt(pieces, at) === 2
  if (!isCapital(pieces, at) || (isAbbreviation && (pieces.shapes[at]! & SHAPE.capitals) === 0)) return
  const hasZip = isNumber(pieces, at + 1) && lengthAt(pieces, at + 1) === 5
  const hasComma = signAt(pieces, at - 1) === COMMA
  if (!hasZip && !hasComma) return
  // "Aetna, ID W2881" is a number, not Idaho.
  if (!hasZip && at + 1 < pieces.count && (pieces.shapes[at + 1]! & SHAPE.number) !== 0) return
  let first = hasComma ? at - 2 : at - 1
  if (!isCapital(pieces, first) || reading.taken[first] !== 0 || (!hasZip && has(pieces, first, IS.care) && !has(pieces, first, IS.city))) {
    if (hasZip) mark(reading, 'place', at + 1, zipEnd(pieces, at + 1), 0.88)
    return
  }
  const end = first
  while (end - first < LONGEST_TOWN - 1 && isCapital(pieces, first - 1) && reading.taken[first - 1] === 0 && !(startsSentence(pieces, first - 1) && has(pieces, first - 1, IS.common))) first--
  // A state written out stays where nothing follows it: "Gary, Indiana".
  // "Davis, Virginia was seen" may be somebody.
  const isTold = hasZip || isAbbreviation || (startsSentence(pieces, first) && has(pieces, first, IS.family) && has(pieces, at, IS.given))
  mark(reading, 'place', first, hasZip ? zipEnd(pieces, at + 1) : isTold ? at : end, 0.92)
} // prettier-ignore

/** Before a town and hardly ever before somebody. */
const TOWN_LINKS = new Set('in near outside en cerca downtown around'.split(' '))

/** A town that is nothing else stands anywhere but at the beginning; one that is a name, too, needs a word of place before it. */
function markTownOfList(reading: Reading, at: number): void {
  const { pieces } = reading
  const found = pieces.classes[at]!
  if (namesIllness(pieces, at)) return
  if ((found & (IS.care | IS.medicine | IS.eponym | IS.month | IS.title | IS.state)) !== 0) return
  const hasLink = TOWN_LINKS.has(wordAt(pieces, at - 1))
  const isOther = (found & (IS.given | IS.family | IS.alsoWord | IS.common | IS.word)) !== 0
  if (hasLink ? (found & IS.common) === 0 || !isCapital(pieces, at + 1) : !isOther && PLACE_LINKS.has(wordAt(pieces, at - 1))) mark(reading, 'place', at, at, 0.75)
} // prettier-ignore

/** "i leave for denver": behind a word of place also in small letters, where the word is nothing else. */
const isSmallCity = (pieces: Pieces, at: number) =>
  (PLACE_LINKS.has(wordAt(pieces, at - 1)) || wordAt(pieces, at - 1) === 'for') && !has(pieces, at, IS.common | IS.word | IS.given | IS.family | IS.alsoWord | IS.care | IS.medicine) // prettier-ignore

function markCity(reading: Reading, at: number): void {
  const { pieces } = reading
  if (namesIllness(pieces, at)) return
  const found = pieces.classes[at]!
  // A town that is also a name or a word needs a word of place before it.
  if ((found & (IS.given | IS.family | IS.alsoWord)) !== 0 && !PLACE_LINKS.has(wordAt(pieces, at - 1))) return
  if ((found & IS.common) !== 0 && !PLACE_LINKS.has(wordAt(pieces, at - 1)) && (found & IS.alsoWord) !== 0) return
  mark(reading, 'place', at, wordAt(pieces, at + 1) === 'capital' ? at + 1 : at, 0.72)
}
