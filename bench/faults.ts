/**
 * The fault run (desk.md section 6, desk-D1, D43, trust-D66 to D69): `npm run bench -- faults`, small: `-- faults --in 500 --out 250`. As the rules
 * of trust want it: `-- faults --in 8000 --out 3000 --kills 150 --silent 500`, which takes about an hour.
 *
 * Two server processes share one database. Patients write over three channels and agents answer by mail, while every 3 s one of the processes
 * is killed in turn, the database is killed every half minute, and every second one line is cut: browser to server, mail server to server,
 * server to database, server to the outside mail server. Whoever gets no answer says the same again; no program here knows more than its own
 * part. A tenth of the messages goes first, without faults: the rate of the others is told beside its rate.
 *
 * Then: each message that was received is there once. Each answer that was taken has left, once, or stands before a person as `unknown`; the
 * outside mail server counts what arrived. What a dead process was at is taken up again within 90 s, and no job is given up. Whatever the outside
 * server took without ever saying so stands before a person, and nobody has it twice.
 */
import { randomInt } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase, type Database } from '#server/platform/database.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#server/platform/embedded-postgres.ts'
import { openLine, type Line } from '../e2e/setup/line.ts'
import { signInPatients } from '../e2e/setup/sessions.ts'
import { handIn, inTurn, openVisitors, untilReceived, whatIsKept, writeQuestions, type Written } from '../e2e/setup/traffic.ts' // prettier-ignore
import { addAgents, type BenchAgent } from './agents.ts'
import { leaveRulesOut, openOutside, sendAnswer, settled, whatLeft, writeAnswers, type Answer } from './answers.ts'
import { asked } from './asked.ts'
import { tellStood, untilTaken, watchJobs } from './job-lives.ts'
import { doorOf, openPlace, urlOf, type Place } from './places.ts'
import { heading, percentile, round, table, verdict } from './report.ts'
import { sizes } from './sizes.ts'

/**
 * `in` and `out`: messages; `kill` and `database`: seconds between two ends of a process and of the database. `kills`: so many ends of a process at
 * least, with more messages until they are over. `silent`: so many answers are taken by the outside server, which then says nothing.
 */
const size = sizes({ in: 10_000, out: 5_000, kill: 3, database: 30, kills: 0, silent: 0 })
/** Messages in and out at a time, while more ends of a process are wanted. */
const MORE = { in: 200, out: 50 }
const PATIENTS = 300
const VISITORS = 28
const AGENTS = 20
const ANSWERERS = 4
/** A visitor may write twenty times a minute, so the chat takes few of them. */
const WIDGET_SHARE = 0.04
const MAIL_SHARE = 0.3
const QUIET_SHARE = 0.1
const CUT_MS = 1_000
/** How often it says how far it is. */
const PROGRESS_MS = 10_000
/** For one message, however many ends there are. */
const RECEIVED_MAX_MS = 1_800_000
/** From the end of its process to the next start of a job; the database is away a part of that time. */
const RESUMED_MAX_SECONDS = 90

