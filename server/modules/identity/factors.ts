/** A person's own ways to sign in. A change ends the other sessions and is told to every address on file (trust-D19). */
import { createHash, randomBytes } from 'node:crypto'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal } from '#server/platform/journal.ts'
import { newId } from '#server/platform/id.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { sendNotice } from '#server/modules/notice/index.ts'
import { nameOfOrganization } from '#server/modules/organization/index.ts'
import {
  confirmTotpSecret,
  findAccount,
  keepTotpSecret,
  removeFactors,
  replaceRecoveryCodes,
  setPassword,
  type Account,
} from './account.ts'
import { contextFor, type Caller } from './caller.ts'
import type { Door } from './deps.ts'
import { TooManyWaiting } from './few-at-once.ts'
import { hashPassword, passwordProblem, verifyPassword } from './password.ts'
import * as passkey from './passkey.ts'
import { hashRecoveryCode, RECOVERY_CODE_BYTES, RECOVERY_CODES, writeRecoveryCode } from './recovery-code.ts'
import { endSessionsOf, renewSession, type OpenedSession } from './session.ts'
import { allOrNothing, hasSecondFactor, inOrganization, liveRolesOf, totpPlace, type Step } from './sign-in-staff.ts'
import { base32, matchTotp, TOTP_SECRET_BYTES, totpUri } from './totp.ts'

export type FactorRefusal =
  | 'NOT_SIGNED_IN'
  | 'SECOND_FACTOR_NEEDED'
  | 'STEP_UP_NEEDED'
  | 'NOT_ALLOWED'
  | 'NOT_FOUND'
  | 'WRONG_CODE'
  | 'WRONG_CREDENTIALS'
  | 'INVALID_INPUT'
  | 'SLOW_DOWN'
  | 'STATE_NOT_ALLOWED'

/**
 * Who may add a factor: fully signed in with a fresh factor, or half signed in with none to show. Somebody who has a second factor
 * and only a password in hand may not replace it.
 */
export async function mayAdd(door: Door, caller: Caller | null): Promise<Result<Account, FactorRefusal>> {
  if (!caller) return refuse('NOT_SIGNED_IN')
  const account = await door.db.withoutOrganization((tx) => findAccount(tx, caller.accountId))
  if (!account) return refuse('NOT_SIGNED_IN')
  if (caller.level === 'half') return hasSecondFactor(account) ? refuse('SECOND_FACTOR_NEEDED') : ok(account)
  const isFresh = caller.stepUpUntil !== null && caller.stepUpUntil > door.now
  return isFresh ? ok(account) : refuse('STEP_UP_NEEDED')
}

export async function beginTotp(
  door: Door,
  caller: Caller | null,
): Promise<Result<{ secret: string; uri: string }, FactorRefusal>> {
  const allowed = await mayAdd(door, caller)
  if (!allowed.ok) return allowed
  const account = allowed.value
  if (account.kind !== 'staff') return refuse('NOT_ALLOWED')
  const secret = randomBytes(TOTP_SECRET_BYTES)
  await door.db.withoutOrganization((tx) =>
    keepTotpSecret(tx, account.id, door.keys.seal(secret, totpPlace(account.id))),
  )
  return ok({ secret: base32(secret), uri: totpUri(secret, door.site.name, account.email ?? '') })
}

type Added<T> = Result<T & { step: Step; session: OpenedSession }, FactorRefusal>

export async function confirmTotp(
  door: Door,
  caller: Caller | null,
  code: string,
): Promise<Added<{ recoveryCodes: string[] }>> {
  const allowed = await mayAdd(door, caller)
  if (!allowed.ok || !caller) return allowed.ok ? refuse('NOT_SIGNED_IN') : allowed
  const account = allowed.value
  if (!account.totpPending) return refuse('STATE_NOT_ALLOWED')
  const step = matchTotp(
    door.keys.open(account.totpPending, totpPlace(account.id)),
    code,
    door.now,
    account.totpLastStep,
  )
  if (step === undefined) return refuse('WRONG_CODE')

  return allOrNothing(door, caller.organizationId, async (tx) => {
    if (!(await confirmTotpSecret(tx, account.id, step))) return refuse('WRONG_CODE')
    const recoveryCodes = await freshRecoveryCodes(tx, account.id)
    const session = await settleChange(tx, door, caller, 'totp')
    return session ? ok({ recoveryCodes, session, step: { next: 'done' } }) : refuse('NOT_SIGNED_IN')
  })
}

