/**
 * Systems outside that report events, each with an address of its own and a sealed secret, like a mail webhook (server/channels/email): the
 * address names organization and source, so that nothing in a report decides where it goes.
 */
import { randomBytes } from 'node:crypto'
import { EVENT_SECRET_DAYS, REPORT_KEPT_DAYS } from '#contract/event-source.ts'
import type { ReportedEvent } from '#engines/rules/rule.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Services } from '#server/platform/route-context.ts'
import type { Keys } from '#server/platform/seal.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { isSignedBy, SECRET_BYTES, secretText, type SignedHeaders } from '../email/webhook-signature.ts'
import { readEndpoint } from '../hook-endpoint.ts'

/** Of one organization. */
const SOURCES_MAX = 20
/** Old reports taken away at each new one. */
const SWEPT_MAX = 100
const DAY_MS = 86_400_000

export type Source = { organizationId: string; id: string; name: string; kinds: readonly ReportedEvent[] }

/** @returns undefined alike for a wrong address, a wrong signature and a closed source. */
export async function sourceOfReport(
  { db, keys, now }: Services,
  endpoint: string,
  signed: SignedHeaders,
  body: Buffer,
): Promise<Source | undefined> {
  const { organizationId, id } = readEndpoint(endpoint)
  const [found] = await db.transaction(systemContext(organizationId, newId(), 'event-webhook'), (tx) =>
    tx.run<Found>(FIND, [organizationId, id, now()]),
  )
  const sealed = found ? [found.secretSealed, ...(found.oldSecretSealed ? [found.oldSecretSealed] : [])] : []
  const secrets = found ? sealed.map((one) => keys.open(one, placeOf(id))) : [NO_SECRET]
  if (!isSignedBy(secrets, signed, body) || !found) return undefined
  return { organizationId, id, name: found.name, kinds: found.kinds }
}

type Found = { name: string; kinds: ReportedEvent[]; secretSealed: Buffer; oldSecretSealed: Buffer | null }

const placeOf = (id: string): string => `event_source/${id}/secret`
/** What an address that leads nowhere is checked against; nobody knows it. */
const NO_SECRET = randomBytes(SECRET_BYTES)

/** Keeps the id of a report. @returns what it is: new, the same once more, or another report under an id that was used. */
export async function keepReport(
  tx: Transaction,
  { sourceId, reportId, digest, kind }: { sourceId: string; reportId: string; digest: Buffer; kind: ReportedEvent },
  now: Date,
): Promise<'new' | 'repeated' | 'changed'> {
  const { organizationId } = tx.context
  await tx.run(SWEEP, [organizationId, sourceId, new Date(now.getTime() - REPORT_KEPT_DAYS * DAY_MS), SWEPT_MAX])
  const kept = await tx.run(KEEP, [organizationId, sourceId, reportId, digest, kind, now])
  if (kept.length > 0) {
    await tx.run(`update event_source set last_reported_at = $3 where organization_id = $1 and id = $2`, [
      organizationId,
      sourceId,
      now,
    ])
    return 'new'
  }
  const [before] = await tx.run<{ digest: Buffer }>(
    `select content_digest as digest from reported_event where organization_id = $1 and source_id = $2 and report_id = $3`,
    [organizationId, sourceId, reportId],
  )
  return before?.digest.equals(digest) ? 'repeated' : 'changed'
}

export type SourceRow = {
  id: string
  name: string
  kinds: ReportedEvent[]
  createdAt: Date
  oldSecretUntil: Date | null
  lastReportedAt: Date | null
  reports: number
}

export const sourcesOf = (tx: Transaction, now: Date): Promise<SourceRow[]> =>
  tx.run<SourceRow>(LIST, [tx.context.organizationId, now])

/** @returns undefined when there are as many as there may be. */
export async function openSource(
  tx: Transaction,
  keys: Keys,
  { name, kinds }: { name: string; kinds: readonly ReportedEvent[] },
  now: Date,
): Promise<{ id: string; secret: string } | undefined> {
  const id = newId(now.getTime())
  const secret = randomBytes(SECRET_BYTES)
  const sealed = keys.seal(secret, placeOf(id))
  const rows = await tx.run(OPEN, [tx.context.organizationId, id, name, [...new Set(kinds)], sealed, now, SOURCES_MAX])
  return rows.length > 0 ? { id, secret: secretText(secret) } : undefined
}

/** @returns the new secret; undefined when there is no such source. With `keepsOld` the secret before it signs for a while as well. */
export async function rotateSource(
  tx: Transaction,
  keys: Keys,
  { sourceId, keepsOld }: { sourceId: string; keepsOld: boolean },
  now: Date,
): Promise<string | undefined> {
  const secret = randomBytes(SECRET_BYTES)
  const until = keepsOld ? new Date(now.getTime() + EVENT_SECRET_DAYS * DAY_MS) : null
  const rows = await tx.run(ROTATE, [tx.context.organizationId, sourceId, keys.seal(secret, placeOf(sourceId)), until])
  return rows.length > 0 ? secretText(secret) : undefined
}

export const closeSource = async (tx: Transaction, sourceId: string): Promise<boolean> =>
  (await tx.run(CLOSE, [tx.context.organizationId, sourceId])).length > 0

const FIND = sqlText`
  select name, kinds, secret_sealed as "secretSealed", case when old_secret_until > $3 then old_secret_sealed end as "oldSecretSealed"
    from event_source where organization_id = $1 and id = $2`

const KEEP = sqlText`
  insert into reported_event (organization_id, source_id, report_id, content_digest, kind, received_at) values ($1, $2, $3, $4, $5, $6)
  on conflict do nothing returning report_id`

const SWEEP = sqlText`
  delete from reported_event where organization_id = $1 and source_id = $2 and report_id in (
    select report_id from reported_event where organization_id = $1 and source_id = $2 and received_at <= $3 limit $4)`

const LIST = sqlText`
  select s.id, s.name, s.kinds, s.created_at as "createdAt", case when s.old_secret_until > $2 then s.old_secret_until end as "oldSecretUntil",
         s.last_reported_at as "lastReportedAt",
         (select count(*)::int from reported_event r where r.organization_id = $1 and r.source_id = s.id) as reports
    from event_source s where s.organization_id = $1 order by s.name, s.id`

const OPEN = sqlText`
  insert into event_source (organization_id, id, name, kinds, secret_sealed, created_at)
  select $1, $2, $3, $4, $5, $6 where (select count(*) from event_source where organization_id = $1) < $7
  returning id`

const ROTATE = sqlText`
  update event_source set old_secret_sealed = case when $4::timestamptz is not null then secret_sealed end, old_secret_until = $4,
         secret_sealed = $3
   where organization_id = $1 and id = $2 returning id`

const CLOSE = sqlText`delete from event_source where organization_id = $1 and id = $2 returning id`
