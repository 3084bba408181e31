/** One PostgreSQL for a whole test run, with one migrated database that every test file copies (server/platform/test-database.ts). */
import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '#server/platform/embedded-postgres.ts'
import { migrate } from '#server/platform/migrate.ts'
import type {} from '#server/platform/test-database.ts'

const PREFIX = 'bedside-test-'
/** What a killed run left behind is removed after this many hours; no run takes that long. */
const LEFTOVER_HOURS = 6

export default async function startTestPostgres(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers()
  const folder = await mkdtemp(join(tmpdir(), PREFIX))
  // As root, PostgreSQL runs under another account, which has to enter here.
  await chmod(folder, 0o711)
  const server = await startEmbeddedPostgres({ dataFolder: join(folder, 'postgres'), durable: false })
  const stop = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await migrate(server.connections.owner, new Date())
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('postgres', {
    connections: { ...server.connections, admin: { ...server.connections.admin, database: 'postgres' } },
    template: server.connections.owner.database,
  })
  return stop
}

async function removeLeftovers(): Promise<void> {
  const oldest = Date.now() - LEFTOVER_HOURS * 3_600_000
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue
    const folder = join(tmpdir(), name)
    // It may be another user's, or be removed by another run in this moment.
    const made = await stat(folder).catch(() => undefined)
    if (made && made.mtimeMs < oldest && made.uid === process.getuid?.())
      await rm(folder, { recursive: true, force: true })
  }
}
