/**
 * The schema of a migrated database as SQL, read from its catalogue: what `server/db/schema.sql` holds.
 *
 * The order depends on names alone, so that a difference between two descriptions is a difference between two schemas. Run in an
 * empty database, the text makes the same schema again. What this cannot describe (an enum, a rule, ...) is an error, not a gap.
 * The job tables (schema `jobs`) are pg-boss's own and the monthly partitions come and go: neither is described.
 */
import type pg from 'pg'
import { MONTHLY_PARTITION, SCHEMAS, texts } from './catalogue.ts'
import { describeRelations, type Statements } from './describe-relations.ts'

export async function describeSchema(client: pg.ClientBase): Promise<string> {
  await refuseIndescribable(client)
  // Names outside pg_catalog are written in full only where the search path does not lead to them.
  const { rows: path } = await client.query<{ path: string }>(`select current_setting('search_path') as path`)
  await client.query('set search_path = public')
  try {
    const relations = await describeRelations(client)
    const parts: [string, string[]][] = [
      ['Extensions', await extensions(client)],
      ['Schemas', await schemas(client)],
      ['Functions', await functions(client)],
      ...describedTables(relations),
      ['Foreign keys', relations.foreignKeys],
      ['Views', relations.views],
      ['Triggers', relations.triggers],
      ['Row security', relations.rowSecurity],
      ['Grants', await grants(client)],
    ]
    const text = parts.filter(([, statements]) => statements.length > 0).map(asSection)
    return `${HEADER}\n${text.join('\n')}`
  } finally {
    await client.query(`select set_config('search_path', $1, false)`, [path[0]?.path])
  }
}

const HEADER = `-- The schema as the migrations make it. Written by \`npm run schema\`; a test compares it with the migrated database.

set check_function_bodies = off;
`

const asSection = ([title, statements]: [string, string[]]): string => `-- ${title}\n\n${statements.join('\n')}\n`

const describedTables = ({ tables }: Statements): [string, string[]][] =>
  tables.map(({ name, statements }) => [`Table ${name}`, statements])

async function refuseIndescribable(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select t.oid::regtype::text as name from pg_type t join pg_namespace n on n.oid = t.typnamespace
      where n.nspname = any ($1) and t.typtype in ('e', 'd', 'r', 'm')
        and not exists (select from pg_depend d where d.objid = t.oid and d.deptype = 'e')
     union all
     select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any ($1) and (c.relkind in ('m', 'f', 'c') or c.relkind = 'S' and not exists (
        select from pg_depend d where d.objid = c.oid and d.deptype in ('i', 'e')))
     union all
     select r.rulename || ' on ' || r.tablename from pg_rules r where r.schemaname = any ($1)
     union all
     select 'default privileges of ' || d.defaclrole::regrole from pg_default_acl d
     order by 1`,
    [SCHEMAS],
  )
  if (rows.length > 0)
    throw new Error(
      `tools/schema cannot describe ${rows.map(({ name }) => name).join(', ')}: teach it, or do without them`,
    )
}

async function extensions(client: pg.ClientBase): Promise<string[]> {
  return texts(
    client,
    `select format('create extension if not exists %I schema %I;', e.extname, n.nspname) as text
       from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname <> 'plpgsql' order by 1`,
  )
}

async function schemas(client: pg.ClientBase): Promise<string[]> {
  return texts(
    client,
    `select format('create schema %I;', nspname) as text from pg_namespace where nspname = any ($1) and nspname <> 'public' order by 1`,
  )
}

async function functions(client: pg.ClientBase): Promise<string[]> {
  return texts(
    client,
    `select rtrim(pg_get_functiondef(p.oid), E'\n') || E';\n'
         || coalesce(format('comment on function %s is ', p.oid::regprocedure) || quote_literal(obj_description(p.oid, 'pg_proc')) || E';\n', '') as text
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = any ($1) and p.prokind in ('f', 'p')
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      order by n.nspname collate "C", p.proname collate "C", pg_get_function_identity_arguments(p.oid) collate "C"`,
  )
}

/** Who may do what, beside the owner. A partition that only its parent is reached through has no line. */
async function grants(client: pg.ClientBase): Promise<string[]> {
  return texts(
    client,
    `with object as (
       select 'schema ' || quote_ident(nspname) as name, nspacl as acl, nspowner as owner from pg_namespace where nspname = any ($1)
       union all
       select 'table ' || c.oid::regclass, c.relacl, c.relowner from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = any ($1) and c.relkind in ('r', 'p', 'v') and not (c.relispartition and c.relname ~ '${MONTHLY_PARTITION}')
       union all
       select 'function ' || p.oid::regprocedure, p.proacl, p.proowner from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = any ($1) and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e'))
     select format('grant %s on %s to %s;', string_agg(lower(privilege_type), ', ' order by privilege_type), name, role) as text
       from object, aclexplode(acl) a, lateral (select case grantee when 0 then 'public' else grantee::regrole::text end as role) r
      where grantee <> owner
        -- Everybody may look up names in public, from the start of every database.
        and not (name = 'schema public' and grantee = 0)
      group by name, role order by name collate "C", role collate "C"`,
  )
}
