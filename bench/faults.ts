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
import { randomInt, randomUUID } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { systemContext } from '#server/platform/context.ts'
import { openDatabase, type Database } from '#server/platform/database.ts'
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type PostgresConnection,
} from '#server/platform/embedded-postgres.ts'
import { newId } from '#server/platform/id.ts'
import { openLine, type Line } from '../e2e/setup/line.ts'
import { startServerProcess, type ServerProcess } from '../e2e/setup/server-process.ts'
import { organizationId, signInPatients } from '../e2e/setup/sessions.ts'
import { handIn, inTurn, openVisitors, post, untilReceived, whatIsKept, writeQuestions, type Door, type Written } from '../e2e/setup/traffic.ts' // prettier-ignore
import { addAgents, type BenchAgent } from './agents.ts'
import { heading, percentile, round, table, verdict } from './report.ts'
import { sizes } from './sizes.ts'

/**
 * `in` and `out`: messages; `kill` and `database`: seconds between two ends of a process and of the database. `kills`: so many ends of a process at
 * least, with more messages until they are over. `silent`: so many answers are taken by the outside server, which then says nothing.
 */
const size = sizes({ in: 10_000, out: 5_000, kill: 3, database: 30, kills: 0, silent: 0 })
/** Messages in and out at a time, while more ends of a process are wanted. */
const MORE = { in: 200, out: 50 }
/** The outside server says nothing for so long, and then the line is gone. */
const SILENT_MS = 4_000
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
/** For one message, however many ends there are; and for what is under way at the end. */
const RECEIVED_MAX_MS = 1_800_000
const SETTLED_MAX_MS = 900_000
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
  const env = {
    DATABASE_URL: urlOf(postgres.connections.app, toDatabase),
    DATABASE_OWNER_URL: urlOf(postgres.connections.owner, toDatabase),
    SMTP_OUT_URL: `smtp://localhost:${toOutside.port}`,
  }
  const places: Place[] = []
  try {
    for (let n = 0; n < 2; n++) places.push(await openPlace(join(folder, 'data'), env))
    await setUp(db)
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
    const faults = beginFaults({ places, postgres, db, cuttable: [toDatabase, toOutside] })
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
        `Answers: ${left.handedOver} handed over, ${left.unknown} before a person\n` +
        `Jobs of ended processes: ${had.resumed.length} taken up again, the last after ${round(Math.max(0, ...had.resumed))} s\n\n`,
    )
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
      had.open === 0 && had.resumed.every((seconds) => seconds < RESUMED_MAX_SECONDS),
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

const urlOf = ({ user, password = '', database }: PostgresConnection, { port }: Line): string =>
  `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`

/** What this process asks the database by a way of its own, which is not cut. While the database is down it asks again. */
async function asked<Row extends Record<string, unknown>>(
  db: Database,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  for (let tries = 0; ; tries++) {
    try {
      return await db.transaction(systemContext(organizationId, newId(), 'bench'), (tx) => tx.run<Row>(text, values))
    } catch (error) {
      if (tries > 300) throw error
      await sleep(200)
    }
  }
}

/** What rules do with each message has tests of its own, and would make this many times as long; a second to undo is enough. */
async function setUp(db: Database): Promise<void> {
  await asked(db, `update rule_version set state = 'off' where organization_id = $1 and state = 'live' returning rule_id`, [organizationId]) // prettier-ignore
  await asked(db, `update staff_member set undo_seconds = 1 where organization_id = $1 returning id`, [organizationId])
}

/** One process of the product behind lines that can be cut. Ended, it is started again, as an operator's machine does. */
type Place = { server: ServerProcess | undefined; http: Line; smtp: Line; kill(): Promise<void>; end(): Promise<void> }

async function openPlace(dataFolder: string, env: Record<string, string>): Promise<Place> {
  const first = await startServerProcess({ dataFolder, env })
  const { port, smtpPort } = first
  let isOver = false
  const place: Place = {
    server: first,
    http: await openLine({ host: '127.0.0.1', port }),
    smtp: await openLine({ host: '127.0.0.1', port: smtpPort }),
    async kill() {
      const killed = place.server
      place.server = undefined
      await killed?.kill()
      void startAgain()
    },
    async end() {
      isOver = true
      await place.server?.stop()
      for (const line of [place.http, place.smtp]) line.close()
    },
  }
  // It may find no database.
  const startAgain = async (): Promise<void> => {
    while (!isOver && !place.server) {
      const server = await startServerProcess({ dataFolder, port, smtpPort, env }).catch(() => sleep(500, undefined))
      if (isOver) await server?.stop()
      else place.server = server
    }
  }
  return place
}

function doorOf(place: Place | undefined): Door {
  if (!place) throw new Error('there is no process')
  return { url: `http://localhost:${place.http.port}`, smtpPort: place.smtp.port }
}

type Answer = { id: string; text: string; to: Written }
type Ran = { ms: number[]; seconds: number }

/** Answers to mails: some get two. */
function writeAnswers(written: readonly Written[], count: number): Answer[] {
  const mails = written.filter(({ channel }) => channel === 'mail')
  return Array.from({ length: count }, (_, n) => {
    const to = mails[n % mails.length]
    if (!to) throw new Error('there is no mail to answer')
    return { id: newId(), text: `Answer ${n}: you may, at noon. ${randomUUID()}`, to }
  })
}

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

