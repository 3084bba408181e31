/** For tests: a clinic with mailboxes behind the real mail door, on a database of the test's own. The clock stands still until it is moved. */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { makeToken, messageIdOf, replyAddress, TOKEN_RANDOM_BYTES } from '#engines/mail/token.ts'
import { aClinic, asSystem, recordingDeps, type Clinic } from '#server/modules/conversation/a-clinic.ts'
import { openFileCheck, type FileCheck } from '#server/platform/file-check.ts'
import { fairTurns } from '#server/platform/fair-turns.ts'
import { openFileStore } from '#server/platform/file-store.ts'
import { newId } from '#server/platform/id.ts'
import { openRateLimits } from '#server/platform/rate-limit.ts'
import { openJournalSpool } from '#server/platform/journal-spool.ts'
import { silentLog } from '#server/platform/log.ts'
import type { Services } from '#server/platform/route-context.ts'
import { openKeys } from '#server/platform/seal.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { openMailIn } from '../mail-in.ts'
import { signingKey } from '../token-keys.ts'

export const DOMAIN = 'clinic.example'
export const LOOPBACK = { local: ['localhost:*'] }

export async function aMailHouse({
  tls = null as { cert: string; key: string } | null,
  fileCheck = openFileCheck(null) as FileCheck,
  turns = fairTurns(),
} = {}) {
  const { database, look } = await testDatabase()
  const clinic = await aClinic(database)
  const folder = await mkdtemp(join(tmpdir(), 'bedside-mail-'))
  const recorded = recordingDeps()
  const clock = { now: new Date('2026-03-02T17:00:00Z') }
  const keys = openKeys(randomBytes(32))
  const rates = openRateLimits(database, keys, silentLog)
  const services: Services = {
    db: database,
    jobs: recorded.jobs,
    hub: recorded.hub,
    log: silentLog,
    now: () => clock.now,
    keys,
    files: openFileStore(join(folder, 'files'), keys),
    rates,
    turns,
    spool: openJournalSpool(join(folder, 'journal-spool'), keys, silentLog),
    publicUrl: 'https://bedside.example',
  }
  const care = await aMailbox({ look: undefined, database }, clinic, `care@${DOMAIN}`)
  const mailIn = await openMailIn(services, {
    smtp: { host: '127.0.0.1', port: 0, tls },
    imap: [],
    outbound: LOOPBACK,
    checkFile: fileCheck.check,
  })
  afterAll(async () => {
    await mailIn.stop()
    await rates.stop()
    await rm(folder, { recursive: true, force: true })
  })
  const port = mailIn.port ?? 0
  return {
    clinic,
    database,
    look,
    services,
    clock,
    recorded,
    care,
    mailIn,
    port,
    /** One mail over SMTP with its envelope; @returns the answer to its end. */
    send: (mail: string | Buffer, to: string | string[] = `care@${DOMAIN}`) => sendOver(port, mail, to),
    /** The messages of one conversation, or all, in order. */
    messages: (conversationId?: string) =>
      look<MessageRow>(
        `select conversation_id as "conversationId", direction, author_kind as "authorKind", text, trimmed, safe_html as "safeHtml", automatic, flags, external_id as "externalId", subject
           from message where organization_id = $1 and ($2::uuid is null or conversation_id = $2) order by received_at, seq, id`,
        [clinic.organizationId, conversationId ?? null],
      ),
    conversations: () =>
      look<ConversationRow>(
        `select id, state, patient_id as "patientId", may_belong_to as "mayBelongTo", due_at as "dueAt", urgency, language from conversation
          where organization_id = $1 order by first_message_at, id`,
        [clinic.organizationId],
      ),
    setAside: () =>
      look<{ id: string; cause: string; source: string; state: string; ownerId: string | null; rawId: string | null }>(
        `select id, cause, source, state, owner_id as "ownerId", raw_id as "rawId" from set_aside where organization_id = $1 order by received_at, id`,
        [clinic.organizationId],
      ),
    counts: async () =>
      (
        await look<Record<'seen' | 'stored' | 'duplicate' | 'refused' | 'setAside', number>>(
          `select sum(seen)::int as seen, sum(stored)::int as stored, sum(duplicate)::int as duplicate, sum(refused)::int as refused,
             sum(set_aside)::int as "setAside" from mailbox_count where organization_id = $1`,
          [clinic.organizationId],
        )
      )[0],
    /** An answer of ours in this conversation that has left by mail: its reference, as the receiver sees it. */
    async answered(conversationId: string, at: Date = clock.now) {
      const [party] = await look<{ id: string; address: string | null }>(
        `select id, address from party where organization_id = $1 and conversation_id = $2 order by joined_at limit 1`,
        [clinic.organizationId, conversationId],
      )
      const token = makeToken(randomBytes(TOKEN_RANDOM_BYTES), signingKey(services.keys, at), {
        organizationId: clinic.organizationId,
        conversationId,
        partyId: party?.id ?? '',
      })
      const messageId = messageIdOf(token, DOMAIN)
      const id = newId(at.getTime())
      const deliveryId = newId(at.getTime())
      await database.transaction(asSystem(clinic), async (tx) => {
        const [row] = await tx.run<{ seq: number }>(
          `update conversation set last_seq = last_seq + 1 where organization_id = $1 and id = $2 returning last_seq as seq`,
          [clinic.organizationId, conversationId],
        )
        await tx.run(
          `insert into message (organization_id, id, conversation_id, seq, direction, channel, author_kind, author_id, text, received_at, external_id, message_id_token)
           values ($1, $2, $3, $4, 'out', 'email', 'staff', $5, 'Our answer.', $6, $7, $8)`,
          [clinic.organizationId, id, conversationId, row?.seq, clinic.agentId, at, messageId, token],
        )
        await tx.run(
          `insert into delivery (organization_id, id, message_id, conversation_id, contact_point_id, channel, address, purpose, state, not_before, idempotency_key, changed_at, party_id)
           values ($1, $2, $3, $4, (select id from contact_point where organization_id = $1 and value = $5::text limit 1), 'email', $5, 'reply', 'handed_over', $6, $8, $6, $7)`,
          [clinic.organizationId, deliveryId, id, conversationId, party?.address, at, party?.id, `test ${deliveryId}`],
        )
      })
      return { token, messageId, replyTo: replyAddress(token, DOMAIN), deliveryId, address: party?.address ?? '' }
    },
  }
}

