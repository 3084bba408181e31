/** The board, the reports, and the conversations behind their numbers. */
import { implement } from '@orpc/server'
import { board } from '#contract/board.ts'
import { readFigure } from '#engines/figure/figure.ts'
import { listBehind } from '#server/modules/conversation/index.ts'
import { refusalError, valueOf, type RouteContext } from '#server/platform/route-context.ts'
import { readBoard } from './board.ts'
import { conditionOf } from './board-figures.ts'

const on = implement({ board }).$context<RouteContext>()

/** The staff member who calls. The guard has checked the role, so there is one. */
function staffIdOf({ staff, context }: RouteContext): string {
  if (!staff) throw refusalError('NOT_ALLOWED', context.requestId)
  return staff.id
}

export const boardRoutes = on.board.router({
  read: on.board.read.handler(({ context: route }) => readBoard(route)),

  conversations: on.board.conversations.handler(async ({ input, context: route }) => {
    const staffId = staffIdOf(route)
    const figure = readFigure(input.figure)
    if (!figure) throw refusalError('INVALID_INPUT', route.context.requestId, { field: 'figure' })
    const feed = await route.hub.place(route.context.organizationId)
    const { name } = figure
    if (name === 'report') throw refusalError('INVALID_INPUT', route.context.requestId, { field: 'figure' })
    const condition = conditionOf({ ...figure, name }, route.now())
    return route.db.transaction(route.context, async (tx) => {
      const { cursor, limit } = input
      const behind = await listBehind(tx, { figure: name, condition, staffId, cursor, limit }, route.now())
      return { ...valueOf(behind, route.context.requestId), feed }
    })
  }),
})
