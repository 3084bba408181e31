/** Staff at the door: password, then a second factor. What half signed in opens is only this file and setting up a factor. */
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal } from '#server/platform/journal.ts'
import { findDoor } from '#server/modules/organization/index.ts'
import {
  findAccount,
  findAccountByEmail,
  membershipsOf,
  useRecoveryCode,
  useTotpStep,
  type Account,
} from './account.ts'
import type { Caller } from './caller.ts'
import type { Door } from './deps.ts'
import { admitGuess, forgive, type Guess } from './guess.ts'
import { fewAtOnce, TooManyWaiting } from './few-at-once.ts'
import { verifyPassword } from './password.ts'
import { hashRecoveryCode } from './recovery-code.ts'
import { countTry, openSession, renewSession, type OpenedSession, type SessionMethod } from './session.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { matchTotp } from './totp.ts'

export type Step =
  | { next: 'done' }
  | { next: 'second-factor'; ways: ('passkey' | 'totp' | 'recovery-code')[] }
  | { next: 'set-up-second-factor' }
  | { next: 'choose-organization'; organizations: { slug: string; name: string }[] }
export type SignedIn = { step: Step; session: OpenedSession | null }
export type SignInRefusal =
  'WRONG_CREDENTIALS' | 'WRONG_CODE' | 'SLOW_DOWN' | 'NOT_SIGNED_IN' | 'NOT_ALLOWED' | 'INVALID_INPUT'
export type SignInResult = Result<SignedIn, SignInRefusal>

/** When the password queue is full, in seconds. */
const BUSY_SECONDS = 5

/** The door itself lets few in at a time, so that a flood is turned away before it costs the database anything (trust-D22). */
const atTheDoor = fewAtOnce({ running: 4, waiting: 40 })

type PasswordInput = { email: string; password: string; organization?: string }

export async function signInWithPassword(door: Door, input: PasswordInput): Promise<SignInResult> {
  try {
    return await atTheDoor(() => tryPassword(door, input))
  } catch (error) {
    if (error instanceof TooManyWaiting) return refuse('SLOW_DOWN', { retryAfterSeconds: BUSY_SECONDS })
    throw error
  }
}

async function tryPassword(door: Door, input: PasswordInput): Promise<SignInResult> {
  const { db, keys, now } = door
  const email = input.email.normalize('NFKC').trim().toLowerCase()
  const guesses = guessesOf(door, email)
  const asked = await db.withoutOrganization(async (tx) => {
    const wait = await admitAll(tx, door, guesses)
    return { wait, account: await findAccountByEmail(tx, email), entrance: await findDoor(tx, input.organization) }
  })
  if (asked.wait > 0) return refuse('SLOW_DOWN', { retryAfterSeconds: asked.wait })

  const proved = await proves(input.password, asked.account)
  if (proved === 'busy') return refuse('SLOW_DOWN', { retryAfterSeconds: BUSY_SECONDS })
  if (!proved || !asked.account) {
    if (asked.entrance) await tellRefused(door, asked.entrance.organizationId)
    return refuse('WRONG_CREDENTIALS')
  }
  const { account } = asked
  await db.withoutOrganization(async (tx) => {
    for (const guess of guesses) await forgive(tx, keys, guess)
  })
  return enter(door, account, 'password', input.organization, now)
}

/** The same work for everybody: an unknown e-mail costs a check as well. */
async function proves(password: string, account: Account | undefined): Promise<boolean | 'busy'> {
  try {
    return await verifyPassword(password, account?.passwordHash ?? null)
  } catch (error) {
    if (error instanceof TooManyWaiting) return 'busy'
    throw error
  }
}

