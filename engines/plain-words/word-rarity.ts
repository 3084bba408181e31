/**
 * How rare the words of a text are, and the readability score made of it (understanding-D41: 1 easy to 6 hard).
 *
 * The score adds two things with equal weight, each scaled on everyday and health sentences: how long the sentence is, and how rare its
 * rarest third of words. No weight was fitted on ratings (decision 0147).
 */

/** A quarter of a power of ten for each band; band 0 is once in a million words. */
const BANDS_PER_TENFOLD = 4
/** A word that no list holds: once in ten million words, as the long tail of any count goes. */
const UNSEEN = -1
/** A form of a listed word ("walks") is used about a third as often as the word. */
const FORM_SHARE = Math.log10(0.3)
/** The share of words, rarest first, that decide. */
const RAREST = 1 / 3

export const bandOf = (perMillion: number) => Math.max(0, Math.round(Math.log10(perMillion) * BANDS_PER_TENFOLD))

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu
export const wordsOf = (text: string): string[] => text.toLowerCase().match(WORD) ?? []

const tables = new Map<string, Map<string, number>>()

function tableOf(bands: string): Map<string, number> {
  let table = tables.get(bands)
  if (table === undefined) {
    table = new Map()
    for (const [band, words] of bands.split('|').entries()) {
      for (const word of words.split(' ')) if (word !== '') table.set(word, band / BANDS_PER_TENFOLD)
    }
    tables.set(bands, table)
  }
  return table
}

const ENDINGS = ['s', 'es', 'ed', 'd', 'ing', 'ly', 'er', 'est']

/** Common logarithm of how often a word is used in a million. */
const frequencyOf = (word: string, bands: string): number => lookUp(word, tableOf(bands))

function lookUp(word: string, table: Map<string, number>): number {
  const plain = word.replace(/['’]/g, '')
  let best = table.get(word) ?? table.get(plain) ?? UNSEEN
  for (const ending of ENDINGS) {
    if (!plain.endsWith(ending) || plain.length <= ending.length + 2) continue
    const base = plain.slice(0, -ending.length)
    const listed = table.get(base) ?? table.get(`${base}e`) ?? table.get(base.replace(/i$/, 'y')) ?? table.get(base.replace(/(.)\1$/, '$1')) // prettier-ignore
    if (listed !== undefined && listed + FORM_SHARE > best) best = listed + FORM_SHARE
  }
  return best
}

/** Length of a sentence (natural logarithm) and how rare its rarest third is. */
export function scoreFeatures(words: readonly string[], bands: string): [length: number, rarity: number] {
  return featuresOf(frequenciesOf(words, bands))
}

/** The frequency of each word; numbers have none. */
export function frequenciesOf(words: readonly string[], bands: string): number[] {
  const frequencies: number[] = []
  for (const word of words) {
    const first = word.charCodeAt(0)
    if (first > 0x39 || first < 0x30) frequencies.push(frequencyOf(word, bands))
  }
  return frequencies
}

/** What an empty sentence counts: as rare as the commonest words. */
const COMMONEST = -3

export function featuresOf(read: number[]): [length: number, rarity: number] {
  if (read.length === 0) return [0, COMMONEST]
  const frequencies = Float64Array.from(read).sort()
  const count = Math.max(1, Math.ceil(read.length * RAREST))
  let sum = 0
  for (let i = 0; i < count; i++) sum += frequencies[i]!
  return [Math.log(read.length + 1), -sum / count]
}
