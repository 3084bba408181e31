/** The end of a shift: each conversation goes on with a colleague who says so himself; until then it stays (desk-D34). */
import type { Refusal } from '#contract/refusal.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { assign, isReader, type ChangeDeps } from './change-conversation.ts'
import type { Urgency } from './rules.ts'
import { lockConversation } from './store.ts'

export type HandOverRow = {
  conversationId: string
  number: string
  patientId: string | null
  patientName: string | null
  subject: string
  urgency: Urgency
  dueAt: Date | null
  handOverId: string | null
  otherId: string | null
  otherName: string | null
  at: Date | null
}

export const listMine = (tx: Transaction, staffId: string): Promise<HandOverRow[]> =>
  tx.run<HandOverRow>(MINE, [tx.context.organizationId, staffId])
export const listToMe = (tx: Transaction, staffId: string): Promise<HandOverRow[]> =>
  tx.run<HandOverRow>(TO_ME, [tx.context.organizationId, staffId])

const ITEM = `
  c.id as "conversationId", c.number, c.patient_id as "patientId", p.given || ' ' || p.family as "patientName", c.subject, c.urgency,
  c.due_at as "dueAt", h.id as "handOverId", s.id as "otherId", s.given || ' ' || s.family as "otherName", h.offered_at as at`

const MINE = `
  select ${ITEM}
    from conversation c
    left join patient p on p.organization_id = $1 and p.id = c.patient_id
    left join hand_over h on h.organization_id = $1 and h.conversation_id = c.id and h.state = 'open' and h.from_id = $2
    left join staff_member s on s.organization_id = $1 and s.id = h.to_id
   where c.organization_id = $1 and c.assignee_id = $2 and c.assignment = 'assigned' and c.state in ('open', 'waiting', 'snoozed')
   order by c.urgency_rank desc, c.due_at nulls last, c.id limit 200`

const TO_ME = `
  select ${ITEM}
    from hand_over h
    join conversation c on c.organization_id = $1 and c.id = h.conversation_id and c.assignee_id = h.from_id
    left join patient p on p.organization_id = $1 and p.id = c.patient_id
    join staff_member s on s.organization_id = $1 and s.id = h.from_id
   where h.organization_id = $1 and h.to_id = $2 and h.state = 'open'
   order by c.urgency_rank desc, c.due_at nulls last, c.id limit 200`

export async function offerHandOver(
  deps: ChangeDeps,
  { conversationId, fromId, toId }: { conversationId: string; fromId: string; toId: string },
): Promise<Result<null, Refusal>> {
  const { tx, now } = deps
  const { organizationId } = tx.context
  const conversation = await lockConversation(tx, conversationId)
  if (!conversation) return refuse('NOT_FOUND')
  const isMine = conversation.assigneeId === fromId && conversation.assignment === 'assigned'
  if (!isMine || toId === fromId) return refuse('STATE_NOT_ALLOWED')
  if (!(await isReader(tx, { staffId: toId, conversationId }))) return refuse('NOT_A_READER', { field: 'toId' })
  // Given to another instead: the first was not taken yet.
  await tx.run(WITHDRAW, [organizationId, conversationId, now])
  const id = newId(now.getTime())
  await tx.run(INSERT, [organizationId, id, conversationId, fromId, toId, now])
  await tell(deps, 'conversation.hand-over-offered', conversation, { from: fromId, to: toId })
  return ok(null)
}

export async function acceptHandOver(
  deps: ChangeDeps,
  { handOverId, staffId }: { handOverId: string; staffId: string },
): Promise<Result<null, Refusal>> {
  const { tx, now } = deps
  const { organizationId } = tx.context
  const [offer] = await tx.run<{ conversationId: string; fromId: string }>(OPEN, [organizationId, handOverId, staffId])
  // Who gives it cannot take it in the other's name.
  const conversation = offer && offer.fromId !== staffId && (await lockConversation(tx, offer.conversationId))
  if (!offer || !conversation) return refuse('NOT_FOUND')
  // The conversation is locked: of an acceptance and a withdrawal at once, the second finds it settled.
  const settled = await tx.run(SETTLE, [organizationId, handOverId, 'accepted', now])
  if (settled.length === 0 || conversation.assigneeId !== offer.fromId) return refuse('STATE_NOT_ALLOWED')
  const { id, version } = conversation
  const assigned = await assign(deps, { conversationId: id, version, staffId, event: 'conversation.handed-over' })
  return assigned.ok ? ok(null) : assigned
}

export async function endHandOver(
  deps: ChangeDeps,
  { handOverId, staffId }: { handOverId: string; staffId: string },
): Promise<Result<null, Refusal>> {
  const { tx, now } = deps
  const { organizationId } = tx.context
  const [offer] = await tx.run<{ conversationId: string; fromId: string }>(OPEN, [organizationId, handOverId, staffId])
  const conversation = offer && (await lockConversation(tx, offer.conversationId))
  if (!offer || !conversation) return refuse('NOT_FOUND')
  const isGiver = offer.fromId === staffId
  const settled = await tx.run(SETTLE, [organizationId, handOverId, isGiver ? 'withdrawn' : 'declined', now])
  if (settled.length === 0) return refuse('STATE_NOT_ALLOWED')
  const event = isGiver ? 'conversation.hand-over-withdrawn' : 'conversation.hand-over-declined'
  await tell(deps, event, conversation, { from: offer.fromId })
  return ok(null)
}

async function tell(
  { tx, hub, now }: ChangeDeps,
  event: string,
  { id, patientId }: { id: string; patientId: string | null },
  detail: Record<string, string>,
): Promise<void> {
  await journal(
    tx,
    {
      event,
      action: 'U',
      resourceKind: 'conversation',
      resourceId: id,
      conversationId: id,
      patientIds: [patientId],
      detail,
    },
    now,
  )
  tx.afterCommit(() => hub.wake(tx.context.organizationId))
}

const WITHDRAW = sqlText`
  update hand_over set state = 'withdrawn', settled_at = $3 where organization_id = $1 and conversation_id = $2 and state = 'open'`
const INSERT = sqlText`
  insert into hand_over (organization_id, id, conversation_id, from_id, to_id, state, offered_at) values ($1, $2, $3, $4, $5, 'open', $6)`
const OPEN = sqlText`
  select conversation_id as "conversationId", from_id as "fromId" from hand_over
   where organization_id = $1 and id = $2 and $3 in (from_id, to_id)`
const SETTLE = sqlText`
  update hand_over set state = $3, settled_at = $4 where organization_id = $1 and id = $2 and state = 'open' returning id`
