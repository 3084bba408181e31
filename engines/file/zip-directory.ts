/** The list of contents of a ZIP archive, read without unpacking; and the rules that it must keep (trust D51). */

export type ZipEntry = {
  name: string
  method: number
  packedBytes: number
  bytes: number
  isEncrypted: boolean
  isLink: boolean
  dataStart: number
}
export type ZipRefusal =
  | 'zip_damaged'
  | 'zip_too_many_entries'
  | 'zip_too_large'
  | 'zip_ratio'
  | 'zip_too_deep'
  | 'zip_link'
  | 'zip_path'
  | 'zip_polyglot'

export const MAX_ZIP_ENTRIES = 1_000
export const MAX_ZIP_BYTES = 200 * 1024 * 1024
export const MAX_ZIP_RATIO = 100
/** An archive in an archive, no deeper. */
export const MAX_ZIP_DEPTH = 2

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

export function readZipDirectory(
  bytes: Buffer,
): { ok: true; entries: ZipEntry[] } | { ok: false; refusal: ZipRefusal } {
  const end = findEnd(bytes)
  if (end === undefined) return refuse('zip_damaged')
  const count = bytes.readUInt16LE(end + 10)
  const size = bytes.readUInt32LE(end + 12)
  const start = bytes.readUInt32LE(end + 16)
  if (count > MAX_ZIP_ENTRIES) return refuse('zip_too_many_entries')
  // Sizes beyond 4 GB (zip64) are over every limit; a gap before the end hides a second file.
  if (start + size !== end || count === 0xffff) return refuse(start === 0xffffffff ? 'zip_too_large' : 'zip_polyglot')
  const entries: ZipEntry[] = []
  let at = start
  let total = 0
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL) return refuse('zip_damaged')
    const nameLength = bytes.readUInt16LE(at + 28)
    const local = bytes.readUInt32LE(at + 42)
    if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL) return refuse('zip_damaged')
    const entry: ZipEntry = {
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packedBytes: bytes.readUInt32LE(at + 20),
      bytes: bytes.readUInt32LE(at + 24),
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      isLink: ((bytes.readUInt32LE(at + 38) >>> 16) & 0o170000) === 0o120000,
      dataStart: local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28),
    }
    if (entry.isLink) return refuse('zip_link')
    if (/^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/.test(entry.name)) return refuse('zip_path')
    if (entry.dataStart + entry.packedBytes > bytes.length) return refuse('zip_damaged')
    if (entry.bytes > MAX_ZIP_RATIO * Math.max(entry.packedBytes, 100)) return refuse('zip_ratio')
    total += entry.bytes
    if (total > MAX_ZIP_BYTES) return refuse('zip_too_large')
    entries.push(entry)
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return { ok: true, entries }
}

/** The end record stands at the very end, before a comment of at most 64 kB. */
function findEnd(bytes: Buffer): number | undefined {
  const earliest = Math.max(0, bytes.length - 22 - 0xffff)
  for (let at = bytes.length - 22; at >= earliest; at--)
    if (bytes.readUInt32LE(at) === END && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return at
  return undefined
}

const refuse = (refusal: ZipRefusal) => ({ ok: false as const, refusal })
