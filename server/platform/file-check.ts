/**
 * Every file that comes in passes here before anybody may download it: portal and widget uploads, mail attachments.
 *
 * Two sniffers must agree on a type of the short list; images are made new (no metadata, upright); PDF and ZIP are looked
 * into; then the scanner. `refused`: not kept. `held`: kept, and given to nobody until a person or the scanner decides.
 */
import { connect } from 'node:net'
import { promisify } from 'node:util'
import { inflate, inflateRaw } from 'node:zlib'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import {
  allowedKinds,
  hasDoctype,
  hasTestSignature,
  isClinicalDocument,
  sniffKind,
  sniffSound,
  type FileKind,
} from '#engines/file/file-signature.ts'
import { findNames, findPdfContent, objectStreams } from '#engines/file/pdf-content.ts'
import { MAX_ZIP_BYTES, MAX_ZIP_DEPTH, readZipDirectory } from '#engines/file/zip-directory.ts'
import { fileEnding, fileName, runnableEndings } from '#engines/mail/file-name.ts'
import { decodeHeic } from './decode-heic.ts'

export type FileVerdict = {
  verdict: 'clean' | 'refused' | 'held'
  /** The type that was found, never the claimed one. */
  type: string
  /** What may be stored: the re-encoded image, else the bytes as they came. */
  bytes: Buffer
  name: string
  reason: string | null
}

export type Scanner = (bytes: Buffer) => Promise<'clean' | 'infected' | 'unreachable'>

export const MAX_FILE_BYTES = 25 * 1024 * 1024
/** Largest picture in points (trust D51). */
export const MAX_IMAGE_PIXELS = 40_000_000
/** What all object streams of one PDF may unpack to. */
const MAX_PDF_UNPACKED_BYTES = 50 * 1024 * 1024
/** Time for making one image new, in seconds. */
const IMAGE_DEADLINE_S = 10

type Finding = { verdict: 'refused' | 'held'; reason: string }
const refused = (reason: string): Finding => ({ verdict: 'refused', reason })
const held = (reason: string): Finding => ({ verdict: 'held', reason })

export type FileCheck = {
  check(bytes: Buffer, claimedName: string, claimedType: string): Promise<FileVerdict>
  /** The same for the sound of a voicemail; `name` is without an ending. */
  checkSound(bytes: Buffer, name: string): Promise<FileVerdict>
  /** A second look at a kept file whose scan could not be made before. */
  scan: Scanner
  /** Whether a scanner is configured, and what its last call met. */
  scanner(): 'none' | 'works' | 'down'
}

/** The check with the scanner at `address` (clamd); without one the structure alone is checked, and the status screen says so. */
export function openFileCheck(address: string | null): FileCheck {
  let state: 'none' | 'works' | 'down' = address ? 'works' : 'none'
  const clamd = address ? clamdScanner(address) : undefined
  const scan: Scanner = async (bytes) => {
    if (!clamd) return 'clean'
    const result = await clamd(bytes)
    state = result === 'unreachable' ? 'down' : 'works'
    return result
  }
  return {
    check: (bytes, name, type) => checkFileWith(scan, bytes, name, type),
    checkSound: (bytes, name) => checkSoundWith(scan, bytes, name),
    scan,
    scanner: () => state,
  }
}

export async function checkFileWith(
  scan: Scanner,
  bytes: Buffer,
  claimedName: string,
  claimedType: string,
): Promise<FileVerdict> {
  const name = fileName(claimedName) ?? 'file'
  const answer = (finding: Finding, type = 'application/octet-stream'): FileVerdict => ({
    ...finding,
    type,
    bytes,
    name,
  })
  if (bytes.length === 0) return answer(refused('empty'))
  if (bytes.length > MAX_FILE_BYTES) return answer(refused('too_large'))
  if (hasTestSignature(bytes)) return answer(refused('infected'))
  if (runnableEndings.has(fileEnding(name))) return answer(held('program'))

  const kind = sniffKind(bytes)
  if (kind === 'program') return answer(held('program'))
  const agreed = await agreedType(bytes, kind, name, claimedType)
  if (agreed.finding) return answer(agreed.finding)
  const { type } = agreed

  const inside = await lookInside(bytes, kind, 1)
  if (inside) return answer(inside, type)
  const scanned = await scan(bytes)
  if (scanned === 'infected') return answer(refused('infected'), type)

  const image = isImage(kind) ? await makeNew(bytes, kind) : undefined
  if (image && !Buffer.isBuffer(image)) return answer(image, type)
  const clean = { ...(kind === 'heic' ? asJpeg(name) : { type, name: withEnding(name, kind) }), bytes: image ?? bytes }
  if (scanned === 'unreachable') return { ...clean, verdict: 'held', reason: 'scanner_unreachable' }
  return { ...clean, verdict: 'clean', reason: null }
}

