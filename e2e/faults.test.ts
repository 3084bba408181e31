/** Faults of the whole product: processes that die in the middle of work, and two that share it (desk-D1, trust-D66, D67, D69). */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { systemContext } from '#server/platform/context.ts'
import { openDatabase } from '#server/platform/database.ts'
import { startEmbeddedPostgres } from '#server/platform/embedded-postgres.ts'
import { newId } from '#server/platform/id.ts'
import { aDataFolder } from './setup/filled-folder.ts'
import { startServerProcess } from './setup/server-process.ts'
import { organizationId, signInPatients, signInStaff } from './setup/sessions.ts'
import { handIn, mailTo, openVisitors, post, whatIsKept, writeQuestions, type Run } from './setup/traffic.ts'

/** Alone on two cores the longest takes about a minute; beside other work it may take many times as long. */
const TEST_MAX_MS = 480_000

let dataFolder: string
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ dataFolder, remove } = await aDataFolder())
})
afterAll(() => remove?.())

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

async function sessions(): Promise<{ patients: string[]; agents: string[] }> {
  const { connections } = await startEmbeddedPostgres({ dataFolder: join(dataFolder, 'postgres') })
  const db = openDatabase(connections.app, 2)
  try {
    return { patients: await signInPatients(db, 100), agents: await signInStaff(db, 'agent', 2) }
  } finally {
    await db.close()
  }
}

test(
  'desk-D1, trust-D66: killed in the middle of 5,000 messages over three channels, each acknowledged one is there exactly once',
  async () => {
    let server = await startServerProcess({ dataFolder })
    const at = { port: server.port, smtpPort: server.smtpPort }
    try {
      const { patients } = await sessions()
      // What rules and the assistant do with each message has tests of its own, and would make this one twice as long.
      await withDatabase(async (run) => {
        await run(`update rule_version set state = 'off' where organization_id = $1 and state = 'live'`, [
          organizationId,
        ])
        await run(`update organization set assistant_channels = '{}' where organization_id = $1`, [organizationId])
      })
      const written = writeQuestions(
        { portal: 3_580, widget: 420, mail: 1_000 },
        { patients, visitors: await openVisitors(server, 28), senders: 200 },
      )
      let received = 0
      const all = handIn(written, () => server, { withinMs: TEST_MAX_MS, received: () => (received += 1) })
      for (const share of [0.2, 0.45, 0.7]) {
        while (received < written.length * share) await sleep(20)
        await server.kill()
        server = await startServerProcess({ dataFolder, ...at })
      }
      await all

      const kept = await withDatabase((run) => whatIsKept(run, written))
      expect(kept).toEqual({ lost: 0, doubled: 0, strange: 0, gaps: 0, untold: 0 })
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
        for (let n = 0; n < ANSWERS / 2; n++) {
          const from = `asker-${at}-${n}@example.org`
          await mailTo({ smtpPort }, { from, subject, text: `When are you open? ${n} ${at}` })
        }
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
      await mailTo(at, { from, subject, text: 'When are you open?' })
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
