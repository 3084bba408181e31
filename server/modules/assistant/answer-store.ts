/** The SQL of answers from articles: what answered what in a chat, and whether it helped (understanding-D75, D83). */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type Thumb = 'up' | 'down'

export const insertAnswer = (
  tx: Transaction,
  answer: { messageId: string; questionId: string; articleId: string; version: number },
) =>
  tx.run(
    sqlText`insert into assistant_answer (organization_id, message_id, question_id, article_id, article_version)
      values ($1, $2, $3, $4, $5)`,
    [tx.context.organizationId, answer.messageId, answer.questionId, answer.articleId, answer.version],
  )

/** Whether the caller sees this answer; run in the caller's own scope. */
export const seesAnswer = async (tx: Transaction, messageId: string): Promise<boolean> =>
  (
    await tx.run(`select from assistant_answer where organization_id = $1 and message_id = $2`, [
      tx.context.organizationId,
      messageId,
    ])
  ).length > 0

type Rated = { conversationId: string; patientId: string | null; articleId: string; isNoted: boolean }

/** @returns undefined where it says so already. */
export async function saveThumb(
  tx: Transaction,
  { messageId, thumb, now }: { messageId: string; thumb: Thumb | null; now: Date },
): Promise<Rated | undefined> {
  const [row] = await tx.run<Rated>(SAVE, [tx.context.organizationId, messageId, thumb, thumb && now])
  return row
}

const SAVE = sqlText`
  update assistant_answer a set thumb = $3, thumb_at = $4
    from message s
    join conversation c on c.organization_id = $1 and c.id = s.conversation_id
   where a.organization_id = $1 and a.message_id = $2 and a.thumb is distinct from $3 and s.organization_id = $1 and s.id = a.message_id
  returning s.conversation_id as "conversationId", c.patient_id as "patientId", a.article_id as "articleId", a.is_noted as "isNoted"`

export type NotedQuestion = { question: string; language: string; channel: string; articleId: string }

/** An answer that still is said not to have helped, once. @returns undefined: it was taken back, or is noted. */
export async function takeDown(tx: Transaction, messageId: string): Promise<NotedQuestion | undefined> {
  const [row] = await tx.run<NotedQuestion>(TAKE_DOWN, [tx.context.organizationId, messageId])
  return row
}

const TAKE_DOWN = sqlText`
  update assistant_answer a set is_noted = true
    from message q, message s
   where a.organization_id = $1 and a.message_id = $2 and a.thumb = 'down' and not a.is_noted
     and q.organization_id = $1 and q.id = a.question_id and q.cancelled_at is null and s.organization_id = $1 and s.id = a.message_id
  returning concat_ws(E'\n', nullif(q.subject, ''), coalesce(q.trimmed, q.text)) as question, s.language, q.channel, a.article_id as "articleId"`

/** Whether there was an answer here lately that somebody who now asks for a person was given. */
export const wasAnswered = async (tx: Transaction, conversationId: string, since: Date): Promise<boolean> =>
  (await tx.run(WAS_ANSWERED, [tx.context.organizationId, conversationId, since])).length > 0

const WAS_ANSWERED = sqlText`
  select from assistant_answer a join message s on s.organization_id = $1 and s.id = a.message_id
   where a.organization_id = $1 and s.conversation_id = $2 and s.received_at > $3 and not a.is_noted limit 1`

/**
 * The last answer before a person was asked for, once, where he did not say that it helped. @returns undefined: there is none within the time,
 * it is noted, or the person was not wanted after all.
 */
export async function takeThenPerson(
  tx: Transaction,
  handOffId: string,
  withinMin: number,
): Promise<NotedQuestion | undefined> {
  const [row] = await tx.run<NotedQuestion>(TAKE_THEN_PERSON, [tx.context.organizationId, handOffId, withinMin])
  return row
}

const TAKE_THEN_PERSON = sqlText`
  with last as (
    select a.message_id, a.question_id, a.thumb, a.is_noted, s.language
      from hand_off h
      join message s on s.organization_id = $1 and s.conversation_id = h.conversation_id
      join assistant_answer a on a.organization_id = $1 and a.message_id = s.id
     where h.organization_id = $1 and h.id = $2 and h.reason = 'asked' and h.state <> 'withdrawn'
       and s.received_at between h.requested_at - make_interval(mins => $3) and h.requested_at
     order by s.received_at desc limit 1
  )
  update assistant_answer a set is_noted = true
    from last, message q
   where a.organization_id = $1 and a.message_id = last.message_id and last.thumb is distinct from 'up' and not a.is_noted
     and q.organization_id = $1 and q.id = last.question_id and q.cancelled_at is null
  returning concat_ws(E'\n', nullif(q.subject, ''), coalesce(q.trimmed, q.text)) as question, last.language, q.channel, a.article_id as "articleId"`
