/** What the assistant did with one message is one row of the journal, written with it (understanding-D75). */
import { ASSISTANT_VERSION, type Decision } from '#engines/assistant/decide-turn.ts'
import type { LockedConversation } from '#server/modules/conversation/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal } from '#server/platform/journal.ts'

/** What the assistant did with a message; silence is what it keeps for a person. */
export type Did = Decision['does'] | 'silence'
type Noted = { does: Did; reason: string | null; lines: Decision['lines'] }

/** `isSaid`: left out where nothing was to be said. `secondStage`: its version, where it had a word in what was understood. */
export const noteDecision = (
  { tx, now }: { tx: Transaction; now: Date },
  { id: conversationId, patientId }: Pick<LockedConversation, 'id' | 'patientId'>,
  {
    messageId,
    decision,
    isSaid,
    secondStage,
  }: { messageId: string; decision: Noted; isSaid?: boolean; secondStage?: string | undefined },
): Promise<void> =>
  journal(
    tx,
    {
      event: 'assistant.decided',
      action: 'E',
      resourceKind: 'message',
      resourceId: messageId,
      conversationId,
      patientIds: [patientId],
      fieldClasses: ['service'],
      detail: {
        engine: ASSISTANT_VERSION,
        ...(secondStage ? { secondStage } : {}),
        outcome: decision.does,
        reason: decision.reason ?? 'none',
        ...(isSaid === undefined ? {} : { isSaid }),
        articles: articlesOf(decision.lines),
      },
    },
    now,
  )

export const articlesOf = (lines: Decision['lines']): string[] =>
  lines.flatMap((line) => {
    const told = line.says === 'answer' ? line.answer : line.says === 'english-only' ? line.page : null
    return told ? [`${told.articleId}@${told.version}`] : []
  })
