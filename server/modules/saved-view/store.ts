/** The SQL of saved views and of the order in which people have them. */
import type { SavedViewContent, Sharing, ViewGroup, ViewOrder } from '#engines/saved-view/saved-view.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { Viewer } from './policy.ts'

type Row = {
  id: string
  version: number
  ownerId: string
  ownerName: string | null
  name: string
  when: ViewGroup
  order: ViewOrder
  audience: Sharing['with']
  queueId: string | null
  siteId: string | null
  isRemoved: boolean
}
export type ViewRow = SavedViewContent & Pick<Row, 'id' | 'version' | 'ownerId' | 'ownerName' | 'isRemoved'>

const COLUMNS = `
  v.id, v.version, v.owner_id as "ownerId", s.given || ' ' || s.family as "ownerName", v.name, v.conditions as "when", v.sorted as "order",
  v.audience, v.queue_id as "queueId", v.site_id as "siteId", v.removed_at is not null as "isRemoved"`

const viewOf = ({ audience, queueId, siteId, ...row }: Row): ViewRow => ({ ...row, sharing: sharingOf(audience, queueId, siteId) }) // prettier-ignore

function sharingOf(audience: Sharing['with'], queueId: string | null, siteId: string | null): Sharing {
  if (audience === 'queue') return { with: audience, queueId: queueId ?? '' }
  return audience === 'site' ? { with: audience, siteId: siteId ?? '' } : { with: audience }
}

/** Those that row security shows to the reader, in the reader's own order. */
export async function viewsFor(tx: Transaction, staffId: string): Promise<ViewRow[]> {
  const rows = await tx.run<Row>(LIST, [tx.context.organizationId, staffId])
  return rows.map(viewOf)
}

const LIST = `
  select ${COLUMNS}
    from saved_view v
    left join staff_member s on s.organization_id = $1 and s.id = v.owner_id
    left join saved_view_order o on o.organization_id = $1 and o.staff_id = $2
   where v.organization_id = $1 and v.removed_at is null
   order by array_position(o.view_ids, v.id), lower(v.name), v.id
   limit 200`

/** A removed one too. */
export async function findView(tx: Transaction, id: string): Promise<ViewRow | undefined> {
  const [row] = await tx.run<Row>(FIND, [tx.context.organizationId, id])
  return row && viewOf(row)
}

const FIND = `
  select ${COLUMNS} from saved_view v left join staff_member s on s.organization_id = $1 and s.id = v.owner_id
   where v.organization_id = $1 and v.id = $2`

export async function viewerOf(tx: Transaction, staffId: string): Promise<Viewer | undefined> {
  const [row] = await tx.run<Omit<Viewer, 'role' | 'organizationId'>>(VIEWER, [tx.context.organizationId, staffId])
  return row && { ...row, organizationId: tx.context.organizationId, role: tx.context.role }
}

const VIEWER = sqlText`
  select s.id as "staffId", s.site_id as "siteId",
         array(select m.queue_id from queue_member m where m.organization_id = $1 and m.staff_id = s.id) as "queueIds"
    from staff_member s where s.organization_id = $1 and s.id = $2`

export type NewView = SavedViewContent & { id: string; ownerId: string }

/** @returns false when the id is taken, also by one that the writer does not see. */
export async function insertView(tx: Transaction, view: NewView, now: Date): Promise<boolean> {
  const rows = await tx.run(INSERT, [tx.context.organizationId, view.id, ...valuesOf(view), now, view.ownerId])
  return rows.length > 0
}

const INSERT = sqlText`
  insert into saved_view (organization_id, id, version, name, conditions, sorted, audience, queue_id, site_id, saved_at, owner_id)
  values ($1, $2, 1, $3, $4::jsonb, $5, $6, $7, $8, $9, $10)
  on conflict do nothing returning id`

/** @returns false when it is not in this version any more. */
export async function updateView(
  tx: Transaction,
  view: SavedViewContent & { id: string; version: number },
  now: Date,
): Promise<boolean> {
  const rows = await tx.run(UPDATE, [tx.context.organizationId, view.id, ...valuesOf(view), now, view.version])
  return rows.length > 0
}

const UPDATE = sqlText`
  update saved_view
     set version = version + 1, name = $3, conditions = $4::jsonb, sorted = $5, audience = $6, queue_id = $7, site_id = $8, saved_at = $9
   where organization_id = $1 and id = $2 and version = $10 and removed_at is null
  returning id`

const valuesOf = ({ name, when, order, sharing }: SavedViewContent) => [
  name,
  JSON.stringify(when),
  order,
  sharing.with,
  sharing.with === 'queue' ? sharing.queueId : null,
  sharing.with === 'site' ? sharing.siteId : null,
]

export const setRemoved = (tx: Transaction, id: string, at: Date | null) =>
  tx.run(`update saved_view set removed_at = $3 where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    id,
    at,
  ])

/** What was removed longer ago than undo goes back, of those that the writer may change. */
export const forgetRemoved = (tx: Transaction, before: Date) =>
  tx.run(`delete from saved_view where organization_id = $1 and removed_at < $2`, [tx.context.organizationId, before])

/** How many there are of somebody's own, or of the shared ones. */
export async function countViews(tx: Transaction, sharing: Sharing, ownerId: string): Promise<number> {
  const [row] = await tx.run<{ count: number }>(sharing.with === 'owner' ? COUNT_OWN : COUNT_SHARED, [
    tx.context.organizationId,
    ownerId,
  ])
  return row?.count ?? 0
}

const COUNT_OWN = sqlText`
  select count(*)::int as count from saved_view where organization_id = $1 and owner_id = $2 and audience = 'owner' and removed_at is null`
const COUNT_SHARED = sqlText`
  select count(*)::int as count from saved_view where organization_id = $1 and $2::uuid is not null and audience <> 'owner' and removed_at is null`

export const replaceOrder = (tx: Transaction, staffId: string, viewIds: readonly string[]) =>
  tx.run(ORDER, [tx.context.organizationId, staffId, viewIds])

const ORDER = sqlText`
  insert into saved_view_order (organization_id, staff_id, view_ids) values ($1, $2, $3::uuid[])
  on conflict (organization_id, staff_id) do update set view_ids = excluded.view_ids`

type Kind = 'queues' | 'retiredQueues' | 'sites' | 'staff'
/** A queue out of use still has its past; who has left is nobody's choice any more. */
export type Choices = Record<Kind, { id: string; name: string }[]>

export async function choicesOf(tx: Transaction): Promise<Choices> {
  const rows = await tx.run<{ kind: Kind; id: string; name: string }>(CHOICES, [tx.context.organizationId])
  const of = (kind: Kind) => rows.filter((row) => row.kind === kind).map(({ id, name }) => ({ id, name }))
  return { queues: of('queues'), retiredQueues: of('retiredQueues'), sites: of('sites'), staff: of('staff') }
}

const CHOICES = sqlText`
  select kind, id, name from (
    select case when retired_at is null then 'queues' else 'retiredQueues' end as kind, id, name from queue where organization_id = $1
    union all select 'sites', id, name from site where organization_id = $1
    union all select 'staff', id, given || ' ' || family from staff_member where organization_id = $1 and state = 'active' and role <> 'administrator'
  ) choice order by kind, name, id limit 2000`
