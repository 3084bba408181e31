/** Visits: for the desk, and for the patient's side in the portal. */
import { implement } from '@orpc/server'
import { appointment, myAppointment } from '#contract/appointment.ts'
import type { Refusal } from '#contract/refusal.ts'
import { identityLevelFor } from '#server/modules/identity/index.ts'
import { opensRecord } from '#server/modules/patient/index.ts'
import { ALL_LABELS, type Context } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { inTransaction, refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { bookAppointment } from './book-appointment.ts'
import { cancelAppointment, restoreAppointment } from './cancel-appointment.ts'
import { restoreUntil, VISITS_MAX } from './rules.ts'
import {
  appointmentsAhead,
  findAppointment,
  remindersOf,
  speaksOfVisits,
  type Appointment,
  type Reminder,
} from './store.ts'

const on = implement({ appointment, myAppointment }).$context<RouteContext>()

type Deps = Parameters<Parameters<typeof inTransaction>[1]>[0]

export const appointmentRoutes = on.appointment.router({
  list: on.appointment.list.handler(({ input: { patientId, conversationId }, context: route }) =>
    inTransaction(route, async ({ tx, now }) => {
      const open = await isOpen(tx, { patientId, conversationId }, now)
      if (!open.ok) return open
      const isLocked = !open.value
      const rows = isLocked ? [] : await appointmentsAhead(tx, { patientId, limit: VISITS_MAX }, now)
      const reminders = await remindersOf(
        tx,
        rows.map(({ id }) => id),
      )
      await tellListed(tx, { patientId, conversationId, rows: rows.length, isLocked }, now)
      return ok({
        items: rows.map((row) => ({ ...present(row), reminders: presentReminders(row, reminders) })),
        isLocked,
      })
    }),
  ),

  book: on.appointment.book.handler(({ input, context: route }) =>
    forStaff(route, async (deps) => {
      const { conversationId = null } = input
      const refused = await whyClosed(deps, input.patientId, conversationId)
      return refused ?? bookAppointment(deps, { ...input, conversationId, bookedBy: route.staff?.id ?? null })
    }),
  ),

  cancel: on.appointment.cancel.handler(({ input, context: route }) =>
    forStaff(route, async (deps) => {
      const { appointmentId, conversationId = null } = input
      const refused = await whyClosedOf(deps, appointmentId, conversationId)
      return refused ?? cancelAppointment(deps, { ...input, conversationId, by: 'staff' })
    }),
  ),

  restore: on.appointment.restore.handler(({ input, context: route }) =>
    forStaff(route, async (deps) => {
      const { appointmentId, conversationId = null } = input
      const refused = await whyClosedOf(deps, appointmentId, conversationId)
      return refused ?? restoreAppointment(deps, { ...input, conversationId, by: 'staff' })
    }),
  ),
})

/** One change of the desk; the answer is the visit as it stands then. */
const forStaff = (route: RouteContext, work: (deps: Deps) => Promise<Result<Appointment, Refusal>>) =>
  inTransaction(route, async (deps) => {
    const done = await work(deps)
    if (!done.ok) return done
    const { tx, hub } = deps
    tx.afterCommit(() => hub.wake(tx.context.organizationId))
    return ok({
      ...present(done.value),
      reminders: presentReminders(done.value, await remindersOf(tx, [done.value.id])),
    })
  })

/**
 * In a conversation its identity level decides whether visits are spoken of (desk-D8), and of somebody who speaks for the patient the grant. Without one
 * staff works with the record itself.
 */
async function isOpen(
  tx: Transaction,
  { patientId, conversationId }: { patientId: string; conversationId?: string | null | undefined },
  now: Date,
): Promise<Result<boolean, 'NOT_FOUND'>> {
  if (!conversationId) return (await patientExists(tx, patientId)) ? ok(true) : refuse('NOT_FOUND')
  const level = await identityLevelFor(tx, { conversationId, patientId, now })
  if (level === undefined) return refuse('NOT_FOUND')
  return ok(opensRecord(level) && (level !== 'verified_for' || (await speaksOfVisits(tx, conversationId, now))))
}

async function whyClosed({ tx, now }: Deps, patientId: string, conversationId: string | null) {
  const open = await isOpen(tx, { patientId, conversationId }, now)
  return open.ok ? (open.value ? undefined : refuse('IDENTITY_TOO_LOW')) : open
}

async function whyClosedOf(deps: Deps, appointmentId: string, conversationId: string | null) {
  const found = await findAppointment(deps.tx, appointmentId)
  return found ? whyClosed(deps, found.patientId, conversationId) : refuse('NOT_FOUND')
}

const patientExists = async (tx: Transaction, patientId: string): Promise<boolean> =>
  (await tx.run(`select from patient where organization_id = $1 and id = $2`, [tx.context.organizationId, patientId]))
    .length > 0

export const myAppointmentRoutes = on.myAppointment.router({
  list: on.myAppointment.list.handler(({ input, context: route }) => {
    const { context, patientIds } = ofVisits(route)
    const patientId = input.patientId ?? patientIds[0]
    if (input.patientId && !patientIds.includes(input.patientId)) throw refusalError('NOT_FOUND', context.requestId)
    return inTransaction({ ...route, context }, async ({ tx, now }) => {
      const rows = patientId ? await appointmentsAhead(tx, { patientId, limit: VISITS_MAX }, now) : []
      await tellListed(tx, { patientId: patientId ?? null, rows: rows.length, isLocked: false }, now)
      return ok({ items: rows.map(presentOwn) })
    })
  }),

  cancel: on.myAppointment.cancel.handler(({ input, context: route }) =>
    forOwn(route, input.appointmentId, (deps) =>
      cancelAppointment(deps, { ...input, conversationId: null, by: 'portal' }),
    ),
  ),

  restore: on.myAppointment.restore.handler(({ input, context: route }) =>
    forOwn(route, input.appointmentId, (deps) =>
      restoreAppointment(deps, { ...input, conversationId: null, by: 'portal' }),
    ),
  ),
})

/** The patients whose visits a session sees, own first, and a transaction that sees no others: a grant for messages alone opens none. */
function ofVisits({ person, context }: RouteContext): { context: Context; patientIds: readonly string[] } {
  if (!person || context.scope.kind !== 'patient') throw refusalError('NOT_ALLOWED', context.requestId)
  const granted = person.proxies.filter(({ scope }) => scope.includes('schedule')).map(({ patientId }) => patientId)
  const patientIds = [...new Set([...(person.patientId ? [person.patientId] : []), ...granted])]
  return { context: { ...context, scope: { ...context.scope, patientIds } }, patientIds }
}

/** Row security says in the person's own scope what is there; what becomes of it is written for the whole organization to see. */
async function forOwn(
  route: RouteContext,
  appointmentId: string,
  work: (deps: Deps) => Promise<Result<Appointment, Refusal>>,
) {
  const { context } = ofVisits(route)
  const own = await route.db.transaction(context, (tx) => findAppointment(tx, appointmentId))
  if (!own) throw refusalError('NOT_FOUND', context.requestId)
  const wide: Context = { ...context, scope: { kind: 'organization' }, labels: ALL_LABELS }
  return inTransaction({ ...route, context: wide }, async (deps) => {
    const done = await work(deps)
    if (!done.ok) return done
    deps.tx.afterCommit(() => deps.hub.wake(context.organizationId))
    return ok(presentOwn(done.value))
  })
}

const tellListed = (
  tx: Transaction,
  {
    patientId,
    conversationId = null,
    rows,
    isLocked,
  }: { patientId: string | null; conversationId?: string | null | undefined; rows: number; isLocked: boolean },
  now: Date,
): Promise<void> =>
  journal(
    tx,
    {
      event: 'appointment.listed',
      action: 'R',
      resourceKind: 'appointment',
      conversationId,
      patientIds: [patientId],
      fieldClasses: ['schedule'],
      detail: { rows, isLocked },
    },
    now,
  )

function present(row: Appointment) {
  const { id, what, status, siteName, timeZone, cancelReason, cancelledBy, version } = row
  return {
    id,
    what,
    status,
    siteName,
    timeZone,
    cancelReason,
    cancelledBy,
    version,
    startAt: row.startAt.toISOString(),
    endAt: row.endAt.toISOString(),
    cancelledAt: row.cancelledAt?.toISOString() ?? null,
    restoreUntil: restoreUntil(row)?.toISOString() ?? null,
  }
}

/** What the clinic cancelled only the clinic takes back. */
const presentOwn = (row: Appointment) => ({
  ...present(row),
  ...(row.cancelledBy === 'staff' ? { restoreUntil: null } : {}),
})

const presentReminders = ({ id }: Appointment, reminders: readonly Reminder[]) =>
  reminders
    .filter(({ appointmentId }) => appointmentId === id)
    .map(({ step, dueAt, state, cause, conversationId }) => ({
      step,
      dueAt: dueAt.toISOString(),
      state,
      cause,
      conversationId,
    }))
