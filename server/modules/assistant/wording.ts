/**
 * Approved answers in other words, where something is connected that finds them (understanding-D76, D77).
 *
 * The words are asked for outside of any transaction: a turn that finds an answer without them ends with nothing written, and begins anew
 * once they are there. It decides everything again, so that a person who came meanwhile is not spoken over (D73).
 */
import type { Decision } from '#engines/assistant/decide-turn.ts'
import type { LockedConversation } from '#server/modules/conversation/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal, type JournalDetail } from '#server/platform/journal.ts'

/** What is to be worded: the approved text, for the question that it answers. */
export type Unworded = { question: string; approved: string; language: string }
/** `text` passed every check; null: the approved text is sent. `detail`: what the journal says of it (D75). */
type Wording = { text: string | null; detail: JournalDetail }
/** @returns null where nothing may be asked. It never fails, and has its own limit of time. */
export type WordAnswer = (organizationId: string, unworded: Unworded) => Promise<Wording | null>

/** By message and version of the article. */
export type Wordings = Map<string, Wording | null>

/** Answers worded in one turn; the job has half a minute, and one wording takes up to 8 s. Source: understanding-D78 allows 8. */
const WORDINGS_MAX = 2

class WordsWanted extends Error {
  readonly key: string
  readonly unworded: Unworded
  constructor(key: string, unworded: Unworded) {
    super('the words of an answer are asked for first')
    this.key = key
    this.unworded = unworded
  }
}

/** @param turn one transaction; it is run again with the words that it asked for. */
export async function wordedTurn(
  wordAnswer: WordAnswer | undefined,
  organizationId: string,
  turn: (wordings: Wordings | null) => Promise<void>,
): Promise<void> {
  if (!wordAnswer) return turn(null)
  const wordings: Wordings = new Map()
  for (;;) {
    try {
      return await turn(wordings)
    } catch (error) {
      if (!(error instanceof WordsWanted)) throw error
      wordings.set(error.key, await wordAnswer(organizationId, error.unworded))
    }
  }
}

/** The decision with its answer in the words that were found. What a label protects is shown to nothing outside. */
export async function withWording(
  tx: Transaction,
  wordings: Wordings | null,
  {
    conversation,
    message,
    asked,
    decision,
    now,
  }: {
    conversation: LockedConversation
    message: { id: string; channel: string }
    asked: { question: string; turn: { language: string } }
    decision: Decision
    now: Date
  },
): Promise<Decision> {
  const line = decision.lines.find((one) => one.says === 'answer')
  // A text message has no room for the notice of generated words.
  if (!wordings || !line || conversation.labels.length > 0 || message.channel === 'sms') return decision
  const { answer } = line
  const key = `${message.id} ${answer.articleId}@${answer.version}`
  const wording = wordings.get(key)
  if (wording === undefined && wordings.size < WORDINGS_MAX)
    throw new WordsWanted(key, { question: asked.question, approved: answer.text, language: asked.turn.language })
  if (!wording) return decision
  await journal(
    tx,
    {
      event: 'llm.asked',
      action: 'E',
      resourceKind: 'message',
      resourceId: message.id,
      conversationId: conversation.id,
      patientIds: [conversation.patientId],
      fieldClasses: ['service'],
      detail: wording.detail,
    },
    now,
  )
  const { text } = wording
  if (text === null) return decision
  const worded = { says: 'answer', answer: { ...answer, text, isGenerated: true } } as const
  return { ...decision, lines: decision.lines.map((one) => (one === line ? worded : one)) }
}
