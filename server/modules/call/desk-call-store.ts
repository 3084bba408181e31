/** The SQL of the phone bar: calls at the telephones of the desk. Whose conversation is hidden from the reader, that call is not there. */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { CallStateName } from './rules.ts'

export type DeskCallRow = {
  id: string
  direction: 'in' | 'out'
  state: CallStateName
  address: string
  canBeDialed: boolean
  language: string
  startedAt: Date
  ringingAt: Date | null
  answeredAt: Date | null
  answeredBy: string | null
  heldAt: Date | null
  rings: 'back' | 'on' | null
  asked: 'hold' | 'go-on' | 'transfer' | null
  askedAt: Date | null
  endedAt: Date | null
  dialedBy: string | null
  conversationId: string
  conversationNumber: string
  patientId: string | null
  patientName: string | null
}

/** Shown at once; more than this nobody has on the telephone. */
const SHOWN_MAX = 5
/** What came of a call is asked for as long, in hours. */
const OUTCOME_HOURS = 12
/** A call that nothing was heard of for this long is over, whatever its row says, in hours. */
const OPEN_HOURS = 2

export const callsAtDesk = (tx: Transaction, staffId: string, now: Date): Promise<DeskCallRow[]> =>
  tx.run<DeskCallRow>(AT_DESK, [
    tx.context.organizationId,
    staffId,
    new Date(now.getTime() - OPEN_HOURS * 3_600_000),
    new Date(now.getTime() - OUTCOME_HOURS * 3_600_000),
    SHOWN_MAX,
  ])

/** Callers in the line, whoever may see their conversations: a number tells nothing of them. */
export async function callersWaiting(tx: Transaction, now: Date): Promise<number> {
  const [row] = await tx.run<{ waiting: number }>(
    `select count(*)::int as waiting from call where organization_id = $1 and state = 'queued' and started_at > $2`,
    [tx.context.organizationId, new Date(now.getTime() - OPEN_HOURS * 3_600_000)],
  )
  return row?.waiting ?? 0
}

export type DeskCall = {
  id: string
  state: CallStateName
  accountId: string
  answeredBy: string | null
  /** It rings where it is passed on to. */
  isPassedOn: boolean
  outcomeAt: Date | null
  conversationId: string
}

export async function lockDeskCall(tx: Transaction, callId: string): Promise<DeskCall | undefined> {
  const [call] = await tx.run<DeskCall>(LOCK, [tx.context.organizationId, callId])
  return call
}

