/** Names, places, days and codes that neither list nor rule told, as tag-pieces.ts learned them. */
import { isNobody } from './find-names.ts'
import { kindOfCode } from './find-numbers.ts'
import { isClinicalCode } from './find-written.ts'
import { IS } from './lexicon.ts'
import {
  isJoined,
  isNumber,
  isWord,
  lengthAt,
  pieceFrom,
  SHAPE,
  signAt,
  valueAt,
  wordAt,
  type Pieces,
} from './pieces.ts'
import { mark, type PhiKind, type Reading } from './reading.ts'
import { TAG, tagPieces } from './tag-pieces.ts'

/** From these chances on a piece is told, by label: what is masked needlessly costs less than what is not (D48). */
const LEAST = [1, 0.75, 0.7, 0.9, 0.9]
/** A town of the list of several words needs less. */
const LEAST_OF_TOWN = 0.2
const LEAST_ASKED = LEAST.map((least, tag) => (tag === TAG.place ? LEAST_OF_TOWN : least))
const MOST_PIECES = 1 << 15

let kept = new Uint8Array(1 << 10)
let tags = kept

/** Before the name of an animal, which is nobody's. */
const PETS = new Set('dog cat puppy kitten perro perra gato gata perrito'.split(' '))

const TAG_OF: Partial<Record<PhiKind, number>> = { name: TAG.name, place: TAG.place, date: TAG.date, age: TAG.none, email: TAG.none, url: TAG.none, photo: TAG.none, ip: TAG.none } // prettier-ignore

const KIND_OF: Record<number, PhiKind | undefined> = { [TAG.name]: 'name', [TAG.place]: 'place', [TAG.date]: 'date' } // prettier-ignore

/** Whether it found anything. */
export function findLearned(reading: Reading): boolean {
  const { pieces, taken, found } = reading
  if (pieces.count > kept.length) kept = new Uint8Array(Math.min(MOST_PIECES, pieces.count * 2))
  tags = pieces.count > kept.length ? new Uint8Array(pieces.count) : kept.fill(0, 0, pieces.count)
  for (const { kind, span } of found)
    for (let i = pieceFrom(pieces, span[0]); i < pieces.count && pieces.starts[i]! < span[1]; i++)
      if ((pieces.shapes[i]! & SHAPE.sign) === 0) tags[i] = TAG_OF[kind] ?? TAG.code
  const told: { at: number; tag: number; chance: number }[] = []
  tagPieces(pieces, tags, taken, LEAST_ASKED, (at, tag, chance) => {
    if (chance < LEAST[tag]! && pieces.towns[at] === 0) return false
    if (!mayBeOf(pieces, at, tag)) return false
    told.push({ at, tag, chance })
    return true
  })
  for (let i = 0; i < told.length; i++) {
    const { at, tag } = told[i]!
    let last = at
    let chance = told[i]!.chance
    while (i + 1 < told.length && told[i + 1]!.tag === tag && isNext(pieces, last, told[i + 1]!.at, tag)) {
      last = told[++i]!.at
      chance = Math.min(chance, told[i]!.chance)
    }
    if (isWhole(reading, at, last, tag))
      mark(reading, KIND_OF[tag] ?? kindOfCode(pieces, at), at, last, Math.round(chance * 80) / 100)
  }
  return told.length > 0
}

/** "Stage IIIa" */
const GRADE = /^(?:ii|iii|iv|vi{1,3}|ix)[abc]?$/

function mayBeOf(pieces: Pieces, at: number, tag: number): boolean {
  if (!isWord(pieces, at)) return tag !== TAG.name && !isMeasure(pieces, at)
  if (tag === TAG.date || tag === TAG.code) return true
  if (GRADE.test(wordAt(pieces, at))) return false
  const isState = tag === TAG.place && (pieces.classes[at]! & IS.state) !== 0 && (pieces.classes[at]! & IS.city) === 0
  return !isState && !isPlainHere(pieces, at, tag) && !PETS.has(wordAt(pieces, at - 1)) && !isNobody(pieces, at)
}

