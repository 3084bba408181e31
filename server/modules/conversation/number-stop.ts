/** The numbers that asked for no automatic texts (desk-D39). One open row a number, whoever shares it. */
import { newId } from '#server/platform/id.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export async function isStopped(tx: Transaction, address: string | null): Promise<boolean> {
  if (address === null) return false
  return (await tx.run(OPEN, [tx.context.organizationId, address])).length > 0
}

export type Stop = { address: string; kind: 'stop' | 'doubt'; messageId: string }

/** @returns false when it was stopped for sure before. */
export async function stopNumber(tx: Transaction, { address, kind, messageId }: Stop, now: Date): Promise<boolean> {
  const { organizationId } = tx.context
  return (await tx.run(STOP, [organizationId, newId(now.getTime()), address, kind, messageId, now])).length > 0
}

/** @returns since when it was stopped; undefined when it was not. */
export async function startNumber(
  tx: Transaction,
  address: string,
  messageId: string,
  now: Date,
): Promise<Date | undefined> {
  const [ended] = await tx.run<{ stoppedAt: Date }>(START, [tx.context.organizationId, address, messageId, now])
  return ended?.stoppedAt
}

/** Automatic texts that wait to leave for this number do not leave. @returns the deliveries, with their conversations. */
export const blockQueued = (
  tx: Transaction,
  address: string,
  now: Date,
): Promise<{ deliveryId: string; conversationId: string }[]> =>
  tx.run<{ deliveryId: string; conversationId: string }>(BLOCK, [tx.context.organizationId, address, now])

const OPEN = sqlText`select from number_stop where organization_id = $1 and address = $2 and ended_at is null`

/** A doubt becomes a stop; a stop does not become a doubt. */
const STOP = sqlText`
  insert into number_stop as s (organization_id, id, address, kind, message_id, stopped_at) values ($1, $2, $3, $4, $5, $6)
  on conflict (organization_id, address) where ended_at is null
    do update set kind = 'stop', message_id = excluded.message_id, stopped_at = excluded.stopped_at
    where s.kind = 'doubt' and excluded.kind = 'stop'
  returning id`

const START = sqlText`
  update number_stop set ended_at = $4, ended_by = $3 where organization_id = $1 and address = $2 and ended_at is null
  returning stopped_at as "stoppedAt"`

const BLOCK = sqlText`
  with d as (
    update delivery set state = 'blocked', cause = 'STOPPED', changed_at = $3
     where organization_id = $1 and address = $2 and channel = 'sms' and state in ('held', 'queued')
       and (is_automatic or idempotency_key like '%:continuity') and purpose not in ('security', 'emergency')
    returning id, conversation_id, attempt
  ), step as (
    insert into delivery_step (organization_id, delivery_id, at, id, state, cause, attempt)
    select $1, id, $3, gen_random_uuid(), 'blocked', 'STOPPED', attempt from d
  )
  select id as "deliveryId", conversation_id as "conversationId" from d`
