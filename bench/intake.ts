/**
 * Message intake end to end (HTTP in -> stored, understood, routed, journalled, notified) beside plain PostgreSQL that inserts the
 * same rows, one transaction a message, on the same server: `npm run bench -- intake`.
 *
 * Each message is a new matter of a signed-in patient: the dearest case, since it also opens a conversation. The plain side copies
 * stored rows under new ids into tables of the same shape (same indexes, no row security), as many of each table as the messages of the
 * measurement write on average, all inserts of a transaction sent at once. The assistant, whose answers are messages too, is off
 * meanwhile. Limits: at least 35 % of it; at 8 connections 700 a second, and p95 at most 25 ms (desk.md section 6). `SECONDS=2` for a quick look.
 */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { understand } from '#engines/understanding/understand.ts'
import { newId } from '#server/platform/id.ts'
import { load } from './http-load.ts'
import { organizationId, signInPatients } from '../e2e/setup/sessions.ts'
import { cpuOf, refreshPlans, seededText, startProduct, type Cpu, type Product } from './product.ts'
import { heading, percentile, round, table, verdict } from './report.ts'

const SECONDS = Number(process.env.SECONDS ?? 10)
const WARM_SECONDS = 12
const CONNECTIONS = [1, 8, 32]
const RATIO_MIN = 0.35
const STATISTICS_WITHIN_MS = 12_000
const PER_SECOND_MIN = 700
const P95_MAX_MS = 25
/** Messages whose rows are counted, to know what one writes. Fewer rows a message than this are of something else. */
const PROBED = 100
const ROWS_MIN = 0.05

async function measure(): Promise<void> {
  const product = await startProduct()
  try {
    heading('Message intake')
    const cookies = await signInPatients(product.db, 300)
    await withoutAssistant(product)
    await refreshPlans(product)
    const post = (n: number) => ({
      method: 'POST' as const,
      path: '/api/my/messages',
      cookie: cookies[n % cookies.length] ?? '',
      body: { messageId: newId(Date.now()), subject: `Matter ${n}`, text: seededText(n) },
    })
    let n = 0
    await load(product, { connections: 8, seconds: WARM_SECONDS }, () => post(n++))

    const before = await insertedRows(product)
    const probe = await load(product, { connections: 1, seconds: 60, callsMax: PROBED }, () => post(n++))
    if (probe.failed > 0) throw new Error(`${probe.failed} of ${PROBED} messages were not taken`)
    const rowsOfAMessage = rowsBetween(before, await insertedRows(product), probe.ms.length)
    const copies = await prepareCopies(product, rowsOfAMessage)

    const rows: string[][] = []
    const cpu: string[][] = []
    for (const connections of CONNECTIONS) {
      const cpu0 = await cpuOf(product)
      const plain = await plainInserts(product, copies, connections, SECONDS)
      const cpu1 = await cpuOf(product)
      const ours = await load(product, { connections, seconds: SECONDS }, () => post(n++))
      if (ours.failed > 0) throw new Error(`${ours.failed} messages were not taken`)
      const cpu2 = await cpuOf(product)
      cpu.push([
        String(connections),
        ...cpuEach(cpu1, cpu2, ours.ms.length),
        ...cpuEach(cpu0, cpu1, plain.ms.length).slice(1),
      ])
      const ratio = ours.perSecond / plain.perSecond
      rows.push([
        String(connections),
        round(ours.perSecond, 0),
        round(percentile(ours.ms, 0.5)),
        round(percentile(ours.ms, 0.95)),
        round(percentile(ours.ms, 0.99)),
        round(plain.perSecond, 0),
        `${round(ratio * 100, 0)} %`,
      ])
      verdict(`${connections} connections: at least ${RATIO_MIN * 100} % of plain inserts`, ratio >= RATIO_MIN)
      if (connections === 8) {
        verdict(`8 connections: at least ${PER_SECOND_MIN} a second`, ours.perSecond >= PER_SECOND_MIN)
        verdict(`8 connections: p95 at most ${P95_MAX_MS} ms`, percentile(ours.ms, 0.95) <= P95_MAX_MS)
      }
    }
    process.stdout.write(
      `\nRows a message: ${[...rowsOfAMessage].map(([name, count]) => `${name} ${round(count, 2)}`).join(', ')}\n\n`,
    )
    table(['connections', 'messages/s', 'p50 ms', 'p95 ms', 'p99 ms', 'plain inserts/s', 'ratio'], rows)
    process.stdout.write('\nProcessor time of one message, in milliseconds\n\n')
    table(['connections', 'server', 'database', 'load', 'plain: database', 'plain: load'], cpu)
    reportUnderstanding()
  } finally {
    await product.stop()
  }
}

async function withoutAssistant({ connections }: Product): Promise<void> {
  const client = new pg.Client(connections.admin)
  await client.connect()
  await client.query(`update organization set assistant_channels = '{}' where organization_id = $1`, [organizationId])
  await client.end()
}

const cpuEach = (before: Cpu, after: Cpu, messages: number): string[] =>
  [after.server - before.server, after.postgres - before.postgres, after.load - before.load].map((ms) =>
    round(ms / messages, 2),
  )

