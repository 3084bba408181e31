/**
 * Address lists of a header (RFC 5322 with its obsolete forms, RFC 6532), read from the byte string.
 *
 * Tokens are found first and decoded afterwards, so that a comma or an angle bracket inside an encoded word can not make an
 * address. A list that breaks the grammar still gives what can be read, with flags that say what was odd.
 */
import { withoutEnd } from '../text/without-end.ts'
import { decodeHeaderText, oneLine } from './encoded-words.ts'

export type AddressFlag =
  'quoted_local_part' | 'address_in_encoded_word' | 'group' | 'not_an_address' | 'address_literal'

export type Mailbox = {
  /** Decoded display name, or empty. */
  name: string
  /** Lower-case domain, local part as written; empty if there is none that can be read. */
  address: string
  flags: AddressFlag[]
}

/** Most mailboxes read from one field. */
export const MAX_MAILBOXES = 500
/** Most characters looked at of one mailbox; keeps every pattern below cheap. */
const MAX_MAILBOX_CHARACTERS = 2_000
/** RFC 5321 section 4.5.3.1.3: 256 with its angle brackets. */
const MAX_ADDRESS_CHARACTERS = 254

export function parseMailboxes(raw: string | undefined, fallbackCharset?: string): Mailbox[] {
  if (!raw) return []
  const mailboxes: Mailbox[] = []
  let pendingName = ''
  for (const segment of splitList(raw)) {
    if (mailboxes.length >= MAX_MAILBOXES) break
    const text = shortened(segment.text.trim())
    if (text === '') {
      if (segment.isGroupEnd && pendingName === '' && mailboxes.length === 0)
        mailboxes.push({ name: '', address: '', flags: ['group', 'not_an_address'] })
      continue
    }
    // "Doe, Jane <jane@x.org>" without quotes: the part before the comma is a piece of the name.
    if (!/[@<]/.test(text) && !segment.isInGroup && !segment.isLast && !text.includes('=?')) {
      pendingName = (pendingName ? `${pendingName}, ${text}` : text).slice(0, MAX_MAILBOX_CHARACTERS)
      continue
    }
    const mailbox = parseMailbox(pendingName ? `${pendingName}, ${text}` : text, fallbackCharset)
    if (segment.isInGroup) mailbox.flags.push('group')
    mailboxes.push(mailbox)
    pendingName = ''
  }
  return mailboxes
}

/** Of an endless mailbox the beginning and the end are read: name and address stand there. */
const shortened = (text: string): string =>
  text.length <= MAX_MAILBOX_CHARACTERS
    ? text
    : text.slice(0, MAX_MAILBOX_CHARACTERS / 2) + text.slice(-MAX_MAILBOX_CHARACTERS / 2)

/** The address in comparable form: local part in lower case too. Only for looking up, never for sending. */
export const comparable = (address: string): string => address.toLowerCase().normalize('NFC')

type Segment = { text: string; isInGroup: boolean; isGroupEnd: boolean; isLast: boolean }

/** Splits at commas outside quotes, comments and angle brackets; knows groups ("name: a@x, b@y;"). */
function splitList(raw: string): Segment[] {
  const segments: Segment[] = []
  let start = 0
  let isQuoted = false
  let isAngle = false
  let isInGroup = false
  let hasAddressSign = false
  let depth = 0
  const push = (end: number, isGroupEnd = false) => {
    segments.push({ text: raw.slice(start, end), isInGroup, isGroupEnd, isLast: false })
    start = end + 1
    hasAddressSign = false
  }
  for (let at = 0; at < raw.length; at++) {
    const character = raw[at]!
    if (character === '\\' && (isQuoted || depth > 0)) at++
    else if (isQuoted) {
      // A quote that never closes must not swallow the address.
      if (character === '"') isQuoted = false
    } else if (character === '"') isQuoted = raw.indexOf('"', at + 1) !== -1
    else if (character === '(') depth++
    else if (character === ')') depth = Math.max(0, depth - 1)
    else if (depth > 0) continue
    else if (character === '<') isAngle = hasAddressSign = true
    else if (character === '@') hasAddressSign = true
    else if (character === '>') isAngle = false
    else if (isAngle) continue
    else if (character === ',') push(at)
    else if (character === ';') {
      push(at, isInGroup)
      isInGroup = false
    } else if (
      character === ':' &&
      !isInGroup &&
      !hasAddressSign &&
      !/mailto\s*$/i.test(raw.slice(Math.max(start, at - 8), at))
    ) {
      isInGroup = true
      start = at + 1
    }
  }
  segments.push({ text: raw.slice(start), isInGroup, isGroupEnd: false, isLast: true })
  if (depth > 0 && segments.length === 1 && !segments[0]!.text.includes('<')) return looseSplit(raw)
  return segments
}

/** An unclosed comment: split at every comma. */
const looseSplit = (raw: string): Segment[] =>
  raw
    .split(',')
    .map((text, index, all) => ({ text, isInGroup: false, isGroupEnd: false, isLast: index === all.length - 1 }))

