/** trust-D78: traces of requests and jobs, in memory: their shape, their share and their limits. */
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openTraces, SPANS_MAX, step, TRACES_KEPT_MAX, type Trace, type Traces } from './traces.ts'

const END = { name: 'GET /health/live', attributes: {}, isFailed: false }
/** A whole trace of what `work` does. */
async function traced(traces: Traces, work: () => unknown, traceId?: string): Promise<void> {
  const trace = traces.begin('request', traceId)
  await trace?.within(work)
  trace?.end(END)
}
const shapeOf = (trace: Trace = []): string[] =>
  trace.map((span) => `${span.name} in ${trace.find(({ id }) => id === span.parentId)?.name ?? 'nothing'}`)

test('trust-D78 outside a trace a step is done and nothing is kept of it', async () => {
  const traces = openTraces({ share: 1 })
  expect(step('understand', () => 7)).toBe(7)
  expect(await step('transaction', async () => 'stored')).toBe('stored')
  const broken = new Error('broken')
  expect(() => step('understand', () => { throw broken })).toThrow(broken) // prettier-ignore
  expect(traces.finished()).toEqual([])
})

test('trust-D78 steps stand in what they were done in, also when several are under way at once', async () => {
  const traces = openTraces({ share: 1 })
  const several = async (channel: string) => {
    await setImmediate()
    await step('transaction', async () => {
      await setImmediate()
      step('understand', () => undefined, { channel })
      await setImmediate()
    })
    await step('read', () => setImmediate())
  }
  await Promise.all([traced(traces, () => several('sms')), traced(traces, () => several('email'))])
  const [one, other] = traces.finished()
  for (const trace of [one, other])
    expect(shapeOf(trace)).toEqual([
      'understand in transaction',
      'transaction in GET /health/live',
      'read in GET /health/live',
      'GET /health/live in nothing',
    ])
  expect([one, other].map((trace) => trace?.[0]?.attributes.channel)).toEqual(['sms', 'email'])
  for (const span of one ?? []) {
    expect(span.traceId).toMatch(/^[0-9a-f]{32}$/)
    expect(span.id).toMatch(/^[0-9a-f]{16}$/)
    expect(span.until).toBeGreaterThanOrEqual(span.from)
    expect(Math.abs(span.from - Date.now())).toBeLessThan(60_000)
  }
  expect(new Set([...(one ?? []), ...(other ?? [])].map(({ id }) => id)).size).toBe(8)
})

test('trust-D78 what a step throws goes on, and the step has failed', async () => {
  const traces = openTraces({ share: 1 })
  const fails = () => step('transaction', () => Promise.reject(new Error('refused')))
  await expect(traced(traces, fails)).rejects.toThrow('refused')
  await traced(traces, async () => {
    await fails().catch(() => undefined)
    expect(() => step('understand', () => { throw new Error('no') })).toThrow('no') // prettier-ignore
  })
  const [trace] = traces.finished()
  expect(trace?.map(({ attributes, isFailed }) => [attributes.outcome, isFailed])).toEqual([
    ['failed', true],
    ['failed', true],
    [undefined, false],
  ])
})

test('trust-D78 a share of all is recorded, and the id alone says which', async () => {
  const ids = Array.from({ length: 4_000 }, () => crypto.randomUUID().replaceAll('-', ''))
  const recorded = (share: number) => ids.filter((id) => openTraces({ share }).begin('job', id) !== undefined)
  expect(recorded(0)).toEqual([])
  expect(recorded(1)).toEqual(ids)
  const quarter = recorded(0.25)
  expect(quarter.length / ids.length).toBeGreaterThan(0.2)
  expect(quarter.length / ids.length).toBeLessThan(0.3)
  expect(recorded(0.25)).toEqual(quarter)
  const half = new Set(recorded(0.5))
  expect(quarter.every((id) => half.has(id))).toBe(true)
})

test('trust-D78 a trace has its limit, and only the last ones are remembered', async () => {
  const told: Trace[] = []
  const traces = openTraces({ share: 1, tell: (trace) => told.push(trace) })
  await traced(traces, () => {
    for (let n = 0; n < SPANS_MAX + 10; n++) step('understand', () => undefined)
  })
  expect(traces.finished()[0]).toHaveLength(SPANS_MAX)
  expect(traces.finished()[0]?.at(-1)?.kind).toBe('request')
  expect(traces.leftOut()).toBe(11)
  for (let n = 0; n < TRACES_KEPT_MAX + 5; n++) await traced(traces, () => undefined)
  expect(traces.finished()).toHaveLength(TRACES_KEPT_MAX)
  expect(told).toHaveLength(TRACES_KEPT_MAX + 6)
  expect(traces.finished()).toEqual(told.slice(-TRACES_KEPT_MAX))
})

test('trust-D78 what goes on after the answer is of no trace', async () => {
  const traces = openTraces({ share: 1 })
  const later = Promise.withResolvers<void>()
  let goesOn: Promise<void> | undefined
  await traced(traces, () => {
    goesOn = step('transaction', () => later.promise).then(() => step('understand', () => undefined))
  })
  later.resolve()
  await goesOn
  expect(shapeOf(traces.finished()[0])).toEqual(['GET /health/live in nothing'])
})
