/** The queues of an organization: which there are, and how they are added and changed. Where a message goes is in conversation/rules.ts. */
import type { Queue } from '#contract/organization.ts'
import type * as z from 'zod'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { sqlText } from '#server/platform/sql-text.ts'

type QueueRow = z.infer<typeof Queue>
export type SavedQueue = Omit<QueueRow, 'id'> & { queueId?: string | undefined }
type Problem = { field: 'name' | 'kind' | 'siteId'; reason: 'taken' | 'too-many' | 'fixed' | 'unknown' }

/** Of one organization; every list of them is read whole. */
const QUEUES_MAX = 200

/** Those in use, and those taken out of it. */
export async function queuesOf(tx: Transaction): Promise<{ queues: QueueRow[]; retiredQueues: QueueRow[] }> {
  const rows = await tx.run<QueueRow & { isRetired: boolean }>(QUEUES, [tx.context.organizationId, QUEUES_MAX])
  const of = (wanted: boolean) => rows.flatMap(({ isRetired, ...queue }) => (isRetired === wanted ? [queue] : []))
  return { queues: of(false), retiredQueues: of(true) }
}

/** Another message finds the change within the time for which routing is kept (conversation/store.ts). */
export async function saveQueue(
  tx: Transaction,
  { queueId, name, kind, siteId, languages }: SavedQueue,
  now: Date,
): Promise<Problem | 'NOT_FOUND' | undefined> {
  const { organizationId } = tx.context
  const id = queueId ?? newId(now.getTime())
  // Two who add at once take turns, so that the name is free and the count right until the end of the transaction.
  await tx.run(`select from organization where organization_id = $1 for no key update`, [organizationId])
  const [[sameName], [site], [before], [all]] = await Promise.all([
    tx.run(`select from queue where organization_id = $1 and name = $2 and id <> $3`, [organizationId, name, id]),
    tx.run(`select from site where organization_id = $1 and id = $2`, [organizationId, siteId]),
    tx.run<{ kind: string }>(`select kind from queue where organization_id = $1 and id = $2`, [organizationId, id]),
    tx.run<{ count: number }>(`select count(*)::int as count from queue where organization_id = $1`, [organizationId]),
  ])
  if (queueId && !before) return 'NOT_FOUND'
  if (sameName) return { field: 'name', reason: 'taken' }
  if (siteId && !site) return { field: 'siteId', reason: 'unknown' }
  if (before && before.kind !== kind) return { field: 'kind', reason: 'fixed' }
  if (!before && (all?.count ?? 0) >= QUEUES_MAX) return { field: 'name', reason: 'too-many' }
  await tx.run(SAVE, [organizationId, id, name, kind, siteId, [...new Set(languages)]])
  return undefined
}

const QUEUES = sqlText`
  select id, name, kind, site_id as "siteId", languages, retired_at is not null as "isRetired" from queue where organization_id = $1 order by name limit $2`
const SAVE = sqlText`
  insert into queue (organization_id, id, name, kind, site_id, languages) values ($1, $2, $3, $4, $5, $6)
  on conflict (organization_id, id) do update set name = excluded.name, site_id = excluded.site_id, languages = excluded.languages`
