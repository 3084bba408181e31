/** trust-D20: passkeys, with answers that an honest browser would never give. (The honest ones are in e2e/sign-in.test.ts.) */
import { expect, test } from 'vitest'
import {
  aMember,
  anOrganization,
  aPatient,
  aProduct,
  halfSignedIn,
  patientSignedIn,
  PUBLIC_URL,
  signedIn,
} from './a-product.ts'
import { anAuthenticator, type Authenticator } from './an-authenticator.ts'

const product = await aProduct()
const { call, clock } = product
const clinic = await anOrganization(product)
const RP_ID = 'bedside.example'
const honest = { origin: PUBLIC_URL, rpId: RP_ID }
const minutes = (count: number) => void (clock.now = new Date(clock.now.getTime() + count * 60_000))

type Challenge = { challengeId: string; options: { challenge: string; userVerification?: string; rpId?: string } }

/** Somebody with a passkey. @returns the session after adding it. */
async function withPasskey(token: string) {
  const key = anAuthenticator()
  const { challengeId, options } = (await call('factor.beginPasskey', undefined, { token })).json as Challenge
  const response = key.register({ ...honest, challenge: options.challenge })
  const added = await call('factor.addPasskey', { challengeId, response, name: 'Phone' }, { token })
  if (added.status !== 200) throw new Error(added.text)
  const { passkeyId, recoveryCodes } = added.json as { passkeyId: string; recoveryCodes: string[] }
  return { key, token: added.token ?? '', passkeyId, recoveryCodes }
}

async function signInWith(key: Authenticator, over: Partial<Parameters<Authenticator['answer']>[0]> = {}) {
  const { challengeId, options } = (await call('signIn.passkeyChallenge', {})).json as Challenge
  const response = key.answer({ ...honest, challenge: options.challenge, ...over })
  return call('signIn.passkey', { challengeId, response, organization: clinic.slug })
}

/** A nurse whose passkey the tests that change nothing may share. */
const nia = await aMember(product, clinic)
const nias = await withPasskey(await signedIn(product, nia))

test('trust-D20 a passkey alone signs staff in whole, and says who they are', async () => {
  const entered = await signInWith(nias.key)
  expect(entered.json).toEqual({ step: { next: 'done' } })
  const { json } = await call('session.get', undefined, { token: entered.token })
  expect(json).toMatchObject({ level: 'full', person: { id: nia.staffId } })
})

test('trust-D20 the challenge asks for this RP and for a device that checks its user', async () => {
  const { options } = (await call('signIn.passkeyChallenge', {})).json as Challenge
  expect(options).toMatchObject({ rpId: RP_ID, userVerification: 'required' })
})

test.each([
  ['a foreign origin', { origin: 'https://bedside.example.evil.example' }],
  ['our origin on another port', { origin: `${PUBLIC_URL}:8443` }],
  ['our origin without TLS', { origin: 'http://bedside.example' }],
  ['a foreign RP id', { rpId: 'evil.example' }],
  ['a user who was not verified', { userVerified: false }],
  ['the wrong ceremony', { type: 'webauthn.create' as const }],
  ['a challenge of its own', { challenge: Buffer.from('mine, and long enough for anybody').toString('base64url') }],
])('trust-D20 a forged assertion with %s opens nothing', async (_, lie) => {
  const refused = await signInWith(nias.key, lie)
  expect(refused).toMatchObject({ status: 401, code: 'WRONG_CREDENTIALS', token: undefined })
  expect((await signInWith(nias.key)).status).toBe(200)
})

test('trust-D20 an answer works once, a challenge five minutes, and for its own purpose only', async () => {
  const { key } = nias
  const token = (await signInWith(key)).token ?? ''
  const { challengeId, options } = (await call('signIn.passkeyChallenge', {})).json as Challenge
  const replayed = {
    challengeId,
    response: key.answer({ ...honest, challenge: options.challenge }),
    organization: clinic.slug,
  }
  // For stepping up this challenge was not made, and asking used it up.
  expect(await call('signIn.passkey', replayed)).toMatchObject({ status: 200 })
  expect(await call('signIn.passkey', replayed)).toMatchObject({ status: 401, code: 'WRONG_CREDENTIALS' })

  const forSignIn = (await call('signIn.passkeyChallenge', {})).json as Challenge
  const elsewhere = key.answer({ ...honest, challenge: forSignIn.options.challenge })
  const confirmed = await call(
    'stepUp.confirm',
    { way: 'passkey', challengeId: forSignIn.challengeId, response: elsewhere },
    { token },
  )
  expect(confirmed.status).toBeGreaterThanOrEqual(400)

  const late = (await call('signIn.passkeyChallenge', {})).json as Challenge
  minutes(5)
  const lateAnswer = {
    challengeId: late.challengeId,
    response: key.answer({ ...honest, challenge: late.options.challenge }),
  }
  expect(await call('signIn.passkey', lateAnswer)).toMatchObject({ status: 401, code: 'WRONG_CREDENTIALS' })
})

