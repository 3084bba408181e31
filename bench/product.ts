/**
 * A whole product for a measurement: its own server process and data folder, and this process's own way to the same database.
 *
 * Load generator, server and database share the machine's cores, so every figure is a floor. Nothing leaves loopback.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Database } from '#server/platform/database.ts'
import { startEmbeddedPostgres, type PostgresConnections } from '#server/platform/embedded-postgres.ts'
import { refreshStatistics } from '#server/platform/migrate.ts'
import { startServerProcess } from '../e2e/setup/server-process.ts'

export type Product = {
  url: string
  port: number
  pid: number | undefined
  dataFolder: string
  connections: PostgresConnections
  db: Database
  /** From the start of the process to its greeting, in milliseconds. */
  startMs: number
  stop(): Promise<void>
}

/** @param keep a folder to use again; else a new one that is removed at the end. */
export async function startProduct({
  keep,
  env = {},
}: { keep?: string; env?: Record<string, string> } = {}): Promise<Product> {
  const folder = keep ?? (await mkdtemp(join(tmpdir(), 'bedside-bench-')))
  if (!keep) await chmod(folder, 0o711)
  const dataFolder = join(folder, 'data')
  const server = await startServerProcess({ dataFolder, env: { NODE_ENV: 'development', ...env } })
  // The server that runs there is shared; it stops with the process that started it.
  const postgres = await startEmbeddedPostgres({ dataFolder: join(dataFolder, 'postgres') })
  const db = openDatabase(postgres.connections.app, 4)
  return {
    url: server.url,
    port: server.port,
    pid: server.process.pid,
    dataFolder,
    connections: postgres.connections,
    db,
    startMs: server.startMs,
    async stop() {
      await db.close()
      await server.stop()
      if (!keep) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What autovacuum does within a minute of a load; a measurement does not wait for it. */
export async function refreshPlans({ connections }: Product): Promise<void> {
  await refreshStatistics(connections.admin)
}

export type Cpu = { server: number; postgres: number; load: number }

/** Processor time used so far by the server, by all processes of the database, and by this one, in milliseconds. */
export async function cpuOf({ pid, db }: Product): Promise<Cpu> {
  const own = process.cpuUsage()
  const [row] = await db.withoutOrganization((tx) => tx.run<{ pid: number }>('select pg_backend_pid() as pid', []))
  const postmaster = await parentOf(row?.pid)
  const children = execFileSync('ps', ['--ppid', String(postmaster), '-o', 'pid='])
    .toString()
    .split('\n')
  const used = await Promise.all(
    children
      .map((line) => line.trim())
      .filter(Boolean)
      .map(cpuOfProcess),
  )
  return {
    server: await cpuOfProcess(pid),
    postgres: used.reduce((sum, ms) => sum + ms, 0),
    load: (own.user + own.system) / 1000,
  }
}

/** The kernel counts in hundredths of a second. */
const TICK_MS = 10

async function cpuOfProcess(pid: number | string | undefined): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // After the name, which may hold spaces: field 3 is the state, 14 and 15 are user and system time.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * TICK_MS
}

async function parentOf(pid: number | undefined): Promise<string> {
  return /PPid:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0'
}

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
