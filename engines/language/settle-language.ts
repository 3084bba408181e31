/**
 * Which language a conversation goes on in, after one more message (understanding-D9).
 *
 * One stray message never flips a conversation: a change needs high confidence over several words, or two messages running.
 */
import type { LanguageGuess } from './language.ts'

/** A change by one message needs at least this confidence. Source: understanding-D9. */
const CHANGE_CONFIDENCE = 0.9
/** ... and at least this many words. Source: understanding-D9. */
const CHANGE_WORDS = 4

export type LanguageSetting = {
  /** Number of words of the message. */
  words: number
  /** The language the conversation is in, if it has one. */
  conversationLanguage?: string | undefined
  /** The language of the message before, as guessed: two messages running change the conversation. */
  previousGuess?: string | undefined
  /** The language in the patient's record. */
  recordedLanguage?: string | undefined
  siteLanguage: string
}

export function settleLanguage(guess: Pick<LanguageGuess, 'code' | 'confidence'>, setting: LanguageSetting): string {
  const { words, conversationLanguage, previousGuess, recordedLanguage, siteLanguage } = setting
  if (guess.code === 'und') return conversationLanguage ?? recordedLanguage ?? siteLanguage
  if (conversationLanguage === undefined || conversationLanguage === guess.code) return guess.code

  const clear = guess.confidence >= CHANGE_CONFIDENCE && words >= CHANGE_WORDS
  const twice = previousGuess === guess.code
  return clear || twice ? guess.code : conversationLanguage
}
