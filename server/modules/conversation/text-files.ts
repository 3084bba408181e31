/**
 * The files of an answer that leaves as a text message: pictures go along with it, everything else waits in the portal (decision 0115).
 */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

/** What every carrier takes; the sizes are those of https://www.twilio.com/docs/messaging/guides/accepted-mime-types. */
const PICTURE_TYPES: readonly string[] = ['image/jpeg', 'image/png', 'image/gif']
const PICTURES_MAX = 10
/** Of all pictures of one message together. */
const PICTURES_MAX_BYTES = 5_000_000

export type TextFile = { id: string; type: string; size: number }
export type SplitFiles = {
  /** Ids of those that go along, in their order. */
  pictures: string[]
  /** Whether any does not. */
  filesWait: boolean
}

export function splitFiles(files: readonly TextFile[]): SplitFiles {
  const pictures: string[] = []
  let bytes = 0
  for (const { id, type, size } of files) {
    if (!PICTURE_TYPES.includes(type) || pictures.length === PICTURES_MAX || bytes + size > PICTURES_MAX_BYTES) continue
    pictures.push(id)
    bytes += size
  }
  return { pictures, filesWait: pictures.length < files.length }
}

export const filesById = (tx: Transaction, ids: readonly string[]): Promise<TextFile[]> =>
  tx.run<TextFile>(
    `select id, type, size from attachment where organization_id = $1 and id = any ($2::uuid[]) order by id limit 100`,
    [tx.context.organizationId, ids],
  )

export const filesOfMessage = (tx: Transaction, messageId: string): Promise<TextFile[]> =>
  tx.run<TextFile>(
    sqlText`select id, type, size from attachment
      where organization_id = $1 and message_id = $2 and verdict = 'clean' order by id limit 100`,
    [tx.context.organizationId, messageId],
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
