/** What works, what waits and what is counted: for the status screen. */
import type { Transaction } from '#server/platform/database.ts'
import { LATE_AFTER_MIN } from './set-aside.ts'
import { sqlText } from '#server/platform/sql-text.ts'

/** A waiting job older than this is an alarm, in seconds (desk-D58). */
const OLD_JOB_SECONDS = 60

/** A folder that was not read for this long is an alarm, in minutes. */
const NOT_READ_AFTER_MIN = 5
/** A mail seen and not settled for this long is a difference, in minutes (desk-D58; server/channels/arrival.ts). */
const DIFFERENCE_AFTER_MIN = 5
/** A storm or a loop stays on the screen for this long after its last mail, in hours. */
const STORM_SHOWN_HOURS = 1
/** A file that the scanner has not seen for this long is an alarm, in minutes. */
const NOT_SCANNED_AFTER_MIN = 15

export type Unstored = { hasContact: boolean; waiting: number; since: Date | null }

/** What the rows of an organization do not tell. */
export type Outside = {
  antivirus: 'none' | 'works' | 'down'
  unstored: Unstored
  /** Folders of the configuration whose mailbox nobody here has. */
  unknownMailboxes: number
}

export async function readStatus(tx: Transaction, { antivirus, unstored, unknownMailboxes }: Outside, now: Date) {
  const { organizationId } = tx.context
  const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000)
  const [alarms, mailboxes, [head], [job]] = await Promise.all([
    tx.run<Alarm>(ALARMS, [
      organizationId,
      ago(DIFFERENCE_AFTER_MIN),
      ago(STORM_SHOWN_HOURS * 60),
      ago(NOT_READ_AFTER_MIN),
      ago(LATE_AFTER_MIN),
      ago(NOT_SCANNED_AFTER_MIN),
    ]),
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
      { name: 'mail-in', state: state(unknownMailboxes === 0 && !alarms.some(isOfMail)), since: null },
      { name: 'mail-out', state: state((head?.lost ?? 0) === 0), since: null },
    ],
    mailboxes,
    alarms: [...unstoredAlarms(unstored, now), ...unknownAlarms(unknownMailboxes, now), ...alarms].map(
      ({ since, ...alarm }) => ({
        ...alarm,
        since: since.toISOString(),
      }),
    ),
    antivirus,
    oldestJobSeconds: oldest === null ? null : Math.max(0, Math.round(oldest)),
    outboundOn: head?.outboundOn ?? false,
  }
}

const isOfMail = ({ cause, source }: Alarm): boolean =>
  cause.startsWith('mail') || (cause === 'source-silent' && source?.startsWith('email:') === true)

function unstoredAlarms({ hasContact, waiting, since }: Unstored, now: Date): Alarm[] {
  const alarm = { source: null, ids: [] }
  return [
    ...(since ? [{ ...alarm, cause: 'emergency-unstored' as const, since, count: waiting }] : []),
    ...(hasContact ? [] : [{ ...alarm, cause: 'no-duty-contact' as const, since: now, count: 1 }]),
  ]
}

const unknownAlarms = (count: number, now: Date): Alarm[] =>
  count > 0 ? [{ source: null, ids: [], cause: 'mailbox-unknown', since: now, count }] : []

type Alarm = {
  cause:
    | 'emergency-unstored'
    | 'no-duty-contact'
    | 'mail-difference'
    | 'mail-storm'
    | 'mail-loop'
    | 'mailbox-not-read'
    | 'mailbox-unknown'
    | 'source-silent'
    | 'set-aside-late'
    | 'file-not-scanned'
    | 'rule-switched-off'
  source: string | null
  since: Date
  count: number
  ids: string[]
}

const ALARMS = sqlText`
  select cause, coalesce(d.address, source) as source, since, count, ids from (
    select 'mail-difference' as cause, source, min(seen_at) as since, count(*)::int as count, (array_agg(arrival_key order by seen_at))[1:100] as ids
      from mail_arrival where organization_id = $1 and seen_at < $2 group by source
    union all
    select cause, source, min(received_at), count(*)::int, '{}' from set_aside
     where organization_id = $1 and cause in ('mail-storm', 'mail-loop') and state in ('open', 'assigned') and received_at > $3 group by cause, source
    union all
    select 'mailbox-not-read', a.address, min(f.failed_since), 1, array_agg(distinct coalesce(f.failure, 'silent'))
      from imap_folder f join channel_account a on a.organization_id = $1 and a.id = f.account_id
     where f.organization_id = $1 and a.is_live and f.failed_since < $4 group by a.address
    union all
    select 'source-silent', source, since, 1, '{}' from source_silence s
     where organization_id = $1
       and not exists (select from mailbox_count c where c.organization_id = $1 and c.source = s.source and c.hour >= s.since and c.seen > 0)
    union all
    select 'set-aside-late', null, min(received_at), count(*)::int, '{}' from set_aside
     where organization_id = $1 and state in ('open', 'assigned') and received_at < $5 having count(*) > 0
    union all
    select 'file-not-scanned', null, min(received_at), count(*)::int, '{}' from attachment
     where organization_id = $1 and verdict = 'waiting' and reason = 'scanner_unreachable' and received_at < $6 having count(*) > 0
    union all
    select 'rule-switched-off', null, min(changed_at), count(*)::int, '{}' from rule
     where organization_id = $1 and off_reason = 'over-budget' having count(*) > 0) alarm
  left join channel_account d on d.organization_id = $1 and source = d.channel || ':' || d.id`

const MAILBOXES = sqlText`
  select coalesce(d.address, source) as source, sum(seen)::int as seen, sum(stored)::int as stored, sum(duplicate)::int as duplicate, sum(refused)::int as refused,
         sum(set_aside)::int as "setAside", (sum(seen) - sum(stored) - sum(duplicate) - sum(refused) - sum(set_aside))::int as difference
    from mailbox_count c left join channel_account d on d.organization_id = $1 and c.source = d.channel || ':' || d.id
   where c.organization_id = $1 and hour > $2
   group by 1 order by 1 limit 100`

const HEAD = sqlText`
  select outbound_on as "outboundOn",
         (select count(*)::int from delivery d where d.organization_id = $1 and d.channel = 'email' and d.state in ('failed', 'unknown')
           and d.cause is distinct from 'settled-by-person') as lost
    from organization where organization_id = $1`
