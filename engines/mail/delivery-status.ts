/**
 * Reports about a mail of ours that was not delivered (RFC 3464), or was delayed.
 *
 * The type of the report and its status decide, never an empty return path: an out-of-office answer has one too. Old servers
 * write their report as plain text; those are known by several marks together, never by one.
 */
import { firstHeader, headerValues, readHeaders, type HeaderField } from './header-reader.ts'
import { decodeContent } from './content-decoding.ts'
import { leavesOf, type MimePart } from './mime-structure.ts'

export type DeliveryReport = {
  /** permanent: 5.x.x; temporary: 4.x.x or delayed; success: 2.x.x, relayed or expanded; unknown otherwise. */
  kind: 'permanent' | 'temporary' | 'success' | 'unknown'
  recipients: DeliveryRecipient[]
  /** Message-ID of the mail the report is about, if it tells. */
  originalMessageId?: string
}

export type DeliveryRecipient = { address: string; status: string; action: string }

/** Most recipients read of one report. */
const MAX_RECIPIENTS = 100
/** Bytes of a plain-text report that are looked at. */
const MAX_REPORT_BYTES = 32 * 1024

export function readDeliveryReport(root: MimePart): DeliveryReport | undefined {
  const isReport = root.type === 'multipart/report'
  const reportType = root.typeParameters.get('report-type')?.toLowerCase()
  const leaves = leavesOf(root)
  const status = leaves.find(
    (part) => part.type === 'message/delivery-status' || part.type === 'message/global-delivery-status',
  )
  // The report type may be missing; the part that carries the status then tells.
  if (
    (isReport && (reportType === 'delivery-status' || (reportType === undefined && status))) ||
    (status && !isForwarded(root, status))
  )
    return { ...readStatus(status), ...original(leaves) }
  return undefined
}

