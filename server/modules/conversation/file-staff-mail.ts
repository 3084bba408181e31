/**
 * A mail that a member of staff wrote from their own mailbox, confirmed by that person: kept in the conversation as what it is, an
 * outward message that has left already (desk-D50). Nothing is sent.
 */
import { randomBytes } from 'node:crypto'
import { searchWords } from '#engines/text/search-words.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import type { Transaction } from '#server/platform/database.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { recognize } from '#server/modules/patient/index.ts'
import { keepDue } from './due.ts'
import { conversationNumber } from './rules.ts'
import { lockWhereItLeads } from './move-store.ts'
import { oneLine } from './store.ts'

export type StaffMail = {
  /** The conversation its references lead to; null opens a new one with the person in To. */
  conversationId: string | null
  staffId: string
  source: string
  externalId: string
  digest: Buffer
  channelAccountId: string
  to: { address: string; name: string | null }
  subject: string
  text: string
  claimedAt: Date | null
  raw: Buffer
}

const TEXT_MAX = 1_000_000
const WORDS_MAX = 200
const SUBJECT_MAX = 500

/** @returns the conversation in which it is kept now. */
export async function fileStaffMail(
  { tx, hub, now }: { tx: Transaction; hub: Hub; now: Date },
  mail: StaffMail,
): Promise<string> {
  const { organizationId } = tx.context
  const current = mail.conversationId ? await lockWhereItLeads(tx, mail.conversationId) : undefined
  const people = current ? [] : await recognize(tx, { system: 'email', value: mail.to.address })
  const only = people.length === 1 ? people[0] : undefined
  const conversationId = current?.id ?? newId(now.getTime())
  const messageId = newId(now.getTime())
  const words = oneLine(mail.text).slice(0, WORDS_MAX)
  const subject = mail.subject.slice(0, SUBJECT_MAX)
  if (!current)
    await tx.run(OPEN, [
      organizationId,
      conversationId,
      conversationNumber(randomBytes(9)),
      subject,
      only?.patientId ?? null,
      only?.relatedPersonId ?? null,
      now,
      mail.staffId,
      newId(now.getTime()),
      mail.to.address,
      mail.to.name?.slice(0, 320) ?? null,
    ])
  await tx.run(STORE, [
    organizationId,
    conversationId,
    messageId,
    mail.channelAccountId,
    mail.staffId,
    mail.text.slice(0, TEXT_MAX),
    subject,
    mail.externalId,
    mail.digest,
    mail.claimedAt,
    now,
    searchWords(`${subject} ${mail.text}`),
    mail.source,
    mail.raw,
    newId(now.getTime()),
    words,
  ])
  await journal(
    tx,
    {
      event: 'message.filed',
      action: 'C',
      resourceKind: 'message',
      resourceId: messageId,
      conversationId,
      patientIds: [current?.patientId ?? only?.patientId ?? null],
      fieldClasses: ['clinical'],
      detail: { channel: 'email', isNew: current === undefined },
    },
    now,
  )
  await keepDue({ tx, now }, conversationId)
  tx.afterCommit(() => hub.wake(organizationId))
  return conversationId
}

// Nobody waits for us in it: the colleague has written, the person in To may answer.
const OPEN = sqlText`
  with c as (
    insert into conversation (organization_id, id, number, subject, state, patient_id, related_person_id, channel, last_seq, last_direction,
      last_message_at, first_message_at, assignee_id, assignment)
    values ($1, $2, $3, $4, 'open', $5::uuid, $6::uuid, 'email', 0, 'out', $7, $7, $8, 'assigned')
    returning id
  )
  insert into party (organization_id, id, conversation_id, role, patient_id, related_person_id, address, display_name, joined_at)
  select $1, $9, id, case when $6::uuid is not null then 'proxy' when $5::uuid is not null then 'patient' else 'author' end,
    $5::uuid, $6::uuid, $10, $11, $7 from c`

const STORE = sqlText`
  with entry as (
    insert into inbox_entry (organization_id, source, external_id, content_digest, outcome, message_id, received_at)
    values ($1, $13, $8, $9, 'stored', $3, $11) on conflict do nothing
  ), raw as (
    insert into raw_message (organization_id, id, source, bytes, received_at) values ($1, $15, $13, $14, $11)
  ), c as (
    update conversation
       set last_seq = last_seq + 1, version = version + 1, last_words = $16, last_direction = 'out', last_message_at = $11
     where organization_id = $1 and id = $2
    returning id, last_seq
  )
  insert into message (organization_id, id, conversation_id, seq, direction, channel, channel_account_id, author_kind, author_id, text, subject,
    external_id, content_digest, claimed_at, received_at, raw_id, flags, search)
  select $1, $3, id, last_seq, 'out', 'email', $4, 'staff', $5, $6, $7, $8, $9, $10::timestamptz, $11, $15::uuid,
    array['sent_elsewhere'], to_tsvector('simple', $12) from c`
