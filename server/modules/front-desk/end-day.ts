/** At the end of a day: whoever was not served has left; codes and calls that nobody looks at any more go. */
import { allDoors } from '#server/modules/organization/index.ts'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import type { Services } from '#server/platform/route-context.ts'
import { leaveAtMidnight } from './change-turn.ts'
import { deleteOldCodes } from './device-store.ts'
import { siteDay } from './site-day.ts'
import { openBefore } from './store.ts'

export async function endDayAtFrontDesk({ db, jobs, hub, now }: Services): Promise<void> {
  for (const { organizationId } of await db.withoutOrganization(allDoors)) {
    const context = () => systemContext(organizationId, newId(), 'end-day-at-front-desk')
    const old = await db.transaction(context(), async (tx) => {
      await deleteOldCodes(tx, now())
      const sites = await tx.run<{ id: string; timeZone: string }>(
        `select id, time_zone as "timeZone" from site where organization_id = $1 limit 200`,
        [organizationId],
      )
      const turns = []
      for (const { id, timeZone } of sites) turns.push(...(await openBefore(tx, { id, day: siteDay(timeZone, now()) })))
      return turns
    })
    for (const { id } of old)
      await db.transaction(context(), (tx) => leaveAtMidnight({ tx, jobs, hub, now: now() }, id))
  }
}
