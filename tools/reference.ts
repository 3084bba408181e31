/** `npm run reference`: writes the pages of `docs/reference` from the contract and the migrated database. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { writtenPages } from './reference/written-pages.ts'
import { withMigratedDatabase } from './schema/migrated-database.ts'

for (const [path, text] of Object.entries(await withMigratedDatabase(writtenPages))) {
  const file = join(import.meta.dirname, '..', path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
  process.stdout.write(`${path}\n`)
}
