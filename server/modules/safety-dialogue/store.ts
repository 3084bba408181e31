/** The SQL of the safety dialogue: how it stands, which messages it took, and what was asked and answered. */
import type { Answer } from '#engines/triage/follow-up.ts'
import type { Subject } from '#engines/triage/verdict.ts'
import type { ConversationUrgency } from '#engines/understanding/understand.ts'
import type { AskedIn } from '#engines/safety-dialogue/texts.ts'
import { identityLevelSql } from '#server/modules/identity/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

/** A dialogue goes on for this long after its last word; while a question waits, for as long as an answer may come. In minutes. */
const GOES_ON_MIN = 60
const ANSWERED_WITHIN_MIN = 24 * 60
/** Messages of one dialogue that are read together, the newest. */
const TURNS_MAX = 12

export type Ended = 'answered' | 'emergency' | 'person' | 'unclear'

export type DialogueRow = {
  id: string
  messageId: string
  language: AskedIn
  subject: Subject
  urgency: ConversationUrgency
  advised: string | null
  ended: Ended | null
  sender: string | null
}

/** Who writes: as the channel proved it; `isSure`: somebody of whom we are sure that the conversation is theirs to read. */
export type Writing = { sender: string; isSure: boolean }

export type QuestionRow = {
  id: string
  question: string
  tries: number
  askedAt: Date
  /** The message it was asked after; asked again, the first of them. */
  askedAfter: string
  /** `in_words`: what it asks was told without an answer to it. */
  answer: Answer['answer'] | 'in_words' | null
}

export type TurnRow = { messageId: string; text: string }

export type StoredDialogue = DialogueRow & { questions: QuestionRow[]; turns: TurnRow[] }

/** The dialogue that goes on with this sender in this conversation, with all its words and answers, oldest first. */
export async function loadDialogue(
  tx: Transaction,
  conversationId: string,
  { sender, isSure }: Writing,
  now: Date,
): Promise<StoredDialogue | undefined> {
  const { organizationId } = tx.context
  const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  const [row] = await tx.run<DialogueRow>(DIALOGUE, [
    organizationId,
    conversationId,
    before(GOES_ON_MIN),
    before(ANSWERED_WITHIN_MIN),
    sender,
    isSure,
    now,
  ])
  if (!row) return undefined
  const [questions, turns] = await Promise.all([
    tx.run<QuestionRow>(QUESTIONS, [organizationId, row.id]),
    tx.run<TurnRow>(TURNS, [organizationId, row.id, TURNS_MAX]),
  ])
  return { ...row, questions, turns: turns.toReversed() }
}

// What was asked of one is not told to another, nor answered by them: a chat that staff linked to a patient is read by whoever sits before it.
const DIALOGUE = `
  select d.id, d.message_id as "messageId", d.language, d.subject, d.urgency, d.advised, d.ended, d.sender
    from safety_dialogue d join conversation c on c.organization_id = $1 and c.id = $2
   where d.organization_id = $1 and d.conversation_id = $2
     and (d.updated_at > $3 or d.updated_at > $4 and exists (
       select from safety_question q where q.organization_id = $1 and q.dialogue_id = d.id and q.answer is null))
     and (d.sender = $5 or $6 or ${identityLevelSql('$7', '$5')} in ('verified', 'verified_for'))
   order by d.sender is not distinct from $5 desc, d.begun_at desc, d.id desc limit 1`

const QUESTIONS = sqlText`
  select id, question, tries, asked_at as "askedAt", asked_after as "askedAfter", answer from safety_question
   where organization_id = $1 and dialogue_id = $2 order by place`

const TURNS = sqlText`
  select m.id as "messageId", concat_ws(E'\n', nullif(m.subject, ''), coalesce(m.trimmed, m.text)) as text
    from safety_turn t join message m on m.organization_id = $1 and m.id = t.message_id
   where t.organization_id = $1 and t.dialogue_id = $2 and m.cancelled_at is null
   order by m.received_at desc, m.seq desc limit $3`

/** A person has the conversation, or has spoken in it since it was last given back: from there on it is theirs (D73). */
export async function isPersonThere(tx: Transaction, conversationId: string): Promise<boolean> {
  const rows = await tx.run(PERSON_THERE, [tx.context.organizationId, conversationId])
  return rows.length > 0
}

