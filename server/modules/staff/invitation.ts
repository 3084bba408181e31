/** A link for a new colleague: good once, for 72 hours, and only for the e-mail it was sent to (trust-D24). */
import { createHash, randomBytes } from 'node:crypto'
import type { Role } from '#contract/role.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { sqlText } from '#server/platform/sql-text.ts'

const INVITATION_HOURS = 72

export type OpenInvitation = {
  organizationName: string
  email: string
  given: string
  family: string
  role: Role
  endsAt: Date
}

/** A new link; earlier ones of the same person stop. */
export async function makeInvitation(
  tx: Transaction,
  staffId: string,
  invitedBy: string | null,
  now: Date,
): Promise<{ invitationId: string; token: string; endsAt: Date }> {
  const { organizationId } = tx.context
  const token = `${organizationId.replaceAll('-', '')}.${randomBytes(32).toString('base64url')}`
  const endsAt = new Date(now.getTime() + INVITATION_HOURS * 3_600_000)
  await tx.run(WITHDRAW, [organizationId, staffId, now])
  const invitationId = newId(now.getTime())
  await tx.run(INSERT, [organizationId, invitationId, staffId, hashToken(token), invitedBy, endsAt])
  return { invitationId, token, endsAt }
}

export const withdrawInvitations = async (tx: Transaction, staffId: string, now: Date): Promise<void> =>
  void (await tx.run(WITHDRAW, [tx.context.organizationId, staffId, now]))

/** The organization stands in the link, so that row security holds before anybody is known. */
export function organizationOfInvitation(token: string): string | undefined {
  const parts = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\.[\w-]{43}$/.exec(token)
  return parts?.slice(1, 6).join('-')
}

/** Looking changes nothing: mail scanners open links too. */
export const findInvitation = async (tx: Transaction, token: string, now: Date): Promise<OpenInvitation | undefined> =>
  (await tx.run<OpenInvitation>(FIND, [tx.context.organizationId, hashToken(token), now]))[0]

/** Binds the account to the role. @returns the staff member, or undefined when the link was used meanwhile. */
export async function acceptInvitation(
  tx: Transaction,
  token: string,
  accountId: string,
  now: Date,
): Promise<string | undefined> {
  const [used] = await tx.run<{ staff_id: string }>(USE, [tx.context.organizationId, hashToken(token), now])
  if (!used) return undefined
  const [member] = await tx.run<{ id: string }>(START, [tx.context.organizationId, used.staff_id, accountId, now])
  return member?.id
}

const hashToken = (token: string): Buffer => createHash('sha256').update('invitation:').update(token).digest()

const INSERT = sqlText`
  insert into staff_invitation (organization_id, id, staff_id, token_hash, invited_by, expires_at) values ($1, $2, $3, $4, $5, $6)`
const WITHDRAW = sqlText`
  update staff_invitation set withdrawn_at = $3 where organization_id = $1 and staff_id = $2 and used_at is null and withdrawn_at is null`
const FIND = sqlText`
  select o.name as "organizationName", m.email, m.given, m.family, m.role, i.expires_at as "endsAt"
  from staff_invitation i
  join staff_member m on m.organization_id = i.organization_id and m.id = i.staff_id and m.state = 'planned'
  join organization o on o.organization_id = i.organization_id
  where i.organization_id = $1 and i.token_hash = $2 and i.used_at is null and i.withdrawn_at is null and i.expires_at > $3`
const USE = sqlText`
  update staff_invitation set used_at = $3
  where organization_id = $1 and token_hash = $2 and used_at is null and withdrawn_at is null and expires_at > $3 returning staff_id`
const START = sqlText`
  update staff_member set account_id = $3, state = 'active', starts_at = $4, version = version + 1
  where organization_id = $1 and id = $2 and state = 'planned' returning id`
