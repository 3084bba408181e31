/**
 * The HTTP server: procedures for screens (/rpc) and for integrators (/api), files, real time, health, pages.
 *
 * What comes in is bounded before it is understood: size, time, shape of the JSON, spelling of the text (trust-D49).
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import fastifyMultipart from '@fastify/multipart'
import { OpenAPIHandler } from '@orpc/openapi/fastify'
import { ORPCError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/fastify'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { RouteMeta } from '#contract/route.ts'
import type { Context } from '#server/platform/context.ts'
import { NoTurn, type GiveBack } from '#server/platform/fair-turns.ts'
import { cleanText } from '#server/platform/clean-text.ts'
import { parseStrictJson } from '#server/platform/strict-json.ts'
import { code, errorFields } from '#server/platform/log.ts'
import { refusalError, type Services } from '#server/platform/route-context.ts'
import { NO_DEVICES } from './content-policy.ts'
import { guarded, retryAfter, toRefusal } from './answer.ts'
import { keepRouteList, type DescribedRoute } from './described-routes.ts'
import { keepUnstored } from './emergency/keep-unstored.ts'
import { admitMessage, guard, proofOf, wordsOf, type GuardedRequest } from './guard.ts'
import { giveTurnsBack, partyOf } from './in-turn.ts'
import { noteDenial } from './note-denial.ts'
import type { AppRouter } from './router.ts'
import { originIsOurs } from './origin.ts'
import { registerFiles } from './files.ts'
import { registerMailPictures } from './mail-pictures.ts'
import { registerEventWebhook } from './event-webhook.ts'
import { registerMailWebhook } from './mail-webhook.ts'
import { registerSmsPictures } from './sms-pictures.ts'
import { registerSmsWebhook } from './sms-webhook.ts'
import { registerVoiceWebhook } from './voice-webhook.ts'
import { registerFhir } from './fhir.ts'
import { registerHealth } from './health.ts'
import { registerApiPage } from './api-page.ts'
import { hostOriginsOf } from '#server/channels/widget/door.ts'
import { registerScreens } from './screens.ts'
import { registerSockets } from './sockets.ts'
import { traceRequests } from './trace-requests.ts'
import { registerPages } from './pages/pages.ts'
import type { AppOptions } from './options.ts'
import { tellRefusal } from './tell-refusal.ts'

/** Bytes of a body that is not a file (trust-D49). */
const BODY_MAX = 1_000_000
/** Headers must have come within this time, in milliseconds (trust-D49). */
const HEADERS_MAX_MS = 10_000
/** The whole request must have come within this time, and slow ones are looked for this often, in milliseconds. */
const REQUEST_MAX_MS = 60_000
const SLOW_CHECK_MS = 1_000
/** Bytes of all headers; cookies and the longest cursor fit many times. */
const HEADERS_MAX_BYTES = 16_384

const OF_EVERY_ANSWER = {
  'permissions-policy': NO_DEVICES,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** Milliseconds; longer than what finding a row and refusing it costs more than finding none. */
const BEAT_MS = 8

declare module 'fastify' {
  interface FastifyInstance {
    /** Every door of this server, as the router holds it. */
    doors(): DescribedRoute[]
  }
  interface FastifyRequest {
    /** Who was let in, and to what. */
    entered: { context: Context; meta: RouteMeta } | null
  }
}

export async function buildApp(services: Services, router: AppRouter, options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: BODY_MAX,
    logger: false,
    trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false,
    genReqId: () => randomUUID(),
    requestTimeout: REQUEST_MAX_MS,
    http: {
      headersTimeout: HEADERS_MAX_MS,
      connectionsCheckingInterval: SLOW_CHECK_MS,
      maxHeaderSize: HEADERS_MAX_BYTES,
    },
    routerOptions: { ignoreTrailingSlash: true },
    // An address that cannot be read comes to no route and no hook; the framework's own words would repeat it.
    frameworkErrors: (_error, request, reply: FastifyReply) => {
      void tellRefusal(request, reply.headers(OF_EVERY_ANSWER), refusalError('INVALID_INPUT', request.id))
    },
  })
  app.decorate('doors', keepRouteList(app))
  app.decorateRequest('procedure', null)
  app.decorateRequest('entered', null)
  giveTurnsBack(app)
  if (options.traces) traceRequests(app, options.traces)
  // Before any route: a route takes the handler that is there when it is made.
  app.setErrorHandler(async (error, request, reply) => {
    const failure = await afterDenial(services, request.entered, toRefusal(error, request.id), request.id)
    const seconds = retryAfter(failure)
    if (seconds !== undefined) reply.header('retry-after', seconds)
    if (failure.status >= 500 && !(error instanceof NoTurn))
      services.log.error('http.failed', { requestId: code(request.id), ...errorFields(error) })
    const { field } = (failure.data ?? {}) as { field?: string }
    return tellRefusal(request, reply, { status: failure.status, code: failure.code, message: failure.message, field })
  })

  await app.register(fastifyMultipart, { limits: { fileSize: options.fileMaxBytes, files: 1, fields: 10, parts: 12 } })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    reply.headers(OF_EVERY_ANSWER)
    if (options.publicUrl.startsWith('https:'))
      reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains')
    // A write must come from our own pages: cookies alone prove nothing (trust-D24).
    if (isWrite(request) && !originIsOurs(request.headers, options.publicUrl)) {
      return tellRefusal(request, reply, { status: 403, code: 'NOT_ALLOWED', message: 'This came from another site.' })
    }
    return undefined
  })
  // "Not there" and "not yours" leave at the same beat, so that the time of the answer does not tell them apart (trust-D3).
  app.addHook('onSend', async (_request, reply) => {
    if (reply.statusCode === 404) await sleep(BEAT_MS - (reply.elapsedTime % BEAT_MS))
  })
  registerProcedures(app, services, router, options)
  registerFiles(app, services, options)
  registerMailPictures(app, services, options)
  registerMailWebhook(app, services, options)
  registerEventWebhook(app, services, options)
  registerSmsWebhook(app, services, options)
  registerSmsPictures(app, services, options)
  registerVoiceWebhook(app, services, options)
  await registerFhir(app, services, options)
  registerHealth(app, services, options)
  registerSockets(app, services, options)
  await registerPages(app)
  registerApiPage(app)
  await registerScreens(app, options, (key) => hostOriginsOf(services.db, key))

  return app
}

