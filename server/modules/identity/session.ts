/** Sessions: opening, changing level, ending. The token leaves once, in the cookie; the database keeps its hash. */
import { randomBytes } from 'node:crypto'
import { SESSION_LIMITS } from '#contract/session.ts'
import { newId } from '#server/platform/id.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { hashToken, writeToken } from './caller.ts'
import type { Device } from './device.ts'

export type SessionMethod = 'password' | 'totp' | 'recovery-code' | 'passkey' | 'code' | 'invitation' | 'setup'
export type SessionEnd =
  'signed-out' | 'signed-out-everywhere' | 'level-changed' | 'factor-changed' | 'too-many-tries' | 'timed-out'

/** A first factor waits this long for the second, in minutes. */
export const HALF_SESSION_MIN = 10
/** Wrong second factors in one half session. */
export const HALF_SESSION_TRIES = 5
/** A factor counts as fresh for this long, in minutes (trust-D19). */
export const STEP_UP_MIN = 5

/** Days an ended session is kept. */
const KEPT_DAYS = 30

export type NewSession = {
  accountId: string
  /** Null: a person of the portal. */
  staffId: string | null
  level: 'half' | 'full'
  method: SessionMethod
  device: Device
  now: Date
}

export type OpenedSession = { token: string; sessionId: string; endsAt: Date; stepUpUntil: Date | null }

export async function openSession(tx: Transaction, session: NewSession): Promise<OpenedSession> {
  const { now, level, staffId } = session
  const hours = (staffId ? SESSION_LIMITS.staff : SESSION_LIMITS.patient).absoluteHours
  const minutes = level === 'half' ? HALF_SESSION_MIN : hours * 60
  return insert(tx, { ...session, signedInAt: now, endsAt: new Date(now.getTime() + minutes * 60_000) })
}

/** The same person on the same device under a new id: after a second factor, a step-up, a change of factors. */
export async function renewSession(
  tx: Transaction,
  sessionId: string,
  change: { method: SessionMethod; device: Device; now: Date; reason: SessionEnd; isStepUp: boolean },
): Promise<OpenedSession | null> {
  const [old] = await tx.run<{
    account_id: string
    staff_id: string | null
    level: 'half' | 'full'
    signed_in_at: Date
    ends_at: Date
    step_up_until: Date | null
  }>(END_ONE, [tx.context.organizationId, sessionId, change.now, change.reason])
  if (!old) return null
  const opened = {
    accountId: old.account_id,
    staffId: old.staff_id,
    level: 'full' as const,
    method: change.method,
    device: change.device,
    now: change.now,
  }
  if (old.level === 'half') return openSession(tx, opened)
  return insert(tx, {
    ...opened,
    signedInAt: old.signed_in_at,
    endsAt: old.ends_at,
    ...(change.isStepUp ? {} : { stepUpUntil: old.step_up_until }),
  })
}

async function insert(
  tx: Transaction,
  session: NewSession & { signedInAt: Date; endsAt: Date; stepUpUntil?: Date | null },
): Promise<OpenedSession> {
  const { organizationId } = tx.context
  const secret = randomBytes(32).toString('base64url')
  const sessionId = newId(session.now.getTime())
  const fresh = session.level === 'full' ? new Date(session.now.getTime() + STEP_UP_MIN * 60_000) : null
  const stepUpUntil = session.stepUpUntil === undefined ? fresh : session.stepUpUntil
  await tx.run(INSERT, [
    organizationId,
    sessionId,
    hashToken(secret, session.device.isSecure),
    session.accountId,
    session.level,
    session.staffId,
    session.method,
    session.device.browser,
    session.device.system,
    session.signedInAt,
    session.now,
    session.endsAt,
    stepUpUntil,
  ])
  return { token: writeToken(organizationId, secret), sessionId, endsAt: session.endsAt, stepUpUntil }
}

export async function endSession(
  tx: Transaction,
  sessionId: string,
  accountId: string,
  now: Date,
  reason: SessionEnd,
): Promise<boolean> {
  const rows = await tx.run(END_OWN, [tx.context.organizationId, sessionId, now, reason, accountId])
  return rows.length > 0
}

