/** The hourly cleaning of bulk changes: what can long not be undone any more goes, some at a time. The journal keeps what was done. */
import { allDoors } from '#server/modules/organization/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { deleteOld } from './store.ts'

/** A bulk change is kept this long, so that its report can be asked for again, in hours. */
const KEPT_HOURS = 24
/** Bulk changes taken away at one look: more than the desk of a large house makes in an hour, each resolved conversation being one. */
const SWEPT_MAX = 2_000

export async function forgetOldBulkChanges(db: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_HOURS * 3_600_000)
  for (const { organizationId } of await db.withoutOrganization(allDoors))
    await db.transaction(systemContext(organizationId, newId(), 'cleaning'), (tx) => deleteOld(tx, before, SWEPT_MAX))
}
