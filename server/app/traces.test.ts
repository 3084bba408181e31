/** trust-D78, decision 0221: a request and a job as traces, from the door to the database. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { aCollector, attributesOf, ExportRequest, type CollectedSpan } from '#server/platform/a-collector.ts'
import { readConfig } from '#server/platform/config.ts'
import type { PostgresConnection } from '#server/platform/embedded-postgres.ts'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import { openJobs } from '#server/platform/jobs.ts'
import { silentLog } from '#server/platform/log.ts'
import { tracedDatabase } from '#server/platform/traced-database.ts'
import { openTraces, type Trace } from '#server/platform/traces.ts'
import { listenMetrics, openMetrics } from './metrics.ts'
import { startServer } from './start-server.ts'
import { makeWorlds } from './sweep/world.ts'
import { appOn, NO_LIMITS, openTestApp, OUR_ORIGIN } from './test-app.ts'

const product = await openTestApp({ rates: NO_LIMITS })
const { own } = await makeWorlds(product)
const traces = openTraces({ share: 1 })
const traced = await appOn(product, {
  rates: NO_LIMITS,
  door: tracedDatabase,
  options: { traces },
  onReady: (app, services) => openMetrics(app, services),
})
const messageOf = (app: typeof product, text: string) =>
  app.app.inject({
    method: 'POST',
    url: '/api/widget/messages',
    headers: { origin: OUR_ORIGIN, 'x-visitor': `${own.visitor.id}:${own.visitor.secret}` },
    payload: { messageId: crypto.randomUUID(), text },
  })
const traceNamed = (id: unknown): Trace | undefined =>
  traces.finished().find(([span]) => span?.traceId === String(id).replaceAll('-', ''))

test('trust-D78 a message is one trace under the id of its request: its transactions, and how long it took to understand', async () => {
  const sent = await messageOf(traced, `Where do I park? ${own.canary}`)
  expect(sent.statusCode).toBe(200)
  const trace = traceNamed(sent.headers['x-request-id'])
  const root = trace?.at(-1)
  expect(root).toMatchObject({ kind: 'request', name: 'POST widget.send', parentId: null, isFailed: false })
  expect(root?.attributes).toEqual({ route: 'widget.send', method: 'POST', status: '2xx' })
  const understand = trace?.find(({ name }) => name === 'understand')
  expect(understand?.attributes).toEqual({ channel: 'widget', outcome: 'done' })
  const around = trace?.find(({ id }) => id === understand?.parentId)
  expect(around).toMatchObject({ name: 'transaction', parentId: root?.id, attributes: { outcome: 'done' } })
  for (const span of trace ?? []) expect(span.from).toBeGreaterThanOrEqual(root!.from)

  const refused = await traced.app.inject({ url: `/files/${own.canary}`, headers: { cookie: 'bedside-plain=x' } })
  expect(traceNamed(refused.headers['x-request-id'])?.at(-1)).toMatchObject({
    name: 'GET /files/:id',
    attributes: { status: '4xx' },
    isFailed: false,
  })
})

test('trust-D78 the last traces are read on the listener of figures, on loopback, as a collector would get them', async () => {
  const sent = await messageOf(traced, 'Where do I park?')
  const server = await listenMetrics(traced.metrics!.registry, 0, traces)
  const { port, address } = server!.address() as { port: number; address: string }
  afterAll(() => void server!.close())
  expect(address).toBe('127.0.0.1')
  const answer = await fetch(`http://127.0.0.1:${port}/traces`)
  expect(answer.headers.get('content-type')).toBe('application/json')
  const text = await answer.text()
  const spans = ExportRequest.parse(JSON.parse(text)).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans[0]!.spans)
  const isOfIt = ({ traceId }: CollectedSpan) => traceId === String(sent.headers['x-request-id']).replaceAll('-', '')
  expect(attributesOf(spans.find((span) => isOfIt(span) && span.kind === 2)!)).toEqual({
    'http.route': 'widget.send',
    'http.request.method': 'POST',
    'bedside.status_class': '2xx',
  })
  expect(text).not.toContain(own.canary)
  expect(text).not.toContain(own.patientId)
  expect(text).not.toContain(own.organizationId)

  const without = await listenMetrics(traced.metrics!.registry, 0)
  afterAll(() => void without!.close())
  const { port: other } = without!.address() as { port: number }
  expect((await fetch(`http://127.0.0.1:${other}/traces`)).status).toBe(404)
})

test('trust-D78 a try of a job is a trace: its queue, how it ended, its transactions', async () => {
  const told: Trace[] = []
  const ofJobs = openTraces({ share: 1, tell: (trace) => told.push(trace) })
  const jobs = await openJobs(product.connections.app, silentLog, undefined, ofJobs)
  afterAll(() => jobs.stop())
  const db = tracedDatabase(product.database)
  const context = systemContext(own.organizationId, newId(), 'test')
  let tries = 0
  await jobs.work('continuity', async ({ organizationId }) => {
    await db.transaction(systemContext(organizationId, newId(), 'test'), async () => {
      tries += 1
      if (tries === 1) throw new Error('not yet')
    })
  })
  await product.database.transaction(context, (tx) =>
    jobs.send(tx, 'continuity', { organizationId: own.organizationId, id: newId() }),
  )
  await expect.poll(() => told.length, { timeout: 20_000 }).toBe(2)
  expect(told.map((trace) => trace.map(({ name, kind, attributes }) => [name, kind, attributes]))).toEqual([
    [
      ['transaction', 'step', { outcome: 'failed' }],
      ['continuity', 'job', { queue: 'continuity', outcome: 'failed' }],
    ],
    [
      ['transaction', 'step', { outcome: 'done' }],
      ['continuity', 'job', { queue: 'continuity', outcome: 'completed' }],
    ],
  ])
})

test(
  'trust-D78 the whole product tells its collector what it did, and what waits when it stops',
  { timeout: 120_000 },
  async () => {
    const collector = await aCollector()
    const folder = await mkdtemp(join(tmpdir(), 'bedside-traces-'))
    afterAll(() => rm(folder, { recursive: true, force: true }))
    const server = await startServer(
      readConfig({
        NODE_ENV: 'test',
        DATABASE_URL: urlOf(product.connections.app),
        DATABASE_OWNER_URL: urlOf(product.connections.owner),
        DATA_DIR: folder,
        PORT: '0',
        DEMO: 'off',
        WORK: 'off',
        SMTP_IN: 'off',
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
        OTEL_TRACES_SAMPLER_ARG: '1',
      }),
      silentLog,
    )
    const answer = await fetch(`${server.address}/health/ready`)
    await server.stop()
    expect(collector.faults).toEqual([])
    const ofIt = collector.spans.filter(
      ({ traceId }) => traceId === answer.headers.get('x-request-id')?.replaceAll('-', ''),
    )
    expect(ofIt.map(({ name }) => name)).toEqual(['transaction', 'GET /health/ready'])
  },
)

const urlOf = ({ user, password = '', host, port, database }: PostgresConnection): string =>
  `postgres://${user}:${encodeURIComponent(password)}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`

test('trust-D78 where nothing is traced, nothing of it is in the way of a request', async () => {
  expect(traced.app.hasRequestDecorator('trace')).toBe(true)
  expect(product.app.hasRequestDecorator('trace')).toBe(false)
  const before = traces.finished().length
  expect((await messageOf(product, 'Where do I park?')).statusCode).toBe(200)
  expect(traces.finished().length).toBe(before)
})
