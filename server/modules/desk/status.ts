/** What works, what waits and what is counted: for the status screen. */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

/** A waiting job older than this is an alarm, in seconds (desk-D58). */
const OLD_JOB_SECONDS = 60

export async function readStatus(tx: Transaction, now: Date) {
  const { organizationId } = tx.context
  const [mailboxes, [head], [job]] = await Promise.all([
    tx.run<{
      source: string
      seen: number
      stored: number
      duplicate: number
      refused: number
      setAside: number
      difference: number
    }>(MAILBOXES, [organizationId, new Date(now.getTime() - 24 * 3_600_000)]),
    tx.run<{ outboundOn: boolean; lost: number }>(HEAD, [organizationId]),
    tx.run<{ seconds: number | null }>(
      `select extract(epoch from now() - min(start_after))::float as seconds from jobs.job where state in ('created', 'retry') and start_after < now()
         and name not like '%-dead' and data->>'organizationId' = $1::text`,
      [organizationId],
    ),
  ])
  const oldest = job?.seconds ?? null
  const state = (isGood: boolean): 'works' | 'degraded' => (isGood ? 'works' : 'degraded')
  return {
    parts: [
      { name: 'database', state: 'works' as const, since: null },
      { name: 'jobs', state: state((oldest ?? 0) < OLD_JOB_SECONDS), since: null },
      { name: 'mail-in', state: state(mailboxes.every(({ difference }) => difference === 0)), since: null },
      { name: 'mail-out', state: state((head?.lost ?? 0) === 0), since: null },
    ],
    mailboxes,
    oldestJobSeconds: oldest === null ? null : Math.max(0, Math.round(oldest)),
    outboundOn: head?.outboundOn ?? false,
  }
}

const MAILBOXES = sqlText`
  select source, sum(seen)::int as seen, sum(stored)::int as stored, sum(duplicate)::int as duplicate, sum(refused)::int as refused,
         sum(set_aside)::int as "setAside", (sum(seen) - sum(stored) - sum(duplicate) - sum(refused) - sum(set_aside))::int as difference
    from mailbox_count where organization_id = $1 and hour > $2
   group by source order by source limit 100`

const HEAD = sqlText`
  select outbound_on as "outboundOn",
         (select count(*)::int from delivery d where d.organization_id = $1 and d.channel = 'email' and d.state in ('failed', 'unknown')) as lost
    from organization where organization_id = $1`
