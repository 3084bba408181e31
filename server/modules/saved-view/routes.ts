/** Saved views: everybody at the desk makes their own, supervisors share some. */
import { implement } from '@orpc/server'
import type * as z from 'zod'
import { savedView, type SavedView as SavedViewShape } from '#contract/saved-view.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { SavedViewContent, ViewGroup } from '#engines/saved-view/saved-view.ts'
import { listBehind, viewCondition } from '#server/modules/conversation/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { inTransaction, refusalError, valueOf, type RouteContext } from '#server/platform/route-context.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { COUNT_TIMES, countSaved, countWithin, type CountTimes } from './count-saved.ts'
import { canChange, canSee, canShare, isFor, type Viewer } from './policy.ts'
import { checkConditions, findSeen, reorderViews, saveView, setRemoved } from './save-view.ts'
import { choicesOf, viewerOf, viewsFor, type ViewRow } from './store.ts'

const on = implement(savedView).$context<RouteContext>()

export const savedViewRoutes = (times: CountTimes = COUNT_TIMES) =>
  on.router({
    list: on.list.handler(({ context: route }) =>
      route.db.transaction(route.context, async (tx) => present(tx, await viewerIn(tx, route))),
    ),

    counts: on.counts.handler(async ({ context: route }) => {
      const own = await route.db.transaction(route.context, async (tx) => {
        const viewer = await viewerIn(tx, route)
        return (await seenBy(tx, viewer)).filter((view) => isFor(viewer, view))
      })
      return countSaved(route, own, staffIdOf(route), times)
    }),

    choices: on.choices.handler(({ context: route }) => route.db.transaction(route.context, choicesOf)),

    preview: on.preview.handler(async ({ input, context: route }) => {
      // The engine judges fields and operators, and names the one that is wrong.
      const when = input.when as ViewGroup
      await inTransaction(route, ({ tx }) => checkConditions(tx, when))
      return { count: await countWithin(route, when, staffIdOf(route), times.previewMs) }
    }),

    save: on.save.handler(({ input: { savedViewId: id, version, ...content }, context: route }) =>
      thenList(route, (deps) => saveView(deps, { id, version, content: content as SavedViewContent })),
    ),

    remove: on.remove.handler(({ input, context: route }) =>
      thenList(route, (deps) => setRemoved(deps, input.savedViewId, true)),
    ),

    restore: on.restore.handler(({ input, context: route }) =>
      thenList(route, (deps) => setRemoved(deps, input.savedViewId, false)),
    ),

    reorder: on.reorder.handler(({ input, context: route }) =>
      thenList(route, (deps) => reorderViews(deps, input.savedViewIds)),
    ),

    conversations: on.conversations.handler(async ({ input, context: route }) => {
      const feed = await route.hub.place(route.context.organizationId)
      const { savedViewId, cursor, limit } = input
      const page = await inTransaction(route, async ({ tx, now }) => {
        const viewer = await viewerIn(tx, route)
        const view = await findSeen(tx, viewer, savedViewId)
        if (!view || view.isRemoved) return refuse('NOT_FOUND')
        const condition = viewCondition(view.when, now)
        return listBehind(
          tx,
          {
            counted: { savedView: view.id },
            condition,
            isOldestFirst: view.order === 'oldest',
            isWritten: true,
            staffId: viewer.staffId,
            cursor,
            limit,
          },
          now,
        )
      })
      return { ...page, feed }
    }),
  })

/** The staff member who calls. The guard has checked the role, so there is one. */
function staffIdOf({ staff, context }: RouteContext): string {
  if (!staff) throw refusalError('NOT_ALLOWED', context.requestId)
  return staff.id
}

async function viewerIn(tx: Transaction, route: RouteContext): Promise<Viewer> {
  const viewer = await viewerOf(tx, staffIdOf(route))
  return valueOf(viewer ? ok(viewer) : refuse('NOT_ALLOWED'), route.context.requestId)
}

const thenList = (
  route: RouteContext,
  change: (deps: { tx: Transaction; now: Date; viewer: Viewer }) => Promise<Result<null, Refusal>>,
) =>
  inTransaction(route, async ({ tx, now }) => {
    const viewer = await viewerIn(tx, route)
    const changed = await change({ tx, now, viewer })
    return changed.ok ? ok(await present(tx, viewer)) : changed
  })

const seenBy = async (tx: Transaction, viewer: Viewer): Promise<ViewRow[]> =>
  (await viewsFor(tx, viewer.staffId)).filter((view) => canSee(viewer, view))

async function present(tx: Transaction, viewer: Viewer) {
  const items = (await seenBy(tx, viewer)).map(
    ({ ownerId, isRemoved: _, ...view }): z.input<typeof SavedViewShape> => ({
      ...view,
      when: view.when as z.input<typeof SavedViewShape>['when'],
      isMine: ownerId === viewer.staffId,
      isForMe: isFor(viewer, { ownerId, sharing: view.sharing }),
      mayChange: canChange(viewer, { ownerId, sharing: view.sharing }),
    }),
  )
  return { items, mayShare: canShare(viewer) }
}
