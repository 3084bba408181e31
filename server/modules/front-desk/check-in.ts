/**
 * A code that staff gave to a person whom they checked, and the check-in with it at a kiosk (decision 0086).
 *
 * The code alone opens nothing, nor does the birth date: both together, within a day, once. A wrong pair costs a try of the code, if it
 * is one, and one of the few of the kiosk; the answer is the same and takes the same steps, whether the person exists or not.
 */
import { randomBytes } from 'node:crypto'
import { provesByCall } from '#server/modules/identity/index.ts'
import { journal } from '#server/platform/journal.ts'
import { refuse, ok, type Result } from '#server/platform/result.ts'
import type { Keys } from '#server/platform/seal.ts'
import type { Transaction } from '#server/platform/database.ts'
import { insertCheckInCode, tryCode, type TriedCode } from './device-store.ts'

export type Checked = { patientId: string; method: string; contactPointId?: string | undefined; staffId: string }

/** A code is good this long, in hours. */
const CODE_HOURS = 24
const CODE_DIGITS = 8
/** Two open codes of an organization are never the same; another is thrown this often. */
const THROWS_MAX = 5

const hashOf = (keys: Keys, organizationId: string, code: string): Buffer =>
  keys.digest('check-in', `${organizationId}:${code}`)

export async function issueCode(
  { tx, keys, now }: { tx: Transaction; keys: Keys; now: Date },
  { patientId, method, contactPointId, staffId }: Checked,
): Promise<Result<{ code: string; expiresAt: Date }, 'NOT_FOUND' | 'INVALID_INPUT' | 'CONTACT_POINT_TOO_NEW'>> {
  const { organizationId } = tx.context
  if (method === 'two-facts-and-call-back') {
    const called = await provesByCall({ tx, now }, { patientId, relatedPersonId: null }, contactPointId)
    if (!called.ok) return called
  }
  const expiresAt = new Date(now.getTime() + CODE_HOURS * 3_600_000)
  for (let n = 0; n < THROWS_MAX; n++) {
    // 48 bits over a hundred million leave no bias that counts.
    const code = String(randomBytes(6).readUIntBE(0, 6) % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, '0')
    const codeHash = hashOf(keys, organizationId, code)
    const id = await insertCheckInCode(tx, { patientId, codeHash, method, issuedBy: staffId, now, expiresAt })
    if (!id) continue
    await journal(
      tx,
      {
        event: 'front-desk.code-issued',
        action: 'C',
        resourceKind: 'check-in-code',
        resourceId: id,
        patientIds: [patientId],
        fieldClasses: ['identity'],
        detail: { method, ...(contactPointId ? { contactPointId } : {}) },
      },
      now,
    )
    return ok({ code, expiresAt })
  }
  return refuse('NOT_FOUND')
}

/** To be committed whatever comes of it: a try is counted before anything is answered. @returns undefined for a wrong pair. */
export async function tryCheckIn(
  { tx, keys, now }: { tx: Transaction; keys: Keys; now: Date },
  { code, birthDate, deviceId }: { code: string; birthDate: string; deviceId: string },
): Promise<TriedCode | undefined> {
  const tried = await tryCode(tx, { codeHash: hashOf(keys, tx.context.organizationId, code), birthDate, now })
  const isRight = tried?.isRight === true
  await journal(
    tx,
    {
      event: 'front-desk.check-in-tried',
      action: 'E',
      resourceKind: 'front-desk-device',
      resourceId: deviceId,
      patientIds: [tried?.patientId ?? null],
      fieldClasses: ['identity'],
      ...(isRight ? {} : { outcome: 'denied' as const, refusal: 'WRONG_CODE' }),
    },
    now,
  )
  return isRight ? tried : undefined
}