function parseMailbox(text: string, fallbackCharset?: string): Mailbox {
  const angle = lastAngle(text)
  if (angle) {
    const { address, flags } = cleanAddress(angle.inside)
    const decodedName = displayName(angle.before || angle.after, fallbackCharset)
    if (address) return { name: decodedName, address, flags }
    // "<Jane> jane@x.org" and "jane@x.org <>": the address stands outside.
    const outside = cleanAddress(
      /[^\s<>"(),;]{1,200}@[^\s<>"(),;]{1,254}/.exec(angle.before + ' ' + angle.after)?.[0] ?? '',
    )
    if (outside.address)
      return { name: displayName(angle.inside, fallbackCharset), address: outside.address, flags: outside.flags }
    return { name: decodedName, address: '', flags: ['not_an_address', ...flags] }
  }
  const { rest, comment } = takeComments(text)
  const bare = cleanAddress(rest)
  if (bare.address) return { name: displayName(comment, fallbackCharset), address: bare.address, flags: bare.flags }
  const inside = /(?:"(?:[^"\\]|\\.){0,200}"|[^\s<>"(),;:]{1,200})@[^\s<>"(),;:]{1,254}/.exec(rest)?.[0]
  if (inside) {
    const found = cleanAddress(inside)
    const around = rest.replace(inside, ' ')
    if (found.address)
      return { name: displayName(around || comment, fallbackCharset), address: found.address, flags: found.flags }
  }
  if (text.includes('=?')) {
    // The whole mailbox was put into an encoded word. It can be shown and answered, never trusted.
    const decoded = decodeHeaderText(text, fallbackCharset)
    if (!decoded.includes('=?') && decoded.includes('@')) {
      const found = parseMailbox(Buffer.from(decoded, 'utf8').toString('latin1'), 'utf-8')
      return { ...found, flags: [...found.flags, 'address_in_encoded_word'] }
    }
    return { name: decoded, address: '', flags: ['not_an_address'] }
  }
  return { name: displayName(text, fallbackCharset), address: '', flags: ['not_an_address'] }
}

function lastAngle(text: string): { before: string; inside: string; after: string } | undefined {
  const close = text.lastIndexOf('>')
  let open = -1
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\' && isQuoted) at++
    else if (text[at] === '"') isQuoted = isQuoted ? false : text.indexOf('"', at + 1) !== -1
    else if (text[at] === '<' && !isQuoted) {
      open = at
      const end = text.indexOf('>', at)
      if (text.slice(at, end === -1 ? undefined : end).includes('@')) break
    }
  }
  if (open === -1) return undefined
  const firstClose = text.indexOf('>', open)
  const end = firstClose === -1 ? text.length : firstClose
  const start = open
  return {
    before: withoutEnd(text.slice(0, start), '< \t\n\r\f\v'),
    inside: text.slice(open + 1, end),
    after: close > end ? text.slice(end + 1, close) : text.slice(end + 1),
  }
}

/** Old programs put spaces around the dots. Runs of them first become one, so that none is looked at twice. */
const closeToDots = (text: string): string => text.replace(/\s+/g, ' ').replace(/ ?\. ?/g, '.')

function cleanAddress(raw: string): { address: string; flags: AddressFlag[] } {
  const flags: AddressFlag[] = []
  let text = takeComments(raw).rest.trim().replace(/^<+/, '')
  text = withoutEnd(text, '>').trim()
  text = text.replace(/^mailto:/i, '').replace(/^\s*(?:@[^:,]{1,254}[:,]\s*)+/, '')
  if (/^'[^']+'$/.test(text)) text = text.slice(1, -1)
  if (/^"[^"@]+@[^"]+"$/.test(text)) text = text.slice(1, -1)
  const at = text.lastIndexOf('@')
  if (at <= 0 || at === text.length - 1) return { address: '', flags }
  let local = text.slice(0, at).trim()
  const domain = withoutEnd(closeToDots(Buffer.from(text.slice(at + 1).trim(), 'latin1').toString('utf8')), '.>;,')
  if (local.startsWith('"') && local.endsWith('"') && local.length > 2) {
    flags.push('quoted_local_part')
    const plain = local.slice(1, -1).replace(/\\(.)/g, '$1')
    // Quotes around a local part that needs none are dropped, as RFC 5321 asks.
    local = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+$/.test(plain) ? plain : local
  } else {
    local = Buffer.from(closeToDots(local), 'latin1').toString('utf8')
    if (/[\s"<>(),;:\\@]/.test(local)) return { address: '', flags }
  }
  if (/^\[[0-9a-fA-F.:IPv]+\]$/.test(domain)) flags.push('address_literal')
  else if (/[^\p{L}\p{M}\p{N}._-]/u.test(domain) || domain === '') return { address: '', flags }
  const address = oneLine(`${local}@${domain.toLowerCase()}`)
  return address.length > MAX_ADDRESS_CHARACTERS || address.includes('\ufffd')
    ? { address: '', flags }
    : { address, flags }
}

/** Comments (nested, escaped) apart from the rest. Depth is counted, not recursed. */
function takeComments(text: string): { rest: string; comment: string } {
  if (!text.includes('(')) return { rest: text, comment: '' }
  let rest = ''
  let comment = ''
  let depth = 0
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    if (character === '\\') {
      const pair = character + (text[at + 1] ?? '')
      if (depth > 0) comment += text[at + 1] ?? ''
      else rest += pair
      at++
    } else if (depth === 0 && character === '"') {
      isQuoted = !isQuoted
      rest += character
    } else if (character === '(' && !isQuoted) {
      if (depth++ > 0) comment += character
      else if (comment) comment += ' '
    } else if (character === ')' && depth > 0) {
      if (--depth > 0) comment += character
    } else if (depth > 0) comment += character
    else rest += character
  }
  return { rest, comment }
}

function displayName(raw: string, fallbackCharset?: string): string {
  const { rest, comment } = takeComments(raw)
  const phrase = rest.trim() === '' ? comment : rest
  const unquoted = phrase.replace(/"((?:[^"\\]|\\.)*)"/g, (_, inner: string) => inner.replace(/\\(.)/g, '$1'))
  const decoded = decodeHeaderText(unquoted, fallbackCharset).replace(/\s+/g, ' ').trim()
  return decoded
    .replace(/^["']+(?=.*["']$)|^"|"$/g, '')
    .replace(/^'(.*)'$/, '$1')
    .replace(/(?<!\w)'$/, '')
    .trim()
}
