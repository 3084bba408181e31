/**
 * A request's turn among those of all organizations (trust-D57, decision 0214): before it is asked who calls. Health, figures, sockets, pages and
 * calls by telephone stand in no line.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { GiveBack, Party } from '#server/platform/fair-turns.ts'
import type { Services } from '#server/platform/route-context.ts'
import { guarded } from './answer.ts'
import type { PlainRoute } from './described-routes.ts'
import type { KnownPlaces } from './emergency/known-places.ts'
import { guard, proofOf, type Guarded } from './guard.ts'

/**
 * In whose line it stands: in that of the organization which its cookie, secret or address names. Who names none that is known here stands
 * in one of his own address, so that invented names are no way to more turns.
 */
export function partyOf(
  places: Pick<KnownPlaces, 'find'>,
  organizationId: string | undefined,
  sourceAddress: string | null,
): Party {
  if (organizationId !== undefined && places.find(organizationId)) return { kind: 'organization', name: organizationId }
  return { kind: 'stranger', name: sourceAddress ?? '' }
}

declare module 'fastify' {
  interface FastifyRequest {
    /** How the turn of a plain door is given back. */
    turn: GiveBack | null
  }
}

/** For `inTurn`: before any route. */
export function giveTurnsBack(app: FastifyInstance): void {
  app.decorateRequest('turn', null)
  app.addHook('onResponse', async (request) => request.turn?.())
}

/** Takes the turn; it is given back when the answer has left. `as-long-as-it-takes`: what is bounded elsewhere is never turned away. */
export async function inTurn(
  { turns }: Pick<Services, 'turns'>,
  party: Party,
  request: FastifyRequest,
  how: { isUrgent?: () => boolean } | 'as-long-as-it-takes' = {},
): Promise<void> {
  request.turn = await (how === 'as-long-as-it-takes' ? turns.wait(party) : turns.take(party, how.isUrgent))
}

/** The turn, and then the guard, of a plain door. */
export async function guardInTurn(
  services: Services,
  places: Pick<KnownPlaces, 'find'>,
  { request, reply, describes }: { request: FastifyRequest; reply: FastifyReply; describes: PlainRoute },
): Promise<Guarded> {
  const asked = guarded(request, reply)
  const proof = proofOf(asked, describes)
  await inTurn(services, partyOf(places, proof.token?.organizationId, asked.sourceAddress), request)
  return guard(services, asked, describes, request.routeOptions.url ?? '', proof)
}
