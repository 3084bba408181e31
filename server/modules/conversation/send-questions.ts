/** What a careful colleague would ask before the answer leaves (desk-D15). A question is answered by "send anyway", never by software. */
import { guessLanguage } from '#engines/language/language.ts'
import { writtenIn } from '#engines/language/written-in.ts'
import { isHardToRead } from '#engines/plain-words/offer-plain.ts'
import type { NewAnswer } from './send-message.ts'
import type { LockedConversation } from './store.ts'

/** `shared-address` is the gate's own (decision 0215). */
export type Question = 'language' | 'attachment-missing' | 'hard-to-read' | 'shared-address'

type About = Pick<LockedConversation, 'language'>

/** A guess below this, or of fewer words, says nothing about the language of an answer. */
const SURE = 0.9
const WORDS_MIN = 5

export function questionsBefore(conversation: About, answer: Pick<NewAnswer, 'text' | 'attachmentIds'>): Question[] {
  const questions: Question[] = []
  if (announcesFile(answer.text) && answer.attachmentIds.length === 0) questions.push('attachment-missing')
  if (isOtherLanguage(answer.text, conversation.language)) questions.push('language')
  if (isHardToRead(answer.text, writtenIn(answer.text, conversation.language))) questions.push('hard-to-read')
  return questions
}

const ANNOUNCED = /\b(attached|attachment|enclosed|adjunt[oa]s?|anex[oa]s?)\b/i

export const announcesFile = (text: string): boolean => ANNOUNCED.test(text)

export function isOtherLanguage(text: string, language: string): boolean {
  if (language === 'und' || text.split(/\s+/, WORDS_MIN).length < WORDS_MIN) return false
  const guess = guessLanguage(text)
  return guess.code !== 'und' && guess.code !== language && guess.confidence >= SURE
}
