/** The TypeScript types of the migrated database's tables: what `server/platform/database-types.ts` holds. */
import { generate, PostgresDialect as CodegenDialect } from 'kysely-codegen'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { SCHEMAS } from './catalogue.ts'

export async function describeTypes(connection: pg.PoolConfig): Promise<string> {
  const pool = new pg.Pool({ ...connection, max: 1 })
  // A line that is still being closed when the server stops has nothing more to say.
  pool.on('error', () => undefined)
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    return await generate({
      db,
      dialect: new CodegenDialect({ partitions: false }),
      includePattern: `{${SCHEMAS.join(',')}}.*`,
      outFile: null,
    })
  } finally {
    await db.destroy()
  }
}
