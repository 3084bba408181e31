/** The first administrator comes by a link the first start prints; colleagues come by invitation. Both links work once (trust-D24, D48). */
import { isTimeZone } from '#engines/calendar/time-zone.ts'
import { randomBytes } from 'node:crypto'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database, Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { createOrganization, hasOwnOrganization, type NewOrganization } from '#server/modules/organization/index.ts'
import {
  acceptInvitation,
  addStaffMember,
  findInvitation,
  organizationOfInvitation,
  type OpenInvitation,
} from '#server/modules/staff/index.ts'
import { addMembership, createAccount, findAccount, findAccountByEmail } from './account.ts'
import { TooManyWaiting } from './few-at-once.ts'
import { hashToken } from './caller.ts'
import type { Door } from './deps.ts'
import { forgive, type Guess } from './guess.ts'
import { hashOrBusy, hashPassword, passwordProblem, verifyPassword } from './password.ts'
import { openSession, type SessionMethod } from './session.ts'
import { admitAll, allOrNothing, inOrganization, stepAfter, tell, type SignInResult } from './sign-in-staff.ts'

/** Hours that the printed set-up link is good. */
const SETUP_LINK_HOURS = 24

/** Made at a start without any organization; an older link stops. @returns the address to print; the token stands behind `#`. */
export async function makeSetupLink(db: Database, publicUrl: string, now: Date): Promise<string | undefined> {
  const token = randomBytes(32).toString('base64url')
  return db.withoutOrganization(async (tx) => {
    if (await hasOwnOrganization(tx)) return undefined
    await tx.run(FORGET_LINKS, [])
    await tx.run(KEEP_LINK, [hashSetupToken(token), new Date(now.getTime() + SETUP_LINK_HOURS * 3_600_000)])
    return `${publicUrl}/desk/set-up#${token}`
  })
}

const hashSetupToken = (token: string): Buffer => hashToken(`setup:${token}`, true)

export async function lookAtSetupLink(door: Door, token: string): Promise<Result<{ endsAt: Date }, 'LINK_USED'>> {
  const [link] = await door.db.withoutOrganization((tx) =>
    tx.run<{ expires_at: Date }>(OPEN_LINK, [hashSetupToken(token), door.now]),
  )
  return link ? ok({ endsAt: link.expires_at }) : refuse('LINK_USED')
}

export type SetUp = {
  token: string
  organization: Omit<NewOrganization, 'site'>
  site: NewOrganization['site']
  administrator: { email: string; given: string; family: string; password: string }
}

export async function setUpOrganization(
  door: Door,
  input: SetUp,
): Promise<Result<Extract<SignInResult, { ok: true }>['value'], 'LINK_USED' | 'INVALID_INPUT' | 'SLOW_DOWN'>> {
  const { administrator, organization, site } = input
  const email = administrator.email.normalize('NFKC').trim().toLowerCase()
  const looked = await lookAtSetupLink(door, input.token)
  if (!looked.ok) return looked
  if (!isTimeZone(site.timeZone)) return refuse('INVALID_INPUT', { field: 'site.timeZone', reason: 'unknown' })
  const problem = passwordProblem(
    administrator.password,
    [email, administrator.given, administrator.family, organization.name, organization.slug],
    true,
  )
  if (problem) return refuse('INVALID_INPUT', { field: 'administrator.password', reason: problem })
  const hash = await hashOrBusy(administrator.password)
  if (hash === undefined) return refuse('SLOW_DOWN', { retryAfterSeconds: 5 })

  const organizationId = newId(door.now.getTime())
  // The link is used up by the transaction that makes the organization: both or neither.
  return allOrNothing(door, organizationId, async (tx) => {
    const [link] = await tx.run(USE_LINK, [hashSetupToken(input.token), door.now])
    if (!link) return refuse('LINK_USED')
    if (!(await createOrganization(tx, organizationId, { ...organization, site }, door.now)))
      return refuse('INVALID_INPUT', { field: 'organization.slug', reason: 'taken' })
    const accountId = await createAccount(tx, { kind: 'staff', email, passwordHash: hash }, door.now)
    if (accountId === undefined) return refuse('INVALID_INPUT', { field: 'administrator.email', reason: 'taken' })
    await addMembership(tx, accountId, organizationId)
    const staffId = await addStaffMember(
      tx,
      { ...administrator, email, accountId, role: 'administrator', languages: [organization.language] },
      door.now,
    )
    await journal(
      tx,
      { event: 'organization.created', action: 'C', resourceKind: 'organization', resourceId: organizationId },
      door.now,
    )
    return ok(await openHalf(tx, door, { accountId, staffId, method: 'setup' }))
  })
}

