/** That it said nothing because a person has the conversation is a decision like the others: one row for each message (D75). */
import type { LockedConversation } from '#server/modules/conversation/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { noteDecision } from './note-decision.ts'
import * as store from './store.ts'

const SILENCE = { does: 'silence', reason: 'person', lines: [] } as const

export async function noteSilence(
  { tx, now }: { tx: Transaction; now: Date },
  conversation: LockedConversation,
  { session, unanswered }: { session: store.StoredSession; unanswered: readonly store.Unanswered[] },
): Promise<void> {
  for (const { id } of unanswered) await noteDecision({ tx, now }, conversation, { messageId: id, decision: SILENCE })
  const last = unanswered.at(-1)
  if (last) await store.saveSession(tx, conversation.id, { ...session, answeredSeq: last.seq }, now)
}
