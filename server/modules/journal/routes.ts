/** The patient's view of the journal. The look itself is journalled like every other. */
import { implement } from '@orpc/server'
import { myAccess } from '#contract/journal.ts'
import { journal } from '#server/platform/journal.ts'
import { readTimeCursor, writeTimeCursor } from '#server/platform/page-cursor.ts'
import { refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { listAccesses, type AccessRow } from './who-saw.ts'

const on = implement(myAccess).$context<RouteContext>()

export const myAccessRoutes = on.router({
  list: on.list.handler(async ({ input, context: route }) => {
    const { person, context } = route
    const patientId = input.patientId ?? person?.patientId ?? person?.patientIds[0]
    if (!person || !patientId || !person.patientIds.includes(patientId))
      throw refusalError('NOT_FOUND', context.requestId)
    const selfIds = context.scope.kind === 'patient' ? context.scope.selfIds : []
    const after = input.cursor ? readTimeCursor(input.cursor) : null
    if (after === undefined) throw refusalError('INVALID_INPUT', context.requestId, { field: 'cursor' })

    return route.db.transaction(context, async (tx) => {
      const rows = await listAccesses(tx, {
        patientId,
        show: input.show,
        selfIds,
        from: input.from ? new Date(input.from) : null,
        to: input.to ? new Date(input.to) : null,
        after,
        limit: input.limit + 1,
      })
      const page = rows.slice(0, input.limit)
      const last = rows.length > input.limit ? page.at(-1) : undefined
      await journal(
        tx,
        {
          event: 'journal.read',
          action: 'R',
          resourceKind: 'journal',
          patientIds: [patientId],
          fieldClasses: ['audit'],
          detail: { rows: page.length },
        },
        route.now(),
      )
      return { items: page.map((row) => present(row, selfIds)), next: last ? writeTimeCursor(last) : null }
    })
  }),
})

function present(row: AccessRow, selfIds: readonly string[]) {
  return {
    id: row.id,
    at: row.at.toISOString(),
    until: row.until.toISOString(),
    count: row.count,
    who: {
      kind: row.actorKind,
      name: row.actorName,
      role: row.role,
      isMe: row.actorId !== null && selfIds.includes(row.actorId),
    },
    purpose: row.purpose,
    action: row.action,
    event: row.event,
    resourceKind: row.resourceKind,
    fieldClasses: row.fieldClasses,
    isBreakTheGlass: row.purpose === 'ETREAT',
    wasRefused: row.outcome === 'denied',
  }
}
