/**
 * The files of an answer that leaves as a text message or a mail: what the channel takes goes along, everything else waits in the portal
 * (decisions 0115, 0257).
 */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { SendChannel } from './gate.ts'

/** What every carrier takes; the sizes are those of https://www.twilio.com/docs/messaging/guides/accepted-mime-types. */
const PICTURE_TYPES: readonly string[] = ['image/jpeg', 'image/png', 'image/gif']
type Limits = { types: readonly string[] | null; filesMax: number; bytesMax: number }
/** Of one message, all of its files together. A mail writes 7 MB as less than 10, which servers with narrow limits take, too. */
const LIMITS: Partial<Record<SendChannel, Limits>> = {
  sms: { types: PICTURE_TYPES, filesMax: 10, bytesMax: 5_000_000 },
  email: { types: null, filesMax: 20, bytesMax: 7_000_000 },
}
const NONE: Limits = { types: null, filesMax: 0, bytesMax: 0 }

export type AnswerFile = { id: string; type: string; size: number }
export type SplitFiles = {
  /** Ids of those that go along, in their order. */
  along: string[]
  /** Whether any does not. */
  filesWait: boolean
}

export function splitFiles(channel: SendChannel, files: readonly AnswerFile[]): SplitFiles {
  const { types, filesMax, bytesMax } = LIMITS[channel] ?? NONE
  const along: string[] = []
  let bytes = 0
  for (const { id, type, size } of files) {
    if ((types && !types.includes(type)) || along.length === filesMax || bytes + size > bytesMax) continue
    along.push(id)
    bytes += size
  }
  return { along, filesWait: along.length < files.length }
}

export const filesById = (tx: Transaction, ids: readonly string[]): Promise<AnswerFile[]> =>
  tx.run<AnswerFile>(
    `select id, type, size from attachment where organization_id = $1 and id = any ($2::uuid[]) order by id limit 100`,
    [tx.context.organizationId, ids],
  )

export const filesOfMessage = (tx: Transaction, messageId: string): Promise<AnswerFile[]> =>
  tx.run<AnswerFile>(
    sqlText`select id, type, size from attachment
      where organization_id = $1 and message_id = $2 and verdict = 'clean' order by id limit 100`,
    [tx.context.organizationId, messageId],
  )

type FileOfMail = { name: string; type: string; storageKey: string }

export const filesOfMail = (tx: Transaction, ids: readonly string[]): Promise<FileOfMail[]> =>
  tx.run<FileOfMail>(
    sqlText`select name, type, storage_key as "storageKey" from attachment
      where organization_id = $1 and id = any ($2::uuid[]) and verdict = 'clean' and storage_key is not null order by id limit 100`,
    [tx.context.organizationId, ids],
  )

export type HandedPicture = { type: string; storageKey: string; conversationId: string; patientId: string | null }

/** A picture that is on its way with this delivery; nothing of a delivery that was taken back or stopped. */
export async function pictureOfDelivery(
  tx: Transaction,
  { attachmentId, deliveryId }: { attachmentId: string; deliveryId: string },
): Promise<HandedPicture | undefined> {
  const [row] = await tx.run<HandedPicture>(PICTURE_OF_DELIVERY, [
    tx.context.organizationId,
    attachmentId,
    deliveryId,
    PICTURE_TYPES,
  ])
  return row
}

const PICTURE_OF_DELIVERY = sqlText`
  select f.type, f.storage_key as "storageKey", d.conversation_id as "conversationId", c.patient_id as "patientId"
    from delivery d
    join attachment f on f.organization_id = $1 and f.message_id = d.message_id and f.id = $2
    join conversation c on c.organization_id = $1 and c.id = d.conversation_id
   where d.organization_id = $1 and d.id = $3 and d.channel = 'sms' and d.state in ('sending', 'handed_over', 'delivered', 'seen', 'unknown')
     and f.verdict = 'clean' and f.storage_key is not null and f.type = any ($4::text[])`
