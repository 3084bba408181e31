/**
 * What a patient's message says for safety: alone, as an answer to the question that waits, together with the messages before it, and with
 * what the record knows of the person (understanding-D24, D27, D28). It writes nothing.
 */
import { readAnswer } from '#engines/safety-dialogue/read-answer.ts'
import type { Answer } from '#engines/triage/follow-up.ts'
import { questionOf } from '#engines/triage/triage.ts'
import { isMoreUrgent, type Question, type Subject, type TriageInput, type Turn } from '#engines/triage/verdict.ts'
import {
  conversationUrgency,
  speaksOfHealth,
  understandAgain,
  type ConversationUrgency,
  type Understanding,
} from '#engines/understanding/understand.ts'
import type { Transaction } from '#server/platform/database.ts'
import { loadDialogue, type QuestionRow, type StoredDialogue, type Writing } from './store.ts'

/** What the record knows of a patient for triage: today age and sex. */
export type RecordFacts = Pick<TriageInput, 'age' | 'age_unit' | 'sex'>

export type ToHear = {
  /** Null: a new one. */
  conversationId: string | null
  writing: Writing
  /** What the engines read, and what they said of it alone. */
  text: string
  alone: Understanding
  isSigned: boolean
  /** Asked for only where the message speaks of health; nothing: nobody is known by it. */
  factsOf: () => Promise<RecordFacts | undefined>
  /** Whoever acts for the patient writes of the patient; a patient may write of somebody else. */
  isForPatient: boolean
  /** Questions of one dialogue: fewer where each is a text message (D28). */
  questionsMax: number
  /** It answers what was asked after the question that waits. */
  answersOther: boolean
  now: Date
}

export type Heard = {
  dialogue: StoredDialogue | undefined
  waiting: QuestionRow | undefined
  /** Null: nothing waits, or the words say none of the three. */
  answer: Answer['answer'] | null
  /** Of all words and answers, without the record: of this alone is spoken. */
  spoken: Understanding
  /** The same with the facts of the record; never less urgent. */
  acted: Understanding
  /** What is open and was not asked yet; null also when as many were asked as may be. */
  next: Question | null
  /** The question that waits, where it is still open. */
  open: Question | null
  subject: Subject
}

export async function hear(tx: Transaction, asked: ToHear): Promise<Heard> {
  const { alone, isSigned } = asked
  const { conversationId, writing } = asked
  const dialogue = conversationId ? await loadDialogue(tx, conversationId, writing, asked.now) : undefined
  const waiting = dialogue?.questions.find(({ answer }) => answer === null)
  const tells = alone.triage.urgency !== 'not_clinical' || speaksOfHealth(alone)
  const said = waiting && !asked.answersOther ? readAnswer(asked.text, { tells }) : null
  const answer = said === 'no' && waiting && isTooSoon(waiting, asked.now) ? null : said

  const input = { text: asked.text, ...(dialogue ? { turns: turnsOf(dialogue) } : {}) }
  const standing = { answers: answersOf(dialogue, waiting, answer), signed: isSigned }
  const spoken = dialogue ? readOr(alone, () => understandAgain(alone, input, standing)) : alone
  const subject = dialogue && dialogue.subject !== 'self' ? dialogue.subject : alone.triage.subject
  // A fact of the one who writes says nothing of somebody else.
  const isAboutPatient = asked.isForPatient || subject === 'self' || subject === 'unknown'
  const facts = isAboutPatient && speaksOfHealth(spoken) ? await asked.factsOf() : undefined
  const known = facts ? readOr(spoken, () => understandAgain(spoken, { ...input, ...facts }, standing)) : spoken

  const questions = dialogue?.questions ?? []
  const isAsked = (id: string) => questions.some(({ question }) => question === id)
  const isOpen = answer === null && spoken.triage.questions.some(({ id }) => id === waiting?.question)
  return {
    dialogue,
    waiting,
    answer,
    spoken,
    acted: isRaised(known, spoken) ? known : spoken,
    next:
      questions.length < asked.questionsMax ? (spoken.triage.questions.find(({ id }) => !isAsked(id)) ?? null) : null,
    open: isOpen ? (questionOf(waiting?.question ?? '') ?? null) : null,
    subject,
  }
}

/** A second "no" sent with the first answers no question: nobody has read one yet. In milliseconds. */
const READ_MS = 1_000

const isTooSoon = ({ askedAt }: QuestionRow, now: Date): boolean => now.getTime() - askedAt.getTime() < READ_MS

/** A failing engine never stops a message: what was read of it before stands. */
function readOr(before: Understanding, read: () => Understanding): Understanding {
  try {
    return read()
  } catch {
    return before
  }
}

/** Facts may only raise (D24): where a known age reassures, the words alone stand. */
function isRaised(known: Understanding, spoken: Understanding): boolean {
  const rank = PRIORITIES.indexOf(conversationUrgency(known)) - PRIORITIES.indexOf(conversationUrgency(spoken))
  return rank > 0 || (rank === 0 && isMoreUrgent(known.triage.urgency, spoken.triage.urgency))
}

const PRIORITIES: readonly ConversationUrgency[] = ['routine', 'urgent', 'asap', 'stat']

/** The patient's words, each followed by what was asked after them: a "yes" stands behind its question. */
function turnsOf({ turns, questions, language }: StoredDialogue): Turn[] {
  return turns.flatMap(({ messageId, text }): Turn[] => {
    const asked = questions.find(({ askedAfter }) => askedAfter === messageId)
    const question = asked && questionOf(asked.question)
    return [
      { id: messageId, from: 'patient', text },
      ...(question ? [{ from: 'assistant', text: question[language] }] : []),
    ]
  })
}

function answersOf(
  dialogue: StoredDialogue | undefined,
  waiting: QuestionRow | undefined,
  now: Answer['answer'] | null,
): Answer[] {
  const before = (dialogue?.questions ?? []).flatMap(({ question, answer }) =>
    answer === 'yes' || answer === 'no' || answer === 'not_sure' ? [{ question, answer }] : [],
  )
  return waiting && now ? [...before, { question: waiting.question, answer: now }] : before
}