/** A report written as plain text. Needs a sender that is a mail system, and a sentence of failure in subject or text. */
export function readPlainReport(fields: HeaderField[], root: MimePart, subject: string): DeliveryReport | undefined {
  const failedRecipients = headerValues(fields, 'x-failed-recipients').flatMap((raw) => raw.split(','))
  const from = (firstHeader(fields, 'from') ?? '').toLowerCase()
  const isMailSystem =
    /mailer-daemon|postmaster@|mail delivery (?:sub)?system|mdaemon@|<>|mail-daemon|mailerdaemon/.test(from)
  const hasFailedHeader = failedRecipients.length > 0
  if (!isMailSystem && !hasFailedHeader) return undefined
  const text = leavesOf(root).find((part) => part.type.startsWith('text/'))
  const words = text
    ? decodeContent(text.body.subarray(0, MAX_REPORT_BYTES), text.encoding).toString('latin1').replaceAll('\0', '')
    : ''
  if (!hasFailedHeader && !failureSubject.test(subject) && !failureText.test(words)) return undefined
  const status = /\b([245])\.\d{1,3}\.\d{1,3}\b/.exec(words)?.[0] ?? ''
  const reply = /(?:^|[\s(:>])([45])\d\d[\s-]/m.exec(words)?.[1]
  const isDelay =
    /\b(?:delayed|warning|still being retried|will be retried|temporar)/i.test(subject) ||
    /^\s*(?:warning|this is a warning)/im.test(words.slice(0, 400))
  const recipients = (hasFailedHeader ? failedRecipients : [/<([^<>@\s]{1,64}@[^<>\s]{1,250})>/.exec(words)?.[1] ?? ''])
    .map((address) => address.trim())
    .filter((address) => address !== '')
    .slice(0, MAX_RECIPIENTS)
    .map((address) => ({ address, status, action: isDelay ? 'delayed' : 'failed' }))
  const digit = status[0] ?? reply
  const kind =
    isDelay || digit === '4'
      ? 'temporary'
      : digit === '5' || hasFailedHeader || failureSubject.test(subject)
        ? 'permanent'
        : 'unknown'
  return { kind, recipients, ...original(leavesOf(root)) }
}

const failureSubject =
  /undeliver|delivery (?:status notification|failure|failed|notification|report|delayed)|failure notice|returned mail|mail delivery (?:failed|system|failure)|could not (?:be )?deliver|not delivered|mail (?:system )?error|non ?-?remis|nicht zugestellt|unzustellbar|no se (?:pudo|ha podido) entregar|devuelto|n[aã]o (?:foi )?entregue|mancata consegna|onbestelbaar|undelivered|warning: (?:message|could not send)|message delayed|delivery incomplete/i
const failureText =
  /could not be delivered|couldn'?t be delivered|wasn'?t able to deliver|unable to deliver|delivery to the following recipients? (?:failed|has been delayed)|permanent (?:fatal )?errors?|this is the qmail-send program|message (?:that you sent )?could not be|undeliverable|delivery (?:has )?failed|returned to sender|did not reach the following recipient|user unknown|mailbox (?:unavailable|full|not found)|recipient address rejected|no such user|has not been delivered/i

/** A status part inside a nested message is somebody's forwarded report, not a report to us. */
const isForwarded = (root: MimePart, status: MimePart): boolean =>
  root.type !== 'multipart/report' && !root.children.includes(status)

function readStatus(part: MimePart | undefined): Pick<DeliveryReport, 'kind' | 'recipients'> {
  if (!part) return { kind: 'unknown', recipients: [] }
  const bytes = decodeContent(part.body, part.encoding)
  const recipients: DeliveryRecipient[] = []
  let at = 0
  // Groups of fields parted by empty lines; the first is about the message, each other about one recipient.
  while (at < bytes.length && recipients.length < MAX_RECIPIENTS) {
    const group = readHeaders(bytes, at)
    if (group.fields.length > 0) {
      const address = firstHeader(group.fields, 'final-recipient') ?? firstHeader(group.fields, 'original-recipient')
      const status = /[245]\.\d{1,3}\.\d{1,3}/.exec(firstHeader(group.fields, 'status') ?? '')?.[0]
      const action = /[a-z]+/.exec((firstHeader(group.fields, 'action') ?? '').toLowerCase())?.[0]
      if (address !== undefined || status !== undefined || action !== undefined)
        recipients.push({
          address: (address ?? '')
            .replace(/^[^;]{0,40};/, '')
            .replace(/[<>\s]/g, '')
            .slice(0, 254),
          status:
            status ?? /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(firstHeader(group.fields, 'diagnostic-code') ?? '')?.[0] ?? '',
          action: action ?? '',
        })
    }
    at = group.bodyStart > at ? group.bodyStart : bytes.length
    // Stray lines between groups are passed over.
    while (at < bytes.length && (bytes[at] === 10 || bytes[at] === 13)) at++
    if (group.fields.length === 0) {
      const next = bytes.indexOf(10, at)
      at = next === -1 ? bytes.length : next + 1
    }
  }
  return { kind: kindOf(recipients), recipients }
}

function kindOf(recipients: DeliveryRecipient[]): DeliveryReport['kind'] {
  const kinds = recipients.map(({ status, action }) => {
    if (action === 'delayed') return 'temporary'
    if (status.startsWith('5') || (action === 'failed' && !status.startsWith('4'))) return 'permanent'
    if (status.startsWith('4')) return 'temporary'
    if (status.startsWith('2') || ['delivered', 'relayed', 'expanded'].includes(action)) return 'success'
    return 'unknown'
  })
  return (['permanent', 'temporary', 'success'] as const).find((kind) => kinds.includes(kind)) ?? 'unknown'
}

function original(leaves: MimePart[]): { originalMessageId?: string } {
  const returned = leaves.find((part) =>
    /^(?:message\/(?:rfc822|global)|text\/rfc822-headers|message\/(?:rfc822|global)-headers)$/.test(part.type),
  )
  if (!returned) return {}
  const header = readHeaders(decodeContent(returned.body, returned.encoding))
  const id = /<[^<>\s]{1,998}>/.exec(firstHeader(header.fields, 'message-id') ?? '')?.[0]
  return id ? { originalMessageId: id } : {}
}
