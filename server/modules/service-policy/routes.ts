/** The opening hours of the sites: an administrator reads, tries and changes them. */
import { implement } from '@orpc/server'
import { openingHours, type OpeningHours } from '#contract/opening-hours.ts'
import type * as z from 'zod'
import type { Transaction } from '#server/platform/database.ts'
import { inTransaction, refusalError, valueOf, type RouteContext } from '#server/platform/route-context.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { previewHours, saveHours } from './opening-hours.ts'
import { calendarVersions, type CalendarRow } from './store.ts'

const on = implement(openingHours).$context<RouteContext>()

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
    const { staff } = route
    if (!staff) throw refusalError('NOT_ALLOWED', route.context.requestId)
    return present(input.siteId, await inTransaction(route, (deps) => saveHours(deps, input, staff.id)))
  }),
})

async function hoursOfSites(tx: Transaction): Promise<Shown[]> {
  const [sites, versions] = await Promise.all([
    tx.run<{ id: string; timeZone: string }>(SITES, [tx.context.organizationId]),
    calendarVersions(tx),
  ])
  return sites.map(({ id, timeZone }) =>
    present(
      id,
      versions.findLast(({ siteId }) => siteId === id) ?? { timeZone, version: 0, weekly: {}, exceptions: [] },
    ),
  )
}

type Shown = z.infer<typeof OpeningHours>

const present = (
  siteId: string,
  { timeZone, version, weekly, exceptions }: Pick<CalendarRow, 'timeZone' | 'version' | 'weekly' | 'exceptions'>,
): Shown => ({
  siteId,
  timeZone,
  version,
  weekly: Object.fromEntries(Object.entries(weekly).map(([day, periods]) => [day, [...periods]])),
  exceptions: exceptions.map(({ periods, ...exception }) => ({ ...exception, periods: [...periods] })),
})

const SITES = sqlText`select id, time_zone as "timeZone" from site where organization_id = $1 order by name limit 200`
