/** Traces in the words of OpenTelemetry: the JSON form of an OTLP/HTTP export request (opentelemetry-proto 1.x, `ExportTraceServiceRequest`). */
import { randomUUID } from 'node:crypto'
import type { Span, SpanAttributes } from './traces.ts'

/** Which of our words is which of the semantic conventions; those without one are ours. */
const NAMES: Record<keyof SpanAttributes, string> = {
  route: 'http.route',
  method: 'http.request.method',
  status: 'bedside.status_class',
  queue: 'messaging.destination.name',
  outcome: 'bedside.outcome',
  channel: 'bedside.channel',
}
/** `SpanKind`: what comes from outside, what is done for oneself, what is taken from a queue. */
const KINDS: Record<Span['kind'], number> = { request: 2, step: 1, job: 5 }
const STATUS = { unset: 0, failed: 2 }

/** One for each start of a process. */
const instance = randomUUID()

export const asOtlp = (spans: readonly Span[]): object => ({
  resourceSpans: [
    {
      resource: { attributes: [text('service.name', 'bedside'), text('service.instance.id', instance)] },
      scopeSpans: [{ scope: { name: 'bedside' }, spans: spans.map(spanAsOtlp) }],
    },
  ],
})

const spanAsOtlp = ({ traceId, id, parentId, kind, name, from, until, attributes, isFailed }: Span): object => ({
  traceId,
  spanId: id,
  ...(parentId === null ? {} : { parentSpanId: parentId }),
  name,
  kind: KINDS[kind],
  startTimeUnixNano: nanoseconds(from),
  endTimeUnixNano: nanoseconds(until),
  attributes: Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [text(NAMES[key as keyof SpanAttributes], value)],
  ),
  status: { code: isFailed ? STATUS.failed : STATUS.unset },
})

const text = (key: string, value: string): object => ({ key, value: { stringValue: value } })

/** As decimal text, which is how JSON carries 64 bits. Finer than a microsecond the clock is not. */
const nanoseconds = (milliseconds: number): string => `${Math.round(milliseconds * 1_000)}000`
