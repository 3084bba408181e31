/** Patients: for the desk's person pane, and the portal's own profile. */
import { implement } from '@orpc/server'
import { myProfile, patient } from '#contract/patient.ts'
import { journal } from '#server/platform/journal.ts'
import { inTransaction, refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { ok, refuse } from '#server/platform/result.ts'
import { readPatient, searchPatients, updateOwnProfile } from './store.ts'

const on = implement({ patient, myProfile }).$context<RouteContext>()

export const patientRoutes = {
  search: on.patient.search.handler(({ input, context: route }) =>
    inTransaction(route, async ({ tx, now }) => {
      const after = input.cursor ? Buffer.from(input.cursor, 'base64url').toString() : null
      const rows = await searchPatients(tx, input.text, after, input.limit + 1)
      const page = rows.slice(0, input.limit)
      const last = rows.length > input.limit ? page.at(-1) : undefined
      await journal(
        tx,
        {
          event: 'patient.searched',
          action: 'R',
          resourceKind: 'patient',
          patientIds: page.map(({ id }) => id),
          fieldClasses: ['identity'],
          detail: { rows: page.length },
        },
        now,
      )
      return ok({
        items: page.map(({ sort: _, ...row }) => row),
        next: last ? Buffer.from(last.sort).toString('base64url') : null,
      })
    }),
  ),
  get: on.patient.get.handler(({ input, context: route }) => open(route, input.patientId)),
}

export const myProfileRoutes = {
  get: on.myProfile.get.handler(({ input, context: route }) => open(route, own(route, input.patientId))),
  update: on.myProfile.update.handler(async ({ input, context: route }) => {
    const patientId = own(route, input.patientId)
    await inTransaction(route, async ({ tx, now }) => {
      if (!(await updateOwnProfile(tx, { ...input, patientId }))) return refuse('CHANGED_MEANWHILE')
      await journal(
        tx,
        {
          event: 'patient.changed',
          action: 'U',
          resourceKind: 'patient',
          resourceId: patientId,
          patientIds: [patientId],
          fieldClasses: ['identity'],
        },
        now,
      )
      return ok({})
    })
    return open(route, patientId)
  }),
}

function own({ person, context }: RouteContext, asked: string | undefined): string {
  const patientId = asked ?? person?.patientId ?? person?.patientIds[0]
  if (!person || !patientId || !person.patientIds.includes(patientId))
    throw refusalError('NOT_FOUND', context.requestId)
  return patientId
}

function open(route: RouteContext, patientId: string) {
  return inTransaction(route, async ({ tx, now }) => {
    const found = await readPatient(tx, patientId, now)
    if (!found) return refuse('NOT_FOUND')
    await journal(
      tx,
      {
        event: 'patient.opened',
        action: 'R',
        resourceKind: 'patient',
        resourceId: patientId,
        patientIds: [patientId],
        fieldClasses: ['identity', 'contact'],
      },
      now,
    )
    return ok(found)
  })
}
