/** The accounts of the schema `auth`: reading and writing them, nothing more. */
import { randomUUID } from 'node:crypto'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type Account = {
  id: string
  kind: 'staff' | 'patient'
  email: string | null
  passwordHash: string | null
  totpSealed: Buffer | null
  /** Shown, but no code of it came back yet: it does not count. */
  totpPending: Buffer | null
  hasTotp: boolean
  totpLastStep: number
  passkeys: number
  recoveryCodesLeft: number
}

export const findAccount = async (tx: Transaction, accountId: string): Promise<Account | undefined> =>
  (await tx.run<Account>(BY_ID, [accountId]))[0]

export const findAccountByEmail = async (tx: Transaction, email: string): Promise<Account | undefined> =>
  (await tx.run<Account>(BY_EMAIL, [email]))[0]

/** @returns undefined when the e-mail has an account already: an invitation never takes one over (trust-D24). */
export async function createAccount(
  tx: Transaction,
  account: { kind: 'staff'; email: string; passwordHash: string } | { kind: 'patient' },
  now: Date,
): Promise<string | undefined> {
  const { email, passwordHash } = account.kind === 'staff' ? account : { email: null, passwordHash: null }
  const [row] = await tx.run<{ id: string }>(INSERT, [randomUUID(), account.kind, email, passwordHash, now])
  return row?.id
}

export const addMembership = async (tx: Transaction, accountId: string, organizationId: string): Promise<void> =>
  void (await tx.run(ADD_MEMBERSHIP, [accountId, organizationId]))

export type Membership = { organizationId: string; slug: string }
export const membershipsOf = (tx: Transaction, accountId: string): Promise<Membership[]> =>
  tx.run<Membership>(MEMBERSHIPS, [accountId])

export const setPassword = async (tx: Transaction, accountId: string, hash: string): Promise<void> =>
  void (await tx.run(SET_PASSWORD, [accountId, hash]))

export const keepTotpSecret = async (tx: Transaction, accountId: string, sealed: Buffer): Promise<boolean> =>
  (await tx.run(KEEP_TOTP, [accountId, sealed])).length > 0

export const confirmTotpSecret = async (tx: Transaction, accountId: string, step: number): Promise<boolean> =>
  (await tx.run(CONFIRM_TOTP, [accountId, step])).length > 0

/** A code works once: of two requests with the same code one finds the step used. */
export const useTotpStep = async (tx: Transaction, accountId: string, step: number): Promise<boolean> =>
  (await tx.run(USE_STEP, [accountId, step])).length > 0

export const replaceRecoveryCodes = async (
  tx: Transaction,
  accountId: string,
  hashes: readonly Buffer[],
): Promise<void> => void (await tx.run(REPLACE_CODES, [accountId, hashes]))

export const useRecoveryCode = async (tx: Transaction, accountId: string, hash: Buffer, now: Date): Promise<boolean> =>
  (await tx.run(USE_CODE, [accountId, hash, now])).length > 0

/** Passkeys, authenticator app and recovery codes; the password stays. */
export const removeFactors = async (tx: Transaction, accountId: string): Promise<void> =>
  void (await tx.run(REMOVE_FACTORS, [accountId]))

const COLUMNS = `a.id, a.kind, a.email, a.password_hash as "passwordHash", a.totp_sealed as "totpSealed", a.totp_pending as "totpPending", a.totp_sealed is not null as "hasTotp",
    a.totp_last_step::float8 as "totpLastStep",
    (select count(*)::int from auth.passkey k where k.account_id = a.id) as passkeys,
    (select count(*)::int from auth.recovery_code r where r.account_id = a.id and r.used_at is null) as "recoveryCodesLeft"`
const BY_ID = `select ${COLUMNS} from auth.account a where a.id = $1 and a.state = 'active'`
const BY_EMAIL = `select ${COLUMNS} from auth.account a where a.email = $1 and a.state = 'active'`
const INSERT = sqlText`
  insert into auth.account (id, kind, email, password_hash, created_at) values ($1, $2, $3, $4, $5) on conflict (email) do nothing returning id`
const ADD_MEMBERSHIP = sqlText`insert into auth.membership (account_id, organization_id) values ($1, $2) on conflict do nothing`
const MEMBERSHIPS = sqlText`
  select m.organization_id as "organizationId", d.slug from auth.membership m join auth.organization_door d on d.organization_id = m.organization_id
  where m.account_id = $1 order by d.slug limit 20`
const SET_PASSWORD = sqlText`update auth.account set password_hash = $2 where id = $1 and kind = 'staff'`
const KEEP_TOTP = sqlText`update auth.account set totp_pending = $2 where id = $1 returning id`
const CONFIRM_TOTP = sqlText`
  update auth.account set totp_sealed = totp_pending, totp_pending = null, totp_last_step = $2
  where id = $1 and totp_pending is not null and totp_last_step < $2 returning id`
const USE_STEP = sqlText`
  update auth.account set totp_last_step = $2 where id = $1 and totp_sealed is not null and totp_last_step < $2 returning id`
const REPLACE_CODES = sqlText`
  with gone as (delete from auth.recovery_code where account_id = $1 and code_hash <> all ($2::bytea[]))
  insert into auth.recovery_code (account_id, code_hash) select $1, unnest($2::bytea[])`
const USE_CODE = sqlText`
  update auth.recovery_code set used_at = $3 where account_id = $1 and code_hash = $2 and used_at is null returning account_id`
const REMOVE_FACTORS = sqlText`
  with passkeys as (delete from auth.passkey where account_id = $1), codes as (delete from auth.recovery_code where account_id = $1)
  update auth.account set totp_sealed = null, totp_pending = null where id = $1`
