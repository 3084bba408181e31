/** The embedded default for mail out: complete mails, written to a folder of this installation and read on a screen. Nothing leaves. */
import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import PostalMime from 'postal-mime'
import { LOOP_HEADER } from '#engines/mail/classify.ts'
import { referencesToSend } from '#engines/mail/threading.ts'

/** Mails shown; older ones stay in the folder. */
const SHOWN_MAX = 50

export type OutgoingMail = {
  /** The same key twice is one mail. */
  key: string
  from: string
  to: string
  replyTo?: string
  subject: string
  text: string
  messageId: string
  inReplyTo?: string
  /** Ids of this conversation, the oldest first. */
  references?: readonly string[]
  /** Written by the product itself: says so, so that no machine answers it (RFC 3834). */
  isAutomatic: boolean
  files?: readonly { name: string; type: string; bytes: Buffer }[]
}

export const composeMail = (mail: OutgoingMail) => ({
  from: mail.from,
  to: mail.to,
  ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
  subject: asWords(oneLine(mail.subject)),
  text: mail.text,
  attachments: (mail.files ?? []).map(({ name, type, bytes }) => ({
    filename: oneLine(name),
    contentType: type,
    content: bytes,
  })),
  messageId: mail.messageId,
  ...(mail.inReplyTo ? { inReplyTo: mail.inReplyTo } : {}),
  references: referencesOf(mail),
  headers: mail.isAutomatic
    ? { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All', [LOOP_HEADER]: mail.messageId }
    : {},
})

/** At most 20 ids, the newest last; the library folds the line (desk-D49). */
const referencesOf = ({ references = [], inReplyTo }: OutgoingMail): string[] =>
  referencesToSend([...references, ...(inReplyTo ? [inReplyTo] : [])])
    .split(/\s+/)
    .filter(Boolean)

/** No decoded line break ever reaches a header (desk-D50). */
const oneLine = (text: string): string =>
  text
    .replace(/[\r\n\0]+/g, ' ')
    .slice(0, 500)
    .toWellFormed()

/** Bytes of text in one encoded word, which may have 75 characters. Source: RFC 2047, 2. */
const WORD_BYTES = 42

/** A subject that looks like encoded words would be read as what they say: it is sent as words that say what it looks like (trust-D56). */
function asWords(subject: string): string {
  if (!subject.includes('=?')) return subject
  const words: string[] = ['']
  for (const letter of subject) {
    if (Buffer.byteLength(`${words.at(-1)}${letter}`) > WORD_BYTES) words.push('')
    words[words.length - 1] += letter
  }
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(' ')
}

export async function keepInOutbox(folder: string, mail: OutgoingMail): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { message } = await nodemailer
    .createTransport({ streamTransport: true, buffer: true })
    .sendMail(composeMail(mail))
  const name = `${createHash('sha256').update(mail.key).digest('hex').slice(0, 32)}.eml`
  const file = await open(join(folder, `${name}.part`), 'w', 0o600)
  try {
    await file.writeFile(message as Buffer)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(join(folder, `${name}.part`), join(folder, name))
}

export async function readOutbox(folder: string): Promise<{ to: string; subject: string; text: string; at: Date }[]> {
  const names = await readdir(folder).catch(() => [])
  const mails = await Promise.all(
    names
      .filter((name) => name.endsWith('.eml'))
      .map(async (name) => {
        const mail = await PostalMime.parse(await readFile(join(folder, name)))
        return {
          to: mail.to?.[0]?.address ?? '',
          subject: mail.subject ?? '',
          text: mail.text ?? '',
          at: new Date(mail.date ?? 0),
        }
      }),
  )
  return mails.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, SHOWN_MAX)
}
