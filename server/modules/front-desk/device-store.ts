/** The SQL of kiosks and displays, of calls for a person, and of check-in codes. */
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type DeviceKind = 'kiosk' | 'display'
export type DeviceRow = {
  id: string
  siteId: string
  siteName: string
  kind: DeviceKind
  name: string
  createdAt: Date
  openedAt: Date | null
  lastUsedAt: Date | null
}

export const listDevices = (tx: Transaction): Promise<DeviceRow[]> =>
  tx.run<DeviceRow>(`${DEVICES} order by s.name, d.kind, d.name, d.id limit 200`, [tx.context.organizationId])
export const findDevice = async (tx: Transaction, deviceId: string): Promise<DeviceRow | undefined> =>
  (await tx.run<DeviceRow>(`${DEVICES} and d.id = $2`, [tx.context.organizationId, deviceId]))[0]
const DEVICES = sqlText`
  select d.id, d.site_id as "siteId", s.name as "siteName", d.kind, d.name, d.created_at as "createdAt", d.opened_at as "openedAt",
    d.last_used_at as "lastUsedAt"
  from front_desk_device d join site s on s.organization_id = $1 and s.id = d.site_id
  where d.organization_id = $1 and d.revoked_at is null`

/** @returns false when the organization has as many as it may. */
export async function insertDevice(
  tx: Transaction,
  device: { id: string; siteId: string; kind: DeviceKind; name: string; createdBy: string; now: Date },
): Promise<boolean> {
  const rows = await tx.run(INSERT_DEVICE, [
    tx.context.organizationId,
    device.id,
    device.siteId,
    device.kind,
    device.name,
    device.createdBy,
    device.now,
    DEVICES_MAX,
  ])
  return rows.length > 0
}
/** Kiosks and displays of one organization. */
const DEVICES_MAX = 200
const INSERT_DEVICE = sqlText`
  insert into front_desk_device (organization_id, id, site_id, kind, name, created_by, created_at)
  select $1, $2, $3, $4, $5, $6, $7
   where (select count(*) from front_desk_device where organization_id = $1 and revoked_at is null) < $8
  returning id`

export const setCode = async (tx: Transaction, deviceId: string, codeHash: Buffer, until: Date): Promise<void> =>
  void (await tx.run(
    `update front_desk_device set code_hash = $3, code_until = $4 where organization_id = $1 and id = $2 and revoked_at is null`,
    [tx.context.organizationId, deviceId, codeHash, until],
  ))

export async function revoke(tx: Transaction, deviceId: string, now: Date): Promise<boolean> {
  const rows = await tx.run(REVOKE, [tx.context.organizationId, deviceId, now])
  return rows.length > 0
}
const REVOKE = sqlText`
  update front_desk_device set revoked_at = $3, code_hash = null, code_until = null, secret_hash = null
   where organization_id = $1 and id = $2 and revoked_at is null returning id`

/** A code is used up by the one browser that is first; whoever held the device before is shut out. */
export const exchangeCode = async (
  tx: Transaction,
  codeHash: Buffer,
  secretHash: Buffer,
  now: Date,
): Promise<{ id: string; kind: DeviceKind } | undefined> =>
  (await tx.run<{ id: string; kind: DeviceKind }>(EXCHANGE, [tx.context.organizationId, codeHash, secretHash, now]))[0]
const EXCHANGE = sqlText`
  update front_desk_device set code_hash = null, code_until = null, secret_hash = $3, opened_at = $4, last_used_at = $4
   where organization_id = $1 and code_hash = $2 and code_until > $4 returning id, kind`

export type Device = { id: string; siteId: string; kind: DeviceKind }

export async function deviceOfSecret(tx: Transaction, secretHash: Buffer, now: Date): Promise<Device | undefined> {
  const [device] = await tx.run<Device & { isStale: boolean }>(DEVICE, [
    tx.context.organizationId,
    secretHash,
    new Date(now.getTime() - USE_NOTED_MS),
  ])
  if (device?.isStale)
    await tx.run(`update front_desk_device set last_used_at = $3 where organization_id = $1 and id = $2`, [
      tx.context.organizationId,
      device.id,
      now,
    ])
  return device
}
/** Its last use is written down this often, in milliseconds: a display asks every few seconds. */
const USE_NOTED_MS = 60_000
const DEVICE = sqlText`
  select id, site_id as "siteId", kind, coalesce(last_used_at < $3, true) as "isStale"
    from front_desk_device where organization_id = $1 and secret_hash = $2 and revoked_at is null`

