/** What a measurement asks the database by a way of its own, which is not cut; while the database is down it asks again. */
import { setTimeout as sleep } from 'node:timers/promises'
import { systemContext } from '#server/platform/context.ts'
import type { Database } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { organizationId } from '../e2e/setup/sessions.ts'

const TRIES = 300
const AGAIN_MS = 200

export async function asked<Row extends Record<string, unknown>>(
  db: Database,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  for (let tries = 0; ; tries++) {
    try {
      return await db.transaction(systemContext(organizationId, newId(), 'bench'), (tx) => tx.run<Row>(text, values))
    } catch (error) {
      if (tries > TRIES) throw error
      await sleep(AGAIN_MS)
    }
  }
}
