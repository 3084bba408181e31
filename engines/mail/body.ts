/**
 * What a person wrote and what was attached, picked out of the parts.
 *
 * Of alternatives the plainest text and the richest HTML are taken; parts beside each other are joined; named texts and all
 * other types are attachments. A part is inline only if the HTML points at its Content-ID.
 */
import { withoutEnd } from '../text/without-end.ts'
import { decodeBytes } from './charset.ts'
import { decodeContent, findUuencoded } from './content-decoding.ts'
import { decodeHeaderText } from './encoded-words.ts'
import { fileName } from './file-name.ts'
import { firstHeader } from './header-reader.ts'
import { enrichedToText, htmlToText, textToHtml } from './html-text.ts'
import { MAX_MESSAGE_DEPTH, readNestedMessage, readStructure, type MimePart } from './mime-structure.ts'
import { readTnef } from './tnef.ts'

export type MailAttachment = {
  name: string
  /** As declared; "application/octet-stream" if nothing usable was. */
  type: string
  bytes: Buffer
  disposition: 'attachment' | 'inline'
  contentId?: string
}

export type BodyFlag =
  'charset_doubtful' | 'nested_too_deep' | 'text_from_html' | 'text_too_long' | 'encrypted' | 'attachment_missing'

export type MailBody = {
  /** The whole text, decoded; made from the HTML if there is no plain part. */
  text: string
  /** The HTML as sent, not yet safe. */
  html?: string
  attachments: MailAttachment[]
  flags: BodyFlag[]
  charset?: string
}

/** Most characters of text kept of one message; the raw original keeps everything. */
export const MAX_TEXT_CHARACTERS = 5_000_000

type Content = { text: string[]; html: (string | { plain: string })[]; hasHtml: boolean }
type State = { attachments: MailAttachment[]; flags: Set<BodyFlag>; charset?: string; messageDepth: number }

export function readBody(root: MimePart): MailBody {
  const state: State = { attachments: [], flags: new Set(), messageDepth: 0 }
  const content = contentOf(root, root, state)
  const html = content.hasHtml
    ? content.html.map((piece) => (typeof piece === 'string' ? piece : textToHtml(piece.plain))).join('\n<br>\n')
    : undefined
  markInline(state.attachments, html)
  let text = withoutEnd(content.text.filter((piece) => piece.trim() !== '').join('\n'), '\n')
  if (text.length > MAX_TEXT_CHARACTERS) {
    state.flags.add('text_too_long')
    text = text.slice(0, MAX_TEXT_CHARACTERS)
  }
  return { text, html, attachments: state.attachments, flags: [...state.flags], charset: state.charset }
}

const empty = (): Content => ({ text: [], html: [], hasHtml: false })

function contentOf(part: MimePart, root: MimePart, state: State): Content {
  if (part.type === 'multipart/alternative') return alternativeOf(part, root, state)
  if (part.type.startsWith('multipart/')) {
    if (part.type === 'multipart/encrypted') state.flags.add('encrypted')
    const content = empty()
    for (const child of part.children) {
      const piece = contentOf(child, root, state)
      content.text.push(...piece.text)
      content.html.push(...piece.html)
      content.hasHtml ||= piece.hasHtml
    }
    return content
  }
  if (isText(part, root)) return textOf(part, state)
  if (part.type === 'message/rfc822' && part === root) return nestedContent(part, state)
  attach(part, state)
  return empty()
}

/** The best of each kind; further kinds (a calendar, an AMP page) are kept as attachments or left aside. */
function alternativeOf(part: MimePart, root: MimePart, state: State): Content {
  const pieces = part.children.map((child) => contentOf(child, root, { ...state, attachments: state.attachments }))
  const plain = pieces.find((piece) => !piece.hasHtml && piece.text.some((text) => text.trim() !== ''))
  const rich = pieces.findLast((piece) => piece.hasHtml)
  const source = plain ?? rich ?? pieces.find((piece) => piece.text.length > 0)
  if (!source) return empty()
  const text = plain && rich ? wordsOfBoth(plain.text, rich.text) : source.text
  return { text, html: rich?.html ?? source.html, hasHtml: rich !== undefined }
}

/**
 * Alternatives should say the same. Where the HTML says much that the plain text does not, the plain text is a stub ("This mail needs an HTML
 * program.") or the beginning of it: both are read, or the one that says all.
 */
