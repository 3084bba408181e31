/**
 * A text without its identifiers (understanding-D47). `mask` puts "[NAME]" in their place; `surrogate` puts another of the same form, the
 * same for the same identifier under one key, with all dates moved by one number of whole weeks, so that intervals and weekdays stay.
 *
 * Whoever holds the key can tell which surrogate stands for which; it is given for one patient and is never kept beside the text.
 */
import { choose, readKey, type Key } from './keyed-choice.ts'
import { MONTHS, TENS } from './lexicon.ts'
import { FAMILY_NAMES, GIVEN_NAMES } from './names.ts'
import { findPhi, type PhiKind, type PhiSpan } from './phi.ts'
import { foldWord } from './pieces.ts'

export type Concealed = { text: string; spans: PhiSpan[] }

/** Everything found is hidden, however unsure (D48). */
export function maskPhi(text: string, known: readonly string[] = []): Concealed {
  const spans = findPhi(text, known)
  return { text: replace(text, spans, ({ kind }) => `[${kind.toUpperCase()}]`), spans }
}

/** `key`: 32 hexadecimal digits, one for each patient. @throws RangeError for another key. */
export function surrogatePhi(text: string, key: string, known: readonly string[] = []): Concealed {
  const secret = readKey(key)
  const spans = findPhi(text, known)
  return { text: replace(text, spans, ({ kind, span }) => surrogateOf(kind, text.slice(...span), secret)), spans }
}

/** Below this a flag would be wrong too often to stop somebody who writes. */
const SURE_ENOUGH = 0.7

/** What a person who writes is warned of: identifiers that are likely right. */
export const flagPhi = (text: string, known: readonly string[] = []): PhiSpan[] =>
  findPhi(text, known).filter(({ confidence }) => confidence >= SURE_ENOUGH)

function replace(text: string, spans: PhiSpan[], by: (span: PhiSpan) => string): string {
  let result = ''
  let done = 0
  for (const each of spans) {
    result += text.slice(done, each.span[0]) + by(each)
    done = each.span[1]
  }
  return result + text.slice(done)
}

const PLACES = ['Oak Hill', 'Ashford', 'Riverton', 'Milbrook', 'Fairview', 'Eastham', 'Westbury', 'Brookfield']
const STREETS = ['Elm Street', 'Birch Road', 'Cedar Lane', 'Walnut Avenue', 'Chestnut Drive']

function surrogateOf(kind: PhiKind, value: string, key: Key): string {
  switch (kind) {
    case 'name':
      return value.replace(/[\p{L}'’]+/gu, (word) => (word.length === 1 ? word : surrogateName(word, key)))
    case 'date':
      return moveDate(value, key)
    case 'age':
      // All ages over 89 become one. Source: 45 CFR 164.514(b)(2)(i)(C).
      return /\d/.test(value) ? '90' : 'ninety'
    case 'email':
      return `person${choose(key, foldWord(value), 9000) + 1000}@example.org`
    case 'url':
      return `https://example.org/${choose(key, value, 9000) + 1000}`
    case 'photo':
      return `photo-${choose(key, value, 900) + 100}${/\.\w+$/.exec(value)?.[0] ?? ''}`
    case 'biometric':
      return '[BIOMETRIC]'
    case 'place':
      return /\d/.test(value) && /[a-z]{3}/i.test(value)
        ? `${choose(key, value, 900) + 100} ${STREETS[choose(key, foldWord(value), STREETS.length)]}`
        : /[a-z]/i.test(value)
          ? PLACES[choose(key, foldWord(value), PLACES.length)]!
          : otherSigns(value, key)
    case 'phone':
    case 'fax':
      return /\d/.test(value) ? fictionalNumber(value, key) : '[PHONE]'
    default:
      return /\d/.test(value) ? otherSigns(value, key) : `[${kind.toUpperCase()}]`
  }
}

/** Each word of a name has its own surrogate, so that "Ana" and "Ana Lopez" stay one person. */
function surrogateName(word: string, key: Key): string {
  const folded = foldWord(word)
  const list = GIVEN_NAMES.includes(folded) ? GIVEN_NAMES : FAMILY_NAMES
  const at = choose(key, folded, list.length)
  const other = list[at] === folded ? list[(at + 1) % list.length]! : list[at]!
  if (word === word.toUpperCase()) return other.toUpperCase()
  return word[0] === word[0]!.toUpperCase() ? other[0]!.toUpperCase() + other.slice(1) : other
}

/** Digits become digits and letters letters; the form stays. The same value becomes the same. */
function otherSigns(value: string, key: Key): string {
  const base = value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  let index = 0
  return value.replace(/[\p{L}\p{N}]/gu, (sign) => {
    const at = choose(key, `${base}/${index++}`, 26 * 10)
    if (/\p{N}/u.test(sign)) return String(at % 10)
    const letter = String.fromCharCode(97 + (at % 26))
    return sign === sign.toUpperCase() ? letter.toUpperCase() : letter
  })
}

/** The last ten digits become a number of the range kept for fiction (555-0100 to 555-0199), in the form given. */
function fictionalNumber(value: string, key: Key): string {
  const digits = value.replace(/\D/g, '')
  const last = String(choose(key, digits, 100)).padStart(2, '0')
  const fictional = `${'2005550'.slice(0, 7)}1${last}`
  const whole = digits.length >= 10 ? digits.slice(0, digits.length - 10) + fictional : fictional.slice(-digits.length)
  let at = 0
  return value.replace(/\d/g, () => whole[at++] ?? '0')
}

const DAY_MS = 86_400_000
const WEEKS = 52
/** A date without a year is moved within this one; it is no leap year. */
const COMMON_YEAR = 2023

/** By how many days all dates under a key move: 1 to 52 whole weeks back. */
export const dateShiftOf = (key: string): number => shiftBy(readKey(key))
const shiftBy = (key: Key) => -7 * (choose(key, 'date', WEEKS) + 1)

function moveDate(value: string, key: Key): string {
  const shift = shiftBy(key)
  const numeric = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})$/.exec(value)
  if (numeric !== null) return moveNumeric(numeric as unknown as string[], shift)
  const short = /^(\d{1,2})\/(\d{1,2})$/.exec(value)
  if (short !== null) {
    const dayFirst = Number(short[1]) > 12
    const moved = moved3(COMMON_YEAR, Number(short[dayFirst ? 2 : 1]), Number(short[dayFirst ? 1 : 2]), shift)
    return dayFirst ? `${moved.day}/${moved.month}` : `${moved.month}/${moved.day}`
  }
  return moveWritten(value, shift)
}

