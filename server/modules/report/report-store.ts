/** The SQL of the reports: which conversations a time touches, what was delivered in them, and names. */
import type { HistoryFacts } from '#server/modules/conversation/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type Narrowed = { siteId?: string; queueId?: string; channel?: string }

/** A resolved conversation is over after so many days (desk.md section 2). */
const ENDS_AFTER_DAYS = 14

/** Conversations of one report at most. */
export const CONVERSATIONS_MAX = 50_000

/**
 * Everything that may have been alive between the two moments: begun before the end, and written in, resolved or open since the
 * beginning; what was resolved may still be opened or given away for so many days. What was merged is counted where its messages are;
 * spam is nobody's contact. @returns at most one more than the limit.
 */
export const aliveBetween = (tx: Transaction, from: Date, to: Date, { siteId, queueId, channel }: Narrowed) =>
  tx.run<HistoryFacts>(ALIVE, [
    tx.context.organizationId,
    new Date(from.getTime() - ENDS_AFTER_DAYS * 86_400_000),
    to,
    siteId ?? null,
    queueId ?? null,
    channel ?? null,
    CONVERSATIONS_MAX + 1,
  ])

const ALIVE = sqlText`
  select c.id, c.site_id as "siteId", c.queue_id as "queueId", c.channel, c.topic, c.first_message_at as "firstMessageAt", c.resolved_at as "resolvedAt"
    from conversation c
   where c.organization_id = $1 and c.state not in ('merged', 'spam') and c.first_message_at < $3
     and (c.last_message_at >= $2 or c.resolved_at >= $2 or c.state in ('open', 'waiting', 'snoozed'))
     and ($4::uuid is null or c.site_id = $4) and ($5::uuid is null or c.queue_id = $5) and ($6::text is null or c.channel = $6)
   order by c.last_message_at desc, c.id desc limit $7`

export type DeliveryRow = {
  conversationId: string
  at: Date
  channel: string
  state: string
  cause: string | null
  isAutomatic: boolean
}

export const deliveriesIn = (tx: Transaction, ids: readonly string[]): Promise<DeliveryRow[]> =>
  tx.run<DeliveryRow>(DELIVERIES, [tx.context.organizationId, ids])

const DELIVERIES = sqlText`
  select m.conversation_id as "conversationId", m.received_at as at, d.channel, d.state, d.cause, d.is_automatic as "isAutomatic"
    from message m join delivery d on d.organization_id = $1 and d.message_id = m.id
   where m.organization_id = $1 and m.conversation_id = any ($2::uuid[]) and m.direction = 'out'`

/** Names of queues and people, by id. */
export async function namesOfRows(tx: Transaction): Promise<Map<string, string>> {
  const rows = await tx.run<{ id: string; name: string }>(
    `select id, name from queue where organization_id = $1
     union all select id, given || ' ' || family from staff_member where organization_id = $1`,
    [tx.context.organizationId],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The zone of a site; without one, of the first by name. */
export async function zoneOf(tx: Transaction, siteId: string | undefined): Promise<string | undefined> {
  const [row] = await tx.run<{ timeZone: string }>(
    `select time_zone as "timeZone" from site where organization_id = $1 and ($2::uuid is null or id = $2) order by name limit 1`,
    [tx.context.organizationId, siteId ?? null],
  )
  return row?.timeZone
}
