/**
 * `npm run db:roles`: prepares a PostgreSQL of your own, once and after each update; it can be repeated. Speaks to
 * `DATABASE_ADMIN_URL` (a role that may make roles and databases) and takes names and passwords from `DATABASE_URL` (bedside_app) and
 * `DATABASE_OWNER_URL` (bedside_owner).
 */
import { randomBytes } from 'node:crypto'
import { prepareServer } from '#server/platform/prepare-server.ts'

/** Nobody signs in as these from outside until an administrator gives them a password. */
const unknown = () => randomBytes(24).toString('base64url')

async function main(): Promise<number> {
  const [admin, app, owner] = ['DATABASE_ADMIN_URL', 'DATABASE_URL', 'DATABASE_OWNER_URL'].map((name) => urlOf(name))
  if (!admin || !app || !owner) {
    return say(
      'Set DATABASE_ADMIN_URL, DATABASE_URL and DATABASE_OWNER_URL, each postgres://user:password@host/bedside.',
      2,
    )
  }
  if (app.username !== 'bedside_app' || owner.username !== 'bedside_owner') {
    return say('DATABASE_URL is for bedside_app, DATABASE_OWNER_URL for bedside_owner.', 2)
  }
  const passwords = {
    bedside_owner: decodeURIComponent(owner.password),
    bedside_app: decodeURIComponent(app.password),
    bedside_linker: unknown(),
    bedside_report: unknown(),
  }
  const connect = (database: string) => {
    const url = new URL(admin)
    url.pathname = `/${database}`
    return { connectionString: url.href }
  }
  const database = app.pathname.slice(1)
  const { searchesByIndex } = await prepareServer(connect, passwords, database)
  return say(
    searchesByIndex
      ? `The roles and the database ${database} are ready.`
      : `The roles and the database ${database} are ready. Search will read every message: only a superuser may mark its operator (docs/decisions/0110-search-gathers-or-walks.md).`,
    0,
  )
}

function urlOf(name: string): URL | undefined {
  const text = process.env[name]
  return text && URL.canParse(text) ? new URL(text) : undefined
}

function say(text: string, status: number): number {
  process.stdout.write(`${text}\n`)
  return status
}

process.exitCode = await main()
