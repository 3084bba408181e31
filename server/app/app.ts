/**
 * The HTTP server: procedures for screens (/rpc) and for integrators (/api), files, real time, health, and the built screens.
 */
import { randomUUID } from 'node:crypto'
import fastifyMultipart from '@fastify/multipart'
import { OpenAPIHandler } from '@orpc/openapi/fastify'
import { RPCHandler } from '@orpc/server/fastify'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { RouteMeta } from '#contract/route.ts'
import { code, errorFields } from '#server/platform/log.ts'
import type { Services } from '#server/platform/route-context.ts'
import { guarded, toRefusal } from './answer.ts'
import { guard, type GuardedRequest } from './guard.ts'
import type { AppRouter } from './router.ts'
import { originIsOurs } from './origin.ts'
import { registerFiles } from './files.ts'
import { registerHealth } from './health.ts'
import { registerScreens } from './screens.ts'
import { registerSockets } from './sockets.ts'
import { requestMetrics } from './metrics.ts'
import type { AppOptions } from './options.ts'

/** Bytes of a body that is not a file (trust-D49). */
const BODY_MAX = 1_000_000
/** Headers must have come within this time, in milliseconds (trust-D49). */
const HEADERS_MAX_MS = 10_000

export async function buildApp(services: Services, router: AppRouter, options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: BODY_MAX,
    logger: false,
    trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false,
    genReqId: () => randomUUID(),
    requestTimeout: 60_000,
    routerOptions: { ignoreTrailingSlash: true },
  })
  app.server.headersTimeout = HEADERS_MAX_MS

  await app.register(fastifyMultipart, { limits: { fileSize: options.fileMaxBytes, files: 1, fields: 10, parts: 12 } })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    reply.header('cache-control', 'no-store')
    reply.header('referrer-policy', 'no-referrer')
    reply.header('x-content-type-options', 'nosniff')
    if (options.publicUrl.startsWith('https:'))
      reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains')
    // A write must come from our own pages: cookies alone prove nothing (trust-D24).
    if (isWrite(request) && !originIsOurs(request.headers, options.publicUrl)) {
      return reply
        .code(403)
        .send({ code: 'NOT_ALLOWED', message: 'This came from another site.', requestId: request.id })
    }
    return undefined
  })
  requestMetrics(app)
  registerProcedures(app, services, router)
  registerFiles(app, services, options)
  registerHealth(app, services, options)
  registerSockets(app, services, options)
  await registerScreens(app, options)

  app.setErrorHandler((error, request, reply) => {
    const failure = toRefusal(error, request.id)
    if (failure.status >= 500) services.log.error('http.failed', { requestId: code(request.id), ...errorFields(error) })
    return reply.code(failure.status).send({ code: failure.code, message: failure.message, requestId: request.id })
  })
  return app
}

const isWrite = ({ method, headers }: FastifyRequest): boolean =>
  method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS' && headers.authorization === undefined

function registerProcedures(app: FastifyInstance, services: Services, router: AppRouter): void {
  type Initial = { request: GuardedRequest }
  const options = {
    clientInterceptors: [
      async (call: {
        context: Initial
        path: readonly string[]
        procedure: { '~orpc': { meta: object } }
        next: (options: never) => Promise<unknown>
      }) => {
        const { request } = call.context
        const path = call.path.join('.')
        try {
          const context = await guard(services, request, call.procedure['~orpc'].meta as RouteMeta, path)
          return await call.next({ ...call, context } as never)
        } catch (error) {
          throw explain(error, request.requestId, path)
        }
      },
    ],
  }
  const explain = (error: unknown, requestId: string, path: string): unknown => {
    const failure = toRefusal(error, requestId)
    if (failure.status >= 500)
      services.log.error('route.failed', { requestId: code(requestId), route: code(path), ...errorFields(error) })
    return failure
  }
  const rpc = new RPCHandler(router as never, options as never)
  const api = new OpenAPIHandler(router as never, options as never)

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null, undefined))
    const serve =
      (handler: typeof rpc | typeof api, prefix: '/rpc' | '/api') =>
      async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
        const { matched } = await handler.handle(request, reply, {
          prefix,
          context: { request: guarded(request, reply) },
        } as never)
        if (!matched)
          await reply
            .code(404)
            .send({ code: 'NOT_FOUND', message: 'There is no such procedure.', requestId: request.id })
      }
    scope.all('/rpc/*', serve(rpc, '/rpc'))
    scope.all('/api/*', serve(api, '/api'))
  })
}
