/**
 * A report of twelve months, and the time before, over a million conversations, and the lists behind its numbers, over HTTP as a supervisor's
 * screen asks for them: `npm run bench -- year-report`, smaller with `--conversations 50000`. Limits: the report under 2 s (desk.md section
 * 6), a list under 2 s, p95 each.
 *
 * The conversations are begun over two years and counted by the product's own rules from courses that are made up here; they have no
 * messages, which neither reads. Beside them the bare way: one statement that counts conversations by channel and week, nothing else.
 */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { writeFigure, type Figure } from '#engines/figure/figure.ts'
import { WAITED_FOR, type Course, type Step } from '#engines/report/course.ts'
import { keepCourses, sitesOf, type KeptMark, type Place, type Site } from '#server/modules/report/count-store.ts'
import { saveDays } from '#server/modules/report/count-conversations.ts'
import { countedOf, openChanges } from '#server/modules/report/counted.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { seededRandom, type Random } from '../demo/random.ts'
import { organizationId, signInStaff } from '../e2e/setup/sessions.ts'
import { load } from './http-load.ts'
import { refreshPlans, startProduct, type Product } from './product.ts'
import { heading, percentile, round, table, verdict } from './report.ts'
import { sizes } from './sizes.ts'

const { conversations: CONVERSATIONS, calls: CALLS } = sizes({ conversations: 1_000_000, calls: 20 })
const WARM_CALLS = 3
const REPORT_MAX_MS = 2_000
const LIST_MAX_MS = 2_000

const MINUTE = 60_000
const DAY = 86_400_000
const DAYS = 365
/** Conversations of one transaction: few at first, since the database plans by what it knew before them. */
const BATCH_MIN = 500
const BATCH_MAX = 2_000

async function measure(): Promise<void> {
  const product = await startProduct()
  try {
    heading(`A report of twelve months over ${CONVERSATIONS} conversations`)
    const [cookie = ''] = await signInStaff(product.db, 'supervisor')
    const now = Date.now()
    const days = { from: dateOf(now - DAYS * DAY), to: dateOf(now - DAY) }
    const first = await countedAnew(product, cookie, days)
    process.stdout.write(
      `the demonstration, read and counted anew: ${round(first.perSecond, 0)} conversations a second\n`,
    )
    const began = performance.now()
    await fill(product, now)
    await refreshPlans(product)
    process.stdout.write(`filled in ${round((performance.now() - began) / 1000, 0)} s\n\n`)

    const report = await read(product, cookie, days)
    const numberOf = (measure: string, row: string, column: string, when: 'period' | 'before' = 'period') => {
      const cell = report.measures
        .find((one) => one.measure === measure)
        ?.rows.find(({ key }) => key === row)
        ?.cells.find((one) => one.column === column)
      const figure: Figure = { name: 'report', measure, row, column, ...report[when] }
      return { figure, count: (when === 'period' ? cell?.count : cell?.before.count) ?? 0 }
    }
    const lists = [
      ['begun', numberOf('volume', 'all', 'begun')],
      ['begun, the year before', numberOf('volume', 'all', 'begun', 'before')],
      ['answered by a person', numberOf('load', 'all', 'answered')],
      ['refused by the budget', numberOf('refusals', 'BUDGET_SPENT', 'automatic')],
      ['open at the end', numberOf('backlog', 'all', 'open')],
      ['open at the end of the year before', numberOf('backlog', 'all', 'open', 'before')],
    ] as const
    const [queue] = (await ask<{ queues: { id: string }[] }>(product, cookie, '/api/organization')).queues
    const reportOf = (more: Record<string, string>) =>
      `/api/reports?${new URLSearchParams({ ...days, ...more }).toString()}`
    const pages = [
      { name: 'report, all', path: reportOf({}), max: REPORT_MAX_MS },
      { name: 'report, by mail', path: reportOf({ channel: 'email' }), max: REPORT_MAX_MS },
      { name: 'report, one queue', path: reportOf({ queueId: queue?.id ?? '' }), max: REPORT_MAX_MS },
      ...lists.map(([name, { figure, count }]) => ({
        name: `list: ${name} (${count})`,
        path: `/api/figures/conversations?${new URLSearchParams({ figure: writeFigure(figure) }).toString()}`,
        max: LIST_MAX_MS,
      })),
    ]
    const bare = await bareWay(product, report.before.from, report.period.to)
    const measured = []
    for (const page of pages) measured.push({ ...page, ms: await timed(product, cookie, page.path) })
    table(
      ['what', 'p50 ms', 'p95 ms', 'times the bare way'],
      [
        ...measured.map(({ name, ms }) => [
          name,
          round(percentile(ms, 0.5), 0),
          round(percentile(ms, 0.95), 0),
          round(percentile(ms, 0.5) / percentile(bare.ms, 0.5), 1),
        ]),
        ['bare: conversations by channel and week', round(percentile(bare.ms, 0.5), 0), round(percentile(bare.ms, 0.95), 0), '1.0'], // prettier-ignore
      ],
    )
    process.stdout.write(
      `\nkept for reports: ${round(await bytesKept(product), 0)} bytes a conversation, indexes included\n`,
    )
    const begun = numberOf('volume', 'all', 'begun').count + numberOf('volume', 'all', 'begun', 'before').count
    verdict(`the report counts the ${bare.conversations} conversations that began in its two years`, begun === bare.conversations) // prettier-ignore
    for (const { name, ms, max } of measured) verdict(`${name}: p95 under ${max} ms`, percentile(ms, 0.95) < max)
  } finally {
    await product.stop()
  }
}

