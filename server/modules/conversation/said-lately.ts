/** Words of a conversation for something outside that reads them: at most what it needs, with the labels that may forbid it (understanding-D76). */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { Urgency } from './rules.ts'

export type HeardMessage = {
  conversationId: string
  patientId: string | null
  labels: string[]
  urgency: Urgency
  text: string
}

/** One message that came in; undefined where it was taken back, or is not for this reader. */
export async function wordsOfMessage(tx: Transaction, messageId: string): Promise<HeardMessage | undefined> {
  const [row] = await tx.run<HeardMessage>(ONE, [tx.context.organizationId, messageId])
  return row
}

const ONE = sqlText`
  select c.id as "conversationId", c.patient_id as "patientId", c.labels || m.labels as labels, c.urgency,
         concat_ws(E'\n', m.subject, coalesce(m.trimmed, m.text)) as text
    from message m join conversation c on c.organization_id = $1 and c.id = m.conversation_id
   where m.organization_id = $1 and m.id = $2 and m.direction = 'in' and m.cancelled_at is null`

/** Messages that are read back. */
const SAID_MAX = 12

export type SaidLately = {
  patientId: string | null
  siteId: string | null
  labels: string[]
  urgency: Urgency
  language: string
  lastSeq: number
  /** Somebody was read to be in danger, or may be. */
  isDanger: boolean
  /** The oldest first; notes of colleagues are not among them. */
  messages: { by: 'them' | 'us'; text: string }[]
}

export async function saidLately(tx: Transaction, conversationId: string): Promise<SaidLately | undefined> {
  const values = [tx.context.organizationId, conversationId]
  const [head] = await tx.run<Omit<SaidLately, 'messages'>>(HEAD, values)
  if (!head) return undefined
  const rows = await tx.run<{ by: 'them' | 'us'; text: string }>(LATELY, [...values, SAID_MAX])
  return { ...head, messages: rows.toReversed() }
}

const HEAD = sqlText`
  select c.patient_id as "patientId", c.site_id as "siteId", c.labels, c.urgency, c.language, c.last_seq as "lastSeq",
         exists (select from safety_alert a where a.organization_id = $1 and a.conversation_id = c.id and a.accepted_at is null)
           or exists (select from message m where m.organization_id = $1 and m.conversation_id = c.id and m.flags @> '{emergency}') as "isDanger"
    from conversation c where c.organization_id = $1 and c.id = $2 and c.state <> 'merged'`

const LATELY = sqlText`
  select case direction when 'in' then 'them' else 'us' end as by, concat_ws(E'\n', subject, coalesce(trimmed, text)) as text
    from message
   where organization_id = $1 and conversation_id = $2 and direction in ('in', 'out') and cancelled_at is null
   order by seq desc limit $3`
