/** Words as search compares them (desk-D70): what is stored and what is looked for go through the same door. Pure. */

/** Characters that search looks at in one text. */
const SEARCHED_MAX = 50_000

/** Scripts written without spaces between words; the long-vowel mark belongs to Japanese. */
const UNSPACED =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]'
const UNSPACED_RUN = new RegExp(`${UNSPACED}+`, 'gu')
const PIECES = new RegExp(`${UNSPACED}+|(?:(?!${UNSPACED}).)+`, 'gsu')

/** Small letters without accents. */
export const foldWords = (text: string): string =>
  text
    .slice(0, SEARCHED_MAX)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()

/**
 * The words that are stored for search. A run without spaces becomes its overlapping pairs and its last character, so that any piece
 * of it is found: one character as the beginning of a pair, more of them as pairs that follow one another.
 */
export const searchWords = (text: string): string =>
  foldWords(text).replace(UNSPACED_RUN, (run) => ` ${[...pairsOf(run), [...run].at(-1)].join(' ')} `)

/** @returns nothing for a single character. */
export function pairsOf(run: string): string[] {
  const characters = [...run]
  return characters.slice(1).map((character, n) => `${characters[n]}${character}`)
}

/** A word cut where its script changes between one with spaces and one without. */
export const piecesOf = (word: string): { text: string; isUnspaced: boolean }[] =>
  (word.match(PIECES) ?? []).map((text) => ({ text, isUnspaced: text.search(UNSPACED_RUN) === 0 }))
