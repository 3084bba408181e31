/** The desk's identity panel. */
import { implement } from '@orpc/server'
import { identity } from '#contract/identity.ts'
import type { Refusal } from '#contract/refusal.ts'
import { journal } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { refusalError, valueOf, type RouteContext } from '#server/platform/route-context.ts'
import { readPanel, type Panel } from './panel.ts'
import { checkCode, endIdentity, sendCode, vouch, type VerifyDeps } from './verify-person.ts'

const on = implement({ identity }).$context<RouteContext>()

export const identityRoutes = on.identity.router({
  get: on.identity.get.handler(({ input, context: route }) =>
    change(route, input.conversationId, async () => ok(null)),
  ),
  sendCode: on.identity.sendCode.handler(({ input, context: route }) =>
    change(route, input.conversationId, (deps) => sendCode(deps, input)),
  ),
  checkCode: on.identity.checkCode.handler(({ input, context: route }) =>
    change(route, input.conversationId, (deps) => checkCode(deps, input, staffIdOf(route)), {
      keepsRefusal: true,
    }),
  ),
  vouch: on.identity.vouch.handler(({ input, context: route }) =>
    change(route, input.conversationId, (deps) => vouch(deps, input, staffIdOf(route))),
  ),
  end: on.identity.end.handler(({ input, context: route }) =>
    change(route, input.conversationId, (deps) => endIdentity(deps, input.conversationId)),
  ),
})

const staffIdOf = ({ staff, context }: RouteContext): string => {
  if (!staff) throw refusalError('NOT_ALLOWED', context.requestId)
  return staff.id
}

/** One transaction, and the panel as it is then. A refusal takes back what was written, unless it is a wrong try: that stays counted. */
async function change(
  route: RouteContext,
  conversationId: string,
  work: (deps: VerifyDeps) => Promise<Result<null, Refusal>>,
  { keepsRefusal = false } = {},
): Promise<Panel> {
  const { db, jobs, keys, hub, context } = route
  const now = route.now()
  const result = await db.transaction(context, async (tx): Promise<Result<Panel, Refusal>> => {
    const done = await work({ tx, jobs, keys, now })
    if (!done.ok) {
      if (keepsRefusal) return done
      throw refusalError(done.refusal, context.requestId, done.detail)
    }
    const read = await readPanel(tx, conversationId, now)
    if (!read) return refuse('NOT_FOUND')
    await journal(
      tx,
      {
        event: 'identity.read',
        action: 'R',
        resourceKind: 'identity-check',
        conversationId,
        patientIds: read.patientIds,
        fieldClasses: ['identity', 'contact'],
      },
      now,
    )
    tx.afterCommit(() => hub.wake(context.organizationId))
    return ok(read.panel)
  })
  return valueOf(result, context.requestId)
}