/** A proved account enters an organization in which it has a live role; a password alone opens half a session. */
export async function enter(
  door: Door,
  account: Account,
  method: SessionMethod,
  organization: string | undefined,
  now: Date,
): Promise<SignInResult> {
  const live = await liveRolesOf(door, account, organization)
  const [only] = live
  if (!only) return refuse('WRONG_CREDENTIALS')
  if (live.length > 1) {
    return ok({
      session: null,
      step: { next: 'choose-organization', organizations: live.map(({ slug, name }) => ({ slug, name })) },
    })
  }
  return inOrganization(door, only.organizationId, async (tx) => {
    const level = method === 'passkey' ? 'full' : 'half'
    const session = await openSession(tx, {
      accountId: account.id,
      staffId: only.staffId,
      level,
      method,
      device: door.device,
      now,
    })
    const event = level === 'full' ? 'session.opened' : 'session.half-opened'
    await tell(tx, { event, staffId: only.staffId, sessionId: session.sessionId, method, now })
    return ok({ session, step: stepAfter(account, level) })
  })
}

export type LiveRole = {
  organizationId: string
  slug: string
  /** What the organization calls itself. */
  name: string
  staffId: string
  person: string
  language: string
}

/** Where this account works now; of one organization only, if one is named. */
export async function liveRolesOf(
  door: Pick<Door, 'db' | 'request'>,
  account: Account,
  organization: string | undefined,
): Promise<LiveRole[]> {
  const memberships = await door.db.withoutOrganization((tx) => membershipsOf(tx, account.id))
  const live: LiveRole[] = []
  for (const { organizationId, slug } of memberships) {
    if (organization !== undefined && slug !== organization) continue
    const [role] = await inOrganization(door, organizationId, (tx) =>
      tx.run<Omit<LiveRole, 'organizationId' | 'slug'>>(LIVE_ROLE, [organizationId, account.id]),
    )
    if (role) live.push({ organizationId, slug, ...role })
  }
  return live
}

export function stepAfter(account: Account, level: 'half' | 'full'): Step {
  if (level === 'full') return { next: 'done' }
  const ways = [
    ...(account.passkeys > 0 ? (['passkey'] as const) : []),
    ...(account.hasTotp ? (['totp'] as const) : []),
    ...(account.recoveryCodesLeft > 0 && hasSecondFactor(account) ? (['recovery-code'] as const) : []),
  ]
  return ways.length > 0 ? { next: 'second-factor', ways } : { next: 'set-up-second-factor' }
}

export const hasSecondFactor = (account: Account): boolean => account.hasTotp || account.passkeys > 0

export async function finishWithTotp(door: Door, caller: Caller, code: string): Promise<SignInResult> {
  return finish(door, caller, 'totp', (tx) => provesTotp(tx, door, caller.accountId, code))
}

export async function finishWithRecoveryCode(door: Door, caller: Caller, code: string): Promise<SignInResult> {
  return finish(door, caller, 'recovery-code', (tx) =>
    useRecoveryCode(tx, caller.accountId, hashRecoveryCode(caller.accountId, code), door.now),
  )
}

/** One step's code, once. */
export async function provesTotp(
  tx: Transaction,
  { keys, now }: Door,
  accountId: string,
  code: string,
): Promise<boolean> {
  const account = await findAccount(tx, accountId)
  if (!account?.totpSealed) return false
  const step = matchTotp(keys.open(account.totpSealed, totpPlace(accountId)), code, now, account.totpLastStep)
  return step !== undefined && useTotpStep(tx, accountId, step)
}

export const totpPlace = (accountId: string): string => `auth.account/${accountId}/totp`

async function finish(
  door: Door,
  caller: Caller,
  method: SessionMethod,
  proves: (tx: Transaction) => Promise<boolean>,
): Promise<SignInResult> {
  const { db, keys, now } = door
  const guess: Guess = { kind: 'account', name: `second-factor:${caller.accountId}` }
  const wait = await db.withoutOrganization((tx) => admitGuess(tx, keys, guess, now))
  if (wait > 0) return refuse('SLOW_DOWN', { retryAfterSeconds: wait })

  return inOrganization(door, caller.organizationId, async (tx) => {
    if (caller.level !== 'half' || !(await countTry(tx, caller.sessionId, now))) return refuse('NOT_SIGNED_IN')
    if (!(await proves(tx))) {
      await tell(tx, {
        event: 'session.refused',
        staffId: caller.staffMember?.id ?? null,
        sessionId: caller.sessionId,
        method,
        now,
      })
      return refuse('WRONG_CODE')
    }
    await forgive(tx, keys, guess)
    return whole(tx, door, caller, method)
  })
}

