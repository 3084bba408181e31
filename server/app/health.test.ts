/** trust-D78: alive, ready, details, figures. */
import { expect, test } from 'vitest'
import { contract } from '#contract/index.ts'
import { Channel, Urgency } from '#contract/conversation.ts'
import { LLM_USES } from '#contract/llm.ts'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { DatabaseFailure, type Database } from '#server/platform/database.ts'
import { tracedDatabase } from '#server/platform/traced-database.ts'
import { openTraces, STEP_OUTCOMES, type Span } from '#server/platform/traces.ts'
import { proceduresOf } from './described-routes.ts'
import { METHODS } from './labels.ts'
import { listenMetrics, openMetrics } from './metrics.ts'
import { callersOf, callDoor, doorsOf } from './sweep/access-sweep.ts'
import { makeWorlds } from './sweep/world.ts'
import { appOn, NO_LIMITS, openTestApp, OUR_ORIGIN } from './test-app.ts'

let isDatabaseGone = false
let freeDisk = 0.5
const gone = async (): Promise<never> => {
  throw new DatabaseFailure('CONN', undefined)
}
const door = (database: Database): Database => ({
  ...database,
  withoutOrganization: (work) => (isDatabaseGone ? gone() : database.withoutOrganization(work)),
})
const product = await openTestApp({ rates: NO_LIMITS, door, options: { freeDisk: async () => freeDisk } })
const worlds = await makeWorlds(product)
const ready = async () => {
  const answer = await product.app.inject('/health/ready')
  return { status: answer.statusCode, ...answer.json<{ ok: boolean; failed: string[] }>() }
}
const GOOD = { status: 200, ok: true, failed: [] }
const broken = (name: string) => ({ status: 503, ok: false, failed: [name] })

test('trust-D78 each check broken alone is named with 503, and mended is not', async () => {
  expect((await product.app.inject('/health/live')).json()).toEqual({ ok: true })
  expect(await ready()).toEqual(GOOD)

  isDatabaseGone = true
  expect(await ready()).toEqual(broken('database'))
  isDatabaseGone = false

  freeDisk = 0.01
  expect(await ready()).toEqual(broken('disk'))
  freeDisk = 0.5

  const [last] = await product.look<{ name: string; timestamp: string }>(
    `delete from migration.migration where name = (select max(name) from migration.migration) returning *`,
  )
  expect(await ready()).toEqual(broken('migrations'))
  await product.look(`insert into migration.migration (name, timestamp) values ($1, $2)`, [last?.name, last?.timestamp])

  await product.look(
    `insert into jobs.job (name, data, start_after, created_on) values ('deliver', '{}', now() - interval '10 minutes', now() - interval '10 minutes')`,
  )
  expect(await ready()).toEqual(broken('jobs'))
  await product.look('delete from jobs.job')
  expect(await ready()).toEqual(GOOD)
})

test('trust-D78 details are for administrators only and name nobody', async () => {
  const details = doorsOf(product).find(({ path }) => path === '/health/details')!
  for (const caller of callersOf(product, worlds)) {
    const answer = await callDoor(product, worlds, details, await caller.enter(), { place: 'all', world: 'own' })
    if (caller.name !== 'administrator') expect(answer.status, caller.name).toBeGreaterThanOrEqual(401)
    else expect(Object.keys(JSON.parse(answer.body) as object)).toContain('checks')
  }
})

test(
  'trust-D78 labels of figures and of traces come from closed lists, and the listener is on loopback and tells nothing else',
  { timeout: 120_000 },
  async () => {
    const spans: Span[] = []
    const measured = await appOn(product, {
      rates: NO_LIMITS,
      door: tracedDatabase,
      options: { traces: openTraces({ share: 1, tell: (trace) => spans.push(...trace) }) },
      onReady: (app, services) => openMetrics(app, services),
    })
    const metrics = measured.metrics!
    for (const caller of callersOf(measured, worlds).filter(({ name }) => name === 'patient')) {
      for (const each of doorsOf(measured))
        await callDoor(measured, worlds, each, await caller.enter(), { place: 'all', world: 'own' })
    }
    await measured.app.inject({ method: 'GET', url: `/files/${worlds.own.canary}` })
    await measured.app.inject({ method: 'GET', url: `/${worlds.own.canary}` })
    const sent = await measured.app.inject({
      method: 'POST',
      url: '/api/widget/messages',
      headers: { origin: OUR_ORIGIN, 'x-visitor': `${worlds.own.visitor.id}:${worlds.own.visitor.secret}` },
      payload: { messageId: crypto.randomUUID(), text: 'Where do I park?' },
    })
    expect(sent.statusCode).toBe(200)

    await measured.services.db.transaction(systemContext(worlds.own.organizationId, newId(), 'test'), async (tx) => {
      const asked = { action: 'E', resourceKind: 'organization' } as const
      await journal(tx, { ...asked, event: 'llm.asked', detail: { use: 'phrase', outcome: 'worded' } })
      await journal(tx, { ...asked, event: 'translation.asked', detail: { outcome: 'translated', to: 'en' } })
    })

    const server = await listenMetrics(metrics.registry, 0)
    const { port, address } = server!.address() as { port: number; address: string }
    expect(address).toBe('127.0.0.1')
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
    expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(404)
    server!.close()
    metrics.stop()

    const closed: Record<string, readonly string[]> = {
      route: ['none', ...[...proceduresOf(contract)].map(([name]) => name), ...templatesOf(measured)],
      method: [...METHODS, 'other'],
      status: ['1xx', '2xx', '3xx', '4xx', '5xx'],
      channel: Channel.options,
      urgency: Urgency.options,
      use: LLM_USES,
      outcome: ['worded', 'translated'],
    }
    const found = new Set<string>()
    for (const line of text.split('\n').filter((each) => each.startsWith('bedside_'))) {
      for (const [, name = '', value = ''] of line.matchAll(/(\w+)="([^"]*)"/g)) {
        if (name === 'le') continue
        found.add(name)
        expect(closed[name], `label ${name}`).toContain(value)
      }
    }
    expect([...found].toSorted()).toEqual(['channel', 'method', 'outcome', 'route', 'status', 'urgency', 'use'])
    expect(text).not.toContain(worlds.own.canary)

    const ofTraces: typeof closed = { ...closed, outcome: STEP_OUTCOMES }
    const said = new Set<string>()
    for (const { name, kind, attributes } of spans) {
      if (kind === 'step') expect(['transaction', 'read', 'understand']).toContain(name)
      else expect(name).toBe(`${attributes.method} ${attributes.route}`)
      for (const [key, value] of Object.entries(attributes)) {
        said.add(key)
        expect(ofTraces[key], `attribute ${key}`).toContain(value)
      }
    }
    expect([...said].toSorted()).toEqual(['channel', 'method', 'outcome', 'route', 'status'])
    expect(JSON.stringify(spans)).not.toContain(worlds.own.canary)
  },
)

const templatesOf = ({ app }: typeof product): string[] => [
  '/rpc/*',
  '/api/*',
  '/*',
  ...app.doors().map(({ path }) => path.replaceAll(/\{(\w+)\}/g, ':$1')),
]
