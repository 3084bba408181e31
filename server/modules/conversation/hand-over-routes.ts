/** The hand-over list: contract -> use case -> answer. */
import { implement } from '@orpc/server'
import { handOver } from '#contract/hand-over.ts'
import { journal } from '#server/platform/journal.ts'
import { ok } from '#server/platform/result.ts'
import { inTransaction, refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { acceptHandOver, endHandOver, listMine, listToMe, offerHandOver, type HandOverRow } from './hand-over.ts'

const on = implement(handOver).$context<RouteContext>()

/** The staff member who calls. The guard has checked the role, so there is one. */
function staffIdOf({ staff, context }: RouteContext): string {
  if (!staff) throw refusalError('NOT_ALLOWED', context.requestId)
  return staff.id
}

export const handOverRoutes = on.router({
  list: on.list.handler(({ context: route }) =>
    route.db.transaction(route.context, async (tx) => {
      const staffId = staffIdOf(route)
      const [mine, toMe] = await Promise.all([listMine(tx, staffId), listToMe(tx, staffId)])
      await journal(
        tx,
        {
          event: 'conversation.listed',
          action: 'R',
          resourceKind: 'conversation',
          patientIds: [...mine, ...toMe].map(({ patientId }) => patientId),
          fieldClasses: ['identity', 'service'],
          detail: { view: 'hand-over', rows: mine.length + toMe.length },
        },
        route.now(),
      )
      return {
        mine: mine.map((row) => ({
          ...item(row),
          offer: row.handOverId ? { handOverId: row.handOverId, to: other(row) } : null,
        })),
        toMe: toMe.flatMap((row) =>
          row.handOverId && row.at
            ? [{ ...item(row), handOverId: row.handOverId, from: other(row), at: row.at.toISOString() }]
            : [],
        ),
      }
    }),
  ),

  offer: on.offer.handler(({ input, context: route }) =>
    inTransaction(route, async (deps) => done(await offerHandOver(deps, { ...input, fromId: staffIdOf(route) }))),
  ),
  accept: on.accept.handler(({ input, context: route }) =>
    inTransaction(route, async (deps) => done(await acceptHandOver(deps, { ...input, staffId: staffIdOf(route) }))),
  ),
  end: on.end.handler(({ input, context: route }) =>
    inTransaction(route, async (deps) => done(await endHandOver(deps, { ...input, staffId: staffIdOf(route) }))),
  ),
})

const done = (result: Awaited<ReturnType<typeof offerHandOver>>) => (result.ok ? ok({}) : result)

const item = ({ conversationId, number, patientName, subject, urgency, dueAt }: HandOverRow) => ({
  conversationId,
  number,
  patientName,
  subject,
  urgency,
  dueAt: dueAt?.toISOString() ?? null,
})
const other = ({ otherId, otherName }: HandOverRow) => ({ id: otherId ?? '', name: otherName ?? '' })
