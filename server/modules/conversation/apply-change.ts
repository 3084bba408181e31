/** One change of a conversation with what undo needs to take it back (desk-D20), and that undo. */
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal } from '#server/platform/journal.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { Refusal } from '#contract/refusal.ts'
import { assign, moveToQueue, setState, setTags, type Changed, type ChangeDeps } from './change-conversation.ts'
import { keepDue } from './due.ts'
import { mayOpen, tagsAfter, type Change, type ChangeFacts, type ChangeTarget } from './foresee-change.ts'
import { isSnoozeOver, type ConversationState } from './rules.ts'
import { wakeLater } from './send-message.ts'

type Was = {
  state: ConversationState
  waitingOn: string | null
  snoozedUntil: string | null
  snoozedFor: string | null
  resolvedAt: string | null
  unreadSince: string | null
}
type Hands = { assigneeId: string | null; assignment: 'unassigned' | 'offered' | 'assigned' }

/** What gives a change back, as it is kept until then: codes, ids, instants and tags. */
export type Undo =
  | { do: 'state'; was: Was }
  | { do: 'assign'; was: Hands }
  | { do: 'queue'; was: Hands & { queueId: string | null } }
  | { do: 'tags'; added: string[]; removed: string[] }

/** The conversations as they stand, those that the caller may open; the others are absent. */
export async function factsForChange(tx: Transaction, ids: readonly string[]): Promise<Map<string, ChangeFacts>> {
  const rows = await tx.run<ChangeFacts & { id: string }>(FACTS, [tx.context.organizationId, ids])
  return new Map(rows.map(({ id, ...facts }) => [id, facts]))
}

export async function targetOf(tx: Transaction, change: Change): Promise<ChangeTarget> {
  const [row] = await tx.run<ChangeTarget>(TARGET, [
    tx.context.organizationId,
    change.do === 'assign' ? change.staffId : null,
    change.do === 'queue' ? change.queueId : null,
  ])
  return row ?? { staff: null, queue: null }
}

export async function applyChange(
  deps: ChangeDeps,
  { conversationId, version, change }: { conversationId: string; version: number; change: Change },
): Promise<Result<Changed & { undo: Undo }, Refusal>> {
  const [before] = await deps.tx.run<Before>(BEFORE, [deps.tx.context.organizationId, conversationId])
  if (!before) return refuse('NOT_FOUND')
  const done = await make(deps, conversationId, version, change)
  return done.ok ? ok({ ...done.value, undo: undoOf(change, before) }) : done
}

function make(deps: ChangeDeps, conversationId: string, version: number, change: Change) {
  const target = { conversationId, version }
  switch (change.do) {
    case 'state':
      return setState(deps, { ...target, to: change.to })
    case 'assign':
      return assign(deps, { ...target, staffId: change.staffId })
    case 'queue':
      return moveToQueue(deps, { ...target, queueId: change.queueId })
    case 'tags':
      return setTags(deps, { conversationId, add: change.add, remove: change.remove })
  }
}

type Before = Hands & {
  state: ConversationState
  waitingOn: string | null
  snoozedUntil: Date | null
  snoozedFor: string | null
  resolvedAt: Date | null
  unreadSince: Date | null
  queueId: string | null
  tags: string[]
}

const iso = (at: Date | null): string | null => at && at.toISOString()

function undoOf(change: Change, before: Before): Undo {
  const { state, waitingOn, snoozedFor, assigneeId, assignment, queueId, tags } = before
  switch (change.do) {
    case 'state': {
      return {
        do: 'state',
        was: {
          state,
          waitingOn,
          snoozedFor,
          snoozedUntil: iso(before.snoozedUntil),
          resolvedAt: iso(before.resolvedAt),
          unreadSince: iso(before.unreadSince),
        },
      }
    }
    case 'assign':
      return { do: 'assign', was: { assigneeId, assignment } }
    case 'queue':
      return { do: 'queue', was: { queueId, assigneeId, assignment } }
    case 'tags': {
      const after = tagsAfter(tags, change)
      return {
        do: 'tags',
        added: after.filter((tag) => !tags.includes(tag)),
        removed: tags.filter((tag) => !after.includes(tag)),
      }
    }
  }
}

/**
 * Gives back what changes made of a conversation, the last one first. What anybody changed since stands: then the whole is refused.
 * Tags unite, so they are given back whatever else happened.
 */
