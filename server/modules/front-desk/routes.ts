/** Turns as the staff of the front desk see and change them. */
import { implement } from '@orpc/server'
import type * as z from 'zod'
import { frontDesk, type Turn } from '#contract/front-desk.ts'
import { PAGE_MAX } from '#contract/route.ts'
import { journal } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { inTransaction, refusalError, type RouteContext } from '#server/platform/route-context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { readCursor, writeCursor } from '#server/platform/page-cursor.ts'
import { callNext, changeTurn } from './change-turn.ts'
import { issueCode } from './check-in.ts'
import { addDevice, noteDevice, renewDevice, type Linked } from './device-link.ts'
import { listDevices, openStaffCalls, revoke, settleStaffCall, type DeviceRow } from './device-store.ts'
import { estimateWait, type Waited } from './estimate.ts'
import { letterOf, numberText, queueFor } from './rules.ts'
import { lastServed, listTurns, queuesAt, siteOf, type Site, type TurnRow } from './store.ts'
import { takeTurn } from './take-turn.ts'

const on = implement(frontDesk).$context<RouteContext>()

/** The staff member who calls. The guard has checked the role, so there is one. */
function staffIdOf({ staff, context }: RouteContext): string {
  if (!staff) throw refusalError('NOT_ALLOWED', context.requestId)
  return staff.id
}

async function siteIn(tx: Transaction, route: RouteContext, siteId: string): Promise<Site> {
  const site = await siteOf(tx, siteId, route.now())
  if (!site) throw refusalError('NOT_FOUND', route.context.requestId)
  return site
}

