/** The SQL of consents. An answer replaces the one before it, which stays as history. */
import { newId } from '#server/platform/id.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { Channel, Kind, Purpose } from './rules.ts'

type SaidIn = { messageId: string; conversationId: string; at: Date }

export type ConsentRow = {
  id: string
  kind: Kind
  purpose: Purpose
  channel: Channel
  lineId: string | null
  provision: 'permit' | 'deny'
  state: 'active' | 'inactive' | 'entered_in_error'
  textVersion: string
  language: string
  givenAt: Date
  givenBy: 'patient' | 'related-person' | 'staff' | 'system'
  recordedBy: string | null
  told: 'in-person' | 'phone' | 'paper' | null
  relatedPersonId: string | null
  relatedPerson: string | null
  message: SaidIn | null
  endedAt: Date | null
  endedMessage: SaidIn | null
}

type Row = Omit<ConsentRow, 'message' | 'endedMessage'> & {
  messageId: string | null
  conversationId: string | null
  saidAt: Date | null
  endedMessageId: string | null
  endedConversationId: string | null
  endedSaidAt: Date | null
}

// A message that the reader may not open is not told of.
const SELECT = `
  select k.id, k.kind, k.purpose, k.channel, k.channel_account_id as "lineId", k.provision, k.state, k.text_version as "textVersion", k.language,
         k.given_at as "givenAt", k.given_by as "givenBy", s.given || ' ' || s.family as "recordedBy", k.told,
         k.related_person_id as "relatedPersonId", r.given || ' ' || r.family as "relatedPerson",
         m.id as "messageId", m.conversation_id as "conversationId", m.received_at as "saidAt", k.ended_at as "endedAt",
         e.id as "endedMessageId", e.conversation_id as "endedConversationId", e.received_at as "endedSaidAt"
    from consent k
    left join staff_member s on s.organization_id = $1 and s.id = k.recorded_by
    left join related_person r on r.organization_id = $1 and r.id = k.related_person_id
    left join message m on m.organization_id = $1 and m.id = k.message_id
    left join message e on e.organization_id = $1 and e.id = k.ended_message_id
   where k.organization_id = $1`

const read = ({
  messageId,
  conversationId,
  saidAt,
  endedMessageId,
  endedConversationId,
  endedSaidAt,
  ...row
}: Row): ConsentRow => ({
  ...row,
  message: messageId && conversationId && saidAt ? { messageId, conversationId, at: saidAt } : null,
  endedMessage:
    endedMessageId && endedConversationId && endedSaidAt
      ? { messageId: endedMessageId, conversationId: endedConversationId, at: endedSaidAt }
      : null,
})

export const consentsOf = async (tx: Transaction, patientId: string): Promise<ConsentRow[]> =>
  (await tx.run<Row>(OF_PATIENT, [tx.context.organizationId, patientId])).map(read)

const OF_PATIENT = `${SELECT} and k.patient_id = $2 order by k.given_at desc, k.id desc limit 200`

/** One of our numbers or mailboxes, from which messages leave. */
export type SenderLine = { id: string; channel: Channel; name: string; address: string; isLive: boolean }

/** Also those that are closed, for what was said of them. */
export const linesOf = (tx: Transaction): Promise<SenderLine[]> =>
  tx.run<SenderLine>(
    sqlText`select id, channel, name, address, is_live as "isLive" from channel_account
      where organization_id = $1 and channel in ('email', 'sms', 'voice') order by channel, address limit 500`,
    [tx.context.organizationId],
  )

/** Whether the patient's side wrote it, as far as whoever asks may see. */
export const isSaidBy = async (tx: Transaction, patientId: string, messageId: string): Promise<boolean> =>
  (
    await tx.run(
      sqlText`select from message m join conversation c on c.organization_id = $1 and c.id = m.conversation_id
        where m.organization_id = $1 and m.id = $3 and m.direction = 'in' and c.patient_id = $2`,
      [tx.context.organizationId, patientId, messageId],
    )
  ).length > 0

export const isNearTo = async (tx: Transaction, patientId: string, relatedPersonId: string): Promise<boolean> =>
  (
    await tx.run(`select from related_person where organization_id = $1 and id = $3 and patient_id = $2`, [
      tx.context.organizationId,
      patientId,
      relatedPersonId,
    ])
  ).length > 0

export type NewConsent = Pick<
  ConsentRow,
  'kind' | 'purpose' | 'channel' | 'lineId' | 'provision' | 'textVersion' | 'language' | 'givenBy' | 'told'
> & { patientId: string; recordedBy: string | null; relatedPersonId: string | null; messageId: string | null }

/** An answer for all our lines replaces those for one; an answer for one line replaces that of the same line. */
export async function replaceConsent(tx: Transaction, consent: NewConsent, now: Date): Promise<ConsentRow | undefined> {
  const { organizationId } = tx.context
  const { patientId, kind, purpose, channel, lineId } = consent
  const [patient] = await tx.run(`select from patient where organization_id = $1 and id = $2 for no key update`, [
    organizationId,
    patientId,
  ])
  if (!patient) return undefined
  await tx.run(END_ACTIVE, [organizationId, patientId, kind, purpose, channel, now, lineId])
  const id = newId(now.getTime())
  await tx.run(INSERT, [
    organizationId,
    id,
    patientId,
    kind,
    purpose,
    channel,
    consent.provision,
    consent.textVersion,
    consent.language,
    now,
    consent.givenBy,
    lineId,
    consent.messageId,
    consent.recordedBy,
    consent.relatedPersonId,
    consent.told,
  ])
  if (kind === 'plain_mail') {
    await tx.run(
      `update contact_point set allows_plain = $3 where organization_id = $1 and patient_id = $2 and system = $4`,
      [organizationId, patientId, consent.provision === 'permit', channel],
    )
  }
  const [row] = await tx.run<Row>(`${SELECT} and k.id = $2`, [organizationId, id])
  return row && read(row)
}

const END_ACTIVE = sqlText`
  update consent set state = 'inactive', ended_at = $6
   where organization_id = $1 and patient_id = $2 and kind = $3 and purpose = $4 and channel = $5 and state = 'active'
     and ($7::uuid is null or channel_account_id = $7)`

const INSERT = sqlText`
  insert into consent (organization_id, id, patient_id, kind, purpose, channel, provision, text_version, language, given_at, given_by,
    channel_account_id, message_id, recorded_by, related_person_id, told)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`