type MessageRow = {
  conversationId: string
  direction: string
  authorKind: string
  text: string
  trimmed: string | null
  safeHtml: string | null
  automatic: string
  flags: string[]
  externalId: string | null
  subject: string | null
}
type ConversationRow = {
  id: string
  state: string
  patientId: string | null
  mayBelongTo: string | null
  dueAt: Date | null
  urgency: string
  language: string
}

export async function aMailbox(
  { database }: { database: Services['db']; look?: unknown },
  clinic: Clinic,
  address: string,
): Promise<{ accountId: string; address: string }> {
  const accountId = newId()
  await database.transaction(asSystem(clinic), (tx) =>
    tx.run(
      `insert into channel_account (organization_id, id, channel, name, address, site_id) values ($1, $2, 'email', 'Mail', $3, $4)`,
      [clinic.organizationId, accountId, address, clinic.siteId],
    ),
  )
  return { accountId, address }
}

let questions = 0

/** The smallest mail, its words new each time; headers replace those of the same name, an empty one takes it away. */
export function aRawMail(
  headers: Record<string, string> = {},
  body = `When are you open on Saturday? This is question ${++questions}.`,
): string {
  const all: Record<string, string> = {
    From: 'Jo <jo@example.org>',
    To: `care@${DOMAIN}`,
    Subject: 'A question',
    'Message-ID': `<${randomUUID()}@example.org>`,
    Date: 'Mon, 02 Mar 2026 16:59:00 +0000',
    ...headers,
  }
  const lines = Object.entries(all)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
  return `${lines.join('\r\n')}\r\n\r\n${body.replaceAll(/\r?\n/g, '\r\n')}\r\n`
}

/** Speaks SMTP by hand, so that nothing is corrected on the way. @returns the answer to the end of the mail, or to what was refused before. */
export async function sendOver(port: number, mail: string | Buffer, to: string | string[]): Promise<string> {
  const line = await openLine(port)
  try {
    await line.answer()
    for (const command of [
      'EHLO test.example',
      'MAIL FROM:<>',
      ...[to].flat().map((one) => `RCPT TO:<${one}>`),
      'DATA',
    ]) {
      const answer = await line.ask(`${command}\r\n`)
      if (!/^[23]/.test(answer)) return answer
    }
    line.write(dotStuffed(mail))
    return await line.ask('\r\n.\r\n')
  } finally {
    line.end()
  }
}

const dotStuffed = (mail: string | Buffer): Buffer =>
  Buffer.from(
    Buffer.from(mail)
      .toString('latin1')
      .replaceAll(/\r\n\./g, '\r\n..')
      .replace(/\r\n$/, ''),
    'latin1',
  )

/** A connection whose answers are read one by one. */
export async function openLine(port: number) {
  const socket = connect(port, '127.0.0.1')
  let got = ''
  let wake: (() => void) | undefined
  socket.on('data', (chunk: Buffer) => {
    got += chunk.toString('latin1')
    wake?.()
  })
  socket.on('close', () => {
    got += '\r\n000 closed\r\n'
    wake?.()
  })
  socket.on('error', () => undefined)
  const answer = async (): Promise<string> => {
    for (;;) {
      const found = /^(?:\d{3}-.*\r\n)*\d{3}(?: .*)?\r\n/m.exec(got)
      if (found) {
        got = got.slice(found.index + found[0].length)
        return found[0].trim()
      }
      await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  return {
    socket,
    answer,
    write: (bytes: string | Buffer) => void socket.write(bytes),
    ask: (bytes: string | Buffer) => {
      socket.write(bytes)
      return answer()
    },
    end: () => socket.destroy(),
  }
}
