/** `npm run policies`: what a migration must say so that row security is what the policies say. Nothing, when it is. */
import pg from 'pg'
import { rowSecurityChanges } from '#server/db/row-security.ts'
import { withMigratedDatabase } from './schema/migrated-database.ts'

await withMigratedDatabase(async (owner) => {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    for (const text of (await rowSecurityChanges(client)).values()) process.stdout.write(`${text};\n`)
  } finally {
    await client.end()
  }
})
