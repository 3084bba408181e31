/** Mails of the demonstration as they would have come over the wire (RFC 5322), made from the same words that are stored. */
export type MailParts = {
  from: { name: string; address: string }
  to: string
  subject: string
  messageId: string
  inReplyTo: string | null
  at: Date
  text: string
  html: string | null
  files: readonly { name: string; type: string; bytes: Buffer }[]
  headers?: Record<string, string>
}

export function rawMail(mail: MailParts): Buffer {
  const boundary = `=_${mail.messageId.slice(1, 13)}`
  const head: Record<string, string> = {
    From: `${encodedWord(mail.from.name)} <${mail.from.address}>`,
    To: mail.to,
    Subject: encodedWord(mail.subject),
    Date: mail.at.toUTCString().replace('GMT', '+0000'),
    'Message-ID': mail.messageId,
    ...(mail.inReplyTo ? { 'In-Reply-To': mail.inReplyTo, References: mail.inReplyTo } : {}),
    'MIME-Version': '1.0',
    ...mail.headers,
  }
  const text = part('text/plain; charset=utf-8', base64(Buffer.from(mail.text)))
  const html = mail.html === null ? [] : [part('text/html; charset=utf-8', base64(Buffer.from(mail.html)))]
  const files = mail.files.map(({ name, type, bytes }) =>
    part(`${type}; name="${name}"`, base64(bytes), `Content-Disposition: attachment; filename="${name}"`),
  )
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`)
  if (html.length + files.length === 0) return Buffer.from([...lines, text].join('\r\n'))
  const kind = files.length > 0 ? 'mixed' : 'alternative'
  const parts = [text, ...html, ...files].map((one) => `--${boundary}\r\n${one}\r\n`)
  return Buffer.from(
    `${lines.join('\r\n')}\r\nContent-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${parts.join('')}--${boundary}--\r\n`,
  )
}

const part = (type: string, body: string, disposition?: string): string =>
  [`Content-Type: ${type}`, 'Content-Transfer-Encoding: base64', ...(disposition ? [disposition] : []), '', body].join(
    '\r\n',
  )

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/.{76}/g, '$&\r\n')

const PLAIN = /^[\x20-\x7e]*$/
const encodedWord = (text: string): string =>
  PLAIN.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`

export const asHtml = (text: string): string =>
  `<div>${text
    .split(/\n{2,}/)
    .map(
      (block) =>
        `<p>${block.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')}</p>`,
    )
    .join('')}</div>`