function moveNumeric([, a, sep, b, c]: string[], shift: number): string {
  if (a!.length === 4) {
    const { year, month, day } = moved3(Number(a), Number(b), Number(c), shift)
    return `${year}${sep}${String(month).padStart(b!.length, '0')}${sep}${String(day).padStart(c!.length, '0')}`
  }
  const dayFirst = Number(a) > 12
  const full = c!.length === 2 ? (Number(c) > 30 ? 1900 : 2000) + Number(c) : Number(c)
  const { year, month, day } = moved3(full, Number(dayFirst ? b : a), Number(dayFirst ? a : b), shift)
  const first = String(dayFirst ? day : month).padStart(a!.length, '0')
  const second = String(dayFirst ? month : day).padStart(b!.length, '0')
  return `${first}${sep}${second}${sep}${c!.length === 2 ? String(year % 100).padStart(2, '0') : year}`
}

function moved3(year: number, month: number, day: number, shift: number) {
  const at = new Date(Date.UTC(year, month - 1, day) + shift * DAY_MS)
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
}

/** "March 3, 2024", "14 de agosto de 1962", "June 2022", "May": the month's word is another month's word of the same language. */
function moveWritten(value: string, shift: number): string {
  const month = value.match(/\p{L}+/gu)?.find((word) => MONTHS[foldWord(word)] !== undefined)
  if (month === undefined) return '[DATE]'
  const dayText = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)/.exec(value)?.[1]
  const dayWord = value.match(/\p{L}+/gu)?.find((word) => TENS[foldWord(word)] !== undefined)
  const day = Number(dayText ?? (dayWord === undefined ? 15 : TENS[foldWord(dayWord)]))
  const yearText = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(value)?.[0]
  const moved = moved3(yearText === undefined ? COMMON_YEAR : Number(yearText), MONTHS[foldWord(month)]!, day, shift)
  const names = isSpanish(month) ? SPANISH_MONTHS : ENGLISH_MONTHS
  const name = names[moved.month - 1]!
  const isCapital = month[0] === month[0]!.toUpperCase()
  return value
    .replace(month, isCapital ? name[0]!.toUpperCase() + name.slice(1) : name)
    .replace(/(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?!\d)/, String(moved.day))
    .replace(dayWord ?? '\0', String(moved.day))
    .replace(/(?<!\d)(?:19|20)\d{2}(?!\d)/, String(moved.year))
}

const ENGLISH_MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)
const SPANISH_MONTHS = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
  ' ',
)
const isSpanish = (month: string) => SPANISH_MONTHS.includes(foldWord(month)) || foldWord(month) === 'setiembre'
