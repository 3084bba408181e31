/**
 * CANCEL after a text about a visit (desk-D40): texts stop, the visit stands, and the one confirmation asks which was meant. A figure answers it once,
 * from the same number, in the same conversation, while nothing else was written there and the visit is as it was told; any other answer is a
 * person's to read.
 */
import { isNumberOf, lockAppointment, toldTo } from '#server/modules/appointment/index.ts'
import { newId } from '#server/platform/id.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { senderName, type InboundMessage } from './inbound-message.ts'

/** How long a text about a visit may be answered by CANCEL, and the question by a figure. */
const ANSWERABLE_HOURS = 72

export type AskedVisit = { appointmentId: string; version: number; startAt: Date; timeZone: string }

/** The one visit that CANCEL may mean: told to the number by a text that nothing came back to, and still ahead. Undefined where there are several. */
export async function visitMeant(
  tx: Transaction,
  { address, messageId }: { address: string; messageId: string },
  now: Date,
): Promise<AskedVisit | undefined> {
  const since = new Date(now.getTime() - ANSWERABLE_HOURS * 3_600_000)
  const [heard] = await tx.run<{ at: Date | null }>(LAST_HEARD, [
    tx.context.organizationId,
    address,
    senderName({ kind: 'address', system: 'sms', value: address, name: null, usable: true }),
    messageId,
    since,
  ])
  const told = await toldTo(tx, { address, since: heard?.at ?? since }, now)
  const [only, ...others] = told
  return others.length === 0 ? only : undefined
}

const LAST_HEARD = sqlText`
  select max(m.received_at) as at
    from party p join message m on m.organization_id = $1 and m.conversation_id = p.conversation_id and m.direction = 'in' and m.channel = 'sms'
     and m.sender = $3 and m.id <> $4 and m.received_at > $5
   where p.organization_id = $1 and p.address = $2`

export async function insertQuestion(
  tx: Transaction,
  { appointmentId, version }: AskedVisit,
  asked: { address: string; conversationId: string; messageId: string },
  now: Date,
): Promise<void> {
  await tx.run(
    sqlText`insert into visit_question (organization_id, id, address, appointment_id, version, conversation_id, message_id, asked_at, until_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.context.organizationId,
      newId(now.getTime()),
      asked.address,
      appointmentId,
      version,
      asked.conversationId,
      asked.messageId,
      now,
      new Date(now.getTime() + ANSWERABLE_HOURS * 3_600_000),
    ],
  )
}

export type VisitAnswer = AskedVisit & { questionId: string; conversationId: string; says: 'cancel' | 'texts' }

/** Characters of an answer by a figure. */
const FIGURE_MAX = 20
/** The figure alone, as it is typed on a telephone: "1", "1.", "#1". */
const FIGURE = /^[\s"'(#]*([12])[\s"').!]*$/

/** What a figure of the sender answers, held until the transaction ends; undefined where it answers nothing that is open. */
export async function visitAnswerOf(
  tx: Transaction,
  { channel, sender, text, trimmed }: InboundMessage,
  now: Date,
): Promise<VisitAnswer | undefined> {
  const said = trimmed ?? text
  const [, figure] = (said.length <= FIGURE_MAX && FIGURE.exec(said.normalize('NFKC'))) || []
  if (!figure || channel !== 'sms' || sender.kind !== 'address' || !sender.usable) return undefined
  const [open] = await tx.run<Open>(OPEN, [tx.context.organizationId, sender.value, now])
  if (!open) return undefined
  const { questionId, conversationId, appointmentId, version } = open
  const visit = await lockAppointment(tx, appointmentId)
  // Of a visit that changed since, the figure means nothing.
  if (!visit || visit.status !== 'booked' || visit.version !== version || visit.startAt <= now) return undefined
  const { startAt, timeZone } = visit
  const says = figure === '1' ? 'cancel' : 'texts'
  return { questionId, conversationId, says, appointmentId, version, startAt, timeZone }
}

type Open = { questionId: string; conversationId: string; appointmentId: string; version: number }

// Where a person or software wrote something after it, a figure may answer that.
const OPEN = `
  select q.id as "questionId", q.conversation_id as "conversationId", q.appointment_id as "appointmentId", q.version
    from visit_question q join appointment a on a.organization_id = $1 and a.id = q.appointment_id and ${isNumberOf('a.patient_id', '$2')}
   where q.organization_id = $1 and q.address = $2 and q.answered_at is null and q.until_at > $3
     and q.asked_at = (select max(n.asked_at) from visit_question n where n.organization_id = $1 and n.address = $2)
     and not exists (select from message m where m.organization_id = $1 and m.conversation_id = q.conversation_id and m.direction = 'out'
       and m.received_at > q.asked_at and m.cancelled_at is null)
   for update of q`

export const saveAnswer = async (
  tx: Transaction,
  { questionId, says }: VisitAnswer,
  messageId: string,
  now: Date,
): Promise<void> =>
  void (await tx.run(
    sqlText`update visit_question set answered_at = $3, answered_by = $4, answer = $5 where organization_id = $1 and id = $2`,
    [tx.context.organizationId, questionId, now, messageId, says === 'cancel' ? 'cancelled' : 'texts'],
  ))
