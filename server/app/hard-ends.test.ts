/** Processes that end in the middle of work: the server while it answers, and every process of the database while it writes. */
import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, readdir, readlink, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aClinic, asSystem, type Clinic } from '#server/modules/conversation/a-clinic.ts'
import { readOutbox } from '#server/channels/email/local-outbox.ts'
import { addDoor } from '#server/modules/organization/index.ts'
import { openSession } from '#server/modules/identity/session.ts'
import { openDatabase, type Database } from '#server/platform/database.ts'
import { startEmbeddedPostgres, type PostgresConnection } from '#server/platform/embedded-postgres.ts'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { openDatabaseLine } from './a-database-line.ts'
import { startServerProcess, type ServerProcess } from '../../e2e/setup/server-process.ts'

/** Two starts of the product and some seconds of load; beside other tests it takes longer. */
const TEST_MAX_MS = 300_000

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bedside-hard-ends-'))
  await chmod(folder, 0o711)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test(
  'trust-D27 killed in the middle of 2,000 reads, whatever was answered is in the journal',
  { timeout: TEST_MAX_MS },
  async () => {
    const READS = 2_000
    const CONNECTIONS = 16
    const { database, connections, look } = await testDatabase()
    const clinic = await aClinic(database)
    const cookies = await staffCookies(database, clinic, 8)
    const options = {
      dataFolder: join(folder, 'reads'),
      env: { DEMO: 'off', DATABASE_URL: urlOf(connections.app), DATABASE_OWNER_URL: urlOf(connections.owner) },
    }
    let server = await startServerProcess(options)
    try {
      const answered: string[] = []
      let asked = 0
      const reader = async (): Promise<void> => {
        while (answered.length < READS) {
          const cookie = cookies[asked++ % cookies.length] ?? ''
          const read = await ask(server, 'GET', `/patients/${clinic.patientId}`, { cookie }).catch(() => undefined)
          if (read?.status === 200) answered.push(read.requestId)
          else await pause(50)
        }
      }
      const reading = Promise.all(Array.from({ length: CONNECTIONS }, reader))
      while (answered.length < READS / 3) await pause(5)
      await server.kill()
      server = await startServerProcess({ ...options, port: server.port, smtpPort: server.smtpPort })
      await reading

      const recorded = await look<{ id: string }>(
        `select request_id as id from journal where event = 'patient.opened' and patient_id = $1`,
        [clinic.patientId],
      )
      const ids = new Set(recorded.map(({ id }) => id))
      expect(answered.filter((id) => !ids.has(id))).toEqual([])
      expect(recorded.length).toBeGreaterThanOrEqual(answered.length)
      expect(ids.size, 'one entry for each request').toBe(recorded.length)
      // The dead process and its successor.
      const boots = await look(`select boot_id from journal where event = 'patient.opened' group by boot_id`)
      expect(boots).toHaveLength(2)
    } finally {
      await server.stop()
    }
  },
)

