/**
 * The parts of a mail as a tree over the raw bytes; nothing is copied and nothing decoded here.
 *
 * Broken structure is read the way a person would: a missing boundary is looked for in the body, a missing end is the end of
 * the message, a multipart without any boundary line is plain text. Limits keep a hostile tree small; what is left out is said.
 */
import { decodeContent, normaliseEncoding } from './content-decoding.ts'
import { firstHeader, readHeaders, type HeaderField } from './header-reader.ts'
import { parseParameters } from './parameters.ts'

export type MimePart = {
  fields: HeaderField[]
  /** Lower case, "text/plain" if nothing usable was declared. */
  type: string
  /** False where `type` is our assumption. */
  isTyped: boolean
  typeParameters: Map<string, string>
  disposition: string
  dispositionParameters: Map<string, string>
  encoding: string
  contentId: string
  /** The encoded bytes between this part's header and its end. */
  body: Buffer
  children: MimePart[]
}

export type StructureDefect =
  'too_many_parts' | 'nested_too_deep' | 'boundary_guessed' | 'boundary_missing' | 'end_missing' | 'encoded_multipart'

/** Most parts of one message (desk D54). */
export const MAX_PARTS = 500
/** Deepest multipart in multipart. */
export const MAX_MULTIPART_DEPTH = 50
/** Deepest message in message (desk D54). */
export const MAX_MESSAGE_DEPTH = 8

export type Structure = { root: MimePart; defects: StructureDefect[]; droppedParts: number }

/** Reads the parts of a message whose header was already read. */
export function readStructure(fields: HeaderField[], body: Buffer): Structure {
  const state: State = { parts: 0, dropped: 0, defects: new Set() }
  const root = readPart(fields, body, 0, 'text/plain', state)
  return { root, defects: [...state.defects], droppedParts: state.dropped }
}

/** The message inside a message/rfc822 part. */
export function readNestedMessage(part: MimePart): { fields: HeaderField[]; body: Buffer } {
  const bytes = decodeContent(part.body, part.encoding)
  const header = readHeaders(bytes)
  return { fields: header.fields, body: bytes.subarray(header.bodyStart) }
}

/** Every leaf, from the top. */
export function leavesOf(part: MimePart): MimePart[] {
  return part.children.length === 0 ? [part] : part.children.flatMap(leavesOf)
}

type State = { parts: number; dropped: number; defects: Set<StructureDefect> }

function readPart(fields: HeaderField[], body: Buffer, depth: number, defaultType: string, state: State): MimePart {
  state.parts++
  const charset = undefined
  const contentType = parseParameters(firstHeader(fields, 'content-type'), charset)
  const disposition = parseParameters(firstHeader(fields, 'content-disposition'), charset)
  const isTyped = /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/.test(contentType.value)
  const part: MimePart = {
    fields,
    type: isTyped ? contentType.value : (looseType(contentType.value) ?? defaultType),
    isTyped,
    typeParameters: contentType.parameters,
    disposition: disposition.value,
    dispositionParameters: disposition.parameters,
    encoding: normaliseEncoding(firstHeader(fields, 'content-transfer-encoding')),
    contentId: (firstHeader(fields, 'content-id') ?? '').trim().replace(/^<|>$/g, '').trim(),
    body,
    children: [],
  }
  if (part.type.startsWith('multipart/')) readChildren(part, depth, state)
  return part
}

/** "text", "html" and other halves of a type. */
function looseType(value: string): string | undefined {
  if (value === 'html') return 'text/html'
  if (value === 'multipart' || value === 'multipart/') return 'multipart/mixed'
  if (value === 'text' || value === 'plain' || value === 'text/') return 'text/plain'
  if (value === '') return undefined
  return /^[\w.+-]+\/$|^\/[\w.+-]+$|^[\w.+-]+$/.test(value) ? undefined : 'application/octet-stream'
}

