/** Macros: the list, saving and versions, and what one does in a conversation. */
import { implement } from '@orpc/server'
import { macro } from '#contract/macro.ts'
import { chooseVariant, isExpired } from '#engines/macro/macro.ts'
import { journal } from '#server/platform/journal.ts'
import { readCursor, writeCursor } from '#server/platform/page-cursor.ts'
import { inTransaction, refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { ok, refuse } from '#server/platform/result.ts'
import { previewMacro } from './preview-macro.ts'
import { runMacro } from './run-macro.ts'
import { archiveMacro, restoreMacro, saveMacro } from './save-macro.ts'
import * as store from './store.ts'

const on = implement(macro).$context<RouteContext>()

/** The staff member who calls. The guard has checked the role, so there is one. */
function staffIdOf({ staff, context }: RouteContext): string {
  if (!staff) throw refusalError('NOT_ALLOWED', context.requestId)
  return staff.id
}

/** Versions of one page. */
const VERSIONS_PAGE = 20

export const macroRoutes = on.router({
  list: on.list.handler(async ({ input, context: route }) => {
    const after = input.cursor ? readCursor(input.cursor) : undefined
    if (input.cursor && !after) throw refusalError('INVALID_INPUT', route.context.requestId, { field: 'cursor' })
    const { search, sort, limit } = input
    const rows = await route.db.transaction(route.context, (tx) =>
      store.listMacros(tx, { search, sort, isArchived: input.show === 'archived', after, limit: limit + 1 }),
    )
    const page = rows.slice(0, limit)
    const last = rows.length > limit ? page.at(-1) : undefined
    const today = route.now().toISOString().slice(0, 10)
    return {
      items: page.map(({ ownerId, ownerName, medicalOwnerId, medicalOwnerName, place: _, ...row }) => ({
        ...row,
        isExpired: isExpired(row, today),
        owner: named(ownerId, ownerName),
        medicalOwner: named(medicalOwnerId, medicalOwnerName),
      })),
      next: last ? writeCursor(last) : null,
    }
  }),

  get: on.get.handler(({ input, context: route }) =>
    inTransaction(route, async ({ tx }) => {
      const found = await store.findMacro(tx, input.macroId)
      return found ? ok(found) : refuse('NOT_FOUND')
    }),
  ),

  save: on.save.handler(({ input, context: route }) =>
    inTransaction(route, (deps) => saveMacro(deps, { ...input, authorId: staffIdOf(route) })),
  ),

  archive: on.archive.handler(({ input, context: route }) => inTransaction(route, (deps) => archiveMacro(deps, input))),

  versions: on.versions.handler(({ input, context: route }) =>
    route.db.transaction(route.context, async (tx) => {
      const rows = await store.versionsOf(tx, input.macroId, { before: input.before, limit: VERSIONS_PAGE + 1 })
      return {
        items: rows.slice(0, VERSIONS_PAGE).map(({ at, ...row }) => ({ ...row, at: at.toISOString() })),
        hasOlder: rows.length > VERSIONS_PAGE,
      }
    }),
  ),

  restore: on.restore.handler(({ input, context: route }) =>
    inTransaction(route, (deps) => restoreMacro(deps, { ...input, authorId: staffIdOf(route) })),
  ),

  suggest: on.suggest.handler(async ({ input, context: route }) => {
    const today = route.now().toISOString().slice(0, 10)
    const macros = await route.db.transaction(route.context, (tx) => store.macrosOnTopics(tx, input.intents))
    const wanted = { language: input.language, readingLevel: 'plain', fallbacks: [] }
    const first = macros.find((one) => !isExpired(one, today) && chooseVariant(one.variants, wanted))
    return first ? { macroId: first.id, title: first.title } : null
  }),

  preview: on.preview.handler(({ input, context: route }) =>
    inTransaction(route, async ({ tx, now }) => {
      const previewed = await previewMacro(tx, { ...input, staffId: staffIdOf(route), now })
      if (!previewed.ok) return previewed
      const { patientId, steps, ...preview } = previewed.value
      await journal(
        tx,
        {
          event: 'macro.previewed',
          action: 'R',
          resourceKind: 'macro',
          resourceId: input.macroId,
          conversationId: input.conversationId,
          patientIds: [patientId],
          fieldClasses: ['identity', 'service'],
          detail: { version: preview.macroVersion },
        },
        now,
      )
      // A note is shown as it would be written.
      const shown = steps.map(({ note, step, ...rest }) => ({
        ...rest,
        step: step.do === 'note' && note !== null ? { ...step, text: note } : step,
      }))
      return ok({ ...preview, steps: shown })
    }),
  ),

  run: on.run.handler(({ input, context: route }) =>
    inTransaction(route, async (deps) => {
      const ran = await runMacro(deps, { ...input, staffId: staffIdOf(route), role: route.context.role })
      if (!ran.ok) return ran
      const { patientId: _, ...result } = ran.value
      return ok(result)
    }),
  ),
})

const named = (id: string | null, name: string | null) => (id !== null && name !== null ? { id, name } : null)
