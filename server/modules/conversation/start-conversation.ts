/** A person of the desk writes to a patient first. */
import { randomBytes } from 'node:crypto'
import { newId } from '#server/platform/id.ts'
import { refuse, type Result } from '#server/platform/result.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { Refusal } from '#contract/refusal.ts'
import { sendMessage, type NewAnswer, type SendDeps } from './send-message.ts'
import { conversationNumber } from './rules.ts'
import type { SendChannel } from './gate.ts'
import { ok } from '#server/platform/result.ts'

export type NewConversation = {
  conversationId: string
  messageId: string
  patientId: string
  subject: string
  text: string
  channel: string
  author: NewAnswer['author']
}

export async function startConversation(
  deps: SendDeps,
  input: NewConversation,
): Promise<Result<{ conversationId: string; messageId: string }, Refusal>> {
  const { tx, now } = deps
  const channel =
    input.channel === 'desk' || input.channel === 'front-desk' ? 'portal-chat' : (input.channel as SendChannel)
  const rows = await tx.run(OPEN, [
    tx.context.organizationId,
    input.conversationId,
    conversationNumber(randomBytes(9)),
    input.subject,
    channel,
    input.patientId,
    now,
    newId(now.getTime()),
    input.author.staffId,
  ])
  // Either no such patient, or the same request came twice: then the message is found by its id below.
  if (rows.length === 0) {
    const [known] = await tx.run(
      `select from conversation where organization_id = $1 and id = $2 and patient_id = $3`,
      [tx.context.organizationId, input.conversationId, input.patientId],
    )
    if (!known) return refuse('NOT_FOUND')
  }
  const sent = await sendMessage(deps, {
    conversationId: input.conversationId,
    messageId: input.messageId,
    mode: 'reply',
    text: input.text,
    seenSeq: 0,
    channel,
    attachmentIds: [],
    mentions: [],
    confirmed: ['other-patient', 'language', 'attachment-missing'],
    author: input.author,
  })
  return sent.ok ? ok({ conversationId: input.conversationId, messageId: input.messageId }) : sent
}

const OPEN = sqlText`
  with c as (
    insert into conversation (organization_id, id, number, subject, channel, patient_id, site_id, language, last_message_at, first_message_at,
      last_direction, assignee_id, assignment)
    select $1, $2, $3, $4, $5, p.id, p.site_id, p.language, $7, $7, 'out', $9::uuid, 'assigned'
      from patient p where p.organization_id = $1 and p.id = $6
    on conflict do nothing
    returning id
  )
  insert into party (organization_id, id, conversation_id, role, patient_id, joined_at) select $1, $8, id, 'patient', $6, $7 from c
  returning id`
