/** The link of a kiosk or a display: made new, it opens one browser, and the one before is shut out when it is opened. */
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { Transaction } from '#server/platform/database.ts'
import { hashSecret, LINK_HOURS, linkTo, newSecret } from './device.ts'
import { findDevice, insertDevice, listDevices, setCode, type DeviceKind, type DeviceRow } from './device-store.ts'

type LinkDeps = { tx: Transaction; publicUrl: string; now: Date }
export type NewDevice = { siteId: string; kind: DeviceKind; name: string; createdBy: string }
export type Linked = { device: DeviceRow; link: string }

/** Refuses when the organization has as many devices as it may. */
export async function addDevice(deps: LinkDeps, device: NewDevice): Promise<Result<Linked, 'SLOW_DOWN'>> {
  const { tx, now } = deps
  const id = newId(now.getTime())
  if (!(await insertDevice(tx, { ...device, id, now }))) return refuse('SLOW_DOWN')
  await noteDevice(tx, 'front-desk.device-added', 'C', id, now)
  return ok(await giveLink(deps, id))
}

export async function renewDevice(deps: LinkDeps, deviceId: string): Promise<Result<Linked, 'NOT_FOUND'>> {
  if (!(await findDevice(deps.tx, deviceId))) return refuse('NOT_FOUND')
  await noteDevice(deps.tx, 'front-desk.device-renewed', 'U', deviceId, deps.now)
  return ok(await giveLink(deps, deviceId))
}

/** The device of this site, kind and name with a new link; made where there is none. For the demonstration. */
export async function linkByName(deps: LinkDeps, device: NewDevice): Promise<string | undefined> {
  const known = (await listDevices(deps.tx)).find(
    ({ siteId, kind, name }) => siteId === device.siteId && kind === device.kind && name === device.name,
  )
  const linked = known ? await renewDevice(deps, known.id) : await addDevice(deps, device)
  return linked.ok ? linked.value.link : undefined
}

export const noteDevice = (
  tx: Transaction,
  event: string,
  action: 'C' | 'U' | 'D',
  resourceId: string,
  now: Date,
): Promise<void> => journal(tx, { event, action, resourceKind: 'front-desk-device', resourceId }, now)

async function giveLink({ tx, publicUrl, now }: LinkDeps, deviceId: string): Promise<Linked> {
  const code = newSecret(tx.context.organizationId)
  await setCode(tx, deviceId, hashSecret(code), new Date(now.getTime() + LINK_HOURS * 3_600_000))
  const device = await findDevice(tx, deviceId)
  if (!device) throw new Error('a device that was just made is gone')
  return { device, link: linkTo(publicUrl, device.kind, code) }
}
