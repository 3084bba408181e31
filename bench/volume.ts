/**
 * Opening the inbox and a conversation at ten thousand and at a million messages, over HTTP as an agent's screen does it:
 * `npm run bench -- volume`. Limits: p95 under 50 ms each, and at most twice the cost from ten thousand to a million; of a search p95
 * under 300 ms.
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
import { organizationId, signInPatients, signInStaff } from '../e2e/setup/sessions.ts'
import { refreshPlans, startProduct, type Product } from './product.ts'
import { heading, percentile, round, table, verdict } from './report.ts'

const SMALL = 10_000
const LARGE = Number(process.env.MESSAGES ?? 1_000_000)
/** One patient for this many messages, about. */
const MESSAGES_PER_PATIENT = 40
/** Of each page, to warm up and to measure: one agent may ask 600 times a minute (trust-D57). */
const WARM_CALLS = 15
const CALLS = 80
const SEARCH_WARM_CALLS = 5
const SEARCH_CALLS = 40
const AGENT_MINUTE_MS = 60_000
const P95_MAX_MS = 50
const SEARCH_P95_MAX_MS = 300
const GROWTH_MAX = 2

/** Searches: a word of one message, words of every twentieth, of one of them two, a script without spaces, and a name. */
const SEARCHES = [
  ['rare', 'xylophonist'],
  ['common', 'visit'],
  ['two words', 'visit thursday'],
  ['a phrase', '"thank you"'],
  ['Chinese', '预约'],
  ['a name', 'ennis'],
  ['narrowed', 'visit channel:email tag:copy'],
  ['nothing', 'qqqqq'],
] as const

type Measured = { name: string; p50: number; p95: number; p95Max: number; growthMax: number }

async function measure(): Promise<void> {
  const product = await startProduct()
  try {
    heading('Inbox and conversation at volume')
    await fillTo(product, SMALL)
    await writeOnce(product, 'My cousin the xylophonist recommended you.')
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
    for (const [at, { name, p50, p95, p95Max, growthMax }] of large.entries()) {
      verdict(`${name}: p95 under ${p95Max} ms`, p95 < p95Max)
      if (growthMax < Infinity) verdict(`${name}: at most ${growthMax} x`, p50 <= growthMax * (small[at]?.p50 ?? p50))
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
  const limits = { p95Max: P95_MAX_MS, growthMax: GROWTH_MAX }
  const found = { p95Max: SEARCH_P95_MAX_MS, growthMax: Infinity }
  // Two people, since each may ask so often a minute; the second reads no notes of nurses.
  const agent = await signInStaff(product.db, 'agent', 4)
  const frontDesk = await signInStaff(product.db, 'front_desk', 4)
  const ids = await someConversations(product)
  const dice = seededRandom('bench/pages')
  const calls: [name: string, path: () => string, cookies: string[], limits: typeof limits][] = [
    ['inbox, unassigned', () => '/api/conversations?view=unassigned', agent, limits],
    ['inbox, all', () => '/api/conversations?view=all', agent, limits],
    ['inbox, due next', () => '/api/conversations?view=due-next', agent, limits],
    ['inbox, counts', () => '/api/conversations/counts', agent, limits],
    ['conversation', () => `/api/conversations/${dice.pick(ids)}`, agent, limits],
    ['its messages', () => `/api/conversations/${dice.pick(ids)}/messages`, agent, limits],
    ...SEARCHES.map(([name, words]): (typeof calls)[number] => [
      `search, ${name}`,
      () => `/api/conversations?view=all&search=${encodeURIComponent(words)}`,
      frontDesk,
      found,
    ]),
  ]
  const measured: Measured[] = []
  let n = 0
  for (const [name, path, cookies, within] of calls) {
    const call = () => ({ method: 'GET' as const, path: path(), cookie: cookies[n++ % cookies.length] ?? '' })
    const isSearch = within === found
    await load(product, { connections: 1, seconds: 60, callsMax: isSearch ? SEARCH_WARM_CALLS : WARM_CALLS }, call)
    const done = await load(product, { connections: 1, seconds: 120, callsMax: isSearch ? SEARCH_CALLS : CALLS }, call)
    if (done.failed > 0) throw new Error(`${name}: ${done.failed} calls failed`)
    measured.push({ name, p50: percentile(done.ms, 0.5), p95: percentile(done.ms, 0.95), ...within })
  }
  return measured
}

/** A message like no other. */
async function writeOnce({ db, url }: Product, text: string): Promise<void> {
  const [cookie = ''] = await signInPatients(db, 1)
  const answer = await fetch(`${url}/api/my/messages`, {
    method: 'POST',
    headers: { cookie, origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ messageId: newId(), subject: 'A word', text }),
  })
  if (!answer.ok) throw new Error(`the message was not taken: ${answer.status}`)
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
