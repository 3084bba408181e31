/** Availability, offers and reasons; what an organization sets for its routing. */
import { implement } from '@orpc/server'
import type * as z from 'zod'
import { workload, type MyAvailability } from '#contract/workload.ts'
import { wrongField } from '#engines/routing/policy.ts'
import { ALL_LABELS } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal } from '#server/platform/journal.ts'
import { inTransaction, refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { ok, refuse } from '#server/platform/result.ts'
import { setAvailability } from './availability.ts'
import { callIn } from './call-in.ts'
import { explain } from './explain.ts'
import { passOn, withdrawOffers } from './hold-out.ts'
import { readPattern, savePattern } from './shift-pattern.ts'
import {
  availabilityOf,
  holdingOf,
  listCapacities,
  loadPolicy,
  lockDecisions,
  replaceShifts,
  saveCapacity,
  savePolicy,
} from './store.ts'

const on = implement(workload).$context<RouteContext>()

/** The staff member who calls. The guard has checked the role, so there is one. */
function staffIdOf({ staff, context }: RouteContext): string {
  if (!staff) throw refusalError('NOT_ALLOWED', context.requestId)
  return staff.id
}

export const workloadRoutes = on.router({
  mine: on.mine.handler(({ context: route }) =>
    route.db.transaction(route.context, (tx) => presentMine(tx, staffIdOf(route))),
  ),

  setMine: on.setMine.handler(({ input, context: route }) =>
    inTransaction(route, async (deps) => {
      const staffId = staffIdOf(route)
      await setAvailability(deps, { staffId, awayReason: input.awayReason, isOwnWord: true })
      return ok(await presentMine(deps.tx, staffId))
    }),
  ),

  setOf: on.setOf.handler(({ input, context: route }) =>
    inTransaction(route, async (deps) => {
      const known = (await listCapacities(deps.tx)).some(({ staffId }) => staffId === input.staffId)
      if (!known) return refuse('NOT_FOUND')
      await setAvailability(deps, { ...input, isOwnWord: input.staffId === staffIdOf(route) })
      deps.tx.afterCommit(() => deps.hub.wake(deps.tx.context.organizationId))
      return ok({})
    }),
  ),

  callIn: on.callIn.handler(({ input, context: route }) => {
    const { keys, publicUrl, context } = route
    // Whether somebody is at work counts the load of all, also of what this person may not open.
    return inTransaction({ ...route, context: { ...context, labels: ALL_LABELS } }, (deps) =>
      callIn({ ...deps, keys, publicUrl }, input.staffId),
    )
  }),

  pass: on.pass.handler(async ({ input, context: route }) => {
    const staffId = staffIdOf(route)
    const known = await route.db.transaction(route.context, (tx) => holdingOf(tx, input.conversationId))
    if (!known) throw refusalError('NOT_FOUND', route.context.requestId)
    // The decision that follows counts the load of all, also of what this person may not open.
    return inTransaction({ ...route, context: { ...route.context, labels: ALL_LABELS } }, async (deps) =>
      (await passOn(deps, input.conversationId, staffId)) ? ok({}) : refuse('STATE_NOT_ALLOWED'),
    )
  }),

  decision: on.decision.handler(({ input, context: route }) =>
    route.db.transaction(route.context, async (tx) => {
      const conversation = await holdingOf(tx, input.conversationId)
      if (!conversation) throw refusalError('NOT_FOUND', route.context.requestId)
      const decision = await explain(tx, conversation, route.context)
      await journal(
        tx,
        {
          event: 'routing.read',
          action: 'R',
          resourceKind: 'conversation',
          resourceId: conversation.id,
          conversationId: conversation.id,
          patientIds: [conversation.patientId],
          fieldClasses: ['service'],
        },
        route.now(),
      )
      return { decision }
    }),
  ),

  settings: on.settings.handler(({ context: route }) => route.db.transaction(route.context, loadPolicy)),

  saveSettings: on.saveSettings.handler(({ input, context: route }) =>
    // What is taken back is taken back also where this person may not open it.
    inTransaction({ ...route, context: { ...route.context, labels: ALL_LABELS } }, async (deps) => {
      const { tx, now } = deps
      const wrong = wrongField(input.policy)
      if (wrong) return refuse('INVALID_INPUT', { field: `policy.${wrong}` })
      await lockDecisions(tx)
      if (!(await savePolicy(tx, input, staffIdOf(route), now))) return refuse('CHANGED_MEANWHILE')
      if (!input.isAutomatic) await withdrawOffers(deps)
      await changed(tx, 'routing.changed', tx.context.organizationId, now, {
        version: input.version + 1,
        isAutomatic: input.isAutomatic,
      })
      return ok(await loadPolicy(tx))
    }),
  ),

  members: on.members.handler(async ({ context: route }) => {
    const all = await route.db.transaction(route.context, listCapacities)
    return all.map(({ changedAt, ...one }) => ({ ...one, changedAt: changedAt?.toISOString() ?? null }))
  }),

  saveMember: on.saveMember.handler(({ input, context: route }) =>
    inTransaction(route, async ({ tx, now }) => {
      const known = (await listCapacities(tx)).some(({ staffId }) => staffId === input.staffId)
      if (!known) return refuse('NOT_FOUND')
      const saved = await saveCapacity(tx, input, { authorId: staffIdOf(route), now })
      if (!saved) return refuse('CHANGED_MEANWHILE')
      await changed(tx, 'staff.capacity-changed', input.staffId, now, { capacity: input.capacity })
      return ok(saved)
    }),
  ),

  saveShifts: on.saveShifts.handler(({ input, context: route }) =>
    inTransaction(route, async ({ tx, now }) => {
      const shifts = input.shifts.map(({ startsAt, endsAt }) => ({
        startsAt: new Date(startsAt),
        endsAt: new Date(endsAt),
      }))
      const from = new Date(input.from)
      const wrong = shifts.findIndex(({ startsAt, endsAt }) => {
        const hours = (endsAt.getTime() - startsAt.getTime()) / 3_600_000
        return startsAt < from || hours <= 0 || hours > SHIFT_MAX_HOURS
      })
      if (wrong >= 0) return refuse('INVALID_INPUT', { field: `shifts.${wrong}` })
      if (!(await replaceShifts(tx, { staffId: input.staffId, from, shifts }, now))) return refuse('NOT_FOUND')
      await changed(tx, 'staff.shifts-changed', input.staffId, now, { shifts: shifts.length })
      return ok({})
    }),
  ),

  pattern: on.pattern.handler(({ input, context: route }) =>
    inTransaction(route, ({ tx }) => readPattern(tx, input.staffId)),
  ),

  savePattern: on.savePattern.handler(({ input, context: route }) =>
    inTransaction(route, (deps) => savePattern(deps, input, staffIdOf(route))),
  ),
})

/** Kept by the constraint shift_lasts_at_most_a_day too. */
const SHIFT_MAX_HOURS = 24

const changed = (
  tx: Transaction,
  event: string,
  resourceId: string,
  now: Date,
  detail: Record<string, number | boolean>,
) => journal(tx, { event, action: 'U', resourceKind: 'workload', resourceId, detail }, now)

async function presentMine(tx: Transaction, staffId: string): Promise<z.infer<typeof MyAvailability>> {
  const [mine, { isAutomatic }] = await Promise.all([availabilityOf(tx, staffId), loadPolicy(tx)])
  return {
    isAutomatic,
    isAccepting: (mine?.isAccepting ?? false) && mine?.awaySince === null,
    awayReason: mine?.awayReason ?? null,
    awaySince: mine?.awaySince?.toISOString() ?? null,
  }
}