/**
 * Ends every session of the account, here and in every other organization, but the one named.
 * @returns how many ended here; undefined when the one to keep was over itself, and then nothing is written.
 */
export async function endSessionsOf(
  tx: Transaction,
  accountId: string,
  now: Date,
  reason: SessionEnd,
  keep: string | null = null,
): Promise<number | undefined> {
  // The account is locked first: of two changes at once the second finds its session over, though it began alive.
  await tx.run(LOCK, [accountId])
  if (keep && (await tx.run(REISSUE, [tx.context.organizationId, keep, now, accountId])).length === 0) return undefined
  await tx.run(END_EVERYWHERE, [accountId, now])
  const rows = await tx.run(END_ALL_HERE, [tx.context.organizationId, accountId, now, reason, keep])
  return rows.length
}

/** Counts a try at the second factor. @returns false when the half session has none left; it is over then. */
export async function countTry(tx: Transaction, sessionId: string, now: Date): Promise<boolean> {
  const [row] = await tx.run(COUNT_TRY, [tx.context.organizationId, sessionId, HALF_SESSION_TRIES])
  if (row) return true
  await tx.run(END_ONE, [tx.context.organizationId, sessionId, now, 'too-many-tries'])
  return false
}

export type SessionRow = {
  id: string
  browser: string
  system: string
  signed_in_at: Date
  active_at: Date
  ends_at: Date
}

export const sessionsOf = (tx: Transaction, accountId: string, now: Date, idleMin: number): Promise<SessionRow[]> =>
  tx.run<SessionRow>(LIST, [tx.context.organizationId, accountId, now, idleMin])

/** Sessions that ended long ago; part of the hourly cleaning. What they did stands in the journal. */
export const forgetOldSessions = async (tx: Transaction, now: Date): Promise<void> =>
  void (await tx.run(CLEAN, [tx.context.organizationId, now, KEPT_DAYS]))

const INSERT = sqlText`
  insert into session (organization_id, id, token_hash, account_id, level, staff_id, method, browser, system, signed_in_at, issued_at, active_at, ends_at, step_up_until)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12, $13)`
const END_ONE = sqlText`
  update session set ended_at = $3, end_reason = $4 where organization_id = $1 and id = $2 and ended_at is null
    and exists (select from auth.account a where a.id = account_id and a.state = 'active' and issued_at >= a.sessions_from)
  returning account_id, staff_id, level, signed_in_at, ends_at, step_up_until`
const END_OWN = sqlText`
  update session set ended_at = $3, end_reason = $4 where organization_id = $1 and id = $2 and account_id = $5 and ended_at is null returning id`
const END_EVERYWHERE = sqlText`update auth.account set sessions_from = $2 where id = $1`
const LOCK = sqlText`select from auth.account where id = $1 for update`
const REISSUE = sqlText`
  update session set issued_at = $3 where organization_id = $1 and id = $2 and ended_at is null
    and issued_at >= (select sessions_from from auth.account where id = $4) returning id`
const END_ALL_HERE = sqlText`
  update session set ended_at = $3, end_reason = $4
  where organization_id = $1 and account_id = $2 and ended_at is null and id is distinct from $5 returning id`
const COUNT_TRY = sqlText`
  update session set tries = tries + 1 where organization_id = $1 and id = $2 and tries < $3 and ended_at is null returning id`
const CLEAN = sqlText`
  delete from session where organization_id = $1 and id in (
    select id from session where organization_id = $1 and ends_at < $2::timestamptz - make_interval(days => $3) limit 1000)`
const LIST = sqlText`
  select s.id, s.browser, s.system, s.signed_in_at, s.active_at, s.ends_at from session s
  join auth.account a on a.id = s.account_id and s.issued_at >= a.sessions_from
  left join staff_member m on m.organization_id = s.organization_id and m.id = s.staff_id
  where s.organization_id = $1 and s.account_id = $2 and s.level = 'full' and s.ended_at is null and s.ends_at > $3
    and s.active_at > $3 - make_interval(mins => $4)
    and (s.staff_id is null or (m.state = 'active' and s.issued_at > m.sessions_from))
  order by s.active_at desc, s.id limit 100`
