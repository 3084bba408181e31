/**
 * What in a database's catalogue breaks the promises of isolation (trust-D6, D8, D9), each as one sentence that names the object.
 *
 * None is the only good answer. It reads the catalogue and not the migrations, so it also sees what somebody changed by hand.
 */
import type pg from 'pg'
import { DATABASE_ROLES } from '#server/platform/database-roles.ts'
import {
  DEFINER_EXCEPTIONS,
  LABEL_EXCEPTIONS,
  RLS_EXCEPTIONS,
  SCHEMA_EXCEPTIONS,
  WORDLESS_TABLES,
} from './rls-exceptions.ts'

export async function catalogueFaults(client: pg.ClientBase): Promise<string[]> {
  const faults: string[] = []
  for (const query of [
    ROW_SECURITY,
    POLICIES,
    LABELS,
    WORDS,
    PARTITIONS,
    VIEWS,
    DEFINERS,
    KEYS,
    GRANTS,
    OWNERS,
    ROLES,
    STALE,
  ]) {
    const { rows } = await client.query<{ fault: string }>(`${OURS} ${query} order by fault`, [
      Object.keys(RLS_EXCEPTIONS),
      Object.keys(SCHEMA_EXCEPTIONS),
      Object.keys(LABEL_EXCEPTIONS),
      Object.keys(DEFINER_EXCEPTIONS),
      DATABASE_ROLES,
      Object.keys(WORDLESS_TABLES),
    ])
    faults.push(...rows.map(({ fault }) => fault))
  }
  return faults
}

/** `ours`: every relation outside the listed schemas; `held`: the tables among them that row security must hold. */
const OURS = `
  with recursive parameters as (select $1::text[] as tables, $2::text[] as schemas, $3::text[] as labelled, $4::text[] as definers, $5::text[] as roles,
    $6::text[] as wordless),
  ours as (
    select c.*, case n.nspname when 'public' then c.relname else n.nspname || '.' || c.relname end as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, parameters
     where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and n.nspname <> all (parameters.schemas)
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')),
  held as (select ours.* from ours, parameters where relkind in ('r', 'p') and name <> all (parameters.tables))`

const ROW_SECURITY = `
  select name || ' is not held by forced row security' as fault from held where not (relrowsecurity and relforcerowsecurity)`

/**
 * A permissive policy opens rows, so each must ask for the organization, both ways, of everybody; one must cover every command. What is read or
 * deleted writes nothing.
 */
const POLICIES = `
  , policy as (
    select held.name, p.*, coalesce(pg_get_expr(polqual, polrelid), '') as sees, coalesce(pg_get_expr(polwithcheck, polrelid), '') as takes
      from held join pg_policy p on p.polrelid = held.oid)
  select format('policy %s on %s opens rows without asking for the organization', polname, name) as fault from policy
   where polpermissive and not (sees = '(organization_id = current_organization())' and takes = sees)
  union all
  select format('policy %s on %s holds only some roles', polname, name) from policy where polroles <> '{0}'
  union all
  select format('policy %s on %s does not check what is written', polname, name) from policy where polcmd not in ('r', 'd') and takes = ''
  union all
  select format('%s has no policy for every command', name) from held
   where not exists (select from policy p where p.name = held.name and p.polpermissive and p.polcmd = '*')`

const LABELS = `
  select format('%s has labels, and no restrictive policy compares them with the reader''s', held.name) as fault
    from held join pg_attribute a on a.attrelid = held.oid and a.attname = 'labels' and not a.attisdropped, parameters
   where held.name <> all (parameters.labelled) and not exists (
     select from pg_policy p where p.polrelid = held.oid and not p.polpermissive and p.polcmd = '*'
        and regexp_replace(pg_get_expr(p.polqual, p.polrelid), '\\s+', ' ', 'g') =
          ' CASE WHEN (labels = ''{}''::text[]) THEN true ELSE (labels <@ current_labels()) END'
        and pg_get_expr(p.polwithcheck, p.polrelid) = pg_get_expr(p.polqual, p.polrelid))`

/**
 * What names a conversation or a message, or hangs on what does, is seen with its labels: by a copy of them, or by a question to the
 * conversation or the message, whose policies answer. Only what the product cannot change may be asked at reading alone.
 */
const WORDS = `
  , bound as (
    select oid, name from held where name in ('conversation', 'message', 'raw_message') or exists (
      select from pg_attribute a where a.attrelid = held.oid and a.attname in ('conversation_id', 'message_id') and not a.attisdropped)
    union
    select held.oid, held.name from bound join pg_constraint k on k.contype = 'f' and k.confrelid = bound.oid join held on held.oid = k.conrelid
  ), labelled as (
    select polrelid from pg_policy p where p.polname = 'label_isolation' and not p.polpermissive
       and (pg_get_expr(polqual, polrelid) ~ 'labels <@ current_labels\\(\\)' or pg_get_expr(polqual, polrelid) ~ 'FROM (conversation|message)\\M')
       and (p.polcmd = '*' or (p.polcmd = 'r' and not exists (
         select from pg_class c, aclexplode(c.relacl) acl where c.oid = p.polrelid and acl.grantee <> c.relowner and acl.privilege_type in ('UPDATE', 'DELETE'))))
  ), bound_table as (
    select bound.name, bound.oid in (select polrelid from labelled) as is_held from bound join pg_class c using (oid) where not c.relispartition
  )
  select format('%s is bound to conversations, and is read without their labels', name) as fault
    from bound_table, parameters where not is_held and name <> all (parameters.wordless)
  union all
  select format('%s has a policy of labels, and is listed as holding no words', name) from bound_table, parameters where is_held and name = any (parameters.wordless)
  union all
  select format('the list of tables without words names %s, which is not bound to conversations', listed)
    from parameters, unnest(parameters.wordless) listed where listed not in (select name from bound_table)`

