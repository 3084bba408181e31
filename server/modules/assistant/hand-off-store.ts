/** The SQL of hand-offs: who is asked by when, what the patient was told meanwhile, and how it ends. */
import type { HandOffReason } from '#engines/assistant/decide-turn.ts'
import type { Circle } from '#engines/assistant/hand-off.ts'
import { STAFF_MAY_OPEN } from '#server/modules/conversation/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type NewHandOff = {
  id: string
  conversationId: string
  messageId: string
  reason: HandOffReason
  deadlineAt: Date
  tellAt: Date | null
  told: string | null
}

/** @returns false while one is open here: that one is already asking. */
export async function insertHandOff(tx: Transaction, handOff: NewHandOff, now: Date): Promise<boolean> {
  const { id, conversationId, messageId, reason, deadlineAt, tellAt, told } = handOff
  const rows = await tx.run(INSERT, [
    tx.context.organizationId,
    id,
    conversationId,
    messageId,
    reason,
    now,
    deadlineAt,
    tellAt,
    told,
  ])
  return rows.length > 0
}

// What is held out to somebody at this moment was offered before.
const INSERT = sqlText`
  insert into hand_off (organization_id, id, conversation_id, message_id, reason, requested_at, deadline_at, tell_at, told, state)
  select $1, $2, c.id, $4, $5, $6, $7, $8, $9, case c.assignment when 'offered' then 'offered' else 'requested' end
    from conversation c where c.organization_id = $1 and c.id = $3
  on conflict do nothing
  returning id`

export type OpenHandOff = {
  id: string
  conversationId: string
  reason: HandOffReason
  requestedAt: Date
  deadlineAt: Date | null
  tellAt: Date | null
  widened: number
  audience: string[]
  told: string | null
  toldCount: number
}

/** That nobody has accepted: held until the transaction ends. Whoever looks later, or twice, finds what is left to do. */
export const lockUnaccepted = async (
  tx: Transaction,
  { handOffId, conversationId }: { handOffId?: string; conversationId?: string },
): Promise<OpenHandOff | undefined> =>
  (await tx.run<OpenHandOff>(LOCK, [tx.context.organizationId, handOffId ?? null, conversationId ?? null]))[0]

const LOCK = sqlText`
  select id, conversation_id as "conversationId", reason, requested_at as "requestedAt", deadline_at as "deadlineAt", tell_at as "tellAt",
         widened, audience, told, told_count as "toldCount"
    from hand_off
   where organization_id = $1 and ($2::uuid is null or id = $2) and ($3::uuid is null or conversation_id = $3)
     and state in ('requested', 'offered')
     for no key update`

/** Whether somebody of the staff has opened its conversation since people were asked for. */
export async function isOpenedSince(
  tx: Transaction,
  { conversationId, requestedAt }: Pick<OpenHandOff, 'conversationId' | 'requestedAt'>,
): Promise<boolean> {
  const rows = await tx.run(
    sqlText`select from conversation_seen
      where organization_id = $1 and conversation_id = $2 and reader_kind = 'staff' and at >= $3 limit 1`,
    [tx.context.organizationId, conversationId, requestedAt],
  )
  return rows.length > 0
}

export async function conversationOf(tx: Transaction, handOffId: string): Promise<string | undefined> {
  const [row] = await tx.run<{ id: string }>(
    `select conversation_id as id from hand_off where organization_id = $1 and id = $2`,
    [tx.context.organizationId, handOffId],
  )
  return row?.id
}

export type Kept = Pick<OpenHandOff, 'deadlineAt' | 'tellAt' | 'widened' | 'audience' | 'told' | 'toldCount'>

export async function keepHandOff(tx: Transaction, id: string, kept: Kept): Promise<void> {
  const { deadlineAt, tellAt, widened, audience, told, toldCount } = kept
  const values = [tx.context.organizationId, id, deadlineAt, tellAt, widened, audience, told, toldCount]
  await tx.run(KEEP, values)
}

const KEEP = sqlText`
  update hand_off set deadline_at = $3, tell_at = $4, widened = $5, audience = $6::uuid[], told = $7, told_count = $8
   where organization_id = $1 and id = $2`

/** Whether the patient said anything after what he was handed over for, and before that message. */
export async function saidBetween(tx: Transaction, handOffId: string, messageId: string): Promise<boolean> {
  const rows = await tx.run(SAID_BETWEEN, [tx.context.organizationId, handOffId, messageId])
  return rows.length > 0
}

const SAID_BETWEEN = sqlText`
  select from hand_off h
    join message first on first.organization_id = $1 and first.id = h.message_id
    join message last on last.organization_id = $1 and last.id = $3
    join message m on m.organization_id = $1 and m.conversation_id = h.conversation_id and m.direction = 'in'
     and m.cancelled_at is null and m.seq > first.seq and m.seq < last.seq
   where h.organization_id = $1 and h.id = $2 limit 1`

export const withdraw = async (tx: Transaction, id: string, now: Date): Promise<void> =>
  void (await tx.run(
    sqlText`update hand_off set state = 'withdrawn', closed_at = $3, deadline_at = null, tell_at = null
      where organization_id = $1 and id = $2`,
    [tx.context.organizationId, id, now],
  ))

/** It was talked about by telephone: nobody else is asked for it. */
export const closeUnaccepted = async (tx: Transaction, conversationId: string, now: Date): Promise<void> =>
  void (await tx.run(
    sqlText`update hand_off set state = 'closed', closed_at = $3, deadline_at = null, tell_at = null
      where organization_id = $1 and conversation_id = $2 and state in ('requested', 'offered')`,
    [tx.context.organizationId, conversationId, now],
  ))

export type Asked = { id: string; email: string; language: 'en' | 'es' }

/** Who is asked now: on duty, or on call where it is closed, and for whose eyes the conversation is. Those of its queue first. */
export const peopleToAsk = (
  tx: Transaction,
  { conversationId, circle, besides }: { conversationId: string; circle: Circle; besides: readonly string[] },
): Promise<Asked[]> =>
  tx.run<Asked>(PEOPLE, [tx.context.organizationId, conversationId, circle.roles, circle.onCall, besides, circle.most])

const PEOPLE = `
  select s.id, s.email, case when 'en' = any (s.languages) or not 'es' = any (s.languages) then 'en' else 'es' end as language
    from staff_member s
    join conversation c on c.organization_id = $1 and c.id = $2
   where s.organization_id = $1 and s.state = 'active' and ${STAFF_MAY_OPEN} and s.id <> all ($5::uuid[])
     and (case when $4 then 'on_call' = any (s.duties) else s.on_duty and s.role = any ($3) end)
   order by exists (select from queue_member q where q.organization_id = $1 and q.queue_id = c.queue_id and q.staff_id = s.id) desc, s.id
   limit $6`

/** A red flag asks people by its own ladder (desk-D3). */
export async function hasOpenAlert(tx: Transaction, conversationId: string): Promise<boolean> {
  const rows = await tx.run(
    `select from safety_alert where organization_id = $1 and conversation_id = $2 and accepted_at is null limit 1`,
    [tx.context.organizationId, conversationId],
  )
  return rows.length > 0
}
