/**
 * What a machine translated, looked at before anybody reads it beside its original. Pure; any text is safe. Whether it is true nobody knows
 * here: a reader sees the original with it, and that it is a machine's.
 */
import { guessLanguage } from '../language/language.ts'

export const TRANSLATION_FAULTS = ['empty', 'too-long', 'other-language'] as const
export type TranslationFault = (typeof TRANSLATION_FAULTS)[number]

/** A sign of Chinese becomes several letters; no sentence grows more than this, and this many characters. */
const TIMES_LONGER_MAX = 6
const LONGER_MAX = 200
/** Characters of the translation of a text of `length`. */
export const translationMax = (length: number): number => length * TIMES_LONGER_MAX + LONGER_MAX

/** A guess of the language that is less sure than this says nothing. */
const SURE_LANGUAGE = 0.5

/** @returns null if staff may read it beside its original. */
export function faultInTranslation(translation: string, original: string, language: string): TranslationFault | null {
  if (translation.trim() === '') return 'empty'
  if (translation.length > translationMax(original.length)) return 'too-long'
  const { code, confidence } = guessLanguage(translation)
  return code !== language && code !== 'und' && confidence >= SURE_LANGUAGE ? 'other-language' : null
}

/** Whether each figure of the original stands in the translation, as often as there. A number that became a word is not found. */
export function keepsFigures(translation: string, original: string): boolean {
  const left = figuresIn(translation)
  return figuresIn(original).every((figure) => {
    const at = left.indexOf(figure)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}

/** The zero of each script of digits that patients write in: Latin, Arabic, Persian, Hindi, wide. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0xff10]

const figuresIn = (text: string): string[] => (text.match(/\p{Nd}+/gu) ?? []).map(inLatin)

const inLatin = (figure: string): string =>
  figure.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = ZEROS.find((each) => code >= each && code < each + 10)
    return zero === undefined ? digit : String(code - zero)
  })