/** One open call for each kiosk. @returns its id when it is new. */
export async function insertStaffCall(tx: Transaction, device: Device, now: Date): Promise<string | undefined> {
  const [row] = await tx.run<{ id: string }>(
    `insert into staff_call (organization_id, id, site_id, device_id, called_at) values ($1, $2, $3, $4, $5) on conflict do nothing returning id`,
    [tx.context.organizationId, newId(now.getTime()), device.siteId, device.id, now],
  )
  return row?.id
}

export const openStaffCalls = (
  tx: Transaction,
  siteId: string,
): Promise<{ id: string; deviceName: string; calledAt: Date }[]> =>
  tx.run(OPEN_CALLS, [tx.context.organizationId, siteId])
const OPEN_CALLS = sqlText`
  select c.id, d.name as "deviceName", c.called_at as "calledAt"
    from staff_call c join front_desk_device d on d.organization_id = $1 and d.id = c.device_id
   where c.organization_id = $1 and c.site_id = $2 and c.settled_at is null order by c.called_at, c.id limit 50`

export async function settleStaffCall(tx: Transaction, id: string, staffId: string, now: Date): Promise<boolean> {
  const rows = await tx.run(
    `update staff_call set settled_at = $4, settled_by = $3 where organization_id = $1 and id = $2 and settled_at is null returning id`,
    [tx.context.organizationId, id, staffId, now],
  )
  return rows.length > 0
}

export async function insertCheckInCode(
  tx: Transaction,
  code: { patientId: string; codeHash: Buffer; method: string; issuedBy: string; now: Date; expiresAt: Date },
): Promise<string | undefined> {
  const [row] = await tx.run<{ id: string }>(INSERT_CODE, [
    tx.context.organizationId,
    newId(code.now.getTime()),
    code.patientId,
    code.codeHash,
    code.method,
    code.issuedBy,
    code.now,
    code.expiresAt,
  ])
  return row?.id
}
const INSERT_CODE = sqlText`
  insert into check_in_code (organization_id, id, patient_id, code_hash, method, issued_by, issued_at, expires_at)
  select $1, $2, p.id, $4, $5, $6, $7, $8 from patient p where p.organization_id = $1 and p.id = $3 and p.is_active
  on conflict do nothing returning id`

export type TriedCode = { id: string; patientId: string; issuedBy: string; isRight: boolean }

/** Counts a try. One statement, whether the code is somebody's or nobody's. */
export const tryCode = async (
  tx: Transaction,
  { codeHash, birthDate, now }: { codeHash: Buffer; birthDate: string; now: Date },
): Promise<TriedCode | undefined> =>
  (await tx.run<TriedCode>(TRY_CODE, [tx.context.organizationId, codeHash, birthDate, now, CODE_TRIES]))[0]
/** Tries of one code, right ones counted too; then it is good for nothing. */
const CODE_TRIES = 5
const TRY_CODE = sqlText`
  update check_in_code k set tries = tries + 1 from patient p
   where k.organization_id = $1 and k.code_hash = $2 and k.used_at is null and k.expires_at > $4 and k.tries < $5
     and p.organization_id = $1 and p.id = k.patient_id
  returning k.id, k.patient_id as "patientId", k.issued_by as "issuedBy", p.birth_date = $3::date and p.is_active as "isRight"`

/** @returns false when it was used meanwhile. */
export async function useCode(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const rows = await tx.run(
    `update check_in_code set used_at = $3 where organization_id = $1 and id = $2 and used_at is null returning id`,
    [tx.context.organizationId, id, now],
  )
  return rows.length > 0
}

/** Codes that open nothing any more, and calls that somebody answered, go after this time, in days. */
const KEPT_DAYS = 30
export async function deleteOldCodes(tx: Transaction, now: Date): Promise<void> {
  const values = [tx.context.organizationId, new Date(now.getTime() - KEPT_DAYS * 86_400_000)]
  await tx.run(`delete from check_in_code where organization_id = $1 and expires_at < $2`, values)
  await tx.run(`delete from staff_call where organization_id = $1 and settled_at < $2`, values)
}
