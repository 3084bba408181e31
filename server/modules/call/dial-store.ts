/** The SQL of calls that the carrier dials for us: rows of `call` that ring two telephones. */
import { newId } from '#server/platform/id.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { CallBack } from './call-back-store.ts'

export type FirstLeg = 'agent' | 'patient'

export type Dial = {
  id: string
  accountId: string
  callBackId: string
  conversationId: string
  /** The person's number and the agent's, E.164. */
  address: string
  agentNumber: string
  first: FirstLeg
  dialedBy: string
  language: string
  isOver: boolean
  startedAt: Date
}

/** @returns undefined while it rings already, or where no open line can dial. */
export async function insertDial(
  tx: Transaction,
  {
    callBack,
    agentNumber,
    first,
    staffId,
  }: { callBack: CallBack; agentNumber: string; first: FirstLeg; staffId: string },
  now: Date,
): Promise<string | undefined> {
  const { id, conversationId, address, language } = callBack
  const values = [
    tx.context.organizationId,
    newId(now.getTime()),
    address,
    language,
    conversationId,
    id,
    now,
    first,
    agentNumber,
    staffId,
  ]
  const [row] = await tx.run<{ id: string }>(INSERT, values)
  return row?.id
}

export async function lockDial(tx: Transaction, callId: string): Promise<Dial | undefined> {
  const [row] = await tx.run<Dial>(LOCK, [tx.context.organizationId, callId])
  return row
}

export const noteCarrierId = async (tx: Transaction, callId: string, carrierCallId: string): Promise<void> =>
  void (await tx.run(
    `update call set carrier_call_id = coalesce(carrier_call_id, $3) where organization_id = $1 and id = $2`,
    [tx.context.organizationId, callId, carrierCallId],
  ))

/** @returns false when it was over. */
export async function endDial(tx: Transaction, callId: string, state: string, now: Date): Promise<boolean> {
  const rows = await tx.run(
    `update call set state = $3, ended_at = $4 where organization_id = $1 and id = $2 and ended_at is null returning id`,
    [tx.context.organizationId, callId, state, now],
  )
  return rows.length > 0
}

/** How this person let the carrier dial the last time; else the telephone of the desk. null: there is no open line. */
export async function dialingOf(
  tx: Transaction,
  staffId: string,
): Promise<{ agentNumber: string | null; first: FirstLeg } | null> {
  const [row] = await tx.run<{ agentNumber: string | null; first: FirstLeg }>(DIALING, [
    tx.context.organizationId,
    staffId,
  ])
  return row ?? null
}

const INSERT = sqlText`
  insert into call (organization_id, id, account_id, direction, address, is_usable, state, flow, language, conversation_id, call_back_id, started_at,
    queued_at, ringing_at, first_leg, agent_number, dialed_by)
  select $1, $2, a.id, 'out', $3, true, 'ringing', '{}', $4, $5, $6, $7, $7, $7, $8, $9, $10
    from channel_account a join voice_line v on v.organization_id = $1 and v.account_id = a.id
   where a.organization_id = $1 and a.channel = 'voice' and a.is_live order by a.id limit 1
  on conflict (organization_id, call_back_id) where ended_at is null and first_leg is not null do nothing
  returning id`

const LOCK = sqlText`
  select id, account_id as "accountId", call_back_id as "callBackId", conversation_id as "conversationId", address, agent_number as "agentNumber",
         first_leg as first, dialed_by as "dialedBy", language, started_at as "startedAt", ended_at is not null as "isOver"
    from call where organization_id = $1 and id = $2 and first_leg is not null for update`

const DIALING = sqlText`
  select coalesce(l.agent_number, v.desk_number) as "agentNumber", coalesce(l.first_leg, 'agent') as first
    from channel_account a join voice_line v on v.organization_id = $1 and v.account_id = a.id
    left join lateral (
      select agent_number, first_leg from call where organization_id = $1 and dialed_by = $2 order by started_at desc limit 1) l on true
   where a.organization_id = $1 and a.channel = 'voice' and a.is_live order by a.id limit 1`