test(
  'trust-D72 when every process of the database is killed under load, callers are told at once, and what was acknowledged is there',
  { timeout: TEST_MAX_MS },
  async () => {
    const WORKERS = 8
    const dataFolder = join(folder, 'death')
    const server = await startServerProcess({ dataFolder, env: { DEMO: 'off' } })
    // The server's own database, which this process shares.
    const { connections, dataFolder: place } = await startEmbeddedPostgres({ dataFolder: join(dataFolder, 'postgres') })
    try {
      const clinics = await withDatabase(connections.app, async (database) => {
        const made = [await aClinic(database), await aClinic(database)] as const
        return Promise.all(
          made.map(async (clinic) => ({ clinic, cookies: await patientCookies(database, clinic, WORKERS * 2) })),
        )
      })

      type Told = { status: number; ms: number; at: number }
      const told: Told[] = []
      const acknowledged: { messageId: string; organizationId: string }[] = []
      let isRunning = true
      const writer = async (worker: number): Promise<void> => {
        for (let n = 0; isRunning; n++) {
          const { clinic, cookies } = clinics[(worker + n) % 2] as (typeof clinics)[number]
          const messageId = newId()
          const began = performance.now()
          const cookie = cookies[(worker * 2 + n) % cookies.length] ?? ''
          const answer = await ask(server, 'POST', '/my/messages', { cookie }, { messageId, text: `Question ${n}` })
          told.push({ status: answer.status, ms: performance.now() - began, at: performance.now() })
          if (answer.status === 200) acknowledged.push({ messageId, organizationId: clinic.organizationId })
          else await pause(20)
        }
      }
      const writing = Promise.all(Array.from({ length: WORKERS }, (_, worker) => writer(worker)))
      await until(() => acknowledged.length >= 150, 'the load began')

      const cluster = join(place, 'cluster')
      const killed = await processesIn(cluster)
      expect(killed.length).toBeGreaterThan(5)
      for (const pid of killed) process.kill(pid, 'SIGKILL')
      const died = performance.now()
      await until(() => answers(connections.app), 'the database is back')
      const back = performance.now()
      const before = acknowledged.length
      await until(() => acknowledged.length >= before + 50, 'the pool is healthy')
      const healthy = performance.now()
      isRunning = false
      await writing

      const outage = told.filter(({ at }) => at > died && at < healthy)
      const refused = outage.filter(({ status }) => status !== 200)
      expect(refused.length, 'the outage was noticed').toBeGreaterThan(0)
      expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([503]))
      const slack = slackOf(told.filter(({ at }) => at < died).map(({ ms }) => ms))
      expect(Math.max(...refused.map(({ ms }) => ms)), 'told within two seconds').toBeLessThan(2_000 + slack)
      expect(healthy - back, 'healthy within ten seconds').toBeLessThan(10_000 + slack)
      const since = told.filter(({ at }) => at > healthy)
      expect(since.filter(({ status }) => status !== 200)).toEqual([])

      const stored = await withDatabase(connections.app, async (database) => {
        const found: string[] = []
        for (const { clinic } of clinics) {
          const rows = await database.read<{ id: string; organization_id: string }>(
            asSystem(clinic),
            `select id, organization_id from message where direction = 'in'`,
            [],
          )
          expect(rows.every((row) => row.organization_id === clinic.organizationId)).toBe(true)
          found.push(...rows.map(({ id, organization_id }) => `${organization_id} ${id}`))
        }
        return found
      })
      const there = new Set(stored)
      expect(
        acknowledged.filter(({ messageId, organizationId }) => !there.has(`${organizationId} ${messageId}`)),
      ).toEqual([])
      expect(there.size, 'none is there twice').toBe(stored.length)
    } finally {
      await server.stop()
    }
  },
)

/** "I have chest pain and cannot breathe", in the languages whose red flags are read. */
const EMERGENCIES = [
  'I have crushing chest pain and cannot breathe',
  'Me duele mucho el pecho y no puedo respirar',
  '我胸口很痛，喘不过气',
  'Masakit ang dibdib ko at hindi ako makahinga',
  '가슴이 아프고 숨을 쉴 수 없어요',
  'عندي ألم في الصدر ولا أستطيع التنفس',
  'Сильная боль в груди, не могу дышать',
  'Mwen gen doulè nan pwatrin e mwen pa ka respire',
  'Estou com dor no peito e não consigo respirar',
  "J'ai mal à la poitrine et je ne peux pas respirer",
]

