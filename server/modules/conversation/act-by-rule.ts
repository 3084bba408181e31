/**
 * What a rule does to a conversation, through the same changes as a person's (desk-D68), each with its chain. What is refused is told, and
 * the rest is done all the same. What a person chose is not overridden (desk-D32): who has a conversation keeps it.
 */
import type { Action } from '#engines/rules/rule.ts'
import type { ActDeps, Outcome, Target } from '#server/modules/rule/index.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import type { Refusal } from '#contract/refusal.ts'
import { searchWords } from '#engines/text/search-words.ts'
import type { Result } from '#server/platform/result.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { assign, moveToQueue, setTags, setUrgency } from './change-conversation.ts'
import { sendRuleReply } from './rule-reply.ts'
import { isMoreUrgent } from './rules.ts'
import { lockConversation, type LockedConversation } from './store.ts'

type Act = Exclude<Action, { kind: 'webhook' | 'macro' }>

export async function actByRule(deps: ActDeps, target: Target, action: Act): Promise<Outcome> {
  // Locked by the job; read again, since the step before has changed it.
  const conversation = await lockConversation(deps.tx, target.conversationId)
  if (!conversation) return { kind: action.kind, outcome: 'refused', reason: 'NOT_FOUND', language: null }
  return action.kind === 'reply'
    ? sendRuleReply(deps, target, action)
    : { kind: action.kind, language: null, ...(await change(deps, conversation, target, action)) }
}

type Changed = Pick<Outcome, 'outcome' | 'reason'>
const NOTHING: Changed = { outcome: 'nothing', reason: null }
const TAKEN: Changed = { outcome: 'refused', reason: 'TAKEN' }

async function change(
  deps: ActDeps,
  conversation: LockedConversation,
  { name }: Target,
  action: Exclude<Act, { kind: 'reply' }>,
): Promise<Changed> {
  const { id: conversationId, version } = conversation
  const isTaken = conversation.assignment === 'assigned'
  switch (action.kind) {
    case 'tag': {
      const add = await missingTags(deps, conversationId, action.tags)
      return add.length === 0 ? NOTHING : told(await setTags(deps, { conversationId, add, remove: [] }))
    }
    case 'queue':
      if (conversation.queueId === action.queueId) return NOTHING
      return isTaken ? TAKEN : told(await moveToQueue(deps, { conversationId, version, queueId: action.queueId }))
    case 'assign':
      if (isTaken) return conversation.assigneeId === action.staffId ? NOTHING : TAKEN
      return told(await assign(deps, { conversationId, version, staffId: action.staffId }))
    case 'urgency':
      if (!isMoreUrgent(action.urgency, conversation.urgency)) return NOTHING
      return told(
        await setUrgency(
          deps,
          { role: 'supervisor' },
          { conversationId, version, urgency: action.urgency, reason: name },
        ),
      )
    case 'note':
      await writeRuleNote(deps, conversation, action)
      return { outcome: 'done', reason: null }
  }
}

const told = (result: Result<unknown, Refusal>): Changed =>
  result.ok ? { outcome: 'done', reason: null } : { outcome: 'refused', reason: result.refusal }

async function missingTags({ tx }: ActDeps, conversationId: string, tags: readonly string[]): Promise<string[]> {
  const [row] = await tx.run<{ tags: string[] }>(
    `select tags from conversation where organization_id = $1 and id = $2`,
    [tx.context.organizationId, conversationId],
  )
  return tags.filter((tag) => !row?.tags.includes(tag))
}

export async function writeRuleNote(
  { tx, now, chain }: ActDeps,
  { id: conversationId, patientId }: Pick<LockedConversation, 'id' | 'patientId'>,
  { text, readers }: { text: string; readers: readonly string[] },
): Promise<void> {
  const messageId = newId(now.getTime())
  const values = [tx.context.organizationId, messageId, conversationId, text, now, readers, searchWords(text)]
  const [note] = await tx.run<{ seq: number }>(WRITE_NOTE, values)
  await journal(
    tx,
    {
      event: 'note.written',
      action: 'C',
      resourceKind: 'message',
      resourceId: messageId,
      conversationId,
      patientIds: [patientId],
      fieldClasses: ['service'],
      detail: { seq: note?.seq ?? 0, channel: 'desk', rule: chain.ruleId, ruleVersion: chain.version },
    },
    now,
  )
}

const WRITE_NOTE = sqlText`
  with c as (
    update conversation set last_seq = last_seq + 1, version = version + 1 where organization_id = $1 and id = $3 returning id, last_seq, language
  )
  insert into message (organization_id, id, conversation_id, seq, direction, channel, author_kind, text, language, content_class, received_at,
    automatic, flags, readers, search)
  select $1, $2, id, last_seq, 'note', 'desk', 'system', $4, language, 'service', $5, 'machine', '{rule}', $6, to_tsvector('simple', $7) from c
  returning seq`
