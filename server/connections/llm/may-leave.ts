/** What people wrote and may be shown to the language model (decisions 0161, 0263). Pure. */
import { canMask } from '#engines/deid/mask.ts'
import type { HeardMessage } from '#server/modules/conversation/index.ts'

/** `one-reader`: on the patient's side one alone reads it (decision 0179). `script`: no mask finds the names in it. */
export type Stays = 'labelled' | 'one-reader' | 'script'

/** @returns why a conversation stays in the house, agreement or not; null: it may leave. */
export const whyItStays = ({ labels, isOfOneReader }: Pick<HeardMessage, 'labels' | 'isOfOneReader'>): Stays | null =>
  labels.length > 0 ? 'labelled' : isOfOneReader ? 'one-reader' : null

/** @returns why one text of it stays. */
export const whyTextStays = (text: string, { isUnderAgreement }: { isUnderAgreement: boolean }): Stays | null =>
  isUnderAgreement || canMask(text) ? null : 'script'
