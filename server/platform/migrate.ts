/**
 * Brings a database to the newest schema: the plain SQL files of server/db/migrations, in the order of their names.
 *
 * A file has two parts, `-- migrate:up` and `-- migrate:down`. A shipped file is never edited. Runs as the owner role.
 */
import { readdir, readFile } from 'node:fs/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import pg from 'pg'
import { keepJournalPartitions } from './journal-partitions.ts'

/** SQLSTATE lock_not_available. */
const LOCK_TIMEOUT = '55P03'

const FOLDER = new URL('../db/migrations/', import.meta.url)

export async function migrate(connection: pg.PoolConfig, now: Date): Promise<string[]> {
  const pool = new pg.Pool({ ...connection, max: 1 })
  // A line that is still being closed when the server stops has nothing more to say.
  pool.on('error', () => undefined)
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    const { error, results } = await migratorOf(db).migrateToLatest()
    if (error) throw error
    // Months are made a year ahead: who reads the journal just now keeps no process from starting.
    await keepJournalPartitions(connection, now).catch((error: unknown) => {
      if ((error as { code?: unknown }).code !== LOCK_TIMEOUT) throw error
    })
    return (results ?? []).map((result) => result.migrationName)
  } finally {
    await db.destroy()
  }
}

/**
 * Tells the planner what the tables hold. After a schema change or a large load it would else guess one row per organization, and
 * keep the plans made from that guess until autovacuum comes by. Runs as the owner role.
 */
export async function refreshStatistics(connection: pg.PoolConfig): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

/** Exported for the test that goes all the way down and up again; the product only goes up. */
export const migratorOf = (db: Kysely<unknown>): Migrator =>
  new Migrator({
    db,
    provider: { getMigrations: readMigrations },
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
    migrationTableSchema: 'migration',
  })

async function readMigrations(): Promise<Record<string, Migration>> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort()
  const migrations: Record<string, Migration> = {}
  for (const name of names) {
    const { up, down } = splitMigration(name, await readFile(new URL(name, FOLDER), 'utf8'))
    migrations[name.replace(/\.sql$/, '')] = {
      up: async (db) => void (await sql.raw(up).execute(db)),
      down: async (db) => void (await sql.raw(down).execute(db)),
    }
  }
  return migrations
}

function splitMigration(name: string, text: string): { up: string; down: string } {
  const [head, up, down] = text.split(/^-- migrate:(?:up|down)$/m)
  if (head?.trim() !== '' || !up || !down)
    throw new Error(`${name} needs -- migrate:up and -- migrate:down, in this order`)
  return { up, down }
}
