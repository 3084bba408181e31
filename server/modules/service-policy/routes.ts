/** The opening hours of the sites: an administrator reads, tries and changes them. */
import { implement } from '@orpc/server'
import { openingHours, type OpeningHours } from '#contract/opening-hours.ts'
import { servicePolicy } from '#contract/service-policy.ts'
import type * as z from 'zod'
import type { Transaction } from '#server/platform/database.ts'
import { inTransaction, refusalError, valueOf, type RouteContext } from '#server/platform/route-context.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { previewHours, saveHours, zoneFor } from './opening-hours.ts'
import { publishPolicies, readPolicies, rollBackPolicies, tryPolicies } from './policies.ts'
import { calendarVersions, type CalendarRow } from './store.ts'

const on = implement(openingHours).$context<RouteContext>()
const onPolicy = implement(servicePolicy).$context<RouteContext>()

export const openingHoursRoutes = on.router({
  list: on.list.handler(({ context: route }) => route.db.transaction(route.context, hoursOfSites)),

  preview: on.preview.handler(async ({ input, context: route }) => {
    const result = await route.db.transaction(route.context, (tx) => previewHours(tx, input, route.now()))
    const { openings, deadlines } = valueOf(result, route.context.requestId)
    return {
      openings: openings.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() })),
      deadlines: deadlines.map(({ receivedAt, dueAt }) => ({
        receivedAt: receivedAt.toISOString(),
        dueAt: dueAt?.toISOString() ?? null,
      })),
    }
  }),

  save: on.save.handler(async ({ input, context: route }) => {
    return present(input.siteId, await inTransaction(route, (deps) => saveHours(deps, input, staffIdOf(route))))
  }),
})

/** The staff member who calls. The guard has checked the role, so there is one. */
function staffIdOf({ staff, context }: RouteContext): string {
  if (!staff) throw refusalError('NOT_ALLOWED', context.requestId)
  return staff.id
}

export const servicePolicyRoutes = onPolicy.router({
  get: onPolicy.get.handler(({ context: route }) => route.db.transaction(route.context, readPolicies)),

  preview: onPolicy.preview.handler(async ({ input, context: route }) =>
    valueOf(
      await route.db.transaction(route.context, (tx) => tryPolicies(tx, input, route.now())),
      route.context.requestId,
    ),
  ),

  publish: onPolicy.publish.handler(({ input, context: route }) =>
    inTransaction(route, (deps) => publishPolicies(deps, input, staffIdOf(route))),
  ),

  rollBack: onPolicy.rollBack.handler(({ input, context: route }) =>
    inTransaction(route, (deps) => rollBackPolicies(deps, input, staffIdOf(route))),
  ),
})

async function hoursOfSites(tx: Transaction): Promise<Shown[]> {
  const [sites, versions, timeZone] = await Promise.all([
    tx.run<{ id: string; timeZone: string }>(SITES, [tx.context.organizationId]),
    calendarVersions(tx),
    zoneFor(tx, null),
  ])
  return [...sites, { id: null, timeZone: timeZone ?? 'UTC' }].map((one) =>
    present(
      one.id,
      versions.findLast(({ siteId }) => siteId === one.id) ?? { timeZone: one.timeZone, version: 0, weekly: {}, exceptions: [] }, // prettier-ignore
    ),
  )
}

type Shown = z.infer<typeof OpeningHours>

const present = (
  siteId: string | null,
  { timeZone, version, weekly, exceptions }: Pick<CalendarRow, 'timeZone' | 'version' | 'weekly' | 'exceptions'>,
): Shown => ({
  siteId,
  timeZone,
  version,
  weekly: Object.fromEntries(Object.entries(weekly).map(([day, periods]) => [day, [...periods]])),
  exceptions: exceptions.map(({ periods, ...exception }) => ({ ...exception, periods: [...periods] })),
})

const SITES = sqlText`select id, time_zone as "timeZone" from site where organization_id = $1 order by name limit 200`
