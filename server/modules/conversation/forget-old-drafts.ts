/** The hourly cleaning of drafts: words that nobody took up again go, some at a time. Twice is once, so every process may do it. */
import { allDoors } from '#server/modules/organization/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { sqlText } from '#server/platform/sql-text.ts'

/** A draft that was not touched for this long is forgotten, in days. Source: decision 0037. */
export const DRAFT_KEPT_DAYS = 30
/** Drafts taken away at one look, of each kind. */
const SWEPT_MAX = 1_000

export async function forgetOldDrafts(db: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - DRAFT_KEPT_DAYS * 86_400_000)
  for (const { organizationId } of await db.withoutOrganization(allDoors)) {
    await db.transaction(systemContext(organizationId, newId(), 'cleaning'), async (tx) => {
      await tx.run(FORGET_OWN, [organizationId, before, SWEPT_MAX])
      await tx.run(FORGET_STAFF, [organizationId, before, SWEPT_MAX])
    })
  }
}

const FORGET_OWN = sqlText`
  delete from patient_draft where organization_id = $1 and id in (
    select id from patient_draft where organization_id = $1 and saved_at < $2 limit $3)`

// A file of the draft belongs to nothing again, as when a draft is emptied.
const FORGET_STAFF = sqlText`
  with gone as (
    delete from draft where organization_id = $1 and id in (
      select id from draft where organization_id = $1 and saved_at < $2 limit $3)
    returning id
  )
  update attachment set draft_id = null where organization_id = $1 and draft_id in (select id from gone) and message_id is null`
