/** The SQL of macros and their versions. */
import type { MacroContent, MacroStep } from '#engines/macro/macro.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type MacroRow = MacroContent & { id: string; version: number; isArchived: boolean }

const CONTENT = `
  m.title, m.topic, m.is_clinical as "isClinical", m.owner_id as "ownerId", m.medical_owner_id as "medicalOwnerId",
  to_char(m.valid_until, 'YYYY-MM-DD') as "validUntil", m.steps, m.variants`

export async function findMacro(tx: Transaction, macroId: string): Promise<MacroRow | undefined> {
  const [row] = await tx.run<MacroRow>(FIND, [tx.context.organizationId, macroId])
  return row
}

/** The same, held until the transaction ends: of two who save at once one is told. */
export async function lockMacro(tx: Transaction, macroId: string): Promise<MacroRow | undefined> {
  const [row] = await tx.run<MacroRow>(`${FIND} for update`, [tx.context.organizationId, macroId])
  return row
}

const FIND = `
  select m.id, m.version, m.archived_at is not null as "isArchived", ${CONTENT} from macro m where m.organization_id = $1 and m.id = $2`

export type ListedMacro = {
  id: string
  version: number
  title: string
  topic: string | null
  isClinical: boolean
  isArchived: boolean
  ownerId: string | null
  ownerName: string | null
  medicalOwnerId: string | null
  medicalOwnerName: string | null
  validUntil: string | null
  steps: MacroStep[]
  languages: string[]
  /** Where the row stands in the list, for the next page. */
  place: string
}

export type ListQuery = {
  search: string | undefined
  sort: 'title' | 'expiry'
  isArchived: boolean
  after: { place: string; id: string } | undefined
  limit: number
}

export const listMacros = (
  tx: Transaction,
  { search, sort, isArchived, after, limit }: ListQuery,
): Promise<ListedMacro[]> =>
  tx.run<ListedMacro>(LIST[sort], [
    tx.context.organizationId,
    search ? `%${search.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%` : null,
    isArchived,
    after?.place ?? null,
    after?.id ?? null,
    limit,
  ])

/** What has no end stands behind all that has one. */
const PLACES = { title: 'lower(m.title)', expiry: `coalesce(to_char(m.valid_until, 'YYYY-MM-DD'), '9999')` } as const

const listBy = (place: string): string => `
  select m.id, m.version, m.title, m.topic, m.is_clinical as "isClinical", m.archived_at is not null as "isArchived",
         m.owner_id as "ownerId", o.given || ' ' || o.family as "ownerName",
         m.medical_owner_id as "medicalOwnerId", d.given || ' ' || d.family as "medicalOwnerName",
         to_char(m.valid_until, 'YYYY-MM-DD') as "validUntil", m.steps,
         array(select distinct v->>'language' from jsonb_array_elements(m.variants) v where (v->>'isReviewed')::boolean order by 1) as languages,
         ${place} as place
    from macro m
    left join staff_member o on o.organization_id = $1 and o.id = m.owner_id
    left join staff_member d on d.organization_id = $1 and d.id = m.medical_owner_id
   where m.organization_id = $1 and (m.archived_at is not null) = $3
     and ($2::text is null or lower(m.title) like $2 or lower(m.topic) like $2)
     and ($4::text is null or (${place}, m.id) > ($4, $5::uuid))
   order by ${place}, m.id
   limit $6`

const LIST = { title: listBy(PLACES.title), expiry: listBy(PLACES.expiry) }

/** A macro's row and its version are written together. */
export async function writeMacro(
  tx: Transaction,
  {
    id,
    version,
    content,
    authorId,
    now,
  }: { id: string; version: number; content: MacroContent; authorId: string; now: Date },
): Promise<void> {
  await tx.run(WRITE, [
    tx.context.organizationId,
    id,
    version,
    content.title,
    content.topic,
    content.isClinical,
    content.ownerId,
    content.medicalOwnerId,
    content.validUntil,
    JSON.stringify(content.steps),
    JSON.stringify(content.variants),
  ])
  await tx.run(
    `insert into macro_version (organization_id, macro_id, version, content, author_id, at) values ($1, $2, $3, $4, $5, $6)`,
    [tx.context.organizationId, id, version, JSON.stringify(content), authorId, now],
  )
}

