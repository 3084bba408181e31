/**
 * A database of its own for a test file: `const { database } = await testDatabase()` at the top of the file.
 *
 * It is a copy of one that was migrated once per run, on the same PostgreSQL that the product brings (tools/test-postgres.ts starts
 * it). It is dropped after the file's last test.
 */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { openDatabase, type Database } from './database.ts'
import { databaseStatements } from './database-roles.ts'
import type { PostgresConnections } from './embedded-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { connections: PostgresConnections; template: string }
  }
}

export type TestDatabase = {
  /** The product's own door, as the role `bedside_app`. */
  database: Database
  connections: PostgresConnections
  /** For looking behind the door, as the superuser: no row security applies. */
  look<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>
}

/** Small, so that a test which forgets to give a connection back fails soon. */
const POOL_SIZE = 5

export async function testDatabase({ poolSize = POOL_SIZE } = {}): Promise<TestDatabase> {
  const { connections: server, template } = inject('postgres')
  const name = `test_${randomBytes(8).toString('hex')}`
  await asAdmin(server, [
    // Its files are copied as they are: through the log, each block would be written twice.
    `create database ${name} template ${template} owner bedside_owner strategy file_copy`,
    ...databaseStatements(name),
  ])

  const of = (connection: PostgresConnections['app']) => ({ ...connection, database: name })
  const connections: PostgresConnections = {
    owner: of(server.owner),
    app: of(server.app),
    linker: of(server.linker),
    report: of(server.report),
    admin: of(server.admin),
  }
  const database = openDatabase(connections.app, poolSize)
  const admin = new pg.Pool({ ...connections.admin, max: 1 })
  // A test may stop the server or cut its sessions; an idle connection that dies is no failure of ours.
  admin.on('error', () => undefined)
  afterAll(async () => {
    await Promise.all([database.close(), admin.end()])
    await asAdmin(server, [untilAllHaveLeft(name), `drop database if exists ${name} with (force)`])
  })
  return {
    database,
    connections,
    look: async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await admin.query<Row>(text, values)).rows,
  }
}

/** A pool has ended before its sessions have; cut off in between, one would tell an error to nobody. Two seconds at most. */
const untilAllHaveLeft = (name: string): string => `
  do $$ begin
    for i in 1..100 loop
      exit when not exists (select from pg_stat_activity where datname = '${name}');
      perform pg_sleep(0.02), pg_stat_clear_snapshot();
    end loop;
  end $$`

async function asAdmin(server: PostgresConnections, statements: string[]): Promise<void> {
  const client = new pg.Client(server.admin)
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
