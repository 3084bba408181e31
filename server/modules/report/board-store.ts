/** The SQL of the board: what waits where, in six statements. A reader's own eyes: row security leaves out what he may not open. */
import type { Routed } from '#engines/routing/route.ts'
import type { Transaction } from '#server/platform/database.ts'
import { COUNTED } from './board-figures.ts'

export type QueueRow = {
  id: string | null
  name: string
  waiting: number
  oldestAt: Date | null
  dueSoon: number
  breached: number
}

/** Every queue in use or with work in it, and what is in none of them. */
export const loadQueues = (tx: Transaction, now: Date): Promise<QueueRow[]> =>
  tx.run<QueueRow>(QUEUES, [tx.context.organizationId, now])

const QUEUES = `
  with asked as (
    select c.queue_id, c.state, c.unread_since, c.due_at from conversation c where c.organization_id = $1 and c.state = 'open'
    union all
    select c.queue_id, c.state, c.unread_since, c.due_at from conversation c where c.organization_id = $1 and c.state in ('waiting', 'snoozed')
       and (${COUNTED['due-soon']('$2')} or ${COUNTED.breached('$2')})
  ), open as (
    select c.queue_id, count(*) filter (where ${COUNTED.waiting()})::int as waiting,
           min(c.unread_since) filter (where ${COUNTED.waiting()}) as oldest_at,
           count(*) filter (where ${COUNTED['due-soon']('$2')})::int as due_soon,
           count(*) filter (where ${COUNTED.breached('$2')})::int as breached
      from asked c group by c.queue_id
  )
  select q.id, q.name, coalesce(o.waiting, 0) as waiting, o.oldest_at as "oldestAt", coalesce(o.due_soon, 0) as "dueSoon",
         coalesce(o.breached, 0) as breached
    from queue q left join open o on o.queue_id = q.id
   where q.organization_id = $1 and (q.retired_at is null or o.queue_id is not null)
  union all
  select null, '', o.waiting, o.oldest_at, o.due_soon, o.breached from open o where o.queue_id is null
  order by 6 desc, 5 desc, 3 desc, 2 limit 200`

export const loadInHand = async (tx: Transaction): Promise<Map<string, number>> => {
  const rows = await tx.run<{ staffId: string; count: number }>(IN_HAND, [tx.context.organizationId])
  return new Map(rows.map(({ staffId, count }) => [staffId, count]))
}

const IN_HAND = `
  select c.assignee_id as "staffId", count(*)::int as count from conversation c
   where c.organization_id = $1 and ${COUNTED['in-hand']()} group by 1`

export type Counted = { count: number; oldestAt: Date | null }

export async function loadOpenAlerts(tx: Transaction): Promise<Counted> {
  const [row] = await tx.run<Counted>(OPEN_ALERTS, [tx.context.organizationId])
  return row ?? NOTHING
}

const OPEN_ALERTS = `
  select count(distinct c.id)::int as count, min(a.raised_at) as "oldestAt"
    from safety_alert a join conversation c on c.organization_id = $1 and c.id = a.conversation_id
   where a.organization_id = $1 and a.accepted_at is null`

export async function loadUnknown(tx: Transaction): Promise<Counted> {
  const [row] = await tx.run<Counted>(UNKNOWN, [tx.context.organizationId])
  return row ?? NOTHING
}

const UNKNOWN = `
  select count(distinct c.id)::int as count, min(d.changed_at) as "oldestAt"
    from delivery d join conversation c on c.organization_id = $1 and c.id = d.conversation_id
   where d.organization_id = $1 and d.state = 'unknown'`

const NOTHING: Counted = { count: 0, oldestAt: null }

export type Difference = { source: string; count: number; since: Date }

/** What came and is not settled since `before`, by mailbox or number (desk-D58). */
export const loadDifferences = (tx: Transaction, before: Date): Promise<Difference[]> =>
  tx.run<Difference>(
    `select coalesce(d.address, a.source) as source, count(*)::int as count, min(seen_at) as since
       from mail_arrival a left join channel_account d on d.organization_id = $1 and a.source = d.channel || ':' || d.id
      where a.organization_id = $1 and seen_at < $2 group by 1 order by 1 limit 100`,
    [tx.context.organizationId, before],
  )

export type UnfitRow = {
  queueId: string | null
  queueName: string | null
  language: string
  count: number
  oldestAt: Date | null
  /** The newest decision about one of them. */
  outcome: Routed
}

export const loadUnfit = (tx: Transaction): Promise<UnfitRow[]> =>
  tx.run<UnfitRow>(UNFIT, [tx.context.organizationId, UNFIT_MAX])

/** Kinds of work that nobody fits, the largest first. */
const UNFIT_MAX = 30
const UNFIT = `
  with unfit as (
    select c.queue_id, c.language, count(*)::int as count, min(c.unread_since) as oldest_at, (array_agg(c.id order by c.last_message_at desc))[1] as example
      from conversation c where c.organization_id = $1 and ${COUNTED['nobody-fits']()}
     group by c.queue_id, c.language order by count(*) desc limit $2
  )
  select u.queue_id as "queueId", q.name as "queueName", u.language, u.count, u.oldest_at as "oldestAt",
         (select s.outcome from routing_snapshot s where s.organization_id = $1 and s.conversation_id = u.example order by s.at desc, s.id desc limit 1) as outcome
    from unfit u left join queue q on q.organization_id = $1 and q.id = u.queue_id
   order by u.count desc, q.name, u.language`
