/**
 * Figures for Prometheus and the last traces, on a listener of their own on loopback (trust-D78). Labels come from closed lists (route
 * template or procedure, method, status class, channel, urgency); there is no id of a person in any of them.
 */
import { createServer, type Server } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { onJournalled } from '#server/platform/journal.ts'
import { asOtlp } from '#server/platform/otlp.ts'
import type { Services } from '#server/platform/route-context.ts'
import type { Traces } from '#server/platform/traces.ts'
import { labelsOf } from './labels.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The name of the called procedure in the contract, once it is known. */
    procedure: string | null
  }
}

export type Metrics = { registry: Registry; stop(): void }

/** `lostSpans`: where requests are traced. */
export function openMetrics(app: FastifyInstance, services: Services, lostSpans?: () => number): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const requests = new Histogram({
    name: 'bedside_http_request_seconds',
    help: 'Time to answer, by procedure or route template, method and status class',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  })
  const received = new Counter({
    name: 'bedside_messages_received_total',
    help: 'Stored inbound messages, by channel and urgency',
    labelNames: ['channel', 'urgency'],
    registers,
  })
  const missed = new Counter({
    name: 'bedside_clocks_missed_total',
    help: 'Deadlines that no job told of in time and the sweep found; expected 0',
    registers,
  })
  const asked = new Counter({
    name: 'bedside_llm_asked_total',
    help: 'Questions to the language model, by use and outcome; none where none is connected',
    labelNames: ['use', 'outcome'],
    registers,
  })
  const translated = new Counter({
    name: 'bedside_translation_asked_total',
    help: 'Messages that staff wanted translated by a machine, by outcome; none where none is connected',
    labelNames: ['outcome'],
    registers,
  })
  const gauges: [string, string, () => number][] = [
    ['bedside_sockets', 'Open real-time connections of this process', () => services.hub.sockets()],
    ['bedside_database_connections', 'Database connections of this process', () => services.db.load().total],
    ['bedside_database_waiting', 'Callers that wait for a database connection', () => services.db.load().waiting],
    ['bedside_turns_held', 'Calls and jobs that have their turn', () => services.turns.load().held],
    ['bedside_turns_waiting', 'Calls and jobs that wait for their turn', () => services.turns.load().waiting],
    [
      'bedside_turned_away',
      'Calls that found too long a line of their own organization, since the start',
      () => services.turns.load().turnedAway,
    ],
  ]
  if (lostSpans)
    gauges.push(['bedside_trace_spans_lost', 'Spans of too long a trace, or that no collector took', lostSpans])
  for (const [name, help, read] of gauges) {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  }

  app.addHook('onResponse', async (request, reply) => {
    requests.observe(labelsOf(request, reply), reply.elapsedTime / 1000)
  })
  const stop = onJournalled(({ event, detail }) => {
    if (event === 'clock.breached' && detail?.by === 'sweep') missed.inc()
    if (event === 'llm.asked') asked.inc({ use: String(detail?.use), outcome: String(detail?.outcome) })
    if (event === 'translation.asked') translated.inc({ outcome: String(detail?.outcome) })
    if (event !== 'message.received') return
    received.inc({ channel: String(detail?.channel ?? 'none'), urgency: String(detail?.urgency ?? 'none') })
  })
  return { registry, stop }
}

/** Opens the listener; `null` opens none. `/metrics` are the figures, `/traces` the last traces as OTLP has them in JSON. */
export async function listenMetrics(
  registry: Registry,
  port: number | null,
  traces?: Traces,
): Promise<Server | undefined> {
  if (port === null) return undefined
  const server = createServer((request, response) => {
    const tell = (type: string, text: string) => void response.writeHead(200, { 'content-type': type }).end(text)
    if (request.url === '/metrics') void registry.metrics().then((text) => tell(registry.contentType, text))
    else if (request.url === '/traces' && traces)
      tell('application/json', JSON.stringify(asOtlp(traces.finished().flat())))
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', () => resolve()))
  return server
}
