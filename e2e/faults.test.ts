/** Faults of the whole product: processes that die in the middle of work, and two that share it (desk-D1, trust-D66, D67, D69). */
import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import nodemailer from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { systemContext } from '#server/platform/context.ts'
import { openDatabase } from '#server/platform/database.ts'
import { startEmbeddedPostgres } from '#server/platform/embedded-postgres.ts'
import { newId } from '#server/platform/id.ts'
import { DEMO_SEED } from '../demo/build-demo.ts'
import { buildClinic, MAILBOX } from '../demo/clinic.ts'
import { noRows } from '../demo/rows.ts'
import { startServerProcess, type ServerProcess } from './setup/server-process.ts'
import { organizationId, signInPatients, signInStaff } from './setup/sessions.ts'

/** Alone on two cores the longest takes about a minute; beside other work it may take many times as long. */
const TEST_MAX_MS = 480_000

let folder: string
let dataFolder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bedside-faults-'))
  await chmod(folder, 0o711)
  dataFolder = join(folder, 'data')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** This process's own way to the database, while a server runs there. */
async function withDatabase<T>(work: (run: Run) => Promise<T>): Promise<T> {
  const { connections } = await startEmbeddedPostgres({ dataFolder: join(dataFolder, 'postgres') })
  const db = openDatabase(connections.app, 2)
  try {
    return await db.transaction(systemContext(organizationId, newId(), 'test'), (tx) =>
      work((text, values) => tx.run(text, values)),
    )
  } finally {
    await db.close()
  }
}
type Run = <Row extends Record<string, unknown>>(text: string, values: readonly unknown[]) => Promise<Row[]>

async function sessions(): Promise<{ patients: string[]; agents: string[] }> {
  const { connections } = await startEmbeddedPostgres({ dataFolder: join(dataFolder, 'postgres') })
  const db = openDatabase(connections.app, 2)
  try {
    return { patients: await signInPatients(db, 100), agents: await signInStaff(db, 'agent', 2) }
  } finally {
    await db.close()
  }
}

/** Says it again until the channel says "received", as a phone and a mail server do. */
async function untilReceived(send: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + TEST_MAX_MS; Date.now() < end; await sleep(150)) {
    if (await send().catch(() => false)) return
  }
  throw new Error('a message was never received')
}

async function inTurn<Item>(
  items: readonly Item[],
  workers: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  let next = 0
  const worker = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item)
  }
  await Promise.all(Array.from({ length: workers }, worker))
}