const MEASURES = new Set('mg mcg ml cc kg g lb lbs oz cm mm m ft in units unit iu u mmhg bpm percent hours hour hrs hr h minutes minute min days day weeks week months month years year yrs yo times x tabs tab tablets pills puffs drops refills horas hora minutos dias dia semanas meses mes anos veces tabletas pastillas gotas pesos dolares dollars euros am pm fr french gauge degrees grados copies pages paginas hojas miles km'.split(' ')) // prettier-ignore
/** Before a number of the book of bills or illnesses, or a value of a test. */
const OF_BOOKS = new Set('cpt icd hcpcs modifier taxonomy drg code room bed box floor cuarto cama sala piso consultorio option line page pagina grade stage type level part step size model ext extension press'.split(' ')) // prettier-ignore
const DOLLAR = 0x24
const EURO = 0x20ac

/** "300mg", "$88", "10 days", "2:15": an amount or an hour, or a number of a book. */
function isMeasure(pieces: Pieces, at: number): boolean {
  const before = signAt(pieces, at - 1)
  const after = signAt(pieces, at + 1)
  if (before === DOLLAR || before === EURO || after === 0x25 || after === 0xb0 || after === EURO) return true
  if ((after === COLON && isJoined(pieces, at + 2)) || (before === COLON && isJoined(pieces, at) && isNumber(pieces, at - 2))) return true // prettier-ignore
  if (MEASURES.has(wordAt(pieces, at + 1)) || OF_BOOKS.has(wordAt(pieces, at - 1))) return true
  return !isNumber(pieces, at) && isClinicalCode(wordAt(pieces, at))
}

/** A code of at least three digits or spoken ones, or of letters and digits; a day of more than a year; a place of more than a number. */
function isWhole({ pieces, found }: Reading, first: number, last: number, tag: number): boolean {
  if (tag === TAG.name) return true
  let digits = 0
  let letters = 0
  let words = 0
  for (let i = first; i <= last; i++) {
    const isSpoken = isWord(pieces, i) && (pieces.classes[i]! & (IS.digit | IS.tens)) !== 0
    if (isSpoken) digits++
    else if (isWord(pieces, i) && lengthAt(pieces, i) > 2) words++
    if (isSpoken || signAt(pieces, i) !== 0) continue
    for (let at = pieces.starts[i]!; at < pieces.ends[i]!; at++) {
      const code = pieces.text.charCodeAt(at)
      if (code >= 0x30 && code <= 0x39) digits++
      else letters++
    }
  }
  if (tag === TAG.code)
    return digits >= 4 || (digits === 3 && letters === 0) || (digits > 0 && letters > 1 && first === last)
  const isAlone = first === last && isNumber(pieces, first)
  if (tag === TAG.date) return !isAlone || (lengthAt(pieces, first) <= 2 && valueAt(pieces, first) <= 31)
  const isBeside = found.some(({ kind, span }) => kind === 'place' && Math.abs(span[1] - pieces.starts[first]!) <= 3)
  return words > 0 || isBeside || (isAlone && lengthAt(pieces, first) === 5)
}

/** Endings of Spanish verbs and abstract words in small letters. */
const NO_ENDING = /(?:ó|ción|siones|ciones|mente|ando|iendo|aron|ieron|aban|ían)$/
/** Before a state or a country. */
const IN = new Set('in en from desde to hacia'.split(' '))

