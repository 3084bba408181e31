/** Mail out: over SMTP when configured, else into the local outbox. Says honestly what is known of a hand-over (desk-D43, trust-D68). */
import { isIP } from 'node:net'
import nodemailer from 'nodemailer'
import { resolveOutbound, type OutboundRules } from '#server/platform/outbound.ts'
import { composeMail, keepInOutbox, type OutgoingMail } from './local-outbox.ts'

export type MailReport =
  { state: 'handed_over' } | { state: 'failed'; cause: string; canRetry: boolean } | { state: 'unknown'; cause: string }

/** In milliseconds. */
const CONNECT_MS = 10_000
const ANSWER_MS = 30_000

export type MailOutOptions = {
  /** `smtp:` or `smtps://user:password@host:port`; null keeps every mail in the local outbox. */
  url: string | null
  outboxFolder: string
  outbound: OutboundRules
  /** How long the other side may be silent, in milliseconds. */
  answerMs?: number
}

export function openMailOut({ url, outboxFolder, outbound, answerMs = ANSWER_MS }: MailOutOptions) {
  if (url === null) {
    return async (mail: OutgoingMail): Promise<MailReport> => {
      await keepInOutbox(outboxFolder, mail)
      return { state: 'handed_over' }
    }
  }
  const server = readSmtpUrl(url)
  return async (mail: OutgoingMail): Promise<MailReport> => {
    const way = await resolveOutbound(server, outbound)
    if (!way.ok) return { state: 'failed', cause: way.refusal.toLowerCase().replaceAll('_', '-'), canRetry: true }
    const { host, port, servername, isLocal } = way.value
    const stage = { isTextAsked: false }
    // A connection for each mail: nothing of one exchange is left for the next.
    const transport = nodemailer.createTransport({
      host,
      port,
      secure: server.isTls,
      // Verified TLS outside of our own network, no plain fallback (trust-D47).
      requireTLS: !isLocal,
      tls: { ...(isIP(servername) ? {} : { servername }), minVersion: 'TLSv1.2' },
      ...(server.user ? { auth: { user: server.user, pass: server.password } } : {}),
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: answerMs,
      ...watchText(stage),
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    try {
      await transport.sendMail(composeMail(mail))
      return { state: 'handed_over' }
    } catch (error) {
      return reportOf(error, stage.isTextAsked)
    } finally {
      transport.close()
    }
  }
}

function readSmtpUrl(text: string) {
  const url = new URL(text)
  const isTls = url.protocol === 'smtps:'
  return {
    host: url.hostname,
    port: Number(url.port) || (isTls ? 465 : 587),
    isTls,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  }
}

/**
 * Notes when the other side asks for the text (354): from then on it may have it. The library's error does not tell; a connection that
 * is cut after the last dot looks to it like one that never was. Nothing of the conversation is kept.
 */
function watchText(stage: { isTextAsked: boolean }) {
  const hear = (entry: { tnx?: string }, message: unknown) => {
    if (entry.tnx === 'server' && typeof message === 'string' && message.startsWith('354')) stage.isTextAsked = true
  }
  const deaf = () => undefined
  const logger = { level: deaf, trace: deaf, debug: hear, info: deaf, warn: deaf, error: deaf, fatal: deaf }
  return { logger, transactionLog: true }
}

/** Refused is who sends, not the mail: the password of the relay changed, and somebody will set it right. Source: RFC 4954, 6. */
const isSignIn = (code: string | undefined, responseCode: number) => code === 'EAUTH' || responseCode === 530

/** A refusal in words is known, and so is a failure before the text was asked for. What breaks off after that is not known. */
function reportOf(error: unknown, isTextAsked: boolean): MailReport {
  const { responseCode, code } = error as { responseCode?: number; code?: string }
  if (responseCode !== undefined && responseCode >= 400)
    return {
      state: 'failed',
      cause: `smtp-${responseCode}`,
      canRetry: responseCode < 500 || isSignIn(code, responseCode),
    }
  if (isTextAsked) return { state: 'unknown', cause: 'connection-lost-after-data' }
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { state: 'failed', cause: 'not-a-mail', canRetry: false }
  return { state: 'failed', cause: code === 'ETLS' ? 'no-tls' : 'no-connection', canRetry: true }
}
