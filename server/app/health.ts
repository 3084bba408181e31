/** Is the process alive, and can it serve? Names of checks only; nothing about anybody. */
import { statfs } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import type { Services } from '#server/platform/route-context.ts'
import type { AppOptions } from './options.ts'

/** Below this share of free disk the installation is not ready: a full disk must never be found by losing a message. */
const DISK_FREE_MIN = 0.03

export type Check = { name: 'database' | 'migrations' | 'disk'; ok: boolean }

export function registerHealth(app: FastifyInstance, services: Services, options: AppOptions): void {
  app.get('/health/live', async () => ({ ok: true }))
  app.get('/health/ready', async (_request, reply) => {
    const checks = await readiness(services, options)
    const failed = checks.filter(({ ok }) => !ok).map(({ name }) => name)
    return reply.code(failed.length === 0 ? 200 : 503).send({ ok: failed.length === 0, failed })
  })
}

export async function readiness(services: Services, options: Pick<AppOptions, 'screensFolder'>): Promise<Check[]> {
  const database = await services.db
    .withoutOrganization((tx) =>
      tx.run<{ pending: boolean }>(`select to_regclass('public.conversation') is null as pending`, []),
    )
    .then(
      ([row]) => ({ reached: true, migrated: row?.pending === false }),
      () => ({ reached: false, migrated: false }),
    )
  const disk = await statfs(options.screensFolder).then(
    ({ bavail, blocks }) => bavail / blocks > DISK_FREE_MIN,
    () => true,
  )
  return [
    { name: 'database', ok: database.reached },
    { name: 'migrations', ok: database.migrated },
    { name: 'disk', ok: disk },
  ]
}