/** His telephone is the one that rings or is talked on: it rings again after a hold. */
export const saveTaken = async (tx: Transaction, { id }: DeskCall, staffId: string): Promise<void> =>
  void (await tx.run(`update call set answered_by = $3 where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    id,
    staffId,
  ]))

type Asked = {
  does: 'hold' | 'go-on' | 'transfer'
  transfer: { staffId: string | null; queueId: string | null; number: string } | null
}

export const saveAsked = async (tx: Transaction, callId: string, { does, transfer }: Asked, now: Date): Promise<void> =>
  void (await tx.run(
    sqlText`update call set asked = $3, asked_at = $4, transfer_to = $5, transfer_queue = $6, transfer_number = $7
      where organization_id = $1 and id = $2`,
    [
      tx.context.organizationId,
      callId,
      does,
      now,
      transfer?.staffId ?? null,
      transfer?.queueId ?? null,
      transfer?.number ?? null,
    ],
  ))

/** @returns false where it was done, or something else is asked since. */
export async function withdrawAsked(tx: Transaction, callId: string, askedAt: Date): Promise<boolean> {
  const rows = await tx.run(
    sqlText`update call set asked = null, asked_at = null, transfer_to = null, transfer_queue = null, transfer_number = null
      where organization_id = $1 and id = $2 and asked_at = $3 returning id`,
    [tx.context.organizationId, callId, askedAt],
  )
  return rows.length > 0
}

export const isQueue = async (tx: Transaction, queueId: string): Promise<boolean> =>
  (
    await tx.run(`select from queue where organization_id = $1 and id = $2 and retired_at is null`, [
      tx.context.organizationId,
      queueId,
    ])
  ).length > 0

/** The telephone that somebody used last for call-backs, else that of the desk. */
export async function telephoneOf(tx: Transaction, accountId: string, staffId: string | null): Promise<string | null> {
  const [row] = await tx.run<{ number: string | null }>(TELEPHONE, [tx.context.organizationId, accountId, staffId])
  return row?.number ?? null
}

const TELEPHONE = sqlText`
  select coalesce(
           (select agent_number from call where organization_id = $1 and dialed_by = $3 order by started_at desc limit 1), v.desk_number) as number
    from voice_line v where v.organization_id = $1 and v.account_id = $2`

/** Whether somebody wrote these words as a note since the call began. */
export const isNoted = async (
  tx: Transaction,
  { id, conversationId }: DeskCall,
  { staffId, text }: { staffId: string; text: string },
): Promise<boolean> =>
  (
    await tx.run(
      sqlText`select from message m join call k on k.organization_id = $1 and k.id = $5
        where m.organization_id = $1 and m.conversation_id = $2 and m.direction = 'note' and m.author_id = $3 and m.text = $4
          and m.received_at >= k.started_at limit 1`,
      [tx.context.organizationId, conversationId, staffId, text, id],
    )
  ).length > 0

/** The note of a call has the id of the call, so that there is one. */
export async function noteOf(tx: Transaction, callId: string): Promise<string | undefined> {
  const [note] = await tx.run<{ text: string }>(`select text from message where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    callId,
  ])
  return note?.text
}

export const saveOutcome = async (tx: Transaction, callId: string, now: Date): Promise<void> =>
  void (await tx.run(`update call set outcome_at = $3 where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    callId,
    now,
  ]))

const AT_DESK = sqlText`
  select k.id, k.direction, k.state, k.address, k.is_usable as "canBeDialed", k.language, k.started_at as "startedAt", k.ringing_at as "ringingAt",
         k.answered_at as "answeredAt", k.answered_by as "answeredBy", k.held_at as "heldAt",
         k.flow ->> 'rings' as rings, k.asked, k.asked_at as "askedAt", k.ended_at as "endedAt", k.dialed_by as "dialedBy",
         c.id as "conversationId", c.number as "conversationNumber", c.patient_id as "patientId", p.given || ' ' || p.family as "patientName"
    from call k
    join conversation c on c.organization_id = $1 and c.id = k.conversation_id
    left join patient p on p.organization_id = $1 and p.id = c.patient_id
   where k.organization_id = $1 and (
         (k.ended_at is null and k.started_at > $3 and k.state in ('ringing', 'talking', 'held') and (
           k.answered_by = $2 or k.dialed_by = $2
           or (k.direction = 'in' and k.answered_by is null and (
             exists (select from queue_member m where m.organization_id = $1 and m.queue_id = c.queue_id and m.staff_id = $2)
             or not exists (select from queue_member m where m.organization_id = $1 and m.queue_id = c.queue_id)))))
         or (k.answered_by = $2 and k.outcome_at is null and k.ended_at > $4))
   order by k.ended_at nulls first, k.answered_by is distinct from $2, k.started_at limit $5`

// Where its conversation became part of another, that one has its notes.
const LOCK = sqlText`
  select k.id, k.state, k.answered_by as "answeredBy", k.outcome_at as "outcomeAt", k.account_id as "accountId",
         coalesce(k.flow ->> 'rings' = 'on', false) as "isPassedOn", coalesce(c.merged_into, c.id) as "conversationId"
    from call k join conversation c on c.organization_id = $1 and c.id = k.conversation_id
   where k.organization_id = $1 and k.id = $2 and k.direction = 'in' for update of k`
