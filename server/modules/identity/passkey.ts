/** Passkeys (WebAuthn): exact origin and RP id, the device has checked its user, each challenge once and for 5 minutes (trust-D20). */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { Database, Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { PublicSite } from './deps.ts'

/** Minutes a challenge is good. Source: trust-D20. */
const CHALLENGE_MIN = 5
const PASSKEYS_MAX = 20

type Purpose = 'sign-in' | 'add' | 'step-up'
export type Challenge = { challengeId: string; options: Record<string, unknown> }
export type Passkey = {
  id: string
  accountId: string
  kind: 'staff' | 'patient'
  credentialId: string
  publicKey: Uint8Array<ArrayBuffer>
  counter: number
  transports: string[]
}

export async function challengeToSignIn(db: Database, site: PublicSite, now: Date): Promise<Challenge> {
  const options = await generateAuthenticationOptions({ rpID: site.rpId, userVerification: 'required' })
  return keep(db, 'sign-in', null, options, now)
}

export async function challengeToStepUp(
  db: Database,
  site: PublicSite,
  accountId: string,
  now: Date,
): Promise<Challenge> {
  const known = await db.withoutOrganization((tx) => passkeysOf(tx, accountId))
  const options = await generateAuthenticationOptions({
    rpID: site.rpId,
    userVerification: 'required',
    allowCredentials: known.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: transports as AuthenticatorTransport[],
    })),
  })
  return keep(db, 'step-up', accountId, options, now)
}

export async function challengeToAdd(
  db: Database,
  site: PublicSite,
  account: { id: string; name: string; displayName: string },
  now: Date,
): Promise<Challenge> {
  const known = await db.withoutOrganization((tx) => passkeysOf(tx, account.id))
  const options = await generateRegistrationOptions({
    rpID: site.rpId,
    rpName: site.name,
    userID: new TextEncoder().encode(account.id),
    userName: account.name,
    userDisplayName: account.displayName,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: transports as AuthenticatorTransport[],
    })),
  })
  return keep(db, 'add', account.id, options, now)
}

/**
 * Whose passkey answered the challenge? For stepping up it must be the account's own.
 * @returns undefined for everything that is not right, without saying which.
 */
export async function verifyPasskey(
  db: Database,
  site: PublicSite,
  answer: {
    challengeId: string
    response: Record<string, unknown>
    purpose: 'sign-in' | 'step-up'
    accountId: string | null
  },
  now: Date,
): Promise<{ accountId: string; kind: 'staff' | 'patient' } | undefined> {
  const response = answer.response as unknown as AuthenticationResponseJSON
  // The challenge is gone whatever comes next, so a recorded answer cannot be tried again.
  const challenge = await takeChallenge(db, answer.challengeId, answer.purpose, answer.accountId, now)
  if (challenge === undefined || typeof response.id !== 'string') return undefined
  const [passkey] = await db.withoutOrganization((tx) => tx.run<Passkey>(FIND, [response.id]))
  if (!passkey || (answer.accountId !== null && passkey.accountId !== answer.accountId)) return undefined

  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: [...site.origins],
    expectedRPID: site.rpId,
    requireUserVerification: true,
    credential: { id: passkey.credentialId, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter },
  }).catch(() => undefined)
  if (!verified?.verified) return undefined
  const { newCounter } = verified.authenticationInfo
  const isFirst = await db.withoutOrganization(
    async (tx) => (await tx.run(USED, [passkey.id, newCounter, now])).length > 0,
  )
  return isFirst ? { accountId: passkey.accountId, kind: passkey.kind } : undefined
}

export type NewPasskey = { credentialId: string; publicKey: Uint8Array; counter: number; transports: string[] }

/** @returns undefined when the answer is not right; the challenge is gone either way. */
export async function verifyNewPasskey(
  db: Database,
  site: PublicSite,
  answer: { challengeId: string; response: Record<string, unknown>; accountId: string },
  now: Date,
): Promise<NewPasskey | undefined> {
  const challenge = await takeChallenge(db, answer.challengeId, 'add', answer.accountId, now)
  if (challenge === undefined) return undefined
  const verified = await verifyRegistrationResponse({
    response: answer.response as unknown as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: [...site.origins],
    expectedRPID: site.rpId,
    requireUserVerification: true,
  }).catch(() => undefined)
  if (!verified?.verified || !verified.registrationInfo) return undefined
  const { id, publicKey, counter, transports } = verified.registrationInfo.credential
  return { credentialId: id, publicKey, counter, transports: transports ?? [] }
}

