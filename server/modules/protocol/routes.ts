/** Everybody on the desk reads and tries the protocol; a clinician signs it. */
import { implement } from '@orpc/server'
import { protocol } from '#contract/protocol.ts'
import { emergencyNumberOf } from '#engines/crisis/resources.ts'
import { inTransaction, refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { presentFamily, presentState, presentTrial } from './present.ts'
import { signProtocol } from './sign-protocol.ts'
import { isProtocolSigned, signatures } from './store.ts'

const on = implement(protocol).$context<RouteContext>()

/** The trial box speaks as the clinic of the United States does; a message takes the number of its site. */
const TRIAL_COUNTRY = 'US'

export const protocolRoutes = on.router({
  get: on.get.handler(async ({ context: route }) =>
    presentState(await route.db.transaction(route.context, signatures)),
  ),

  family: on.family.handler(({ input, context: route }) => {
    const family = presentFamily(input.familyId)
    if (!family) throw refusalError('NOT_FOUND', route.context.requestId)
    return family
  }),

  try: on.try.handler(async ({ input, context: route }) => {
    const signed = await route.db.transaction(route.context, isProtocolSigned)
    return presentTrial(input, { signed, number: emergencyNumberOf(TRIAL_COUNTRY, input.language) })
  }),

  sign: on.sign.handler(async ({ input, context: route }) => {
    const { staff } = route
    if (!staff) throw refusalError('NOT_ALLOWED', route.context.requestId)
    await inTransaction(route, (deps) => signProtocol(deps, input, staff.id))
    return presentState(await route.db.transaction(route.context, signatures))
  }),
})
