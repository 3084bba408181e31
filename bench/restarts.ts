/**
 * Processes of the product that die and one that stands still (trust-D69): `npm run bench -- restarts`, small: `-- restarts --out 300`.
 *
 * Three processes share one database and are all there is: they take the calls and do the jobs. Agents answer mails, and the mail server outside has
 * each answer for half a second before it says so. Every 3 s one of them is killed, in turn, as long as another is up: on a busy machine a start takes
 * longer than that. In a second part one is stopped for 40 s and goes on as if nothing had been. Neither the database nor a line fails here.
 *
 * Then: every answer was handed over once or stands before a person as `unknown`, nobody had one twice, no job stood for 30 s without a worker, none
 * was given up, and none was ended by a process that had been followed by another. `npm run bench -- workers` is of jobs alone.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase, type Database } from '#server/platform/database.ts'
import { startEmbeddedPostgres } from '#server/platform/embedded-postgres.ts'
import { openLine } from '../e2e/setup/line.ts'
import { handIn, inTurn, untilReceived, writeQuestions } from '../e2e/setup/traffic.ts'
import { addAgents, type BenchAgent } from './agents.ts'
import { leaveRulesOut, openOutside, sendAnswer, settled, whatLeft, writeAnswers, type Answer } from './answers.ts'
import { asked } from './asked.ts'
import { tellStood, untilTaken, watchJobs, type JobLives } from './job-lives.ts'
import { doorOf, openPlace, urlOf, type Place } from './places.ts'
import { heading, round, verdict } from './report.ts'
import { sizes } from './sizes.ts'

/** `out`: answers while processes die; `kill`: seconds between two deaths; `stop`: seconds that one stands still, beside `late` answers. */
const size = sizes({ out: 900, kill: 3, stop: 40, late: 300 })
const PLACES = 3
const AGENTS = 20
const ANSWERERS = 8
/** The mail server outside has a mail for so long, so that workers die with it in their hands. */
const TAKES_MS = 500
const RECEIVED_MAX_MS = 600_000
const STOOD_MAX_SECONDS = 30
const TAKEN_MAX_MS = 60_000
const PROGRESS_MS = 10_000

