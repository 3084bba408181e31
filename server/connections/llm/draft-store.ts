/** The SQL of drafts for staff. They hold words: row security reads them with the labels of their conversation. */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type NewDraft = {
  id: string
  conversationId: string
  staffId: string
  text: string
  provider: string
  model: string
  version: string
  now: Date
}

export async function insertDraft(tx: Transaction, draft: NewDraft): Promise<void> {
  const { id, conversationId, staffId, text, provider, model, version, now } = draft
  await tx.run(
    sqlText`insert into llm_draft (organization_id, id, conversation_id, staff_id, text, provider, model, version, made_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [tx.context.organizationId, id, conversationId, staffId, text, provider, model, version, now],
  )
}

export type KeptDraft = {
  id: string
  staffId: string
  text: string
  madeAt: Date
  messageId: string | null
  sentText: string | null
}

/** Of one conversation. */
const DRAFTS_MAX = 20

/** The newest first, each with what its reader sent after it, within a day and before the next draft was made. */
export const draftsIn = (tx: Transaction, conversationId: string): Promise<KeptDraft[]> =>
  tx.run<KeptDraft>(DRAFTS, [tx.context.organizationId, conversationId, DRAFTS_MAX])

const DRAFTS = sqlText`
  select d.id, d.staff_id as "staffId", d.text, d.made_at as "madeAt", sent.id as "messageId", sent.text as "sentText"
    from llm_draft d
    left join lateral (
      select m.id, m.text from message m
       where m.organization_id = $1 and m.conversation_id = $2 and m.direction = 'out' and m.author_kind = 'staff' and m.author_id = d.staff_id
         and m.cancelled_at is null and m.received_at > d.made_at and m.received_at < d.made_at + interval '1 day'
         and not exists (select from llm_draft next where next.organization_id = $1 and next.conversation_id = $2
           and next.staff_id = d.staff_id and next.made_at > d.made_at and next.made_at < m.received_at)
       order by m.seq limit 1) sent on true
   where d.organization_id = $1 and d.conversation_id = $2
   order by d.made_at desc, d.id desc limit $3`
