/** Words of a conversation for something outside that reads them: at most what it needs, with the labels that may forbid it (understanding-D76). */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { Urgency } from './rules.ts'
import { PRIVACY } from './store.ts'

/** What decides whether words may leave, and the words. */
export type HeardMessage = {
  conversationId: string
  patientId: string | null
  labels: string[]
  /** Of those on the patient's side one alone reads it (decision 0179). */
  isOfOneReader: boolean
  urgency: Urgency
  /** It raised an alert, or its conversation is an emergency: those words are for people (understanding, section 5). */
  isDanger: boolean
  /** As staff corrected it, else as it was read. */
  language: string
  text: string
  /** Of the patient, and of everybody who takes part and is known. */
  names: string[]
}

/** One message that came in; undefined where it was taken back, or is not for this reader. */
export async function wordsOfMessage(tx: Transaction, messageId: string): Promise<HeardMessage | undefined> {
  const [row] = await tx.run<HeardMessage>(ONE, [tx.context.organizationId, messageId])
  return row
}

/** Of everybody in the conversation `c` who is known: what is masked however it is written. */
export const PARTY_NAMES = `
  array(select p.given || ' ' || p.family from patient p
         where p.organization_id = $1 and (p.id = c.patient_id or p.id in (select y.patient_id from party y where y.organization_id = $1 and y.conversation_id = c.id))
        union
        select r.given || ' ' || r.family from related_person r
         where r.organization_id = $1 and (r.id = c.related_person_id or r.id in (select y.related_person_id from party y where y.organization_id = $1 and y.conversation_id = c.id)))`

const ONE = `
  select c.id as "conversationId", c.patient_id as "patientId", c.labels || m.labels as labels, ${PRIVACY} is not null as "isOfOneReader", c.urgency,
         c.urgency = 'stat' or m.urgency = 'stat' or m.flags @> '{emergency}' or exists (
           select from safety_alert a where a.organization_id = $1 and a.conversation_id = c.id and (a.message_id = m.id or a.accepted_at is null)
         ) as "isDanger",
         coalesce((select l.value from understanding_label l
           where l.organization_id = $1 and l.message_id = m.id and l.what = 'language' order by l.at desc, l.id desc limit 1), m.language) as language,
         concat_ws(E'\n', m.subject, coalesce(m.trimmed, m.text)) as text, ${PARTY_NAMES} as names
    from message m join conversation c on c.organization_id = $1 and c.id = m.conversation_id
   where m.organization_id = $1 and m.id = $2 and m.direction = 'in' and m.cancelled_at is null`

/** Messages that are read back. */
const SAID_MAX = 12

export type SaidLately = {
  patientId: string | null
  siteId: string | null
  labels: string[]
  /** Of those on the patient's side one alone reads it (decision 0179). */
  isOfOneReader: boolean
  urgency: Urgency
  language: string
  lastSeq: number
  /** Somebody was read to be in danger, or may be. */
  isDanger: boolean
  /** Of the patient, and of everybody who takes part and is known. */
  names: string[]
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

const HEAD = `
  select c.patient_id as "patientId", c.site_id as "siteId", c.labels, ${PRIVACY} is not null as "isOfOneReader", c.urgency, c.language,
         c.last_seq as "lastSeq", ${PARTY_NAMES} as names,
         exists (select from safety_alert a where a.organization_id = $1 and a.conversation_id = c.id and a.accepted_at is null)
           or exists (select from message m where m.organization_id = $1 and m.conversation_id = c.id and m.flags @> '{emergency}') as "isDanger"
    from conversation c where c.organization_id = $1 and c.id = $2 and c.state <> 'merged'`

const LATELY = sqlText`
  select case direction when 'in' then 'them' else 'us' end as by, concat_ws(E'\n', subject, coalesce(trimmed, text)) as text
    from message
   where organization_id = $1 and conversation_id = $2 and direction in ('in', 'out') and cancelled_at is null
   order by seq desc limit $3`