test('trust-D20 forty copies of an answer sent at once let one in', async () => {
  const { key } = nias
  const { challengeId, options } = (await call('signIn.passkeyChallenge', {})).json as Challenge
  const answer = {
    challengeId,
    response: key.answer({ ...honest, challenge: options.challenge }),
    organization: clinic.slug,
  }
  const statuses = await Promise.all(
    Array.from({ length: 40 }, async () => (await call('signIn.passkey', answer)).status),
  )
  expect(statuses.filter((status) => status === 200)).toHaveLength(1)
})

test("trust-D20 another account's passkey neither steps up nor finishes a stranger's half session as its own", async () => {
  const ada = await aMember(product, clinic)
  const ben = await aMember(product, clinic, 'agent')
  const adas = await withPasskey(await signedIn(product, ada))
  const bens = await withPasskey(await signedIn(product, ben))
  minutes(6)
  const { challengeId, options } = (await call('stepUp.passkeyChallenge', undefined, { token: adas.token }))
    .json as Challenge
  const response = bens.key.answer({ ...honest, challenge: options.challenge })
  const confirmed = await call('stepUp.confirm', { way: 'passkey', challengeId, response }, { token: adas.token })
  expect(confirmed.status).toBeGreaterThanOrEqual(400)
  expect(await call('factor.removePasskey', { passkeyId: adas.passkeyId }, { token: adas.token })).toMatchObject({
    code: 'STEP_UP_NEEDED',
  })
  // Nor can a stranger's be removed, by whoever is fresh.
  const own = (await call('stepUp.passkeyChallenge', undefined, { token: adas.token })).json as Challenge
  const proof = {
    way: 'passkey',
    challengeId: own.challengeId,
    response: adas.key.answer({ ...honest, challenge: own.options.challenge }),
  }
  const fresh = await call('stepUp.confirm', proof, { token: adas.token })
  expect(fresh.status, fresh.text).toBe(200)
  expect(fresh.token).not.toBe(adas.token)
  expect(await call('factor.removePasskey', { passkeyId: bens.passkeyId }, { token: fresh.token })).toMatchObject({
    status: 404,
    code: 'NOT_FOUND',
  })

  // Ada's password and Ben's passkey make Ben, never Ada.
  const half = await halfSignedIn(product, ada)
  const { json } = await call('signIn.passkeyChallenge', {})
  const bensAnswer = bens.key.answer({ ...honest, challenge: (json as Challenge).options.challenge })
  const entered = await call(
    'signIn.passkey',
    { challengeId: (json as Challenge).challengeId, response: bensAnswer },
    { token: half },
  )
  const who = await call('session.get', undefined, { token: entered.token })
  expect(who.json).toMatchObject({ person: { id: ben.staffId } })
})

test('trust-D20 a registration must be of our origin, of a verified user, and of a credential nobody has', async () => {
  const nurse = await aMember(product, clinic)
  let token = await signedIn(product, nurse)
  const key = anAuthenticator()
  const add = async (lie: object, with_: Authenticator = key) => {
    const { challengeId, options } = (await call('factor.beginPasskey', undefined, { token })).json as Challenge
    const response = with_.register({ ...honest, challenge: options.challenge, ...lie })
    const added = await call('factor.addPasskey', { challengeId, response, name: 'Phone' }, { token })
    token = added.token ?? token
    return added.status
  }
  expect(await add({ origin: 'https://evil.example' })).toBe(401)
  expect(await add({ rpId: 'evil.example' })).toBe(401)
  expect(await add({ userVerified: false })).toBe(401)
  expect(await add({})).toBe(200)
  const other = await withPasskey(await signedIn(product, await aMember(product, clinic)))
  expect(await add({}, other.key)).toBe(401)
  // A counter that stands still or goes back is a copied key.
  expect((await signInWith(key, { counter: 7 })).status).toBe(200)
  expect((await signInWith(key, { counter: 7 })).status).toBe(401)
  expect((await signInWith(key, { counter: 3 })).status).toBe(401)
})

