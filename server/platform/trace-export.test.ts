/** trust-D78: traces on their way to a collector, over OTLP/HTTP. */
import { expect, test } from 'vitest'
import { aCollector, attributesOf } from './a-collector.ts'
import { readConfig, UnsafeConfig } from './config.ts'
import { silentLog, type Log } from './log.ts'
import { openTraceExport, SPANS_AT_ONCE, SPANS_WAIT_MAX } from './trace-export.ts'
import { openTraces, step } from './traces.ts'

const LOCAL = { local: ['localhost:*'] }

/** Traces that go to a collector of this test; `trace` makes one of two spans. */
async function exporting(log: Log = silentLog) {
  const collector = await aCollector()
  const target = { url: `${collector.url}/`, headers: { authorization: 'Bearer of a test' } }
  const out = openTraceExport(target, LOCAL, log)
  const traces = openTraces({ share: 1, tell: out.take })
  const trace = (times = 1): void => {
    for (let n = 0; n < times; n++) {
      const open = traces.begin('job')
      open?.within(() => step('understand', () => undefined, { channel: 'sms' }))
      open?.end({ name: 'deliver', attributes: { queue: 'deliver', outcome: 'failed' }, isFailed: true })
    }
  }
  return { collector, out, trace }
}

test('trust-D78 a trace arrives at the collector as OTLP has it, with the headers of the setting', async () => {
  const { collector, out, trace } = await exporting()
  trace()
  await out.send()
  expect(collector.faults).toEqual([])
  expect(collector.asked).toMatchObject([
    { path: '/v1/traces', headers: { authorization: 'Bearer of a test' }, spans: 2 },
  ])
  const [inner, root] = collector.spans
  expect(inner).toMatchObject({ name: 'understand', kind: 1, parentSpanId: root?.spanId, status: { code: 0 } })
  expect(root).toMatchObject({ name: 'deliver', kind: 5, traceId: inner?.traceId, status: { code: 2 } })
  expect(root).not.toHaveProperty('parentSpanId')
  expect(attributesOf(inner!)).toEqual({ 'bedside.channel': 'sms', 'bedside.outcome': 'done' })
  expect(attributesOf(root!)).toEqual({ 'messaging.destination.name': 'deliver', 'bedside.outcome': 'failed' })
  expect(BigInt(root!.endTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(root!.startTimeUnixNano))
  expect(Math.abs(Number(BigInt(root!.startTimeUnixNano) / 1_000_000n) - Date.now())).toBeLessThan(60_000)
  await out.send()
  expect(collector.asked).toHaveLength(1)
  await out.stop()
})

test('trust-D78 what finds no collector waits, and arrives once when it is back; this is told twice and not each time', async () => {
  const told: string[] = []
  const log: Log = { info: (event) => told.push(event), error: (event) => told.push(event) }
  const { collector, out, trace } = await exporting(log)
  for (const status of [503, 429]) {
    collector.answers(status)
    trace()
    await out.send()
  }
  expect(told).toEqual(['traces.not-taken'])
  collector.answers(200)
  await out.send()
  expect(told).toEqual(['traces.not-taken', 'traces.taken-again'])
  expect(collector.spans).toHaveLength(4)
  expect(new Set(collector.spans.map(({ spanId }) => spanId)).size).toBe(4)
  expect(out.dropped()).toBe(0)

  // What it does not want it will not want later.
  collector.answers(400)
  trace()
  await out.send()
  expect(out.dropped()).toBe(2)
  collector.answers(200)
  trace()
  await out.stop()
  expect(collector.spans).toHaveLength(6)
})

test('trust-D78 the line has an end: what comes beyond it is dropped and counted, and goes in parts of a fixed size', async () => {
  const { collector, out, trace } = await exporting()
  trace(SPANS_WAIT_MAX / 2 + 3)
  expect(out.dropped()).toBe(6)
  await out.send()
  expect(collector.faults).toEqual([])
  expect(collector.spans).toHaveLength(SPANS_WAIT_MAX)
  expect(Math.max(...collector.asked.map(({ spans }) => spans))).toBe(SPANS_AT_ONCE)
  await out.stop()
})

test('trust-D78 nobody there: the product stops all the same, and nothing is thrown', async () => {
  const out = openTraceExport({ url: 'http://127.0.0.1:1', headers: {} }, LOCAL, silentLog)
  openTraces({ share: 1, tell: out.take }).begin('job')?.end({ name: 'deliver', attributes: {}, isFailed: false })
  await out.send()
  await out.stop()
  const outside = openTraceExport({ url: 'http://127.0.0.1:4318', headers: {} }, { local: [] }, silentLog)
  openTraces({ share: 1, tell: outside.take }).begin('job')?.end({ name: 'deliver', attributes: {}, isFailed: false })
  await outside.stop()
})

test('trust-D78 nothing is traced until somebody can read it; a collector is private or sealed', () => {
  expect(readConfig({}).traces).toBeNull()
  expect(readConfig({ METRICS_PORT: '9090' }).traces).toEqual({ share: 0.1, target: null })
  expect(readConfig({ METRICS_PORT: '9090', OTEL_TRACES_SAMPLER_ARG: '0' }).traces).toBeNull()
  expect(
    readConfig({
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318',
      OTEL_EXPORTER_OTLP_HEADERS: 'Authorization=Basic%20YTpi, x-team=desk',
      OTEL_TRACES_SAMPLER_ARG: '1',
    }).traces,
  ).toEqual({
    share: 1,
    target: { url: 'http://localhost:4318', headers: { authorization: 'Basic YTpi', 'x-team': 'desk' } },
  })
  for (const [environment, words] of [
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.example:4318' }, /must begin with https/],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, /OTEL_EXPORTER_OTLP_ENDPOINT is not usable/],
    [{ OTEL_EXPORTER_OTLP_HEADERS: 'a=b' }, /ENDPOINT is missing/],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'https://otlp.example', OTEL_EXPORTER_OTLP_HEADERS: 'a\r\nb' }, /name=value/],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'https://otlp.example', OTEL_EXPORTER_OTLP_HEADERS: 'a=b%0d%0ac' }, /name=value/],
    [{ OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, /OTEL_EXPORTER_OTLP_PROTOCOL is not usable/],
    [{ OTEL_TRACES_SAMPLER_ARG: '2' }, /OTEL_TRACES_SAMPLER_ARG is not usable/],
  ] as const) {
    expect(() => readConfig(environment)).toThrow(UnsafeConfig)
    expect(() => readConfig(environment)).toThrow(words)
  }
  const own = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.example:4318', OUTBOUND_LOCAL: 'collector.example:4318' }
  expect(readConfig(own).traces?.target?.url).toBe('http://collector.example:4318')
})