/** "Subject:" is a field, "mejoró" a verb, "ward 5 West" a ward, and a country nobody. */
function isPlainHere(pieces: Pieces, at: number, tag: number): boolean {
  const found = pieces.classes[at]!
  const isListed = (found & (IS.given | IS.family)) !== 0
  if ((found & IS.state) !== 0 && (found & IS.city) === 0 && tag === TAG.name && (!isListed || IN.has(wordAt(pieces, at - 1)) || signAt(pieces, at - 1) === COMMA)) return true
  if ((found & IS.common) !== 0 && (found & IS.given) === 0 && signAt(pieces, at + 1) === COLON && at > 0) return true
  if (SIDES.has(wordAt(pieces, at)) && isNumber(pieces, at - 1) && ((pieces.shapes[at + 1] ?? 0) & SHAPE.capital) === 0) return true
  // "Mark it urgent", "Pat the skin dry": a name that is a word, before what a verb does something to.
  if (tag === TAG.name && (found & IS.alsoWord) !== 0 && ACTED_ON.has(wordAt(pieces, at + 1)) && (at === 0 || isEnd(signAt(pieces, at - 1)))) return true
  // "swallowed a penny", "es un amparo"
  if (tag === TAG.name && (found & IS.alsoWord) !== 0 && (pieces.shapes[at]! & SHAPE.capital) === 0 && ARTICLES.has(wordAt(pieces, at - 1))) return true
  // "Háganme el favor": a verb with what it is done to, at the beginning.
  if (!isListed && (at === 0 || isEnd(signAt(pieces, at - 1))) && ENCLITIC.test(pieces.text.slice(pieces.starts[at], pieces.ends[at]))) return true
  // "Hb", "Fc"
  const isBeside = ((pieces.shapes[at + 1] ?? 0) & SHAPE.capital) !== 0 || (at > 0 && (pieces.shapes[at - 1]! & SHAPE.capital) !== 0)
  if (lengthAt(pieces, at) <= 2 && !isListed && !isBeside && pieces.towns[at] === 0) return true
  // "EXAC", "HFNC": short, in capitals and in no list, it is an abbreviation.
  if ((pieces.shapes[at]! & SHAPE.capitals) !== 0 && lengthAt(pieces, at) <= 4 && !isListed && (found & (IS.town | IS.city)) === 0 && pieces.towns[at] === 0) return true
  const isSmall = (pieces.shapes[at]! & SHAPE.capital) === 0
  return isSmall && !isListed && NO_ENDING.test(pieces.text.slice(pieces.starts[at], pieces.ends[at]))
} // prettier-ignore
const COLON = 0x3a
const COMMA = 0x2c
const ARTICLES = new Set('a an the un una el la es fue era muy very'.split(' '))
const ENCLITIC = /[áéí]\p{L}{1,6}(?:me|se|lo|la|le|los|las|les|nos)$/u
const ACTED_ON = new Set('it the this that these them a an your'.split(' '))
const isEnd = (sign: number) => sign === 0x2e || sign === 0x3f || sign === 0x21
/** Parts of a house: "4 East". */
const SIDES = new Set('east west north south este oeste norte sur'.split(' '))

/** "Rosa de la Peña", "Truth or Consequences", "Wojcik-Pratt": small words, dashes and dots between two words of one name. */
function isNext(pieces: Pieces, from: number, to: number, tag: number): boolean {
  if (to - from > 3) return false
  if (to === from + 1) return (pieces.shapes[to]! & SHAPE.line) === 0 || tag === TAG.name
  for (let i = from + 1; i < to; i++) {
    const sign = signAt(pieces, i)
    const isJoint =
      tag === TAG.name
        ? (sign === 0x2d || sign === 0x2e || sign === 0x27) && isJoined(pieces, i)
        : sign !== 0 && sign !== 0x3b && (sign !== 0x2c || tag !== TAG.code) && (pieces.shapes[to]! & SHAPE.line) === 0
    const isSmall =
      isWord(pieces, i) &&
      ((pieces.classes[i]! & IS.particle) !== 0 || wordAt(pieces, i) === 'or' || lengthAt(pieces, i) === 1)
    if (!isJoint && !isSmall) return false
  }
  return true
}
