/** Mail in: our own SMTP listener. 250 is said only after the mail is durable; 451 when the database is away, so that the sender repeats. */
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { MAX_MAIL_BYTES } from '#engines/mail/read-mail.ts'
import { tokenOfAddress } from '#engines/mail/token.ts'
import { allDoors } from '#server/modules/organization/index.ts'
import { systemContext } from '#server/platform/context.ts'
import { startHtmlSanitiser } from '#server/platform/html-sanitiser.ts'
import { newId } from '#server/platform/id.ts'
import { errorFields } from '#server/platform/log.ts'
import type { Services } from '#server/platform/route-context.ts'
import { receiveMail, type Mailbox } from './receive-mail.ts'

export type MailIn = {
  port: number | null
  replay(
    organizationId: string,
    source: string,
    externalId: string,
    raw: Buffer,
  ): Promise<{ conversationId: string | null; cause: string | null }>
  /** Takes a mail in for the organization's first mailbox, as if it had come over SMTP. */
  deliverToFirst(organizationId: string, raw: Buffer): Promise<{ conversationId: string | null; cause: string | null }>
  stop(): Promise<void>
}

export type MailInOptions = { smtp: { host: string; port: number } | null; imap: string | null; tokenKey: Buffer }

/** Connections at once; a flood waits at the door. */
const CLIENTS_MAX = 100
const RECIPIENTS_MAX = 50
const SOCKET_MS = 60_000

class Refused extends Error {
  readonly responseCode: number
  constructor(responseCode: number, message: string) {
    super(message)
    this.responseCode = responseCode
  }
}

export async function openMailIn(services: Services, { smtp, tokenKey }: MailInOptions): Promise<MailIn> {
  const sanitiser = startHtmlSanitiser()
  const deps = { services, sanitiser, tokenKey }
  const server = smtp ? await listen(services, smtp, (mailbox, raw) => receiveMail(deps, mailbox, raw)) : undefined
  return {
    port: server?.port ?? null,
    async replay(organizationId, source, _externalId, raw) {
      const mailbox = (await mailboxesOf(services, organizationId)).find(({ address }) => source === `email:${address}`)
      if (!mailbox) return { conversationId: null, cause: 'no-such-mailbox' }
      const { outcome, conversationId, cause } = await receiveMail(deps, mailbox, raw)
      return { conversationId, cause: outcome === 'stored' || outcome === 'duplicate' ? null : (cause ?? 'not-stored') }
    },
    async deliverToFirst(organizationId, raw) {
      const [mailbox] = await mailboxesOf(services, organizationId)
      if (!mailbox) return { conversationId: null, cause: 'no-such-mailbox' }
      return receiveMail(deps, mailbox, raw)
    },
    async stop() {
      await server?.stop()
      await sanitiser.close()
    },
  }
}

async function listen(
  services: Services,
  at: { host: string; port: number },
  receive: (mailbox: Mailbox, raw: Buffer) => Promise<unknown>,
) {
  const server = new SMTPServer({
    banner: 'Bedside',
    size: MAX_MAIL_BYTES,
    maxClients: CLIENTS_MAX,
    socketTimeout: SOCKET_MS,
    authOptional: true,
    disabledCommands: ['AUTH'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo(address, session: SMTPServerSession, callback) {
      if (session.envelope.rcptTo.length >= RECIPIENTS_MAX) return callback(new Refused(452, 'Too many recipients'))
      findMailbox(services, address.address).then(
        (mailbox) => callback(mailbox ? null : new Refused(550, 'No such mailbox here')),
        () => callback(new Refused(451, 'Try again in a moment')),
      )
    },
    onData(stream: SMTPServerDataStream, session: SMTPServerSession, callback) {
      collect(stream)
        .then(
          async (raw) => {
            if (stream.sizeExceeded) return callback(new Refused(552, 'This message is too large'))
            if (hasBareLineEnds(raw)) return callback(new Refused(550, 'Lines must end with CR LF'))
            const mailboxes = new Map<string, Mailbox>()
            for (const { address } of session.envelope.rcptTo) {
              const mailbox = await findMailbox(services, address)
              if (mailbox) mailboxes.set(mailbox.accountId, mailbox)
            }
            for (const mailbox of mailboxes.values()) await receive(mailbox, raw)
            return callback(null, 'received')
          },
          () => callback(new Refused(451, 'The connection broke off')),
        )
        .catch((error: unknown) => {
          services.log.error('mail.not-stored', errorFields(error))
          callback(new Refused(451, 'Try again in a moment'))
        })
    },
  })
  server.on('error', (error) => services.log.error('mail.listener-failed', errorFields(error)))
  const port = await new Promise<number | null>((resolve) => {
    const taken = (error: NodeJS.ErrnoException) => {
      // The product works without its mail door; the operator is told.
      services.log.error('mail.port-not-opened', errorFields(error))
      resolve(null)
    }
    server.server.once('error', taken)
    server.listen(at.port, at.host, () => {
      server.server.off('error', taken)
      const address = server.server.address()
      resolve(typeof address === 'object' && address ? address.port : at.port)
    })
  })
  return {
    port,
    stop: () => new Promise<void>((resolve) => (port === null ? resolve() : server.close(() => resolve()))),
  }
}

/** A lone CR or LF can hide a second mail from one of two servers (smuggling); such a text is refused whole (desk-D47). */
export function hasBareLineEnds(raw: Buffer): boolean {
  for (let at = raw.indexOf(10); at !== -1; at = raw.indexOf(10, at + 1)) if (raw[at - 1] !== 13) return true
  for (let at = raw.indexOf(13); at !== -1; at = raw.indexOf(13, at + 1))
    if (at + 1 < raw.length && raw[at + 1] !== 10) return true
  return false
}

async function collect(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= MAX_MAIL_BYTES) chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The mailbox an address belongs to: itself, or a signed answering address of its domain. */
async function findMailbox(services: Services, address: string): Promise<Mailbox | undefined> {
  const wanted = address.toLowerCase()
  const doors = await services.db.withoutOrganization((tx) => allDoors(tx))
  for (const { organizationId } of doors) {
    const mailboxes = await mailboxesOf(services, organizationId)
    const own = mailboxes.find((mailbox) => mailbox.address === wanted)
    if (own) return own
    const byToken = mailboxes.find(
      (mailbox) => tokenOfAddress(wanted, [mailbox.address.slice(mailbox.address.lastIndexOf('@') + 1)]) !== undefined,
    )
    if (byToken) return byToken
  }
  return undefined
}

const mailboxesOf = (services: Services, organizationId: string): Promise<Mailbox[]> =>
  services.db.transaction(systemContext(organizationId, newId(), 'mail'), (tx) =>
    tx.run<Mailbox>(
      `select organization_id as "organizationId", id as "accountId", lower(address) as address, site_id as "siteId"
         from channel_account where organization_id = $1 and channel = 'email' and is_live order by id limit 100`,
      [organizationId],
    ),
  )
