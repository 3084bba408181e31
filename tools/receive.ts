/**
 * `npm run receive -- email [--dry] FILE...`: reads raw messages and prints one JSON line per file.
 *
 * Needs no running server; with `--dry` no database either. A file that can not be read gives a line with its error, and the
 * next one goes on.
 */
import { readFile, stat } from 'node:fs/promises'
import { MAX_MAIL_BYTES, NO_CONTEXT, readMail } from '#engines/mail/read-mail.ts'
import { decideThread } from '#engines/mail/threading.ts'
import { startHtmlSanitiser, type HtmlSanitiser } from '#server/platform/html-sanitiser.ts'

type ReceivedLine = {
  file: string
  classification: string | null
  from: { name: string | null; address: string | null }
  subject: string | null
  date: string | null
  text: string | null
  trimmed: string | null
  html: string | null
  attachments: { name: string; type: string; size: number }[]
  inline: { name: string; type: string; size: number; cid: string }[]
  thread: { decision: string; reason: string }
  error: string | null
}

async function main(args: string[]): Promise<number> {
  const [channel, ...rest] = args
  const isDry = rest.includes('--dry')
  const files = rest.filter((argument) => !argument.startsWith('--'))
  if (channel !== 'email' || files.length === 0) {
    process.stderr.write('Usage: npm run receive -- email [--dry] FILE...\n')
    return 2
  }
  const sanitiser = startHtmlSanitiser()
  const store = isDry ? undefined : await (await import('./receive-stored.ts')).openStore()
  for (const file of files) {
    const line = await readDry(file, sanitiser)
    if (store && line.error === null) {
      const { conversationId, error } = await store
        .store(await readFile(file))
        .catch((reason: unknown) => ({ conversationId: null, error: codeOf(reason, 'NOT_STORED') }))
      line.thread = conversationId
        ? { decision: `stored in ${conversationId}`, reason: line.thread.reason }
        : line.thread
      line.error = error
    }
    await print(JSON.stringify(line))
  }
  await store?.close()
  await sanitiser.close()
  return 0
}

async function readDry(file: string, sanitiser: HtmlSanitiser): Promise<ReceivedLine> {
  try {
    if ((await stat(file)).size > MAX_MAIL_BYTES) return failed(file, 'TOO_LARGE')
    const raw = await readFile(file)
    if (raw.length === 0) return failed(file, 'EMPTY')
    const mail = readMail(raw, { ...NO_CONTEXT, receivedAt: new Date() })
    const safe = mail.html === undefined ? undefined : await sanitiser.sanitise(mail.html)
    const thread = decideThread(mail.references, new Map(), mail.sender)
    return {
      file,
      classification: mail.classified.classification,
      from: { name: mail.sender.name || null, address: mail.sender.address ?? null },
      subject: mail.subject,
      date: mail.claimedAt?.toISOString() ?? null,
      text: mail.text,
      trimmed: mail.trimmed.text,
      html: safe?.ok ? safe.html : null,
      attachments: mail.attachments
        .filter((attachment) => attachment.disposition === 'attachment')
        .map(({ name, type, bytes }) => ({ name, type, size: bytes.length })),
      inline: mail.attachments
        .filter((attachment) => attachment.disposition === 'inline')
        .map(({ name, type, bytes, contentId }) => ({ name, type, size: bytes.length, cid: contentId ?? '' })),
      thread: { decision: thread.decision, reason: thread.reason },
      error: null,
    }
  } catch (error) {
    return failed(file, codeOf(error))
  }
}

const failed = (file: string, error: string): ReceivedLine => ({
  file,
  classification: null,
  from: { name: null, address: null },
  subject: null,
  date: null,
  text: null,
  trimmed: null,
  html: null,
  attachments: [],
  inline: [],
  thread: { decision: 'none', reason: 'not_read' },
  error,
})

const codeOf = (error: unknown, otherwise = 'UNREADABLE'): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : otherwise

/** Waits for a slow reader, so that a long list is not kept in memory. */
const print = (line: string): Promise<void> =>
  new Promise((resolve) => void process.stdout.write(`${line}\n`, () => resolve()))

process.exitCode = await main(process.argv.slice(2))