const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

type Report = {
  period: { from: string; to: string }
  before: { from: string; to: string }
  counting: { done: number; total: number } | null
  measures: {
    measure: string
    rows: { key: string; cells: { column: string; count: number; before: { count: number } }[] }[]
  }[]
}

async function ask<Answer>({ url }: Product, cookie: string, path: string): Promise<Answer> {
  const answer = await fetch(`${url}${path}`, { headers: { cookie } })
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return (await answer.json()) as Answer
}

const read = (product: Product, cookie: string, days: { from: string; to: string }) =>
  ask<Report>(product, cookie, `/api/reports?${new URLSearchParams(days).toString()}`)

/** Asks until everything is counted. */
async function countedAnew(product: Product, cookie: string, days: { from: string; to: string }) {
  const began = performance.now()
  for (;;) {
    const { counting } = await read(product, cookie, days)
    if (!counting) break
    await sleep(50)
  }
  const seconds = (performance.now() - began) / 1000
  const [row] = await inOrganization(product, (tx) =>
    tx.run<{ n: number }>('select count(*)::int as n from report_course where organization_id = $1', [organizationId]),
  )
  return { perSecond: (row?.n ?? 0) / seconds }
}

const inOrganization = <T>({ db }: Product, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  db.transaction(systemContext(organizationId, newId(), 'bench'), work)

async function timed(product: Product, cookie: string, path: string): Promise<number[]> {
  const call = () => ({ method: 'GET' as const, path, cookie })
  await load(product, { connections: 1, seconds: 60, callsMax: WARM_CALLS }, call)
  const { ms, failed } = await load(product, { connections: 1, seconds: 120, callsMax: CALLS }, call)
  if (failed > 0) throw new Error(`${path}: ${failed} calls failed`)
  return ms
}

const BARE = `
  select channel, date_trunc('week', first_message_at) as week, count(*)::int as n from conversation
   where organization_id = $1 and first_message_at >= $2 and first_message_at < $3 and state not in ('merged', 'spam') and labels = '{}' group by 1, 2`

async function bareWay(product: Product, from: string, to: string): Promise<{ ms: number[]; conversations: number }> {
  const ms: number[] = []
  let conversations = 0
  for (let n = 0; n < CALLS; n++) {
    const began = performance.now()
    const rows = await inOrganization(product, (tx) => tx.run<{ n: number }>(BARE, [organizationId, from, to]))
    ms.push(performance.now() - began)
    conversations = rows.reduce((sum, row) => sum + row.n, 0)
  }
  return { ms, conversations }
}

async function bytesKept(product: Product): Promise<number> {
  const [row] = await inOrganization(product, (tx) =>
    tx.run<{ bytes: number }>(
      `select sum(pg_total_relation_size(t))::float / $1 as bytes from unnest(array['report_course', 'report_mark', 'report_sum']::regclass[]) t`,
      [CONVERSATIONS],
    ),
  )
  return row?.bytes ?? Number.NaN
}

type World = { sites: Site[]; queueIds: string[]; staffIds: string[]; edition: number }

async function fill(product: Product, now: number): Promise<void> {
  const world = await inOrganization(product, async (tx): Promise<World> => {
    const ids = async (table: 'queue' | 'staff_member') =>
      (await tx.run<{ id: string }>(`select id from ${table} where organization_id = $1 order by id`, [organizationId])).map(({ id }) => id) // prettier-ignore
    const [state] = await tx.run<{ edition: number }>('select edition from report_state where organization_id = $1', [organizationId]) // prettier-ignore
    return { sites: await sitesOf(tx), queueIds: await ids('queue'), staffIds: await ids('staff_member'), edition: state?.edition ?? 0 } // prettier-ignore
  })
  const folder = await mkdtemp(join(tmpdir(), 'bedside-marks-'))
  await chmod(folder, 0o755)
  const admin = new pg.Client(product.connections.admin)
  // The database stops before this line ends where the measurement fails; that failure is the one to be told.
  admin.on('error', () => undefined)
  await admin.connect()
  const dice = seededRandom('bench/year-report')
  const start = now - 2 * DAYS * DAY
  let planned = 0
  for (let first = 0; first < CONVERSATIONS;) {
    const size = Math.min(BATCH_MAX, Math.max(BATCH_MIN, first), CONVERSATIONS - first)
    const made = Array.from({ length: size }, (_, n) =>
      aCourse(dice, world, start + ((now - 2 * 60 * MINUTE - start) * (first + n)) / CONVERSATIONS, now),
    )
    const marks = await inOrganization(product, (tx) => keep(tx, world, made, first, now))
    await copyMarks(admin, folder, marks)
    first += size
    if (first < 2 * planned) continue
    await refreshPlans(product)
    planned = first
  }
  await admin.end()
  await rm(folder, { recursive: true })
}

/** Many millions of rows: as a file that the database reads itself. */
async function copyMarks(admin: pg.Client, folder: string, marks: readonly KeptMark[]): Promise<void> {
  const file = join(folder, 'marks.txt')
  const lines = marks.map(
    ({ conversationId, measure, column, row, at, waitsMin }) =>
    [organizationId, measure, column, row, new Date(at).toISOString(), conversationId, waitsMin ? `{${waitsMin.join(',')}}` : '\\N'].join('\t'), // prettier-ignore
  )
  await writeFile(file, `${lines.join('\n')}\n`)
  await admin.query(
    `copy report_mark (organization_id, measure, column_key, row_key, at, conversation_id, waits_min) from '${file}'`,
  )
}

type Made = { id: string; place: Place; course: Course }

async function keep(
  tx: Transaction,
  { sites, edition }: World,
  made: readonly Made[],
  first: number,
  now: number,
): Promise<KeptMark[]> {
  const rows = made.map(({ id, place, course }, n) => {
    const last = course.steps.at(-1)?.at ?? course.at
    const isOver = course.steps.some((step) => step.does === 'state' && step.to === 'resolved')
    const at = { firstAt: new Date(course.at), lastAt: new Date(last), resolvedAt: isOver ? new Date(last) : null }
    return { id, ...place, ...at, number: `R${(first + n).toString(16).padStart(9, '0').toUpperCase()}`, state: isOver ? 'closed' : 'open' } // prettier-ignore
  })
  await tx.run(CONVERSATION, [organizationId, JSON.stringify(rows)])
  const changes = openChanges(sites)
  const counted = made.map(({ id, place, course }) => {
    const one = countedOf(id, place, course, { edition, now })
    changes.add(place, one.marks, 1)
    return one
  })
  await keepCourses(tx, counted.map(({ course }) => course), [], new Date(now)) // prettier-ignore
  await saveDays(tx, changes.close())
  return counted.flatMap(({ kept }) => kept)
}

const CONVERSATION = `
  insert into conversation (organization_id, id, number, state, queue_id, site_id, labels, channel, last_message_at, first_message_at, resolved_at)
  select $1, x.id, x.number, x.state, x."queueId", x."siteId", x.labels, x.channel, x."lastAt", x."firstAt", x."resolvedAt"
    from jsonb_to_recordset($2::jsonb) as x (id uuid, number text, state text, "queueId" uuid, "siteId" uuid, labels text[], channel text,
      "lastAt" timestamptz, "firstAt" timestamptz, "resolvedAt" timestamptz)`

const CHANNELS = ['email', 'email', 'email', 'sms', 'sms', 'portal-chat', 'widget', 'voice'] as const

/** Asked, answered a few times, resolved in nineteen of twenty. Nothing of it lies ahead, and no clock of it runs. */
function aCourse(dice: Random, { sites, queueIds, staffIds }: World, begun: number, now: number): Made {
  const at = Math.round(begun)
  const channel = dice.pick(CHANNELS)
  const queueId = dice.pick(queueIds)
  const place = { siteId: dice.pick(sites).id, queueId, channel, labels: dice.chance(0.01) ? ['PSY'] : [] }
  const steps: Step[] = []
  const clocks: Course['clocks'][number][] = []
  const waits: Course['waits'][number][] = []
  let moment = at
  const later = (least: number, most: number): number => (moment += Math.round(least * MINUTE * (most / least) ** dice.next())) // prettier-ignore
  const rounds = dice.between(1, 7)
  for (let n = 0; n < rounds; n++) {
    const askedAt = n === 0 ? at : later(20, 4_000)
    steps.push({ at: askedAt, does: 'contact', channel })
    if (n === 0 && dice.chance(0.5))
      steps.push({ at: askedAt + MINUTE, does: 'answer', by: 'automatic', staffId: null, channel })
    const answeredAt = later(3, 1_500)
    if (dice.chance(0.2)) waits.push({ on: dice.pick(WAITED_FOR), from: askedAt, workedMin: Math.round((answeredAt - askedAt) / (2 * MINUTE)) }) // prettier-ignore
    steps.push({ at: answeredAt, does: 'answer', by: 'person', staffId: dice.pick(staffIds), channel })
    steps.push({ at: answeredAt, does: 'delivery', channel, outcome: dice.chance(0.98) ? 'arrived' : 'failed' })
    const breachedAt = dice.chance(0.1) ? answeredAt : null
    clocks.push({ kind: n === 0 ? 'first-response' : 'next-response', startedAt: askedAt, state: 'met', dueAt: null, breachedAt }) // prettier-ignore
  }
  if (dice.chance(0.1)) steps.push({ at: later(1, 60), does: 'transfer', to: dice.pick(['person', 'queue']) })
  if (dice.chance(0.002)) steps.push({ at: later(1, 60), does: 'refused', by: 'automatic', reason: 'BUDGET_SPENT' })
  if (dice.chance(0.95)) steps.push({ at: later(10, 3_000), does: 'state', to: 'resolved' })
  const past = steps.filter((step) => step.at <= now - 60 * MINUTE)
  return { id: newId(at), place, course: { channel, queueId, at, begunAt: at, steps: past, clocks, waits } }
}

await measure()
