/** The SQL of the addresses that rules tell, and of each telling. */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type WebhookRow = {
  id: string
  name: string
  url: string
  state: 'active' | 'disabled'
  disabledCause: 'by-hand' | 'gone' | 'failing' | null
  earlierUntil: Date | null
}
export type CallRow = {
  id: string
  webhookId: string
  state: 'queued' | 'delivered' | 'failed'
  attempts: number
  answer: string | null
  at: Date
}

export const listWebhooks = (tx: Transaction, now: Date): Promise<WebhookRow[]> =>
  tx.run<WebhookRow>(
    sqlText`select id, name, url, state, disabled_cause as "disabledCause", case when earlier_until > $2 then earlier_until end as "earlierUntil"
      from rule_webhook where organization_id = $1 order by name, id limit 50`,
    [tx.context.organizationId, now],
  )

/** The newest 20 of each. */
export const newestCalls = (tx: Transaction): Promise<CallRow[]> => tx.run<CallRow>(CALLS, [tx.context.organizationId])

const CALLS = sqlText`
  select c.id, c.webhook_id as "webhookId", c.state, c.attempts, c.answer, c.changed_at as at
    from rule_webhook w cross join lateral (
      select * from rule_webhook_call c where c.organization_id = $1 and c.webhook_id = w.id order by c.changed_at desc, c.id desc limit 20) c
   where w.organization_id = $1`

/** @returns false when there are too many. */
export const insertWebhook = async (
  tx: Transaction,
  { id, name, url, sealed }: { id: string; name: string; url: string; sealed: Buffer },
  now: Date,
): Promise<boolean> =>
  (
    await tx.run(
      sqlText`insert into rule_webhook (organization_id, id, name, url, secret_sealed, state, created_at)
        select $1, $2, $3, $4, $5, 'active', $6 where (select count(*) from rule_webhook where organization_id = $1) < 50 returning id`,
      [tx.context.organizationId, id, name, url, sealed, now],
    )
  ).length > 0

export const setWebhookState = async (
  tx: Transaction,
  webhookId: string,
  cause: 'by-hand' | 'gone' | 'failing' | null,
): Promise<boolean> =>
  (
    await tx.run(
      sqlText`update rule_webhook set disabled_cause = $3, state = case when $3::text is null then 'active' else 'disabled' end, failing_since = null
        where organization_id = $1 and id = $2 returning id`,
      [tx.context.organizationId, webhookId, cause],
    )
  ).length > 0

/** The secret of now becomes the earlier one. @returns false while there is an earlier one that counts, or no such address. */
export const replaceSecret = async (
  tx: Transaction,
  { webhookId, sealed, until }: { webhookId: string; sealed: Buffer; until: Date },
  now: Date,
): Promise<boolean> =>
  (
    await tx.run(
      sqlText`update rule_webhook set earlier_sealed = secret_sealed, earlier_until = $4, secret_sealed = $3
        where organization_id = $1 and id = $2 and (earlier_until is null or earlier_until <= $5) returning id`,
      [tx.context.organizationId, webhookId, sealed, until, now],
    )
  ).length > 0

/** @returns false where there is none. */
export const forgetEarlierSecret = async (tx: Transaction, webhookId: string): Promise<boolean> =>
  (
    await tx.run(
      sqlText`update rule_webhook set earlier_sealed = null, earlier_until = null
        where organization_id = $1 and id = $2 and earlier_until is not null returning id`,
      [tx.context.organizationId, webhookId],
    )
  ).length > 0

export const knowsWebhook = async (tx: Transaction, webhookId: string): Promise<boolean> =>
  (
    await tx.run(`select from rule_webhook where organization_id = $1 and id = $2`, [
      tx.context.organizationId,
      webhookId,
    ])
  ).length > 0

export const insertCall = (tx: Transaction, call: { id: string; webhookId: string; runId: string }, now: Date) =>
  tx.run(
    sqlText`insert into rule_webhook_call (organization_id, id, webhook_id, run_id, state, not_before, changed_at)
      values ($1, $2, $3, $4, 'queued', $5, $5)`,
    [tx.context.organizationId, call.id, call.webhookId, call.runId, now],
  )

export const isActive = async (tx: Transaction, webhookId: string): Promise<boolean> =>
  (
    await tx.run(`select from rule_webhook where organization_id = $1 and id = $2 and state = 'active'`, [
      tx.context.organizationId,
      webhookId,
    ])
  ).length > 0

export type ClaimedCall = {
  id: string
  webhookId: string
  attempts: number
  url: string
  sealed: Buffer
  /** Null when its time is over. */
  earlierSealed: Buffer | null
  ruleId: string
  version: number
  conversationId: string
  at: Date
}

/**
 * One more attempt is written down before it is made; a job that comes too early or twice finds nothing, and so does one while an earlier
 * telling of the same conversation waits: the address hears of a conversation in order (trust-D59).
 */
