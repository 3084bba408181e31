/**
 * Workers that die and one that stands still (trust-D69): `npm run bench -- workers`, small: `-- workers --jobs 300`.
 *
 * Jobs alone, on the real database: 3,000 are sent in transactions, and four small processes do them, eight at once each and two seconds for each job.
 * Every 3 s one of them is killed in turn, and another begins in its place. Beside them one is stopped for 40 s with its hands full, and then goes on
 * as if nothing had been. What dies here starts in half a second, so that the time a job stands without a worker is that of the jobs themselves;
 * `npm run bench -- restarts` is of the whole product.
 *
 * Then: every job is done once, none stood for 30 s without a worker, none was given up, and what the stopped one said of its jobs when it came back was
 * refused.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemContext } from '#server/platform/context.ts'
import { openDatabase, type Database } from '#server/platform/database.ts'
import { startEmbeddedPostgres, type PostgresConnection } from '#server/platform/embedded-postgres.ts'
import { newId } from '#server/platform/id.ts'
import { openJobs, prepareJobs } from '#server/platform/jobs.ts'
import { silentLog } from '#server/platform/log.ts'
import { asked } from './asked.ts'
import { tellStood, watchJobs, type JobLives } from './job-lives.ts'
import { heading, round, verdict } from './report.ts'
import { sizes } from './sizes.ts'

/** `jobs` in all; `kill`: seconds between two deaths; `stop`: seconds that one stands still. */
const size = sizes({ jobs: 3_000, kill: 3, stop: 40 })
const WORKERS = 4
const QUEUE = 'deliver'
const JOB_MS = 2_000
/** Sent in one transaction. */
const TOGETHER = 100
const DONE_MAX_MS = 1_800_000
const STOOD_MAX_SECONDS = 30
const PROGRESS_MS = 10_000

async function measure(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-workers-'))
  await chmod(folder, 0o711)
  heading(`Workers: ${size.jobs} jobs while one of ${WORKERS} dies every ${size.kill} s`)
  const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, 'postgres') })
  const { owner, app, admin } = postgres.connections
  const db = openDatabase(app, 4)
  const workers: Worker[] = []
  let stopped: Worker | undefined
  try {
    await prepareJobs(owner, app.user)
    const lives = await watchJobs(admin)
    await sendAll(db, app)
    for (let n = 0; n < WORKERS; n++) workers.push(await startWorker(`worker-${n}`, app))

    const deaths = new Map<string, number>()
    const began = performance.now()
    const endKilling = killEvery(workers, app, deaths)
    stopped = await startWorker('stopped', app)
    const stops = await standStill(stopped, lives)
    await untilDone(db)
    await endKilling()
    const seconds = (performance.now() - began) / 1000

    const [dead, still] = [await lives.afterDeath(deaths), await lives.afterDeath(stops)]
    process.stdout.write(
      `In ${round(seconds, 0)} s ${deaths.size} deaths, one in ${round(seconds / deaths.size)} s\n\n`,
    )
    tellStood(dead.stood)
    process.stdout.write(`One that stood still for ${size.stop} s, from when it stopped:\n\n`)
    tellStood(still.stood)
    const ends = await asked<{ name: string; state: string; count: number }>(db, ENDS, [])
    const done = ends.length === 1 && ends[0]?.state === 'completed' && ends[0].count === size.jobs
    const isSoon = ({ stood, open }: typeof dead) => open === 0 && stood.every(({ all }) => all < STOOD_MAX_SECONDS)
    verdict(`all of ${size.jobs} jobs done, none given up`, done)
    if (!done) process.stdout.write(`${JSON.stringify(ends)}\n`)
    verdict(`no job of the dead stood for ${STOOD_MAX_SECONDS} s`, dead.stood.length > 0 && isSoon(dead))
    verdict(`nor of the one that stood still`, still.stood.length > 0 && isSoon(still))
    verdict('none was ended by a worker that another had followed', (await lives.endedLate()) === 0)
  } finally {
    for (const { process } of [...workers, ...(stopped ? [stopped] : [])]) process.kill('SIGKILL')
    await db.close()
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const ENDS = `select name, state::text, count(*)::int as count from jobs.job where data is not null group by 1, 2 order by 1, 2`

async function sendAll(db: Database, app: PostgresConnection): Promise<void> {
  const jobs = await openJobs(app, silentLog)
  const organizationId = newId()
  const context = systemContext(organizationId, newId(), 'bench')
  for (let sent = 0; sent < size.jobs; sent += TOGETHER)
    await db.transaction(context, async (tx) => {
      for (let n = sent; n < Math.min(size.jobs, sent + TOGETHER); n++)
        await jobs.send(tx, QUEUE, { organizationId, id: newId() })
    })
  await jobs.stop()
}

async function untilDone(db: Database): Promise<void> {
  let toldAt = Date.now()
  for (const end = Date.now() + DONE_MAX_MS; Date.now() < end; await sleep(500)) {
    const [row] = await asked<{ n: number }>(
      db,
      `select count(*)::int as n from jobs.job where name = $1 and state in ('created', 'retry', 'active')`,
      [QUEUE],
    )
    if (row?.n === 0) return
    if (Date.now() - toldAt < PROGRESS_MS) continue
    toldAt = Date.now()
    process.stderr.write(`${row?.n} of ${size.jobs} jobs to do\n`)
  }
}

type Worker = { name: string; process: ChildProcess }

/** @returns when it works. */
async function startWorker(name: string, app: PostgresConnection): Promise<Worker> {
  const { user, password = '', database, host, port } = app
  const login = `${user}:${encodeURIComponent(password)}`
  const url = `postgresql://${login}@/${database}?host=${host}&port=${port}&application_name=${name}`
  const script = `
    import { setTimeout as pause } from 'node:timers/promises'
    import { openJobs } from ${JSON.stringify(import.meta.resolve('../server/platform/jobs.ts'))}
    import { silentLog } from ${JSON.stringify(import.meta.resolve('../server/platform/log.ts'))}
    const jobs = await openJobs({ connectionString: ${JSON.stringify(url)} }, silentLog)
    await jobs.work(${JSON.stringify(QUEUE)}, () => pause(${JOB_MS}))
    console.log('at work')`
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', script],
    { stdio: ['ignore', 'pipe', 'inherit'], cwd: import.meta.dirname },
  )
  await once(child.stdout, 'data')
  return { name, process: child }
}

function killEvery(workers: Worker[], app: PostgresConnection, deaths: Map<string, number>): () => Promise<void> {
  const over = new AbortController()
  const running = (async () => {
    const starts: Promise<unknown>[] = []
    for (let n = 0; ; n++) {
      await sleep(size.kill * 1000, undefined, { signal: over.signal }).catch(() => undefined)
      if (over.signal.aborted) break
      const place = n % WORKERS
      const { name, process } = workers[place] as Worker
      if (deaths.has(name)) continue
      const ended = once(process, 'exit')
      process.kill('SIGKILL')
      await ended
      deaths.set(name, Date.now())
      starts.push(startWorker(`worker-${WORKERS + n}`, app).then((next) => (workers[place] = next)))
    }
    await Promise.all(starts)
  })()
  return () => (over.abort(), running)
}

/** With its hands full; it goes on later. @returns when it stopped. */
async function standStill({ name, process }: Worker, lives: JobLives): Promise<Map<string, number>> {
  while ((await lives.inHand(name, QUEUE)) === 0) await sleep(50)
  process.kill('SIGSTOP')
  const at = Date.now()
  await sleep(size.stop * 1000)
  process.kill('SIGCONT')
  return new Map([[name, at]])
}

await measure()
