/**
 * What has its moment, and how long after it everybody knows (desk.md section 6): `npm run bench -- moments`. Two server processes share one
 * database; a conversation is given out, wakes from a snooze, is overdue.
 *
 * Arrival: from the first byte of the patient's request until the socket of the one it is offered to says so. Snooze and breach: from the instant
 * that was promised until a socket says so, hence after the commit. Beside it the bare way on the same machine: a timer of this process that adds
 * one row at its moment, with a NOTIFY in the same transaction, until another connection hears it. Limits, p95: 1 s, 2 s, 2 s.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { DEFAULT_POLICY } from '#engines/routing/policy.ts'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import { startServerProcess } from '../e2e/setup/server-process.ts'
import { organizationId, signInPatients, signInStaff } from '../e2e/setup/sessions.ts'
import { inTurn, post } from '../e2e/setup/traffic.ts'
import { addAgents, type BenchAgent } from './agents.ts'
import { refreshPlans, startProduct, type Product } from './product.ts'
import { heading, percentile, round, table, verdict } from './report.ts'
import { sizes } from './sizes.ts'
import { heardIn, openSocket } from './sockets.ts'

/** `conversations` of each kind, over so many `seconds`. */
const { conversations: EACH, seconds: SECONDS } = sizes({ conversations: 300, seconds: 40 })
const AGENTS = 40
const ASSIGNED_MAX_MS = 1_000
const MOMENT_MAX_MS = 2_000
/** After this nobody waits any longer: it was never told. */
const LATE_MS = 20_000
/** The least a policy may promise, in minutes. */
const TARGET_MIN = 1
/** Longer than a process goes on with the policies it has read. */
const POLICIES_KNOWN_MS = 12_000

/** What people ask of everybody but nurses. */
const QUESTIONS = [
  'May I move my appointment from Tuesday to a morning next week?',
  'When are you open on Saturday?',
  'Can you tell me where I can park when I come to the clinic?',
  'Is the entrance at the back open in the evening?',
  'I got a bill for 45 dollars and do not understand what it is for.',
]

type Door = { url: string; port: number }
/** When each agent heard an event of a conversation first: `event conversation` by agent. */
type Ears = Map<string, Map<string, number>>

async function measure(): Promise<void> {
  const product = await startProduct()
  const second = await startServerProcess({ dataFolder: product.dataFolder, env: { NODE_ENV: 'development' } })
  const doors: Door[] = [product, second]
  try {
    heading(`What has its moment: ${EACH} conversations of each kind, two server processes`)
    const patients = await signInPatients(product.db, EACH)
    const agents = await addAgents(product.db, AGENTS)
    const [administrator = ''] = await signInStaff(product.db, 'administrator')
    await giveOutWork(product, administrator)
    const ears: Ears = new Map()
    for (const [n, agent] of agents.entries()) await listen(doors[n % doors.length] ?? product, agent, ears)
    await areHereForLong(product)
    await withoutShifts(product)
    await refreshPlans(product)

    const came = await arrive(doors, patients)
    await sleep(2_000)
    const assigned = await fromArrival(product, came, ears)
    const woken = await fromSnooze(product, doors, agents, [...came.keys()], ears)
    await promise(product, administrator)
    const asked = await arrive(doors, patients)
    const breached = await fromBreach(product, [...asked.keys()], ears)
    const bare = await bareWay(product)

    const row = (what: string, { ms }: Waited) => [
      what,
      ...[0.5, 0.95, 0.99].map((share) => round(percentile(ms, share), 0)),
      round(percentile(ms, 0.5) / percentile(bare.ms, 0.5), 1),
    ]
    table(
      ['from', 'p50 ms', 'p95 ms', 'p99 ms', 'times the bare way'],
      [
        row('arrival to offered, on the screen of the agent', assigned),
        row('end of a snooze to the screen', woken),
        row('deadline to the screen', breached),
        row('bare timer, row and NOTIFY', bare),
      ],
    )
    process.stdout.write('\n')
    said('arrival to assigned', assigned, ASSIGNED_MAX_MS)
    said('a snooze ends', woken, MOMENT_MAX_MS)
    said('a deadline passes', breached, MOMENT_MAX_MS)
  } finally {
    await second.stop()
    await product.stop()
  }
}

type Waited = { ms: number[]; missing: number }

function said(what: string, { ms, missing }: Waited, limitMs: number): void {
  verdict(`${what}: all ${ms.length + missing} told`, missing === 0 && ms.length > 0)
  verdict(`${what}: p95 under ${limitMs} ms`, percentile(ms, 0.95) < limitMs)
}

