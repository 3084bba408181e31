/** Changes of one conversation by a person: state, assignee, urgency, tags, whose it is. Each carries the version it was decided on. */
import { sameInBoth, type Worded } from '#engines/triage/wording.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { journal, type JournalDetail } from '#server/platform/journal.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { Database, Transaction } from '#server/platform/database.ts'
import { systemContext } from '#server/platform/context.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { Chain } from '#server/modules/rule/index.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { Role } from '#contract/role.ts'
import { raiseAlert } from './alert.ts'
import { keepDue } from './due.ts'
import type { NextState } from './foresee-change.ts'
import { canSetUrgency, STAFF_MAY_OPEN } from './policy.ts'
import { decideResolve, decideSnooze, mayBecome, type Urgency } from './rules.ts'
import { keptReason } from './worded-reason.ts'
import { wakeLater } from './send-message.ts'
import { openQuestions } from './send-store.ts'
import { loadRouting, lockConversation, type LockedConversation } from './store.ts'
import { noteChange } from './note-change.ts'

export type ChangeDeps = {
  tx: Transaction
  jobs: Jobs
  hub: Hub
  now: Date
  /** The bulk change that this is a part of: undone, it counts for no clock. */
  bulkId?: string
  /** A rule makes the change. */
  chain?: Chain
}
export type Changed = { version: number; lastSeq: number }

export async function setState(
  deps: ChangeDeps,
  { conversationId, version, to }: { conversationId: string; version: number; to: NextState },
): Promise<Result<Changed, Refusal>> {
  const { tx, now } = deps
  const locked = await lockAtVersion(tx, conversationId, version)
  if (!locked.ok) return locked
  const conversation = locked.value
  if (!mayBecome(conversation.state, to.state)) return refuse('STATE_NOT_ALLOWED')
  if (to.state === 'resolved') {
    const decision = decideResolve(await openQuestions(tx, conversationId))
    if (!decision.ok) return decision
  }
  if (to.state === 'snoozed') {
    const decision = decideSnooze(new Date(to.until), now)
    if (!decision.ok) return decision
  }
  const until = to.state === 'snoozed' ? new Date(to.until) : null
  await tx.run(SET_STATE, [
    tx.context.organizationId,
    conversationId,
    to.state,
    to.state === 'waiting' ? to.waitingOn : null,
    until,
    to.state === 'snoozed' ? (to.event ?? null) : null,
    now,
  ])
  if (until) await wakeLater(deps, conversationId, until)
  const result = await changed(deps, conversation, `conversation.${to.state}`, {
    from: conversation.state,
    ...(to.state === 'waiting' ? { waitingOn: to.waitingOn } : {}),
    ...(until ? { until: until.toISOString() } : {}),
  })
  await keepDue(deps, conversationId)
  return result
}

/** A snooze is over. A job that comes for an earlier snooze finds another time and does nothing. */
export async function wakeSnoozed(
  { db, jobs, hub, now }: { db: Database; jobs: Jobs; hub: Hub; now: () => Date },
  organizationId: string,
  conversationId: string,
): Promise<void> {
  await db.transaction(systemContext(organizationId, newId(), 'job wake-snoozed'), async (tx) => {
    const asleep = await lockConversation(tx, conversationId)
    const rows = await tx.run(WAKE, [organizationId, conversationId, now()])
    if (!asleep || rows.length === 0) return
    await noteChange({ tx, jobs, now: now() }, asleep, 'conversation.woke', {})
    await journal(
      tx,
      {
        event: 'conversation.woke',
        action: 'U',
        resourceKind: 'conversation',
        resourceId: conversationId,
        conversationId,
      },
      now(),
    )
    tx.afterCommit(() => hub.wake(organizationId))
  })
}

/** Whether somebody may be given the conversation. */
export async function isReader(
  tx: Transaction,
  { staffId, conversationId }: { staffId: string; conversationId: string },
): Promise<boolean> {
  const rows = await tx.run(READER, [tx.context.organizationId, staffId, conversationId])
  return rows.length > 0
}

const READER = `
  select from staff_member s join conversation c on c.organization_id = $1 and c.id = $3
   where s.organization_id = $1 and s.id = $2 and s.state = 'active' and ${STAFF_MAY_OPEN}`

