/** trust-D57: one organization floods, and its neighbour is answered as ever; nobody who may be in danger finds the line too long. */
import { afterEach, beforeAll, expect, test } from 'vitest'
import { endpointOf } from '#server/channels/hook-endpoint.ts'
import { createOrganization } from '#server/modules/organization/index.ts'
import { systemContext, type Context } from '#server/platform/context.ts'
import type { Database } from '#server/platform/database.ts'
import { TURNS } from '#server/platform/fair-turns.ts'
import { newId } from '#server/platform/id.ts'
import { signInPatients } from '../../e2e/setup/sessions.ts'
import { appOn, NO_LIMITS, openTestApp, OUR_ORIGIN, type TestApp } from './test-app.ts'

const RED_FLAG = 'I cannot breathe and my lips are blue'
const LIMITS = { ...TURNS, atOnce: 4, besideOthers: 2, lineMax: 3, holdMs: 60_000, waitMs: 60_000 }

/** Whatever the flooded organization asks of the database stays there until it is let go. */
let held = Promise.withResolvers<void>()
let isHeld = false
const hold = (): void => {
  held = Promise.withResolvers<void>()
  isHeld = true
}
const letGo = (): void => {
  isHeld = false
  held.resolve()
}
const passes = async ({ organizationId }: Context): Promise<void> => {
  if (isHeld && organizationId === flooded) await held.promise
}
const door = (database: Database): Database => ({
  ...database,
  transaction: (context, work) => passes(context).then(() => database.transaction(context, work)),
  together: (context, work) => passes(context).then(() => database.together(context, work)),
  read: (context, text, values) => passes(context).then(() => database.read(context, text, values)),
})

const [flooded, near] = [newId(), newId()]
const product = await openTestApp({ rates: NO_LIMITS, turns: LIMITS, door })
let patients: string[] = []
let neighbour = ''
beforeAll(async () => {
  for (const organization of [flooded, near]) await anOrganization(organization)
  patients = await signInPatients(product.database, 10, flooded)
  neighbour = (await signInPatients(product.database, 1, near))[0] ?? ''
  await product.emergencies.places.read(product.database)
})
afterEach(letGo)

test('trust-D57 a flood stands in its own line, which is short; its neighbour is answered meanwhile, and a red flag is taken', async () => {
  await isThere(product)
  hold()
  const taken = [0, 1, 2, 3, 4].map((n) => write(product, patients[n], 'Where do I park?'))
  await expect.poll(() => product.services.turns.load()).toMatchObject({ held: 2, waiting: 3 })

  const refused = await write(product, patients[5], 'Where do I park?')
  expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([503, 'UNAVAILABLE'])
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(refused.body).not.toContain('emergency')
  const flag = write(product, patients[5], RED_FLAG)
  await expect.poll(() => product.services.turns.load()).toMatchObject({ held: 2, waiting: 4, turnedAway: 1 })

  for (let n = 0; n < 20; n++) await isThere(product)
  expect((await product.app.inject('/health/ready')).statusCode).toBe(200)
  expect(product.services.turns.load()).toMatchObject({ held: 2, waiting: 4 })

  letGo()
  expect((await Promise.all(taken)).map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200])
  const told = await flag
  expect([told.statusCode, told.body.includes('911')]).toEqual([200, true])
  const [stored] = await product.look<{ urgency: string }>(
    'select urgency from message where organization_id = $1 and text = $2',
    [flooded, RED_FLAG],
  )
  expect(stored?.urgency).toBe('stat')
  await expect.poll(() => product.services.turns.load()).toEqual({ held: 0, waiting: 0, turnedAway: 1 })
})

