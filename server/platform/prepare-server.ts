/** Brings a PostgreSQL server to the state the product starts on: its roles, its database, who may connect (trust-D6). */
import pg from 'pg'
import {
  databaseStatements,
  refusePowerfulRoles,
  roleStatements,
  SEARCH_BY_INDEX,
  type DatabaseRole,
} from './database-roles.ts'

/** PostgreSQL: the connection may not do this. */
const MAY_NOT = '42501'

/**
 * @param connect a connection as administrator to the database of this name.
 * @returns whether search may use its index; false where only the provider of a managed server may say so.
 * @throws Error when a role has too much, or the connection may not make roles or databases.
 */
export async function prepareServer(
  connect: (database: string) => pg.ClientConfig,
  passwords: Record<DatabaseRole, string>,
  database: string,
): Promise<{ searchesByIndex: boolean }> {
  await withClient(connect('postgres'), async (client) => {
    for (const statement of roleStatements(passwords)) await client.query(statement)
    await refusePowerfulRoles(client)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(database)} owner bedside_owner`)
    for (const statement of databaseStatements(database)) await client.query(statement)
  })
  return withClient(connect(database), async (client) => {
    try {
      await client.query(SEARCH_BY_INDEX)
      return { searchesByIndex: true }
    } catch (error) {
      if ((error as { code?: string }).code !== MAY_NOT) throw error
      return { searchesByIndex: false }
    }
  })
}

export async function withClient<T>(connection: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