test(
  'trust-D72 when the line to the database is refused, swallows, is cut or is slow, callers are told at once and nothing is lost; trust-D64, D75 an emergency is told what to do',
  { timeout: TEST_MAX_MS },
  async () => {
    const WORKERS = 8
    const { database, connections } = await testDatabase()
    const clinic = await aClinic(database)
    await database.withoutOrganization((tx) => addDoor(tx, { ...clinic, slug: 'clinic' }))
    const cookies = await patientCookies(database, clinic, WORKERS * 2)
    const line = await openDatabaseLine(connections.app)
    const { user, password = '', database: name } = connections.app
    const server = await startServerProcess({
      dataFolder: join(folder, 'line'),
      env: {
        DEMO: 'off',
        DUTY_CONTACT: 'duty@clinic.example',
        DATABASE_URL: `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${line.port}/${name}`,
        DATABASE_OWNER_URL: urlOf(connections.owner),
      },
    })
    const acknowledged: string[] = []
    let sent = 0
    const write = async (text: string) => {
      const messageId = newId()
      const cookie = cookies[sent++ % cookies.length] ?? ''
      const began = performance.now()
      const answer = await ask(server, 'POST', '/my/messages', { cookie }, { messageId, text })
      if (answer.status === 200) acknowledged.push(messageId)
      return { ...answer, began, ms: performance.now() - began }
    }
    try {
      await until(async () => (await write('Is it open?')).status === 200, 'the line is open')

      for (const mode of ['refuse', 'blackhole', 'reset', 'delay'] as const) {
        const told: Awaited<ReturnType<typeof write>>[] = []
        let isRunning = true
        const writing = Promise.all(
          Array.from({ length: WORKERS }, async () => {
            while (isRunning) {
              told.push(await write('May I come an hour later?'))
              // A patient may write a hundred times a minute; an answer of the outage comes at once.
              await pause(100)
            }
          }),
        )
        // Of a test that fails, the load may end as it likes.
        writing.catch(() => undefined)
        await until(() => told.length >= WORKERS * 2, 'the load began')
        const slack = slackOf(told.map(({ ms }) => ms))
        const broke = performance.now()
        if (mode === 'reset') line.reset()
        else await line.set(mode)
        if (mode === 'refuse' || mode === 'blackhole') {
          // Whoever writes of an emergency now is told so at once, in the own language, by a process that lives.
          const urgent = await Promise.all(EMERGENCIES.map(write))
          for (const [n, { status, body, ms }] of urgent.entries()) {
            expect([status, body], EMERGENCIES[n]).toEqual([503, expect.stringContaining('"isEmergency":true')])
            expect(body, EMERGENCIES[n]).toMatch(/"emergency":\{"text":"[^"]*911/)
            expect(ms).toBeLessThan(2_000 + slack)
          }
          // In the chat a visitor of before, and one whom nobody can let in now.
          const visitor = `${newId()}:${clinic.organizationId.replaceAll('-', '')}.${'x'.repeat(43)}`
          for (const [headers, refused] of [
            [{ 'x-visitor': visitor }, 503],
            [{}, 401],
          ] as const) {
            const inChat = { messageId: newId(), text: EMERGENCIES[0] }
            const { status, body } = await ask(server, 'POST', '/widget/messages', headers, inChat)
            expect([status, body]).toEqual([refused, expect.stringContaining('"isEmergency":true')])
          }
          // And somebody is told of it, by the outbox of this installation.
          const outbox = () => readOutbox(join(folder, 'line', 'outbox'))
          await until(
            async () => (await outbox()).some(({ to }) => to === 'duty@clinic.example'),
            'the duty contact was told',
          )
          const plain = await write('Thank you, see you on Friday.')
          expect([plain.status, plain.body]).toEqual([503, expect.not.stringContaining('isEmergency')])
          expect((await fetch(`${server.url}/health/live`)).status).toBe(200)
          expect((await fetch(`${server.url}/health/ready`)).status).toBe(503)
          expect(await offerMail(server.smtpPort)).toMatch(/^451 /)
        }
        await pause(1_500)
        await line.set('open')
        const back = performance.now()
        const before = acknowledged.length
        await until(() => acknowledged.length >= before + WORKERS * 2, `healthy after ${mode}`)
        expect(performance.now() - back, mode).toBeLessThan(10_000 + slack)
        isRunning = false
        await writing
        // Begun in the outage: a word within two seconds, whatever it was. On a slow line an answer takes its time.
        const outage = told.filter(({ began }) => began > broke && began < back)
        expect(outage.length, mode).toBeGreaterThan(0)
        if (mode !== 'delay') expect(Math.max(...outage.map(({ ms }) => ms)), mode).toBeLessThan(2_000 + slack)
        expect(told.filter(({ status }) => status !== 200 && status !== 503)).toEqual([])
      }

      const kept = () => readdir(join(folder, 'line', 'emergency-spool'))
      await until(async () => !(await kept()).some((name) => name.endsWith('.sealed')), 'all that was kept is taken in')
      const stored = await database.read<{ id: string }>(
        asSystem(clinic),
        `select id from message where direction = 'in' and channel = 'portal-chat'`,
        [],
      )
      const there = new Set(stored.map(({ id }) => id))
      // What was kept came in by itself: nobody has sent it again.
      expect(there.size - acknowledged.length).toBeGreaterThanOrEqual(EMERGENCIES.length)
      expect(acknowledged.filter((id) => !there.has(id))).toEqual([])
      expect(there.size, 'none is there twice').toBe(stored.length)
    } finally {
      await server.stop()
      await line.stop()
    }
  },
)

