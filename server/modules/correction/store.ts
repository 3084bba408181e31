/** The SQL of corrections: rows are only added, and the newest of a message and what counts (understanding-D7). */
import type { Understanding } from '#engines/understanding/understand.ts'
import { PARTY_NAMES } from '#server/modules/conversation/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type What = 'intent' | 'language' | 'tone'

export type Read = { conversationId: string; patientId: string | null }

/** A message that the engines read and that the caller sees. */
export async function findRead(tx: Transaction, messageId: string): Promise<Read | undefined> {
  const [row] = await tx.run<Read>(
    sqlText`select m.conversation_id as "conversationId", c.patient_id as "patientId"
       from message m
       join conversation c on c.organization_id = $1 and c.id = m.conversation_id
       join understanding u on u.organization_id = $1 and u.message_id = m.id and u.version = 1
      where m.organization_id = $1 and m.id = $2 and m.direction = 'in'`,
    [tx.context.organizationId, messageId],
  )
  return row
}

export const insertLabel = (
  tx: Transaction,
  label: { id: string; messageId: string; what: What; value: string | null; staffId: string },
  now: Date,
) =>
  tx.run(
    sqlText`insert into understanding_label (organization_id, id, message_id, what, value, staff_id, at)
      values ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.context.organizationId, label.id, label.messageId, label.what, label.value, label.staffId, now],
  )

export type Labelled = {
  patientId: string | null
  text: string
  /** Of everybody who takes part and is known. */
  names: string[]
  labels: Partial<Record<What, string>>
  result: Understanding
  isUnderstood: boolean
}

/** Messages with a label that counts, the newest label first; what was taken back is not there. */
export async function labelledMessages(tx: Transaction, limit: number): Promise<{ rows: Labelled[]; left: number }> {
  const { organizationId } = tx.context
  const [rows, [count]] = await Promise.all([
    tx.run<Labelled>(LABELLED, [organizationId, limit]),
    tx.run<{ n: number }>(`${COUNTING} select count(distinct message_id)::int as n from counts`, [organizationId]),
  ])
  return { rows, left: (count?.n ?? 0) - rows.length }
}

const COUNTING = sqlText`
  with newest as (
    select distinct on (message_id, what) message_id, what, value, at from understanding_label
     where organization_id = $1 order by message_id, what, at desc, id desc
  ), counts as (select * from newest where value is not null)`

const LABELLED = `${COUNTING}, grouped as (
    select message_id, jsonb_object_agg(what, value) as labels, max(at) as at from counts group by message_id)
  select c.patient_id as "patientId", concat_ws(E'\\n', nullif(m.subject, ''), coalesce(m.trimmed, m.text)) as text, ${PARTY_NAMES} as names, g.labels, u.result,
         u.state = 'understood' as "isUnderstood"
    from grouped g
    join message m on m.organization_id = $1 and m.id = g.message_id and m.cancelled_at is null
    join conversation c on c.organization_id = $1 and c.id = m.conversation_id
    join understanding u on u.organization_id = $1 and u.message_id = m.id and u.version = 1
   order by g.at desc, m.id desc limit $2`
