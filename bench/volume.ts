/**
 * Opening the inbox and a conversation at ten thousand and at a million messages, over HTTP as an agent's screen does it:
 * `npm run bench -- volume`. Limits: p95 under 50 ms each, and at most twice the cost from ten thousand to a million.
 *
 * MESSAGES=200000 makes the large size smaller, for a quick look.
 */
import { setTimeout } from 'node:timers/promises'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import { seededRandom } from '../demo/random.ts'
import { buildDemo } from '../demo/build-demo.ts'
import { addConversations, addPatients } from '../demo/volume.ts'
import { load } from './http-load.ts'
import { organizationId, signInStaff } from '../e2e/setup/sessions.ts'
import { refreshPlans, startProduct, type Product } from './product.ts'
import { heading, percentile, round, table, verdict } from './report.ts'

const SMALL = 10_000
const LARGE = Number(process.env.MESSAGES ?? 1_000_000)
/** One patient for this many messages, about. */
const MESSAGES_PER_PATIENT = 40
/** Of each page, to warm up and to measure: one agent may ask 600 times a minute (trust-D57). */
const WARM_CALLS = 15
const CALLS = 80
const AGENT_MINUTE_MS = 60_000
const P95_MAX_MS = 50
const GROWTH_MAX = 2

type Measured = { name: string; p50: number; p95: number }

async function measure(): Promise<void> {
  const product = await startProduct()
  try {
    heading('Inbox and conversation at volume')
    await fillTo(product, SMALL)
    const small = await pages(product)
    const began = performance.now()
    const minute = setTimeout(AGENT_MINUTE_MS)
    await fillTo(product, LARGE)
    process.stdout.write(`loaded to ${LARGE} messages in ${round((performance.now() - began) / 1000, 0)} s\n\n`)
    await minute
    const large = await pages(product)

    table(
      ['page', `p50 at ${SMALL}`, `p95 at ${SMALL}`, `p50 at ${LARGE}`, `p95 at ${LARGE}`, 'growth of p50'],
      large.map(({ name, p50, p95 }, at) => {
        const before = small[at]
        return [name, ms(before?.p50), ms(before?.p95), ms(p50), ms(p95), `${round(p50 / (before?.p50 ?? p50), 2)} x`]
      }),
    )
    process.stdout.write(
      `\nOn disk: ${round(await bytesPerMessage(product), 0)} bytes a message, indexes and journal included\n`,
    )
    for (const [at, { name, p50, p95 }] of large.entries()) {
      verdict(`${name}: p95 under ${P95_MAX_MS} ms`, p95 < P95_MAX_MS)
      verdict(`${name}: at most ${GROWTH_MAX} x`, p50 <= GROWTH_MAX * (small[at]?.p50 ?? p50))
    }
  } finally {
    await product.stop()
  }
}

const ms = (value: number | undefined): string => round(value ?? Number.NaN, 1)

async function fillTo(product: Product, messages: number): Promise<void> {
  const { db } = product
  const now = new Date()
  const { clinic, people } = buildDemo({ now, patients: 1 })
  const count = async (table: 'message' | 'patient') =>
    db.transaction(systemContext(organizationId, newId(), 'bench'), async (tx) => {
      const [row] = await tx.run<{ n: number }>(`select count(*)::int as n from ${table} where organization_id = $1`, [
        organizationId,
      ])
      return row?.n ?? 0
    })
  const patients = await count('patient')
  const wanted = Math.ceil(messages / MESSAGES_PER_PATIENT)
  if (wanted > patients) await addPatients({ db, clinic, now, seed: `bench ${people.length}` }, patients, wanted)
  const missing = messages - (await count('message'))
  if (missing > 0) await addConversations({ db, clinic, now, seed: 'bench' }, { messages: missing })
  await refreshPlans(product)
}

async function pages(product: Product): Promise<Measured[]> {
  const cookies = await signInStaff(product.db, 'agent', 4)
  const ids = await someConversations(product)
  const dice = seededRandom('bench/pages')
  const calls: [string, () => string][] = [
    ['inbox, unassigned', () => '/api/conversations?view=unassigned'],
    ['inbox, all', () => '/api/conversations?view=all'],
    ['inbox, due next', () => '/api/conversations?view=due-next'],
    ['inbox, counts', () => '/api/conversations/counts'],
    ['conversation', () => `/api/conversations/${dice.pick(ids)}`],
    ['its messages', () => `/api/conversations/${dice.pick(ids)}/messages`],
  ]
  const measured: Measured[] = []
  let n = 0
  for (const [name, path] of calls) {
    const call = () => ({ method: 'GET' as const, path: path(), cookie: cookies[n++ % cookies.length] ?? '' })
    await load(product, { connections: 1, seconds: 60, callsMax: WARM_CALLS }, call)
    const done = await load(product, { connections: 1, seconds: 120, callsMax: CALLS }, call)
    if (done.failed > 0) throw new Error(`${name}: ${done.failed} of ${CALLS} calls failed`)
    measured.push({ name, p50: percentile(done.ms, 0.5), p95: percentile(done.ms, 0.95) })
  }
  return measured
}

async function someConversations({ db }: Product): Promise<string[]> {
  return db.transaction(systemContext(organizationId, newId(), 'bench'), async (tx) => {
    const rows = await tx.run<{ id: string }>(
      `select id from conversation where organization_id = $1 order by md5(id::text) limit 500`,
      [organizationId],
    )
    return rows.map(({ id }) => id)
  })
}

async function bytesPerMessage({ db }: Product): Promise<number> {
  return db.withoutOrganization(async (tx) => {
    const [row] = await tx.run<{ bytes: number }>(
      `select sum(pg_total_relation_size(c.oid))::float / (select greatest(reltuples, 1) from pg_class where oid = 'message'::regclass) as bytes
         from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public' where c.relkind in ('r', 'm')`,
      [],
    )
    return row?.bytes ?? Number.NaN
  })
}

await measure()
