/** Mail out: over SMTP when configured, else into the local outbox. Says honestly what is known of a hand-over (desk-D43, trust-D68). */
import nodemailer from 'nodemailer'
import { composeMail, keepInOutbox, type OutgoingMail } from './local-outbox.ts'

export type MailReport =
  { state: 'handed_over' } | { state: 'failed'; cause: string; canRetry: boolean } | { state: 'unknown'; cause: string }

const CONNECT_MS = 10_000
const ANSWER_MS = 30_000

export function openMailOut({
  url,
  outboxFolder,
}: {
  url: string | null
  outboxFolder: string
}): (mail: OutgoingMail) => Promise<MailReport> {
  if (url === null) {
    return async (mail) => {
      await keepInOutbox(outboxFolder, mail)
      return { state: 'handed_over' }
    }
  }
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)
  const transport = nodemailer.createTransport(url, {
    connectionTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    // Verified TLS outside of loopback, no plain fallback (trust-D47).
    requireTLS: !isLoopback,
  } as object)
  return async (mail) => {
    try {
      await transport.sendMail(composeMail(mail))
      return { state: 'handed_over' }
    } catch (error) {
      return reportOf(error)
    }
  }
}

/** A refusal of the server is known; a connection that broke after the text went out is not. */
export function reportOf(error: unknown): MailReport {
  const { responseCode, command, code } = error as { responseCode?: number; command?: string; code?: string }
  if (responseCode !== undefined) {
    return { state: 'failed', cause: `smtp-${responseCode}`, canRetry: responseCode >= 400 && responseCode < 500 }
  }
  if (command === 'CONN' || code === 'ECONNECTION' || code === 'EDNS' || code === 'ECONNREFUSED')
    return { state: 'failed', cause: 'no-connection', canRetry: true }
  if (command === 'DATA' || code === 'ETIMEDOUT' || code === 'ESOCKET')
    return { state: 'unknown', cause: 'connection-lost-after-data' }
  return { state: 'failed', cause: 'not-sent', canRetry: true }
}
