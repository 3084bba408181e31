/** Tells rules what changed in a conversation; the same events as a simulation reads from the journal (rule-past.ts). */
import type { Change, FactsBefore } from '#engines/rules/rule.ts'
import { noteCause, type CauseDeps } from '#server/modules/rule/index.ts'
import type { JournalDetail } from '#server/platform/journal.ts'
import type { LockedConversation } from './store.ts'

/** Events of the journal that are a change to rules. An offer is none: nobody has it yet. */
export const CHANGE_EVENTS: Readonly<Record<string, Change>> = {
  'conversation.open': 'state',
  'conversation.waiting': 'state',
  'conversation.snoozed': 'state',
  'conversation.resolved': 'state',
  'conversation.spam': 'state',
  'conversation.woke': 'state',
  'conversation.assigned': 'assignee',
  'conversation.handed-over': 'assignee',
  'conversation.queue-set': 'queue',
  'conversation.urgency-set': 'urgency',
  'conversation.tagged': 'tags',
  'conversation.linked': 'patient',
}

type Before = Pick<LockedConversation, 'id' | 'state' | 'urgency' | 'queueId' | 'language'>

export const beforeOf = ({ state, urgency, queueId, language }: Before): FactsBefore => ({
  state,
  urgency,
  queueId,
  language,
})

/** @param before the conversation as it was. */
export async function noteChange(deps: CauseDeps, before: Before, event: string, detail: JournalDetail): Promise<void> {
  const changed = CHANGE_EVENTS[event]
  // The same state again, with another reason or time, is no change of state.
  if (!changed || (changed === 'state' && detail.from === stateOf(event))) return
  const cause = {
    trigger: 'conversation-changed',
    conversationId: before.id,
    changed,
    before: beforeOf(before),
  } as const
  await noteCause(deps, cause)
}

/** The state after an event that changes it. */
export const stateOf = (event: string): string =>
  event === 'conversation.woke' ? 'open' : event.slice('conversation.'.length)
