/**
 * `npm run demo -- [--patients N]`: fills an empty installation with the demonstration clinic, at any size.
 * `npm run demo -- --live [--every SECONDS] [--seed WORD] [--alone]`: patients keep writing to the clinic that `npm start` runs, until Ctrl-C.
 *
 * It fills the folder that `npm start` uses (or DATA_DIR), or the database of DATABASE_URL. What is there already is never touched.
 */
import { parseArgs } from 'node:util'
import { DEMO_PATIENTS, DEMO_SEED } from '../demo/build-demo.ts'
import { organizationIdOf } from '../demo/clinic.ts'
import { live } from '../demo/live/live.ts'
import { readWorld } from '../demo/live/world.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { readConfig, type Config } from '#server/platform/config.ts'
import { openDatabase } from '#server/platform/database.ts'
import { openPostgres } from '#server/platform/open-postgres.ts'
import { openJobs, prepareJobs } from '#server/platform/jobs.ts'
import { silentLog } from '#server/platform/log.ts'
import { migrate, refreshStatistics } from '#server/platform/migrate.ts'

/** Patients of one installation; about a hundred gigabytes. */
const PATIENTS_MAX = 5_000_000
/** An hour between two matters, in seconds. */
const EVERY_MAX = 3_600

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      patients: { type: 'string', default: String(DEMO_PATIENTS) },
      live: { type: 'boolean', default: false },
      /** Mean seconds from one new matter to the next. */
      every: { type: 'string', default: '15' },
      /** The same word tells the same matters; else they are new each time. */
      seed: { type: 'string', default: new Date().toISOString() },
      /** No colleague answers: every word waits for you. */
      alone: { type: 'boolean', default: false },
    },
  })
  const patients = Number(values.patients)
  if (!Number.isInteger(patients) || patients < 1 || patients > PATIENTS_MAX) {
    return say(`--patients must be a whole number from 1 to ${PATIENTS_MAX}.`, 2)
  }
  const config = readConfig(process.env)
  if (config.isProduction) return say('The demonstration is refused with NODE_ENV=production.', 2)
  if (values.live)
    return liven(config, { everySeconds: Number(values.every), withColleagues: !values.alone, seed: values.seed })
  const postgres = await openPostgres(config)
  const { owner, app } = postgres
  try {
    const now = new Date()
    await migrate(owner, now)
    await prepareJobs(owner, app.user ?? 'bedside_app')
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
    await postgres.stop()
  }
}

async function liven(
  config: Config,
  wanted: { everySeconds: number; withColleagues: boolean; seed: string },
): Promise<number> {
  const { everySeconds } = wanted
  if (!(everySeconds >= 1 && everySeconds <= EVERY_MAX)) {
    return say(`--every must be a number of seconds from 1 to ${EVERY_MAX}.`, 2)
  }
  const isThere = await fetch(`${config.publicUrl}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  )
  if (!isThere) return say(`Nothing listens on ${config.publicUrl}. Run npm start first, and this beside it.`, 1)
  const postgres = await openPostgres(config)
  const db = openDatabase(postgres.app, 2)
  const stopping = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort())
  try {
    const world = await readWorld(db, organizationIdOf(DEMO_SEED))
    if (!world) return say('This installation holds no demonstration. Choose its folder: DATA_DIR=... npm run demo', 1)
    say('Patients write now. Sign in at the desk and answer them; Ctrl-C ends it.', 0)
    const doors = { db, world, url: config.publicUrl, smtp: config.smtpIn }
    await live({ ...wanted, doors, signal: stopping.signal, say: (line) => say(line, 0) })
    return 0
  } catch (error) {
    return say(error instanceof Error ? error.message : 'It broke off.', 1)
  } finally {
    await db.close()
    await postgres.stop()
  }
}

function say(text: string, status: number): number {
  process.stdout.write(`${text}\n`)
  return status
}

process.exitCode = await main()
