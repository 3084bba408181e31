/** Words as a rule compares them: small letters without accents, one space between, nothing else. */

/** Characters of a message that are looked at. */
export const READ_MAX_CHARS = 50_000

/** Scripts that put no space between words: there a word is found anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

export const plainWords = (text: string): string =>
  text
    .slice(0, READ_MAX_CHARS)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether `plain` (of plainWords) has this word or phrase, whole. */
export function hasWords(plain: string, phrase: string): boolean {
  const sought = plainWords(phrase)
  if (sought === '') return false
  return UNSPACED.test(sought) ? plain.includes(sought) : ` ${plain} `.includes(` ${sought} `)
}