/** Two sniffers agree that it is sound, and the scanner that it is nothing else. */
export async function checkSoundWith(scan: Scanner, bytes: Buffer, name: string): Promise<FileVerdict> {
  const sound = sniffSound(bytes)
  const type = sound?.type ?? 'application/octet-stream'
  const answer = (verdict: FileVerdict['verdict'], reason: string | null): FileVerdict => ({
    verdict,
    type,
    bytes,
    name: `${name}.${sound?.ending ?? 'bin'}`,
    reason,
  })
  if (bytes.length === 0) return answer('refused', 'empty')
  if (bytes.length > MAX_FILE_BYTES) return answer('refused', 'too_large')
  if (hasTestSignature(bytes)) return answer('refused', 'infected')
  const second = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (!sound) return answer('refused', 'type_not_allowed')
  if (second?.mime !== sound.type) return answer('refused', 'type_unclear')
  const scanned = await scan(bytes)
  if (scanned === 'infected') return answer('refused', 'infected')
  return scanned === 'unreachable' ? answer('held', 'scanner_unreachable') : answer('clean', null)
}

/** The second sniffer's names for the kinds of our table. */
const secondNames: Partial<Record<FileKind, string[]>> = {
  jpeg: ['image/jpeg'],
  png: ['image/png'],
  webp: ['image/webp'],
  heic: ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'],
  pdf: ['application/pdf'],
  zip: ['application/zip'],
  ics: ['text/calendar'],
  xml: ['application/xml', 'text/xml'],
}

async function agreedType(
  bytes: Buffer,
  kind: FileKind,
  name: string,
  claimedType: string,
): Promise<{ type: string; finding?: undefined } | { finding: Finding }> {
  const allowed = allowedKinds[kind]
  const second = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (/macroenabled/i.test(second?.mime ?? '')) return { finding: held('macro') }
  if (!allowed) return { finding: refused('type_not_allowed') }
  if (kind === 'zip' && second && second.mime !== 'application/zip') return { finding: refused('type_not_allowed') }
  const names = secondNames[kind]
  const agrees = names ? second !== undefined && names.includes(second.mime) : second === undefined
  // The second sniffer knows calendars and XML only in some forms; for text forms ours is the stricter one.
  const isTextForm = kind === 'ics' || kind === 'xml' || kind === 'text'
  if (!agrees && !(isTextForm && second === undefined)) return { finding: refused('type_unclear') }
  if (kind === 'xml') {
    if (hasDoctype(bytes)) return { finding: refused('doctype') }
    if (!isClinicalDocument(bytes)) return { finding: refused('type_not_allowed') }
  }
  if (kind === 'text' && (fileEnding(name) === 'csv' || claimedType.toLowerCase().startsWith('text/csv')))
    return { type: 'text/csv' }
  return { type: allowed.type }
}

async function lookInside(bytes: Buffer, kind: FileKind, depth: number): Promise<Finding | undefined> {
  if (kind === 'pdf') return lookInsidePdf(bytes)
  if (kind === 'zip') return lookInsideZip(bytes, depth, { left: MAX_ZIP_BYTES })
  return undefined
}

const unpackRaw = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflateRaw)
const unpack = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflate)

async function lookInsidePdf(bytes: Buffer): Promise<Finding | undefined> {
  const outside = findPdfContent(bytes)
  if (outside === 'pdf_encrypted') return held('password')
  if (outside) return refused(outside)
  const streams = objectStreams(bytes)
  if (streams === 'too_many') return refused('pdf_unreadable')
  let left = MAX_PDF_UNPACKED_BYTES
  for (const stream of streams) {
    const unpacked = await unpack(stream, { maxOutputLength: left }).catch(() => undefined)
    // What can not be unpacked within the limit can not be shown to be harmless.
    if (!unpacked) return refused('pdf_unreadable')
    left -= unpacked.length
    const inside = findNames(unpacked.toString('latin1'))
    if (inside === 'pdf_active' || left <= 0) return refused(left <= 0 ? 'pdf_unreadable' : 'pdf_active')
  }
  return undefined
}

/** `budget` is shared by an archive and the archives in it: bytes are counted while unpacking, not believed. */
async function lookInsideZip(bytes: Buffer, depth: number, budget: { left: number }): Promise<Finding | undefined> {
  if (depth > MAX_ZIP_DEPTH) return refused('zip_too_deep')
  const directory = readZipDirectory(bytes)
  if (!directory.ok) return refused(directory.refusal)
  if (directory.entries.some((entry) => entry.isEncrypted)) return held('password')
  for (const entry of directory.entries) {
    if (runnableEndings.has(fileEnding(entry.name))) return held('program')
    const packed = bytes.subarray(entry.dataStart, entry.dataStart + entry.packedBytes)
    if (entry.method !== 0 && entry.method !== 8) return refused('zip_damaged')
    const content =
      entry.method === 0
        ? packed
        : await unpackRaw(packed, { maxOutputLength: Math.max(1, budget.left) }).catch(() => undefined)
    if (!content) return refused('zip_too_large')
    if (content.length > entry.bytes) return refused('zip_ratio')
    budget.left -= content.length
    if (budget.left <= 0) return refused('zip_too_large')
    if (hasTestSignature(content)) return refused('infected')
    const kind = content.length === 0 ? 'text' : sniffKind(content)
    if (kind === 'program') return held('program')
    const inside =
      kind === 'zip'
        ? await lookInsideZip(content, depth + 1, budget)
        : kind === 'pdf'
          ? await lookInsidePdf(content)
          : undefined
    if (inside) return inside
  }
  return undefined
}

