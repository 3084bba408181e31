/** The journal of a merge, a split and their undo: a row for each side, and one for every message moved (desk-D22). */
import { journal } from '#server/platform/journal.ts'
import type { ChangeDeps } from './change-conversation.ts'

export type ToldMove = {
  moveId: string
  event: 'conversation.merged' | 'conversation.merge-undone' | 'conversation.split' | 'conversation.split-undone'
  from: { id: string; number: string }
  to: { id: string; number: string }
  /** Each message with the seq it has now. */
  moved: readonly { messageId: string; seq: number }[]
  patientIds: readonly (string | null)[]
}

export async function tellMoved({ tx, hub, now }: ChangeDeps, told: ToldMove): Promise<void> {
  const { moveId, event, from, to, moved, patientIds } = told
  const detail = { move: moveId, from: from.number, into: to.number, messages: moved.length }
  for (const { id } of [from, to])
    await journal(
      tx,
      { event, action: 'U', resourceKind: 'conversation', resourceId: id, conversationId: id, patientIds, detail },
      now,
    )
  for (const { messageId, seq } of moved)
    await journal(
      tx,
      {
        event: 'message.moved',
        action: 'U',
        resourceKind: 'message',
        resourceId: messageId,
        conversationId: to.id,
        patientIds,
        detail: { move: moveId, seq, from: from.id },
      },
      now,
    )
  tx.afterCommit(() => hub.wake(tx.context.organizationId))
}