export async function giveBack(
  deps: ChangeDeps & { bulkId: string },
  { conversationId, version, undos }: { conversationId: string; version: number; undos: readonly Undo[] },
): Promise<Result<null, Refusal>> {
  const { tx, hub, now, bulkId } = deps
  const { organizationId } = tx.context
  const [row] = await tx.run<{ version: number; state: ConversationState; labels: string[]; patientId: string | null }>(
    LOCK,
    [organizationId, conversationId],
  )
  if (!row) return refuse('NOT_FOUND')
  if (row.state === 'merged') return refuse('STATE_NOT_ALLOWED')
  if (row.version !== version && undos.some((undo) => undo.do !== 'tags')) return refuse('CHANGED_MEANWHILE')

  // Before anything is written: what cannot be given back as a whole is left as it is.
  if (!(await mayAllBeGiven(tx, undos, row.labels))) return refuse('NOT_A_READER')

  for (const undo of undos.toReversed()) {
    if (undo.do === 'tags') await tx.run(TAGS_BACK, [organizationId, conversationId, undo.removed, undo.added])
    else if (undo.do === 'state') await stateBack(deps, conversationId, undo.was)
    else {
      const queueId = undo.do === 'queue' ? undo.was.queueId : null
      await tx.run(HANDS_BACK, [
        organizationId,
        conversationId,
        undo.was.assigneeId,
        undo.was.assignment,
        undo.do === 'queue',
        queueId,
      ])
    }
  }
  await tx.run(`update conversation set version = version + 1 where organization_id = $1 and id = $2`, [
    organizationId,
    conversationId,
  ])
  await journal(
    tx,
    {
      event: 'conversation.change-undone',
      action: 'U',
      resourceKind: 'conversation',
      resourceId: conversationId,
      conversationId,
      patientIds: [row.patientId],
      detail: { bulkId, parts: undos.map((undo) => undo.do) },
    },
    now,
  )
  await keepDue(deps, conversationId)
  tx.afterCommit(() => hub.wake(organizationId))
  return ok(null)
}

/** Whether everybody who had the conversation may still open it. */
async function mayAllBeGiven(tx: Transaction, undos: readonly Undo[], labels: readonly string[]): Promise<boolean> {
  for (const undo of undos) {
    const staffId = undo.do === 'assign' || undo.do === 'queue' ? undo.was.assigneeId : null
    if (staffId === null) continue
    const { staff } = await targetOf(tx, { do: 'assign', staffId })
    if (!mayOpen(staff, labels)) return false
  }
  return true
}

async function stateBack(deps: ChangeDeps, conversationId: string, was: Was): Promise<void> {
  const { tx, now } = deps
  const until = was.snoozedUntil === null ? null : new Date(was.snoozedUntil)
  const isOver = isSnoozeOver(was, now)
  await tx.run(STATE_BACK, [
    tx.context.organizationId,
    conversationId,
    isOver ? 'open' : was.state,
    was.waitingOn,
    isOver ? null : until,
    isOver ? null : was.snoozedFor,
    was.resolvedAt,
    was.unreadSince,
  ])
  if (until && !isOver) await wakeLater(deps, conversationId, until)
}

const FACTS = sqlText`
  select c.id, c.version, c.state, c.waiting_on as "waitingOn", c.assignee_id as "assigneeId", c.assignment, c.queue_id as "queueId", c.tags, c.labels,
         c.patient_id as "patientId",
         array(select a.id from safety_alert a where a.organization_id = $1 and a.conversation_id = c.id and a.accepted_at is null limit 20) as "openAlerts",
         array(select d.id from delivery d where d.organization_id = $1 and d.conversation_id = c.id and d.state = 'unknown' limit 20) as "unknownDeliveries"
    from conversation c
   where c.organization_id = $1 and c.id = any ($2::uuid[])`

const TARGET = sqlText`
  select (select json_build_object('isActive', s.state = 'active', 'role', s.role, 'labels', s.labels)
            from staff_member s where s.organization_id = $1 and s.id = $2::uuid) as staff,
         (select json_build_object('id', q.id) from queue q where q.organization_id = $1 and q.id = $3::uuid and q.retired_at is null) as queue`

const BEFORE = sqlText`
  select state, waiting_on as "waitingOn", snoozed_until as "snoozedUntil", snoozed_for as "snoozedFor", resolved_at as "resolvedAt",
         unread_since as "unreadSince", assignee_id as "assigneeId", assignment, queue_id as "queueId", tags
    from conversation where organization_id = $1 and id = $2 for no key update`

const LOCK = sqlText`
  select version, state, labels, patient_id as "patientId" from conversation where organization_id = $1 and id = $2 for no key update`

const TAGS_BACK = sqlText`
  update conversation
     set tags = (select coalesce(array_agg(distinct tag order by tag), '{}') from unnest(tags || $3::text[]) tag where tag <> all ($4::text[]))
   where organization_id = $1 and id = $2`

const STATE_BACK = sqlText`
  update conversation
     set state = $3, waiting_on = $4, snoozed_until = $5, snoozed_for = $6, resolved_at = $7, unread_since = $8
   where organization_id = $1 and id = $2`

// An offer that was answered by the change is over: it does not come back with the hands (decision 0028).
const HANDS_BACK = sqlText`
  update conversation
     set assignee_id = case when $4 = 'offered' then null else $3::uuid end,
         assignment = case when $4 = 'offered' then 'unassigned' else $4 end,
         queue_id = case when $5 then $6::uuid else queue_id end
   where organization_id = $1 and id = $2`
