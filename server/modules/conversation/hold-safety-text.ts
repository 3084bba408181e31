/**
 * Danger that is told to a person who has the conversation: the safety text waits a minute for that person, and is sent if nobody opened
 * the message by then. The single exception to the silence after a person took over (understanding-D73).
 */
import type { Transaction } from '#server/platform/database.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { journal } from '#server/platform/journal.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { insertAutomaticMessage } from './insert-automatic-message.ts'
import { lastEmergencyText, lockConversation } from './store.ts'

/** Seconds in which a person may open it. */
const OPENED_WITHIN_SECONDS = 60

export async function holdSafetyText(
  { tx, jobs, now }: { tx: Transaction; jobs: Jobs; now: Date },
  { messageId, text, language }: { messageId: string; text: string; language: string },
): Promise<void> {
  const { organizationId } = tx.context
  const startAfter = new Date(now.getTime() + OPENED_WITHIN_SECONDS * 1000)
  await tx.run(INSERT, [organizationId, messageId, text, language, startAfter])
  await jobs.send(tx, 'safety-text', { organizationId, id: messageId }, { startAfter })
}

const INSERT = sqlText`
  insert into held_safety_text (organization_id, message_id, text, language, send_at) values ($1, $2, $3, $4, $5)`

/** A job that comes twice finds it settled. @param messageId of the patient, in which danger was found. */
export async function sendHeldSafetyText(
  { tx, jobs, hub, now }: { tx: Transaction; jobs: Jobs; hub: Hub; now: Date },
  messageId: string,
): Promise<void> {
  const { organizationId } = tx.context
  const [held] = await tx.run<Held>(HELD, [organizationId, messageId])
  const conversation = held && (await lockConversation(tx, held.conversationId))
  if (!held || !conversation) return
  const outcome = await outcomeOf(tx, held, now)
  const settled = await tx.run(SETTLE, [organizationId, messageId, outcome, now])
  if (settled.length === 0) return
  const { conversationId, text, language, channel } = held
  if (outcome === 'sent')
    await insertAutomaticMessage(
      { tx, jobs, now },
      { conversationId, text, language, channel, purpose: 'emergency', address: null, receiverIsAutomatic: false },
    )
  await journal(
    tx,
    {
      event: 'safety.text-settled',
      action: 'E',
      resourceKind: 'message',
      resourceId: messageId,
      conversationId,
      patientIds: [conversation.patientId],
      fieldClasses: ['clinical'],
      detail: { outcome },
    },
    now,
  )
  tx.afterCommit(() => hub.wake(organizationId))
}

type Held = { conversationId: string; seq: number; text: string; language: string; channel: 'portal-chat' | 'widget' }

async function outcomeOf(
  tx: Transaction,
  { conversationId, seq, text }: Held,
  now: Date,
): Promise<'sent' | 'opened' | 'repeated'> {
  const opened = await tx.run(OPENED, [tx.context.organizationId, conversationId, seq])
  if (opened.length > 0) return 'opened'
  return (await lastEmergencyText(tx, conversationId, text, now)) ? 'repeated' : 'sent'
}

const HELD = sqlText`
  select m.conversation_id as "conversationId", m.seq, h.text, h.language, m.channel
    from held_safety_text h join message m on m.organization_id = $1 and m.id = h.message_id
   where h.organization_id = $1 and h.message_id = $2 and h.settled_at is null`

/** Read up to it, or answered after it. */
const OPENED = sqlText`
  select from conversation_seen s
   where s.organization_id = $1 and s.conversation_id = $2 and s.reader_kind = 'staff' and s.seq >= $3
  union all
  select from message m
   where m.organization_id = $1 and m.conversation_id = $2 and m.direction = 'out' and m.author_kind = 'staff' and m.seq > $3
     and m.cancelled_at is null
  limit 1`

const SETTLE = sqlText`
  update held_safety_text set outcome = $3, settled_at = $4 where organization_id = $1 and message_id = $2 and settled_at is null
  returning message_id`
