/** Unanswered questions are kept for a year. */
import { allDoors } from '#server/modules/organization/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { deleteOld } from './unanswered-store.ts'

export async function forgetOldQuestions(db: Database, now: Date): Promise<void> {
  for (const { organizationId } of await db.withoutOrganization(allDoors))
    await db.transaction(systemContext(organizationId, newId(), 'forget-old-questions'), (tx) => deleteOld(tx, now))
}
