/** A passkey alone is two factors: something had, and the device checked who holds it. */
import { ok, refuse } from '#server/platform/result.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { findDoor } from '#server/modules/organization/index.ts'
import { findAccount } from './account.ts'
import type { Caller } from './caller.ts'
import type { Door } from './deps.ts'
import { verifyPasskey } from './passkey.ts'
import { openPatientSession } from './sign-in-patient.ts'
import { enter, inOrganization, whole, type SignInResult } from './sign-in-staff.ts'

export type PasskeyAnswer = { challengeId: string; response: Record<string, unknown>; organization?: string }

/** No delay per account here: a stranger's wrong passwords must not keep the owner of a passkey out (trust-D23). */
export async function signInWithPasskey(door: Door, half: Caller | null, answer: PasskeyAnswer): Promise<SignInResult> {
  const proved = await verifyPasskey(door.db, door.site, { ...answer, purpose: 'sign-in', accountId: null }, door.now)
  const account = proved && (await door.db.withoutOrganization((tx) => findAccount(tx, proved.accountId)))
  if (!account) return refuse('WRONG_CREDENTIALS')

  // The second factor of a password just given, for the same account: that session becomes whole.
  if (half?.level === 'half' && half.accountId === account.id) {
    return inOrganization(door, half.organizationId, (tx) => whole(tx, door, half, 'passkey'))
  }
  if (account.kind === 'staff') return enter(door, account, 'passkey', answer.organization, door.now)

  const entrance = await door.db.withoutOrganization((tx) => findDoor(tx, answer.organization))
  if (!entrance) return refuse('WRONG_CREDENTIALS')
  return inOrganization(door, entrance.organizationId, async (tx) => {
    const persons = await tx.run<{ patient_id: string | null }>(PERSONS, [entrance.organizationId, account.id])
    if (persons.length === 0) return refuse('WRONG_CREDENTIALS')
    const patientId = persons.find(({ patient_id }) => patient_id !== null)?.patient_id ?? null
    return ok({ session: await openPatientSession(tx, door, account.id, 'passkey', patientId), step: { next: 'done' } })
  })
}

const PERSONS = sqlText`select patient_id from portal_account where organization_id = $1 and account_id = $2`