async function measure(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-restarts-'))
  await chmod(folder, 0o711)
  heading(`Restarts: ${size.out} answers while one of ${PLACES} dies every ${size.kill} s`)
  const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, 'postgres') })
  const db = openDatabase(postgres.connections.app, 4)
  const outside = await openOutside(0, TAKES_MS)
  const toDatabase = await openLine({ path: join(postgres.socketFolder, '.s.PGSQL.5432') })
  const env = (life: string) => ({
    DATABASE_URL: urlOf(postgres.connections.app, toDatabase, life),
    DATABASE_OWNER_URL: urlOf(postgres.connections.owner, toDatabase, life),
    SMTP_OUT_URL: `smtp://localhost:${outside.port}`,
  })
  const places: Place[] = []
  try {
    for (let n = 0; n < PLACES; n++) places.push(await openPlace(`place-${n}`, join(folder, 'data'), env))
    await leaveRulesOut(db)
    const lives = await watchJobs(postgres.connections.admin)
    const agents = await addAgents(db, AGENTS)
    const mails = (size.out + size.late) / 2
    const questions = writeQuestions(
      { portal: 0, widget: 0, mail: mails },
      { patients: [], visitors: [], senders: mails },
    )
    await handIn(questions, turnOf(places), { withinMs: RECEIVED_MAX_MS, received: () => undefined })
    const answers = writeAnswers(questions, size.out + size.late)
    const [toDead, toStopped] = [answers.slice(0, size.out), answers.slice(size.out)]

    const deaths = new Map<string, number>()
    const began = performance.now()
    const endKilling = killEvery(places, size.kill, deaths)
    await answerAll(db, places, agents, toDead)
    await settled(db, toDead)
    await endKilling()
    const seconds = (performance.now() - began) / 1000
    const dead = await untilTaken(lives, deaths, TAKEN_MAX_MS)
    const left = await whatLeft(db, toDead, outside)
    process.stdout.write(
      `In ${round(seconds, 0)} s ${deaths.size} deaths (one in ${round(seconds / deaths.size)} s). ` +
        `Answers: ${left.handedOver} handed over, ${left.unknown} before a person\n\n`,
    )
    tellStood(dead.stood)

    while (places.some(({ server }) => !server)) await sleep(100)
    const stops = new Map<string, number>()
    await Promise.all([answerAll(db, places, agents, toStopped), standStill(places[0] as Place, lives, stops)])
    await settled(db, toStopped)
    const stopped = await untilTaken(lives, stops, TAKEN_MAX_MS)
    const leftOfStopped = await whatLeft(db, toStopped, outside)
    process.stdout.write(
      `One stopped for ${size.stop} s. Answers: ${leftOfStopped.handedOver} handed over, ${leftOfStopped.unknown} before a person\n\n`,
    )
    tellStood(stopped.stood)

    const givenUp = await asked<{ queue: string; count: number }>(
      db,
      `select name as queue, count(*)::int as count from jobs.job where name like '%-dead' group by 1 order by 1`,
      [],
    )
    const isSoon = ({ stood, open }: typeof dead) => open === 0 && stood.every(({ all }) => all < STOOD_MAX_SECONDS)
    verdict(`dead: none of ${toDead.length} answers lost`, left.lost.length === 0)
    verdict('dead: nobody had one twice', left.doubled === 0)
    verdict(`dead: no job stood for ${STOOD_MAX_SECONDS} s`, isSoon(dead))
    verdict(`stopped: none of ${toStopped.length} answers lost`, leftOfStopped.lost.length === 0)
    verdict('stopped: nobody had one twice', leftOfStopped.doubled === 0)
    verdict(
      `stopped: it had jobs, and none stood for ${STOOD_MAX_SECONDS} s`,
      stopped.stood.length > 0 && isSoon(stopped),
    )
    verdict('no job was ended by a worker that another had followed', (await lives.endedLate()) === 0)
    verdict('no job is given up', givenUp.length === 0)
    if (givenUp.length > 0) process.stdout.write(`given up: ${JSON.stringify(givenUp)}\n`)
    const lost = [...left.lost, ...leftOfStopped.lost]
    if (lost.length > 0) process.stdout.write(`lost answers by state: ${JSON.stringify(lost.slice(0, 20))}\n`)
  } finally {
    for (const place of places) await place.end()
    toDatabase.close()
    outside.close()
    await db.close()
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Like a browser that tries the next address when the last gave no answer. */
function turnOf(places: readonly Place[]) {
  let turn = 0
  return () => doorOf(places[turn++ % places.length])
}

async function answerAll(
  db: Database,
  places: readonly Place[],
  agents: readonly BenchAgent[],
  answers: readonly Answer[],
): Promise<void> {
  const door = turnOf(places)
  let sent = 0
  const progress = setInterval(() => {
    const up = places.filter(({ server }) => server).length
    process.stderr.write(`${sent} of ${answers.length} sent, ${up} of ${places.length} processes up\n`)
  }, PROGRESS_MS)
  await inTurn([...answers.entries()], ANSWERERS, async ([n, answer]) => {
    const { cookie } = agents[n % agents.length] as BenchAgent
    await untilReceived(() => sendAnswer(db, door(), cookie, answer), RECEIVED_MAX_MS)
    sent += 1
  })
  clearInterval(progress)
}

/** One after the other, and whichever is up where its turn finds it down; the last that lives is left until another is there. */
function killEvery(places: readonly Place[], seconds: number, deaths: Map<string, number>): () => Promise<void> {
  const over = new AbortController()
  const running = (async () => {
    for (let n = 0; ; n++) {
      await sleep(seconds * 1000, undefined, { signal: over.signal }).catch(() => undefined)
      let place = places[n % places.length]
      while (!over.signal.aborted && (!place?.server || places.filter(({ server }) => server).length < 2)) {
        await sleep(50)
        place = places.find(({ server }) => server)
      }
      if (over.signal.aborted || !place) return
      const life = place.life()
      deaths.set(life, await place.kill())
    }
  })()
  return () => (over.abort(), running)
}

/** It stands still with all that it has in hand, and goes on later. */
async function standStill({ server, life }: Place, lives: JobLives, stops: Map<string, number>): Promise<void> {
  while ((await lives.inHand(life(), 'deliver')) === 0) await sleep(20)
  server?.process.kill('SIGSTOP')
  stops.set(life(), Date.now())
  await sleep(size.stop * 1000)
  server?.process.kill('SIGCONT')
}

await measure()
