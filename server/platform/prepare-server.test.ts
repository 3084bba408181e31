import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { prepareServer, withClient } from './prepare-server.ts'

test('trust-D6 a server of your own is prepared, and again without harm; row security lets search use its index', async () => {
  const { connections } = inject('postgres')
  const database = `prepared_${randomBytes(6).toString('hex')}`
  const connect = (name: string) => ({ ...connections.admin, database: name })
  const passwords = {
    bedside_owner: connections.owner.password ?? '',
    bedside_app: connections.app.password ?? '',
    bedside_linker: connections.linker.password ?? '',
    bedside_report: connections.report.password ?? '',
  }
  try {
    for (let time = 0; time < 2; time++)
      expect(await prepareServer(connect, passwords, database)).toEqual({ searchesByIndex: true })
    const asked = await withClient({ ...connections.app, database }, (client) =>
      client.query(
        `select proleakproof as "isLeakproof", (select pg_get_userbyid(datdba) from pg_database where datname = current_database()) as owner
           from pg_proc where proname = 'ts_match_vq'`,
      ),
    )
    expect(asked.rows).toEqual([{ isLeakproof: true, owner: 'bedside_owner' }])
  } finally {
    await withClient(connections.admin, (client) =>
      client.query(`drop database if exists ${pg.escapeIdentifier(database)} with (force)`),
    )
  }
})
