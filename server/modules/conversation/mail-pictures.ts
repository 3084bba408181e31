/** Pictures that a mail shows from elsewhere. They are here once somebody asked for them, and stay for this mail (desk-D56). */
import { createHash } from 'node:crypto'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type MailPicture = { url: string; type: string; size: number; storageKey: string }

/** Bytes of them in one mail: a page carries them whole. */
export const MAIL_PICTURES_MAX_BYTES = 10_000_000

export const mailPicturesOf = (tx: Transaction, messageId: string): Promise<MailPicture[]> =>
  tx.run<MailPicture>(LIST, [tx.context.organizationId, messageId])

/** A colleague who asked at the same time may have kept it already. */
export async function keepMailPicture(
  tx: Transaction,
  messageId: string,
  { url, type, size, storageKey }: MailPicture,
  now: Date,
): Promise<void> {
  const digest = createHash('sha256').update(url).digest()
  await tx.run(KEEP, [tx.context.organizationId, messageId, digest, url, type, size, storageKey, now])
}

const LIST = sqlText`
  select url, type, size, storage_key as "storageKey" from mail_picture
   where organization_id = $1 and message_id = $2 order by fetched_at, url_digest limit 100`
const KEEP = sqlText`
  insert into mail_picture (organization_id, message_id, url_digest, url, type, size, storage_key, fetched_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`