export const frontDeskRoutes = on.router({
  turns: on.turns.handler(({ input, context: route }) =>
    route.db.transaction(route.context, async (tx) => {
      const site = await siteIn(tx, route, input.siteId)
      const after = input.cursor ? readCursor(input.cursor) : undefined
      if (input.cursor && !after) throw refusalError('INVALID_INPUT', route.context.requestId, { field: 'cursor' })
      const rows = await listTurns(tx, { site, show: input.show, queueId: input.queueId, after, limit: PAGE_MAX + 1 })
      const shown = rows.slice(0, PAGE_MAX)
      await journal(
        tx,
        {
          event: 'front-desk.read',
          action: 'R',
          resourceKind: 'front-desk-turn',
          patientIds: shown.map(({ patientId }) => patientId),
          fieldClasses: ['service'],
          detail: { rows: shown.length, siteId: site.id },
        },
        route.now(),
      )
      const last = rows.length > PAGE_MAX ? shown.at(-1) : undefined
      return {
        items: await presentTurns(tx, site, shown, route.now()),
        next: last ? writeCursor(last) : null,
      }
    }),
  ),

  overview: on.overview.handler(({ input, context: route }) =>
    route.db.transaction(route.context, async (tx) => {
      const site = await siteIn(tx, route, input.siteId)
      const [queues, staffCalls] = await Promise.all([queuesAt(tx, site), openStaffCalls(tx, site.id)])
      return {
        queues: queues.map(({ id, name, kind, waiting }) => ({ id, name, letter: letterOf(kind), waiting })),
        staffCalls: staffCalls.map((call) => ({ ...call, calledAt: call.calledAt.toISOString() })),
      }
    }),
  ),

  take: on.take.handler(({ input, context: route }) =>
    inTransaction(route, async (deps) => {
      const site = await siteIn(deps.tx, route, input.siteId)
      const { patientId, isChecked, messageId, reason, language } = input
      const queues = await queuesAt(deps.tx, site)
      const queue = input.queueId
        ? queues.find(({ id }) => id === input.queueId)
        : queueFor(queues, { reason, siteId: site.id, language })
      if (!queue) return refuse('NOT_FOUND')
      const staffId = staffIdOf(route)
      if (patientId && !(await isPatient(deps.tx, patientId))) return refuse('NOT_FOUND')
      const check = isChecked ? ({ method: 'document-in-person', by: staffId } as const) : null
      const person = patientId ? { patientId, check } : null
      return takeTurn(deps, { site, queue, messageId, reason, language, person, deviceId: null, takenBy: staffId })
    }),
  ),

  callNext: on.callNext.handler(({ input, context: route }) =>
    inTransaction(route, async (deps) => {
      const site = await siteIn(deps.tx, route, input.siteId)
      return callNext(deps, { site, queueId: input.queueId, room: input.room, staffId: staffIdOf(route) })
    }),
  ),

  change: on.change.handler(({ input, context: route }) =>
    inTransaction(route, (deps) => changeTurn(deps, { ...input, staffId: staffIdOf(route) })),
  ),

  settleCall: on.settleCall.handler(({ input, context: route }) =>
    inTransaction(route, async ({ tx, now }) => {
      if (!(await settleStaffCall(tx, input.staffCallId, staffIdOf(route), now))) return refuse('NOT_FOUND')
      await journal(
        tx,
        {
          event: 'front-desk.staff-came',
          action: 'U',
          resourceKind: 'staff-call',
          resourceId: input.staffCallId,
        },
        now,
      )
      return ok({})
    }),
  ),

  issueCode: on.issueCode.handler(({ input, context: route }) =>
    inTransaction(route, async ({ tx, now }) => {
      const issued = await issueCode({ tx, keys: route.keys, now }, { ...input, staffId: staffIdOf(route) })
      return issued.ok ? ok({ code: issued.value.code, expiresAt: issued.value.expiresAt.toISOString() }) : issued
    }),
  ),

  devices: on.devices.handler(({ context: route }) =>
    route.db.transaction(route.context, async (tx) => (await listDevices(tx)).map(presentDevice)),
  ),

  addDevice: on.addDevice.handler(({ input, context: route }) =>
    inTransaction(route, async ({ tx, now }) => {
      const { id: siteId } = await siteIn(tx, route, input.siteId)
      const device = { siteId, kind: input.kind, name: input.name, createdBy: staffIdOf(route) }
      return presentLinked(await addDevice({ tx, publicUrl: route.publicUrl, now }, device))
    }),
  ),

  renewDevice: on.renewDevice.handler(({ input, context: route }) =>
    inTransaction(route, async ({ tx, now }) =>
      presentLinked(await renewDevice({ tx, publicUrl: route.publicUrl, now }, input.deviceId)),
    ),
  ),

  revokeDevice: on.revokeDevice.handler(({ input, context: route }) =>
    inTransaction(route, async ({ tx, now }) => {
      if (!(await revoke(tx, input.deviceId, now))) return refuse('NOT_FOUND')
      await noteDevice(tx, 'front-desk.device-revoked', 'D', input.deviceId, now)
      return ok({})
    }),
  ),
})

const presentLinked = <No extends string>(linked: Result<Linked, No>) =>
  linked.ok ? ok({ device: presentDevice(linked.value.device), link: linked.value.link }) : linked

const presentDevice = ({ createdAt, openedAt, lastUsedAt, ...device }: DeviceRow) => ({
  ...device,
  createdAt: createdAt.toISOString(),
  openedAt: openedAt?.toISOString() ?? null,
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
})

const isPatient = async (tx: Transaction, patientId: string): Promise<boolean> =>
  (
    await tx.run(`select from patient where organization_id = $1 and id = $2 and is_active`, [
      tx.context.organizationId,
      patientId,
    ])
  ).length > 0

async function presentTurns(
  tx: Transaction,
  site: Site,
  rows: readonly TurnRow[],
  now: Date,
): Promise<z.infer<typeof Turn>[]> {
  const served = new Map<string, Waited[]>()
  for (const { queueId, ahead } of rows)
    if (ahead !== null && !served.has(queueId)) served.set(queueId, await lastServed(tx, site.id, queueId, now))
  return rows.map(({ letter, number, patientId: _, place: _place, takenAt, calledAt, servingAt, endedAt, ...row }) => ({
    ...row,
    number: numberText(letter, number),
    takenAt: takenAt.toISOString(),
    calledAt: calledAt?.toISOString() ?? null,
    servingAt: servingAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    estimate: row.ahead === null ? null : estimateWait(served.get(row.queueId) ?? [], row.ahead),
  }))
}
