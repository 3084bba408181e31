/**
 * Numbers in words, as speech recognition and older people write them: "eighty four", "one oh three point two",
 * "ciento ochenta y cinco", "treinta y ocho y medio". Each becomes one number token over the same words.
 *
 * "One ninety" is 190 and "one twenty five" 125, as people read a meter aloud.
 */
import type { Token, TokenText } from './tokens.ts'

const UNITS = words(
  'zero oh one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  [0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
)
const TENS = words('twenty thirty forty fifty sixty seventy eighty ninety', [20, 30, 40, 50, 60, 70, 80, 90])
const SPANISH_UNITS = words(
  'cero uno un una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve ' +
    'veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve',
  [0, 1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29],
)
const SPANISH_TENS = words('treinta cuarenta cincuenta sesenta setenta ochenta noventa', [30, 40, 50, 60, 70, 80, 90])
const SPANISH_HUNDREDS = words('cien ciento doscientos trescientos cuatrocientos quinientos seiscientos', [100, 100, 200, 300, 400, 500, 600]) // prettier-ignore

function words(list: string, values: number[]): Map<string, number> {
  return new Map(list.split(' ').map((word, i) => [word, values[i]!]))
}

/** A number read from words: its value and the index behind its last word. */
type Spoken = { value: number; next: number }

/** The text with its spoken numbers as number tokens. A single word below ten stays a word ("one", "una"). */
export function withSpokenNumbers(text: TokenText): TokenText {
  const { tokens } = text
  if (!tokens.some(({ text: word }) => isNumberWord(word))) return text
  const read: Token[] = []
  for (let i = 0; i < tokens.length;) {
    const spoken = isNumberWord(tokens[i]!.text) ? spokenAt(tokens, i) : undefined
    if (!spoken || (spoken.next === i + 1 && spoken.value < 10)) {
      read.push(tokens[i++]!)
      continue
    }
    const last = tokens[spoken.next - 1]!
    read.push({
      ...tokens[i]!,
      text: String(spoken.value),
      stem: String(spoken.value),
      end: last.end,
      isNumber: true,
      isFiller: false,
    })
    i = spoken.next
  }
  return { normalised: text.normalised, tokens: read }
}

const isNumberWord = (word: string) =>
  UNITS.has(word) || TENS.has(word) || SPANISH_UNITS.has(word) || SPANISH_TENS.has(word) || SPANISH_HUNDREDS.has(word)

function spokenAt(tokens: Token[], at: number): Spoken | undefined {
  const whole = english(tokens, at) ?? spanish(tokens, at)
  return whole && withFraction(tokens, whole)
}

/** The word at `at`, if nothing but a space stands before it. */
const wordAt = (tokens: Token[], at: number) => (tokens[at]?.pause === 0 ? tokens[at].text : '')

function english(tokens: Token[], at: number): Spoken | undefined {
  const first = tokens[at]!.text
  const tens = TENS.get(first)
  if (tens !== undefined) {
    const unit = UNITS.get(wordAt(tokens, at + 1))
    return unit !== undefined && unit > 0 && unit < 10 ? { value: tens + unit, next: at + 2 } : { value: tens, next: at + 1 } // prettier-ignore
  }
  const unit = UNITS.get(first)
  if (unit === undefined || first === 'oh') return undefined
  return hundreds(tokens, at, unit) ?? { value: unit, next: at + 1 }
}

/** "one hundred (and) three", "one oh three", "one ninety", "two ten". */
function hundreds(tokens: Token[], at: number, unit: number): Spoken | undefined {
  if (unit < 1 || unit > 9) return undefined
  const second = wordAt(tokens, at + 1)
  if (second === 'hundred') {
    const from = wordAt(tokens, at + 2) === 'and' ? at + 3 : at + 2
    const rest = wordAt(tokens, from) === '' ? undefined : belowHundred(tokens, from)
    return rest ? { value: unit * 100 + rest.value, next: rest.next } : { value: unit * 100, next: at + 2 }
  }
  if (second === 'oh') {
    const last = UNITS.get(wordAt(tokens, at + 2))
    return last !== undefined && last < 10 ? { value: unit * 100 + last, next: at + 3 } : undefined
  }
  if (!TENS.has(second) && (UNITS.get(second) ?? 0) < 10) return undefined
  const rest = belowHundred(tokens, at + 1)
  return rest && { value: unit * 100 + rest.value, next: rest.next }
}

function belowHundred(tokens: Token[], at: number): Spoken | undefined {
  const word = tokens[at]?.text ?? ''
  const tens = TENS.get(word)
  if (tens === undefined) {
    const unit = UNITS.get(word)
    return unit === undefined || word === 'oh' ? undefined : { value: unit, next: at + 1 }
  }
  const unit = UNITS.get(wordAt(tokens, at + 1)) ?? 0
  return unit > 0 && unit < 10 ? { value: tens + unit, next: at + 2 } : { value: tens, next: at + 1 }
}

function spanish(tokens: Token[], at: number): Spoken | undefined {
  const hundred = SPANISH_HUNDREDS.get(tokens[at]!.text)
  if (hundred === undefined) return spanishBelowHundred(tokens, at)
  const rest = wordAt(tokens, at + 1) === '' ? undefined : spanishBelowHundred(tokens, at + 1)
  return rest ? { value: hundred + rest.value, next: rest.next } : { value: hundred, next: at + 1 }
}

function spanishBelowHundred(tokens: Token[], at: number): Spoken | undefined {
  const word = tokens[at]!.text
  const unit = SPANISH_UNITS.get(word)
  if (unit !== undefined) return { value: unit, next: at + 1 }
  const tens = SPANISH_TENS.get(word)
  if (tens === undefined) return undefined
  const last = wordAt(tokens, at + 1) === 'y' ? SPANISH_UNITS.get(wordAt(tokens, at + 2)) : undefined
  return last !== undefined && last < 10 ? { value: tens + last, next: at + 3 } : { value: tens, next: at + 1 }
}

/** "point five", "punto dos", "y medio", "and a half". */
function withFraction(tokens: Token[], whole: Spoken): Spoken {
  const { value, next } = whole
  const word = wordAt(tokens, next)
  if (word === 'point' || word === 'punto' || word === 'coma') {
    const digit = UNITS.get(wordAt(tokens, next + 1)) ?? SPANISH_UNITS.get(wordAt(tokens, next + 1))
    if (digit !== undefined && digit < 10) return { value: value + digit / 10, next: next + 2 }
  }
  if (word === 'y' && wordAt(tokens, next + 1) === 'medio') return { value: value + 0.5, next: next + 2 }
  return whole
}