/** `event`: what it is called in the journal, when it is more than a choice. */
export async function assign(
  deps: ChangeDeps,
  {
    conversationId,
    version,
    staffId,
    event = 'conversation.assigned',
  }: { conversationId: string; version: number; staffId: string | null; event?: string },
): Promise<Result<Changed, Refusal>> {
  const { tx } = deps
  const locked = await lockAtVersion(tx, conversationId, version)
  if (!locked.ok) return locked
  if (staffId !== null) {
    if (!(await isReader(tx, { staffId, conversationId }))) return refuse('NOT_A_READER', { field: 'staffId' })
  }
  await tx.run(
    sqlText`update conversation set assignee_id = $3::uuid, assignment = case when $3::uuid is null then 'unassigned' else 'assigned' end
      where organization_id = $1 and id = $2`,
    [tx.context.organizationId, conversationId, staffId],
  )
  const result = await changed(deps, locked.value, event, { to: staffId, from: locked.value.assigneeId })
  // A clinician who takes it has been waited for (desk-D25).
  if (tx.context.role === 'clinician') await keepDue(deps, conversationId)
  return result
}

/**
 * Another queue has it now: who had it gives it back, its deadlines are those of that queue (desk-D27), and where work is given out by
 * itself it is held out anew.
 */
export async function moveToQueue(
  deps: ChangeDeps,
  { conversationId, version, queueId }: { conversationId: string; version: number; queueId: string },
): Promise<Result<Changed, Refusal>> {
  const { tx, jobs, now } = deps
  const locked = await lockAtVersion(tx, conversationId, version)
  if (!locked.ok) return locked
  const { queues, isAutomatic } = await loadRouting(tx, now)
  if (!queues.some(({ id }) => id === queueId)) return refuse('NOT_FOUND')
  await tx.run(
    sqlText`update conversation set queue_id = $3, assignee_id = null, assignment = 'unassigned' where organization_id = $1 and id = $2`,
    [tx.context.organizationId, conversationId, queueId],
  )
  const { queueId: from, assigneeId } = locked.value
  const result = await changed(deps, locked.value, 'conversation.queue-set', { from, to: queueId, assigneeId })
  await keepDue(deps, conversationId)
  if (isAutomatic) await jobs.send(tx, 'route', { organizationId: tx.context.organizationId, id: conversationId })
  return result
}

/**
 * Its queue was taken out of use (decision 0120): it goes on in the one that was chosen, and whoever has it keeps it. Its deadlines are those of
 * that queue.
 */