test('trust-D19, D20 a passkey as the only factor comes with recovery codes, and who lost it comes back by one', async () => {
  const nurse = await aMember(product, clinic)
  await product.look(`update auth.account set totp_sealed = null where id = $1`, [nurse.accountId])
  const { recoveryCodes } = await withPasskey(await halfSignedIn(product, nurse))
  expect(recoveryCodes).toHaveLength(10)
  const half = await halfSignedIn(product, nurse)
  expect((await call('session.get', undefined, { token: half })).json.step.ways).toEqual(['passkey', 'recovery-code'])
  const back = await call('signIn.recoveryCode', { code: recoveryCodes[0] }, { token: half })
  expect(back.json).toEqual({ step: { next: 'done' } })
  // Fresh enough to set up another, which brings no codes again; those that are left may be renewed.
  const again = await withPasskey(back.token ?? '')
  expect(again.recoveryCodes).toEqual([])
  expect((await call('factor.renewRecoveryCodes', {}, { token: again.token })).json.recoveryCodes).toHaveLength(10)
})

test('trust-D19, D20 an administrator removes the factors of a colleague, who is told and begins anew with the password', async () => {
  const administrator = await aMember(product, clinic, 'administrator')
  const nurse = await aMember(product, clinic)
  const { token } = await withPasskey(await signedIn(product, nurse))
  const asking = { token: await signedIn(product, administrator) }
  const remove = (staffId: string) => call('factor.removeOf', { staffId }, asking)
  expect(await remove(administrator.staffId)).toMatchObject({ code: 'STATE_NOT_ALLOWED' })
  const foreign = await aMember(product, await anOrganization(product))
  expect(await remove(foreign.staffId)).toMatchObject({ code: 'NOT_FOUND' })
  // Another organization relies on them too.
  const both = await aMember(product, clinic)
  await product.look(`update staff_member set account_id = $2 where id = $1`, [foreign.staffId, both.accountId])
  await product.look(`insert into auth.membership (account_id, organization_id) values ($1, $2)`, [both.accountId, foreign.organizationId]) // prettier-ignore
  expect((await remove(both.staffId)).json.data.detail).toEqual({ reason: 'works-elsewhere' })

  product.mails.length = 0
  expect((await remove(nurse.staffId)).status).toBe(200)
  expect(await remove(nurse.staffId)).toMatchObject({ code: 'STATE_NOT_ALLOWED' })
  expect((await call('session.devices', undefined, { token })).status).toBe(401)
  const half = await halfSignedIn(product, nurse)
  expect((await call('session.get', undefined, { token: half })).json.step).toEqual({ next: 'set-up-second-factor' })
  expect((await withPasskey(half)).recoveryCodes).toHaveLength(10)
  await product.runJobs()
  expect(product.mails.map(({ address }) => address)).toContain(nurse.email)
  const written = `select actor_id, action, detail from journal where event = 'factor.changed' and resource_id = $1`
  expect(await product.look(written, [nurse.staffId])).toEqual([
    { actor_id: administrator.staffId, action: 'D', detail: { what: 'removed-by-administrator' } },
  ])
})

test('trust-D19 a new factor signs the other sessions out and tells every address on file', async () => {
  const patient = await aPatient(product, clinic)
  const other = await patientSignedIn(product, patient, clinic.slug)
  const here = await patientSignedIn(product, patient, clinic.slug)
  product.mails.length = 0
  const { token } = await withPasskey(here)
  await product.runJobs()
  expect(product.mails.map(({ address, subject }) => [address, subject])).toEqual([
    [patient.email, 'A change to how you sign in at Harbor Clinic'],
  ])
  expect((await call('session.devices', undefined, { token: other })).status).toBe(401)
  expect((await call('session.devices', undefined, { token: here })).status).toBe(401)
  expect((await call('session.devices', undefined, { token })).json).toHaveLength(1)
})
