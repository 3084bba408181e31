/** Files of messages and drafts: rows here, bytes in the file store (server/platform/file-store.ts). */
import { identityLevelSql, isSure, VISITOR_OF_CHAT } from '#server/modules/identity/index.ts'
import type { Context } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { IdentityLevel } from './gate.ts'
import { noteReadersOf, readableWords } from './policy.ts'

export type AttachmentView = {
  id: string
  name: string
  type: string
  size: number
  verdict: Verdict
  reason: string | null
}
export type Verdict = 'waiting' | 'clean' | 'infected' | 'refused' | 'unreadable'

export async function attachmentsOfDraft(tx: Transaction, draftId: string): Promise<AttachmentView[]> {
  return tx.run<AttachmentView>(
    `select id, name, type, size, verdict, reason from attachment where organization_id = $1 and draft_id = $2 order by id limit 100`,
    [tx.context.organizationId, draftId],
  )
}

export type NewUpload = {
  name: string
  type: string
  size: number
  sha256: Buffer
  verdict: Verdict
  reason: string | null
  storageKey: string | null
}

/** Who sent a file up: the only one who may put it into a message. */
export const uploaderOf = ({ actor }: Context): string => `${actor.kind}/${actor.id}`

/** A file that was uploaded and belongs to nothing yet. */
export async function insertUpload(tx: Transaction, file: NewUpload, now: Date): Promise<AttachmentView> {
  const id = newId(now.getTime())
  await tx.run(
    sqlText`insert into attachment (organization_id, id, name, type, size, sha256, verdict, reason, storage_key, received_at, uploaded_by)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.context.organizationId,
      id,
      file.name,
      file.type,
      file.size,
      file.sha256,
      file.verdict,
      file.reason,
      file.storageKey,
      now,
      uploaderOf(tx.context),
    ],
  )
  return { id, name: file.name, type: file.type, size: file.size, verdict: file.verdict, reason: file.reason }
}

/**
 * The file if this transaction may see its message, and read it where it is a note; row security decides for patients and visitors. The file of
 * a draft is served to whoever sent it up, and uploads of nobody yet are not served.
 */
export async function findServable(tx: Transaction, id: string) {
  const { organizationId, actor } = tx.context
  const staffId = actor.kind === 'staff' ? actor.id : null
  const [row] = await tx.run<
    AttachmentView & { storageKey: string | null; conversationId: string | null; patientId: string | null }
  >(SERVABLE, [organizationId, staffId, id, noteReadersOf(tx.context), uploaderOf(tx.context)])
  return row
}

const SERVABLE = `
  select f.id, f.name, f.type, f.size, f.verdict, f.reason, f.storage_key as "storageKey", f.conversation_id as "conversationId",
         c.patient_id as "patientId"
    from attachment f join conversation c on c.organization_id = $1 and c.id = f.conversation_id
    left join message m on m.organization_id = $1 and m.id = f.message_id
   where f.organization_id = $1 and f.id = $3 and case when f.message_id is null then f.uploaded_by = $5 else ${readableWords('$4')} end`

/**
 * A file of ours about a patient, or of what was said elsewhere than in the chat, where we are not sure or not any more who writes in it: a browser
 * keeps its conversation when its proof has ended (desk-D8). Run in the organization's scope.
 */
export async function isLockedNow(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const [row] = await tx.run<{ level: IdentityLevel }>(LEVEL_OF_FILE, [tx.context.organizationId, id, now])
  return row !== undefined && !isSure(row.level)
}

const LEVEL_OF_FILE = `
  select ${identityLevelSql('$3', VISITOR_OF_CHAT)} as level
    from attachment f
    join message m on m.organization_id = $1 and m.id = f.message_id
    join conversation c on c.organization_id = $1 and c.id = f.conversation_id and (m.channel <> 'widget' or m.direction = 'out' and c.patient_id is not null)
   where f.organization_id = $1 and f.id = $2`

/** The cleaned HTML of a mail. */
export const htmlOf = (tx: Transaction, messageId: string) => contentOf<string>(tx, messageId, 'm.safe_html')

/** Most pictures, and bytes of them, that are put into one shown mail. */
const PICTURES_MAX = 50
const PICTURES_MAX_BYTES = 10_000_000

/** The checked pictures that a mail's HTML shows, by Content-ID, within the bytes one page should carry. */
export async function picturesOf(
  tx: Transaction,
  messageId: string,
): Promise<{ contentId: string; type: string; storageKey: string }[]> {
  return tx.run(
    sqlText`select content_id as "contentId", type, storage_key as "storageKey" from (
        select *, sum(size) over (order by id) as total from attachment
         where organization_id = $1 and message_id = $2 and disposition = 'inline' and verdict = 'clean' and content_id is not null
           and storage_key is not null and type in ('image/jpeg', 'image/png', 'image/webp')) a
      where total <= $3 order by id limit $4`,
    [tx.context.organizationId, messageId, PICTURES_MAX_BYTES, PICTURES_MAX],
  )
}

/** The mail exactly as it came. */
export async function rawOf(tx: Transaction, messageId: string) {
  const [row] = await tx.run<{ content: Buffer; conversationId: string; patientId: string | null }>(
    sqlText`select r.bytes as content, m.conversation_id as "conversationId", c.patient_id as "patientId"
      from message m
      join raw_message r on r.organization_id = $1 and r.id = m.raw_id
      join conversation c on c.organization_id = $1 and c.id = m.conversation_id
     where m.organization_id = $1 and m.id = $2`,
    [tx.context.organizationId, messageId],
  )
  return row
}

async function contentOf<T>(tx: Transaction, messageId: string, column: 'm.safe_html') {
  const [row] = await tx.run<{ content: T; conversationId: string; patientId: string | null }>(
    `select ${column} as content, m.conversation_id as "conversationId", c.patient_id as "patientId"
       from message m join conversation c on c.organization_id = $1 and c.id = m.conversation_id
      where m.organization_id = $1 and m.id = $2 and ${column} is not null`,
    [tx.context.organizationId, messageId],
  )
  return row
}
