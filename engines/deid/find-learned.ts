/** Names and places that neither list nor rule told, as tag-names.ts learned them. */
import { isNobody } from './find-names.ts'
import { IS } from './lexicon.ts'
import { isJoined, isWord, lengthAt, pieceFrom, signAt, wordAt, type Pieces } from './pieces.ts'
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
    if (!isState && !PETS.has(wordAt(pieces, at - 1)) && !isNobody(pieces, at)) told.push({ at, tag, chance })
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
