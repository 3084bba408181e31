/** A database of the moment, migrated by its owner, for tools that read the catalogue. */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres, type PostgresConnection } from '#server/platform/embedded-postgres.ts'
import { migrate } from '#server/platform/migrate.ts'

export async function withMigratedDatabase<T>(work: (owner: PostgresConnection) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-schema-'))
  // As root, PostgreSQL runs under another account, which has to enter here.
  await chmod(folder, 0o711)
  const server = await startEmbeddedPostgres({ dataFolder: join(folder, 'postgres'), durable: false })
  try {
    await migrate(server.connections.owner, new Date())
    return await work(server.connections.owner)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
