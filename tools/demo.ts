/**
 * `npm run demo -- [--patients N]`: fills an empty installation with the demonstration clinic, at any size.
 *
 * It fills the folder that `npm start` uses (or DATA_DIR), or the database of DATABASE_URL. What is there already is never touched.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { DEMO_PATIENTS } from '../demo/build-demo.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { readConfig } from '#server/platform/config.ts'
import { openDatabase } from '#server/platform/database.ts'
import { startEmbeddedPostgres } from '#server/platform/embedded-postgres.ts'
import { openJobs, prepareJobs } from '#server/platform/jobs.ts'
import { silentLog } from '#server/platform/log.ts'
import { migrate, refreshStatistics } from '#server/platform/migrate.ts'

/** Patients of one installation; about a hundred gigabytes. */
const PATIENTS_MAX = 5_000_000

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { patients: { type: 'string', default: String(DEMO_PATIENTS) } } })
  const patients = Number(values.patients)
  if (!Number.isInteger(patients) || patients < 1 || patients > PATIENTS_MAX) {
    return say(`--patients must be a whole number from 1 to ${PATIENTS_MAX}.`, 2)
  }
  const config = readConfig(process.env)
  if (config.isProduction) return say('The demonstration is refused with NODE_ENV=production.', 2)
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 })
  const embedded = config.databaseUrl
    ? undefined
    : await startEmbeddedPostgres({ dataFolder: join(config.dataFolder, 'postgres') })
  const owner = embedded?.connections.owner ?? { connectionString: config.databaseOwnerUrl ?? config.databaseUrl ?? '' }
  const app = embedded?.connections.app ?? { connectionString: config.databaseUrl ?? '' }
  try {
    const now = new Date()
    await migrate(owner, now)
    await prepareJobs(owner, embedded?.connections.app.user ?? 'bedside_app')
    const db = openDatabase(app, 2)
    const jobs = await openJobs(app, silentLog)
    try {
      const began = performance.now()
      const loaded = await loadDemo({ db, now, jobs, patients })
      if (!loaded.isNew) {
        return say(
          'This installation holds a demonstration already. Choose an empty place: DATA_DIR=... npm run demo',
          1,
        )
      }
      await refreshStatistics(owner)
      const seconds = Math.round((performance.now() - began) / 1000)
      return say(
        `${loaded.patients} patients, ${loaded.conversations} conversations, ${loaded.messages} messages in ${seconds} s. npm start shows them.`,
        0,
      )
    } finally {
      await jobs.stop()
      await db.close()
    }
  } finally {
    await embedded?.stop()
  }
}

function say(text: string, status: number): number {
  process.stdout.write(`${text}\n`)
  return status
}

process.exitCode = await main()
