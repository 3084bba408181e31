/** Procedures of the phone bar. */
import { implement } from '@orpc/server'
import type * as z from 'zod'
import { deskCall, type DeskCall } from '#contract/desk-call.ts'
import { identityOfCalls, type CallIdentity } from '#server/modules/identity/index.ts'
import { journal } from '#server/platform/journal.ts'
import { ok } from '#server/platform/result.ts'
import { inTransaction, refusalError, type RouteContext, type Services } from '#server/platform/route-context.ts'
import { askOfCall, noteOutcome, takeDeskCall, transferCall, withdrawAsked } from './desk-call.ts'
import { callersWaiting, callsAtDesk, type DeskCallRow } from './desk-call-store.ts'
import { isOver, isStillAsked } from './rules.ts'

const on = implement(deskCall).$context<RouteContext>()

const staffOf = ({ staff, context }: RouteContext): NonNullable<RouteContext['staff']> => {
  if (!staff) throw refusalError('NOT_ALLOWED', context.requestId)
  return staff
}

const authorOf = (route: RouteContext) => {
  const { id: staffId, undoSeconds } = staffOf(route)
  return { staffId, role: route.context.role, undoSeconds }
}

/** Tells the carrier to come for what was asked of a call. `unknown`: it may come all the same. */
export type Redirect = (
  services: Services,
  organizationId: string,
  callId: string,
) => Promise<'done' | 'refused' | 'unknown'>

export function deskCallRoutes({ redirect }: { redirect: Redirect }) {
  /** Asked in a transaction of its own: what the carrier does then finds it. */
  async function ask(
    route: RouteContext,
    callId: string,
    asking: Parameters<typeof inTransaction<Date>>[1],
  ): Promise<Record<string, never>> {
    const askedAt = await inTransaction(route, asking)
    const heard = await redirect(route, route.context.organizationId, callId)
    if (heard === 'done') return {}
    if (heard === 'refused')
      await inTransaction(route, async (deps) => {
        await withdrawAsked(deps, callId, askedAt)
        return ok(null)
      })
    throw refusalError('UNAVAILABLE', route.context.requestId)
  }

  return on.router({
    list: on.list.handler(({ context: route }) =>
      route.db.transaction(route.context, async (tx) => {
        const now = route.now()
        const { id: staffId } = staffOf(route)
        const rows = await callsAtDesk(tx, staffId, now)
        const identities = await identityOfCalls(tx, rows, now)
        // The bar asks often, and mostly there is nothing to read.
        if (rows.length > 0)
          await journal(
            tx,
            {
              event: 'call.listed',
              action: 'R',
              resourceKind: 'call',
              patientIds: rows.map(({ patientId }) => patientId),
              fieldClasses: ['identity', 'contact'],
              detail: { rows: rows.length },
            },
            now,
          )
        return {
          calls: rows.map((row, place) => present(row, identities[place], { staffId, now })),
          waiting: await callersWaiting(tx, now),
        }
      }),
    ),

    take: on.take.handler(async ({ input, context: route }) => {
      await inTransaction(route, (deps) => takeDeskCall(deps, { ...input, staffId: staffOf(route).id }))
      return {}
    }),

    noteOutcome: on.noteOutcome.handler(async ({ input, context: route }) => {
      await inTransaction(route, (deps) => noteOutcome(deps, { ...input, author: authorOf(route) }))
      return {}
    }),

    hold: on.hold.handler(({ input: { callId }, context: route }) =>
      ask(route, callId, (deps) => askOfCall(deps, { callId, staffId: staffOf(route).id, does: 'hold' })),
    ),

    goOn: on.goOn.handler(({ input: { callId }, context: route }) =>
      ask(route, callId, (deps) => askOfCall(deps, { callId, staffId: staffOf(route).id, does: 'go-on' })),
    ),

    transfer: on.transfer.handler(({ input, context: route }) =>
      ask(route, input.callId, (deps) => transferCall(deps, { ...input, author: authorOf(route) })),
    ),
  })
}

const NOBODY: CallIdentity = { level: 'none', check: 'nobody', relatedName: null, language: null }

function present(
  row: DeskCallRow,
  identity: CallIdentity = NOBODY,
  { staffId, now }: { staffId: string; now: Date },
): z.input<typeof DeskCall> {
  const { id, direction, address, canBeDialed, patientName, language } = row
  const { level, check, relatedName } = identity
  const state = stateOf(row)
  const since = { ended: row.endedAt, talking: row.answeredAt, held: row.heldAt }[String(state)] ?? row.ringingAt
  return {
    id,
    direction,
    state,
    asked: isStillAsked(row.askedAt, now) ? row.asked : null,
    leftOnHold: state === 'ended' && row.heldAt !== null,
    since: (since ?? row.startedAt).toISOString(),
    isMine: row.answeredBy === staffId || row.dialedBy === staffId,
    address,
    canBeDialed,
    patientName,
    conversation: { id: row.conversationId, number: row.conversationNumber },
    language,
    identity: { level, check, relatedName },
  }
}

function stateOf({ state, rings }: DeskCallRow): z.input<typeof DeskCall>['state'] {
  if (isOver(state)) return 'ended'
  if (state === 'talking' || state === 'held') return state
  return rings === 'on' ? 'transferring' : rings === 'back' ? 'coming-back' : 'ringing'
}
