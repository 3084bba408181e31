/**
 * A forgotten password: a link to the e-mail of the account, good once and for 15 minutes (trust-D24). It opens half a session; the
 * second factor is asked for as ever, so that a mailbox alone opens nothing.
 *
 * Asking does the same work for every e-mail: one row and one job. Whether anybody has it is looked up by the job (trust-D23).
 */
import { randomBytes } from 'node:crypto'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database, Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import type { Keys } from '#server/platform/seal.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { sendNotice } from '#server/modules/notice/index.ts'
import { findAccount, findAccountByEmail, setPassword } from './account.ts'
import { hashToken } from './caller.ts'
import type { Door } from './deps.ts'
import { tellChange } from './factors.ts'
import { forgive } from './guess.ts'
import { hashOrBusy, passwordProblem } from './password.ts'
import { endSessionsOf } from './session.ts'
import { admitAll, allOrNothing, enter, liveRolesOf, type SignInResult } from './sign-in-staff.ts'

/** Minutes the link is good. Source: trust-D24. */
export const RESET_MIN = 15
/** Links to one e-mail. Beyond them the answer is the same and nothing is sent. */
const LINKS_PER_HOUR = 3

/** Characters of an e-mail that are looked at; compatibility forms can grow when they are normalized. */
const EMAIL_MAX = 320

/** An account belongs to no organization, and neither does this job. */
const NO_ORGANIZATION = ''

export async function requestPasswordReset(
  door: Door,
  input: { email: string },
): Promise<Result<{ minutes: number }, 'SLOW_DOWN'>> {
  const email = input.email.normalize('NFKC').trim().toLowerCase().slice(0, EMAIL_MAX)
  const { sourceAddress } = door.request
  return door.db.withoutOrganization(async (tx) => {
    const wait = sourceAddress ? await admitAll(tx, door, [{ kind: 'source', name: `reset:${sourceAddress}` }]) : 0
    if (wait > 0) return refuse('SLOW_DOWN', { retryAfterSeconds: wait })
    const id = newId(door.now.getTime())
    await tx.run(ASK, [id, email, door.now, new Date(door.now.getTime() + RESET_MIN * 60_000)])
    await door.jobs.send(tx, 'password-reset', { organizationId: NO_ORGANIZATION, id })
    return ok({ minutes: RESET_MIN })
  })
}

export type SendResetDeps = { db: Database; jobs: Jobs; keys: Keys; now: () => Date; publicUrl: string }

/** The job: makes the link if the e-mail has an account with a live role, and sends it. Twice is once. */
export async function sendPasswordReset({ db, jobs, keys, now, publicUrl }: SendResetDeps, id: string): Promise<void> {
  const at = now()
  const account = await db.withoutOrganization(async (tx) => {
    const [asked] = await tx.run<{ email: string; sent: number }>(OPEN_REQUEST, [id, at])
    return asked && asked.sent < LINKS_PER_HOUR ? findAccountByEmail(tx, asked.email) : undefined
  })
  if (!account?.email) return
  const request = { requestId: newId(), route: 'job password-reset', sourceAddress: null }
  const [home] = await liveRolesOf({ db, request }, account, undefined)
  if (!home) return
  const { email } = account
  const token = randomBytes(32).toString('base64url')
  await db.transaction(systemContext(home.organizationId, request.requestId, request.route), async (tx) => {
    if ((await tx.run(KEEP_LINK, [id, hashResetToken(token), account.id])).length === 0) return
    await sendNotice({ jobs, keys, now: at }, tx, {
      key: `password-reset:${id}`,
      system: 'email',
      address: email,
      language: home.language,
      template: 'password-reset',
      values: { link: `${publicUrl}/desk/new-password#${token}`, minutes: RESET_MIN },
    })
  })
}

export async function resetPassword(
  door: Door,
  input: { token: string; password: string },
): Promise<SignInResult | Result<never, 'LINK_USED'>> {
  const hashed = hashResetToken(input.token)
  const account = await door.db.withoutOrganization(async (tx) => {
    const [link] = await tx.run<{ account_id: string }>(OPEN_LINK, [hashed, door.now])
    return link && findAccount(tx, link.account_id)
  })
  const roles = account ? await liveRolesOf(door, account, undefined) : []
  const [home] = roles
  if (!account || !home) return refuse('LINK_USED')
  const words = [account.email ?? '', ...roles.flatMap(({ name, person }) => [name, person])]
  const problem = passwordProblem(input.password, words, true)
  if (problem) return refuse('INVALID_INPUT', { field: 'password', reason: problem })
  const hash = await hashOrBusy(input.password)
  if (hash === undefined) return refuse('SLOW_DOWN', { retryAfterSeconds: 5 })

  const changed = await allOrNothing(door, home.organizationId, async (tx) => {
    if ((await tx.run(USE_LINK, [hashed, door.now])).length === 0) return refuse('LINK_USED')
    await setPassword(tx, account.id, hash)
    await endSessionsOf(tx, account.id, door.now, 'factor-changed')
    await forgive(tx, door.keys, { kind: 'account', name: account.email ?? '' })
    const addresses = [{ system: 'email' as const, value: account.email ?? '' }]
    await tellChange(tx, door, { what: 'password', link: `${door.site.url}/desk/`, language: home.language, addresses })
    return ok(true)
  })
  return changed.ok ? enter(door, account, 'password', undefined, door.now) : changed
}

/** Requests older than a day; part of the hourly cleaning. */
export const forgetOldResets = async (tx: Transaction, now: Date): Promise<void> => void (await tx.run(CLEAN, [now]))

const hashResetToken = (token: string): Buffer => hashToken(`reset:${token}`, true)

const ASK = sqlText`insert into auth.password_reset (id, email, requested_at, expires_at) values ($1, $2, $3, $4)`
const OPEN_REQUEST = sqlText`
  select r.email, (select count(*)::int from auth.password_reset o
    where o.email = r.email and o.token_hash is not null and o.requested_at > $2::timestamptz - interval '1 hour') as sent
  from auth.password_reset r where r.id = $1 and r.token_hash is null and r.expires_at > $2`
const KEEP_LINK = sqlText`
  update auth.password_reset set token_hash = $2, account_id = $3 where id = $1 and token_hash is null returning id`
const OPEN_LINK = sqlText`
  select account_id from auth.password_reset where token_hash = $1 and used_at is null and expires_at > $2`
const USE_LINK = sqlText`
  update auth.password_reset set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2 returning id`
const CLEAN = sqlText`
  delete from auth.password_reset where id in (
    select id from auth.password_reset where requested_at < $1::timestamptz - interval '1 day' limit 1000)`
