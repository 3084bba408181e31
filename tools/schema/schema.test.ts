/** What the migrations make, what stands in the repository, and what the tool says are one and the same. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import { NO_MIGRATIONS } from 'kysely/migration'
import pg from 'pg'
import { expect, test } from 'vitest'
import type { PostgresConnection } from '#server/platform/embedded-postgres.ts'
import { migrate, migratorOf } from '#server/platform/migrate.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { writtenPages } from '../reference/written-pages.ts'
import { describeSchema } from './describe-schema.ts'
import { writtenSchema } from './written-schema.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const { connections, look } = await testDatabase()

test('schema.sql and the database types are those of the migrated database (`npm run schema`)', async () => {
  for (const [path, text] of Object.entries(await writtenSchema(connections.owner)))
    expect(await readFile(join(ROOT, path), 'utf8'), path).toBe(text)
})

test('the reference pages are those of the contract and the migrated database (`npm run reference`)', async () => {
  for (const [path, text] of Object.entries(await writtenPages(connections.owner)))
    expect(await readFile(join(ROOT, path), 'utf8'), path).toBe(text)
})

test('schema.sql makes the schema that it describes', async () => {
  const written = await readFile(join(ROOT, 'server/db/schema.sql'), 'utf8')
  const empty = { ...connections.owner, database: `${connections.owner.database}_from_sql` }
  await look(`create database ${empty.database} owner bedside_owner`)
  try {
    await withClient(empty, (client) => client.query(written))
    expect(await described(empty)).toBe(written)
  } finally {
    await look(`drop database ${empty.database} with (force)`)
  }
})

test('a schema that the tool cannot describe is an error, not a gap', async () => {
  await withClient(connections.owner, async (client) => {
    await client.query(`begin; create type mood as enum ('good', 'bad')`)
    await expect(describeSchema(client)).rejects.toThrow('cannot describe mood')
    await client.query('rollback')
  })
})

test('all migrations down and up again make the same schema', async () => {
  const before = await described(connections.owner)
  const pool = new pg.Pool({ ...connections.owner, max: 1 })
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const { error } = await migratorOf(db).migrateTo(NO_MIGRATIONS)
  await db.destroy()
  expect(error).toBeUndefined()
  expect(await described(connections.owner)).not.toContain('create table')

  expect(await migrate(connections.owner, new Date())).not.toEqual([])
  expect(await described(connections.owner)).toBe(before)
  expect(await migrate(connections.owner, new Date())).toEqual([])
})

const described = (connection: PostgresConnection): Promise<string> => withClient(connection, describeSchema)

async function withClient<T>(connection: PostgresConnection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
