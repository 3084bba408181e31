/**
 * What may be an emergency, and stays without an answer or unread: a nurse is called, once (understanding-D28).
 */
import type { Worded } from '#engines/triage/wording.ts'
import { findUnanswered, markAlerted, type Unanswered } from '#server/modules/safety-dialogue/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { journal } from '#server/platform/journal.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { raiseAlert } from './alert.ts'
import { lockConversation, type LockedConversation } from './store.ts'
import { reasonKept, type StoredUnderstanding } from './stored-understanding.ts'

type Deps = { tx: Transaction; jobs: Jobs; hub: Hub; now: Date }

/** A job that comes twice, in two processes, or after the answer, finds nothing to do. */
export async function alertUnanswered(deps: Deps, questionId: string): Promise<void> {
  const { tx } = deps
  const found = await findUnanswered(tx, questionId)
  // The conversation first, as where a message is received: the other order would let the two wait for each other.
  const conversation = found && (await lockConversation(tx, found.conversationId))
  if (!found || !conversation || (await isLookedAfter(tx, conversation, found))) return
  await callNurse(deps, questionId)
}

/**
 * What was not asked about, since a person has the conversation or there are no words for it in this language: where nobody has looked at it by
 * now a nurse is called. "A person is there" may be a person who answered ten days ago.
 */
export async function alertUnread(deps: Deps, messageId: string): Promise<void> {
  const { tx } = deps
  const { organizationId } = tx.context
  const [found] = await tx.run<Unread>(UNREAD, [organizationId, messageId])
  const conversation = found && (await lockConversation(tx, found.conversationId))
  if (!found || !conversation || (await isLookedAfter(tx, conversation, { askedAt: found.receivedAt }))) return
  const alerted = await tx.run(ALERTED, [organizationId, found.conversationId, found.receivedAt])
  if (alerted.length > 0) return
  await call(deps, { ...found, messageId }, { says: UNREAD_SAYS, event: 'safety.unread' })
}

type Unread = { conversationId: string; patientId: string | null; receivedAt: Date }

const UNREAD = sqlText`
  select m.conversation_id as "conversationId", c.patient_id as "patientId", m.received_at as "receivedAt"
    from message m join conversation c on c.organization_id = $1 and c.id = m.conversation_id
   where m.organization_id = $1 and m.id = $2 and m.cancelled_at is null`

const ALERTED = sqlText`
  select from safety_alert where organization_id = $1 and conversation_id = $2 and raised_at >= $3`

/** The conversation is locked. */
export async function callNurse(deps: Deps, questionId: string): Promise<void> {
  const { tx, now } = deps
  const found = await findUnanswered(tx, questionId)
  if (!found || !(await markAlerted(tx, questionId, now))) return
  await call(deps, found, { says: UNANSWERED_SAYS, event: 'safety.unanswered', question: questionId })
}

async function call(
  deps: Deps,
  { conversationId, patientId, messageId }: { conversationId: string; patientId: string | null; messageId: string },
  { says, event, question }: { says: Worded; event: string; question?: string },
): Promise<void> {
  const { tx, hub, now } = deps
  await raiseAlert(deps, { conversationId, messageId, kind: 'triage', reason: await reasonFor(tx, messageId, says) })
  await journal(
    tx,
    {
      event,
      action: 'E',
      resourceKind: 'message',
      resourceId: messageId,
      conversationId,
      patientIds: [patientId],
      fieldClasses: ['clinical'],
      detail: question ? { question } : null,
    },
    now,
  )
  tx.afterCommit(() => hub.wake(tx.context.organizationId))
}

/**
 * Somebody has spoken since it was asked, or holds the conversation and has opened it since. Its state says nothing of that: a bulk change or a
 * rule ends what nobody has read.
 */
async function isLookedAfter(
  tx: Transaction,
  { id }: LockedConversation,
  { askedAt }: Pick<Unanswered, 'askedAt'>,
): Promise<boolean> {
  const rows = await tx.run(LOOKED_AFTER, [tx.context.organizationId, id, askedAt])
  return rows.length > 0
}

const LOOKED_AFTER = sqlText`
  select from conversation c
   where c.organization_id = $1 and c.id = $2 and (
     exists (select from message m where m.organization_id = $1 and m.conversation_id = $2 and m.direction = 'out' and m.author_kind = 'staff'
       and m.cancelled_at is null and m.received_at >= $3)
     or c.assignment = 'assigned' and exists (select from conversation_seen s where s.organization_id = $1 and s.conversation_id = $2
       and s.reader_kind = 'staff' and s.reader_id = c.assignee_id and s.at >= $3))`

/** What the rules said of the message, for whoever takes the alert. */
async function reasonFor(tx: Transaction, messageId: string, says: Worded): Promise<Worded> {
  const [row] = await tx.run<{ result: StoredUnderstanding }>(
    sqlText`select result from understanding
      where organization_id = $1 and message_id = $2 and version = 1`,
    [tx.context.organizationId, messageId],
  )
  const said = row ? reasonKept(row.result) : null
  return { en: `${says.en} ${said?.en ?? ''}`.trim(), es: `${says.es} ${said?.es ?? ''}`.trim() }
}

const UNANSWERED_SAYS: Worded = {
  en: 'Could be an emergency: no clear answer to our question.',
  es: 'Puede ser una emergencia: no hay respuesta clara a nuestra pregunta.',
}
const UNREAD_SAYS: Worded = {
  en: 'Could be an emergency: nobody has looked at it yet.',
  es: 'Puede ser una emergencia: nadie lo ha mirado todavía.',
}
