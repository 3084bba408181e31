/** The portal's procedures of call-backs: a person's own, and those of patients the person speaks for. */
import { implement } from '@orpc/server'
import { myCallBack } from '#contract/my-call-back.ts'
import { corridorContext, personOf } from '#server/modules/conversation/index.ts'
import type { Refusal } from '#contract/refusal.ts'
import { journal } from '#server/platform/journal.ts'
import { inTransaction, refusalError, type RouteContext } from '#server/platform/route-context.ts'
import type { Result } from '#server/platform/result.ts'
import { bookOwnCallBack, cancelOwnCallBack, moveOwnCallBack, offerOwn, type Asking } from './my-call-back.ts'
import * as store from './my-call-back-store.ts'

const on = implement(myCallBack).$context<RouteContext>()

/** Figures of a number that are shown: enough to know it by. */
const NUMBER_ENDS = 4

/** For whom the person asks, and as whom. */
function askingOf(route: RouteContext, wanted: string | undefined): Asking {
  const person = personOf(route)
  const patientId = wanted ?? person.patientId ?? person.patientIds[0]
  if (!patientId || !person.patientIds.includes(patientId)) throw refusalError('NOT_FOUND', route.context.requestId)
  const grant = patientId === person.patientId ? undefined : person.proxies.find((one) => one.patientId === patientId)
  return { patientId, relatedPersonId: grant?.relatedPersonId ?? null }
}

/** Row security says in the person's own scope what is there; what becomes of it is the corridor's. */
async function change<T>(
  route: RouteContext,
  callBackId: string,
  work: (deps: Parameters<typeof cancelOwnCallBack>[0]) => Promise<Result<T, Refusal>>,
): Promise<T> {
  personOf(route)
  const own = await route.db.transaction(route.context, (tx) => store.findOwnCallBack(tx, callBackId))
  if (!own) throw refusalError('NOT_FOUND', route.context.requestId)
  return inTransaction({ ...route, context: corridorContext(route.context) }, work)
}

export const myCallBackRoutes = on.router({
  list: on.list.handler(async ({ input, context: route }) => {
    const { patientId } = askingOf(route, input.patientId)
    const rows = await route.db.transaction(route.context, async (tx) => {
      const own = await store.ownCallBacks(tx, patientId)
      await journal(
        tx,
        {
          event: 'call-back.listed',
          action: 'R',
          resourceKind: 'call-back',
          patientIds: [patientId],
          fieldClasses: ['contact'],
          detail: { rows: own.length },
        },
        route.now(),
      )
      return own
    })
    // Which telephones ring is the organization's.
    const rings = await route.db.transaction(corridorContext(route.context), (tx) =>
      store.ringing(
        tx,
        rows.map(({ id }) => id),
      ),
    )
    return rows.map(({ id, dueAt, isBooked, address, reachedAt, timeZone, version }) => ({
      id,
      dueAt: dueAt.toISOString(),
      isBooked,
      numberEnds: address.slice(-NUMBER_ENDS),
      mayChange: reachedAt === null && !rings.includes(id),
      timeZone,
      version,
    }))
  }),

  offer: on.offer.handler(({ input, context: route }) => {
    const asking = askingOf(route, input.patientId)
    return route.db.transaction(corridorContext(route.context), async (tx) => {
      const offer = await offerOwn({ tx, now: route.now() }, asking, input.day)
      if (!offer) throw refusalError('NOT_FOUND', route.context.requestId)
      await journal(
        tx,
        {
          event: 'call-back.offered',
          action: 'R',
          resourceKind: 'call-back',
          patientIds: [asking.patientId],
          fieldClasses: ['contact'],
        },
        route.now(),
      )
      return {
        isOffered: offer.isOffered,
        numbers: offer.numbers,
        timeZone: offer.timeZone,
        times: offer.times.map((at) => at.toISOString()),
      }
    })
  }),

  book: on.book.handler(async ({ input, context: route }) => {
    const asking = askingOf(route, input.patientId)
    const { conversationId, address, at } = input
    const isSeen = await route.db.transaction(route.context, (tx) => store.seesConversation(tx, conversationId))
    if (!isSeen) throw refusalError('NOT_FOUND', route.context.requestId)
    const { dueAt } = await inTransaction({ ...route, context: corridorContext(route.context) }, (deps) =>
      bookOwnCallBack(deps, { ...asking, conversationId, address, at: new Date(at) }),
    )
    return { dueAt: dueAt.toISOString() }
  }),

  move: on.move.handler(async ({ input, context: route }) => {
    const { callBackId, version, at } = input
    const dueAt = await change(route, callBackId, (deps) =>
      moveOwnCallBack(deps, { callBackId, version, at: new Date(at) }),
    )
    return { dueAt: dueAt.toISOString() }
  }),

  cancel: on.cancel.handler(async ({ input, context: route }) => {
    await change(route, input.callBackId, (deps) => cancelOwnCallBack(deps, input))
    return {}
  }),
})
