/** What `npm run schema` writes, by path: each file with the text that it must have. */
import pg from 'pg'
import type { PostgresConnection } from '#server/platform/embedded-postgres.ts'
import { describeSchema } from './describe-schema.ts'
import { describeTypes } from './describe-types.ts'

export async function writtenSchema(connection: PostgresConnection): Promise<Record<string, string>> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return {
      'server/db/schema.sql': await describeSchema(client),
      'server/platform/database-types.ts': await describeTypes(connection),
    }
  } finally {
    await client.end()
  }
}
