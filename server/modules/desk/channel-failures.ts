/**
 * What does not get through, by channel: when it last did, why not now, and when it is tried again (desk, section 4). Empty is the good state.
 *
 * Everything is read from what the channels write down themselves: folders, deliveries, look-backs, silences.
 */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type ChannelFailure = {
  channel: 'email' | 'sms' | 'voice'
  what: 'reading' | 'sending' | 'comparing' | 'silence'
  /** The mailbox or number; null: what leaves by this channel. */
  address: string | null
  lastSuccessAt: Date | null
  cause: string
  nextTryAt: Date | null
  /** Messages that wait to be tried again. */
  waiting: number
}

/** Rows of one channel that are looked through for the last message that left. */
const SENT_MAX = 5_000

/** The transaction sees every label: what waits is counted, not shown. */
export const channelFailures = (tx: Transaction, now: Date): Promise<ChannelFailure[]> =>
  tx.run<ChannelFailure>(FAILURES, [tx.context.organizationId, now, SENT_MAX])

const FAILURES = sqlText`
  select 'email' as channel, 'reading' as what, a.address, f.last_success_at as "lastSuccessAt", f.failure as cause, f.next_try_at as "nextTryAt",
         0 as waiting
    from imap_folder f join channel_account a on a.organization_id = $1 and a.id = f.account_id and a.is_live
   where f.organization_id = $1 and f.failure is not null
  union all
  select w.channel, 'sending', null, (
      select max(s.changed_at) from (
        select d.channel, d.state, d.changed_at from delivery d where d.organization_id = $1 order by d.id desc limit $3) s
       where s.channel = w.channel and s.state in ('handed_over', 'delivered', 'seen')),
    w.cause, w.next_try_at, w.waiting
    from (
      select d.channel, (array_agg(d.cause order by d.changed_at desc))[1] as cause, min(d.not_before) as next_try_at, count(*)::int as waiting
        from delivery d
       where d.organization_id = $1 and d.state = 'queued' and d.attempt > 0 and d.cause is not null and d.cause <> 'settled-by-person'
       group by d.channel) w
  union all
  select a.channel, 'comparing', a.address, b.compared_to, 'look-back-failed', b.claimed_at + interval '24 hours', 0
    from carrier_look_back b join channel_account a on a.organization_id = $1 and a.id = b.account_id and a.is_live
   where b.organization_id = $1 and b.is_failed
  union all
  select a.channel, 'silence', a.address, s.since, 'source-silent', date_trunc('hour', $2::timestamptz) + interval '1 hour', 0
    from source_silence s join channel_account a on a.organization_id = $1 and a.is_live and s.source = a.channel || ':' || a.address
   where s.organization_id = $1 and a.channel in ('email', 'sms', 'voice')
     and not exists (select from mailbox_count c where c.organization_id = $1 and c.source = s.source and c.hour >= s.since and c.seen > 0)
   order by 1, 2, 3 limit 100`
