/**
 * Reconciliation of a mailbox or number (desk-D58, trust-D71): what comes is written down as seen before it is worked on, and struck out in the
 * transaction that settles it. So at every hour seen = stored + duplicate + refused + set aside + what is still open, and a row
 * that stays open tells what is missing.
 */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type Outcome = 'stored' | 'duplicate' | 'refused' | 'set_aside'

/** A mail not settled for this long is a difference that raises the alarm, in minutes (desk-D58). */
export const DIFFERENCE_AFTER_MIN = 5

/** Seen at the mailbox. A mail that is still open from an earlier try is not counted again. */
export async function seeArrivals(tx: Transaction, source: string, keys: readonly string[], now: Date): Promise<void> {
  if (keys.length === 0) return
  await tx.run(SEE, [tx.context.organizationId, source, keys, now, hourOf(now)])
}

/** Settled, in the hour in which it was seen. */
export async function settleArrival(
  tx: Transaction,
  source: string,
  key: string,
  outcome: Outcome,
  now: Date,
): Promise<void> {
  const { organizationId } = tx.context
  const [open] = await tx.run<{ seenAt: Date }>(STRIKE_OUT, [organizationId, source, key])
  // Two hand-overs of one mail at once share a row; the later one is seen and settled in one step.
  await tx.run(COUNT[outcome], [organizationId, source, hourOf(open?.seenAt ?? now), open ? 0 : 1])
}

/** Many that come again under other keys: each is a duplicate, in the hour in which it was seen. */
export async function strikeOutAsDuplicates(tx: Transaction, source: string, keys: readonly string[]): Promise<void> {
  await tx.run(STRIKE_OUT_MANY, [tx.context.organizationId, source, keys])
}

export type Difference = { source: string; hour: Date; since: Date; count: number; ids: string[] }

/** Differences that are old enough for the alarm and were not told before; they are told once. */
export async function takeNewDifferences(tx: Transaction, now: Date): Promise<Difference[]> {
  return tx.run<Difference>(TAKE, [
    tx.context.organizationId,
    new Date(now.getTime() - DIFFERENCE_AFTER_MIN * 60_000),
    now,
  ])
}

const hourOf = (at: Date): Date => new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000)

const SEE = sqlText`
  with added as (
    insert into mail_arrival (organization_id, source, arrival_key, seen_at) select $1, $2, unnest($3::text[]), $4
    on conflict do nothing
    returning arrival_key
  )
  insert into mailbox_count (organization_id, source, hour, seen) select $1, $2, $5, count(*) from added having count(*) > 0
  on conflict (organization_id, source, hour) do update set seen = mailbox_count.seen + excluded.seen`

const STRIKE_OUT = sqlText`
  delete from mail_arrival where organization_id = $1 and source = $2 and arrival_key = $3 returning seen_at as "seenAt"`

const STRIKE_OUT_MANY = sqlText`
  with gone as (delete from mail_arrival where organization_id = $1 and source = $2 and arrival_key = any ($3::text[]) returning seen_at)
  insert into mailbox_count (organization_id, source, hour, seen, duplicate)
  select $1, $2, date_trunc('hour', seen_at, 'UTC'), 0, count(*) from gone group by 3
  on conflict (organization_id, source, hour) do update set duplicate = mailbox_count.duplicate + excluded.duplicate`

const countAs = (outcome: Outcome): string => `
  insert into mailbox_count (organization_id, source, hour, seen, ${outcome}) values ($1, $2, $3, $4, 1)
  on conflict (organization_id, source, hour) do update set seen = mailbox_count.seen + $4, ${outcome} = mailbox_count.${outcome} + 1`
const COUNT: Record<Outcome, string> = {
  stored: countAs('stored'),
  duplicate: countAs('duplicate'),
  refused: countAs('refused'),
  set_aside: countAs('set_aside'),
}

const TAKE = sqlText`
  with late as (
    update mail_arrival set alarmed_at = $3
     where organization_id = $1 and seen_at < $2 and alarmed_at is null
    returning source, arrival_key, seen_at
  )
  select source, date_trunc('hour', seen_at) as hour, min(seen_at) as since, count(*)::int as count,
         (array_agg(arrival_key order by seen_at))[1:100] as ids
    from late group by 1, 2 order by 1, 2`
