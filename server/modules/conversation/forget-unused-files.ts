/**
 * The hourly cleaning of files that were sent up and are in no message and no draft: row first, then bytes. Each file has a storage key of its
 * own, and of two processes only one takes a row away; one that goes into a message meanwhile stays.
 */
import { allDoors } from '#server/modules/organization/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database } from '#server/platform/database.ts'
import type { FileStore } from '#server/platform/file-store.ts'
import { newId } from '#server/platform/id.ts'
import { sqlText } from '#server/platform/sql-text.ts'

/** Who writes for longer than this is asked for the file again, in hours. Source: decision 0262. */
export const UNUSED_KEPT_HOURS = 24
/** Files taken away at once, and how often in one look: more than visitors may send up in an hour. */
const SWEPT_MAX = 1_000
const ROUNDS_MAX = 10

export async function forgetUnusedFiles({ db, files }: { db: Database; files: FileStore }, now: Date): Promise<void> {
  const before = new Date(now.getTime() - UNUSED_KEPT_HOURS * 3_600_000)
  for (const { organizationId } of await db.withoutOrganization(allDoors)) {
    for (let round = 0; round < ROUNDS_MAX; round++) {
      const gone = await db.transaction(systemContext(organizationId, newId(), 'cleaning'), (tx) =>
        tx.run<{ storageKey: string | null }>(FORGET, [organizationId, before, SWEPT_MAX]),
      )
      // Bytes that cannot be taken away now keep nothing else from going.
      for (const { storageKey } of gone) if (storageKey) await files.remove(storageKey).catch(() => undefined)
      if (gone.length < SWEPT_MAX) break
    }
  }
}

const FORGET = sqlText`
  delete from attachment where organization_id = $1 and message_id is null and draft_id is null and id in (
    select id from attachment
     where organization_id = $1 and message_id is null and draft_id is null and uploaded_by is not null and received_at < $2
     order by received_at limit $3 for update skip locked)
  returning storage_key as "storageKey"`
