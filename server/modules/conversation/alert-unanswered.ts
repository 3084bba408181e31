/** A question about what may be an emergency that nobody answers: a nurse is called, once (understanding-D28). */
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

/** The conversation is locked. */
export async function callNurse(deps: Deps, questionId: string): Promise<void> {
  const { tx, hub, now } = deps
  const found = await findUnanswered(tx, questionId)
  if (!found || !(await markAlerted(tx, questionId, now))) return
  const { conversationId, patientId, messageId } = found
  await raiseAlert(deps, { conversationId, messageId, kind: 'triage', reason: await reasonFor(tx, messageId) })
  await journal(
    tx,
    {
      event: 'safety.unanswered',
      action: 'E',
      resourceKind: 'message',
      resourceId: messageId,
      conversationId,
      patientIds: [patientId],
      fieldClasses: ['clinical'],
      detail: { question: questionId },
    },
    now,
  )
  tx.afterCommit(() => hub.wake(tx.context.organizationId))
}

/** Somebody has spoken since it was asked, or holds the conversation and has opened it since; or it is over. */
async function isLookedAfter(
  tx: Transaction,
  { id, state }: LockedConversation,
  { askedAt }: Unanswered,
): Promise<boolean> {
  if (state !== 'open' && state !== 'waiting' && state !== 'snoozed') return true
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
async function reasonFor(tx: Transaction, messageId: string): Promise<Worded> {
  const [row] = await tx.run<{ result: StoredUnderstanding }>(
    sqlText`select result from understanding
      where organization_id = $1 and message_id = $2 and version = 1`,
    [tx.context.organizationId, messageId],
  )
  const said = row ? reasonKept(row.result) : null
  return {
    en: `Could be an emergency: no clear answer to our question. ${said?.en ?? ''}`.trim(),
    es: `Puede ser una emergencia: no hay respuesta clara a nuestra pregunta. ${said?.es ?? ''}`.trim(),
  }
}
