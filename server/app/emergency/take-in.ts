/** Takes in what was kept, through the door it came by: the same guard, the same procedure, at the time at which it reached us. */
import { call, type AnyProcedure } from '@orpc/server'
import type { Refusal } from '#contract/refusal.ts'
import type { RouteMeta } from '#contract/route.ts'
import { BACKGROUND_HEADER } from '#contract/session.ts'
import type { Services } from '#server/platform/route-context.ts'
import { toRefusal } from '../answer.ts'
import { proceduresOf } from '../described-routes.ts'
import { guardProof } from '../guard.ts'
import type { AppRouter } from '../router.ts'
import type { Kept, Taken, Taking } from './emergencies.ts'
import { proofOfKept } from './hand.ts'

/** Why a message of a procedure waits for a person. Every other refusal is `not-stored`. */
const CAUSES: Partial<Record<Refusal, string>> = {
  NOT_SIGNED_IN: 'session-over',
  SECOND_FACTOR_NEEDED: 'session-over',
  NOT_ALLOWED: 'not-allowed',
  NOT_FOUND: 'conversation-gone',
}

export function takingIn(services: Services, router: AppRouter): Taking {
  const procedures = new Map(proceduresOf(router))

  return {
    db: services.db,
    isPassing: (error) => {
      const { code } = toRefusal(error, '')
      return code === 'UNAVAILABLE' || code === 'AUDIT_UNAVAILABLE'
    },
    async takeIn({ at, hand }: Kept): Promise<Taken> {
      const { path, proof, requestId, sourceAddress, input } = hand
      const procedure = procedures.get(path) as AnyProcedure | undefined
      if (!procedure) return { is: 'aside', cause: 'not-stored' }
      const request = {
        requestId,
        sourceAddress,
        // Taking it in does not keep a session awake.
        header: (name: string) => (name === BACKGROUND_HEADER ? '1' : undefined),
        setHeader: () => undefined,
      }
      try {
        const meta = procedure['~orpc'].meta as RouteMeta
        const context = await guardProof(services, proofOfKept(proof), request, meta, path, at)
        await call(procedure, input, { context: { ...context, heardAt: at }, path: path.split('.') })
        return { is: 'stored' }
      } catch (error) {
        const { status, code } = toRefusal(error, requestId)
        if (status >= 500) throw error
        return { is: 'aside', cause: CAUSES[code as Refusal] ?? 'not-stored' }
      }
    },
  }
}
