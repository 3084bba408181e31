/**
 * What has its moment and was left there: a step of the ladder, a held or queued answer, one whose worker died, a snooze, a voicemail. Its job came with
 * it and ends with it; where it was given up all the same (a journal that took no rows for minutes, a full disk), another is sent. A job that comes twice does nothing.
 */
import { systemContext } from '#server/platform/context.ts'
import type { Database } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs, Queue } from '#server/platform/jobs.ts'
import { sqlText } from '#server/platform/sql-text.ts'

/** By then its job has come, and has been tried again. */
const LATE_MS = 120_000
/** A carrier is asked for a recording for five minutes, and its words are waited for before. */
const LATE_SOUND_MS = 600_000
/** In one run of one organization; the next run goes on. */
const AT_ONCE_MAX = 200

/** @returns how many were found: none are expected. */
export async function sendAgainWhatWaits(
  { db, jobs, now }: { db: Database; jobs: Pick<Jobs, 'send'>; now: () => Date },
  organizationId: string,
): Promise<number> {
  return db.transaction(systemContext(organizationId, newId(), 'job send-again'), async (tx) => {
    const before = (ms: number) => new Date(now().getTime() - ms)
    const values = [organizationId, before(LATE_MS), AT_ONCE_MAX, before(LATE_SOUND_MS)]
    const rows = await tx.run<{ queue: Queue; id: string }>(LEFT, values)
    for (const { queue, id } of rows) await jobs.send(tx, queue, { organizationId, id })
    return rows.length
  })
}

const LEFT = sqlText`
  with waits as (
    select 'alert-ladder' as queue, id from safety_alert where organization_id = $1 and accepted_at is null and next_step_at < $2
    union all
    select case state when 'held' then 'release-held' else 'deliver' end, id from delivery
     where organization_id = $1 and state in ('held', 'queued', 'sending')
       and case state when 'sending' then lease_until < $2 else not_before < $2 end
    union all
    select 'wake-snoozed', id from conversation where organization_id = $1 and state = 'snoozed' and snoozed_until < $2
    union all
    select 'voicemail', id from voicemail where organization_id = $1 and state = 'waiting' and received_at < $4
  )
  select queue, id from waits
   where not exists (select from jobs.job j where j.name = waits.queue and j.state in ('created', 'retry', 'active') and j.data ->> 'id' = waits.id::text)
   limit $3`
