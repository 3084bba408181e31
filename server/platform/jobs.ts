/**
 * Work for later, kept in the same database and sent inside the caller's transaction: what rolls back leaves no job behind.
 *
 * A job carries the organization and row ids only. After a hard kill a job is taken up again once its heartbeat is missed
 * (10 s, trust-D69, decision 0224); each effect therefore carries its own idempotency key.
 */
import pg from 'pg'
import { PgBoss, type JobResult, type JobWithMetadata } from 'pg-boss'
import { isUnavailable, type Transaction } from './database.ts'
import { AuditUnavailable } from './journal.ts'
import { fairTurns, type FairTurns } from './fair-turns.ts'
import { errorFields, type Log } from './log.ts'
import { tendQueues } from './tend-queues.ts'
import type { Traces } from './traces.ts'

/**
 * Every queue of the product. `expire`: seconds a handler may take; `workers` take jobs in one process, up to `batch` at once each: a
 * slow job holds its batch up, and nobody else's. `once`: of one id at most one job waits; who asks again meanwhile adds nothing.
 */
export const QUEUES = {
  deliver: { expire: 60, workers: 2, batch: 4 },
  'release-held': { expire: 30, workers: 1, batch: 10 },
  'alert-ladder': { expire: 30, workers: 1, batch: 10 },
  'tell-on-call': { expire: 30, workers: 1, batch: 10 },
  'alert-dial': { expire: 60, workers: 1, batch: 4 },
  'end-alert-dial': { expire: 30, workers: 1, batch: 4 },
  'answer-missing': { expire: 30, workers: 1, batch: 10 },
  'danger-unread': { expire: 30, workers: 1, batch: 10 },
  'safety-text': { expire: 30, workers: 1, batch: 10 },
  route: { expire: 30, workers: 1, batch: 10 },
  'route-waiting': { expire: 30, workers: 1, batch: 1, once: true },
  'offer-timeout': { expire: 30, workers: 1, batch: 10 },
  assist: { expire: 30, workers: 1, batch: 10, once: true },
  'ask-urgency': { expire: 30, workers: 1, batch: 4 },
  'thumb-down': { expire: 30, workers: 1, batch: 10 },
  'then-person': { expire: 30, workers: 1, batch: 10 },
  'hand-off': { expire: 30, workers: 1, batch: 10 },
  'wake-snoozed': { expire: 30, workers: 1, batch: 10 },
  'recount-clocks': { expire: 600, workers: 1, batch: 1 },
  'empty-queue': { expire: 600, workers: 1, batch: 1 },
  continuity: { expire: 60, workers: 1, batch: 4 },
  notice: { expire: 60, workers: 1, batch: 4 },
  'run-rules': { expire: 60, workers: 1, batch: 10 },
  'simulate-rule': { expire: 900, workers: 1, batch: 1 },
  'tell-webhook': { expire: 60, workers: 1, batch: 4 },
  voicemail: { expire: 120, workers: 1, batch: 2 },
  'end-call': { expire: 30, workers: 1, batch: 10 },
  dial: { expire: 60, workers: 1, batch: 4 },
  'end-dial': { expire: 30, workers: 1, batch: 4 },
  'scan-file': { expire: 120, workers: 1, batch: 2 },
  'sign-in-code': { expire: 30, workers: 1, batch: 4 },
  'conversation-code': { expire: 30, workers: 1, batch: 4 },
  'password-reset': { expire: 30, workers: 1, batch: 2 },
} as const satisfies Record<string, { expire: number; workers: number; batch: number; once?: true }>
export type Queue = keyof typeof QUEUES

export type JobData = { organizationId: string; id: string }
/** As it is kept: with the moment that its sender named, by its own clock. */
type KeptJob = JobData & { due?: string }

export type Jobs = {
  /** Adds a job in the caller's transaction. `startAfter`: not before. */
  send(tx: Transaction, queue: Queue, data: JobData, options?: { startAfter?: Date }): Promise<void>
  /**
   * `due`: the moment that was asked for has come by the clock of the database, whatever a process's own clock says: a job that found its row
   * not due would be done, and nothing would have happened.
   */
  work(queue: Queue, handle: (data: JobData, due: Date | undefined) => Promise<void>): Promise<void>
  stop(): Promise<void>
}

/** How a try of a job ends. */
export const JOB_OUTCOMES = ['completed', 'failed', 'deadletter'] as const
type JobOutcome = (typeof JOB_OUTCOMES)[number]

const isOnce = (queue: Queue): boolean => 'once' in QUEUES[queue]

const SCHEMA = 'jobs'
/**
 * Tries after the first. Their waits double from two seconds to `waitMaxSeconds`: a job that fails by itself is given up after a minute, one for which the
 * database had no time or was away after some eight. One whose worker died waits for nothing of that.
 */
const RETRIES = { ofItsOwn: 5, inAll: 16, waitMaxSeconds: 40 }
const HEARTBEAT_SECONDS = 10
const SUPERVISE_SECONDS = 5
/** A line to the database that says nothing for so long is given up, as the product's own are: four workers would wait for it for a quarter of an hour. */
const SILENCE_MAX_MS = 15_000
/** A job that is done is kept so long; what came of it is kept by its module. */
const DONE_KEPT_SECONDS = 86_400
/** How often a worker looks while nothing is due; while there is more it takes the next batch at once. */
const POLL_SECONDS = 0.5

