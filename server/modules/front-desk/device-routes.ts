/** What the browser of a kiosk or a public display may ask for. No answer of these names anybody (desk-D64). */
import { implement } from '@orpc/server'
import { frontDeskDevice } from '#contract/front-desk.ts'
import { emergencyNumberOf } from '#engines/crisis/resources.ts'
import { journal } from '#server/platform/journal.ts'
import { refusalError, valueOf, type RouteContext } from '#server/platform/route-context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { tryCheckIn } from './check-in.ts'
import { deviceOf, openDevice, type OpenDevice } from './device.ts'
import { insertStaffCall, useCode } from './device-store.ts'
import { queueFor } from './rules.ts'
import { givenFor, queuesAt, readBoard, siteOf, type Site } from './store.ts'
import { takeTurn } from './take-turn.ts'

const on = implement(frontDeskDevice).$context<RouteContext>()

async function siteOfDevice(tx: Transaction, route: RouteContext, { siteId }: OpenDevice): Promise<Site> {
  const site = await siteOf(tx, siteId, route.now())
  if (!site) throw refusalError('NOT_FOUND', route.context.requestId)
  return site
}

export const frontDeskDeviceRoutes = on.router({
  open: on.open.handler(async ({ input, context: route }) => {
    const { requestId, sourceAddress } = route.context
    const wait = route.rates.admit('device-open', sourceAddress ?? 'none', route.now())
    if (wait > 0) throw refusalError('SLOW_DOWN', requestId, { retryAfterSeconds: wait })
    const kind = await openDevice(route, input.code)
    if (!kind) throw refusalError('LINK_USED', requestId)
    return { kind }
  }),

  kiosk: on.kiosk.handler(async ({ context: route }) => {
    const device = await deviceOf(route, 'kiosk')
    return route.db.transaction(device.context, async (tx) => {
      const site = await siteOfDevice(tx, route, device)
      const [organization] = await tx.run<{ languages: string[] }>(
        `select languages from organization where organization_id = $1`,
        [tx.context.organizationId],
      )
      return {
        siteName: site.name,
        languages: organization?.languages ?? [],
        emergencyNumber: emergencyNumberOf(site.country),
      }
    })
  }),

  take: on.take.handler(async ({ input, context: route }) => {
    const device = await deviceOf(route, 'kiosk')
    const { requestId } = route.context
    const { messageId, reason, language } = input
    // Asked again for the same arrival, the answer is the same number, and the code is not tried anew.
    const isAgain = await route.db.transaction(device.context, (tx) => givenFor(tx, device.siteId, messageId))
    const tried = input.checkIn && !isAgain ? await checkIn(route, device, input.checkIn) : undefined
    return route.db.transaction(device.context, async (tx) => {
      const site = await siteOfDevice(tx, route, device)
      const queue = queueFor(await queuesAt(tx, site), { reason, siteId: site.id, language })
      if (!queue) throw refusalError('UNAVAILABLE', requestId)
      if (tried && !(await useCode(tx, tried.id, route.now()))) throw refusalError('WRONG_CODE', requestId)
      const person = tried
        ? { patientId: tried.patientId, check: { method: 'check-in-code', by: tried.issuedBy } as const }
        : null
      const deps = { tx, jobs: route.jobs, hub: route.hub, now: route.now() }
      const arrival = { site, queue, messageId, reason, language, person, deviceId: device.id, takenBy: null }
      return valueOf(await takeTurn(deps, arrival), requestId)
    })
  }),

  callStaff: on.callStaff.handler(async ({ context: route }) => {
    const device = await deviceOf(route, 'kiosk')
    await route.db.transaction(device.context, async (tx) => {
      const id = await insertStaffCall(tx, device, route.now())
      if (!id) return
      await journal(
        tx,
        { event: 'front-desk.staff-called', action: 'C', resourceKind: 'staff-call', resourceId: id },
        route.now(),
      )
    })
    return {}
  }),

  board: on.board.handler(async ({ context: route }) => {
    const device = await deviceOf(route, 'display')
    return route.db.transaction(device.context, async (tx) => {
      const site = await siteOfDevice(tx, route, device)
      return {
        siteName: site.name,
        language: site.language,
        timeZone: site.timeZone,
        at: route.now().toISOString(),
        ...(await readBoard(tx, site)),
      }
    })
  }),
})

async function checkIn(route: RouteContext, device: OpenDevice, pair: { code: string; birthDate: string }) {
  const { requestId } = route.context
  const wait = route.rates.admit('check-in', `${device.context.organizationId}/${device.id}`, route.now())
  if (wait > 0) throw refusalError('SLOW_DOWN', requestId, { retryAfterSeconds: wait })
  const tried = await route.db.transaction(device.context, (tx) =>
    tryCheckIn({ tx, keys: route.keys, now: route.now() }, { ...pair, deviceId: device.id }),
  )
  if (!tried) throw refusalError('WRONG_CODE', requestId)
  return tried
}
