/**
 * What is open in a queue that was taken out of use goes on in its successor (decision 0120). As the system: also what the administrator may not
 * read. Looked for again each minute, so that what an undo brings back, or a process routed by what it knew before, does not stay.
 */
import { systemContext } from '#server/platform/context.ts'
import type { Database } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { followQueue } from './change-conversation.ts'
import { lockConversation } from './store.ts'

/** Conversations of one transaction. */
const BATCH = 50
/** Batches of one run; the next run goes on. */
const BATCHES_MAX = 400

export async function emptyRetiredQueues(
  { db, jobs, hub, now }: { db: Database; jobs: Jobs; hub: Hub; now: () => Date },
  organizationId: string,
): Promise<void> {
  let after: string | null = null
  for (let batch = 0; batch < BATCHES_MAX; batch++) {
    const seen: readonly { id: string }[] = await db.transaction(
      systemContext(organizationId, newId(), 'job empty-queue'),
      async (tx) => {
        const rows = await tx.run<{ id: string; successorId: string }>(LEFT, [organizationId, BATCH, after])
        for (const { id, successorId } of rows) {
          const conversation = await lockConversation(tx, id)
          if (conversation) await followQueue({ tx, jobs, hub, now: now() }, conversation, successorId)
        }
        return rows
      },
    )
    // What did not move, or came back, is looked at again by the next run, not by this one.
    after = seen.at(-1)?.id ?? null
    if (seen.length < BATCH) return
  }
}

// Two processes look at once: what one has in hand the other passes over.
const LEFT = sqlText`
  select c.id, q.successor_id as "successorId"
    from queue q join conversation c on c.organization_id = $1 and c.queue_id = q.id and c.state in ('open', 'waiting', 'snoozed')
   where q.organization_id = $1 and q.retired_at is not null and ($3::uuid is null or c.id > $3)
   order by c.id limit $2 for no key update of c skip locked`
