/**
 * The database roles: who may do what, whichever server it is.
 *
 * Bedside's own server runs this at every start; for a managed server an administrator runs `npm run db:roles` once and after each
 * update. It can be repeated safely. Grants on tables are given by the migrations, beside the tables.
 *
 * The extensions `btree_gist`, `pg_trgm` and `unaccent` are trusted extensions of PostgreSQL: the owner of the database may create
 * them without being a superuser.
 */
import pg from 'pg'

export const DATABASE_ROLES = ['bedside_owner', 'bedside_app', 'bedside_linker', 'bedside_report'] as const
export type DatabaseRole = (typeof DATABASE_ROLES)[number]

/**
 * Limits of one statement, one wait for a lock, and one idle transaction. Source: trust-D9. No statement of a screen is worth the
 * start of a second process: that took longer than the page of a list.
 */
const APP_LIMITS = {
  statement_timeout: '10s',
  lock_timeout: '2s',
  idle_in_transaction_session_timeout: '10s',
  max_parallel_workers_per_gather: '0',
}
/** A report reads many rows, but never writes and never holds others up. */
const REPORT_LIMITS = {
  ...APP_LIMITS,
  statement_timeout: '60s',
  max_parallel_workers_per_gather: '2',
  default_transaction_read_only: 'on',
}
/** A migration waits its turn instead of queueing everybody behind its lock. */
const OWNER_LIMITS = { lock_timeout: '10s', idle_in_transaction_session_timeout: '60s' }

const SETTINGS: Record<DatabaseRole, Record<string, string>> = {
  bedside_owner: OWNER_LIMITS,
  bedside_app: APP_LIMITS,
  bedside_linker: APP_LIMITS,
  bedside_report: REPORT_LIMITS,
}

const ATTRIBUTES = 'login nocreatedb nocreaterole noinherit'

/** The statements that bring the roles to the state above. The connection needs the right to make roles. */
export function roleStatements(passwords: Record<DatabaseRole, string>): string[] {
  return DATABASE_ROLES.flatMap((role) => [
    // Two servers may start at once on one cluster: a role that was just made by the other is no error.
    `do $$ begin create role ${role}; exception when duplicate_object or unique_violation then null; end $$`,
    `alter role ${role} ${ATTRIBUTES} password ${pg.escapeLiteral(passwords[role])}`,
    ...Object.entries(SETTINGS[role]).map(
      ([name, value]) => `alter role ${role} set ${name} = ${pg.escapeLiteral(value)}`,
    ),
  ])
}

/**
 * Refuses roles that someone gave too much: a superuser or a role with BYPASSRLS is not held by row security, and a member of
 * another role can become it. (A managed server lets nobody but itself take these away, so this asks instead of setting.)
 */
export async function refusePowerfulRoles(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ role: string }>(
    `select rolname as role from pg_roles
      where rolname = any($1)
        and (rolsuper or rolbypassrls or rolreplication or exists (select from pg_auth_members where member = pg_roles.oid))`,
    [DATABASE_ROLES],
  )
  if (rows.length === 0) return
  const names = rows.map(({ role }) => role).join(', ')
  throw new Error(
    `The database roles ${names} pass row security or belong to other roles. Take that away, then start again.`,
  )
}

/**
 * Run in the product's database by whoever may: row security asks an index only with operators that tell nothing of other rows, and
 * PostgreSQL does not say this of `@@`. It raises no error and says nothing but yes or no; without the word search reads every message.
 */
export const SEARCH_BY_INDEX = 'alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof'

/** Who may connect to a database. Its owner (bedside_owner) alone may make schemas and tables in it. */
export function databaseStatements(database: string): string[] {
  const name = pg.escapeIdentifier(database)
  return [
    `revoke all on database ${name} from public`,
    `grant connect on database ${name} to bedside_app, bedside_linker, bedside_report`,
  ]
}
