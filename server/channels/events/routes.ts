/** Procedures of the systems that report events: an administrator opens one, renews its secret, closes it. */
import { implement } from '@orpc/server'
import type * as z from 'zod'
import { eventSource, type EventSource } from '#contract/event-source.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal } from '#server/platform/journal.ts'
import { refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { endpointOf } from '../hook-endpoint.ts'
import { closeSource, openSource, rotateSource, sourcesOf } from './event-source.ts'

const on = implement(eventSource).$context<RouteContext>()

export const eventSourceRoutes = on.router({
  list: on.list.handler(({ context: route }) => route.db.transaction(route.context, (tx) => present(tx, route))),

  open: on.open.handler(({ input, context: route }) =>
    route.db.transaction(route.context, async (tx) => {
      const opened = await openSource(tx, route.keys, input, route.now())
      if (!opened) throw refusalError('STATE_NOT_ALLOWED', route.context.requestId)
      await changed(tx, 'opened', opened.id, route.now())
      return { sources: await present(tx, route), sourceId: opened.id, secret: opened.secret }
    }),
  ),

  rotate: on.rotate.handler(({ input, context: route }) =>
    route.db.transaction(route.context, async (tx) => {
      const secret = await rotateSource(tx, route.keys, input, route.now())
      if (!secret) throw refusalError('NOT_FOUND', route.context.requestId)
      await changed(tx, 'secret-renewed', input.sourceId, route.now())
      return { sources: await present(tx, route), sourceId: input.sourceId, secret }
    }),
  ),

  close: on.close.handler(({ input, context: route }) =>
    route.db.transaction(route.context, async (tx) => {
      if (!(await closeSource(tx, input.sourceId))) throw refusalError('NOT_FOUND', route.context.requestId)
      await changed(tx, 'closed', input.sourceId, route.now())
      return present(tx, route)
    }),
  ),
})

const changed = (
  tx: Transaction,
  what: 'opened' | 'secret-renewed' | 'closed',
  resourceId: string,
  now: Date,
): Promise<void> =>
  journal(
    tx,
    {
      event: `event-source.${what}`,
      action: what === 'opened' ? 'C' : what === 'closed' ? 'D' : 'U',
      resourceKind: 'event-source',
      resourceId,
    },
    now,
  )

async function present(tx: Transaction, { publicUrl, now }: RouteContext): Promise<z.infer<typeof EventSource>[]> {
  const rows = await sourcesOf(tx, now())
  return rows.map(({ createdAt, oldSecretUntil, lastReportedAt, ...row }) => ({
    ...row,
    url: `${publicUrl}/hooks/events/${endpointOf(tx.context.organizationId, row.id)}`,
    createdAt: createdAt.toISOString(),
    oldSecretUntil: oldSecretUntil?.toISOString() ?? null,
    lastReportedAt: lastReportedAt?.toISOString() ?? null,
  }))
}
