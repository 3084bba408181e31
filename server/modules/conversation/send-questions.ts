/** What a careful colleague would ask before the answer leaves (desk-D15). A question is answered by "send anyway", never by software. */
import { guessLanguage } from '#engines/language/language.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { NewAnswer } from './send-message.ts'
import type { LockedConversation } from './store.ts'

export type Question = 'other-patient' | 'language' | 'attachment-missing'

type About = Pick<LockedConversation, 'patientId' | 'relatedPersonId' | 'language'>

/** A guess below this, or of fewer words, says nothing about the language of an answer. */
const SURE = 0.9
const WORDS_MIN = 5
/** Names looked up in one answer. */
const NAMES_MAX = 40

export async function questionsBefore(
  tx: Transaction,
  conversation: About,
  answer: Pick<NewAnswer, 'text' | 'attachmentIds'>,
): Promise<Question[]> {
  const questions: Question[] = []
  if (announcesFile(answer.text) && answer.attachmentIds.length === 0) questions.push('attachment-missing')
  if (isOtherLanguage(answer.text, conversation.language)) questions.push('language')
  if (await namesOtherPatient(tx, conversation, answer.text)) questions.push('other-patient')
  return questions
}

const ANNOUNCED = /\b(attached|attachment|enclosed|adjunt[oa]s?|anex[oa]s?)\b/i

export const announcesFile = (text: string): boolean => ANNOUNCED.test(text)

export function isOtherLanguage(text: string, language: string): boolean {
  if (language === 'und' || text.split(/\s+/, WORDS_MIN).length < WORDS_MIN) return false
  const guess = guessLanguage(text)
  return guess.code !== 'und' && guess.code !== language && guess.confidence >= SURE
}

/** Two names in a row that are a patient of the organization, but not one this conversation is about. */
async function namesOtherPatient(tx: Transaction, conversation: About, text: string): Promise<boolean> {
  const names = capitalizedPairs(text)
  if (names.length === 0) return false
  const rows = await tx.run(
    sqlText`select from patient p
      where p.organization_id = $1 and (lower(p.family), lower(p.given)) in (select * from unnest($2::text[], $3::text[]))
        and p.id is distinct from $4
        and not exists (select from related_person r where r.organization_id = $1 and r.patient_id = p.id and r.id = $5)
      limit 1`,
    [
      tx.context.organizationId,
      names.map(([, family]) => family),
      names.map(([given]) => given),
      conversation.patientId,
      conversation.relatedPersonId,
    ],
  )
  return rows.length > 0
}

export function capitalizedPairs(text: string): [string, string][] {
  const words = text.match(/\p{L}[\p{L}'’-]*/gu) ?? []
  const pairs: [string, string][] = []
  for (let n = 0; n + 1 < words.length && pairs.length < NAMES_MAX; n++) {
    const [one = '', two = ''] = [words[n], words[n + 1]]
    if (/^\p{Lu}/u.test(one) && /^\p{Lu}/u.test(two)) pairs.push([one.toLowerCase(), two.toLowerCase()])
  }
  return pairs
}
