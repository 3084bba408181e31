/** Tells the carrier to come for what the desk asked of a call (decision 0246). */
import { lockCallById, type Redirect } from '#server/modules/call/index.ts'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import type { OutboundRules } from '#server/platform/outbound.ts'
import { endpointOf } from '../hook-endpoint.ts'
import { redirectCall } from './ask-for-call.ts'
import { lineById } from './own-line.ts'
import { countryOf } from './place-call.ts'

/** The caller's leg alone is told: what it leaves ends by itself. */
export const redirectAsked =
  (outbound: OutboundRules): Redirect =>
  async ({ db, keys, publicUrl }, organizationId, callId) => {
    const found = await db.transaction(systemContext(organizationId, newId(), 'desk'), async (tx) => {
      const call = await lockCallById(tx, callId)
      const line = call && (await lineById(tx, keys, call.accountId))
      return call && line && { call, line, country: await countryOf(tx, line) }
    })
    if (!found) return 'refused'
    const { call, line, country } = found
    const hook = `${publicUrl}/hooks/voice/${endpointOf(organizationId, line.accountId)}`
    const url = `${hook}/asked?turn=${call.turn}&country=${country}&language=${call.flow.language}`
    return redirectCall(line, { carrierCallId: call.carrierCallId, url }, outbound)
  }
