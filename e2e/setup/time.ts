/**
 * Lets what waits for its moment happen now, in a product that runs on the real clock: the row's own time and its job in the queue are
 * brought forward, and the product's own worker does the rest.
 */
import { join } from 'node:path'
import { systemContext } from '#server/platform/context.ts'
import { openDatabase, type Database, type Transaction } from '#server/platform/database.ts'
import { startEmbeddedPostgres } from '#server/platform/embedded-postgres.ts'
import { newId } from '#server/platform/id.ts'
import { organizationId } from './sessions.ts'

/** A way of this process to the database of a running product. */
export async function databaseOf(dataFolder: string): Promise<Database> {
  const { connections } = await startEmbeddedPostgres({ dataFolder: join(dataFolder, 'postgres') })
  return openDatabase(connections.app, 1)
}

export async function inDatabaseOf<T>(dataFolder: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const db = await databaseOf(dataFolder)
  try {
    return await db.transaction(systemContext(organizationId, newId(), 'test'), work)
  } finally {
    await db.close()
  }
}

/** The minute of the red-flag ladder is over. */
export const ladderMinuteOver = (dataFolder: string, alertId: string): Promise<unknown> =>
  inDatabaseOf(dataFolder, async (tx) => {
    await tx.run(`update safety_alert set next_step_at = now() where organization_id = $1 and id = $2`, [
      organizationId,
      alertId,
    ])
    await tx.run(
      `update jobs.job set start_after = now(), data = data || jsonb_build_object('due', now()) where name = 'alert-ladder' and data->>'id' = $1`,
      [alertId],
    )
  })
