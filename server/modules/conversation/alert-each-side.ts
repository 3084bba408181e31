/** After a split, or the undo of a move: one open alert stood for all of a conversation, and it goes with its message (desk-D3, D22). */
import { sameInBoth } from '#engines/triage/wording.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { raiseAlert } from './alert.ts'
import type { ChangeDeps } from './change-conversation.ts'
import { reasonKept, type StoredUnderstanding } from './stored-understanding.ts'

/** Raises an alert where a danger stands that was told under the open alert of the other side, and that no open one asks about now. */
export async function alertEachSide(deps: ChangeDeps, conversationIds: readonly string[]): Promise<void> {
  const { tx } = deps
  const rows = await tx.run<{ conversationId: string; messageId: string; result: StoredUnderstanding | null }>(
    LEFT_WITHOUT,
    [tx.context.organizationId, conversationIds],
  )
  for (const { conversationId, messageId, result } of rows)
    await raiseAlert(deps, {
      conversationId,
      messageId,
      kind: result?.crisis?.kinds?.length ? 'crisis' : 'triage',
      reason: (result && reasonKept(result)) ?? sameInBoth(''),
    })
}

// What asks for an alert where it arrives (receive-message.ts).
const LEFT_WITHOUT = sqlText`
  select distinct on (m.conversation_id) m.conversation_id as "conversationId", m.id as "messageId", u.result
    from message m
    left join understanding u on u.organization_id = $1 and u.message_id = m.id and u.version = 1
   where m.organization_id = $1 and m.conversation_id = any ($2::uuid[]) and m.direction = 'in'
     and (m.urgency = 'stat' or u.result->'crisis'->>'level' = 'present')
     and exists (select from safety_alert a where a.organization_id = $1 and a.conversation_id = any ($2::uuid[]) and a.accepted_at is null
       and a.raised_at <= m.received_at)
     and not exists (select from safety_alert a where a.organization_id = $1 and a.conversation_id = m.conversation_id and a.accepted_at is null)
   order by m.conversation_id, m.seq`
