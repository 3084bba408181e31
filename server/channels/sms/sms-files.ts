/** The files of a text message: fetched from the carrier and checked like those of a mail, one by one (desk-D60, D55). */
import { createHash } from 'node:crypto'
import type { FormField } from '#engines/sms/carrier-signature.ts'
import type { InboundAttachment } from '#server/modules/conversation/index.ts'
import type { FileCheck } from '#server/platform/file-check.ts'
import type { FileStore } from '#server/platform/file-store.ts'
import type { OutboundRules } from '#server/platform/outbound.ts'
import { fetchFromCarrier } from '../carrier.ts'
import { formValues } from '../form-values.ts'
import type { OwnNumber } from './own-number.ts'

/** Files of one text message; carriers send no more. */
const FILES_MAX = 10

type Named = { url: string; type: string }

/** What the form names, at most ten. */
export function filesOf(fields: readonly FormField[]): Named[] {
  const values = formValues(fields)
  const count = Math.min(Number(values.get('NumMedia') ?? 0) || 0, FILES_MAX)
  return Array.from({ length: Math.max(0, count) }, (_, at) => ({
    url: values.get(`MediaUrl${at}`) ?? '',
    type: values.get(`MediaContentType${at}`) ?? 'application/octet-stream',
  }))
}

export type SmsFileDeps = { check: FileCheck['check']; store: FileStore; outbound: OutboundRules }

export const checkFiles = (
  deps: SmsFileDeps,
  number: OwnNumber,
  files: readonly Named[],
): Promise<InboundAttachment[]> => Promise.all(files.map((file, at) => checkFile(deps, number, file, `file-${at + 1}`)))

async function checkFile(
  { check, store, outbound }: SmsFileDeps,
  number: OwnNumber,
  { url, type }: Named,
  name: string,
): Promise<InboundAttachment> {
  const head = { disposition: 'attachment', contentId: null } as const
  const bytes = await fetchFromCarrier(number, url, outbound)
  if (!bytes) {
    const sha256 = digestOf(Buffer.from(url))
    return { ...head, name, type, size: 0, sha256, verdict: 'unreadable', reason: 'not_fetched', storageKey: null }
  }
  const checked = await check(bytes, `${name}.${extensionOf(type)}`, type)
  const isRefused = checked.verdict === 'refused'
  return {
    ...head,
    name: checked.name,
    type: checked.type,
    size: checked.bytes.length,
    sha256: digestOf(checked.bytes),
    verdict: checked.verdict === 'held' ? 'waiting' : checked.reason === 'infected' ? 'infected' : checked.verdict,
    reason: checked.reason,
    storageKey: isRefused ? null : await store.put(checked.bytes),
  }
}

const extensionOf = (type: string): string => EXTENSIONS[type.toLowerCase()] ?? 'bin'
const EXTENSIONS: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
}

const digestOf = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()