function readChildren(part: MimePart, depth: number, state: State): void {
  if (depth >= MAX_MULTIPART_DEPTH) {
    state.defects.add('nested_too_deep')
    state.dropped++
    part.type = 'application/octet-stream'
    return
  }
  let body = part.body
  let split = splitAtBoundary(body, part.typeParameters.get('boundary') ?? '')
  if (!split && (part.encoding === 'base64' || part.encoding === 'quoted-printable')) {
    // Forbidden by RFC 2045 and still sent: the whole multipart is encoded.
    body = decodeContent(body, part.encoding)
    split = splitAtBoundary(body, part.typeParameters.get('boundary') ?? '')
    if (split) state.defects.add('encoded_multipart')
  }
  if (!split) {
    const guessed = guessBoundary(body)
    split = guessed === undefined ? undefined : splitAtBoundary(body, guessed)
    if (split) state.defects.add('boundary_guessed')
  }
  if (!split) {
    state.defects.add('boundary_missing')
    part.type = 'text/plain'
    part.isTyped = false
    return
  }
  if (!split.isClosed) state.defects.add('end_missing')
  const defaultType = part.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
  for (const [index, piece] of split.parts.entries()) {
    if (state.parts >= MAX_PARTS) {
      state.defects.add('too_many_parts')
      state.dropped += split.parts.length - index
      break
    }
    const header = readHeaders(piece)
    // A part may begin with an empty line and have no header at all.
    const isHeaderless = header.fields.length === 0
    part.children.push(
      readPart(
        header.fields,
        isHeaderless ? piece.subarray(headerlessStart(piece)) : piece.subarray(header.bodyStart),
        depth + 1,
        defaultType,
        state,
      ),
    )
  }
}

/** A part without fields begins after its empty line. */
const headerlessStart = (piece: Buffer): number => (piece[0] === 10 ? 1 : piece[0] === 13 && piece[1] === 10 ? 2 : 0)

type Split = { parts: Buffer[]; isClosed: boolean }

function splitAtBoundary(body: Buffer, boundary: string): Split | undefined {
  if (boundary === '' || boundary.length > 500) return undefined
  const delimiter = Buffer.from(`--${boundary}`, 'latin1')
  const parts: Buffer[] = []
  let partStart = -1
  let isClosed = false
  for (let at = body.indexOf(delimiter); at !== -1; at = body.indexOf(delimiter, at + 1)) {
    if (at > 0 && body[at - 1] !== 10) continue
    const lineBreak = body.indexOf(10, at + delimiter.length)
    const lineEnd = lineBreak === -1 ? body.length : lineBreak
    const tail = body.toString('latin1', at + delimiter.length, Math.min(lineEnd, at + delimiter.length + 100)).trim()
    // "--boundary2" is another boundary.
    if (tail !== '' && tail !== '--' && !tail.startsWith('--')) continue
    if (partStart !== -1) parts.push(body.subarray(partStart, endBefore(body, at, partStart)))
    if (tail.startsWith('--')) {
      isClosed = true
      partStart = -1
      // Some gateways close too early and go on: only a further delimiter reopens.
      const again = body.indexOf(delimiter, lineEnd)
      if (again === -1) break
      continue
    }
    partStart = Math.min(lineEnd + 1, body.length)
  }
  if (partStart !== -1) {
    parts.push(body.subarray(partStart))
    isClosed = false
  }
  return parts.length > 0 || isClosed ? { parts, isClosed } : undefined
}

/** The line break before a delimiter belongs to the delimiter. */
function endBefore(body: Buffer, delimiterAt: number, partStart: number): number {
  let end = delimiterAt
  if (end > partStart && body[end - 1] === 10) end--
  if (end > partStart && body[end - 1] === 13) end--
  return end
}

/** The first line that starts with two hyphens and is followed by something like a part header. */
function guessBoundary(body: Buffer): string | undefined {
  const beginning = body.toString('latin1', 0, Math.min(body.length, 64 * 1024))
  const found = /(?:^|\n)--([^\s-][^\r\n]{0,200}?|-{1,60}[^\s-][^\r\n]{0,200}?)[ \t]*\r?\n(?=content-)/i.exec(beginning)
  return found?.[1]
}