async function giveOutWork({ url, db }: Product, cookie: string): Promise<void> {
  const [newest] = await inOrganization<{ version: number }>(
    db,
    'select coalesce(max(version), 0) as version from routing_policy where organization_id = $1',
    [],
  )
  const settings = { version: newest?.version ?? 0, isAutomatic: true, policy: DEFAULT_POLICY, queueSkills: {} }
  await taken(post({ url }, '/workload/settings', settings, { cookie }))
}

async function listen(door: Door, { id, cookie }: BenchAgent, ears: Ears): Promise<void> {
  const heard = new Map<string, number>()
  ears.set(id, heard)
  await openSocket(door, cookie, {
    hear(said, at) {
      const frame = heardIn(said)
      if (frame?.type !== 'changed') return
      for (const { id: conversationId, event } of frame.ids) {
        const key = `${event} ${conversationId}`
        if (!heard.has(key)) heard.set(key, at)
      }
    },
  })
}

/** Who has just come gets little at first (desk-D32): these have been here for a while. */
const areHereForLong = ({ db }: Product) =>
  inOrganization(
    db,
    `update availability set returned_at = returned_at - interval '1 hour' where organization_id = $1 returning staff_id`,
    [],
  )

/** The demonstration plans shifts, and who has none now is given nothing: without any, presence decides (desk-D31). */
const withoutShifts = ({ db }: Product) =>
  inOrganization(db, `delete from shift where organization_id = $1 returning staff_id`, [])

/** One question after the other, evenly over the time, at the doors in turn. @returns when each left, by its conversation. */
async function arrive(doors: readonly Door[], patients: readonly string[]): Promise<Map<string, number>> {
  const came = new Map<string, number>()
  const began = Date.now()
  const sent = Array.from({ length: EACH }, async (_, n) => {
    await sleep(Math.max(0, began + (n * SECONDS * 1000) / EACH - Date.now()))
    const door = doors[n % doors.length] as Door
    const body = { messageId: newId(), subject: `Matter ${n}`, text: QUESTIONS[n % QUESTIONS.length] }
    const at = Date.now()
    const answer = await taken(post(door, '/my/messages', body, { cookie: patients[n % patients.length] ?? '' }))
    came.set(((await answer.json()) as { conversationId: string }).conversationId, at)
  })
  await Promise.all(sent)
  return came
}

async function fromArrival({ db }: Product, came: ReadonlyMap<string, number>, ears: Ears): Promise<Waited> {
  const offers = await inOrganization<{ conversationId: string; staffId: string }>(
    db,
    `select distinct on (conversation_id) conversation_id as "conversationId", staff_id as "staffId"
       from routing_offer where organization_id = $1 and conversation_id = any ($2::uuid[]) order by conversation_id, offered_at`,
    [[...came.keys()]],
  )
  return waited(came, (conversationId) => {
    const offer = offers.find((one) => one.conversationId === conversationId)
    return offer && ears.get(offer.staffId)?.get(`conversation.offered ${conversationId}`)
  })
}

/** They are put to sleep by those who may, and end evenly over the time. */
async function fromSnooze(
  { db }: Product,
  doors: readonly Door[],
  agents: readonly BenchAgent[],
  conversationIds: readonly string[],
  ears: Ears,
): Promise<Waited> {
  const versions = await inOrganization<{ id: string; version: number }>(
    db,
    `select id, version from conversation where organization_id = $1 and id = any ($2::uuid[])`,
    [conversationIds],
  )
  const until = new Map<string, number>()
  const from = Date.now() + 10_000 + EACH * 40
  await inTurn([...versions.entries()], 4, async ([n, { id, version }]) => {
    const at = from + (n * SECONDS * 1000) / EACH
    const to = { state: 'snoozed', until: new Date(at).toISOString() }
    const { cookie } = agents[n % agents.length] as BenchAgent
    await putToSleep(doors[n % doors.length] as Door, cookie, { id, version, to })
    until.set(id, at)
  })
  if (Date.now() > from) throw new Error('the machine was too slow to put all to sleep before the first awoke')
  await sleep(from + SECONDS * 1000 - Date.now())
  return untilTold(until, 'conversation.woke', ears)
}

