/** Where the assistant answers, what it stands at in a conversation, and giving one back to it. */
import { implement } from '@orpc/server'
import { assistant, ASSISTANT_CHANNELS } from '#contract/assistant.ts'
import { journal } from '#server/platform/journal.ts'
import type { Transaction } from '#server/platform/database.ts'
import { inTransaction, refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { ok, refuse } from '#server/platform/result.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { giveBackToAssistant } from './give-back.ts'
import { requestsIn } from './request-store.ts'
import * as store from './store.ts'

const on = implement(assistant).$context<RouteContext>()

export const assistantRoutes = on.router({
  settings: on.settings.handler(({ context: route }) => route.db.transaction(route.context, settings)),

  saveSettings: on.saveSettings.handler(({ input, context: route }) =>
    route.db.transaction(route.context, async (tx) => {
      const { organizationId } = tx.context
      const channels = ASSISTANT_CHANNELS.filter((channel) => input.channels.includes(channel))
      await tx.run(sqlText`update organization set assistant_channels = $2 where organization_id = $1`, [
        organizationId,
        channels,
      ])
      await journal(
        tx,
        {
          event: 'assistant.switched',
          action: 'U',
          resourceKind: 'organization',
          resourceId: organizationId,
          detail: { channels },
        },
        route.now(),
      )
      return settings(tx)
    }),
  ),

  inConversation: on.inConversation.handler(({ input, context: route }) =>
    inTransaction(route, async ({ tx, now }) => {
      const { conversationId } = input
      const found = await store.standingIn(tx, conversationId)
      if (!found) return refuse('NOT_FOUND')
      const { patientId, ...standing } = found
      const requests = await requestsIn(tx, conversationId, now)
      // What is asked for, and why it was brought to people, tells of the patient; that nothing is asked does not.
      if (requests.length > 0 || standing.handOff)
        await journal(
          tx,
          {
            event: 'request.read',
            action: 'R',
            resourceKind: 'conversation',
            resourceId: conversationId,
            conversationId,
            patientIds: [patientId],
            fieldClasses: ['service', 'clinical'],
            detail: { requests: requests.length },
          },
          now,
        )
      return ok({ ...standing, requests })
    }),
  ),

  giveBack: on.giveBack.handler(({ input, context: route }) =>
    inTransaction(route, (deps) => {
      if (!route.staff) throw refusalError('NOT_ALLOWED', route.context.requestId)
      return giveBackToAssistant(deps, { ...input, by: { id: route.staff.id, role: route.context.role } })
    }),
  ),
})

async function settings(tx: Transaction) {
  const channels = await store.assistantChannels(tx)
  return { channels: ASSISTANT_CHANNELS.filter((channel) => channels.includes(channel)) }
}
