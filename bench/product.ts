/**
 * A whole product for a measurement: its own server process and data folder, and this process's own way to the same database.
 *
 * Load generator, server and database share the machine's cores, so every figure is a floor. Nothing leaves loopback.
 */
import { createHash } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSession } from '#server/modules/identity/session.ts'
import { systemContext } from '#server/platform/context.ts'
import { openDatabase, type Database } from '#server/platform/database.ts'
import { startEmbeddedPostgres, type PostgresConnections } from '#server/platform/embedded-postgres.ts'
import { refreshStatistics } from '#server/platform/migrate.ts'
import { newId } from '#server/platform/id.ts'
import { DEMO_SEED } from '../demo/build-demo.ts'
import { startServerProcess } from '../e2e/setup/server-process.ts'
import { DEMO_SLUG } from '../demo/clinic.ts'

export type Product = {
  url: string
  port: number
  pid: number | undefined
  dataFolder: string
  connections: PostgresConnections
  db: Database
  organizationId: string
  /** From the start of the process to its greeting, in milliseconds. */
  startMs: number
  stop(): Promise<void>
}

/** @param keep a folder to use again; else a new one that is removed at the end. */
export async function startProduct({ keep }: { keep?: string } = {}): Promise<Product> {
  const folder = keep ?? (await mkdtemp(join(tmpdir(), 'bedside-bench-')))
  if (!keep) await chmod(folder, 0o711)
  const dataFolder = join(folder, 'data')
  const server = await startServerProcess({ dataFolder, env: { NODE_ENV: 'development' } })
  // The server that runs there is shared; it stops with the process that started it.
  const postgres = await startEmbeddedPostgres({ dataFolder: join(dataFolder, 'postgres') })
  const db = openDatabase(postgres.connections.app, 4)
  const [door] = await db.withoutOrganization((tx) =>
    tx.run<{ id: string }>(`select organization_id as id from auth.organization_door where slug = $1`, [DEMO_SLUG]),
  )
  if (!door) throw new Error(`no demonstration clinic (${DEMO_SEED}) in ${dataFolder}`)
  return {
    url: server.url,
    port: server.port,
    pid: server.process.pid,
    dataFolder,
    connections: postgres.connections,
    db,
    organizationId: door.id,
    startMs: server.startMs,
    async stop() {
      await db.close()
      await server.stop()
      if (!keep) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The cookie that a plain-http installation gives; see server/modules/identity/cookie.ts. */
const cookieOf = (token: string): string => `bedside-plain=${token}`

/** What autovacuum does within a minute of a load; a measurement does not wait for it. */
export async function refreshPlans({ connections }: Product): Promise<void> {
  await refreshStatistics(connections.admin)
}

/** Signs `count` different patients in, as if each had just entered a code. @returns their cookies. */
export async function signInPatients({ db, organizationId }: Product, count: number): Promise<string[]> {
  const now = new Date()
  return db.transaction(systemContext(organizationId, newId(), 'bench'), async (tx) => {
    const accounts = await tx.run<{ accountId: string }>(SIGNED_IN_PATIENTS, [organizationId, count, now])
    const cookies: string[] = []
    for (const { accountId } of accounts) {
      const device = { browser: 'other', system: 'other', isSecure: false } as const
      const opened = await openSession(tx, { accountId, staffId: null, level: 'full', method: 'code', device, now })
      cookies.push(cookieOf(opened.token))
    }
    return cookies
  })
}

export async function signInStaff({ db, organizationId }: Product, role: string, count = 1): Promise<string[]> {
  const now = new Date()
  return db.transaction(systemContext(organizationId, newId(), 'bench'), async (tx) => {
    const [member] = await tx.run<{ staffId: string; accountId: string }>(
      `select id as "staffId", account_id as "accountId" from staff_member
        where organization_id = $1 and role = $2 and account_id is not null and state = 'active' order by id limit 1`,
      [organizationId, role],
    )
    if (!member) throw new Error(`nobody is a ${role}`)
    const cookies: string[] = []
    for (let n = 0; n < count; n++) {
      const device = { browser: 'other', system: 'other', isSecure: false } as const
      const opened = await openSession(tx, { ...member, level: 'full', method: 'totp', device, now })
      cookies.push(cookieOf(opened.token))
    }
    return cookies
  })
}

// Patients without a portal account get one: here they only have to write.
const SIGNED_IN_PATIENTS = `
  with people as (
    select p.id, coalesce(a.account_id, 'bench-' || p.id) as account_id, a.account_id is null as is_new
      from patient p
      left join portal_account a on a.organization_id = $1 and a.patient_id = p.id
     where p.organization_id = $1 and p.is_active order by p.id limit $2
  ), made as (
    insert into auth.account (id, kind, created_at) select account_id, 'patient', $3 from people on conflict do nothing
  ), linked as (
    insert into portal_account (organization_id, account_id, patient_id, created_at)
    select $1, account_id, id, $3 from people where is_new
  )
  select account_id as "accountId" from people`

export async function memoryOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
}

/** The same text for the same number: runs can be compared. */
export const seededText = (n: number): string => {
  const pick = createHash('sha256').update(String(n)).digest()[0] ?? 0
  return TEXTS[pick % TEXTS.length] ?? ''
}

const TEXTS = [
  'Hello, I would like to move my appointment from Tuesday to a day next week, the morning would be best. Thank you.',
  'My prescription for the blood pressure tablets is nearly used up. Could you send a new one to my pharmacy please?',
  'I got a bill for 45 dollars and do not understand what it is for. My insurance should have paid for the visit.',
  'Buenos días, necesito una cita para mi hija, tiene tos desde hace tres días pero no tiene fiebre.',
  'When will the results of my blood test from Monday be ready? I am a bit worried about them.',
  'Can you tell me where I can park when I come to the clinic, and is the entrance at the back open in the evening?',
  'I have had a sore throat and a runny nose since Sunday, no fever. Do I need to come in or should I wait?',
  'Please change my phone number in your files, I have a new one since last month. Thank you very much for your help!',
]
