/** That it said nothing because a person has the conversation is a decision like the others: one row for each message (D75). */
import { ASSISTANT_VERSION } from '#engines/assistant/decide-turn.ts'
import type { LockedConversation } from '#server/modules/conversation/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal } from '#server/platform/journal.ts'
import * as store from './store.ts'

export async function noteSilence(
  { tx, now }: { tx: Transaction; now: Date },
  { id: conversationId, patientId }: LockedConversation,
  session: store.StoredSession,
): Promise<void> {
  const unanswered = await store.loadUnanswered(tx, conversationId, session.answeredSeq, now)
  for (const { id } of unanswered)
    await journal(
      tx,
      {
        event: 'assistant.decided',
        action: 'E',
        resourceKind: 'message',
        resourceId: id,
        conversationId,
        patientIds: [patientId],
        fieldClasses: ['service'],
        detail: { engine: ASSISTANT_VERSION, outcome: 'silence', reason: 'person', articles: [] },
      },
      now,
    )
  const last = unanswered.at(-1)
  if (last) await store.saveSession(tx, conversationId, { ...session, answeredSeq: last.seq }, now)
}
