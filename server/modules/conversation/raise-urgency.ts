/**
 * Something that read a message beside the engines finds it more urgent: it only rises, through the same change as a person's
 * (understanding-D76). What a person decided since the message came stands: who set the urgency, resolved it, or closed it.
 */
import type { Worded } from '#engines/triage/wording.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { raiseAlert } from './alert.ts'
import { moveToQueue, setState, setUrgency, type ChangeDeps, type Changed } from './change-conversation.ts'
import { chooseQueue, isMoreUrgent, type Urgency } from './rules.ts'
import { loadRouting, lockConversation } from './store.ts'
import type { Result } from '#server/platform/result.ts'
import type { Refusal } from '#contract/refusal.ts'

export async function raiseUrgency(
  deps: ChangeDeps,
  { messageId, urgency, reason }: { messageId: string; urgency: Urgency; reason: Worded },
): Promise<'raised' | 'unchanged'> {
  const { tx, jobs, now } = deps
  const { organizationId } = tx.context
  const [message] = await tx.run<{ conversationId: string; receivedAt: Date }>(MESSAGE, [organizationId, messageId])
  const conversation = message && (await lockConversation(tx, message.conversationId))
  if (!message || !conversation || !STANDS.has(conversation.state)) return 'unchanged'
  if (!isMoreUrgent(urgency, conversation.urgency)) return 'unchanged'
  const decided = await tx.run(DECIDED, [organizationId, conversation.id, message.receivedAt])
  if (decided.length > 0) return 'unchanged'

  const { id: conversationId, assignment, siteId, language } = conversation
  let { version } = conversation
  // What was answered by software, or put off, comes back to where people look.
  if (conversation.state !== 'open')
    version = versionOf(await setState(deps, { conversationId, version, to: { state: 'open' } }))
  // It hangs on the message that was read, which may not be the newest.
  if (urgency === 'stat') await raiseAlert(deps, { conversationId, messageId, kind: 'triage', reason })
  const raised = await setUrgency(deps, { role: 'supervisor' }, { conversationId, version, urgency, reason })
  version = versionOf(raised)
  const routing = await loadRouting(tx, now)
  const queue = chooseQueue(routing.queues, 'clinical', siteId, language)
  const isClinical = routing.queues.find(({ id }) => id === conversation.queueId)?.kind === 'clinical'
  if (assignment === 'unassigned' && queue && !isClinical)
    await moveToQueue(deps, { conversationId, version, queueId: queue.id })
  else if (assignment === 'unassigned' && routing.isAutomatic)
    await jobs.send(tx, 'route', { organizationId, id: conversationId })
  return 'raised'
}

const STANDS = new Set(['open', 'waiting', 'snoozed'])

/** The row is locked and was just read: a refusal is a fault of ours. */
function versionOf(changed: Result<Changed, Refusal>): number {
  if (!changed.ok) throw new Error(`urgency was not raised: ${changed.refusal}`)
  return changed.value.version
}

const MESSAGE = sqlText`
  select conversation_id as "conversationId", received_at as "receivedAt" from message
   where organization_id = $1 and id = $2 and direction = 'in' and cancelled_at is null`

const DECIDED = sqlText`
  select from journal where organization_id = $1 and conversation_id = $2 and action <> 'R' and event = 'conversation.urgency-set'
     and actor_kind = 'staff' and at > $3 limit 1`
