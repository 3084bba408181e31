/** A person of the desk writes to a patient first. */
import { randomBytes } from 'node:crypto'
import { newId } from '#server/platform/id.ts'
import { refuse, type Result } from '#server/platform/result.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { Refusal } from '#contract/refusal.ts'
import { sendMessage, type NewAnswer, type SendDeps } from './send-message.ts'
import { conversationNumber } from './rules.ts'
import type { DisclosureReason } from './disclosure.ts'
import type { SendChannel } from './gate.ts'
import { questionsBefore, type Question } from './send-questions.ts'
import { replyWays } from './send-store.ts'
import { ok } from '#server/platform/result.ts'

export type NewConversation = {
  conversationId: string
  messageId: string
  patientId: string
  subject: string
  text: string
  channel: string
  confirmed: readonly Question[]
  disclosure?: DisclosureReason
  author: NewAnswer['author']
}

export type Started = { conversationId: string; messageId: string; questions: Question[] }

export async function startConversation(deps: SendDeps, input: NewConversation): Promise<Result<Started, Refusal>> {
  const { tx, now } = deps
  const { conversationId, messageId } = input
  const [patient] = await tx.run<{ language: string }>(
    `select language from patient where organization_id = $1 and id = $2`,
    [tx.context.organizationId, input.patientId],
  )
  if (!patient) return refuse('NOT_FOUND')
  // Asked before anything is written: a question leaves no empty conversation behind.
  const questions = questionsBefore(patient, { text: input.text, attachmentIds: [] }).filter(
    (question) => !input.confirmed.includes(question),
  )
  if (questions.length > 0) return ok({ conversationId, messageId, questions })
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
  // The same request came twice: then the message is found by its id below. Or the id is another conversation's.
  if (rows.length === 0) {
    const [known] = await tx.run(
      `select from conversation where organization_id = $1 and id = $2 and patient_id = $3`,
      [tx.context.organizationId, input.conversationId, input.patientId],
    )
    if (!known) return refuse('NOT_FOUND')
  }
  // Who begins chooses the channel; of two addresses there, the best is taken.
  const ways = await replyWays(tx, { id: conversationId, channel }, now)
  const way = ways.find((one) => one.channel === channel)
  const sent = await sendMessage(deps, {
    conversationId,
    messageId,
    mode: 'reply',
    text: input.text,
    seenSeq: 0,
    channel,
    contactPointId: way?.contactPointId,
    address: way?.address,
    attachmentIds: [],
    mentions: [],
    confirmed: ['language', 'attachment-missing', 'hard-to-read'],
    disclosure: input.disclosure,
    subject: input.subject,
    author: input.author,
  })
  return sent.ok ? ok({ conversationId, messageId, questions: sent.value.questions }) : sent
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
