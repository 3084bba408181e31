/** Is the process alive, and can it serve (trust-D78)? Names of checks only; nothing about anybody. */
import { readdir } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import type { Services } from '#server/platform/route-context.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { guarded } from './answer.ts'
import type { PlainRoute } from './described-routes.ts'
import { guard } from './guard.ts'
import type { AppOptions } from './options.ts'

/** Below this share of free disk the installation is not ready: a full disk must never be found by losing a message. */
const DISK_FREE_MIN = 0.03
/** A job that is due and has waited longer than this, in seconds: nobody works on the queues, so alerts and answers stand still. */
const JOB_AGE_MAX_SECONDS = 300

export type CheckName = 'database' | 'migrations' | 'jobs' | 'disk'
export type Check = { name: CheckName; ok: boolean }

const PUBLIC: PlainRoute = {
  roles: 'public',
  resource: 'system',
  patient: 'none',
  audit: 'none',
  summary: 'The process answers',
}
const READY: PlainRoute = { ...PUBLIC, summary: 'The installation can serve; 503 with the names of what is broken' }
const DETAILS: PlainRoute = { ...PUBLIC, roles: ['administrator'], summary: 'Each check, and the load of this process' }

export function registerHealth(app: FastifyInstance, services: Services, options: AppOptions): void {
  app.get('/health/live', { config: { describes: PUBLIC } }, async () => ({ ok: true }))

  app.get('/health/ready', { config: { describes: READY } }, async (_request, reply) => {
    const failed = (await readiness(services, options)).filter(({ ok }) => !ok).map(({ name }) => name)
    return reply.code(failed.length === 0 ? 200 : 503).send({ ok: failed.length === 0, failed })
  })

  app.get('/health/details', { config: { describes: DETAILS } }, async (request, reply) => {
    await guard(services, guarded(request, reply), DETAILS, '/health/details')
    return {
      checks: await readiness(services, options),
      sockets: services.hub.sockets(),
      database: services.db.load(),
      turns: services.turns.load(),
      llm: options.llm?.() ?? 'none',
      translation: options.translation?.() ?? 'none',
      memoryBytes: process.memoryUsage.rss(),
      uptimeSeconds: Math.round(process.uptime()),
      node: process.version,
    }
  })
}

/** What cannot be known without the database is not said to be broken: one cause, one name. */
export async function readiness(services: Services, { freeDisk }: Pick<AppOptions, 'freeDisk'>): Promise<Check[]> {
  const [database, free] = await Promise.all([askDatabase(services), freeDisk().catch(() => 1)])
  return [
    { name: 'database', ok: database !== undefined },
    { name: 'migrations', ok: database === undefined || (database.newest ?? '') >= (await newestMigration()) },
    { name: 'jobs', ok: database === undefined || (database.oldestJobSeconds ?? 0) < JOB_AGE_MAX_SECONDS },
    { name: 'disk', ok: free > DISK_FREE_MIN },
  ]
}

type DatabaseState = { newest: string | null; oldestJobSeconds: number | null }

const askDatabase = ({ db }: Services): Promise<DatabaseState | undefined> =>
  db
    .withoutOrganization(async (tx) => {
      const [row] = await tx.run<DatabaseState>(STATE, [])
      return row
    })
    .catch(() => undefined)

const STATE = sqlText`
  select (select max(name) from migration.migration) as newest,
         (select extract(epoch from now() - min(start_after))::float from jobs.job
           where state in ('created', 'retry') and start_after < now() and name not like '%-dead') as "oldestJobSeconds"`

let newest: Promise<string> | undefined
/** The last migration this program knows. A newer database is good: migrations only add what an older program can live with. */
const newestMigration = (): Promise<string> =>
  (newest ??= readdir(new URL('../db/migrations/', import.meta.url)).then(
    (names) =>
      names
        .filter((name) => name.endsWith('.sql'))
        .toSorted()
        .at(-1)
        ?.replace(/\.sql$/, '') ?? '',
  ))