/** Half becomes full, under a new id. */
export async function whole(
  tx: Transaction,
  { device, now }: Door,
  caller: Caller,
  method: SessionMethod,
): Promise<SignInResult> {
  const session = await renewSession(tx, caller.sessionId, {
    method,
    device,
    now,
    reason: 'level-changed',
    isStepUp: true,
  })
  if (!session) return refuse('NOT_SIGNED_IN')
  await tell(tx, {
    event: 'session.opened',
    staffId: caller.staffMember?.id ?? null,
    sessionId: session.sessionId,
    method,
    now,
  })
  return ok({ session, step: { next: 'done' } })
}

export const inOrganization = <T>(
  door: Pick<Door, 'db' | 'request'>,
  organizationId: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> =>
  door.db.transaction(
    {
      ...systemContext(organizationId, door.request.requestId, door.request.route ?? 'sign-in'),
      sourceAddress: door.request.sourceAddress,
    },
    work,
  )

/** As `inOrganization`, but a refusal takes back what was written before it. */
export async function allOrNothing<T, R extends string>(
  door: Pick<Door, 'db' | 'request'>,
  organizationId: string,
  work: (tx: Transaction) => Promise<Result<T, R>>,
): Promise<Result<T, R>> {
  let refused: Result<T, R> | undefined
  try {
    return await inOrganization(door, organizationId, async (tx) => {
      const result = await work(tx)
      if (result.ok) return result
      refused = result
      throw new TakenBack()
    })
  } catch (error) {
    if (error instanceof TakenBack && refused) return refused
    throw error
  }
}

class TakenBack extends Error {}

type SignInEvent = {
  event: 'session.opened' | 'session.half-opened' | 'session.refused' | 'session.stepped-up'
  staffId: string | null
  sessionId: string | null
  method: string
  now: Date
}

/** The doing of the person who signs in, though the transaction is the house's. */
export async function tell(tx: Transaction, { event, staffId, sessionId, method, now }: SignInEvent): Promise<void> {
  const actor = staffId ? ({ kind: 'staff', id: staffId } as const) : ({ kind: 'unknown', id: null } as const)
  const isNo = event === 'session.refused'
  await journal(
    { ...tx, context: { ...tx.context, actor, sessionId, purpose: 'HOPERAT' } },
    {
      event,
      action: 'E',
      resourceKind: 'session',
      resourceId: sessionId,
      outcome: isNo ? 'denied' : 'success',
      refusal: isNo ? 'WRONG_CREDENTIALS' : null,
      detail: { method },
    },
    now,
  )
}

const tellRefused = (door: Door, organizationId: string): Promise<void> =>
  inOrganization(door, organizationId, (tx) =>
    tell(tx, { event: 'session.refused', staffId: null, sessionId: null, method: 'password', now: door.now }),
  )

const guessesOf = ({ request }: Door, account: string): Guess[] => [
  { kind: 'account', name: account },
  ...(request.sourceAddress ? [{ kind: 'source', name: request.sourceAddress } as const] : []),
]

export async function admitAll(tx: Transaction, { keys, now }: Door, guesses: readonly Guess[]): Promise<number> {
  let wait = 0
  for (const guess of guesses) wait = Math.max(wait, await admitGuess(tx, keys, guess, now))
  return wait
}

const LIVE_ROLE = sqlText`
  select m.id as "staffId", o.name, m.given || ' ' || m.family as person, coalesce(m.languages[1], o.language) as language
  from staff_member m join organization o on o.organization_id = m.organization_id
  where m.organization_id = $1 and m.account_id = $2 and m.state = 'active'`
