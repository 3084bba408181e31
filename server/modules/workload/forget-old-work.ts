/** What no decision looks at any more goes: ended work after a day, offers and snapshots after 30 days. */
import { allDoors } from '#server/modules/organization/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { deleteOld } from './store.ts'

export async function forgetOldWork(db: Database, now: Date): Promise<void> {
  for (const { organizationId } of await db.withoutOrganization(allDoors)) {
    await db.transaction(systemContext(organizationId, newId(), 'forget-old-work'), (tx) => deleteOld(tx, now))
  }
}
