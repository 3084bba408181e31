/** Counters for Prometheus. Labels come from closed lists (route template, method, status class, channel); no ids of people (trust-D78). */
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Services } from '#server/platform/route-context.ts'

export const registry = new Registry()
collectDefaultMetrics({ register: registry })

const requests = new Histogram({
  name: 'bedside_http_request_seconds',
  help: 'Time to answer, by route template, method and status class',
  labelNames: ['route', 'method', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registry],
})
export const messagesReceived = new Counter({
  name: 'bedside_messages_received_total',
  help: 'Inbound messages by channel and outcome',
  labelNames: ['channel', 'outcome'],
  registers: [registry],
})

export function watchServices(services: Services): void {
  const gauges: [string, string, () => number][] = [
    ['bedside_sockets', 'Open real-time connections of this process', () => services.hub.sockets()],
    ['bedside_database_connections', 'Database connections of this process', () => services.db.load().total],
    ['bedside_database_waiting', 'Callers that wait for a database connection', () => services.db.load().waiting],
  ]
  for (const [name, help, read] of gauges) {
    registry.removeSingleMetric(name)
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read())
      },
    })
  }
}

export function requestMetrics(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    requests.observe(
      {
        route: request.routeOptions.url ?? 'none',
        method: request.method,
        status: `${Math.floor(reply.statusCode / 100)}xx`,
      },
      reply.elapsedTime / 1000,
    )
  })
}