function wordsOfBoth(plain: string[], rich: string[]): string[] {
  const inPlain = distinctWords(plain)
  const inRich = distinctWords(rich)
  const shared = [...inRich].filter((word) => inPlain.has(word)).length
  const missing = inRich.size - shared
  if (missing < MISSING_WORDS_MIN || missing <= shared) return plain
  return shared === inPlain.size ? rich : [...plain, ...rich]
}

/** Fewer words that only the HTML has are an image's name or a button. */
const MISSING_WORDS_MIN = 3

/** Of what is not quoted: programs leave quotes out of one of the two. Scripts without spaces are compared sign by sign. */
function distinctWords(texts: string[]): Set<string> {
  const words = new Set<string>()
  for (const line of texts.join('\n').split('\n')) {
    if (line.startsWith('>')) continue
    for (const [word] of line.toLowerCase().matchAll(WORD)) words.add(word)
  }
  return words
}
const WORD = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{N}\p{M}]+/gu

/** Text that is read, as against a text that was attached. */
function isText(part: MimePart, root: MimePart): boolean {
  if (
    ![
      'text/plain',
      'text/html',
      'text/enriched',
      'text/richtext',
      'text/x-markdown',
      'text/markdown',
      'application/xhtml+xml',
      'text/rfc822-headers',
    ].includes(part.type)
  )
    return (
      /^text\/(?!calendar|csv|vcard|x-vcard|directory|xml|rtf|x-amp-html|watch-html|css|javascript|x-|tab-)/.test(
        part.type,
      ) &&
      !nameOf(part) &&
      part.disposition !== 'attachment'
    )
  if (part.type === 'text/rfc822-headers') return false
  if (part === root) return part.disposition !== 'attachment' || !nameOf(part)
  if (part.disposition === 'attachment') return false
  return (
    nameOf(part) === undefined ||
    (part.disposition === 'inline' &&
      part.contentId === '' &&
      part.type === 'text/html' &&
      !/\.html?$/i.test(nameOf(part)!))
  )
}

function textOf(part: MimePart, state: State): Content {
  const bytes = decodeContent(part.body, part.encoding)
  const declared = part.typeParameters.get('charset') ?? (part.type === 'text/html' ? metaCharset(bytes) : undefined)
  const decoded = decodeBytes(bytes, declared)
  if (decoded.doubtful) state.flags.add('charset_doubtful')
  state.charset ??= decoded.charset
  const text = decoded.text.replace(/\r\n?/g, '\n')
  if (part.type === 'text/html' || part.type === 'application/xhtml+xml') {
    const asText = htmlToText(text)
    return { text: [asText], html: text.trim() === '' ? [] : [text], hasHtml: text.trim() !== '' }
  }
  if (part.type === 'text/enriched' || part.type === 'text/richtext') {
    const plain = enrichedToText(text)
    return { text: [plain], html: [{ plain }], hasHtml: false }
  }
  const isFlowed = part.typeParameters.get('format')?.toLowerCase() === 'flowed'
  const unflowed = isFlowed ? unflow(text, part.typeParameters.get('delsp')?.toLowerCase() === 'yes') : text
  const plain = withoutUuencoded(unflowed, state)
  return { text: [plain], html: plain.trim() === '' ? [] : [{ plain }], hasHtml: false }
}

/** RFC 3676: a space at the end of a line means that it goes on, at the same quote depth. */
export function unflow(text: string, deleteSpace: boolean): string {
  const out: string[] = []
  let open: { depth: number; text: string } | undefined
  for (const line of text.split('\n')) {
    let depth = 0
    while (line[depth] === '>') depth++
    let content = line.slice(depth)
    // What a writer's own line begins with ">" keeps the space that says it is no quote.
    if (content.startsWith(' ') && !(depth === 0 && content.startsWith(' >'))) content = content.slice(1)
    const isSignature = content === '-- '
    const flows = content.endsWith(' ') && !isSignature
    const piece = flows && deleteSpace ? content.slice(0, -1) : content
    if (open && open.depth === depth && !isSignature) open.text += piece
    else {
      if (open) out.push(quoted(open.depth, open.text))
      open = { depth, text: piece }
    }
    if (!flows) {
      out.push(quoted(open.depth, open.text))
      open = undefined
    }
  }
  if (open) out.push(quoted(open.depth, open.text))
  return out.join('\n')
}

const quoted = (depth: number, text: string): string => (depth === 0 ? text : `${'>'.repeat(depth)} ${text}`)