async function sendAnswer(db: Database, door: Door, cookie: string, { id, text, to }: Answer): Promise<boolean> {
  const [conversation] = await asked<{ id: string; lastSeq: number }>(
    db,
    `select c.id, c.last_seq as "lastSeq" from message m join conversation c on c.organization_id = $1 and c.id = m.conversation_id
      where m.organization_id = $1 and m.external_id = $2`,
    [organizationId, to.id],
  )
  // The question has not come yet.
  if (!conversation) return false
  const body = { messageId: id, mode: 'reply', text, seenSeq: conversation.lastSeq }
  const answer = await post(door, `/conversations/${conversation.id}/messages`, body, { cookie })
  if (!answer.ok) return false
  const { questions } = (await answer.json()) as { questions: string[] }
  if (questions.length > 0) throw new Error(`an answer was questioned: ${questions.join(' ')}`)
  return true
}

type Outside = { arrived: readonly string[]; silent: ReadonlySet<string> }

/** A mail server of somebody else: what it has taken has arrived, also the first `silent` answers, of which it never says so. */
async function openOutside(most: number) {
  const arrived: string[] = []
  const silent = new Set<string>()
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, accepted) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(chunks)).then(
          ({ text = '' }) => {
            arrived.push(text)
            const answer = answerIn(text)
            if (answer === undefined || silent.size >= most) return accepted()
            silent.add(answer)
            const lines = server.connections as Set<{ id: string; close(): void }>
            const line = [...lines].find(({ id }) => id === session.id)
            setTimeout(() => line?.close(), SILENT_MS)
          },
          (error: unknown) => accepted(error as Error),
        )
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as { port: number }
  return { port, arrived, silent, close: () => server.close(() => undefined) }
}

type Faults = { seconds: number; kills: number; databaseKills: number; cuts: number; resumed: number[]; open: number }

function beginFaults({
  places,
  postgres,
  db,
  cuttable,
}: {
  places: readonly Place[]
  postgres: EmbeddedPostgres
  db: Database
  cuttable: readonly Line[]
}): { kills(): number; end(): Promise<Faults> } {
  const began = performance.now()
  const had: Faults = { seconds: 0, kills: 0, databaseKills: 0, cuts: 0, resumed: [], open: 0 }
  const over = new AbortController()
  const orphans = new Map<string, { startedOn: string; since: number }>()
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
    await place.kill()
    had.kills += 1
    const since = Date.now()
    for (const { id, startedOn } of await asked<Active>(db, ACTIVE, []))
      if (!orphans.has(id)) orphans.set(id, { startedOn, since })
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
  // Those of the living are done soon; those of the dead wait to be missed.
  const look = async (): Promise<void> => {
    const rows = await asked<Active & { isOpen: boolean }>(db, TAKEN, [[...orphans.keys()]])
    for (const [id, { startedOn, since }] of orphans) {
      const row = rows.find((one) => one.id === id)
      if (row?.isOpen && row.startedOn === startedOn) continue
      orphans.delete(id)
      had.resumed.push((Date.now() - since) / 1000)
    }
  }
  const running = Promise.all([
    every(size.kill, killProcess),
    every(size.database, killDatabase),
    every(CUT_MS / 1000, cutOne),
    every(1, look),
  ])
  return {
    kills: () => had.kills,
    async end() {
      over.abort()
      had.seconds = (performance.now() - began) / 1000
      await running
      for (const end = Date.now() + RESUMED_MAX_SECONDS * 1000; Date.now() < end && orphans.size > 0; await sleep(500))
        await look()
      had.open = orphans.size
      return had
    },
  }
}

type Active = { id: string; startedOn: string }
const ACTIVE = `select id, started_on::text as "startedOn" from jobs.job where state = 'active'`
const TAKEN = `
  select id, started_on::text as "startedOn", state in ('active', 'retry') as "isOpen" from jobs.job where id = any ($1::uuid[])`

/** Nothing is on its way any more: known refusals are tried again for a while. */
async function settled(db: Database, answers: readonly Answer[]): Promise<void> {
  const ids = answers.map(({ id }) => id)
  for (const end = Date.now() + SETTLED_MAX_MS; Date.now() < end; await sleep(1_000)) {
    const [row] = await asked<{ n: number }>(
      db,
      `select count(*)::int as n from delivery
        where organization_id = $1 and message_id = any ($2::uuid[]) and state in ('held', 'queued', 'sending')`,
      [organizationId, ids],
    )
    if (row?.n === 0) return
  }
}

const answerIn = (text: string): string | undefined => /Answer \d+: you may, at noon\. [0-9a-f-]{36}/.exec(text)?.[0]

/** Handed over must have arrived; `unknown` may have. Everything else that was taken is lost. */
async function whatLeft(db: Database, answers: readonly Answer[], { arrived, silent }: Outside) {
  const rows = await asked<{ id: string; state: string; cause: string | null }>(
    db,
    `select message_id as id, state, cause from delivery where organization_id = $1 and message_id = any ($2::uuid[])`,
    [organizationId, answers.map(({ id }) => id)],
  )
  const stateOf = new Map(rows.map((row) => [row.id, row]))
  const times = new Map<string, number>()
  for (const text of arrived) {
    const key = answerIn(text)
    if (key) times.set(key, (times.get(key) ?? 0) + 1)
  }
  const count = (state: string) => answers.filter(({ id }) => stateOf.get(id)?.state === state).length
  const untold = answers.filter(({ text }) => silent.has(text))
  return {
    silent: untold.length,
    silentElsewhere: untold.filter(({ id }) => stateOf.get(id)?.state !== 'unknown').length,
    handedOver: count('handed_over'),
    unknown: count('unknown'),
    doubled: answers.filter(({ text }) => (times.get(text) ?? 0) > 1).length,
    lost: answers.flatMap(({ id, text }) => {
      const delivery = stateOf.get(id)
      if (delivery?.state === 'unknown') return []
      if (delivery?.state === 'handed_over' && times.has(text)) return []
      return [`${delivery?.state ?? 'no delivery'} ${delivery?.cause ?? ''}`.trim()]
    }),
  }
}

await measure()
