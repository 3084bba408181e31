/** What may be sent to a machine that translates (decision 0247). Pure. */
import { canMask } from '#engines/deid/mask.ts'
import type { HeardMessage } from '#server/modules/conversation/index.ts'
import type { TranslationCause } from './open-translator.ts'

/** Characters of one text. A longer one is rare, and read by an interpreter. */
export const TEXT_MAX = 5_000

/** @returns why these words stay in the house; null: they may leave. */
export function whyItStays(
  words: Pick<HeardMessage, 'labels' | 'isOfOneReader' | 'isDanger' | 'language' | 'text'>,
  { language, isUnderAgreement }: { language: string; isUnderAgreement: boolean },
): TranslationCause | null {
  if (words.labels.length > 0) return 'labelled'
  if (words.isOfOneReader) return 'one-reader'
  if (words.isDanger) return 'danger'
  if (words.language === language || words.language === 'und' || words.text.trim() === '') return 'same-language'
  if (words.text.length > TEXT_MAX) return 'too-much'
  return isUnderAgreement || canMask(words.text) ? null : 'script'
}
