/**
 * Whether a word is of the dictionaries of English and Spanish: what is of neither may be a name (decision 0244).
 *
 * A Bloom filter over stems: about one in thirty words of no dictionary is taken for one, never the other way round. The stem is the word
 * without the longest ending below, whatever it means: "caminaron" and "caminas" are one.
 */
import filter from './dictionary.json' with { type: 'json' }
import { hashOf } from './lexicon.ts'

const ENDINGS = new Set(
  (
    'amientos imientos amiento imiento aciones iciones acion icion abamos aremos eremos iremos asemos aramos ieramos ariamos eriamos iriamos ando iendo andose iendose aban abas aba ian ias ia aron ieron aste iste are aras ara aran ere eras era eran ire iras ira iran aria arias arian eria erias erian iria irias irian ase ases asen iera ieras ieran iese ieses iesen ' +
    'ado ada ados adas ido ida idos idas ar er ir arse erse irse arlo arla arlos arlas arle arles arme arte arnos erlo erla erlos erlas irlo irla amos emos imos o a os as e es en an s ings ing ed ers ly ness est ies y'
  ).split(' '), // prettier-ignore
)
const LONGEST_ENDING = 8
const SHORTEST_STEM = 4
const LONGEST_WORD = 20

/** Looks of each stem at the bits. */
export const PROBES = 4
const SECOND = 0x9e3779b1 | 0

export function stemOf(word: string): string {
  for (let length = Math.min(LONGEST_ENDING, word.length - SHORTEST_STEM); length > 0; length--)
    if (ENDINGS.has(word.slice(-length))) return word.slice(0, -length)
  return word
}

const bits = bytesOf(atob(filter.bits))
// Its text, longer than the filter itself, is let go.
filter.bits = ''
const mask = bits.length * 8 - 1

/** `word`: its folded letters. */
export function isOfDictionary(word: string): boolean {
  if (word.length < SHORTEST_STEM || word.length > LONGEST_WORD) return false
  const places = placesOf(stemOf(word), mask)
  return places.every((at) => (bits[at >>> 3]! & (1 << (at & 7))) !== 0)
}

/** Where a stem stands in the filter. */
export function placesOf(stem: string, ofMask: number): number[] {
  const first = hashOf(stem)
  const second = Math.imul(first ^ (first >>> 15), SECOND) | 1
  return Array.from({ length: PROBES }, (_, i) => {
    const mixed = Math.imul(first + Math.imul(i, second), 0x2c1b3c6d)
    return (mixed ^ (mixed >>> 13)) & ofMask
  })
}

function bytesOf(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}
