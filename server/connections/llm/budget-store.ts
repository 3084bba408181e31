/** The SQL of the daily budget: shared by all processes, apart for each organization (understanding-D79). */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

/** Sets tokens aside before the call, so that two processes do not spend the same ones. @returns false when the day has none left. */
export async function reserve(
  tx: Transaction,
  { day, tokens, budget }: { day: string; tokens: number; budget: number },
) {
  const rows = await tx.run(RESERVE, [tx.context.organizationId, day, tokens, budget])
  return rows.length > 0
}

const RESERVE = sqlText`
  insert into llm_day as spent (organization_id, day, tokens, calls)
  select $1, $2::date, $3::integer, 1 where $3::integer <= $4::integer
  on conflict (organization_id, day) do update set tokens = spent.tokens + excluded.tokens, calls = spent.calls + 1
    where spent.tokens + excluded.tokens <= $4::integer
  returning tokens`

/** What was set aside and not used comes back; what was used beyond it is added (`tokens` is negative then). */
export async function settle(tx: Transaction, { day, tokens }: { day: string; tokens: number }): Promise<void> {
  await tx.run(
    sqlText`update llm_day set tokens = greatest(0, tokens - $3) where organization_id = $1 and day = $2::date`,
    [tx.context.organizationId, day, tokens],
  )
}

type Spent = { tokens: number; calls: number }

export const spentOn = (tx: Transaction, day: string): Promise<Spent> => spentBetween(tx, day, day)

/** Both days are among them. */
export async function spentBetween(tx: Transaction, from: string, to: string): Promise<Spent> {
  const [row] = await tx.run<Spent>(
    sqlText`select coalesce(sum(tokens), 0)::int as tokens, coalesce(sum(calls), 0)::int as calls from llm_day
      where organization_id = $1 and day between $2::date and $3::date`,
    [tx.context.organizationId, from, to],
  )
  return row ?? { tokens: 0, calls: 0 }
}
