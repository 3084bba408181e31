/** What `npm run reference` writes, by path: each page with the text that it must have. */
import pg from 'pg'
import { format, resolveConfig } from 'prettier'
import type { PostgresConnection } from '#server/platform/embedded-postgres.ts'
import { errorsPage } from './errors-page.ts'
import { routesPage } from './routes-page.ts'
import { tablesPage } from './tables-page.ts'

export async function writtenPages(connection: PostgresConnection): Promise<Record<string, string>> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const pages = { errors: errorsPage(), routes: routesPage(), tables: await tablesPage(client) }
    const written: Record<string, string> = {}
    for (const [name, text] of Object.entries(pages)) {
      const path = `docs/reference/${name}.md`
      written[path] = await format(text, { ...(await resolveConfig(path)), filepath: path })
    }
    return written
  } finally {
    await client.end()
  }
}
