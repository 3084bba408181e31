/**
 * Where the time of a request or a job goes (trust-D78, decision 0221). A trace is one of them with the steps within it; a part of all is
 * recorded, chosen by the id of the trace.
 *
 * A step is told where it is done: `step('understand', ...)`. Outside a recorded trace that is one look at an empty place. Names and
 * attributes are closed lists, as the labels of figures are: no id of a person, no text, no value of a statement.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'

export type RootKind = 'request' | 'job'
export type StepName = 'transaction' | 'read' | 'understand'
export const STEP_OUTCOMES = ['done', 'failed'] as const

/** What may be said of a span; each value is of a closed list. */
export type SpanAttributes = Partial<
  Record<'route' | 'method' | 'status' | 'queue' | 'outcome' | 'channel', string | undefined>
>

export type Span = {
  traceId: string
  id: string
  parentId: string | null
  kind: RootKind | 'step'
  name: string
  /** Milliseconds since 1970, with their fractions. */
  from: number
  until: number
  attributes: SpanAttributes
  isFailed: boolean
}
/** Its root last: a step ends before what it is a step of. */
export type Trace = readonly Span[]

export type OpenTrace = {
  /** What `work` does, and what that does in turn, is of this trace. */
  within<T>(work: () => T): T
  /** Steps that end later are of no trace. */
  end(told: Pick<Span, 'name' | 'attributes' | 'isFailed'>): void
}

export type Traces = {
  /** @returns undefined for a trace that is not recorded. */
  begin(kind: RootKind, traceId?: string): OpenTrace | undefined
  /** The last finished ones, the oldest first. */
  finished(): readonly Trace[]
  /** Steps of traces that were too long. */
  leftOut(): number
}

/** Finished traces that are remembered; a trace is some 2 kB. */
export const TRACES_KEPT_MAX = 100
/** Spans of one trace. */
export const SPANS_MAX = 200

type Open = { traceId: string; spans: Span[]; isOver: boolean; leaveOut(): void }
type Place = { trace: Open; spanId: string }

const current = new AsyncLocalStorage<Place>()

/** `share`: of all, 0 to 1. `tell` hears of each trace that ended. */
export function openTraces({ share, tell }: { share: number; tell?: ((trace: Trace) => void) | undefined }): Traces {
  const kept: Trace[] = []
  let leftOut = 0
  return {
    begin(kind, traceId = newTraceId()) {
      if (!isRecorded(traceId, share)) return undefined
      const trace: Open = { traceId, spans: [], isOver: false, leaveOut: () => void leftOut++ }
      const id = newSpanId()
      const from = instant()
      return {
        within: (work) => current.run({ trace, spanId: id }, work),
        end({ name, attributes, isFailed }) {
          if (trace.isOver) return
          trace.isOver = true
          trace.spans.push({ traceId, id, parentId: null, kind, name, from, until: instant(), attributes, isFailed })
          kept.push(trace.spans)
          if (kept.length > TRACES_KEPT_MAX) kept.shift()
          tell?.(trace.spans)
        },
      }
    },
    finished: () => kept,
    leftOut: () => leftOut,
  }
}

/** A part of what a request or job does. It is done in any case; its time is noted where its trace is recorded. */
export function step<T>(name: StepName, work: () => T, attributes: SpanAttributes = {}): T {
  const place = current.getStore()
  if (place === undefined || place.trace.isOver) return work()
  const { trace, spanId: parentId } = place
  if (trace.spans.length >= SPANS_MAX - 1) {
    trace.leaveOut()
    return work()
  }
  const id = newSpanId()
  const from = instant()
  const end = (outcome: (typeof STEP_OUTCOMES)[number]): void => {
    if (trace.isOver || trace.spans.length >= SPANS_MAX - 1) return
    const { traceId } = trace
    const told = { attributes: { ...attributes, outcome }, isFailed: outcome === 'failed' }
    trace.spans.push({ traceId, id, parentId, kind: 'step', name, from, until: instant(), ...told })
  }
  try {
    const value = current.run({ trace, spanId: id }, work)
    if (value instanceof Promise) {
      value.then(
        () => end('done'),
        () => end('failed'),
      )
    } else end('done')
    return value
  } catch (error) {
    end('failed')
    throw error
  }
}

/** The same everywhere for one trace: by its last 48 bits, which are random. */
const isRecorded = (traceId: string, share: number): boolean =>
  Number.parseInt(traceId.slice(-12), 16) / 2 ** 48 < share

/** The trace of a request has the request's id, so that whoever was told one finds the other. */
export const traceIdOf = (requestId: string): string => requestId.replaceAll('-', '')
const newTraceId = (): string => traceIdOf(randomUUID())
const newSpanId = (): string => traceIdOf(randomUUID()).slice(16)
const instant = (): number => performance.timeOrigin + performance.now()
