/**
 * Lets what waits for its moment happen now, in a product that runs on the real clock: the row's own time and its job in the queue are
 * brought forward, and the product's own worker does the rest.
 */
import { join } from 'node:path'
import { remindOfVisits } from '#server/modules/conversation/index.ts'
import { systemContext } from '#server/platform/context.ts'
import { openDatabase, type Database, type Transaction } from '#server/platform/database.ts'
import { startEmbeddedPostgres } from '#server/platform/embedded-postgres.ts'
import { newId } from '#server/platform/id.ts'
import { openJobs } from '#server/platform/jobs.ts'
import { silentLog } from '#server/platform/log.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { organizationId } from './sessions.ts'

/** A way of this process to the database of a running product. */
export async function databaseOf(dataFolder: string): Promise<Database> {
  const { connections } = await startEmbeddedPostgres({ dataFolder: join(dataFolder, 'postgres') })
  return openDatabase(connections.app, 1)
}

export async function inDatabaseOf<T>(dataFolder: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const db = await databaseOf(dataFolder)
  try {
    return await db.transaction(systemContext(organizationId, newId(), 'test'), work)
  } finally {
    await db.close()
  }
}

/** Open around the clock while `work` goes on, a telephone of the desk rings only then; after it the hours are as before. */
export async function openAllDay<T>(dataFolder: string, work: () => Promise<T>): Promise<T> {
  const day = [{ from: '00:00', to: '23:59' }]
  const weekly = JSON.stringify({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day })
  await inDatabaseOf(dataFolder, (tx) => tx.run(NEXT_HOURS, [organizationId, 0, weekly]))
  try {
    return await work()
  } finally {
    await inDatabaseOf(dataFolder, (tx) => tx.run(NEXT_HOURS, [organizationId, 1, null]))
  }
}

/** A version more of each calendar: with these hours ($3), else with those of so many versions before ($2). */
const NEXT_HOURS = `
  insert into calendar (organization_id, id, version, site_id, time_zone, weekly, exceptions, effective_at)
  select c.organization_id, c.id, n.version + 1, c.site_id, c.time_zone, coalesce($3::jsonb, c.weekly),
         case when $3::jsonb is null then c.exceptions else '[]' end, now() - interval '1 hour'
    from calendar c join (
      select id, max(version) as version from calendar where organization_id = $1 group by id) n on n.id = c.id and n.version - $2 = c.version
   where c.organization_id = $1`

/** The minute of the red-flag ladder is over. */
export const ladderMinuteOver = (dataFolder: string, alertId: string): Promise<unknown> =>
  inDatabaseOf(dataFolder, async (tx) => {
    await tx.run(`update safety_alert set next_step_at = now() where organization_id = $1 and id = $2`, [
      organizationId,
      alertId,
    ])
    await tx.run(
      `update jobs.job set start_after = now(), data = data || jsonb_build_object('due', now()) where name = 'alert-ladder' and data->>'id' = $1`,
      [alertId],
    )
  })

/** It is noon on the clock of wherever this patient is. */
export const itIsNoonFor = (dataFolder: string, patientId: string): Promise<unknown> =>
  inDatabaseOf(dataFolder, (tx) => {
    // The signs of these zones are those of POSIX: Etc/GMT+5 is five hours behind.
    const behind = new Date().getUTCHours() - 12
    return tx.run(`update patient set time_zone = $3 where organization_id = $1 and id = $2`, [
      organizationId,
      patientId,
      `Etc/GMT${behind < 0 ? '' : '+'}${behind}`,
    ])
  })

/** The moment of the first text that tells this visit has come, and so has the minute in which the product looks for it. */
export async function reminderIsDue(dataFolder: string, appointmentId: string): Promise<void> {
  await inDatabaseOf(dataFolder, (tx) =>
    tx.run(
      `update reminder_step set due_at = now() where organization_id = $1 and appointment_id = $2 and step = 'two-days'`,
      [organizationId, appointmentId],
    ),
  )
  const { connections } = await startEmbeddedPostgres({ dataFolder: join(dataFolder, 'postgres') })
  const jobs = await openJobs(connections.app, silentLog)
  const db = openDatabase(connections.app, 1)
  try {
    // The product hears of it by itself a moment later.
    const hub = { wake: () => undefined } as Partial<Hub> as Hub
    await remindOfVisits({ db, jobs, hub, now: () => new Date() }, organizationId)
  } finally {
    await db.close()
    await jobs.stop()
  }
}
