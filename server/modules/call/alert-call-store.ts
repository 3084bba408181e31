/** The SQL of calls about an alert: whom they ring, how they ended, and which comes next. */
import { newId } from '#server/platform/id.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { AlertCallEnd } from './alert-call-rules.ts'

export type AlertCall = {
  id: string
  alertId: string
  staffId: string
  try: number
  /** E.164. */
  number: string
  language: 'en' | 'es'
  accountId: string
  state: 'asked' | 'ringing' | AlertCallEnd
  askedAt: Date
  dueAt: Date
  answeredAt: Date | null
}

type NewAlertCall = Pick<AlertCall, 'alertId' | 'staffId' | 'try' | 'number' | 'language' | 'askedAt' | 'dueAt'>

/** @returns undefined where this try was made already, or no open line can dial. */
export async function insertAlertCall(tx: Transaction, call: NewAlertCall, now: Date): Promise<string | undefined> {
  const { alertId, staffId, number, language, askedAt, dueAt } = call
  const values = [tx.context.organizationId, newId(now.getTime()), alertId, staffId, call.try, number, language, askedAt, dueAt] // prettier-ignore
  const [row] = await tx.run<{ id: string }>(INSERT, values)
  return row?.id
}

export async function lockAlertCall(tx: Transaction, id: string): Promise<AlertCall | undefined> {
  const [row] = await tx.run<AlertCall>(LOCK, [tx.context.organizationId, id])
  return row
}

/** Whom the call was for, without a lock: to know in whose name a key is taken. */
export async function ownerOf(tx: Transaction, id: string): Promise<Owner | undefined> {
  const [row] = await tx.run<Owner>(OWNER, [tx.context.organizationId, id])
  return row
}

export type Owner = {
  staffId: string
  role: 'agent' | 'front_desk' | 'nurse' | 'clinician' | 'billing' | 'supervisor' | 'administrator'
  labels: string[]
  isActive: boolean
}

/** Whether the call may still be made: the person works here, is on call, has this number, and something may leave. */
export async function mayRing(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.run(MAY_RING, [tx.context.organizationId, id])).length > 0
}

export const noteRinging = (tx: Transaction, id: string): Promise<unknown> =>
  tx.run(`update alert_call set state = 'ringing' where organization_id = $1 and id = $2 and state = 'asked'`, [
    tx.context.organizationId,
    id,
  ])

export const noteAlertCarrierId = (tx: Transaction, id: string, carrierCallId: string): Promise<unknown> =>
  tx.run(
    `update alert_call set carrier_call_id = coalesce(carrier_call_id, $3) where organization_id = $1 and id = $2`,
    [tx.context.organizationId, id, carrierCallId],
  )

export const noteAnswered = (tx: Transaction, id: string, now: Date): Promise<unknown> =>
  tx.run(`update alert_call set answered_at = coalesce(answered_at, $3) where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    id,
    now,
  ])

/** @returns false where it was over. A key that comes after all accepts all the same. */
export async function endAlertCall(tx: Transaction, id: string, as: AlertCallEnd, now: Date): Promise<boolean> {
  return (await tx.run(END, [tx.context.organizationId, id, as, now])).length > 0
}

const INSERT = sqlText`
  insert into alert_call (organization_id, id, alert_id, staff_id, try, number, language, account_id, asked_at, due_at)
  select $1, $2, $3, $4, $5, $6, $7, a.id, $8, $9
    from channel_account a join voice_line v on v.organization_id = $1 and v.account_id = a.id
   where a.organization_id = $1 and a.channel = 'voice' and a.is_live order by a.id limit 1
  on conflict on constraint alert_call_is_tried_once do nothing
  returning id`

const LOCK = sqlText`
  select id, alert_id as "alertId", staff_id as "staffId", try, number, language, account_id as "accountId", state, asked_at as "askedAt",
         due_at as "dueAt", answered_at as "answeredAt"
    from alert_call where organization_id = $1 and id = $2 for update`

const OWNER = sqlText`
  select s.id as "staffId", s.role, s.labels, s.state = 'active' as "isActive"
    from alert_call c join staff_member s on s.organization_id = $1 and s.id = c.staff_id where c.organization_id = $1 and c.id = $2`

const MAY_RING = sqlText`
  select from alert_call c
    join staff_member s on s.organization_id = $1 and s.id = c.staff_id and s.state = 'active' and 'on_call' = any (s.duties) and s.on_call_number = c.number
    join organization o on o.organization_id = $1 and o.outbound_on
   where c.organization_id = $1 and c.id = $2`

const END = sqlText`
  update alert_call set state = $3, ended_at = coalesce(ended_at, $4)
   where organization_id = $1 and id = $2 and (ended_at is null or ($3 = 'accepted' and state <> 'accepted')) returning id`
