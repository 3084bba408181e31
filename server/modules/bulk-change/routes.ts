/** Changing many conversations at once. */
import { implement } from '@orpc/server'
import { bulkChange } from '#contract/bulk-change.ts'
import { journal } from '#server/platform/journal.ts'
import { refusalError, valueOf, type RouteContext } from '#server/platform/route-context.ts'
import { beginBulkChange, goOn, previewBulkChange, undoBulkChange } from './run-bulk-change.ts'

const on = implement(bulkChange).$context<RouteContext>()

/** The staff member who calls. The guard has checked the role, so there is one. */
function staffIdOf({ staff, context }: RouteContext): string {
  if (!staff) throw refusalError('NOT_ALLOWED', context.requestId)
  return staff.id
}

export const bulkChangeRoutes = on.router({
  preview: on.preview.handler(({ input, context: route }) =>
    route.db.transaction(route.context, async (tx) => {
      const { foreseen: items, patientIds } = await previewBulkChange(tx, input, route.now())
      await journal(
        tx,
        {
          event: 'bulk-change.previewed',
          action: 'R',
          resourceKind: 'conversation',
          patientIds,
          fieldClasses: ['service'],
          detail: { do: input.change.do, items: items.length },
        },
        route.now(),
      )
      return { items }
    }),
  ),

  begin: on.begin.handler(async ({ input, context: route }) =>
    valueOf(await beginBulkChange(route, staffIdOf(route), input), route.context.requestId),
  ),

  goOn: on.goOn.handler(async ({ input, context: route }) =>
    valueOf(await goOn(route, staffIdOf(route), input.bulkId), route.context.requestId),
  ),

  undo: on.undo.handler(async ({ input, context: route }) =>
    valueOf(await undoBulkChange(route, staffIdOf(route), input.bulkId), route.context.requestId),
  ),
})