/**
 * Makes the job tables and queues; runs as the owner role, at migration. Servers that start at once take turns behind a lock:
 * two grants on one table at the same moment are refused by PostgreSQL ("tuple concurrently updated").
 */
export async function prepareJobs(owner: pg.PoolConfig, appRole: string): Promise<void> {
  const client = new pg.Client(owner)
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('prepare-jobs'))`)
    await makeQueues(owner, appRole)
  } finally {
    await client.end()
  }
}

async function makeQueues(owner: pg.PoolConfig, appRole: string): Promise<void> {
  const boss = new PgBoss({ ...settings(owner), max: 2, supervise: false, schedule: false })
  boss.on('error', () => undefined)
  await boss.start()
  for (const [name, { expire }] of Object.entries(QUEUES) as [Queue, (typeof QUEUES)[Queue]][]) {
    const dead = `${name}-dead`
    if (!(await boss.getQueue(dead))) await boss.createQueue(dead)
    const options = {
      expireInSeconds: expire,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      retryLimit: RETRIES.inAll,
      retryDelay: 2,
      retryBackoff: true,
      retryDelayMax: RETRIES.waitMaxSeconds,
      deleteAfterSeconds: DONE_KEPT_SECONDS,
      deadLetter: dead,
    }
    if (await boss.getQueue(name)) await boss.updateQueue(name, options)
    else await boss.createQueue(name, { ...options, policy: isOnce(name) ? 'short' : 'standard' })
  }
  const db = boss.getDb()
  await db.executeSql(`grant usage on schema ${SCHEMA} to ${appRole}`)
  await db.executeSql(`grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${appRole}`)
  await db.executeSql(`grant execute on all functions in schema ${SCHEMA} to ${appRole}`)
  await boss.stop({ graceful: false })
}

/**
 * `turns`: jobs and calls share the places of one process, so that the work of one organization keeps none of another waiting (trust-D57).
 * `traces`: where a try of a job is traced, with its wait for a turn.
 */
export async function openJobs(
  connection: pg.PoolConfig,
  log: Log,
  turns: FairTurns = fairTurns(),
  traces?: Traces,
): Promise<Jobs> {
  const boss = new PgBoss({
    ...settings(connection),
    max: 4,
    migrate: false,
    createSchema: false,
    schedule: false,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  })
  boss.on('error', (error) => log.error('jobs.failed', errorFields(error)))
  await boss.start()
  const tending = tendQueues(boss.getDb(), Object.keys(QUEUES), log)

  return {
    async send(tx, queue, data, options) {
      // Nobody waits for it: a job that cannot be written fails the transaction.
      const executeSql = async (text: string, values?: unknown[]) => {
        tx.push(text, values ?? [])
        return { rows: [] }
      }
      const kept: KeptJob = options?.startAfter ? { ...data, due: options.startAfter.toISOString() } : data
      await boss.send(queue, kept, {
        db: { executeSql },
        ...(options?.startAfter ? { startAfter: options.startAfter } : {}),
        ...(isOnce(queue) ? { singletonKey: data.id } : {}),
      })
    },
    async work(queue, handle) {
      const { workers, batch } = QUEUES[queue]
      const attempt = async ({ data, retryCount }: JobWithMetadata<KeptJob>): Promise<JobOutcome> => {
        const giveBack = await turns.wait({ kind: 'organization', name: data.organizationId })
        try {
          const { due, ...named } = data
          await handle(named, due === undefined ? undefined : new Date(due))
          return 'completed'
        } catch (error) {
          log.error('jobs.attempt-failed', { ...errorFields(error) })
          const comesBack = isUnavailable(error) || error instanceof AuditUnavailable
          const mayTryAgain = comesBack || retryCount < RETRIES.ofItsOwn
          return mayTryAgain ? 'failed' : 'deadletter'
        } finally {
          giveBack()
        }
      }
      const one = async (job: JobWithMetadata<KeptJob>): Promise<JobResult> => {
        const trace = traces?.begin('job')
        const status = await (trace ? trace.within(() => attempt(job)) : attempt(job))
        trace?.end({ name: queue, attributes: { queue, outcome: status }, isFailed: status !== 'completed' })
        return { id: job.id, status }
      }
      const options = {
        localConcurrency: workers,
        batchSize: batch,
        perJobResults: true,
        includeMetadata: true,
        burstWhenBatchFull: true,
        pollingIntervalSeconds: POLL_SECONDS,
      } as const
      await boss.work(queue, options, (jobs: JobWithMetadata<KeptJob>[]) => Promise.all(jobs.map(one)))
    },
    stop: async () => {
      await tending.stop()
      await boss.stop({ graceful: true, timeout: 5_000 })
    },
  }
}

const settings = (connection: pg.PoolConfig) => ({
  host: connection.host,
  port: connection.port,
  user: connection.user,
  password: connection.password as string,
  database: connection.database,
  ssl: connection.ssl,
  ...(connection.connectionString ? { connectionString: connection.connectionString } : {}),
  schema: SCHEMA,
  // Of its pool, which is one of pg.
  query_timeout: SILENCE_MAX_MS,
  keepAlive: true,
})
