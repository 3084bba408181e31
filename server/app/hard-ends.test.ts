/** Processes that end in the middle of work: the server while it answers, and every process of the database while it writes. */
import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, readdir, readlink, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aClinic, asSystem, type Clinic } from '#server/modules/conversation/a-clinic.ts'
import { openSession } from '#server/modules/identity/session.ts'
import { openDatabase, type Database } from '#server/platform/database.ts'
import { startEmbeddedPostgres, type PostgresConnection } from '#server/platform/embedded-postgres.ts'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
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
      expect(Math.max(...refused.map(({ ms }) => ms)), 'told within two seconds').toBeLessThan(2_000 + SLACK_MS)
      expect(healthy - back, 'healthy within ten seconds').toBeLessThan(10_000)
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

/** What a busy machine may add to a limit, in milliseconds. */
const SLACK_MS = 1_000

async function ask(
  { url }: ServerProcess,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: object,
): Promise<{ status: number; requestId: string }> {
  const response = await fetch(`${url}/api${path}`, {
    method,
    headers: { origin: url, 'content-type': 'application/json', ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(30_000),
  })
  // An answer counts when all of it came.
  await response.arrayBuffer()
  return { status: response.status, requestId: response.headers.get('x-request-id') ?? '' }
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
