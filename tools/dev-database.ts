/** `node tools/dev-database.ts [folder]`: the database alone, for working on the code. Ctrl-C stops it. */
import { join } from 'node:path'
import { migrate } from '#server/platform/migrate.ts'
import { startEmbeddedPostgres } from '#server/platform/embedded-postgres.ts'
import { jsonLog } from '#server/platform/log.ts'

const folder = process.argv[2] ?? join(import.meta.dirname, '../data/postgres')
const database = await startEmbeddedPostgres({ dataFolder: folder, log: jsonLog(console.log) })
console.log(`socket folder   ${database.socketFolder}`)
for (const [role, { user, password, host, port, database: name }] of Object.entries(database.connections)) {
  const secret = password ? ` PGPASSWORD=${password}` : ''
  console.log(`${role.padEnd(15)} PGHOST=${host} PGPORT=${port} PGDATABASE=${name} PGUSER=${user}${secret}`)
}
if (!process.argv.includes('--no-migrate'))
  console.log('migrated', await migrate(database.connections.owner, new Date()))

const stop = () => void database.stop().then(() => process.exit(0))
process.once('SIGINT', stop).once('SIGTERM', stop)
