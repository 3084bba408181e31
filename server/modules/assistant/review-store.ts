/** The SQL of what is to be reviewed: computed from what the engines said, so that nothing of the sample can be left out (D75). */
import { REVIEWS_MAX, type REVIEW_REASONS } from '#contract/oversight.ts'
import type { Understanding } from '#engines/understanding/understand.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { Did } from './note-decision.ts'

/** Days in which what was decided is looked at; later ones are left. */
const REVIEWED_WITHIN_DAYS = 30

export type ToReview = {
  messageId: string
  conversationId: string
  patientId: string | null
  at: Date
  because: (typeof REVIEW_REASONS)[number]
  text: string
  language: string
  urgency: Understanding['triage']['urgency']
  isUnderstood: boolean
  result: Understanding
  assistant: Did | null
}

// The condition of the index understanding_to_review, word for word.
const IN_SAMPLE = `u.version = 1 and (u.triage_urgency in ('emergency', 'self_care') or mod(hashtextextended(u.message_id::text, 0), 50) = 0)`
/** What its reader said did not help is looked at whatever the sample is (D75). */
const IS_DOWN = `exists (select from assistant_answer d where d.organization_id = $1 and d.question_id = u.message_id and d.thumb = 'down')`

const BECAUSE = `case u.triage_urgency when 'emergency' then 'emergency' when 'self_care' then 'self-care' else case when ${IS_DOWN} then 'thumbs-down' else 'sample' end end`

const TO_REVIEW = `
  from understanding u
  join message m on m.organization_id = $1 and m.id = u.message_id and m.direction = 'in'
  join conversation c on c.organization_id = $1 and c.id = m.conversation_id
 where u.organization_id = $1 and u.at > $2::timestamptz and u.message_id in (
   select u.message_id from understanding u where u.organization_id = $1 and u.at > $2::timestamptz and ${IN_SAMPLE}
   union
   select d.question_id from assistant_answer d where d.organization_id = $1 and d.thumb = 'down' and d.thumb_at > $2::timestamptz) and u.version = 1
   and not exists (select from decision_review r where r.organization_id = $1 and r.message_id = u.message_id)`

export async function listToReview(tx: Transaction, now: Date): Promise<{ rows: ToReview[]; left: number }> {
  const values = [tx.context.organizationId, new Date(now.getTime() - REVIEWED_WITHIN_DAYS * 86_400_000)]
  const [rows, [count]] = await Promise.all([
    tx.run<ToReview>(LIST, [...values, REVIEWS_MAX]),
    tx.run<{ n: number }>(`select count(*)::int as n ${TO_REVIEW}`, values),
  ])
  return { rows, left: (count?.n ?? 0) - rows.length }
}

const LIST = `
  select u.message_id as "messageId", m.conversation_id as "conversationId", c.patient_id as "patientId", u.at, ${BECAUSE} as because,
         left(coalesce(m.trimmed, m.text), 600) as text, u.language, u.triage_urgency as urgency, u.state = 'understood' as "isUnderstood",
         u.result, (select j.detail->>'outcome' from journal j
           where j.organization_id = $1 and j.conversation_id = m.conversation_id and j.action <> 'R' and j.event = 'assistant.decided'
             and j.resource_id = u.message_id order by j.at desc limit 1) as assistant
  ${TO_REVIEW}
  order by u.at desc limit $3`

export type Sampled = { conversationId: string; patientId: string | null; because: ToReview['because'] }

/** A message of the sample that the caller may see; undefined for every other. */
export const findSampled = async (tx: Transaction, messageId: string): Promise<Sampled | undefined> =>
  (await tx.run<Sampled>(SAMPLED, [tx.context.organizationId, messageId]))[0]

const SAMPLED = `
  select m.conversation_id as "conversationId", c.patient_id as "patientId", ${BECAUSE} as because
    from understanding u
    join message m on m.organization_id = $1 and m.id = u.message_id and m.direction = 'in'
    join conversation c on c.organization_id = $1 and c.id = m.conversation_id
   where u.organization_id = $1 and u.message_id = $2 and (${IN_SAMPLE} or u.version = 1 and ${IS_DOWN})`

export type NewReview = Sampled & {
  messageId: string
  agrees: boolean
  wrong: readonly string[]
  reason: string | null
  reviewerId: string
}

/** @returns false when somebody has reviewed it. */
export async function insertReview(tx: Transaction, review: NewReview, now: Date): Promise<boolean> {
  const { messageId, because, agrees, wrong, reason, reviewerId } = review
  const values = [tx.context.organizationId, messageId, because, agrees, wrong, reason, reviewerId, now]
  return (await tx.run(INSERT, values)).length > 0
}

const INSERT = sqlText`
  insert into decision_review (organization_id, message_id, because, agrees, wrong, reason, reviewer_id, reviewed_at)
  values ($1, $2, $3, $4, $5::text[], $6, $7, $8) on conflict do nothing returning message_id`
