/**
 * A mailbox or number from which nothing comes any more looks like a quiet day. So each is compared with its own past weeks
 * (engines/silence), and the alarm of a silence is raised once (trust-D71).
 */
import { PAST_WEEKS, silentSince } from '#engines/silence/silence.ts'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import type { Services } from '#server/platform/route-context.ts'
import { sqlText } from '#server/platform/sql-text.ts'

const WEEK_MS = 7 * 24 * 3_600_000

/** The live mailboxes and numbers of one organization. @returns how many are silent and were not told of before. */
export async function tellSilentSources(
  { db, log, now, hub }: Pick<Services, 'db' | 'log' | 'now' | 'hub'>,
  organizationId: string,
): Promise<number> {
  return db.transaction(systemContext(organizationId, newId(), 'silent-sources'), async (tx) => {
    const at = now()
    const sources = await tx.run<{ source: string; hours: Date[] }>(HEARD, [
      organizationId,
      new Date(at.getTime() - (PAST_WEEKS + 1) * WEEK_MS),
    ])
    const silent = sources.flatMap(({ source, hours }) => {
      const since = silentSince(
        hours.map((hour) => hour.getTime()),
        at.getTime(),
      )
      return since === undefined ? [] : [{ source, since: new Date(since) }]
    })
    await tx.run(FORGET, [organizationId])
    const told = await tx.run<{ source: string; since: Date }>(TELL, [
      organizationId,
      silent.map(({ source }) => source),
      silent.map(({ since }) => since),
      at,
    ])
    for (const { source, since } of told) {
      await journal(
        tx,
        {
          event: 'inbox.alarm',
          action: 'E',
          resourceKind: 'mailbox',
          outcome: 'failed',
          detail: { source, cause: 'source-silent', since: since.toISOString() },
        },
        at,
      )
    }
    if (told.length > 0) {
      log.error('inbox.silent', { count: told.length })
      tx.afterCommit(() => hub.wake(organizationId))
    }
    return told.length
  })
}

const HEARD = sqlText`
  select c.source, array_agg(c.hour order by c.hour) as hours
    from mailbox_count c
   where c.organization_id = $1 and c.hour > $2 and c.seen > 0
     and exists (select from channel_account a where a.organization_id = $1 and a.is_live and c.source = a.channel || ':' || a.address)
   group by c.source`

/** What was heard again, and what is no door any more. */
const FORGET = sqlText`
  delete from source_silence s where s.organization_id = $1
     and (exists (select from mailbox_count c where c.organization_id = $1 and c.source = s.source and c.hour >= s.since and c.seen > 0)
       or not exists (select from channel_account a where a.organization_id = $1 and a.is_live and s.source = a.channel || ':' || a.address))`

const TELL = sqlText`
  insert into source_silence (organization_id, source, since, told_at) select $1, source, since, $4
    from unnest($2::text[], $3::timestamptz[]) as silent (source, since)
  on conflict do nothing
  returning source, since`
