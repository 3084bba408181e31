/**
 * One raw mail in, everything that can be known from it alone out. Pure: no clock, no network, no database.
 *
 * What needs knowledge of the organization (which tokens are ours, who is a party) is decided by the caller with
 * `referencesOf` and `decideThread`.
 */
import { classify, type Classified, type OwnMail } from './classify.ts'
import { readBody, type BodyFlag, type MailAttachment } from './body.ts'
import { readDate, type DateFlag } from './dates.ts'
import { decodeHeaderText } from './encoded-words.ts'
import { firstHeader, headerValues, readHeaders, type HeaderDefect, type HeaderField } from './header-reader.ts'
import { comparable, parseMailboxes, type Mailbox } from './addresses.ts'
import { MAX_PARTS, readStructure, type StructureDefect } from './mime-structure.ts'
import { decideSender, type Sender, type SenderTrust } from './sender.ts'
import { messageIdsOf, referencesOf, type Reference } from './threading.ts'
import { tokenOfAddress } from './token.ts'
import { isForwardSubject, trimMail, type TrimmedText } from './trim.ts'

/** Largest message taken in, in bytes (desk D47). */
export const MAX_MAIL_BYTES = 50 * 1024 * 1024

export type MailContext = {
  own: OwnMail
  trust: SenderTrust
  /** The moment of arrival; only used to flag dates ahead of it. */
  receivedAt?: Date
}

export const NO_CONTEXT: MailContext = { own: { addresses: [], domains: [] }, trust: { authenticators: [] } }

export type Mail = {
  fields: HeaderField[]
  classified: Classified
  sender: Sender
  to: Mailbox[]
  cc: Mailbox[]
  subject: string
  messageId?: string
  claimedAt?: Date
  references: Reference[]
  text: string
  trimmed: TrimmedText
  /** As sent; must pass the sanitiser before anybody sees it. */
  html?: string
  attachments: MailAttachment[]
  /** What was odd, missing or left out; shown on the message. */
  flags: (
    HeaderDefect | StructureDefect | BodyFlag | DateFlag | 'subject_missing' | 'message_id_missing' | 'text_missing'
  )[]
}

export function readMail(raw: Buffer, context: MailContext = NO_CONTEXT): Mail {
  const bytes = withLineFeeds(raw)
  const header = readHeaders(bytes)
  const structure = readStructure(header.fields, bytes.subarray(header.bodyStart))
  const body = readBody(structure.root)
  const { fields } = header
  const isOurs = (address: string): boolean =>
    context.own.addresses.some((own) => comparable(own) === comparable(address)) ||
    tokenOfAddress(address, context.own.domains) !== undefined
  const sender = decideSender(fields, context.trust, body.charset, isOurs)
  const subject = decodeHeaderText(firstHeader(fields, 'subject') ?? '', body.charset).slice(0, MAX_SUBJECT_CHARACTERS)
  const date = readDate(firstHeader(fields, 'date'), context.receivedAt)
  const messageId = headerValues(fields, 'message-id').flatMap(messageIdsOf)[0]
  const trimmed = trimMail(body.text, isForwardSubject(subject))
  return {
    fields,
    classified: classify({ fields, root: structure.root, subject, senderAddress: sender.address }, context.own),
    sender,
    to: headerValues(fields, 'to')
      .flatMap((value) => parseMailboxes(value, body.charset))
      .slice(0, MAX_PARTS),
    cc: headerValues(fields, 'cc')
      .flatMap((value) => parseMailboxes(value, body.charset))
      .slice(0, MAX_PARTS),
    subject,
    ...(messageId === undefined ? {} : { messageId: `<${messageId}>` }),
    ...(date.claimedAt ? { claimedAt: date.claimedAt } : {}),
    references: referencesOf(fields, context.own.domains),
    text: body.text,
    trimmed,
    ...(body.html === undefined ? {} : { html: body.html }),
    attachments: body.attachments,
    flags: [
      ...header.defects,
      ...structure.defects,
      ...body.flags,
      ...date.flags,
      ...(subject === '' ? (['subject_missing'] as const) : []),
      ...(messageId === undefined ? (['message_id_missing'] as const) : []),
      ...(body.text.trim() === '' ? (['text_missing'] as const) : []),
    ],
  }
}

/** Longest subject kept. */
const MAX_SUBJECT_CHARACTERS = 1_000

/** Files of old Macs end lines with CR alone, exports may be UTF-16; both are read as if they were written properly. */
function withLineFeeds(raw: Buffer): Buffer {
  if ((raw[0] === 0xff && raw[1] === 0xfe) || (raw[0] === 0xfe && raw[1] === 0xff)) {
    const text = new TextDecoder(raw[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(raw)
    return withLineFeeds(Buffer.from(text, 'utf8'))
  }
  if (raw.indexOf(10) !== -1 || raw.indexOf(13) === -1) return raw
  const copy = Buffer.from(raw)
  for (let at = copy.indexOf(13); at !== -1; at = copy.indexOf(13, at + 1)) copy[at] = 10
  return copy
}