test('trust-D57 who has waited too long is told to come again, and a red flag waits on', async () => {
  const hasty = await appOn(product, { rates: NO_LIMITS, turns: { ...LIMITS, waitMs: 50 }, door })
  await hasty.emergencies.places.read(product.database)
  await isThere(hasty)
  hold()
  const first = [0, 1].map((n) => write(hasty, patients[n], 'Where do I park?'))
  await expect.poll(() => hasty.services.turns.load()).toMatchObject({ held: 2 })
  const flag = write(hasty, patients[2], RED_FLAG)
  const late = await write(hasty, patients[3], 'Where do I park?')
  expect([late.statusCode, Number(late.headers['retry-after']) > 0]).toEqual([503, true])
  expect(hasty.services.turns.load()).toMatchObject({ waiting: 1, turnedAway: 1 })
  letGo()
  expect((await Promise.all([...first, flag])).map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
})

test('trust-D57 files and what carriers push stand in the same line; a text that is an emergency is taken, and calls never wait', async () => {
  await isThere(product)
  hold()
  const taken = [0, 1, 2, 3, 4].map((n) => write(product, patients[n], 'Where do I park?'))
  await expect.poll(() => product.services.turns.load()).toMatchObject({ held: 2, waiting: 3 })
  const endpoint = endpointOf(flooded, newId())
  const push = (path: string, form: Record<string, string>) =>
    product.app.inject({
      method: 'POST',
      url: `/hooks/${path}`,
      headers: { origin: OUR_ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form).toString(),
    })
  const file = await product.app.inject({ url: `/files/${newId()}`, headers: { cookie: patients[6] } })
  const text = await push(`sms/${endpoint}`, { Body: 'Where do I park?' })
  for (const { statusCode, headers } of [file, text])
    expect([statusCode, Number(headers['retry-after']) > 0]).toEqual([503, true])
  const { waiting } = product.services.turns.load()
  const flag = push(`sms/${endpoint}`, { Body: RED_FLAG })
  await expect.poll(() => product.services.turns.load().waiting).toBe(waiting + 1)
  // In no line: the database holds it, and it says what it says then.
  const call = await push(`voice/${endpoint}`, { CallSid: 'CA1', From: '+12025550123' })
  expect([call.statusCode, call.body.includes('<Record')]).toEqual([200, true])
  letGo()
  // Its turn came, and nobody had signed it.
  expect((await flag).statusCode).toBe(401)
  expect((await Promise.all(taken)).map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200])
})

test('trust-D57 a cookie that names an organization which is not there stands in the line of its address', async () => {
  const invented = () => `bedside-plain=${newId().replaceAll('-', '')}.${'x'.repeat(43)}`
  const alone = await appOn(product, { rates: NO_LIMITS, turns: LIMITS, door })
  await alone.emergencies.places.read(product.database)
  hold()
  const taken = [0, 1, 2, 3].map((n) => write(alone, patients[n], 'Where do I park?'))
  await expect.poll(() => alone.services.turns.load()).toMatchObject({ held: 4, waiting: 0 })
  const strangers = [1, 2, 3, 4, 5].map(() => write(alone, invented(), 'Where do I park?'))
  await expect.poll(() => alone.services.turns.load()).toMatchObject({ held: 4, waiting: 3 })
  letGo()
  const told = (await Promise.all(strangers)).map(({ statusCode }) => statusCode)
  expect(told.toSorted()).toEqual([401, 401, 401, 503, 503])
  await Promise.all(taken)
})

/** The neighbour calls, and is answered. */
async function isThere({ app }: Pick<TestApp, 'app'>): Promise<void> {
  const answer = await app.inject({ url: '/api/session', headers: { cookie: neighbour } })
  expect(answer.json()).toMatchObject({ level: 'full' })
}

const write = ({ app }: Pick<TestApp, 'app'>, cookie: string | undefined, text: string) =>
  app.inject({
    method: 'POST',
    url: '/api/my/messages',
    headers: { origin: OUR_ORIGIN, cookie },
    payload: { messageId: newId(), text },
  })

async function anOrganization(organizationId: string): Promise<void> {
  const place = { country: 'US', language: 'en', languages: ['en'], site: { name: 'Main', timeZone: 'UTC' } }
  await product.database.transaction(systemContext(organizationId, newId(), 'test'), async (tx) => {
    await createOrganization(
      tx,
      organizationId,
      { name: 'A clinic', slug: `clinic-${organizationId}`, ...place },
      new Date(),
    )
    await tx.run(
      `insert into patient (organization_id, id, record_number, given, family, birth_date)
       select $1, gen_random_uuid(), 'R' || n, 'Pat', 'Rivera', '1980-05-06' from generate_series(1, 10) n`,
      [organizationId],
    )
  })
}