type ImageKind = 'jpeg' | 'png' | 'webp' | 'heic'
const isImage = (kind: FileKind): kind is ImageKind =>
  kind === 'jpeg' || kind === 'png' || kind === 'webp' || kind === 'heic'

/** A HEIC photo is given out as what every screen shows. */
const asJpeg = (name: string) => ({ type: 'image/jpeg', name: withEnding(name, 'jpeg') })

/** A new picture from the points of the old one: nothing else of the file survives. */
async function makeNew(bytes: Buffer, kind: ImageKind): Promise<Buffer | Finding> {
  if (kind === 'heic') return makeNewOfHeic(bytes)
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_IMAGE_PIXELS, failOn: 'error', sequentialRead: true }).timeout({
      seconds: IMAGE_DEADLINE_S,
    })
    const { width, height } = await image.metadata()
    if ((width ?? 0) * (height ?? 0) > MAX_IMAGE_PIXELS) return refused('image_too_large')
    const upright = image.rotate()
    if (kind === 'jpeg') return await upright.jpeg({ quality: 88 }).toBuffer()
    if (kind === 'png') return await upright.png().toBuffer()
    return await upright.webp({ quality: 88 }).toBuffer()
  } catch (error) {
    return refused(error instanceof Error && /pixel limit/i.test(error.message) ? 'image_too_large' : 'image_damaged')
  }
}

/** Upright already: its turns are part of the photo and no metadata. */
async function makeNewOfHeic(bytes: Buffer): Promise<Buffer | Finding> {
  const decoded = await decodeHeic(bytes, { pixelsMax: MAX_IMAGE_PIXELS })
  if (decoded === 'too-large') return refused('image_too_large')
  if (decoded === 'unreadable') return held('image_not_readable_here')
  const { data, width, height } = decoded
  return sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: MAX_IMAGE_PIXELS })
    .timeout({ seconds: IMAGE_DEADLINE_S })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 88 })
    .toBuffer()
    .catch(() => held('image_not_readable_here'))
}

/** The ending follows what the file is: "scan.pdf" that is a JPEG becomes "scan.pdf.jpg". */
function withEnding(name: string, kind: FileKind): string {
  const allowed = allowedKinds[kind]
  if (!allowed || allowed.endings.includes(fileEnding(name)) || (kind === 'text' && !fileEnding(name))) return name
  return `${name}.${allowed.endings[0]}`
}

/** Time for one scan, in milliseconds, and the size of a piece on the wire. */
const SCAN_DEADLINE_MS = 30_000
const SCAN_PIECE_BYTES = 64 * 1024

/** clamd's INSTREAM: pieces with their length before them, a piece of length zero, one line of answer. */
export function clamdScanner(address: string): Scanner {
  return (bytes) =>
    new Promise((resolve) => {
      const [host, port] = address.startsWith('unix:')
        ? [undefined, undefined]
        : [address.slice(0, address.lastIndexOf(':')), Number(address.slice(address.lastIndexOf(':') + 1))]
      const socket = host === undefined ? connect(address.slice(5)) : connect(port!, host)
      let answer = ''
      const end = (result: 'clean' | 'infected' | 'unreachable') => {
        socket.destroy()
        resolve(result)
      }
      socket.setTimeout(SCAN_DEADLINE_MS, () => end('unreachable'))
      socket.on('error', () => end('unreachable'))
      socket.on('data', (data: Buffer) => {
        answer += data.toString('latin1')
      })
      socket.on('close', () =>
        end(/\bFOUND\b/.test(answer) ? 'infected' : /\bOK\b/.test(answer) ? 'clean' : 'unreachable'),
      )
      socket.on('connect', () => {
        socket.write('zINSTREAM\0')
        for (let at = 0; at < bytes.length; at += SCAN_PIECE_BYTES) {
          const piece = bytes.subarray(at, at + SCAN_PIECE_BYTES)
          const length = Buffer.alloc(4)
          length.writeUInt32BE(piece.length)
          socket.write(length)
          socket.write(piece)
        }
        socket.write(Buffer.alloc(4))
      })
    })
}