/** Policies of the parent do not hold whoever asks a partition directly. */
const PARTITIONS = `
  , child as (select held.*, inhparent from held join pg_inherits on inhrelid = held.oid)
  select format('partition %s may be asked directly', name) as fault from child
   where exists (select from aclexplode(relacl) where grantee <> relowner)
  union all
  select format('partition %s lacks the policy %s of its parent', child.name, p.polname) from child join pg_policy p on p.polrelid = inhparent
   where not exists (
     select from pg_policy own where own.polrelid = child.oid and own.polname = p.polname and own.polpermissive = p.polpermissive
        and own.polcmd = p.polcmd and own.polroles = p.polroles)`

const VIEWS = `
  select format('view %s reads with the rights of its owner', name) as fault from ours
   where relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions), false)
  union all
  select format('materialized view %s keeps rows that row security does not hold', name) from ours where relkind = 'm'
  union all
  select format('foreign table %s is outside row security', name) from ours where relkind = 'f'`

const DEFINERS = `
  select format('function %s runs with the rights of its owner', p.oid::regprocedure)
         || case when p.proname = any (parameters.definers) then ' and has no fixed search path' else '' end as fault
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace, parameters
   where p.prosecdef and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and n.nspname <> all (parameters.schemas)
     and not (p.proname = any (parameters.definers) and exists (select from unnest(p.proconfig) s where s like 'search\\_path=%'))`

/** Primary, unique and exclusion keys, unique indexes, and both ends of a foreign key. */
const KEYS = `
  select format('key %s of %s is not led by the organization', i.relname, held.name) as fault
    from held join pg_index x on x.indrelid = held.oid join pg_class i on i.oid = x.indexrelid
    left join pg_attribute a on a.attrelid = held.oid and a.attnum = x.indkey[0]
   where (x.indisunique or x.indisexclusion) and a.attname is distinct from 'organization_id'
  union all
  select format('foreign key %s of %s is not led by the organization', k.conname, held.name)
    from held join pg_constraint k on k.conrelid = held.oid and k.contype = 'f'
    left join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    left join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
   where a.attname is distinct from 'organization_id' or b.attname is distinct from 'organization_id'
  union all
  select format('%s has no primary key', name) from held where relkind in ('r', 'p')
     and not exists (select from pg_constraint where conrelid = held.oid and contype = 'p')`

/** The product reads and writes rows, the other roles read; nobody else may do anything. */
const GRANTS = `
  , granted as (
    select name, relowner as owner, acl.* from ours, aclexplode(relacl) acl where relkind not in ('i', 'I')
    union all
    select name || '.' || a.attname, relowner, acl.* from ours join pg_attribute a on a.attrelid = ours.oid, aclexplode(a.attacl) acl)
  select format('%s may %s %s', case grantee when 0 then 'everybody' else grantee::regrole::text end, lower(privilege_type), name) as fault
    from granted, lateral (select case grantee when 0 then 'everybody' else grantee::regrole::text end as role) r
   where grantee <> owner and not (
     role = 'bedside_app' and privilege_type in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
     or role in ('bedside_linker', 'bedside_report') and privilege_type = 'SELECT')
  union all
  select format('%s may make things in schema %s', case grantee when 0 then 'everybody' else grantee::regrole::text end, nspname)
    from pg_namespace n, aclexplode(nspacl) where privilege_type = 'CREATE' and grantee <> nspowner and nspname !~ '^pg_'
  union all
  select 'new objects of ' || defaclrole::regrole || ' are granted to others by default' from pg_default_acl`

const OWNERS = `
  select format('%s belongs to %s', name, relowner::regrole) as fault from ours where relowner <> 'bedside_owner'::regrole and relkind not in ('i', 'I')`

const ROLES = `
  select rolname || ' passes row security or can become another role' as fault from pg_roles, parameters
   where rolname = any (parameters.roles) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
     or exists (select from pg_auth_members where member = pg_roles.oid))`

const STALE = `
  select 'the list of exceptions names ' || listed || ', which is not there' as fault
    from parameters, unnest(parameters.tables || parameters.labelled) listed where listed not in (select name from ours)
  union all
  select 'the list of exceptions names function ' || listed || ', which is not there'
    from parameters, unnest(parameters.definers) listed where listed not in (select proname from pg_proc where prosecdef)`