async function post(
  server: ServerProcess,
  path: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<Response> {
  return fetch(`${server.url}/api${path}`, {
    method: 'POST',
    headers: { origin: server.url, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  })
}

const widgetKey = (): string => {
  const { widgetAccountId } = buildClinic(DEMO_SEED, new Date(), noRows())
  return `${organizationId.replaceAll('-', '')}.${widgetAccountId}`
}

test(
  'desk-D1, trust-D66: killed in the middle of 5,000 messages over three channels, each acknowledged one is there exactly once',
  async () => {
    let server = await startServerProcess({ dataFolder })
    const at = { port: server.port, smtpPort: server.smtpPort }
    try {
      const { patients } = await sessions()
      // What rules do with each message has tests of its own, and would make this one twice as long.
      await withDatabase((run) =>
        run(`update rule_version set state = 'off' where organization_id = $1 and state = 'live'`, [organizationId]),
      )
      const mailer = nodemailer.createTransport({
        host: '127.0.0.1',
        port: at.smtpPort,
        secure: false,
        ignoreTLS: true,
      })
      const visitors = await Promise.all(
        Array.from({ length: 28 }, async () => {
          const opened = await post(server, '/widget/open', { widgetKey: widgetKey() }, {})
          const { visitor } = (await opened.json()) as { visitor: { id: string; secret: string } }
          return `${visitor.id}:${visitor.secret}`
        }),
      )
      const words = (n: number) => `Question ${n}: may I come an hour later on Friday? ${randomUUID()}`
      const portal = Array.from({ length: 3_580 }, (_, n) => ({
        id: newId(),
        text: words(n),
        cookie: patients[n % patients.length] ?? '',
      }))
      const widget = Array.from({ length: 420 }, (_, n) => ({
        id: newId(),
        text: words(n),
        visitor: visitors[n % visitors.length] ?? '',
      }))
      const mails = Array.from({ length: 1_000 }, (_, n) => ({
        id: `<${randomUUID()}@example.org>`,
        text: words(n),
        from: `sender-${n % 200}@example.org`,
      }))

      const writtenAt = new Date()
      let received = 0
      const sent = async (send: () => Promise<boolean>): Promise<void> => {
        await untilReceived(send)
        received += 1
      }
      const all = Promise.all([
        inTurn(portal, 8, ({ id, text, cookie }) =>
          sent(async () => (await post(server, '/my/messages', { messageId: id, text }, { cookie })).ok),
        ),
        inTurn(widget, 2, ({ id, text, visitor }) =>
          sent(
            async () => (await post(server, '/widget/messages', { messageId: id, text }, { 'x-visitor': visitor })).ok,
          ),
        ),
        inTurn(mails, 4, ({ id, text, from }) =>
          sent(async () => {
            // A mail server repeats the same bytes; another date would be another mail under the same id (desk-D1).
            await mailer.sendMail({ from, to: MAILBOX, subject: 'A question', text, messageId: id, date: writtenAt })
            return true
          }),
        ),
      ])
      const total = portal.length + widget.length + mails.length
      for (const share of [0.2, 0.45, 0.7]) {
        while (received < total * share) await sleep(20)
        await server.kill()
        server = await startServerProcess({ dataFolder, ...at })
      }
      await all
      mailer.close()

      await withDatabase(async (run) => {
        const kept = new Map<string, string[]>()
        const rows = await run<{ key: string; text: string }>(
          `select case when channel = 'email' then external_id else id::text end as key, text
             from message where organization_id = $1 and direction = 'in' and text like 'Question %'`,
          [organizationId],
        )
        for (const { key, text } of rows) kept.set(key, [...(kept.get(key) ?? []), text.trim()])
        const expected = [...portal, ...widget, ...mails]
        expect(expected.filter(({ id, text }) => kept.get(id)?.length !== 1 || kept.get(id)?.[0] !== text)).toEqual([])
        expect(rows.length).toBe(expected.length)

        const gaps = await run(
          `select conversation_id from message where organization_id = $1 group by conversation_id having count(*) <> max(seq)`,
          [organizationId],
        )
        expect(gaps, 'numbers without a gap').toEqual([])
        const [told] = await run<{ n: number; once: number }>(
          `select count(*)::int as n, count(distinct resource_id)::int as once from journal j
            where organization_id = $1 and event = 'message.received' and exists (
              select from message m where m.organization_id = $1 and m.id = j.resource_id and m.text like 'Question %')`,
          [organizationId],
        )
        expect(told).toEqual({ n: expected.length, once: expected.length })
      })
    } finally {
      await server.stop()
    }
  },
  TEST_MAX_MS,
)

test(
  'trust-D67, D69: two processes share one database; one dies and the other ends its work, each answer leaves once',
  async () => {
    const ANSWERS = 60
    const first = await startServerProcess({ dataFolder })
    const second = await startServerProcess({ dataFolder })
    try {
      const { agents } = await sessions()
      const [cookie = ''] = agents
      await post(first, '/staff/me', { undoSeconds: 3, isAccepting: true, onDuty: true, languages: ['en'] }, { cookie })

      // Mails come in at both doors; a screen at the second hears of what came in at the first.
      const heard = new Set<string>()
      const socket = new WebSocket(`ws://127.0.0.1:${second.port}/realtime`, {
        headers: { cookie, origin: second.url, host: new URL(second.url).host },
      })
      await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
      socket.on('message', (data) => {
        const frame = JSON.parse(String(data)) as { ids?: { id: string }[] }
        for (const { id } of frame.ids ?? []) heard.add(id)
      })
      // From where the news stand now: what comes in before the server has this word is told too.
      const session = await fetch(`${second.url}/api/session`, { headers: { cookie } })
      const { feed } = (await session.json()) as { feed: string }
      socket.send(JSON.stringify({ type: 'since', cursor: feed }))
      const subject = `Shared work ${randomUUID()}`
      for (const [at, { smtpPort }] of [first, second].entries()) {
        const mailer = nodemailer.createTransport({ host: '127.0.0.1', port: smtpPort, secure: false, ignoreTLS: true })
        for (let n = 0; n < ANSWERS / 2; n++) {
          const from = `asker-${at}-${n}@example.org`
          await mailer.sendMail({ from, to: MAILBOX, subject, text: `When are you open? ${n} ${at}` })
        }
        mailer.close()
      }
      const conversations = await withDatabase((run) =>
        run<{ id: string; lastSeq: number }>(
          `select id, last_seq as "lastSeq" from conversation where organization_id = $1 and subject = $2`,
          [organizationId, subject],
        ),
      )
      expect(conversations.length).toBe(ANSWERS)
      await expect.poll(() => conversations.every(({ id }) => heard.has(id)), { timeout: 20_000 }).toBe(true)
      socket.terminate()

      for (const [n, { id, lastSeq }] of conversations.entries()) {
        const data = { messageId: newId(), mode: 'reply', text: `We open at eight. ${n}`, seenSeq: lastSeq }
        const answered = await post(n % 2 ? first : second, `/conversations/${id}/messages`, data, { cookie })
        expect(answered.status, await answered.clone().text()).toBe(200)
      }
      const deliveries = () =>
        withDatabase((run) =>
          run<{ state: string; n: number }>(
            `select d.state, count(*)::int as n from delivery d join conversation c on c.organization_id = $1 and c.id = d.conversation_id
              where d.organization_id = $1 and c.subject = $2 and not d.is_automatic group by d.state order by d.state`,
            [organizationId, subject],
          ),
        )
      const handedOver = async () => (await deliveries()).find(({ state }) => state === 'handed_over')?.n ?? 0
      /** The processes that have worked on what leaves. */
      const workers = () =>
        withDatabase((run) =>
          run(
            `select distinct j.boot_id from journal j join conversation c on c.organization_id = $1 and c.id = j.conversation_id
              where j.organization_id = $1 and c.subject = $2 and j.event like 'delivery.%'`,
            [organizationId, subject],
          ),
        )
      await expect.poll(handedOver, { timeout: 30_000, interval: 100 }).toBeGreaterThan(0)
      await expect.poll(async () => (await workers()).length, { timeout: 30_000, interval: 100 }).toBe(2)
      await second.kill()

      // What the dead one had begun to hand over may have arrived: that is for a person to decide. The rest leaves, once.
      await expect
        .poll(async () => (await deliveries()).every(({ state }) => state === 'handed_over' || state === 'unknown'), {
          timeout: 120_000,
          interval: 500,
        })
        .toBe(true)
      await withDatabase(async (run) => {
        const handovers = await run<{ id: string; times: number }>(
          `select s.delivery_id as id, count(*)::int as times from delivery_step s join delivery d on d.organization_id = $1 and d.id = s.delivery_id
             join conversation c on c.organization_id = $1 and c.id = d.conversation_id
            where s.organization_id = $1 and c.subject = $2 and not d.is_automatic and s.state in ('handed_over', 'unknown') group by 1`,
          [organizationId, subject],
        )
        expect(handovers.filter(({ times }) => times !== 1)).toEqual([])
        expect(handovers.length).toBe(ANSWERS)
      })
    } finally {
      await second.stop()
      await first.stop()
    }
  },
  TEST_MAX_MS,
)

test(
  'desk journey 4, D15, D43: killed while an answer is held, it leaves once after the restart, and not before its time',
  async () => {
    let server = await startServerProcess({ dataFolder })
    const at = { port: server.port, smtpPort: server.smtpPort }
    try {
      const { agents } = await sessions()
      const cookie = agents[0] ?? ''
      const subject = `Held ${newId()}`
      const from = `held-${newId()}@example.org`
      const mailer = nodemailer.createTransport({
        host: '127.0.0.1',
        port: at.smtpPort,
        secure: false,
        ignoreTLS: true,
      })
      await mailer.sendMail({ from, to: MAILBOX, subject, text: 'When are you open?' })
      mailer.close()
      const [conversation] = await withDatabase((run) =>
        run<{ id: string; lastSeq: number }>(
          `select id, last_seq as "lastSeq" from conversation where organization_id = $1 and subject = $2`,
          [organizationId, subject],
        ),
      )
      const messageId = newId()
      const data = { messageId, mode: 'reply', text: 'From nine to twelve.', seenSeq: conversation?.lastSeq ?? 0 }
      const sent = await post(server, `/conversations/${conversation?.id}/messages`, data, { cookie })
      expect(sent.status, await sent.clone().text()).toBe(200)
      const { heldUntil } = (await sent.json()) as { heldUntil: string }
      await server.kill()

      server = await startServerProcess({ dataFolder, ...at })
      const steps = () =>
        withDatabase((run) =>
          run<{ state: string; at: Date }>(
            `select s.state, s.at from delivery_step s join delivery d on d.organization_id = $1 and d.id = s.delivery_id
              where s.organization_id = $1 and d.message_id = $2 order by s.at`,
            [organizationId, messageId],
          ),
        )
      await expect
        .poll(async () => (await steps()).at(-1)?.state, { timeout: 60_000, interval: 250 })
        .toBe('handed_over')
      const taken = await steps()
      expect(taken.map(({ state }) => state)).toEqual(['held', 'queued', 'sending', 'handed_over'])
      expect(taken[1]?.at.getTime()).toBeGreaterThanOrEqual(Date.parse(heldUntil))
      // What left is in the outbox of the demonstration: one answer, beside the acknowledgement of the mail.
      const page = await (await fetch(`${server.url}/demo`)).text()
      const mails = page.split('<article>').filter((part) => part.includes(`To ${from},`))
      expect(mails.filter((mail) => mail.includes('From nine to twelve.')).length).toBe(1)
    } finally {
      await server.stop()
    }
  },
  TEST_MAX_MS,
)
