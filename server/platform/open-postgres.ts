/** The database of an installation: the built-in one, or the one that its configuration names. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import type { Config } from './config.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { silentLog, type Log } from './log.ts'

export type OpenPostgres = {
  owner: pg.PoolConfig
  app: pg.PoolConfig
  /** Ends the built-in one where no other process uses it. */
  stop(): Promise<void>
}

export async function openPostgres(
  { database, dataFolder }: Pick<Config, 'database' | 'dataFolder'>,
  log: Log = silentLog,
): Promise<OpenPostgres> {
  if (database) return { ...database, stop: async () => undefined }
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const embedded = await startEmbeddedPostgres({ dataFolder: join(dataFolder, 'postgres'), log })
  return { ...embedded.connections, stop: () => embedded.stop() }
}
