/** Mail in: the SMTP listener, the folders read over IMAP, what providers push, and taking in again from the set-aside list. */
import { parseMailboxes } from '#engines/mail/addresses.ts'
import { headerValues, readHeaders } from '#engines/mail/header-reader.ts'
import type { Database } from '#server/platform/database.ts'
import type { FileCheck } from '#server/platform/file-check.ts'
import { startHtmlSanitiser } from '#server/platform/html-sanitiser.ts'
import { code } from '#server/platform/log.ts'
import type { OutboundRules } from '#server/platform/outbound.ts'
import type { Services } from '#server/platform/route-context.ts'
import { readImapUrl } from './imap-account.ts'
import { startImapReader, type ImapReader } from './imap-reader.ts'
import { findMailbox, firstMailboxOfOnlyOrganization, mailboxOfOrganization, type Mailbox } from './mailbox.ts'
import { startMailWatch } from './mail-watch.ts'
import { receiveMail, type HandedOver, type MailOutcome } from './receive-mail.ts'
import { listenForMail, type SmtpDoor, type WhileAway } from './smtp-listener.ts'

export type MailIn = {
  port: number | null
  /** Takes in one raw mail; durable when it returns. */
  receive(mailbox: Mailbox, handed: HandedOver): Promise<MailOutcome>
  replay(
    organizationId: string,
    source: string,
    externalId: string,
    raw: Buffer,
  ): Promise<{ conversationId: string | null; cause: string | null }>
  /** Takes a mail in as if it had come over SMTP: for the mailbox its header names; where it names none of ours, for the only organization's first. */
  deliver(raw: Buffer): Promise<MailOutcome | undefined>
  stop(): Promise<void>
}

export type MailInOptions = {
  smtp: SmtpDoor | null
  imap: readonly string[]
  outbound: OutboundRules
  checkFile: FileCheck['check']
  whileAway?: WhileAway
  /** Between two looks for mailboxes that were not known here before, in milliseconds. */
  lookAgainMs?: number
}

const LOOK_AGAIN_MS = 60_000

const REMEMBERS_NOTHING: WhileAway = { mailboxOf: () => undefined, keep: async () => undefined }

export async function openMailIn(
  services: Services,
  { smtp, imap, outbound, checkFile, whileAway = REMEMBERS_NOTHING, lookAgainMs = LOOK_AGAIN_MS }: MailInOptions,
): Promise<MailIn> {
  const sanitiser = startHtmlSanitiser()
  const watch = startMailWatch(services)
  const receive = (mailbox: Mailbox, handed: HandedOver): Promise<MailOutcome> => {
    watch.note(mailbox.organizationId)
    return receiveMail({ services, sanitiser, checkFile }, mailbox, handed)
  }
  // A mail waits as long as it must: how many there are at once is bounded before, by connections, bytes and folders.
  const receiveInTurn: typeof receive = async (mailbox, handed) => {
    const giveBack = await services.turns.wait({ kind: 'organization', name: mailbox.organizationId })
    try {
      return await receive(mailbox, handed)
    } finally {
      giveBack()
    }
  }
  const listener = smtp
    ? await listenForMail(
        services,
        smtp,
        (mailbox, raw, envelopeTo) => receiveInTurn(mailbox, { raw, envelopeTo }),
        whileAway,
      )
    : undefined
  const readers = await openReaders(services, imap, { outbound, receive: receiveInTurn, lookAgainMs })
  return {
    port: listener?.port ?? null,
    receive,
    async replay(organizationId, source, _externalId, raw) {
      const address = source.startsWith('email:') ? source.slice('email:'.length) : null
      const mailbox = address && (await mailboxOfOrganization(services.db, organizationId, address))
      if (!mailbox) return { conversationId: null, cause: 'no-such-mailbox' }
      const { outcome, conversationId, cause } = await receive(mailbox, { raw, isReplay: true })
      return { conversationId, cause: outcome === 'stored' || outcome === 'duplicate' ? null : (cause ?? 'not-stored') }
    },
    async deliver(raw) {
      const mailbox = await mailboxOfHeader(services, raw)
      return mailbox && receive(mailbox, { raw })
    },
    async stop() {
      watch.stop()
      await Promise.all([listener?.stop(), readers.stop()])
      await sanitiser.close()
    },
  }
}

/** How many of these folders are of a mailbox that no organization here has: they are not read (desk-D58). */
export async function countUnknown(db: Database, urls: readonly string[]): Promise<number> {
  const found = await Promise.all(urls.map((url) => findMailbox(db, readImapUrl(url).mailbox)))
  return found.filter((mailbox) => mailbox === undefined).length
}

type Reading = {
  outbound: OutboundRules
  receive: (mailbox: Mailbox, handed: HandedOver) => Promise<MailOutcome>
  lookAgainMs: number
}

/** A folder whose mailbox is not known here yet waits for it, and the operator is told; the others are read. */
async function openReaders(
  services: Services,
  urls: readonly string[],
  { outbound, receive, lookAgainMs }: Reading,
): Promise<ImapReader> {
  const readers: ImapReader[] = []
  let unknown = urls.map((url) => readImapUrl(url))
  let isStopped = false
  const look = async (): Promise<void> => {
    const accounts = unknown
    unknown = []
    for (const account of accounts) {
      const mailbox = await findMailbox(services.db, account.mailbox).catch(() => undefined)
      if (isStopped) return
      if (!mailbox) {
        unknown.push(account)
        services.log.error('imap.no-such-mailbox', { host: code(account.host) })
        continue
      }
      const takeIn = (raw: Buffer, arrivalKey: string) => receive(mailbox, { raw, arrivalKey })
      readers.push(startImapReader({ services, account, mailbox, outbound, takeIn }))
    }
    if (unknown.length > 0) timer = setTimeout(() => void (looking = look()), lookAgainMs).unref()
  }
  let timer: NodeJS.Timeout | undefined
  let looking = look()
  await looking
  return {
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await looking
      await Promise.all(readers.map((reader) => reader.stop()))
    },
  }
}

/** Receiving addresses that a mail's own header names, the transport's first. Nobody's mail is put into an organization by a guess. */
async function mailboxOfHeader({ db }: Services, raw: Buffer): Promise<Mailbox | undefined> {
  const { fields } = readHeaders(raw)
  const named = ['delivered-to', 'x-original-to', 'to', 'cc'].flatMap((name) =>
    headerValues(fields, name).flatMap((value) => parseMailboxes(value)),
  )
  for (const { address } of named.slice(0, NAMED_MAX)) {
    const mailbox = address ? await findMailbox(db, address) : undefined
    if (mailbox) return mailbox
  }
  return firstMailboxOfOnlyOrganization(db)
}

const NAMED_MAX = 20
