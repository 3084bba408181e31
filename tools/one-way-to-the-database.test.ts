/** trust-D7: a query runs in a transaction that said for whom it runs, and what it says is over with the transaction. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

/** Who may hold a connection of its own, and why none of them reads a row of an organization by it. */
const CONNECTIONS: Record<string, string> = {
  'server/platform/database.ts': 'the wrapper itself',
  'server/platform/database-roles.ts': 'escapes passwords, when roles are made',
  'server/platform/journal-partitions.ts': 'makes and drops months, as the owner',
  'server/platform/migrate.ts': 'makes tables, as the owner',
  'server/platform/prepare-server.ts': 'makes roles and the database, as their administrator',
  'server/platform/realtime.ts': 'listens and notifies; it selects from no table',
  'server/platform/jobs.ts': "pg-boss reads and writes its own schema; a job is sent in the caller's transaction",
  'server/platform/test-database.ts': 'makes databases for tests',
}

const FORBIDDEN: [pattern: RegExp, what: string][] = [
  [/set_config\([^)]*,\s*false\s*\)/i, 'a setting that outlives its transaction'],
  [/\bset\s+(session\s+|local\s+)?"?app\./i, 'a setting outside the wrapper'],
  [/\bset\s+(session\s+|local\s+)?role\b/i, 'another role'],
  [/\bset\s+session\s+authorization\b/i, 'another role'],
  [/\bset_config\(/i, 'a setting outside the wrapper'],
  [/\bstatement_timeout\b/i, 'another limit than that of the role'],
]
const OWN_CONNECTION = /^import (?!type\b).*from '(pg|pg-boss|postgres)'/m

/** What in a file's text goes around the wrapper. */
function faultsIn(path: string, text: string): string[] {
  const faults = path in CONNECTIONS || !OWN_CONNECTION.test(text) ? [] : ['a connection of its own']
  if (path === 'server/platform/database.ts' || path === 'server/platform/database-roles.ts') return faults
  return [...faults, ...FORBIDDEN.filter(([pattern]) => pattern.test(text)).map(([, what]) => what)]
}

test('trust-D7 no file sets what outlives a transaction, takes another role, or opens a connection of its own', async () => {
  const files = await sources()
  expect(files.length).toBeGreaterThan(150)
  const found: Record<string, string[]> = {}
  for (const path of files) {
    const faults = faultsIn(path, await readFile(join(ROOT, path), 'utf8'))
    if (faults.length > 0) found[path] = faults
  }
  expect(found).toEqual({})
  expect(Object.keys(CONNECTIONS).filter((path) => !files.includes(path))).toEqual([])
})

test('trust-D7 each way around the wrapper would be seen', () => {
  const planted = 'server/modules/desk/store.ts'
  expect(faultsIn(planted, `import { PgBoss } from 'pg-boss'`)).toEqual(['a connection of its own'])
  expect(faultsIn(planted, `import pg from 'pg'\nconst pool = new pg.Pool()`)).toEqual(['a connection of its own'])
  expect(faultsIn(planted, `import type pg from 'pg'`)).toEqual([])
  for (const text of [
    `tx.run("select set_config('app.organization', $1, false)", [id])`,
    `SELECT set_config( 'app.scope' , $1 , FALSE )`,
    `set app.organization = 'x'`,
    `SET LOCAL app.scope TO 'organization'`,
    `set session "app.labels" = '-'`,
    'SET ROLE bedside_owner',
    'set local role bedside_owner',
    'set session authorization bedside_owner',
    'set local statement_timeout = 0',
  ])
    expect(faultsIn(planted, text), text).not.toEqual([])
  expect(faultsIn('server/platform/migrate.ts', `set app.organization = 'x'`)).not.toEqual([])
})

/** The product's sources; tests look behind the wrapper, that is what they are for. */
async function sources(): Promise<string[]> {
  const found = await Promise.all(
    ['server', 'demo'].map(async (folder) => {
      const names = await readdir(join(ROOT, folder), { recursive: true })
      return names.filter((name) => /(?<!\.test)\.(ts|sql)$/.test(name)).map((name) => join(folder, name))
    }),
  )
  // The schema's own functions read the settings, and a migration runs once, as the owner.
  return found.flat().filter((path) => !path.startsWith('server/db/'))
}