export async function claimCall(
  tx: Transaction,
  callId: string,
  now: Date,
  nextAttempt: Date,
): Promise<ClaimedCall | undefined> {
  const [row] = await tx.run<ClaimedCall>(CLAIM, [tx.context.organizationId, callId, now, nextAttempt])
  return row
}

const CLAIM = sqlText`
  with c as (
    update rule_webhook_call set attempts = attempts + 1, not_before = $4, changed_at = $3
     where organization_id = $1 and id = $2 and state = 'queued' and not_before <= $3
       and exists (select from rule_webhook w where w.organization_id = $1 and w.id = webhook_id and w.state = 'active')
       and not exists (
         select from rule_webhook_call e
           join rule_run r on r.organization_id = $1 and r.id = e.run_id
           join rule_run mine on mine.organization_id = $1 and mine.id = rule_webhook_call.run_id
          where e.organization_id = $1 and e.webhook_id = rule_webhook_call.webhook_id and e.state = 'queued'
            and r.conversation_id = mine.conversation_id and (r.at, e.id) < (mine.at, rule_webhook_call.id))
    returning *
  )
  select c.id, c.webhook_id as "webhookId", c.attempts, w.url, w.secret_sealed as sealed,
         case when w.earlier_until > $3 then w.earlier_sealed end as "earlierSealed", n.rule_id as "ruleId", n.version,
         n.conversation_id as "conversationId", n.at
    from c
    join rule_webhook w on w.organization_id = $1 and w.id = c.webhook_id
    join rule_run n on n.organization_id = $1 and n.id = c.run_id`

export const settleCall = (
  tx: Transaction,
  { id, attempts }: Pick<ClaimedCall, 'id' | 'attempts'>,
  { state, answer, notBefore }: { state: CallRow['state']; answer: string; notBefore: Date },
  now: Date,
) =>
  tx.run(
    sqlText`update rule_webhook_call set state = $4, answer = $5, not_before = $6, changed_at = $7
      where organization_id = $1 and id = $2 and attempts = $3`,
    [tx.context.organizationId, id, attempts, state, answer, notBefore, now],
  )

/** What waits for an address that is used no more is over; it can be told again by hand. @returns whether it was so. */
export const failWhereDisabled = async (tx: Transaction, callId: string, now: Date): Promise<boolean> =>
  (
    await tx.run(
      sqlText`update rule_webhook_call c set state = 'failed', answer = 'WEBHOOK_DISABLED', changed_at = $3
        where c.organization_id = $1 and c.id = $2 and c.state = 'queued'
          and exists (select from rule_webhook w where w.organization_id = $1 and w.id = c.webhook_id and w.state = 'disabled')
        returning c.id`,
      [tx.context.organizationId, callId, now],
    )
  ).length > 0

/** What waited behind this one: the next telling of the same conversation to the same address. */
export async function nextCall(tx: Transaction, callId: string): Promise<string | undefined> {
  const [next] = await tx.run<{ id: string }>(
    sqlText`select e.id from rule_webhook_call c
        join rule_run mine on mine.organization_id = $1 and mine.id = c.run_id
        join rule_webhook_call e on e.organization_id = $1 and e.webhook_id = c.webhook_id and e.state = 'queued' and e.id <> c.id
        join rule_run r on r.organization_id = $1 and r.id = e.run_id and r.conversation_id = mine.conversation_id
       where c.organization_id = $1 and c.id = $2
       order by r.at, e.id limit 1`,
    [tx.context.organizationId, callId],
  )
  return next?.id
}

/** Since when an address fails without a break, as of now. */
export async function noteFailing(
  tx: Transaction,
  webhookId: string,
  isFailing: boolean,
  now: Date,
): Promise<Date | null> {
  const [row] = await tx.run<{ since: Date | null }>(
    sqlText`update rule_webhook set failing_since = case when $3 then coalesce(failing_since, $4) end
      where organization_id = $1 and id = $2 returning failing_since as since`,
    [tx.context.organizationId, webhookId, isFailing, now],
  )
  return row?.since ?? null
}

/** @returns false when it does not wait to be made again. */
export const requeueCall = async (tx: Transaction, callId: string, now: Date): Promise<boolean> =>
  (
    await tx.run(
      sqlText`update rule_webhook_call c set state = 'queued', attempts = 0, not_before = $3, changed_at = $3
        where c.organization_id = $1 and c.id = $2 and c.state = 'failed'
          and exists (select from rule_webhook w where w.organization_id = $1 and w.id = c.webhook_id and w.state = 'active')
        returning c.id`,
      [tx.context.organizationId, callId, now],
    )
  ).length > 0

export const knowsCall = async (tx: Transaction, callId: string): Promise<boolean> =>
  (
    await tx.run(`select from rule_webhook_call where organization_id = $1 and id = $2`, [
      tx.context.organizationId,
      callId,
    ])
  ).length > 0