const PERSON_THERE = sqlText`
  select from conversation c
   where c.organization_id = $1 and c.id = $2 and (c.assignment = 'assigned' or exists (
     select from message m where m.organization_id = $1 and m.conversation_id = $2 and m.direction = 'out' and m.author_kind = 'staff'
       and m.cancelled_at is null and m.received_at > coalesce((select s.given_back_at from assistant_session s
         where s.organization_id = $1 and s.conversation_id = $2), '-infinity')))`

export function saveDialogue(tx: Transaction, conversationId: string, row: DialogueRow, now: Date): void {
  const { messageId, ...columns } = row
  tx.pushRows(SAVE_DIALOGUE, [{ ...columns, conversation_id: conversationId, message_id: messageId, at: now }])
}

const SAVE_DIALOGUE = sqlText`
  insert into safety_dialogue (organization_id, id, conversation_id, message_id, sender, language, subject, urgency, advised, ended, begun_at, updated_at)
  select $1, id, conversation_id, message_id, sender, language, subject, urgency, advised, ended, at, at
    from json_to_recordset($2::json) as r(id uuid, conversation_id uuid, message_id uuid, sender text, language text, subject text, urgency text,
      advised text, ended text, at timestamptz)
  on conflict (organization_id, id) do update
    set language = excluded.language, subject = excluded.subject, urgency = excluded.urgency, advised = excluded.advised, ended = excluded.ended,
        updated_at = excluded.updated_at`

export function insertTurn(tx: Transaction, dialogueId: string, messageId: string): void {
  tx.pushRows(INSERT_TURN, [{ message_id: messageId, dialogue_id: dialogueId }])
}

const INSERT_TURN = sqlText`
  insert into safety_turn (organization_id, message_id, dialogue_id)
  select $1, message_id, dialogue_id from json_to_recordset($2::json) as r(message_id uuid, dialogue_id uuid)
  on conflict (organization_id, message_id) do nothing`

export function insertQuestion(
  tx: Transaction,
  asked: { id: string; dialogueId: string; place: number; question: string; askedAfter: string },
  now: Date,
): void {
  const { id, dialogueId, place, question, askedAfter } = asked
  tx.pushRows(INSERT_QUESTION, [{ id, dialogue_id: dialogueId, place, question, at: now, asked_after: askedAfter }])
}

const INSERT_QUESTION = sqlText`
  insert into safety_question (organization_id, id, dialogue_id, place, question, tries, asked_at, asked_after)
  select $1, id, dialogue_id, place, question, 1, at, asked_after
    from json_to_recordset($2::json) as r(id uuid, dialogue_id uuid, place smallint, question text, at timestamptz, asked_after uuid)`

export function askAgain(tx: Transaction, questionId: string, now: Date): void {
  tx.push(
    sqlText`update safety_question set tries = tries + 1, asked_at = $3 where organization_id = $1 and id = $2 and answer is null`,
    [tx.context.organizationId, questionId, now],
  )
}

export function answerQuestion(
  tx: Transaction,
  { id, answer, messageId }: { id: string; answer: NonNullable<QuestionRow['answer']>; messageId: string },
  now: Date,
): void {
  tx.push(
    sqlText`update safety_question set answer = $3, answer_message_id = $4, answered_at = $5
      where organization_id = $1 and id = $2 and answer is null`,
    [tx.context.organizationId, id, answer, messageId, now],
  )
}

/** A question that nobody has answered yet, and for which no nurse was called. */
export type Unanswered = { conversationId: string; patientId: string | null; messageId: string; askedAt: Date }

export async function findUnanswered(tx: Transaction, questionId: string): Promise<Unanswered | undefined> {
  const [row] = await tx.run<Unanswered>(UNANSWERED, [tx.context.organizationId, questionId])
  return row
}

// Where the message is now: what was merged is called for where people see it.
const UNANSWERED = sqlText`
  select c.id as "conversationId", c.patient_id as "patientId", d.message_id as "messageId", q.asked_at as "askedAt"
    from safety_question q
    join safety_dialogue d on d.organization_id = $1 and d.id = q.dialogue_id
    join message m on m.organization_id = $1 and m.id = d.message_id
    join conversation c on c.organization_id = $1 and c.id = m.conversation_id
   where q.organization_id = $1 and q.id = $2 and q.answer is null and q.alerted_at is null`

/** @returns false: another process was faster, or it was answered meanwhile. */
export async function markAlerted(tx: Transaction, questionId: string, now: Date): Promise<boolean> {
  const rows = await tx.run(
    sqlText`update safety_question set alerted_at = $3 where organization_id = $1 and id = $2 and answer is null and alerted_at is null
      returning id`,
    [tx.context.organizationId, questionId, now],
  )
  return rows.length > 0
}
