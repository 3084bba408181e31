/** What may be sent to a machine that translates (decision 0247). Pure. */
import type { WordsToTranslate } from '#server/modules/conversation/index.ts'
import type { TranslationCause } from './open-translator.ts'

/** Characters of one text. A longer one is rare, and read by an interpreter. */
export const TEXT_MAX = 5_000
/** Letters of a script that has no capitals: where names begin is not seen there, so none are masked (understanding-D48). */
const WITHOUT_CAPITALS = /(?![ªº])[\p{Lo}\p{Script=Georgian}]/u
/** Capitals alone say as little of names. */
const isShouted = (text: string): boolean => /\p{L}/u.test(text) && text === text.toUpperCase()

/** @returns why these words stay in the house; null: they may leave. */
export function whyItStays(
  words: Pick<WordsToTranslate, 'labels' | 'isOfOneReader' | 'isDanger' | 'language' | 'text'>,
  { language, isUnderAgreement }: { language: string; isUnderAgreement: boolean },
): TranslationCause | null {
  if (words.labels.length > 0) return 'labelled'
  if (words.isOfOneReader) return 'one-reader'
  if (words.isDanger) return 'danger'
  if (words.language === language || words.language === 'und' || words.text.trim() === '') return 'same-language'
  if (words.text.length > TEXT_MAX) return 'too-much'
  if (isUnderAgreement) return null
  return WITHOUT_CAPITALS.test(words.text) || isShouted(words.text) ? 'script' : null
}