async function measure(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-faults-'))
  await chmod(folder, 0o711)
  heading(`Faults: ${size.in} messages in, ${size.out} answers out`)
  const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, 'postgres') })
  const db = openDatabase(postgres.connections.app, 4)
  const outside = await openOutside(size.silent)
  const toDatabase = await openLine({ path: join(postgres.socketFolder, '.s.PGSQL.5432') })
  const toOutside = await openLine({ host: '127.0.0.1', port: outside.port })
  const env = (life: string) => ({
    DATABASE_URL: urlOf(postgres.connections.app, toDatabase, life),
    DATABASE_OWNER_URL: urlOf(postgres.connections.owner, toDatabase, life),
    SMTP_OUT_URL: `smtp://localhost:${toOutside.port}`,
  })
  const places: Place[] = []
  try {
    for (let n = 0; n < 2; n++) places.push(await openPlace(`place-${n}`, join(folder, 'data'), env))
    await leaveRulesOut(db)
    const lives = await watchJobs(postgres.connections.admin)
    const people = {
      patients: await signInPatients(db, PATIENTS),
      visitors: await openVisitors(doorOf(places[0]), VISITORS),
      senders: size.in,
    }
    const ask = (count: number): Written[] => {
      const [widget, mail] = [Math.round(count * WIDGET_SHARE), Math.round(count * MAIL_SHARE)]
      return writeQuestions({ portal: count - widget - mail, widget, mail }, people)
    }
    const written = ask(size.in)
    const agents = await addAgents(db, AGENTS)

    const quiet = written.filter((_, n) => n % Math.round(1 / QUIET_SHARE) === 0)
    const calm = await run(db, places, { questions: quiet, answers: [], agents })
    const questions = written.filter((one) => !quiet.includes(one))
    const answers = writeAnswers(written, size.out)
    const faults = beginFaults({ places, postgres, cuttable: [toDatabase, toOutside] })
    const rough = await run(db, places, { questions, answers, agents })
    while (faults.kills() < size.kills) {
      const more = ask(MORE.in)
      const moreAnswers = writeAnswers(more, MORE.out)
      written.push(...more)
      answers.push(...moreAnswers)
      await run(db, places, { questions: more, answers: moreAnswers, agents })
    }
    const had = await faults.end()
    await settled(db, answers)
    const { stood, open } = await untilTaken(lives, had.deaths, RESUMED_MAX_SECONDS * 1000)

    const kept = await whatIsKept((text, values) => asked(db, text, values), written)
    const left = await whatLeft(db, answers, outside)
    const givenUp = await asked<{ queue: string; count: number }>(
      db,
      `select name as queue, count(*)::int as count from jobs.job where name like '%-dead' group by 1 order by 1`,
      [],
    )
    const row = (name: string, { ms, seconds }: Ran) => [
      name,
      String(ms.length),
      round(ms.length / seconds),
      ...[0.5, 0.95, 0.99].map((share) => round(percentile(ms, share), 0)),
    ]
    table(
      ['from the first try to "received"', 'messages', 'a second', 'p50 ms', 'p95 ms', 'p99 ms'],
      [row('without faults', calm), row('with faults, answers among them', rough)],
    )
    const ratio = rough.ms.length / rough.seconds / (calm.ms.length / calm.seconds)
    process.stdout.write(
      `\nRate with faults beside without: ${round(ratio, 2)}. In ${round(had.seconds, 0)} s: ${had.kills} ends of a process ` +
        `(one in ${round(had.seconds / had.kills)} s), ${had.databaseKills} of the database, ${had.cuts} cuts\n` +
        `Answers: ${left.handedOver} handed over, ${left.unknown} before a person\n\n`,
    )
    tellStood(stood)
    verdict(`in: none of ${written.length} lost`, kept.lost === 0)
    verdict('in: none doubled, none strange', kept.doubled === 0 && kept.strange === 0)
    verdict('in: numbers without a gap, each told once', kept.gaps === 0 && kept.untold === 0)
    verdict(`out: none of ${answers.length} lost`, left.lost.length === 0)
    verdict('out: none doubled to a person', left.doubled === 0)
    if (size.silent > 0)
      verdict(
        `out: ${left.silent} taken without a word, each before a person`,
        left.silent > 0 && left.silentElsewhere === 0,
      )
    verdict(
      `jobs of a dead process resume within ${RESUMED_MAX_SECONDS} s`,
      open === 0 && stood.every(({ all }) => all < RESUMED_MAX_SECONDS),
    )
    verdict('no job is given up', givenUp.length === 0)
    if (givenUp.length > 0) process.stdout.write(`given up: ${JSON.stringify(givenUp)}\n`)
    if (left.lost.length > 0) process.stdout.write(`lost answers by state: ${JSON.stringify(left.lost.slice(0, 20))}\n`)
    if (kept.lost + kept.doubled + kept.strange + kept.gaps + kept.untold > 0)
      process.stdout.write(`in: ${JSON.stringify(kept)}\n`)
  } finally {
    for (const place of places) await place.end()
    for (const line of [toDatabase, toOutside]) line.close()
    outside.close()
    await db.close()
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

type Ran = { ms: number[]; seconds: number }

/** All questions, and beside them all answers to what is there already. */
async function run(
  db: Database,
  places: readonly Place[],
  { questions, answers, agents }: { questions: readonly Written[]; answers: readonly Answer[]; agents: BenchAgent[] },
): Promise<Ran> {
  const ms: number[] = []
  let turn = 0
  // Like a browser that tries the next address when the last gave no answer.
  const door = () => doorOf(places[turn++ % places.length])
  const began = performance.now()
  const all = questions.length + answers.length
  const progress = setInterval(() => {
    const up = places.filter(({ server }) => server).length
    process.stderr.write(`${ms.length} of ${all} received, ${up} of ${places.length} processes up\n`)
  }, PROGRESS_MS)
  await Promise.all([
    handIn(questions, door, { withinMs: RECEIVED_MAX_MS, received: (_, took) => ms.push(took) }),
    inTurn([...answers.entries()], ANSWERERS, async ([n, answer]) => {
      const { cookie } = agents[n % agents.length] as BenchAgent
      const since = performance.now()
      await untilReceived(() => sendAnswer(db, door(), cookie, answer), RECEIVED_MAX_MS)
      ms.push(performance.now() - since)
    }),
  ])
  clearInterval(progress)
  return { ms, seconds: (performance.now() - began) / 1000 }
}

type Faults = { seconds: number; kills: number; databaseKills: number; cuts: number; deaths: Map<string, number> }

function beginFaults({
  places,
  postgres,
  cuttable,
}: {
  places: readonly Place[]
  postgres: EmbeddedPostgres
  cuttable: readonly Line[]
}): { kills(): number; end(): Promise<Faults> } {
  const began = performance.now()
  const had: Faults = { seconds: 0, kills: 0, databaseKills: 0, cuts: 0, deaths: new Map() }
  const over = new AbortController()
  const every = async (seconds: number, fault: (n: number) => Promise<void> | void): Promise<void> => {
    for (let n = 0; ; n++) {
      await sleep(seconds * 1000, undefined, { signal: over.signal }).catch(() => undefined)
      if (over.signal.aborted) return
      await fault(n)
    }
  }
  const killProcess = async (n: number): Promise<void> => {
    const place = places[n % places.length] as Place
    // Where a start takes longer than that, the one that lives is left until the other is there: else nobody would ever be.
    while (places.some(({ server }) => !server) && !over.signal.aborted) await sleep(50)
    if (over.signal.aborted) return
    const life = place.life()
    had.deaths.set(life, await place.kill())
    had.kills += 1
  }
  const killDatabase = async (): Promise<void> => {
    const lock = await readFile(join(postgres.dataFolder, 'cluster', 'postmaster.pid'), 'utf8').catch(() => '')
    const pid = Number(lock.split('\n', 1)[0])
    if (!(pid > 0)) return
    process.kill(pid, 'SIGKILL')
    had.databaseKills += 1
  }
  const cutOne = (): void => {
    const lines = [...cuttable, ...places.flatMap(({ http, smtp }) => [http, smtp])]
    lines[randomInt(lines.length)]?.cut()
    had.cuts += 1
  }
  const running = Promise.all([
    every(size.kill, killProcess),
    every(size.database, killDatabase),
    every(CUT_MS / 1000, cutOne),
  ])
  return {
    kills: () => had.kills,
    async end() {
      over.abort()
      had.seconds = (performance.now() - began) / 1000
      await running
      return had
    },
  }
}

await measure()