/** With the version it has by now: meanwhile it may have been held out to somebody. */
async function putToSleep(
  door: Door,
  cookie: string,
  { id, version, to }: { id: string; version: number; to: object },
): Promise<void> {
  const answer = await post(door, `/conversations/${id}/state`, { version, to }, { cookie })
  if (answer.status !== 409) return void (await taken(Promise.resolve(answer)))
  const { data } = (await answer.json()) as { data: { detail: { version: number } } }
  return putToSleep(door, cookie, { id, version: data.detail.version, to })
}

/** From now on everybody is promised an answer within a minute, at any hour. */
async function promise({ url, db }: Product, cookie: string): Promise<void> {
  const answer = await fetch(`${url}/api/service-policies`, { headers: { cookie, origin: url } })
  const { publication } = (await answer.json()) as { publication: number }
  const minutes = { routine: TARGET_MIN, urgent: TARGET_MIN, asap: TARGET_MIN, stat: TARGET_MIN }
  const policy = {
    name: 'Within a minute',
    conditions: {},
    targets: { 'first-response': minutes },
    pausesOn: [],
    isAroundTheClock: true,
    assistantAnswers: false,
  }
  await taken(post({ url }, '/service-policies', { publication, policies: [policy] }, { cookie }))
  await sleep(POLICIES_KNOWN_MS)
  // What began before is counted anew, and much of it is overdue at once: that is another work than the one measured here.
  for (;;) {
    const [row] = await inOrganization<{ due: number }>(
      db,
      `select count(*)::int as due from conversation where organization_id = $1 and look_at <= now()`,
      [],
    )
    if (row?.due === 0) return
    await sleep(500)
  }
}

async function fromBreach({ db }: Product, conversationIds: readonly string[], ears: Ears): Promise<Waited> {
  const rows = await inOrganization<{ id: string; dueAt: Date }>(
    db,
    `select id, due_at as "dueAt" from conversation where organization_id = $1 and id = any ($2::uuid[]) and due_at is not null`,
    [conversationIds],
  )
  if (rows.length !== conversationIds.length) throw new Error(`only ${rows.length} conversations have a deadline`)
  const due = new Map(rows.map(({ id, dueAt }) => [id, dueAt.getTime()]))
  await sleep(Math.max(...due.values()) - Date.now())
  return untilTold(due, 'clock.breached', ears)
}

/** Waits until the last is told or is late. */
async function untilTold(moments: ReadonlyMap<string, number>, event: string, ears: Ears): Promise<Waited> {
  const first = (id: string) => {
    const all = [...ears.values()].flatMap((heard) => heard.get(`${event} ${id}`) ?? [])
    return all.length > 0 ? Math.min(...all) : undefined
  }
  for (const end = Date.now() + LATE_MS; Date.now() < end; await sleep(250)) {
    if (waited(moments, first).missing === 0) break
  }
  return waited(moments, first)
}

function waited(moments: ReadonlyMap<string, number>, heardAt: (id: string) => number | undefined): Waited {
  const ms = [...moments].flatMap(([id, moment]) => {
    const at = heardAt(id)
    return at === undefined ? [] : [at - moment]
  })
  return { ms, missing: moments.size - ms.length }
}

/** As many moments in as much time, with nothing but a timer and the database. */
async function bareWay({ connections }: Product): Promise<Waited> {
  const [writer, reader] = [new pg.Client(connections.admin), new pg.Client(connections.admin)]
  await Promise.all([writer.connect(), reader.connect()])
  await writer.query('create table bench_moment (id int primary key, at timestamptz not null)')
  const moments = new Map<string, number>()
  const heard = new Map<string, number>()
  reader.on('notification', ({ payload = '' }) => heard.set(payload, Date.now()))
  await reader.query('listen bench_moment')
  const from = Date.now() + 100
  await Promise.all(
    Array.from({ length: EACH }, async (_, n) => {
      const at = from + (n * SECONDS * 250) / EACH
      moments.set(String(n), at)
      await sleep(at - Date.now())
      await writer.query(
        `with added as (insert into bench_moment (id, at) values (${n}, now()) returning id) select pg_notify('bench_moment', id::text) from added`,
      )
    }),
  )
  await sleep(200)
  await Promise.all([writer.end(), reader.end()])
  return waited(moments, (id) => heard.get(id))
}

async function taken(call: Promise<Response>): Promise<Response> {
  const answer = await call
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${await answer.text()}`)
  return answer
}

const inOrganization = <Row extends pg.QueryResultRow>(
  db: Product['db'],
  text: string,
  values: readonly unknown[],
): Promise<Row[]> =>
  db.transaction(systemContext(organizationId, newId(), 'bench'), (tx) =>
    tx.run<Row>(text, [organizationId, ...values]),
  )

await measure()
