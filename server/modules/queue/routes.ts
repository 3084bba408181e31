/** Administrators take a queue out of use and bring it back. */
import { implement } from '@orpc/server'
import { queue } from '#contract/queue.ts'
import { systemContext } from '#server/platform/context.ts'
import { inTransaction, refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { restoreQueue, retireQueue } from './retire-queue.ts'
import { openIn, useOf } from './store.ts'

const on = implement(queue).$context<RouteContext>()

export const queueRoutes = on.router({
  use: on.use.handler(async ({ input, context: route }) => {
    const { organizationId, requestId } = route.context
    const use = await route.db.transaction(route.context, (tx) => useOf(tx, input.queueId, route.now()))
    if (!use) throw refusalError('NOT_FOUND', requestId)
    // How many there are is told of all, also of those that an administrator may not read.
    const open = await route.db.transaction(systemContext(organizationId, requestId, 'queue-use'), (tx) =>
      openIn(tx, input.queueId),
    )
    const { kind: _, isRetired: __, ...rest } = use
    return { ...rest, open }
  }),

  retire: on.retire.handler(({ input, context: route }) => inTransaction(route, (deps) => retireQueue(deps, input))),

  restore: on.restore.handler(({ input, context: route }) =>
    inTransaction(route, (deps) => restoreQueue(deps, input.queueId)),
  ),
})
