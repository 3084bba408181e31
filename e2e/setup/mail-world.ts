/** The mail world outside: one server that takes what leaves the product, and answers by itself for those who have a machine. */
import { setTimeout as sleep } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { freePort } from './server-process.ts'

export type Left = { to: string; at: number; mail: Email }
/** A mail as its machine answers it, or nothing. */
export type Machine = (got: Left) => string | undefined

export type MailWorld = {
  /** For SMTP_OUT_URL. */
  url: string
  /** Everything that left the product, in its order. */
  left: Left[]
  /** Who answers by itself, by address. */
  machines: Map<string, Machine>
  /**
   * Hands a raw mail to the product over a connection of its own; resolves when the product has said "received". Told "later", as a busy
   * house may say, it comes again like a mail server.
   */
  send(raw: string | Buffer, to: string): Promise<void>
  stop(): Promise<void>
}

const TRIES_MAX = 20
const AGAIN_MS = 500

export async function openMailWorld(productSmtpPort: () => number): Promise<MailWorld> {
  const left: Left[] = []
  const machines = new Map<string, Machine>()
  const send = async (raw: string | Buffer, to: string): Promise<void> => {
    const way = createTransport({ host: '127.0.0.1', port: productSmtpPort(), secure: false, ignoreTLS: true })
    // An empty return path, as machines and reports have it.
    for (let tries = 1; ; tries++) {
      try {
        await way.sendMail({ envelope: { from: '', to: [to] }, raw })
        break
      } catch (error) {
        const { responseCode = 0 } = error as { responseCode?: number }
        if (responseCode < 400 || responseCode >= 500 || tries === TRIES_MAX) throw error
        await sleep(AGAIN_MS)
      }
    }
    way.close()
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, callback) {
      const take = async () => {
        const chunks: Buffer[] = []
        for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk)
        const mail = await PostalMime.parse(Buffer.concat(chunks))
        for (const { address } of session.envelope.rcptTo) {
          const got = { to: address, at: Date.now(), mail }
          left.push(got)
          const answer = machines.get(address)?.(got)
          const sender = mail.replyTo?.[0]?.address ?? mail.from?.address
          if (answer && sender) await send(answer, sender)
        }
      }
      void take().then(() => callback(), callback)
    },
  })
  server.on('error', () => undefined)
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${port}`,
    left,
    machines,
    send,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