/** Rows inserted so far, by table. */
async function insertedRows({ connections }: Product): Promise<Map<string, number>> {
  const client = new pg.Client(connections.admin)
  await client.connect()
  // An idle session hands its statistics over within ten seconds.
  await new Promise((resolve) => setTimeout(resolve, STATISTICS_WITHIN_MS))
  const { rows } = await client.query<{ name: string; n: string }>(
    `select coalesce(parent.relname, t.relname) as name, sum(t.n_tup_ins)::text as n
       from pg_stat_user_tables t
       left join pg_inherits i on i.inhrelid = t.relid left join pg_class parent on parent.oid = i.inhparent
      where t.schemaname = 'public' group by 1`,
  )
  await client.end()
  return new Map(rows.map(({ name, n: count }) => [name, Number(count)]))
}

function rowsBetween(before: Map<string, number>, after: Map<string, number>, messages: number): Map<string, number> {
  const perMessage = new Map<string, number>()
  for (const [name, count] of after) {
    const rowsEach = (count - (before.get(name) ?? 0)) / messages
    if (rowsEach >= ROWS_MIN) perMessage.set(name, rowsEach)
  }
  return perMessage
}

/** `rowsEach`: of its table, a message; `place`: it is the how many-th of one message. */
type Copy = { text: string; rowsEach: number; place: number; values: (fresh: Fresh) => unknown[] }
type Fresh = { uuid(old: string): string; number(): string }

/** Tables `bench.<name>` of the same shape, and an insert with the values of the newest row of each. */
async function prepareCopies({ connections }: Product, rows: Map<string, number>): Promise<Copy[]> {
  const client = new pg.Client(connections.admin)
  await client.connect()
  await client.query('create schema bench')
  const copies: Copy[] = []
  const newest = new Map<string, Record<string, unknown>>()
  for (const name of rows.keys()) {
    const { rows: columns } = await client.query<{ name: string }>(
      `select column_name as name from information_schema.columns
        where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' and is_identity = 'NO' order by ordinal_position`,
      [name],
    )
    await client.query(`create table bench.${name} (like public.${name} including all)`)
    const order = columns.some((column) => column.name === 'received_at')
      ? 'received_at'
      : (['at', 'joined_at', 'first_message_at'].find((at) => columns.some((column) => column.name === at)) ??
        'organization_id')
    // What came by another door meanwhile, such as a voicemail of the demonstration, is no row of these messages.
    const source = columns.some((column) => column.name === 'source') ? `and source = 'portal'` : ''
    const { rows: found } = await client.query<Record<string, unknown>>(
      `select ${columns.map((column) => `${column.name}::text`).join(', ')} from public.${name} where organization_id = $1 ${source} order by ${order} desc limit 1`,
      [organizationId],
    )
    const row = found[0]
    if (!row) throw new Error(`no row in ${name}`)
    newest.set(name, row)
    const names = columns.map((column) => column.name)
    const rowsEach = rows.get(name) ?? 0
    for (let copy = 0; copy < rowsEach; copy++) {
      copies.push({
        rowsEach,
        place: copy,
        text: `insert into bench.${name} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
        values: (fresh) =>
          names.map((column) => {
            const value = row[column]
            if (name === 'conversation' && column === 'number') return fresh.number()
            if (column === 'organization_id' || typeof value !== 'string') return value
            if (column === 'seq') return Number(value) + copy
            // Two rows of one table share what they point at and differ in their own id.
            return value.replaceAll(UUID, (old) => fresh.uuid(column === 'id' && copy > 0 ? `${old}#${copy}` : old))
          }),
      })
    }
  }
  await client.end()
  return copies
}

/** A message with a row more than the one before comes as often as makes the average. */
const copiesOf = (copies: readonly Copy[], message: number): Copy[] =>
  copies.filter(({ rowsEach, place }) => place < Math.floor((message + 1) * rowsEach) - Math.floor(message * rowsEach))

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** New ids for one message; the same old id becomes the same new one, so that rows still belong together. */
function freshIds(): Fresh {
  const known = new Map<string, string>()
  return {
    uuid(old) {
      const id = known.get(old) ?? newId(Date.now())
      known.set(old, id)
      return id
    },
    number: () =>
      [...randomUUID().replaceAll('-', '')]
        .slice(0, 10)
        .map((digit) => CROCKFORD[Number.parseInt(digit, 16)])
        .join(''),
  }
}

async function plainInserts({ connections }: Product, copies: readonly Copy[], writers: number, seconds: number) {
  const ms: number[] = []
  let message = 0
  const began = performance.now()
  const end = began + seconds * 1000
  const write = async (): Promise<void> => {
    const client = new pg.Client({ ...connections.admin, pipeline: true } as pg.ClientConfig)
    client.on('error', () => undefined)
    await client.connect()
    while (performance.now() < end) {
      const fresh = freshIds()
      const sent = performance.now()
      await Promise.all([
        client.query('begin'),
        ...copiesOf(copies, message++).map(({ text, place, values }) =>
          client.query({ name: `${text.slice(0, 40)} ${place}`, text, values: values(fresh) }),
        ),
        client.query('commit'),
      ])
      ms.push(performance.now() - sent)
    }
    await client.end()
  }
  await Promise.all(Array.from({ length: writers }, write))
  return { perSecond: ms.length / ((performance.now() - began) / 1000), ms }
}

function reportUnderstanding(): void {
  const times: number[] = []
  for (let at = 0; at < 2_000; at++) {
    const text = seededText(at)
    const sent = performance.now()
    understand({ text })
    if (at >= 500) times.push(performance.now() - sent)
  }
  const median = percentile(times, 0.5)
  process.stdout.write(`\nunderstand: median ${round(median, 2)} ms, p95 ${round(percentile(times, 0.95), 2)} ms\n`)
  verdict('understand under 2 ms median', median < 2)
}

await measure()
