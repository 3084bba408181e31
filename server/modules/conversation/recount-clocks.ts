/** After a change of opening hours: the deadlines of every conversation that is not over, counted again (desk-D27). */
import { systemContext } from '#server/platform/context.ts'
import type { Database } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { keepDue } from './due.ts'
import { lockConversation } from './store.ts'

/** Conversations of one look. */
const BATCH = 200
const FIRST = '00000000-0000-0000-0000-000000000000'

/** Twice is once: a job that was broken off begins anew. */
export async function recountClocks(
  { db, hub, now }: { db: Database; hub: Hub; now: () => Date },
  organizationId: string,
): Promise<void> {
  const context = () => systemContext(organizationId, newId(), 'job recount-clocks')
  let after = FIRST
  for (;;) {
    const rows = await db.transaction(context(), (tx) => tx.run<{ id: string }>(NEXT, [organizationId, after, BATCH]))
    for (const { id } of rows) {
      await db.transaction(context(), async (tx) => {
        if (await lockConversation(tx, id)) await keepDue({ tx, now: now() }, id)
      })
      after = id
    }
    if (rows.length < BATCH) break
  }
  hub.wake(organizationId)
}

const NEXT = sqlText`
  select id from conversation
   where organization_id = $1 and id > $2 and state in ('open', 'waiting', 'snoozed') order by id limit $3`