/** A denial is told once it is written down; where it cannot be, nothing is told but that (trust-D29). */
async function afterDenial(
  services: Services,
  entered: { context: Context; meta: RouteMeta } | null,
  failure: ORPCError<string, unknown>,
  requestId: string,
): Promise<ORPCError<string, unknown>> {
  if (!entered) return failure
  return noteDenial(services, entered.context, entered.meta, failure.code).then(
    () => failure,
    (error: unknown) => toRefusal(error, requestId),
  )
}

const isWrite = ({ method }: FastifyRequest): boolean => method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS'

function registerProcedures(
  app: FastifyInstance,
  services: Services,
  router: AppRouter,
  { emergencies }: Pick<AppOptions, 'emergencies'>,
): void {
  type Initial = { request: GuardedRequest }
  const options = {
    // What is no call at all, such as a query that is no JSON, is refused in our words too.
    interceptors: [
      async ({ context, next }: { context: Initial; next: () => Promise<unknown> }) => {
        try {
          return await next()
        } catch (error) {
          if (error instanceof ORPCError) throw error
          throw refusalError('INVALID_INPUT', context.request.requestId)
        }
      },
    ],
    clientInterceptors: [
      async (call: {
        context: Initial
        input: unknown
        path: readonly string[]
        procedure: { '~orpc': { meta: object } }
        next: (options: never) => Promise<unknown>
      }) => {
        const { request } = call.context
        const path = call.path.join('.')
        const meta = call.procedure['~orpc'].meta as RouteMeta
        request.isFor(path)
        let entered: { context: Context; meta: RouteMeta } | null = null
        let giveBack: GiveBack | undefined
        try {
          const proof = proofOf(request, meta)
          const party = partyOf(emergencies.places, proof.token?.organizationId, request.sourceAddress)
          giveBack = await services.turns.take(party, () => meta.carriesMessage === true && isAlarm(call.input))
          const context = await guard(services, request, meta, path, proof)
          entered = { context: context.context, meta }
          const input = cleanText(call.input)
          if (meta.carriesMessage) admitMessage(context, input)
          return await call.next({ ...call, context, input } as never)
        } catch (error) {
          const failure = await afterDenial(services, entered, explain(error, request, path), request.requestId)
          // Its words were read when it was turned away.
          const isRead = error instanceof NoTurn && !error.wasUrgent
          if (!meta.carriesMessage || isRead) throw failure
          throw await keepUnstored(services, emergencies, failure, {
            path,
            procedure: call.procedure,
            input: call.input,
            request,
          })
        } finally {
          giveBack?.()
        }
      },
    ],
  }
  const isAlarm = (input: unknown): boolean => emergencies.helpFor(wordsOf(input), null) !== null
  const explain = (
    error: unknown,
    { requestId, setHeader }: GuardedRequest,
    path: string,
  ): ORPCError<string, unknown> => {
    const failure = toRefusal(error, requestId)
    const seconds = retryAfter(failure)
    if (seconds !== undefined) setHeader('retry-after', String(seconds))
    if (failure.status >= 500 && !(error instanceof NoTurn))
      services.log.error('route.failed', { requestId: code(requestId), route: code(path), ...errorFields(error) })
    return failure
  }
  const rpc = new RPCHandler(router as never, options as never)
  const api = new OpenAPIHandler(router as never, options as never)

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'string', bodyLimit: BODY_MAX },
      (_request, body, done) => {
        try {
          done(null, body === '' ? undefined : parseStrictJson(String(body)))
        } catch (error) {
          done(error as Error)
        }
      },
    )
    scope.addHook('onRequest', (request, _reply, done) => {
      // A body of another kind is never read; a file has a door of its own.
      const hasBody = request.headers['content-length'] !== undefined && request.headers['content-length'] !== '0'
      const isJson = /^application\/json\b/i.test(request.headers['content-type'] ?? '')
      const isRefused = (hasBody || request.headers['transfer-encoding'] !== undefined) && !isJson
      done(isRefused ? refusalError('INVALID_INPUT', request.id) : undefined)
    })
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
    const describes = { config: { describes: 'procedures' as const } }
    scope.all('/rpc/*', describes, serve(rpc, '/rpc'))
    scope.all('/api/*', describes, serve(api, '/api'))
  })
}