/** Hands a mail over as far as the server takes it. @returns what the server says last. */
function offerMail(port: number): Promise<string> {
  const says = [
    'EHLO sender.example',
    'MAIL FROM:<somebody@sender.example>',
    'RCPT TO:<care@clinic.example>',
    'DATA',
    'Subject: Hello\r\n\r\nHello\r\n.',
  ]
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('error', reject)
    let said = ''
    socket.on('data', (data) => {
      said += String(data)
      const last = said.trimEnd().split('\r\n').at(-1) ?? ''
      if (!/^\d{3} /.test(last)) return
      const next = says.shift()
      if (next === undefined || /^[45]/.test(last)) {
        socket.destroy()
        return resolve(last)
      }
      socket.write(`${next}\r\n`)
    })
  })
}

/** What other work on the machine may add to a limit, in milliseconds: at least a second, or a few times the slowest answer of a quiet line. */
const slackOf = (quiet: readonly number[]): number => Math.max(1_000, 3 * Math.max(...quiet))

async function ask(
  { url }: ServerProcess,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: object,
): Promise<{ status: number; requestId: string; body: string }> {
  const response = await fetch(`${url}/api${path}`, {
    method,
    headers: { origin: url, 'content-type': 'application/json', ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(30_000),
  })
  // An answer counts when all of it came.
  const text = await response.text()
  return { status: response.status, requestId: response.headers.get('x-request-id') ?? '', body: text }
}

async function staffCookies(database: Database, clinic: Clinic, count: number): Promise<string[]> {
  return cookiesOf(database, clinic, count, async (tx, accountId) => {
    const staffId = newId()
    await tx.run(
      `insert into staff_member (organization_id, id, account_id, email, given, family, role, state) values ($1, $2, $3, $3 || '@clinic.example', 'Nia', 'Test', 'nurse', 'active')`,
      [clinic.organizationId, staffId, accountId],
    )
    return staffId
  })
}

async function patientCookies(database: Database, clinic: Clinic, count: number): Promise<string[]> {
  return cookiesOf(database, clinic, count, async (tx, accountId) => {
    const patientId = newId()
    await tx.run(
      `insert into patient (organization_id, id, record_number, given, family, birth_date) values ($1, $2, $3, 'Pat', 'Test', '1980-05-06')`,
      [clinic.organizationId, patientId, accountId],
    )
    await tx.run(`insert into portal_account (organization_id, account_id, patient_id) values ($1, $2, $3)`, [
      clinic.organizationId,
      accountId,
      patientId,
    ])
    return null
  })
}

type Tx = Parameters<Parameters<Database['transaction']>[1]>[0]

/** Sessions of new people; `make` writes the person down and says whether it is one of the staff. */
async function cookiesOf(
  database: Database,
  clinic: Clinic,
  count: number,
  make: (tx: Tx, accountId: string) => Promise<string | null>,
): Promise<string[]> {
  const now = new Date()
  const device = { browser: 'other', system: 'other', isSecure: false } as const
  return database.transaction(asSystem(clinic), async (tx) => {
    const cookies: string[] = []
    for (let n = 0; n < count; n++) {
      const accountId = randomUUID()
      const staffId = await make(tx, accountId)
      const kind = staffId ? 'staff' : 'patient'
      await tx.run(`insert into auth.account (id, kind, created_at) values ($1, $2, $3)`, [accountId, kind, now])
      const method = staffId ? 'totp' : 'code'
      const { token } = await openSession(tx, { accountId, staffId, level: 'full', method, device, now })
      cookies.push(`bedside-plain=${token}`)
    }
    return cookies
  })
}

async function withDatabase<T>(connection: PostgresConnection, work: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase(connection, 2)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

const urlOf = ({ user, password = '', host, port, database }: PostgresConnection): string =>
  `postgres://${user}:${encodeURIComponent(password)}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`

async function answers(connection: PostgresConnection): Promise<boolean> {
  const client = new pg.Client(connection)
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Every process of the server, by the folder it works in. */
async function processesIn(cluster: string): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0)
  const places = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')))
  return pids.filter((_, index) => places[index] === cluster)
}

async function until(isTrue: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(20)) if (await isTrue()) return
  throw new Error(`waited too long until ${what}`)
}
