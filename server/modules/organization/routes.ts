/** The organization's own page: read by all staff, changed by administrators. */
import { implement } from '@orpc/server'
import { organization, type Organization } from '#contract/organization.ts'
import type * as z from 'zod'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { isTimeZone } from '#engines/calendar/time-zone.ts'
import { moveHours, openFirstHours } from '#server/modules/service-policy/index.ts'
import { addMailbox, doorsOf, isTakenMailbox, setDoorLive } from './doors.ts'
import { queuesOf, saveQueue } from './queues.ts'

const on = implement(organization).$context<RouteContext>()

export const organizationRoutes = on.router({
  get: on.get.handler(({ context: route }) => route.db.transaction(route.context, present)),

  update: on.update.handler(({ input, context: route }) =>
    route.db.transaction(route.context, async (tx) => {
      const languages = [...new Set([input.language, ...input.languages])]
      await tx.run(UPDATE, [tx.context.organizationId, input.name, input.language, languages])
      await changed(tx, 'organization.changed', route.now())
      return present(tx)
    }),
  ),

  saveSite: on.saveSite.handler(({ input, context: route }) => {
    if (!isTimeZone(input.timeZone))
      throw refusalError('INVALID_INPUT', route.context.requestId, { field: 'timeZone', reason: 'unknown' })
    return route.db.transaction(route.context, async (tx) => {
      const { siteId, name, timeZone, country, language, address, phone } = input
      const [taken] = await tx.run(SAME_NAME, [tx.context.organizationId, name, siteId ?? null])
      if (taken) throw refusalError('INVALID_INPUT', route.context.requestId, { field: 'name', reason: 'taken' })
      const id = siteId ?? newId(route.now().getTime())
      const values = [tx.context.organizationId, id, name, timeZone, country, language, address, phone]
      const rows = await tx.run(siteId ? UPDATE_SITE : INSERT_SITE, values)
      if (rows.length === 0) throw refusalError('NOT_FOUND', route.context.requestId)
      const deps = { tx, jobs: route.jobs, now: route.now() }
      if (siteId) await moveHours(deps, { siteId, timeZone })
      else await openFirstHours(tx, { siteId: id, timeZone }, deps.now)
      await changed(tx, siteId ? 'site.changed' : 'site.added', route.now())
      return present(tx)
    })
  }),

  saveQueue: on.saveQueue.handler(({ input, context: route }) =>
    route.db.transaction(route.context, async (tx) => {
      const problem = await saveQueue(tx, input, route.now())
      if (problem === 'NOT_FOUND') throw refusalError('NOT_FOUND', route.context.requestId)
      if (problem) throw refusalError('INVALID_INPUT', route.context.requestId, problem)
      await changed(tx, input.queueId ? 'queue.changed' : 'queue.added', route.now())
      return present(tx)
    }),
  ),

  addMailbox: on.addMailbox.handler(({ input, context: route }) =>
    changingDoors(route, async (tx) => {
      const problem = await addMailbox(tx, input, route.now())
      if (problem) throw refusalError('INVALID_INPUT', route.context.requestId, { field: 'address', reason: problem })
      await changed(tx, 'door.added', route.now())
      return present(tx)
    }),
  ),

  setDoorLive: on.setDoorLive.handler(({ input, context: route }) =>
    changingDoors(route, async (tx) => {
      if (!(await setDoorLive(tx, input.doorId, input.isLive))) throw refusalError('NOT_FOUND', route.context.requestId)
      await changed(tx, input.isLive ? 'door.opened' : 'door.closed', route.now())
      return present(tx)
    }),
  ),

  setOutbound: on.setOutbound.handler(({ input, context: route }) =>
    route.db.transaction(route.context, async (tx) => {
      await tx.run(SET_OUTBOUND, [tx.context.organizationId, input.on])
      await changed(tx, input.on ? 'organization.outbound-on' : 'organization.outbound-off', route.now())
      return present(tx)
    }),
  ),
})

const changingDoors = <T>(route: RouteContext, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  route.db.transaction(route.context, work).catch((error: unknown) => {
    if (isTakenMailbox(error))
      throw refusalError('INVALID_INPUT', route.context.requestId, { field: 'address', reason: 'taken' })
    throw error
  })

const changed = (tx: Transaction, event: string, now: Date) =>
  journal(tx, { event, action: 'U', resourceKind: 'organization', resourceId: tx.context.organizationId }, now)

async function present(tx: Transaction): Promise<z.infer<typeof Organization>> {
  const { organizationId } = tx.context
  const [[row], sites, queues, doors] = await Promise.all([
    tx.run<Omit<z.infer<typeof Organization>, 'sites' | 'queues' | 'retiredQueues' | 'doors'>>(GET, [organizationId]),
    tx.run<z.infer<typeof Organization>['sites'][number]>(SITES, [organizationId]),
    queuesOf(tx),
    doorsOf(tx),
  ])
  if (!row) throw refusalError('NOT_FOUND', tx.context.requestId)
  return { ...row, sites, ...queues, doors }
}

const GET = sqlText`
  select organization_id as id, name, slug, country, language, languages, is_demonstration as "isDemonstration", outbound_on as "outboundOn"
  from organization where organization_id = $1`
const SITES = sqlText`
  select id, name, time_zone as "timeZone", country, language, address, phone
  from site where organization_id = $1 order by name limit 200`
const UPDATE = sqlText`update organization set name = $2, language = $3, languages = $4 where organization_id = $1`
const SET_OUTBOUND = sqlText`update organization set outbound_on = $2 where organization_id = $1`
const SAME_NAME = sqlText`select from site where organization_id = $1 and name = $2 and id is distinct from $3::uuid`
const INSERT_SITE = sqlText`
  insert into site (organization_id, id, name, time_zone, country, language, address, phone)
  values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`
const UPDATE_SITE = sqlText`
  update site set name = $3, time_zone = $4, country = $5, language = $6, address = $7, phone = $8
  where organization_id = $1 and id = $2 returning id`
