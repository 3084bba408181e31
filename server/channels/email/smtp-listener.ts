/** Our own SMTP listener. 250 is said only after the mail is durable; 451 when the database is away, so that the sender repeats. */
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { MAX_MAIL_BYTES } from '#engines/mail/read-mail.ts'
import { errorFields } from '#server/platform/log.ts'
import type { Services } from '#server/platform/route-context.ts'
import { findMailbox, type Mailbox } from './mailbox.ts'

export type SmtpListener = { port: number | null; stop(): Promise<void> }

/** `tls`: certificate and key in PEM. With it, mail is taken over TLS only; without it the listener stays on loopback (desk-D47). */
export type SmtpDoor = { host: string; port: number; tls: { cert: string; key: string } | null }

/** What a mail is given to. Durable when it returns. */
export type TakeIn = (mailbox: Mailbox, raw: Buffer, envelopeTo: readonly string[]) => Promise<unknown>

/** While the database does not answer: what is remembered of our mailboxes, and who looks at what comes for them (decision 0130). */
export type WhileAway = {
  mailboxOf(address: string): Mailbox | undefined
  keep(mailbox: Mailbox, raw: Buffer, envelopeTo: readonly string[]): Promise<void>
}

/** Connections at once; a flood waits at the door. */
const CLIENTS_MAX = 100
const RECIPIENTS_MAX = 50
const SOCKET_MS = 60_000
/** Bytes of mails that are being received at once; above it the sender comes again. */
const IN_FLIGHT_MAX_BYTES = 4 * MAX_MAIL_BYTES

class Refused extends Error {
  readonly responseCode: number
  constructor(responseCode: number, message: string) {
    super(message)
    this.responseCode = responseCode
  }
}

export async function listenForMail(
  services: Services,
  door: SmtpDoor,
  takeIn: TakeIn,
  whileAway: WhileAway,
): Promise<SmtpListener> {
  const { tls } = door
  const inFlight = { bytes: 0 }
  const server = new SMTPServer({
    banner: 'Bedside',
    size: MAX_MAIL_BYTES,
    maxClients: CLIENTS_MAX,
    socketTimeout: SOCKET_MS,
    authOptional: true,
    disabledCommands: ['AUTH'],
    disableReverseLookup: true,
    logger: false,
    // The library brings a certificate whose key everybody knows; without our own, TLS is not offered.
    hideSTARTTLS: tls === null,
    ...(tls
      ? { cert: tls.cert, key: tls.key, minVersion: 'TLSv1.2' as const }
      : { disabledCommands: ['AUTH', 'STARTTLS'] }),
    onMailFrom(_address, session: SMTPServerSession, callback) {
      callback(tls && !session.secure ? new Refused(530, 'Must issue a STARTTLS command first') : null)
    },
    onRcptTo(address, session: SMTPServerSession, callback) {
      if (session.envelope.rcptTo.length >= RECIPIENTS_MAX) return callback(new Refused(452, 'Too many recipients'))
      findMailbox(services.db, address.address).then(
        (mailbox) => callback(mailbox ? null : new Refused(550, 'No such mailbox here')),
        // Of a mailbox that is remembered the text is read, though it is not received: it may be an emergency.
        () => callback(whileAway.mailboxOf(address.address) ? null : new Refused(451, 'Try again in a moment')),
      )
    },
    onData(stream: SMTPServerDataStream, session: SMTPServerSession, callback) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address)
      takeMail(services, stream, recipients, inFlight, { takeIn, whileAway }).then(
        () => callback(null, 'received'),
        (error: unknown) => {
          if (!(error instanceof Refused)) services.log.error('mail.not-stored', errorFields(error))
          callback(error instanceof Refused ? error : new Refused(451, 'Try again in a moment'))
        },
      )
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
    server.listen(door.port, door.host, () => {
      server.server.off('error', taken)
      const address = server.server.address()
      resolve(typeof address === 'object' && address ? address.port : door.port)
    })
  })
  return {
    port,
    stop: () => new Promise<void>((resolve) => (port === null ? resolve() : server.close(() => resolve()))),
  }
}

/** Each mailbox once, however many of its addresses were named. Throws `Refused` with the answer for the sender. */
async function takeMail(
  { db }: Services,
  stream: SMTPServerDataStream,
  recipients: readonly string[],
  inFlight: { bytes: number },
  { takeIn, whileAway }: { takeIn: TakeIn; whileAway: WhileAway },
): Promise<void> {
  const taken = { bytes: 0 }
  try {
    const raw = await collect(stream, inFlight, taken)
    if (stream.sizeExceeded) throw new Refused(552, 'This message is too large')
    if (!raw) throw new Refused(451, 'Too much mail at once, try again in a moment')
    if (hasBareLineEnds(raw)) throw new Refused(550, 'Lines must end with CR LF')
    try {
      for (const mailbox of await mailboxesOf(recipients, (address) => findMailbox(db, address)))
        await takeIn(mailbox, raw, recipients)
    } catch (error) {
      for (const mailbox of await mailboxesOf(recipients, async (address) => whileAway.mailboxOf(address)))
        await whileAway.keep(mailbox, raw, recipients)
      throw error
    }
  } finally {
    inFlight.bytes -= taken.bytes
  }
}

async function mailboxesOf(
  recipients: readonly string[],
  find: (address: string) => Promise<Mailbox | undefined>,
): Promise<Mailbox[]> {
  const mailboxes = new Map<string, Mailbox>()
  for (const address of recipients) {
    const mailbox = await find(address)
    if (mailbox) mailboxes.set(mailbox.accountId, mailbox)
  }
  return [...mailboxes.values()]
}

/** Reads to the end in any case, so that the sender hears the answer. @returns undefined if there was no room. */
async function collect(
  stream: SMTPServerDataStream,
  inFlight: { bytes: number },
  taken: { bytes: number },
): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let hasRoom = true
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (stream.sizeExceeded) chunks.length = 0
    else if (inFlight.bytes + chunk.length > IN_FLIGHT_MAX_BYTES) hasRoom = false
    else {
      chunks.push(chunk)
      taken.bytes += chunk.length
      inFlight.bytes += chunk.length
    }
  }
  return hasRoom ? Buffer.concat(chunks) : undefined
}

/** A lone CR or LF can hide a second mail from one of two servers (smuggling); such a text is refused whole (desk-D47). */
export function hasBareLineEnds(raw: Buffer): boolean {
  for (let at = raw.indexOf(10); at !== -1; at = raw.indexOf(10, at + 1)) if (raw[at - 1] !== 13) return true
  for (let at = raw.indexOf(13); at !== -1; at = raw.indexOf(13, at + 1)) if (raw[at + 1] !== 10) return true
  return false
}
