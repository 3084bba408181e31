/** What of the catalogue is ours. */
import type pg from 'pg'

/** The schemas that our migrations fill. */
export const SCHEMAS = ['auth', 'public'] as const
/** The name of a monthly partition, which a job makes ahead and drops in time: not part of the schema. */
export const MONTHLY_PARTITION = '_[0-9]{4}_[0-9]{2}$'

/** The column `text` of `query`, whose `$1` is the list of our schemas. */
export async function texts(client: pg.ClientBase, query: string): Promise<string[]> {
  const { rows } = await client.query<{ text: string }>(query, query.includes('$1') ? [SCHEMAS] : [])
  return rows.map(({ text }) => text)
}
