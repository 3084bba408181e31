/** Procedures of the phone bar. */
import { implement } from '@orpc/server'
import type * as z from 'zod'
import { deskCall, type DeskCall } from '#contract/desk-call.ts'
import { identityOfCalls, type CallIdentity } from '#server/modules/identity/index.ts'
import { journal } from '#server/platform/journal.ts'
import { inTransaction, refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { noteOutcome, takeDeskCall } from './desk-call.ts'
import { callersWaiting, callsAtDesk, type DeskCallRow } from './desk-call-store.ts'
import { isOver } from './rules.ts'

const on = implement(deskCall).$context<RouteContext>()

const staffOf = ({ staff, context }: RouteContext): NonNullable<RouteContext['staff']> => {
  if (!staff) throw refusalError('NOT_ALLOWED', context.requestId)
  return staff
}

export const deskCallRoutes = on.router({
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
        calls: rows.map((row, place) => present(row, identities[place], staffId)),
        waiting: await callersWaiting(tx, now),
      }
    }),
  ),

  take: on.take.handler(async ({ input, context: route }) => {
    await inTransaction(route, (deps) => takeDeskCall(deps, { ...input, staffId: staffOf(route).id }))
    return {}
  }),

  noteOutcome: on.noteOutcome.handler(async ({ input, context: route }) => {
    const { id: staffId, undoSeconds } = staffOf(route)
    const author = { staffId, role: route.context.role, undoSeconds }
    await inTransaction(route, (deps) => noteOutcome(deps, { ...input, author }))
    return {}
  }),
})

const NOBODY: CallIdentity = { level: 'none', check: 'nobody', relatedName: null, language: null }

function present(row: DeskCallRow, identity: CallIdentity = NOBODY, staffId: string): z.input<typeof DeskCall> {
  const { id, direction, address, canBeDialed, patientName, language } = row
  const { level, check, relatedName } = identity
  const state = isOver(row.state) ? 'ended' : row.state === 'talking' ? 'talking' : 'ringing'
  const since = { ended: row.endedAt, talking: row.answeredAt, ringing: row.ringingAt }[state] ?? row.startedAt
  return {
    id,
    direction,
    state,
    since: since.toISOString(),
    isMine: row.answeredBy === staffId || row.dialedBy === staffId,
    address,
    canBeDialed,
    patientName,
    conversation: { id: row.conversationId, number: row.conversationNumber },
    language,
    identity: { level, check, relatedName },
  }
}