export async function lookAtInvitation(door: Door, token: string): Promise<Result<OpenInvitation, 'LINK_USED'>> {
  const organizationId = organizationOfInvitation(token)
  if (!organizationId) return refuse('LINK_USED')
  const invitation = await inOrganization(door, organizationId, (tx) => findInvitation(tx, token, door.now))
  return invitation ? ok(invitation) : refuse('LINK_USED')
}

/** A new e-mail chooses a password; one that has an account must prove it, and keeps its own second factor. */
export async function acceptStaffInvitation(
  door: Door,
  input: { token: string; password: string },
): Promise<SignInResult | Result<never, 'LINK_USED'>> {
  const looked = await lookAtInvitation(door, input.token)
  const organizationId = organizationOfInvitation(input.token)
  if (!looked.ok || !organizationId) return refuse('LINK_USED')
  const { email, given, family, organizationName } = looked.value
  const known = await door.db.withoutOrganization((tx) => findAccountByEmail(tx, email))

  let hash: string | null = null
  if (known) {
    const guess: Guess = { kind: 'account', name: email }
    const wait = await door.db.withoutOrganization((tx) => admitAll(tx, door, [guess]))
    if (wait > 0) return refuse('SLOW_DOWN', { retryAfterSeconds: wait })
    const isRight = await verifyPassword(input.password, known.passwordHash).catch((error: unknown) => {
      if (error instanceof TooManyWaiting) return 'busy' as const
      throw error
    })
    if (isRight === 'busy') return refuse('SLOW_DOWN', { retryAfterSeconds: 5 })
    if (!isRight) return refuse('WRONG_CREDENTIALS')
    await door.db.withoutOrganization((tx) => forgive(tx, door.keys, guess))
  } else {
    const problem = passwordProblem(input.password, [email, given, family, organizationName], true)
    if (problem) return refuse('INVALID_INPUT', { field: 'password', reason: problem })
    hash = (await hashOrBusy(input.password)) ?? null
    if (hash === null) return refuse('SLOW_DOWN', { retryAfterSeconds: 5 })
  }

  return allOrNothing(door, organizationId, async (tx) => {
    const accountId =
      known?.id ?? (await createAccount(tx, { kind: 'staff', email, passwordHash: hash ?? '' }, door.now))
    // Somebody made the account a moment ago: it must be proved, not taken.
    if (accountId === undefined) return refuse('WRONG_CREDENTIALS')
    const staffId = await acceptInvitation(tx, input.token, accountId, door.now)
    if (staffId === undefined) return refuse('LINK_USED')
    await addMembership(tx, accountId, organizationId)
    return ok(await openHalf(tx, door, { accountId, staffId, method: 'invitation' }))
  })
}

async function openHalf(
  tx: Transaction,
  door: Door,
  who: { accountId: string; staffId: string; method: SessionMethod },
) {
  const session = await openSession(tx, { ...who, level: 'half', device: door.device, now: door.now })
  await tell(tx, {
    event: 'session.half-opened',
    staffId: who.staffId,
    sessionId: session.sessionId,
    method: who.method,
    now: door.now,
  })
  const account = await findAccount(tx, who.accountId)
  return { session, step: account ? stepAfter(account, 'half') : ({ next: 'set-up-second-factor' } as const) }
}

/** A member of staff with password and authenticator, for the demonstration and for tests; people come by invitation. */
export async function createStaffSignIn(
  door: Pick<Door, 'db' | 'keys'>,
  person: { organizationId: string; staffId: string; email: string; totpSecret: Buffer } & (
    { password: string } | { passwordHash: string }
  ),
  now: Date,
): Promise<string> {
  const passwordHash = 'passwordHash' in person ? person.passwordHash : await hashPassword(person.password)
  return door.db.transaction(systemContext(person.organizationId, newId(), 'demonstration'), async (tx) => {
    const accountId = await createAccount(tx, { kind: 'staff', email: person.email, passwordHash }, now)
    if (accountId === undefined) throw new Error('this e-mail has an account')
    await tx.run(GIVE_TOTP, [accountId, door.keys.seal(person.totpSecret, `auth.account/${accountId}/totp`)])
    await addMembership(tx, accountId, person.organizationId)
    await tx.run(GIVE_ROLE, [person.organizationId, person.staffId, accountId])
    return accountId
  })
}

const FORGET_LINKS = sqlText`delete from auth.setup_link where used_at is null`
const KEEP_LINK = sqlText`insert into auth.setup_link (token_hash, expires_at) values ($1, $2)`
const OPEN_LINK = sqlText`select expires_at from auth.setup_link where token_hash = $1 and used_at is null and expires_at > $2`
const USE_LINK = sqlText`
  update auth.setup_link set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2 returning token_hash`
const GIVE_TOTP = sqlText`update auth.account set totp_sealed = $2 where id = $1`
const GIVE_ROLE = sqlText`update staff_member set account_id = $3, state = 'active' where organization_id = $1 and id = $2`
