/** Procedures of call-backs: the list, a booking, and what a person says of one. */
import { implement } from '@orpc/server'
import type * as z from 'zod'
import { callBack, type CallBack } from '#contract/call-back.ts'
import { identityOfCalls, type CallIdentity } from '#server/modules/identity/index.ts'
import { journal } from '#server/platform/journal.ts'
import { readTimeCursor, writeTimeCursor } from '#server/platform/page-cursor.ts'
import { inTransaction, refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { bookCallBack, moveCallBack, offerTimes, settleCallBack, type Settled } from './call-back.ts'
import { callableOf, listCallBacks, nextDue, promisedTo, type ListedCallBack } from './call-back-store.ts'
import { dialCallBack } from './dial-call-back.ts'
import { dialingOf } from './dial-store.ts'
import { interpreterFor } from './rules.ts'

const on = implement(callBack).$context<RouteContext>()

const staffIdOf = ({ staff, context }: RouteContext): string => {
  if (!staff) throw refusalError('NOT_ALLOWED', context.requestId)
  return staff.id
}

const settle = async (
  route: RouteContext,
  { callBackId, version, settled }: { callBackId: string; version: number; settled: Settled },
): Promise<Record<string, never>> => {
  const staffId = staffIdOf(route)
  await inTransaction(route, (deps) => settleCallBack(deps, { callBackId, version, staffId, ...settled }))
  return {}
}

export const callBackRoutes = on.router({
  list: on.list.handler(async ({ input, context: route }) => {
    const after = input.cursor ? readTimeCursor(input.cursor) : undefined
    if (input.cursor && !after) throw refusalError('INVALID_INPUT', route.context.requestId, { field: 'cursor' })
    return route.db.transaction(route.context, async (tx) => {
      const staffId = staffIdOf(route)
      const rows = await listCallBacks(tx, { staffId, after, limit: input.limit + 1 })
      const page = rows.slice(0, input.limit)
      const identities = await identityOfCalls(tx, page, route.now())
      await journal(
        tx,
        {
          event: 'call-back.listed',
          action: 'R',
          resourceKind: 'call-back',
          patientIds: page.map(({ patientId }) => patientId),
          fieldClasses: ['identity', 'contact'],
          detail: { rows: page.length },
        },
        route.now(),
      )
      const last = rows.length > input.limit ? page.at(-1) : undefined
      return {
        items: page.map((row, place) => present(row, identities[place])),
        next: last ? writeTimeCursor({ at: last.dueAt, id: last.id }) : null,
        dialing: await dialingOf(tx, staffId),
      }
    })
  }),

  next: on.next.handler(({ context: route }) =>
    route.db.transaction(route.context, async (tx) => ({ dueAt: (await nextDue(tx))?.toISOString() ?? null })),
  ),

  book: on.book.handler(async ({ input, context: route }) => {
    const booked = await inTransaction(route, (deps) => bookCallBack(deps, { ...input, at: new Date(input.at) }))
    return { callBackId: booked.id, dueAt: booked.dueAt.toISOString() }
  }),

  offer: on.offer.handler(({ input, context: route }) =>
    route.db.transaction(route.context, async (tx) => {
      const callable = await callableOf(tx, input.conversationId)
      if (!callable) throw refusalError('NOT_FOUND', route.context.requestId)
      const offer = await offerTimes({ tx, now: route.now() }, callable, input.day)
      const promised = await promisedTo(tx, input.conversationId, callable.numbers)
      await journal(
        tx,
        {
          event: 'call-back.offered',
          action: 'R',
          resourceKind: 'call-back',
          conversationId: input.conversationId,
          patientIds: [offer.patientId],
          fieldClasses: ['contact'],
        },
        route.now(),
      )
      return {
        numbers: offer.numbers,
        timeZone: offer.timeZone,
        times: offer.times.map((at) => at.toISOString()),
        promised: promised.map(({ address, dueAt }) => ({ address, dueAt: dueAt.toISOString() })),
      }
    }),
  ),

  move: on.move.handler(async ({ input, context: route }) => {
    const dueAt = await inTransaction(route, (deps) =>
      moveCallBack(deps, { ...input, at: new Date(input.at), by: 'desk' }),
    )
    return { dueAt: dueAt.toISOString() }
  }),

  dial: on.dial.handler(async ({ input, context: route }) => {
    await inTransaction(route, (deps) => dialCallBack(deps, { ...input, staffId: staffIdOf(route) }))
    return {}
  }),

  reached: on.reached.handler(({ input, context }) => settle(context, { ...input, settled: { as: 'reached' } })),
  notReached: on.notReached.handler(({ input, context }) =>
    settle(context, { ...input, settled: { as: 'not-reached' } }),
  ),
  done: on.done.handler(({ input, context }) =>
    settle(context, { ...input, settled: { as: 'done', outcome: input.outcome, identity: input.identity } }),
  ),
  cancel: on.cancel.handler(({ input, context }) =>
    settle(context, { ...input, settled: { as: 'cancelled', outcome: input.outcome } }),
  ),
})

const NOBODY: CallIdentity = { level: 'none', check: 'nobody', relatedName: null, language: null }

const present = (row: ListedCallBack, { language, ...identity }: CallIdentity = NOBODY): z.input<typeof CallBack> => ({
  id: row.id,
  conversation: { id: row.conversationId, number: row.conversationNumber },
  patientName: row.patientName,
  address: row.address,
  language: row.language,
  identity,
  interpreter: interpreterFor(language ?? row.language, row.spoken),
  urgency: row.urgency as 'routine',
  dueAt: row.dueAt.toISOString(),
  isBooked: row.isBooked,
  timeZone: row.timeZone,
  isDialing: row.isDialing,
  lastDial: row.lastDial,
  waitingSince: row.placeSince.toISOString(),
  tries: row.tries,
  requests: row.requests,
  reachedAt: row.reachedAt?.toISOString() ?? null,
  version: row.version,
})
