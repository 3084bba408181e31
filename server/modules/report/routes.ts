/** The board, the reports, and the conversations behind their numbers. */
import { implement } from '@orpc/server'
import { board } from '#contract/board.ts'
import { report } from '#contract/report.ts'
import { readFigure, type Figure } from '#engines/figure/figure.ts'
import { conversationsOfFigure } from '#server/modules/assistant/index.ts'
import { listBehind } from '#server/modules/conversation/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal } from '#server/platform/journal.ts'
import { refusalError, valueOf, type RouteContext } from '#server/platform/route-context.ts'
import { readBoard } from './board.ts'
import { conditionOf } from './board-figures.ts'
import { conditionBehind } from './behind.ts'
import { deriveBefore } from './derive.ts'
import { exportReport } from './export.ts'
import { readReport, type Asked, type Shown } from './report.ts'

const on = implement({ board, report }).$context<RouteContext>()

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
    const { context } = route
    const now = route.now()
    if (figure.name === 'report') await deriveBefore(route, context.organizationId)
    return route.db.transaction(context, async (tx) => {
      const condition = await conditionOfFigure(tx, figure, route)
      const { cursor, limit } = input
      const behind = await listBehind(tx, { counted: { figure: figure.name }, condition, staffId, cursor, limit }, now)
      return { ...valueOf(behind, context.requestId), feed }
    })
  }),
})

async function conditionOfFigure(tx: Transaction, figure: Figure, { context, now }: RouteContext) {
  const { name } = figure
  if (name === 'assistant') return valueOf(conversationsOfFigure(figure, now()), context.requestId)
  if (name !== 'report') return conditionOf({ ...figure, name }, now())
  return valueOf(await conditionBehind(tx, figure, context.role, now()), context.requestId)
}

export const reportRoutes = on.report.router({
  read: on.report.read.handler(({ input, context: route }) => readOne(route, input)),

  export: on.report.export.handler(async ({ input, context: route }) => {
    const shown = await readOne(route, input)
    if (shown.counting) throw refusalError('UNAVAILABLE', route.context.requestId)
    const csv = exportReport(shown)
    await route.db.transaction(route.context, (tx) =>
      journal(tx, { event: 'report.exported', action: 'E', resourceKind: 'report', detail: { ...input } }, route.now()),
    )
    return { fileName: `report-${input.from}-${input.to}.csv`, csv }
  }),
})

async function readOne(route: RouteContext, asked: Asked): Promise<Shown> {
  const { db, context, now } = route
  await deriveBefore(route, context.organizationId)
  return db.transaction(context, async (tx) =>
    valueOf(await readReport(tx, asked, context.role, now()), context.requestId),
  )
}