/** An HTML body may name its character set only inside itself. */
function metaCharset(bytes: Buffer): string | undefined {
  const beginning = bytes.toString('latin1', 0, 2_048)
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,40})/i.exec(beginning)?.[1]
}

function withoutUuencoded(text: string, state: State): string {
  if (!/^begin(?:-base64)? [0-7]{3,4} /m.test(text)) return text
  let out = ''
  let at = 0
  for (const file of findUuencoded(text)) {
    out += text.slice(at, file.start)
    at = file.end
    state.attachments.push({
      name: fileName(file.name) ?? `attachment-${state.attachments.length + 1}.bin`,
      type: 'application/octet-stream',
      bytes: file.bytes,
      disposition: 'attachment',
    })
  }
  return out + text.slice(at)
}

/** A mail whose whole content is another mail is read as that mail. */
function nestedContent(part: MimePart, state: State): Content {
  if (state.messageDepth >= MAX_MESSAGE_DEPTH) {
    state.flags.add('nested_too_deep')
    return empty()
  }
  state.messageDepth++
  const nested = readNestedMessage(part)
  const { root } = readStructure(nested.fields, nested.body)
  return contentOf(root, root, state)
}

function attach(part: MimePart, state: State): void {
  const bytes = decodeContent(part.body, part.encoding)
  if (
    part.type === 'application/ms-tnef' ||
    part.type === 'application/vnd.ms-tnef' ||
    /^winmail\.dat$/i.test(nameOf(part) ?? '')
  ) {
    const unpacked = readTnef(bytes)
    if (unpacked && unpacked.attachments.length > 0) {
      for (const file of unpacked.attachments)
        state.attachments.push({
          name: fileName(file.name) ?? `attachment-${state.attachments.length + 1}.bin`,
          type: file.type ?? 'application/octet-stream',
          bytes: file.bytes,
          disposition: 'attachment',
        })
      return
    }
  }
  state.attachments.push({
    name: fileName(nameOf(part)) ?? inventedName(part, bytes, state.attachments.length + 1),
    type: part.type,
    bytes,
    disposition: 'attachment',
    ...(part.contentId ? { contentId: part.contentId } : {}),
  })
}

export function nameOf(part: MimePart): string | undefined {
  const name =
    part.dispositionParameters.get('filename') ??
    part.typeParameters.get('name') ??
    part.dispositionParameters.get('name')
  return name?.trim() ? name : undefined
}

/** Endings for parts without a name. */
const endings: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/svg+xml': 'svg',
  'text/plain': 'txt',
  'text/html': 'html',
  'text/calendar': 'ics',
  'text/x-vcard': 'vcf',
  'text/vcard': 'vcf',
  'text/rfc822-headers': 'txt',
  'message/rfc822': 'eml',
  'message/delivery-status': 'txt',
  'message/disposition-notification': 'txt',
  'application/pgp-signature': 'asc',
  'application/pgp-encrypted': 'asc',
  'application/pkcs7-signature': 'p7s',
  'application/pkcs7-mime': 'p7m',
  'application/octet-stream': 'bin',
}

function inventedName(part: MimePart, bytes: Buffer, number: number): string {
  if (part.type === 'message/rfc822' || part.type === 'message/global') {
    const nested = readNestedMessage({ ...part, body: bytes, encoding: '' })
    const subject = decodeHeaderText(firstHeader(nested.fields, 'subject') ?? '')
    return fileName(subject && `${subject}.eml`) ?? `message-${number}.eml`
  }
  const subtype = part.type.slice(part.type.indexOf('/') + 1)
  const ending = endings[part.type] ?? (/^[a-z0-9]{2,5}$/.test(subtype) ? subtype : 'bin')
  return `attachment-${number}.${ending}`
}

/** Inline is what the HTML shows by `cid:`, and nothing else (desk D55). */
function markInline(attachments: MailAttachment[], html: string | undefined): void {
  if (!html || attachments.length === 0) return
  const shown = new Set<string>()
  const reference = /cid:([^"'\s<>)]{1,500})/gi
  for (let found = reference.exec(html), count = 0; found && count < 2_000; found = reference.exec(html), count++) {
    shown.add(plainId(found[1]!))
  }
  for (const attachment of attachments)
    if (attachment.contentId && shown.has(plainId(attachment.contentId))) attachment.disposition = 'inline'
}

function plainId(id: string): string {
  const plain = id.replaceAll('&amp;', '&').replace(/^<|>$/g, '').toLowerCase()
  try {
    return decodeURIComponent(plain)
  } catch {
    return plain
  }
}
