/**
 * For tests: the real app on a real database, in process. Jobs are written down and not worked on; everything else is as
 * start-server.ts wires it.
 */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll } from 'vitest'
import { understand } from '#engines/understanding/understand.ts'
import { factsOf } from '#server/modules/conversation/index.ts'
import { prepareJobs, type Jobs } from '#server/platform/jobs.ts'
import { checkFileWith } from '#server/platform/file-check.ts'
import { openDatabase, type Database } from '#server/platform/database.ts'
import { fairTurns, type TurnLimits } from '#server/platform/fair-turns.ts'
import { openFileStore } from '#server/platform/file-store.ts'
import { openJournalSpool } from '#server/platform/journal-spool.ts'
import { silentLog, type Log } from '#server/platform/log.ts'
import { openRateLimits, RATES, type Rate, type RateName } from '#server/platform/rate-limit.ts'
import { openHub } from '#server/platform/realtime.ts'
import type { Services } from '#server/platform/route-context.ts'
import { openKeys, type Keys } from '#server/platform/seal.ts'
import { testDatabase, type TestDatabase } from '#server/platform/test-database.ts'
import { buildApp } from './app.ts'
import { openEmergencies, type Emergencies } from './emergency/emergencies.ts'
import type { Metrics } from './metrics.ts'
import { refuse } from '#server/platform/result.ts'
import { buildRouter } from './router.ts'
import type { AppOptions } from './options.ts'

export const OUR_ORIGIN = 'http://localhost:20400'

export type TestApp = TestDatabase & {
  app: FastifyInstance
  services: Services
  router: ReturnType<typeof buildRouter>
  metrics: Metrics | undefined
  emergencies: Emergencies
}

export type TestAppOptions = {
  rates?: Record<RateName, Rate>
  turns?: TurnLimits
  /** For faults: what the app gets in place of the database's own door. */
  door?: (database: Database) => Database
  options?: Partial<AppOptions>
  now?: () => Date
  /** Two processes of one installation have one key. */
  keys?: Keys
  /** The last moment at which hooks can be added. */
  onReady?: (app: FastifyInstance, services: Services) => Metrics
  log?: Log
  poolSize?: number
}

/** Without limits, for tests that call more often than a person could. */
export const NO_LIMITS = Object.fromEntries(
  Object.keys(RATES).map((name) => [name, { most: 1_000_000, seconds: 3_600 }]),
) as Record<RateName, Rate>

export async function openTestApp(over: TestAppOptions = {}): Promise<TestApp> {
  const held = await testDatabase({ poolSize: over.poolSize ?? 8 })
  await prepareJobs(held.connections.owner, 'bedside_app')
  // As a server does at its start: the first message would let those beside it wait while the words are read.
  understand({ text: 'Hello' })
  return appOn(held, over)
}

const NO_MAIL = async () => ({ state: 'handed_over' }) as const
/** Jobs that were asked for wait for ever. */
const jobs: Jobs = { send: async () => undefined, work: async () => undefined, stop: async () => undefined }

/** A further app (process) on the same database. */
export async function appOn(held: TestDatabase, over: TestAppOptions = {}): Promise<TestApp> {
  const log = over.log ?? silentLog
  const now = over.now ?? (() => new Date())
  const folder = await mkdtemp(join(tmpdir(), 'bedside-app-'))
  const own = openDatabase(held.connections.app, over.poolSize ?? 8)
  const db = over.door?.(own) ?? own
  const keys = over.keys ?? openKeys(randomBytes(32))
  const hub = await openHub(held.connections.app, own, factsOf, log)
  const rates = openRateLimits(own, keys, log, over.rates ?? RATES)
  const files = openFileStore(join(folder, 'files'), keys)
  const spool = openJournalSpool(join(folder, 'journal-spool'), keys, log)
  const turns = fairTurns(over.turns)
  const services: Services = { db, hub, jobs, log, now, keys, files, spool, rates, turns, publicUrl: OUR_ORIGIN }
  const emergencies = openEmergencies({
    dataFolder: folder,
    keys,
    log,
    now,
    contacts: [],
    sendMail: NO_MAIL,
    publicUrl: OUR_ORIGIN,
  })
  const router = buildRouter({ replay: async () => ({ outcome: 'open' }) as never })
  const app = await buildApp(services, router, {
    publicUrl: OUR_ORIGIN,
    trustedProxies: [],
    fileMaxBytes: 25_000_000,
    screensFolder: join(import.meta.dirname, '..', '..', 'dist', 'web'),
    files,
    emergencies,
    freeDisk: async () => 0.5,
    fetchPicture: async () => refuse('NO_ANSWER'),
    receiveMail: () => Promise.reject(new Error('no mail is taken in here')),
    receiveSms: () => Promise.reject(new Error('no text message is taken in here')),
    checkFile: (bytes, name, type) => checkFileWith(async () => 'clean', bytes, name, type),
    ...over.options,
  })
  const metrics = over.onReady?.(app, services)
  await app.ready()
  afterAll(async () => {
    emergencies.stop()
    await app.close()
    await Promise.all([hub.stop(), rates.stop()])
    await own.close()
    await rm(folder, { recursive: true, force: true })
  })
  return { ...held, app, services, router, metrics, emergencies }
}
