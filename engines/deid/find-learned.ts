/** Names and places that neither list nor rule told, as tag-names.ts learned them. */
import { isNobody } from './find-names.ts'
import { IS } from './lexicon.ts'
import { isJoined, isNumber, isWord, lengthAt, pieceFrom, SHAPE, signAt, wordAt, type Pieces } from './pieces.ts'
import { mark, type Reading } from './reading.ts'
import { TAG, tagNames } from './tag-names.ts'

/** From this chance on a word is told: what is masked needlessly costs less than what is not. Chosen on `another.txt`, left out of training for it. */
const LEAST = 0.3
const MOST_PIECES = 1 << 15

let kept = new Uint8Array(1 << 10)
let tags = kept

/** Before the name of an animal, which is nobody's. */
const PETS = new Set('dog cat puppy kitten perro perra gato gata perrito'.split(' '))

export function findLearned(reading: Reading): void {
  const { pieces, taken, found } = reading
  if (pieces.count > kept.length) kept = new Uint8Array(Math.min(MOST_PIECES, pieces.count * 2))
  tags = pieces.count > kept.length ? new Uint8Array(pieces.count) : kept.fill(0, 0, pieces.count)
  for (const { kind, span } of found) {
    if (kind !== 'name' && kind !== 'place') continue
    for (let i = pieceFrom(pieces, span[0]); i < pieces.count && pieces.starts[i]! < span[1]; i++)
      tags[i] = kind === 'name' ? TAG.name : TAG.place
  }
  const told: { at: number; tag: number; chance: number }[] = []
  tagNames(pieces, tags, taken, LEAST, (at, tag, chance) => {
    const isState = tag === TAG.place && (pieces.classes[at]! & IS.state) !== 0 && (pieces.classes[at]! & IS.city) === 0
    if (!isState && !isPlainHere(pieces, at, tag) && !PETS.has(wordAt(pieces, at - 1)) && !isNobody(pieces, at))
      told.push({ at, tag, chance })
  })
  for (let i = 0; i < told.length; i++) {
    const { at, tag } = told[i]!
    let last = at
    let chance = told[i]!.chance
    while (i + 1 < told.length && told[i + 1]!.tag === tag && isNext(pieces, last, told[i + 1]!.at)) {
      last = told[++i]!.at
      chance = Math.min(chance, told[i]!.chance)
    }
    mark(reading, tag === TAG.name ? 'name' : 'place', at, last, Math.round(chance * 80) / 100)
  }
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
function isNext(pieces: Pieces, from: number, to: number): boolean {
  if (to - from > 3) return false
  for (let i = from + 1; i < to; i++) {
    const sign = signAt(pieces, i)
    const isJoint = (sign === 0x2d || sign === 0x2e || sign === 0x27) && isJoined(pieces, i)
    const isSmall =
      isWord(pieces, i) &&
      ((pieces.classes[i]! & IS.particle) !== 0 || wordAt(pieces, i) === 'or' || lengthAt(pieces, i) === 1)
    if (!isJoint && !isSmall) return false
  }
  return true
}
