/** Rules of what is sent by itself: contract -> rule -> answer. */
import { implement } from '@orpc/server'
import type * as z from 'zod'
import { sendingRules, type SavedSendingRules } from '#contract/sending-rules.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal } from '#server/platform/journal.ts'
import { ok, refuse } from '#server/platform/result.ts'
import { inTransaction, refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { listRules, loadRules, RULE_LIMITS, saveRules, wrongRule } from './sending-rules.ts'

const on = implement(sendingRules).$context<RouteContext>()

export const sendingRulesRoutes = on.router({
  get: on.get.handler(({ context: route }) => route.db.transaction(route.context, present)),

  save: on.save.handler(({ input, context: route }) =>
    inTransaction(route, async ({ tx, now }) => {
      const wrong = wrongRule(input.rules)
      if (wrong) return refuse('INVALID_INPUT', { field: `rules.${wrong}` })
      const { staff } = route
      if (!staff) throw refusalError('NOT_ALLOWED', route.context.requestId)
      if (!(await saveRules(tx, input, staff.id, now))) return refuse('CHANGED_MEANWHILE')
      const resource = { resourceKind: 'sending-rules', resourceId: tx.context.organizationId }
      await journal(
        tx,
        { event: 'sending-rules.changed', action: 'U', ...resource, detail: { version: input.version + 1 } },
        now,
      )
      return ok(await present(tx))
    }),
  ),
})

async function present(tx: Transaction): Promise<z.input<typeof SavedSendingRules>> {
  const [rules, history] = await Promise.all([loadRules(tx), listRules(tx)])
  return {
    version: history[0]?.version ?? 0,
    rules,
    limits: RULE_LIMITS,
    history: history.map((saved) => ({ ...saved, at: saved.at.toISOString() })),
  }
}
