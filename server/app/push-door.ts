/**
 * A door to which a system outside pushes: a carrier, a mail provider, whoever reports an event. It takes one type of body and so many
 * calls from one address, and says when to come again while nothing can be stored.
 */
import type { FastifyInstance } from 'fastify'
import type { RateName } from '#server/platform/rate-limit.ts'
import type { Services } from '#server/platform/route-context.ts'
import { toRefusal } from './answer.ts'
import { slowDown } from './guard.ts'

const RETRY_AFTER_SECONDS = 30

type Door = { rate: RateName; takes: string; parseAs: 'string' | 'buffer' }

export function openPushDoor(scope: FastifyInstance, services: Services, { rate, takes, parseAs }: Door): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser(takes, { parseAs }, (_request, body, done) => done(null, body))
  scope.setErrorHandler((error, request, reply) => {
    if (toRefusal(error, request.id).status === 503) reply.header('retry-after', RETRY_AFTER_SECONDS)
    throw error
  })
  scope.addHook('onRequest', async (request) => {
    const wait = services.rates.admit(rate, request.ip, services.now())
    if (wait > 0) throw slowDown(request.id, wait)
  })
}
