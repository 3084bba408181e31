/** Codes to one contact are counted together: signing in, stepping up, a conversation, a new address, whoever asks for them (trust-D57; desk-D42). */
import type { Transaction } from '#server/platform/database.ts'
import { CODES_PER_DAY, CODES_PER_HOUR } from '#server/platform/six-digit-code.ts'
import { sqlText } from '#server/platform/sql-text.ts'

/** Held until the end of the transaction: of two that are asked for at once, the second is counted after the first. */
export async function mayCodeLeave(tx: Transaction, address: string, now: Date): Promise<boolean> {
  const { organizationId } = tx.context
  await tx.run(LOCK, [organizationId, address])
  const [sent] = await tx.run<{ hour: number; day: number }>(SENT, [organizationId, address, now])
  return !sent || (sent.hour < CODES_PER_HOUR && sent.day < CODES_PER_DAY)
}

const LOCK = sqlText`select pg_advisory_xact_lock(hashtextextended('code/' || $1 || '/' || $2, 0))`

const SENT = sqlText`
  select count(*) filter (where made_at > $3::timestamptz - interval '1 hour')::int as hour, count(*)::int as day
    from notice
   where organization_id = $1 and address = $2 and template like '%-code' and made_at > $3::timestamptz - interval '1 day'
     and cause is distinct from 'BUDGET_SPENT'`
