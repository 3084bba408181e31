/** `npm run schema`: writes `server/db/schema.sql` and `server/platform/database-types.ts` as the migrations make them. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withMigratedDatabase } from './schema/migrated-database.ts'
import { writtenSchema } from './schema/written-schema.ts'

for (const [path, text] of Object.entries(await withMigratedDatabase(writtenSchema))) {
  await writeFile(join(import.meta.dirname, '..', path), text)
  process.stdout.write(`${path}\n`)
}
