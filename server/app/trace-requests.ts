/** Each request that is recorded is a trace, from its first byte to the end of its answer (decision 0221). For the app, before any route. */
import type { FastifyInstance } from 'fastify'
import { traceIdOf, type OpenTrace, type Traces } from '#server/platform/traces.ts'
import { labelsOf } from './labels.ts'

declare module 'fastify' {
  interface FastifyRequest {
    trace: OpenTrace | null
  }
}

export function traceRequests(app: FastifyInstance, traces: Traces): void {
  app.decorateRequest('trace', null)
  app.addHook('onRequest', (request, _reply, done) => {
    request.trace = traces.begin('request', traceIdOf(request.id)) ?? null
    done()
  })
  // Here and not before: what reads a body goes on where the socket was opened.
  app.addHook('preHandler', (request, _reply, done) => {
    if (request.trace) request.trace.within(done)
    else done()
  })
  app.addHook('onResponse', async (request, reply) => {
    const attributes = labelsOf(request, reply)
    request.trace?.end({
      name: `${attributes.method} ${attributes.route}`,
      attributes,
      isFailed: attributes.status === '5xx',
    })
  })
}
