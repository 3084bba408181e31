/**
 * Whether the row security of a database is what the policies say, and the statements that would make it so.
 *
 * The policies are made in a transaction that is rolled back, and the catalogue is read before and after: the server itself says when two
 * texts are one. Must run as the owner of the tables.
 */
import type pg from 'pg'
import type { RowSecurity } from '#engines/access-policy/compile.ts'
import { rowSecurityOf } from './row-policies.ts'

type Held = { policy: string; command: string; isPermissive: boolean; using: string | null; check: string | null }
type Table = { name: string; isPartition: boolean }

/** @returns by table and policy, what must be said to the database; none when it holds what the policies say. */
export async function rowSecurityChanges(client: pg.ClientBase): Promise<Map<string, string>> {
  const { rows: tables } = await client.query<Table>(TABLES)
  const before = await heldBy(client)
  const meant = new Map(
    tables.flatMap(({ name, isPartition }) =>
      rowSecurityOf(name, { isPartition }).map((one) => [`${one.name} on ${name}`, one] as const),
    ),
  )
  await client.query('begin')
  try {
    await client.query([...before.keys()].map((policy) => `drop policy ${policy}`).join(';'))
    await client.query([...meant].map(([policy, one]) => created(policy, one)).join(';'))
    const after = await heldBy(client)
    const changes = new Map<string, string>()
    for (const policy of before.keys()) if (!after.has(policy)) changes.set(policy, `drop policy ${policy}`)
    for (const [policy, one] of meant) {
      const [old, next] = [before.get(policy), after.get(policy)]
      if (JSON.stringify(old) === JSON.stringify(next)) continue
      changes.set(policy, old ? `drop policy ${policy};\n${created(policy, one)}` : created(policy, one))
    }
    return changes
  } finally {
    await client.query('rollback')
  }
}

async function heldBy(client: pg.ClientBase): Promise<Map<string, Held>> {
  const { rows } = await client.query<Held>(HELD)
  return new Map(rows.map((row) => [row.policy, row]))
}

/** The first rule opens the rows of the organization, each other one closes some of them. */
export const created = (policy: string, { name, command, using, check }: RowSecurity): string =>
  [
    `create policy ${policy}${name === 'organization_isolation' ? '' : ' as restrictive'} for ${command}`,
    ...(using === null ? [] : [`using (${using})`]),
    ...(check === null ? [] : [`with check (${check})`]),
  ].join('\n  ')

const TABLES = `
  select relname as name, relispartition as "isPartition" from pg_class
   where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname`

const HELD = `
  select polname || ' on ' || relname as policy, polcmd::text as command, polpermissive as "isPermissive",
         pg_get_expr(polqual, polrelid) as using, pg_get_expr(polwithcheck, polrelid) as check
    from pg_policy join pg_class on pg_class.oid = polrelid where relnamespace = 'public'::regnamespace order by relname, polname`