export async function renewRecoveryCodes(
  door: Door,
  caller: Caller,
): Promise<Result<{ recoveryCodes: string[]; session: OpenedSession }, FactorRefusal>> {
  return allOrNothing(door, caller.organizationId, async (tx) => {
    const account = await findAccount(tx, caller.accountId)
    if (!account || !hasSecondFactor(account)) return refuse('STATE_NOT_ALLOWED')
    const recoveryCodes = await freshRecoveryCodes(tx, caller.accountId)
    const session = await settleChange(tx, door, caller, 'recovery-codes')
    return session ? ok({ recoveryCodes, session }) : refuse('NOT_SIGNED_IN')
  })
}

async function freshRecoveryCodes(tx: Transaction, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => writeRecoveryCode(randomBytes(RECOVERY_CODE_BYTES)))
  await replaceRecoveryCodes(
    tx,
    accountId,
    codes.map((code) => hashRecoveryCode(accountId, code)),
  )
  return codes
}

export async function beginPasskey(
  door: Door,
  caller: Caller | null,
): Promise<Result<passkey.Challenge, FactorRefusal>> {
  const allowed = await mayAdd(door, caller)
  if (!allowed.ok || !caller) return allowed.ok ? refuse('NOT_SIGNED_IN') : allowed
  const account = {
    id: caller.accountId,
    name: caller.staffMember?.email ?? caller.displayName,
    displayName: caller.displayName,
  }
  return ok(await passkey.challengeToAdd(door.db, door.site, account, door.now))
}

export async function addPasskey(
  door: Door,
  caller: Caller | null,
  input: { challengeId: string; response: Record<string, unknown>; name: string },
): Promise<Added<{ passkeyId: string; recoveryCodes: string[] }>> {
  const allowed = await mayAdd(door, caller)
  if (!allowed.ok || !caller) return allowed.ok ? refuse('NOT_SIGNED_IN') : allowed
  const { accountId, organizationId } = caller
  const isFirst = allowed.value.kind === 'staff' && !hasSecondFactor(allowed.value)
  const verified = await passkey.verifyNewPasskey(door.db, door.site, { ...input, accountId }, door.now)
  if (!verified) return refuse('WRONG_CREDENTIALS')
  return allOrNothing(door, organizationId, async (tx) => {
    const passkeyId = await passkey.keepPasskey(tx, accountId, verified, input.name, door.now)
    if (passkeyId === undefined) return refuse('WRONG_CREDENTIALS')
    // Whoever loses the only factor must not stay outside for ever.
    const recoveryCodes = isFirst ? await freshRecoveryCodes(tx, accountId) : []
    const session = await settleChange(tx, door, caller, 'passkey')
    return session ? ok({ passkeyId, recoveryCodes, session, step: { next: 'done' } }) : refuse('NOT_SIGNED_IN')
  })
}

/** Staff keep at least one second factor. */
export async function removePasskey(
  door: Door,
  caller: Caller,
  passkeyId: string,
): Promise<Result<OpenedSession, FactorRefusal>> {
  return allOrNothing(door, caller.organizationId, async (tx) => {
    const account = await findAccount(tx, caller.accountId)
    if (account?.kind === 'staff' && !account.hasTotp && account.passkeys <= 1) return refuse('STATE_NOT_ALLOWED')
    if (!(await passkey.removePasskey(tx, caller.accountId, passkeyId))) return refuse('NOT_FOUND')
    const session = await settleChange(tx, door, caller, 'passkey-removed')
    return session ? ok(session) : refuse('NOT_SIGNED_IN')
  })
}

/**
 * An administrator lets a colleague begin anew who lost every factor: the password alone opens half a session, in which the first factor is
 * set up again. Nobody does it to himself, nor to whoever works for another organization too, which has its own say (decision 0260).
 */
export async function removeFactorsOf(
  door: Door,
  caller: Caller,
  staffId: string,
): Promise<Result<true, 'NOT_FOUND' | 'STATE_NOT_ALLOWED'>> {
  const { organizationId } = caller
  const member = await inOrganization(door, organizationId, async (tx) => {
    const [row] = await tx.run<Colleague>(COLLEAGUE, [organizationId, staffId])
    return row && { ...row, account: await findAccount(tx, row.accountId) }
  })
  if (!member?.account) return refuse('NOT_FOUND')
  const { account, email, language } = member
  if (account.id === caller.accountId || !hasSecondFactor(account)) return refuse('STATE_NOT_ALLOWED')
  const roles = await liveRolesOf(door, account, undefined)
  if (roles.some((role) => role.organizationId !== organizationId))
    return refuse('STATE_NOT_ALLOWED', { reason: 'works-elsewhere' })

  return inOrganization(door, organizationId, async (tx) => {
    await removeFactors(tx, account.id)
    await endSessionsOf(tx, account.id, door.now, 'factor-changed')
    await journal(
      { ...tx, context: contextFor(caller, door.request) },
      {
        event: 'factor.changed',
        action: 'D',
        resourceKind: 'factor',
        resourceId: staffId,
        detail: { what: 'removed-by-administrator' },
      },
      door.now,
    )
    const addresses = [{ system: 'email' as const, value: email }]
    await sendWord(tx, door, { link: `${door.site.url}/desk/`, language, addresses })
    return ok(true)
  })
}