const WRITE = sqlText`
  insert into macro (organization_id, id, version, title, topic, is_clinical, owner_id, medical_owner_id, valid_until, steps, variants)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9::date, $10, $11)
  on conflict (organization_id, id) do update
     set version = excluded.version, title = excluded.title, topic = excluded.topic, is_clinical = excluded.is_clinical,
         owner_id = excluded.owner_id, medical_owner_id = excluded.medical_owner_id, valid_until = excluded.valid_until,
         steps = excluded.steps, variants = excluded.variants`

export async function setArchived(tx: Transaction, macroId: string, at: Date | null): Promise<void> {
  await tx.run(`update macro set archived_at = $3 where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    macroId,
    at,
  ])
}

export type VersionRow = { version: number; authorName: string | null; at: Date; content: MacroContent }

export const versionsOf = (
  tx: Transaction,
  macroId: string,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<VersionRow[]> => tx.run<VersionRow>(VERSIONS, [tx.context.organizationId, macroId, before ?? null, limit])

const VERSIONS = sqlText`
  select v.version, s.given || ' ' || s.family as "authorName", v.at, v.content
    from macro_version v left join staff_member s on s.organization_id = $1 and s.id = v.author_id
   where v.organization_id = $1 and v.macro_id = $2 and ($3::int is null or v.version < $3)
   order by v.version desc limit $4`

export async function findVersion(
  tx: Transaction,
  macroId: string,
  version: number,
): Promise<MacroContent | undefined> {
  const [row] = await tx.run<{ content: MacroContent }>(
    `select content from macro_version where organization_id = $1 and macro_id = $2 and version = $3`,
    [tx.context.organizationId, macroId, version],
  )
  return row?.content
}

/** A version as it was saved, of a macro that is not archived. */
export async function findInUse(tx: Transaction, macroId: string, version: number): Promise<MacroContent | undefined> {
  const [row] = await tx.run<{ content: MacroContent }>(
    sqlText`select v.content from macro m join macro_version v on v.organization_id = $1 and v.macro_id = m.id and v.version = $3
      where m.organization_id = $1 and m.id = $2 and m.archived_at is null`,
    [tx.context.organizationId, macroId, version],
  )
  return row?.content
}

/** Those of `staffIds` who work here now, with their roles; and those of `queueIds` that are in use. */
export async function namedHere(
  tx: Transaction,
  { staffIds, queueIds }: { staffIds: readonly string[]; queueIds: readonly string[] },
): Promise<{ staff: Map<string, { role: string; name: string }>; queues: Map<string, string> }> {
  const [staff, queues] = await Promise.all([
    tx.run<{ id: string; role: string; name: string }>(
      `select id, role, given || ' ' || family as name from staff_member where organization_id = $1 and id = any ($2::uuid[]) and state = 'active'`,
      [tx.context.organizationId, staffIds],
    ),
    tx.run<{ id: string; name: string }>(
      `select id, name from queue where organization_id = $1 and id = any ($2::uuid[]) and retired_at is null`,
      [tx.context.organizationId, queueIds],
    ),
  ])
  return {
    staff: new Map(staff.map(({ id, role, name }) => [id, { role, name }])),
    queues: new Map(queues.map(({ id, name }) => [id, name])),
  }
}

export type TopicMacro = Pick<MacroContent, 'isClinical' | 'validUntil' | 'variants' | 'title'> & { id: string }

/** Macros that write a text on one of the topics: those of the first topic first. */
export const macrosOnTopics = (tx: Transaction, topics: readonly string[]): Promise<TopicMacro[]> =>
  tx.run<TopicMacro>(ON_TOPICS, [tx.context.organizationId, topics])

const ON_TOPICS = sqlText`
  select id, title, is_clinical as "isClinical", to_char(valid_until, 'YYYY-MM-DD') as "validUntil", variants
    from macro
   where organization_id = $1 and topic = any ($2::text[]) and archived_at is null and steps @> '[{"do": "text"}]'
   order by array_position($2::text[], topic), is_clinical, lower(title), id
   limit 20`

/** The variants of the organization's own offers of an interpreter that may be used on that day. */
export async function interpreterVariants(tx: Transaction, today: string): Promise<MacroContent['variants']> {
  const rows = await tx.run<Pick<MacroContent, 'variants'>>(INTERPRETER, [tx.context.organizationId, today])
  return rows.flatMap(({ variants }) => variants)
}

const INTERPRETER = sqlText`
  select variants from macro
   where organization_id = $1 and topic = 'interpreter' and archived_at is null and (valid_until is null or valid_until >= $2::date)
   order by title, id limit 5`
