/** "Confirm that it is you": a factor shown now opens what needs a fresh one, for five minutes, under a new session id. */
import { journal } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { codesFrom, maskContact } from '#server/modules/patient/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { findAccount } from './account.ts'
import { contextFor, type Caller } from './caller.ts'
import type { Door } from './deps.ts'
import { admitGuess, forgive, type Guess } from './guess.ts'
import { verifyPasskey } from './passkey.ts'
import { renewSession, type OpenedSession, type SessionMethod } from './session.ts'
import { provesStepUpCode, sendStepUpCode } from './sign-in-patient.ts'
import { inOrganization, provesTotp, tell } from './sign-in-staff.ts'

type OwnContact = { id: string; system: 'email' | 'sms'; value: string; language: string; changedAt: Date }

export async function stepUpWays(door: Door, caller: Caller) {
  return inOrganization(door, caller.organizationId, async (tx) => {
    const account = await findAccount(tx, caller.accountId)
    const contacts = caller.person ? await ownContacts(tx, caller) : []
    const codeTo = contacts.filter(({ changedAt }) => codesFrom(changedAt) <= door.now)
    const ways = [
      ...(account && account.passkeys > 0 ? (['passkey'] as const) : []),
      ...(account?.hasTotp ? (['totp'] as const) : []),
      ...(codeTo.length > 0 ? (['code'] as const) : []),
    ]
    return {
      ways,
      codeTo: codeTo.map(({ id, system, value }) => ({ contactPointId: id, masked: maskContact(system, value) })),
    }
  })
}

export async function requestStepUpCode(
  door: Door,
  caller: Caller,
  contactPointId: string,
): Promise<Result<true, 'NOT_FOUND' | 'CONTACT_POINT_TOO_NEW' | 'SLOW_DOWN'>> {
  return inOrganization(door, caller.organizationId, async (tx) => {
    const contact = (await ownContacts(tx, caller)).find(({ id }) => id === contactPointId)
    if (!contact) return refuse('NOT_FOUND')
    if (codesFrom(contact.changedAt) > door.now) return refuse('CONTACT_POINT_TOO_NEW')
    const wait = await sendStepUpCode(tx, door, { ...contact, sessionId: caller.sessionId })
    if (wait > 0) return refuse('SLOW_DOWN', { retryAfterSeconds: wait })
    await journal(
      { ...tx, context: contextFor(caller, door.request) },
      {
        event: 'session.code-asked',
        action: 'E',
        resourceKind: 'session',
        resourceId: caller.sessionId,
        detail: { contactPointId },
      },
      door.now,
    )
    return ok(true)
  })
}

export type Proof =
  | { way: 'totp'; code: string }
  | { way: 'code'; code: string }
  | { way: 'passkey'; challengeId: string; response: Record<string, unknown> }

export async function stepUp(
  door: Door,
  caller: Caller,
  proof: Proof,
): Promise<Result<OpenedSession, 'WRONG_CODE' | 'WRONG_CREDENTIALS' | 'SLOW_DOWN' | 'NOT_SIGNED_IN'>> {
  const { db, keys, now, device, site } = door
  const guess: Guess = { kind: 'account', name: `step-up:${caller.accountId}` }
  if (proof.way === 'passkey') {
    const proved = await verifyPasskey(db, site, { ...proof, purpose: 'step-up', accountId: caller.accountId }, now)
    if (!proved) return refuse('WRONG_CREDENTIALS')
  } else {
    const wait = await db.withoutOrganization((tx) => admitGuess(tx, keys, guess, now))
    if (wait > 0) return refuse('SLOW_DOWN', { retryAfterSeconds: wait })
  }
  return inOrganization(door, caller.organizationId, async (tx) => {
    if (proof.way === 'totp' && !(await provesTotp(tx, door, caller.accountId, proof.code))) return refuse('WRONG_CODE')
    if (proof.way === 'code') {
      const proved = await provesStepUpCode(tx, door, caller.sessionId, proof.code)
      if (proved === 'paused') return refuse('SLOW_DOWN', { retryAfterSeconds: 60 })
      if (proved === 'wrong') return refuse('WRONG_CODE')
    }
    if (proof.way !== 'passkey') await forgive(tx, keys, guess)
    const method: SessionMethod = proof.way
    const session = await renewSession(tx, caller.sessionId, {
      method,
      device,
      now,
      reason: 'level-changed',
      isStepUp: true,
    })
    if (!session) return refuse('NOT_SIGNED_IN')
    await tell(tx, {
      event: 'session.stepped-up',
      staffId: caller.staffMember?.id ?? null,
      sessionId: session.sessionId,
      method,
      now,
    })
    return ok(session)
  })
}

const ownContacts = (tx: Transaction, { organizationId, person }: Caller): Promise<OwnContact[]> =>
  tx.run<OwnContact>(OWN_CONTACTS, [
    organizationId,
    person?.patientId ?? null,
    person?.relatedPersonId ?? null,
    person?.language ?? 'en',
  ])

const OWN_CONTACTS = sqlText`
  select id, system, value, $4::text as language, changed_at as "changedAt" from contact_point
  where organization_id = $1 and (patient_id = $2::uuid or related_person_id = $3::uuid)
    and state = 'active' and use <> 'old' and system in ('email', 'sms')
  order by rank, id limit 20`
