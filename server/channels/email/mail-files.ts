/** The files of a mail, checked one by one: what is too much or not allowed is refused by itself, the others stay (desk-D55). */
import { createHash } from 'node:crypto'
import type { Mail } from '#engines/mail/read-mail.ts'
import type { InboundAttachment } from '#server/modules/conversation/index.ts'
import { MAX_FILE_BYTES, type FileCheck } from '#server/platform/file-check.ts'
import type { FileStore } from '#server/platform/file-store.ts'

/** Files of one mail. Those above are not kept apart; the byte-exact original has them. */
export const FILES_MAX = 100
/** File bytes of one mail. */
export const FILES_MAX_BYTES = 50 * 1024 * 1024

export type CheckedAttachments = { attachments: InboundAttachment[]; flags: 'too_many_files'[] }

export async function checkAttachments(
  mail: Mail,
  check: FileCheck['check'],
  store: FileStore,
): Promise<CheckedAttachments> {
  const attachments: InboundAttachment[] = []
  let bytesLeft = FILES_MAX_BYTES
  for (const file of mail.attachments.slice(0, FILES_MAX)) {
    const head = { name: file.name, disposition: file.disposition, contentId: file.contentId ?? null }
    if (file.bytes.length > MAX_FILE_BYTES || file.bytes.length > bytesLeft) {
      const size = file.bytes.length
      attachments.push({
        ...head,
        type: file.type,
        size,
        sha256: sha256(file.bytes),
        verdict: 'refused',
        reason: 'too_large',
        storageKey: null,
      })
      continue
    }
    bytesLeft -= file.bytes.length
    const checked = await check(file.bytes, file.name, file.type)
    attachments.push({
      ...head,
      name: checked.name,
      type: checked.type,
      size: checked.bytes.length,
      sha256: sha256(checked.bytes),
      verdict: verdictOf(checked),
      reason: checked.reason,
      storageKey: checked.verdict === 'refused' ? null : await store.put(checked.bytes),
    })
  }
  return { attachments, flags: mail.attachments.length > FILES_MAX ? ['too_many_files'] : [] }
}

function verdictOf({ verdict, reason }: { verdict: 'clean' | 'refused' | 'held'; reason: string | null }) {
  if (verdict === 'held') return 'waiting'
  return reason === 'infected' ? 'infected' : verdict
}

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()
