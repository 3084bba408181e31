/**
 * A door to which a system outside pushes: a carrier, a mail provider, whoever reports an event. It takes one type of body and so many
 * calls from one address, and says when to come again while nothing can be stored.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { readEndpoint } from '#server/channels/hook-endpoint.ts'
import type { RateName } from '#server/platform/rate-limit.ts'
import type { Services } from '#server/platform/route-context.ts'
import { toRefusal } from './answer.ts'
import type { KnownPlaces } from './emergency/known-places.ts'
import { slowDown } from './guard.ts'
import { inTurn, partyOf } from './in-turn.ts'

const RETRY_AFTER_SECONDS = 30

export type DoorTurn = {
  places: Pick<KnownPlaces, 'find'>
  /** Without: what comes is bounded elsewhere, and waits as long as it takes. */
  isUrgent?: (request: FastifyRequest) => boolean
}
type Door = {
  rate: RateName
  takes: string
  parseAs: 'string' | 'buffer'
  /** Null: calls by telephone, which are answered within a second whatever happens. */
  turn: DoorTurn | null
}

export function openPushDoor(scope: FastifyInstance, services: Services, { rate, takes, parseAs, turn }: Door): void {
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
  if (!turn) return
  const { places, isUrgent } = turn
  scope.addHook('preHandler', async (request) => {
    const { endpointId = '' } = request.params as { endpointId?: string }
    const party = partyOf(places, readEndpoint(endpointId).organizationId, request.ip)
    await inTurn(services, party, request, isUrgent ? { isUrgent: () => isUrgent(request) } : 'as-long-as-it-takes')
  })
}
