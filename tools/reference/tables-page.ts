/** Every table with its columns and keys, from the catalogue of the migrated database. */
import type pg from 'pg'
import { RLS_EXCEPTIONS } from '#server/db/rls-exceptions.ts'
import { SCHEMAS } from '../schema/catalogue.ts'
import { tableRows } from './table-rows.ts'

type Column = {
  table: string
  about: string | null
  column: string
  type: string
  needed: boolean
  words: string | null
}
type Key = { table: string; name: string; definition: string }

export async function tablesPage(client: pg.ClientBase): Promise<string> {
  const { rows: columns } = await client.query<Column>(COLUMNS, [SCHEMAS])
  const { rows: keys } = await client.query<Key>(KEYS, [SCHEMAS])
  const tables = Map.groupBy(columns, ({ table }) => table)
  const sections = [...tables].map(([table, its]) =>
    describe(
      table,
      its,
      keys.filter((key) => key.table === table),
    ),
  )
  return `# Tables

Every table of the schema, from the migrated database. The SQL is \`server/db/schema.sql\`, the reasons stand in the migrations.
Written by \`npm run reference\`.

${sections.join('\n\n')}
`
}

function describe(table: string, columns: Column[], keys: Key[]): string {
  const exception = RLS_EXCEPTIONS[table]
  return [
    `## ${table}`,
    columns[0]?.about ?? '',
    exception ? `Outside row security: ${exception}` : '',
    tableRows(
      ['column', 'type', 'needed', 'meaning'],
      columns.map(({ column, type, needed, words }) => [`\`${column}\``, type, needed ? 'yes' : '', words ?? '']),
    ),
    keys.map(({ name, definition }) => `- \`${name}\`: ${definition}`).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

const COLUMNS = `
  select case n.nspname when 'public' then c.relname else n.nspname || '.' || c.relname end as table,
         obj_description(c.oid, 'pg_class') as about, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
         a.attnotnull and not a.atthasdef and a.attidentity = '' as needed, col_description(c.oid, a.attnum) as words
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
   where n.nspname = any ($1) and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
   order by n.nspname = 'auth', c.relname collate "C", a.attnum`

const KEYS = `
  select case n.nspname when 'public' then c.relname else n.nspname || '.' || c.relname end as table, k.conname as name,
         pg_get_constraintdef(k.oid, true) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = any ($1) and not c.relispartition and k.contype in ('p', 'u', 'f', 'x')
   order by array_position('{p,u,x,f}', k.contype::text), k.conname collate "C"`