type Colleague = { accountId: string; email: string; language: string }

export async function changePassword(
  door: Door,
  caller: Caller,
  input: { current: string; next: string },
): Promise<Result<OpenedSession, FactorRefusal>> {
  const { account, organization } = await inOrganization(door, caller.organizationId, async (tx) => ({
    account: await findAccount(tx, caller.accountId),
    organization: await nameOfOrganization(tx),
  }))
  const words = [account?.email ?? '', caller.displayName, organization]
  const problem = passwordProblem(input.next, words, true)
  if (problem) return refuse('INVALID_INPUT', { field: 'next', reason: problem })
  try {
    if (!(await verifyPassword(input.current, account?.passwordHash ?? null))) return refuse('WRONG_CREDENTIALS')
    const hash = await hashPassword(input.next)
    return await allOrNothing(door, caller.organizationId, async (tx) => {
      await setPassword(tx, caller.accountId, hash)
      const session = await settleChange(tx, door, caller, 'password')
      return session ? ok(session) : refuse('NOT_SIGNED_IN')
    })
  } catch (error) {
    if (error instanceof TooManyWaiting) return refuse('SLOW_DOWN', { retryAfterSeconds: 5 })
    throw error
  }
}

/** Other sessions end, this one gets a new id, the change is journalled and told. */
async function settleChange(tx: Transaction, door: Door, caller: Caller, what: string): Promise<OpenedSession | null> {
  const { now, device } = door
  if ((await endSessionsOf(tx, caller.accountId, now, 'factor-changed', caller.sessionId)) === undefined) return null
  const method = what === 'passkey' ? 'passkey' : 'totp'
  const session = await renewSession(tx, caller.sessionId, {
    method,
    device,
    now,
    reason: caller.level === 'half' ? 'level-changed' : 'factor-changed',
    isStepUp: false,
  })
  const told = { ...tx, context: { ...contextFor(caller, door.request), scope: { kind: 'organization' as const } } }
  await journal(
    told,
    {
      event: 'factor.changed',
      action: 'U',
      resourceKind: 'factor',
      patientIds: [caller.person?.patientId ?? null],
      detail: { what },
    },
    now,
  )

  const addresses = caller.staffMember
    ? [{ system: 'email' as const, value: caller.staffMember.email }]
    : await tx.run<Address>(ADDRESSES, [
        tx.context.organizationId,
        caller.person?.patientId ?? null,
        caller.person?.relatedPersonId ?? null,
      ])
  const link = `${door.site.url}${caller.staffMember ? '/desk/' : '/'}`
  await sendWord(tx, door, { link, language: caller.languages[0] ?? 'en', addresses })
  return session
}

type Address = { system: 'email' | 'sms'; value: string }
type Word = { link: string; language: string; addresses: readonly Address[] }

/** A change by somebody who is not signed in (a new password by a link): journalled and told alike. */
export async function tellChange(tx: Transaction, door: Door, change: Word & { what: string }): Promise<void> {
  await journal(
    tx,
    { event: 'factor.changed', action: 'U', resourceKind: 'factor', detail: { what: change.what } },
    door.now,
  )
  await sendWord(tx, door, change)
}

async function sendWord(tx: Transaction, door: Door, { link, language, addresses }: Word): Promise<void> {
  const change = newId(door.now.getTime())
  for (const { system, value } of addresses) {
    await sendNotice(door, tx, {
      key: createHash('sha256').update(`factor-changed:${change}:${value}`).digest('hex'),
      system,
      address: value,
      language,
      template: 'factor-changed',
      values: { link },
    })
  }
}

const COLLEAGUE = sqlText`
  select account_id as "accountId", email, coalesce(languages[1], 'en') as language from staff_member
  where organization_id = $1 and id = $2 and state = 'active' and account_id is not null`
const ADDRESSES = sqlText`
  select distinct system, value from contact_point
  where organization_id = $1 and (patient_id = $2::uuid or related_person_id = $3::uuid) and state = 'active' and system in ('email', 'sms') limit 20`