/** @returns its id; undefined when another account has it or this one has too many. */
export async function keepPasskey(
  tx: Transaction,
  accountId: string,
  passkey: NewPasskey,
  name: string,
  now: Date,
): Promise<string | undefined> {
  const { credentialId, publicKey, counter, transports } = passkey
  const [row] = await tx.run<{ id: string }>(ADD, [
    newId(now.getTime()),
    accountId,
    credentialId,
    Buffer.from(publicKey),
    counter,
    transports,
    name,
    now,
    PASSKEYS_MAX,
  ])
  return row?.id
}

export type PasskeyRow = {
  id: string
  name: string
  credentialId: string
  transports: string[]
  addedAt: Date
  lastUsedAt: Date | null
}

export const passkeysOf = (tx: Transaction, accountId: string): Promise<PasskeyRow[]> =>
  tx.run<PasskeyRow>(LIST, [accountId])

export const removePasskey = async (tx: Transaction, accountId: string, passkeyId: string): Promise<boolean> =>
  (await tx.run(REMOVE, [passkeyId, accountId])).length > 0

/** Challenges that nobody answered; part of the hourly cleaning. */
export const forgetOldChallenges = async (tx: Transaction, now: Date): Promise<void> =>
  void (await tx.run(CLEAN, [now]))

async function keep(
  db: Database,
  purpose: Purpose,
  accountId: string | null,
  options: { challenge: string },
  now: Date,
): Promise<Challenge> {
  const challengeId = newId(now.getTime())
  const expires = new Date(now.getTime() + CHALLENGE_MIN * 60_000)
  await db.withoutOrganization((tx) => tx.run(KEEP, [challengeId, options.challenge, purpose, accountId, expires]))
  return { challengeId, options: { ...options } }
}

async function takeChallenge(
  db: Database,
  challengeId: string,
  purpose: Purpose,
  accountId: string | null,
  now: Date,
): Promise<string | undefined> {
  const rows = await db.withoutOrganization((tx) =>
    tx.run<{ challenge: string }>(TAKE, [challengeId, purpose, accountId, now]),
  )
  return rows[0]?.challenge
}

const KEEP = sqlText`insert into auth.passkey_challenge (id, challenge, purpose, account_id, expires_at) values ($1, $2, $3, $4, $5)`
const TAKE = sqlText`
  delete from auth.passkey_challenge where id = $1 and purpose = $2 and account_id is not distinct from $3 and expires_at > $4 returning challenge`
const FIND = sqlText`
  select k.id, k.account_id as "accountId", a.kind, k.credential_id as "credentialId", k.public_key as "publicKey", k.counter::float8 as counter, k.transports
  from auth.passkey k join auth.account a on a.id = k.account_id and a.state = 'active' where k.credential_id = $1`
// Counters only rise; authenticators without one always say 0.
const USED = sqlText`
  update auth.passkey set counter = $2, last_used_at = $3 where id = $1 and (counter < $2 or (counter = 0 and $2 = 0)) returning id`
const ADD = sqlText`
  insert into auth.passkey (id, account_id, credential_id, public_key, counter, transports, name, added_at)
  select $1, $2, $3, $4, $5, $6, $7, $8 where (select count(*) from auth.passkey where account_id = $2) < $9
  on conflict (credential_id) do nothing returning id`
const LIST = sqlText`
  select id, name, credential_id as "credentialId", transports, added_at as "addedAt", last_used_at as "lastUsedAt"
  from auth.passkey where account_id = $1 order by added_at, id`
const REMOVE = sqlText`delete from auth.passkey where id = $1 and account_id = $2 returning id`
const CLEAN = sqlText`delete from auth.passkey_challenge where id in (select id from auth.passkey_challenge where expires_at < $1 limit 1000)`
