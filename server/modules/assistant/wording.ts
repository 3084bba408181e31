/**
 * Approved answers in other words, where something is connected that finds them (understanding-D76, D77).
 *
 * The words are asked for outside of any transaction: a turn that finds an answer without them ends with nothing written, and begins anew
 * once they are there. It decides everything again, so that a person who came meanwhile is not spoken over (D73).
 */
import type { Decision } from '#engines/assistant/decide-turn.ts'
import type { LockedConversation } from '#server/modules/conversation/index.ts'

/** What is to be worded: the approved text, for the question of that message. */
export type Unworded = { messageId: string; question: string; approved: string; language: string }
/** @returns what passed every check; null: the approved text is sent, or nothing may be asked. It has its own limit of time. */
export type WordAnswer = (organizationId: string, unworded: Unworded) => Promise<string | null>

/** By message and version of the article. */
export type Wordings = Map<string, string | null>

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
export function withWording(
  wordings: Wordings | null,
  {
    conversation,
    message,
    asked,
    decision,
  }: {
    conversation: Pick<LockedConversation, 'labels'>
    message: { id: string; channel: string }
    asked: { question: string; turn: { language: string } }
    decision: Decision
  },
): Decision {
  const line = decision.lines.find((one) => one.says === 'answer')
  // A text message has no room for the notice of generated words.
  if (!wordings || !line || conversation.labels.length > 0 || message.channel === 'sms') return decision
  const { answer } = line
  const key = `${message.id} ${answer.articleId}@${answer.version}`
  const text = wordings.get(key)
  if (text === undefined && wordings.size < WORDINGS_MAX)
    throw new WordsWanted(key, {
      messageId: message.id,
      question: asked.question,
      approved: answer.text,
      language: asked.turn.language,
    })
  if (text === undefined || text === null) return decision
  const worded = { says: 'answer', answer: { ...answer, text, isGenerated: true } } as const
  return { ...decision, lines: decision.lines.map((one) => (one === line ? worded : one)) }
}