export async function followQueue(deps: ChangeDeps, conversation: LockedConversation, queueId: string): Promise<void> {
  const { tx } = deps
  const { id, queueId: from } = conversation
  await tx.run(`update conversation set queue_id = $3 where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    id,
    queueId,
  ])
  await changed(deps, conversation, 'conversation.queue-set', { from, to: queueId })
  await keepDue(deps, id)
}

/** Routing holds a conversation out to somebody, or takes it back; what a person assigned is not for it to change (desk-D32). */
export async function holdOut(
  deps: ChangeDeps,
  conversation: LockedConversation,
  { staffId, event, detail }: { staffId: string | null; event: string; detail: JournalDetail },
): Promise<void> {
  const { tx } = deps
  await tx.run(
    sqlText`update conversation set assignee_id = $3::uuid, assignment = case when $3::uuid is null then 'unassigned' else 'offered' end
      where organization_id = $1 and id = $2`,
    [tx.context.organizationId, conversation.id, staffId],
  )
  await changed(deps, conversation, event, { to: staffId, from: conversation.assigneeId, ...detail })
}

/** The given words of the reason are a note of the conversation, not of the journal. */
export async function setUrgency(
  deps: ChangeDeps,
  actor: { role: Role },
  {
    conversationId,
    version,
    urgency,
    reason,
  }: { conversationId: string; version: number; urgency: Urgency; reason: string | Worded },
): Promise<Result<Changed, Refusal>> {
  const { tx } = deps
  const locked = await lockAtVersion(tx, conversationId, version)
  if (!locked.ok) return locked
  if (!canSetUrgency(actor, locked.value.urgency, urgency)) return refuse('NOT_ALLOWED')
  await tx.run(
    `update conversation set urgency = $3, urgency_reason = $4, urgency_reason_es = $5 where organization_id = $1 and id = $2`,
    [
      tx.context.organizationId,
      conversationId,
      urgency,
      ...keptReason(typeof reason === 'string' ? sameInBoth(reason) : reason),
    ],
  )
  const result = await changed(deps, locked.value, 'conversation.urgency-set', {
    from: locked.value.urgency,
    to: urgency,
  })
  await keepDue(deps, conversationId)
  if (urgency === 'stat' && !MAY_LOOK.has(actor.role)) await raiseAlertOfNewest(deps, conversationId, reason)
  return result
}

/** Whoever finds an emergency and may look after it himself has it in hand; all others call for one who does (desk-D3). */
const MAY_LOOK: ReadonlySet<Role> = new Set<Role>(['nurse', 'clinician'])

async function raiseAlertOfNewest(deps: ChangeDeps, conversationId: string, reason: string | Worded): Promise<void> {
  const [newest] = await deps.tx.run<{ id: string }>(
    `select id from message where organization_id = $1 and conversation_id = $2 and direction = 'in' and cancelled_at is null order by seq desc limit 1`,
    [deps.tx.context.organizationId, conversationId],
  )
  if (!newest) return
  const words = typeof reason === 'string' ? sameInBoth(reason) : reason
  await raiseAlert(deps, { conversationId, messageId: newest.id, kind: 'triage', reason: words })
}

/**
 * What was told of a danger, by a wrong word or not, has one reader on the patient's side (decision 0179); a nurse or a clinician who has read
 * it takes that back, and may do it again (decision 0192). The reason stays with the mark, for staff.
 */
export async function setPrivacy(
  deps: ChangeDeps,
  {
    conversationId,
    version,
    isPrivate,
    reason,
    staffId,
  }: { conversationId: string; version: number; isPrivate: boolean; reason: string; staffId: string },
): Promise<Result<Changed, Refusal>> {
  const { tx, now } = deps
  const locked = await lockAtVersion(tx, conversationId, version)
  if (!locked.ok) return locked
  const values = [tx.context.organizationId, conversationId]
  const rows = isPrivate ? await tx.run(CLOSE_AGAIN, values) : await tx.run(LIFT, [...values, now, staffId, reason])
  if (rows.length === 0) return refuse('STATE_NOT_ALLOWED')
  return changed(deps, locked.value, isPrivate ? 'conversation.closed-to-others' : 'conversation.opened-to-others', {})
}

// Nobody has read yet what the alert is about.
const LIFT = sqlText`
  update conversation_privacy p set lifted_at = $3, lifted_by = $4, lifted_reason = $5
   where p.organization_id = $1 and p.conversation_id = $2 and p.lifted_at is null
     and not exists (select from safety_alert a where a.organization_id = $1 and a.conversation_id = $2 and a.accepted_at is null)
  returning conversation_id`

const CLOSE_AGAIN = sqlText`
  update conversation_privacy set lifted_at = null, lifted_by = null, lifted_reason = null
   where organization_id = $1 and conversation_id = $2 and lifted_at is not null
  returning conversation_id`

/** Tags from two people unite; nobody's is lost (desk-D21), so no version is asked. */
export async function setTags(
  deps: ChangeDeps,
  { conversationId, add, remove }: { conversationId: string; add: readonly string[]; remove: readonly string[] },
): Promise<Result<Changed, Refusal>> {
  const { tx } = deps
  const conversation = await lockConversation(tx, conversationId)
  if (!conversation) return refuse('NOT_FOUND')
  if (conversation.state === 'merged') return refuse('STATE_NOT_ALLOWED')
  await tx.run(
    sqlText`update conversation
        set tags = (select coalesce(array_agg(distinct tag order by tag), '{}') from unnest(tags || $3::text[]) tag where tag <> all ($4::text[]))
      where organization_id = $1 and id = $2`,
    [tx.context.organizationId, conversationId, add, remove],
  )
  return changed(deps, conversation, 'conversation.tagged', { added: add.length, removed: remove.length })
}

/**
 * Who reads it from now on: only people with all of these labels. They are set and taken away by those who have them, else somebody would lose
 * sight of what he labelled, or open what is closed to him. Whoever has the conversation without them gives it back: nothing stays with
 * somebody who cannot read it.
 */
export async function setLabels(
  deps: ChangeDeps,
  { conversationId, version, labels }: { conversationId: string; version: number; labels: readonly string[] },
): Promise<Result<Changed, Refusal>> {
  const { tx } = deps
  const locked = await lockAtVersion(tx, conversationId, version)
  if (!locked.ok) return locked
  const after = [...new Set(labels)].toSorted()
  const allowed: readonly string[] = tx.context.labels
  if (!after.every((label) => allowed.includes(label))) return refuse('NOT_ALLOWED', { field: 'labels' })
  const [row] = await tx.run<{ assigneeId: string | null }>(SET_LABELS, [
    tx.context.organizationId,
    conversationId,
    after,
  ])
  const released = row?.assigneeId === null && locked.value.assigneeId !== null ? locked.value.assigneeId : null
  return changed(deps, locked.value, 'conversation.labels-set', { from: locked.value.labels, to: after, released })
}

export async function linkPatient(
  deps: ChangeDeps,
  { conversationId, version, patientId }: { conversationId: string; version: number; patientId: string | null },
): Promise<Result<Changed, Refusal>> {
  const { tx } = deps
  const locked = await lockAtVersion(tx, conversationId, version)
  if (!locked.ok) return locked
  if (patientId !== null) {
    const [known] = await tx.run(`select from patient where organization_id = $1 and id = $2`, [
      tx.context.organizationId,
      patientId,
    ])
    if (!known) return refuse('NOT_FOUND')
  }
  // Another person means nobody is known to be who they said: the level falls to none (trust-D17).
  await tx.run(
    sqlText`with ended as (
        update identity_check set ended_at = $4 where organization_id = $1 and conversation_id = $2 and ended_at is null
      ), writer as (
        update party set patient_id = $3::uuid
         where organization_id = $1 and conversation_id = $2 and visitor_id is not null and related_person_id is null
      )
      update conversation set patient_id = $3::uuid, may_belong_to = null, may_belong_reason = null where organization_id = $1 and id = $2`,
    [tx.context.organizationId, conversationId, patientId, deps.now],
  )
  const result = await changed(deps, locked.value, 'conversation.linked', {
    to: patientId,
    from: locked.value.patientId,
  })
  return result
}

async function lockAtVersion(
  tx: Transaction,
  conversationId: string,
  version: number,
): Promise<Result<LockedConversation, Refusal>> {
  const conversation = await lockConversation(tx, conversationId)
  if (!conversation) return refuse('NOT_FOUND')
  // Undo gives it back as it was: nothing changes it meanwhile.
  if (conversation.state === 'merged') return refuse('STATE_NOT_ALLOWED')
  return conversation.version === version
    ? ok(conversation)
    : refuse('CHANGED_MEANWHILE', {
        version: conversation.version,
        state: conversation.state,
        assigneeId: conversation.assigneeId,
        urgency: conversation.urgency,
        patientId: conversation.patientId,
      })
}

async function changed(
  deps: ChangeDeps,
  conversation: LockedConversation,
  event: string,
  detail: JournalDetail,
): Promise<Result<Changed, Refusal>> {
  const { tx, hub, now, chain } = deps
  const [row] = await tx.run<Changed>(
    `update conversation set version = version + 1 where organization_id = $1 and id = $2 returning version, last_seq as "lastSeq"`,
    [tx.context.organizationId, conversation.id],
  )
  await journal(
    tx,
    {
      event,
      action: 'U',
      resourceKind: 'conversation',
      resourceId: conversation.id,
      conversationId: conversation.id,
      patientIds: [conversation.patientId],
      detail: {
        ...detail,
        ...(deps.bulkId ? { bulkId: deps.bulkId } : {}),
        ...(chain ? { rule: chain.ruleId, ruleVersion: chain.version } : {}),
      },
    },
    now,
  )
  await noteChange(deps, conversation, event, detail)
  tx.afterCommit(() => hub.wake(tx.context.organizationId))
  return row ? ok(row) : refuse('NOT_FOUND')
}

const SET_STATE = sqlText`
  update conversation
     set state = $3, waiting_on = $4, snoozed_until = $5, snoozed_for = $6,
         resolved_at = case when $3 = 'resolved' then $7::timestamptz end,
         unread_since = case when $3 = 'open' then unread_since end
   where organization_id = $1 and id = $2`

const SET_LABELS = sqlText`
  with reader as (
    select exists (select from conversation c join staff_member s on s.organization_id = $1 and s.id = c.assignee_id
                    where c.organization_id = $1 and c.id = $2 and $3::text[] <@ s.labels) as stays
  )
  update conversation
     set labels = $3, assignee_id = case when stays then assignee_id end, assignment = case when stays then assignment else 'unassigned' end
    from reader
   where organization_id = $1 and id = $2
  returning assignee_id as "assigneeId"`

const WAKE = sqlText`
  update conversation
     set state = 'open', snoozed_until = null, snoozed_for = null, version = version + 1, unread_since = coalesce(unread_since, $3), last_message_at = $3
   where organization_id = $1 and id = $2 and state = 'snoozed' and snoozed_until <= $3
  returning id`
