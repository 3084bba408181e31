/** The conversation of somebody who stands at the front desk: which one goes on, who has it, when it is over (desk-D64, decision 0087). */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { assign, setState, type ChangeDeps } from './change-conversation.ts'
import { keepDue } from './due.ts'
import { lockWhereItLeads } from './move-store.ts'
import { CONTINUES_HOURS } from './rules.ts'
import { lockConversation } from './store.ts'

/**
 * The newest matter of a person whose identity is sure, that a visit at the desk goes on with. A labelled one is left alone: the person
 * stands in a public room, and whoever calls may not be a reader of it.
 */
export async function matterOfWalkIn(tx: Transaction, patientId: string, now: Date): Promise<string | null> {
  const since = new Date(now.getTime() - CONTINUES_HOURS * 3_600_000)
  const [row] = await tx.run<{ id: string }>(MATTER, [tx.context.organizationId, patientId, since])
  return row?.id ?? null
}

const MATTER = sqlText`
  select id from conversation
   where organization_id = $1 and patient_id = $2 and related_person_id is null and labels = '{}'
     and state in ('open', 'waiting', 'snoozed', 'resolved') and last_message_at > $3
   order by last_message_at desc limit 1`

/** Somebody serves the person now, and the journal says so already: the clocks are met, and nobody else is given the conversation. */
export async function takeWalkIn(deps: ChangeDeps, conversationId: string, staffId: string): Promise<void> {
  const conversation = await lockWhereItLeads(deps.tx, conversationId)
  if (!conversation) return
  const { id, version } = conversation
  // Who may not read it, or already has somebody who knows it, leaves it where it is.
  if (conversation.assigneeId === null) await assign(deps, { conversationId: id, version, staffId })
  await keepDue(deps, id)
}

/**
 * What began with the turn ends with it, where it is of nothing else: once merged it is another matter's too. An open red flag or an unknown
 * delivery keeps it open as well, for a person to settle.
 */
export async function endWalkIn(deps: ChangeDeps, conversationId: string): Promise<void> {
  const conversation = await lockConversation(deps.tx, conversationId)
  if (conversation?.state !== 'open') return
  const more = await deps.tx.run(MORE_THAN_THE_TURN, [deps.tx.context.organizationId, conversationId])
  if (more.length > 0) return
  await setState(deps, { conversationId: conversation.id, version: conversation.version, to: { state: 'resolved' } })
}

// Another's messages, words that no person answered, or one more turn that goes on.
const MORE_THAN_THE_TURN = sqlText`
  select from conversation_move where organization_id = $1 and target_id = $2 and kind = 'merge' and undone_at is null
  union all
  select from front_desk_turn where organization_id = $1 and conversation_id = $2 and state in ('waiting', 'called', 'serving')
  union all
  select from message m
   where m.organization_id = $1 and m.conversation_id = $2 and m.direction = 'in' and m.automatic = 'none'
     and not exists (select from front_desk_turn t where t.organization_id = $1 and t.conversation_id = $2 and t.message_id = m.id)
     and not exists (select from message a where a.organization_id = $1 and a.conversation_id = $2 and a.direction = 'out' and a.author_kind = 'staff'
       and a.cancelled_at is null and a.seq > m.seq)
  limit 1`

/** The person came back to the desk. */
export async function reopenWalkIn(deps: ChangeDeps, conversationId: string): Promise<void> {
  const conversation = await lockConversation(deps.tx, conversationId)
  if (conversation?.state !== 'resolved') return
  await setState(deps, { conversationId: conversation.id, version: conversation.version, to: { state: 'open' } })
}

/** Where a conversation stands now that may have been merged, and about whom it is there. */
export async function standsIn(
  tx: Transaction,
  conversationId: string,
): Promise<{ conversationId: string; patientId: string | null }> {
  const conversation = await lockWhereItLeads(tx, conversationId)
  return { conversationId: conversation?.id ?? conversationId, patientId: conversation?.patientId ?? null }
}
