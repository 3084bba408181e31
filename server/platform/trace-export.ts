/**
 * Finished traces on their way to a collector, by OTLP/HTTP in JSON. Nobody waits for it: what finds no collector waits in a short line, and
 * what comes when the line is full is dropped and counted.
 */
import { exchangeHttp, type OutboundRules } from './outbound.ts'
import { asOtlp } from './otlp.ts'
import { code, type Log } from './log.ts'
import type { Span, Trace } from './traces.ts'

/** Spans that wait at most, and that go in one request. */
export const SPANS_WAIT_MAX = 4_096
export const SPANS_AT_ONCE = 512
/** How often what waits is sent, and how long a send may take while the product stops, in milliseconds. */
const SEND_EVERY_MS = 5_000
const LAST_SEND_MS = 2_000

export type TraceTarget = { url: string; headers: Readonly<Record<string, string>> }
export type TraceExport = {
  take(trace: Trace): void
  /** Spans that found no room, or that the collector did not want. */
  dropped(): number
  /** Sends what waits, as far as it is taken; for the timer, and for tests. */
  send(): Promise<void>
  stop(): Promise<void>
}

export function openTraceExport({ url, headers }: TraceTarget, outbound: OutboundRules, log: Log): TraceExport {
  const target = new URL(`${url.replace(/\/+$/, '')}/v1/traces`)
  let waiting: Span[] = []
  let dropped = 0
  let isAway = false
  let sending: Promise<void> | undefined
  const leaving = new AbortController()

  const sendAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const group = waiting.slice(0, SPANS_AT_ONCE)
      const answer = await exchangeHttp(
        target,
        {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(asOtlp(group)),
          signal: leaving.signal,
        },
        outbound,
      )
      const status = answer.ok ? answer.value.status : 0
      note(answer.ok ? `${status}` : answer.refusal, status < 200 || status > 299)
      if (status === 0 || mayComeAgain(status)) return
      if (status > 299) dropped += group.length
      waiting = waiting.slice(group.length)
    }
  }
  /** Told when it begins and when it is over, not each time. */
  const note = (answer: string, isRefused: boolean): void => {
    if (isRefused && !isAway) log.error('traces.not-taken', { answer: code(answer), waiting: waiting.length })
    if (!isRefused && isAway) log.info('traces.taken-again', { dropped })
    isAway = isRefused
  }
  const send = (): Promise<void> => (sending ??= sendAll().finally(() => (sending = undefined)))

  const timer = setInterval(() => void send(), SEND_EVERY_MS).unref()
  return {
    take(trace) {
      if (waiting.length + trace.length > SPANS_WAIT_MAX) dropped += trace.length
      else waiting.push(...trace)
    },
    dropped: () => dropped,
    send,
    async stop() {
      clearInterval(timer)
      const late = setTimeout(() => leaving.abort(), LAST_SEND_MS)
      await sending
      await send()
      clearTimeout(late)
    },
  }
}

/** As OTLP/HTTP says which answers ask to come again. */
const mayComeAgain = (status: number): boolean => [429, 502, 503, 504].includes(status)
