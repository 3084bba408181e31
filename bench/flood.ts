/**
 * What a flood at one organization does to another (trust-D57): `npm run bench -- flood`. One process of the product, two organizations.
 *
 * The neighbour goes on as on any day: an agent looks into the inbox and opens conversations, patients write, each call at its time whether
 * the one before was answered or not. The other organization's patients write a hundred times as often, and in a second flood one of
 * them alone, most of which is refused (429). Quiet times and floods take turns, so that what else the machine does meets them alike.
 * Limit: the neighbour's p95 grows by a fifth at most. `--rate 2` calls a second of the neighbour, `--times 100`.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { createOrganization } from '#server/modules/organization/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { organizationId, signInPatients, signInStaff } from '../e2e/setup/sessions.ts'
import { atTheirTimes, type Call } from './http-load.ts'
import { refreshPlans, seededText, startProduct, type Product } from './product.ts'
import { heading, percentile, round, table, verdict } from './report.ts'
import { sizes } from './sizes.ts'

/** `rate`: calls of the neighbour a second; `times`: as many more at the other; `seconds` of each turn, and so many `turns`. */
const size = sizes({ rate: 2, times: 100, seconds: 20, turns: 4 })
const PATIENTS = 300
const GROWTH_MAX = 1.2
const SETTLE_MS = 2_000

/** Without staff all that is done is writing. */
type People = { patients: readonly string[]; atTheDesk?: { cookie: string; conversations: readonly string[] } }

async function measure(): Promise<void> {
  const product = await startProduct()
  try {
    heading(`A flood of ${size.rate * size.times} calls a second at one organization, ${size.rate} at its neighbour`)
    const neighbour = await peopleOfDemonstration(product)
    const flooded = await anotherOrganization(product.db)
    await refreshPlans(product)
    await day(product, neighbour, 5, 10)

    const floods = {
      'many patients write': flooded,
      'one patient, far above his limit': { patients: flooded.patients.slice(0, 1) },
    }
    const rows: string[][] = []
    const verdicts: [string, boolean][] = []
    for (const [name, people] of Object.entries(floods)) {
      const quiet: number[] = []
      const during: number[] = []
      let answers = new Map<number, number>()
      for (let turn = 0; turn < size.turns; turn++) {
        await sleep(SETTLE_MS)
        quiet.push(...(await day(product, neighbour, size.rate, size.seconds)).ms)
        await sleep(SETTLE_MS)
        const [near, far] = await Promise.all([
          day(product, neighbour, size.rate, size.seconds),
          day(product, people, size.rate * size.times, size.seconds),
        ])
        during.push(...near.ms)
        for (const [status, count] of far.statuses) answers = answers.set(status, (answers.get(status) ?? 0) + count)
      }
      const [before, after] = [quiet, during].map((ms) => percentile(ms, 0.95)) as [number, number]
      const told = [...answers].map(([status, count]) => `${count} of ${status}`).join(', ')
      rows.push([name, String(during.length), ...[quiet, during].flatMap((ms) => [0.5, 0.95].map((share) => round(percentile(ms, share)))), round(after / before, 2), told]) // prettier-ignore
      verdicts.push([`${name}: the neighbour's p95 grows by a fifth at most`, after / before <= GROWTH_MAX])
    }
    table(['flood', 'calls of the neighbour', 'quiet p50 ms', 'p95 ms', 'flood p50 ms', 'p95 ms', 'growth of p95', 'answers to the flood'], rows) // prettier-ignore
    process.stdout.write('\n')
    for (const [what, isKept] of verdicts) verdict(what, isKept)
  } finally {
    await product.stop()
  }
}

/** What people of one organization do, `rate` times a second. */
function day(product: Product, { patients, atTheDesk }: People, rate: number, seconds: number) {
  const call = (n: number): Call => {
    if (atTheDesk && n % 2 === 0) {
      const { cookie, conversations } = atTheDesk
      const path =
        n % 4 === 0 ? '/api/conversations?view=all&limit=50' : `/api/conversations/${pick(conversations, n / 2)}`
      return { method: 'GET', path, cookie }
    }
    const body = { messageId: newId(Date.now()), subject: `Matter ${n}`, text: seededText(n) }
    return { method: 'POST', path: '/api/my/messages', cookie: pick(patients, n), body }
  }
  return atTheirTimes(product, { perSecond: rate, seconds }, call)
}

const pick = <T>(all: readonly T[], n: number): T => all[n % all.length] as T

async function peopleOfDemonstration({ db }: Product): Promise<People> {
  const [cookie = ''] = await signInStaff(db, 'agent')
  const conversations = await db.transaction(systemContext(organizationId, newId(), 'bench'), (tx) =>
    tx.run<{ id: string }>(
      `select c.id from conversation c join queue q on q.organization_id = $1 and q.id = c.queue_id
        where c.organization_id = $1 and q.kind = 'service' and c.labels = '{}' order by c.id limit 100`,
      [organizationId],
    ),
  )
  const atTheDesk = { cookie, conversations: conversations.map(({ id }) => id) }
  return { patients: await signInPatients(db, PATIENTS), atTheDesk }
}

/** @returns its patients, signed in. */
async function anotherOrganization(db: Database): Promise<People> {
  const other = newId()
  const place = { country: 'US', language: 'en', languages: ['en'], site: { name: 'Main', timeZone: 'UTC' } }
  await db.transaction(systemContext(other, newId(), 'bench'), async (tx) => {
    await createOrganization(tx, other, { name: 'Flooded', slug: 'flooded', ...place }, new Date())
    await tx.run(
      `insert into patient (organization_id, id, record_number, given, family, birth_date)
       select $1, gen_random_uuid(), 'F' || n, 'Pat', 'Flood', '1980-05-06' from generate_series(1, $2) n`,
      [other, PATIENTS],
    )
  })
  return { patients: await signInPatients(db, PATIENTS, other) }
}

await measure()
