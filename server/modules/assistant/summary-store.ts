/** The SQL of a summary: the conversation's messages of the patient, what the engines said of them, and which articles were cited. */
import type { SummaryFacts, SummaryMessage, SummarySlot } from '#engines/assistant/summary.ts'
import type { Understanding } from '#engines/understanding/understand.ts'
import { identityLevelSql } from '#server/modules/identity/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

/** Messages of the patient that are looked at: the newest. */
const LOOKED_AT_MAX = 30
/** Characters of each. */
const TEXT_MAX = 4_000

/** Of the requests that are not finished, the one that was talked of last first. */
const SLOTS_MAX = 8

export type SummaryRows = Pick<
  SummaryFacts,
  'handedOff' | 'name' | 'level' | 'urgency' | 'language' | 'messages' | 'done' | 'slots'
> & {
  patientId: string | null
  /** The number of each message in its conversation: where the screen finds it. */
  seqOf: ReadonlyMap<string, number>
}

/** @returns null where nothing is handed over; undefined where the caller sees no such conversation. */
export async function factsOfSummary(
  tx: Transaction,
  conversationId: string,
  now: Date,
): Promise<SummaryRows | null | undefined> {
  const { organizationId } = tx.context
  const [about] = await tx.run<
    Omit<SummaryRows, 'messages' | 'done' | 'slots' | 'handedOff' | 'seqOf'> & { handedOff: string | null }
  >(ABOUT, [organizationId, conversationId, now])
  if (!about?.handedOff) return about && null
  const [messages, done, slots] = await Promise.all([
    tx.run<{ id: string; seq: number; text: string; state: string; result: Understanding }>(MESSAGES, [
      organizationId,
      conversationId,
      about.handedOff,
      LOOKED_AT_MAX,
      TEXT_MAX,
    ]),
    tx.run<{ messageId: string; title: string }>(CITED, [organizationId, conversationId]),
    tx.run<SummarySlot>(SLOTS, [organizationId, conversationId, SLOTS_MAX]),
  ])
  const seqOf = new Map(messages.map(({ id, seq }) => [id, seq]))
  return {
    ...about,
    handedOff: about.handedOff,
    messages: messages.map(({ id, text, state, result }): SummaryMessage => ({
      id,
      text,
      said: state === 'understood' ? result : null,
    })),
    done: done.filter(({ messageId }) => seqOf.has(messageId)),
    slots: slots.filter(({ messageId }) => seqOf.has(messageId)),
    seqOf,
  }
}

const ABOUT = `
  select c.patient_id as "patientId", p.given || ' ' || p.family as name, ${identityLevelSql('$3')} as level, c.urgency, c.language,
         h.message_id as "handedOff"
    from conversation c
    left join patient p on p.organization_id = $1 and p.id = c.patient_id
    left join hand_off h on h.organization_id = $1 and h.conversation_id = c.id and h.closed_at is null
   where c.organization_id = $1 and c.id = $2`

// The newest, and in any case the one that was handed over; in their order.
const MESSAGES = sqlText`
  select * from (
    select m.id, m.seq, left(coalesce(m.trimmed, m.text), $5) as text, u.state, u.result
      from message m
      join understanding u on u.organization_id = $1 and u.message_id = m.id and u.version = 1
     where m.organization_id = $1 and m.conversation_id = $2 and m.direction = 'in' and m.cancelled_at is null
     order by m.id = $3 desc, m.seq desc limit $4) newest
   order by seq`

const CITED = sqlText`
  select j.resource_id as "messageId", t.title
    from journal j
    cross join lateral jsonb_array_elements_text(j.detail->'articles') cited(article)
    join article_text t on t.organization_id = $1 and t.article_id = split_part(cited.article, '@', 1)::uuid
      and t.version = split_part(cited.article, '@', 2)::int
    join conversation c on c.organization_id = $1 and c.id = $2 and t.language = c.language
   where j.organization_id = $1 and j.conversation_id = $2 and j.action <> 'R' and j.event = 'assistant.decided'
   order by j.at limit 10`

const SLOTS = sqlText`
  select s.name, s.shown as value, s.message_id as "messageId"
    from assistant_task t
    join assistant_slot s on s.organization_id = $1 and s.task_id = t.id
    join message m on m.organization_id = $1 and m.id = s.message_id
   where t.organization_id = $1 and t.conversation_id = $2 and t.state in ('collecting', 'confirming', 'paused', 'handed_off')
   order by t.updated_at desc, t.id desc, m.seq limit $3`
