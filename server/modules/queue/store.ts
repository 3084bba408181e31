/** The SQL of a queue that is taken out of use. What names it is read from where it stands; only names leave. */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

type Named = { name: string }
export type Use = {
  kind: string
  isRetired: boolean
  successors: (Named & { id: string })[]
  sitesLeft: Named[]
  rules: Named[]
  macros: Named[]
  turns: number
  policies: Named[]
  conditions: Named[]
  hasSkills: boolean
  members: number
}

/**
 * Nobody changes another queue of the organization meanwhile, and nothing is written that names this one: a message that is on its way into it
 * is waited for, so that the job finds it.
 */
export async function lockQueue(tx: Transaction, queueId: string): Promise<boolean> {
  const { organizationId } = tx.context
  await tx.run(`select from organization where organization_id = $1 for no key update`, [organizationId])
  const rows = await tx.run(`select from queue where organization_id = $1 and id = $2 for update`, [
    organizationId,
    queueId,
  ])
  return rows.length > 0
}

export async function useOf(tx: Transaction, queueId: string, now: Date): Promise<Use | undefined> {
  const [row] = await tx.run<Use>(USE, [tx.context.organizationId, queueId, now])
  return row
}

// A version of a policy that names no queue is one that is not there; turns of other days are ended by the night.
const USE = sqlText`
  select q.kind, q.retired_at is not null as "isRetired",
         (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name), '[]') from queue o
           where o.organization_id = $1 and o.kind = q.kind and o.id <> q.id and o.retired_at is null) as successors,
         (select coalesce(json_agg(json_build_object('name', s.name) order by s.name), '[]') from site s
           where s.organization_id = $1 and (q.site_id is null or q.site_id = s.id)
             and not exists (select from queue o where o.organization_id = $1 and o.id <> q.id and o.retired_at is null
               and (o.site_id is null or o.site_id = s.id))) as "sitesLeft",
         (select coalesce(json_agg(json_build_object('name', v.name) order by v.name), '[]') from rule_version v
           where v.organization_id = $1 and v.state = 'live' and exists (
             select from jsonb_array_elements(v.definition->'actions') a where a->>'kind' = 'queue' and a->>'queueId' = $2::text)) as rules,
         (select coalesce(json_agg(json_build_object('name', m.title) order by m.title), '[]') from macro m
           where m.organization_id = $1 and m.archived_at is null and exists (
             select from jsonb_array_elements(m.steps) p where p->>'do' = 'queue' and p->>'queueId' = $2::text)) as macros,
         (select count(*)::int from front_desk_turn t join site s on s.organization_id = $1 and s.id = t.site_id
           where t.organization_id = $1 and t.queue_id = q.id and t.state in ('waiting', 'called', 'serving')
             and t.day = ($3::timestamptz at time zone s.time_zone)::date) as turns,
         (select coalesce(json_agg(json_build_object('name', p.name) order by p.name), '[]') from (
           select distinct on (id) name, conditions from service_policy where organization_id = $1 order by id, version desc) p
           where p.conditions->'queue' ? $2::text) as policies,
         (select coalesce(json_agg(json_build_object('name', v.name) order by v.name), '[]') from rule_version v
           where v.organization_id = $1 and v.state = 'live' and position($2::text in (v.definition->'when')::text) > 0) as conditions,
         coalesce((select r.queue_skills ? $2::text from routing_policy r where r.organization_id = $1 order by r.version desc limit 1), false)
           as "hasSkills",
         (select count(*)::int from queue_member m where m.organization_id = $1 and m.queue_id = q.id) as members
    from queue q where q.organization_id = $1 and q.id = $2::uuid`

export async function openIn(tx: Transaction, queueId: string): Promise<number> {
  const [row] = await tx.run<{ count: number }>(
    sqlText`select count(*)::int as count from conversation
      where organization_id = $1 and queue_id = $2 and state in ('open', 'waiting', 'snoozed')`,
    [tx.context.organizationId, queueId],
  )
  return row?.count ?? 0
}

/** What went on here from queues retired before goes on there too. */
export async function markRetired(
  tx: Transaction,
  { queueId, successorId }: { queueId: string; successorId: string },
  now: Date,
): Promise<void> {
  const { organizationId } = tx.context
  await tx.run(`update queue set retired_at = $4, successor_id = $3 where organization_id = $1 and id = $2`, [
    organizationId,
    queueId,
    successorId,
    now,
  ])
  await tx.run(`update queue set successor_id = $3 where organization_id = $1 and successor_id = $2`, [
    organizationId,
    queueId,
    successorId,
  ])
}

/** @returns false when it is in use. */
export async function markRestored(tx: Transaction, queueId: string): Promise<boolean> {
  const rows = await tx.run(
    sqlText`update queue set retired_at = null, successor_id = null where organization_id = $1 and id = $2 and retired_at is not null
      returning id`,
    [tx.context.organizationId, queueId],
  )
  return rows.length > 0
}
