/** trust-D21, D11 and desk-D72: whoever holds the token of a session that is over hears how it ended, and nobody else hears anything. */
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endKindOf } from '#server/modules/identity/session-end.ts'
import {
  aMember,
  anOrganization,
  aPatient,
  aProduct,
  halfSignedIn,
  nextCode,
  patientSignedIn,
  signedIn,
  type Answer,
} from './a-product.ts'

const product = await aProduct()
const { call, look, clock } = product
const clinic = await anOrganization(product)

const MINUTE = 60_000
const pass = (minutes: number): void => void (clock.now = new Date(clock.now.getTime() + minutes * MINUTE))

type Told = { level: string; ended: string | null; deviceKey: string | null }
const tell = async (token: string | undefined): Promise<{ told: Told; cleared: string | null; answer: Answer }> => {
  const answer = await call('session.get', undefined, token === undefined ? {} : { token })
  const { level, ended, deviceKey } = answer.json as Told
  return { told: { level, ended, deviceKey }, cleared: answer.headers.get('clear-site-data'), answer }
}
const NOBODY = { level: 'none', deviceKey: null }
const KEEPS = '"cache"'
const WIPES = '"cache", "storage"'

test('desk-D72 a session that idled, or whose day was over, is told to its holder as timed out, and the browser keeps what waits', async () => {
  const nurse = await aMember(product, clinic)
  const idle = await signedIn(product, nurse)
  const patient = await patientSignedIn(product, await aPatient(product, clinic), clinic.slug)
  pass(15)
  expect(await tell(idle)).toMatchObject({ told: { ...NOBODY, ended: 'timed-out' }, cleared: KEEPS })
  expect((await tell(patient)).told.level).toBe('full')
  pass(31)
  expect(await tell(patient)).toMatchObject({ told: { ...NOBODY, ended: 'timed-out' }, cleared: KEEPS })

  const day = await signedIn(product, nurse)
  for (let quarter = 0; quarter < 12 * 6; quarter++) {
    pass(10)
    await call('session.extend', undefined, { token: day })
  }
  expect(await tell(day)).toMatchObject({ told: { ...NOBODY, ended: 'timed-out' }, cleared: KEEPS })
  const half = await halfSignedIn(product, nurse)
  pass(11)
  expect(await tell(half)).toMatchObject({ told: { ...NOBODY, ended: 'timed-out' }, cleared: KEEPS })
})

test('desk-D72 what somebody ended is told as ended, also where the session had idled before, and the browser wipes', async () => {
  const manager = await aMember(product, clinic, 'administrator')
  const ends: Record<string, (at: { token: string; staffId: string; email: string }) => Promise<unknown>> = {
    'signed out': ({ token }) => call('session.signOut', undefined, { token }),
    'ended from another device': async ({ token, email }) => {
      const other = await aSessionOf(email)
      const devices = (await call('session.devices', undefined, { token: other })).json as { sessionId: string; isThisOne: boolean }[] // prettier-ignore
      expect(devices).toHaveLength(2)
      for (const { sessionId, isThisOne } of devices)
        if (!isThisOne) expect((await call('session.endDevice', { sessionId }, { token: other })).status).toBe(200)
      expect((await tell(token)).told.level).toBe('none')
    },
    'signed out everywhere': async ({ email }) =>
      call('session.signOutEverywhere', undefined, { token: await aSessionOf(email) }),
    'a role that changed': ({ staffId }) =>
      look(`update staff_member set role = 'agent', sessions_from = $2 where id = $1`, [staffId, clock.now]),
    'a membership that ended': async ({ staffId }) => {
      const [row] = await look<{ version: number }>(`select version from staff_member where id = $1`, [staffId])
      const administrator = await signedIn(product, manager)
      const ended = await call('staff.end', { staffId, version: row?.version }, { token: administrator })
      expect(ended.status, ended.text).toBe(200)
    },
    'an account that was closed': ({ email }) =>
      look(`update auth.account set state = 'disabled' where email = $1`, [email]),
  }
  const people = new Map<string, Awaited<ReturnType<typeof aMember>>>()
  const aSessionOf = async (email: string): Promise<string> => signedIn(product, people.get(email)!)
  for (const [what, end] of Object.entries(ends)) {
    for (const idles of [false, true]) {
      // A session that idled is on no list of devices, and its own page cannot sign it out.
      if (idles && ['ended from another device', 'signed out'].includes(what)) continue
      const member = await aMember(product, clinic)
      people.set(member.email, member)
      const token = await signedIn(product, member)
      if (idles) pass(16)
      await end({ token, ...member })
      expect(await tell(token), `${what}, ${idles ? 'idle' : 'live'}`).toMatchObject({
        told: { ...NOBODY, ended: 'ended' },
        cleared: WIPES,
      })
    }
  }
  const patient = await aPatient(product, clinic)
  const token = await patientSignedIn(product, patient, clinic.slug)
  await look(`update patient set is_active = false where id = $1`, [patient.patientId])
  expect((await tell(token)).told.ended).toBe('ended')
})

test('trust-D24 a token that went on under another is told as replaced', async () => {
  const member = await aMember(product, clinic)
  const token = await signedIn(product, member)
  const fresh = await call('stepUp.confirm', { way: 'totp', code: nextCode(product, member) }, { token })
  expect((await tell(fresh.token)).told.level).toBe('full')
  expect(await tell(token)).toMatchObject({ told: { ...NOBODY, ended: 'replaced' }, cleared: WIPES })
})

test('trust-D23 a token that never was is told nothing: it is answered as no session at all', async () => {
  const bare = await tell(undefined)
  expect(bare).toMatchObject({ told: { ...NOBODY, ended: null }, cleared: null })
  const made = [
    `${clinic.organizationId.replaceAll('-', '')}.${randomBytes(32).toString('base64url')}`,
    `${randomBytes(16).toString('hex')}.${randomBytes(32).toString('base64url')}`,
    'x',
  ]
  // A real one of another organization's name is none either.
  const real = await signedIn(product, await aMember(product, clinic))
  pass(20)
  made.push(`${randomBytes(16).toString('hex')}.${real.split('.')[1]}`)
  for (const token of made) {
    const { told, cleared, answer } = await tell(token)
    expect(told, token).toEqual({ ...NOBODY, ended: null })
    expect(cleared).toBe(WIPES)
    expect({ ...answer.json, now: '' }).toEqual({ ...bare.answer.json, now: '' })
  }
  expect((await tell(real)).told.ended).toBe('timed-out')
})

test('trust-D21 by the clock of the screen a live session ends as timed out; what had ended otherwise is said, and the cookie goes', async () => {
  const member = await aMember(product, clinic)
  const token = await signedIn(product, member)
  const over = await call('session.signOut', { isTimedOut: true }, { token })
  expect(over.json).toEqual({ ended: 'timed-out' })
  expect([over.headers.get('clear-site-data'), over.token]).toEqual([KEEPS, ''])
  expect((await call('session.devices', undefined, { token })).status).toBe(401)
  expect((await tell(token)).told.ended).toBe('timed-out')
  const [row] = await look<{ detail: unknown }>(`select detail from journal where event = 'session.ended' and actor_id = $1 order by at desc limit 1`, [member.staffId]) // prettier-ignore
  expect(row?.detail).toMatchObject({ reason: 'timed-out' })

  const revoked = await signedIn(product, member)
  await call('session.signOut', undefined, { token: revoked })
  const late = await call('session.signOut', { isTimedOut: true }, { token: revoked })
  expect([late.json, late.headers.get('clear-site-data')]).toEqual([{ ended: 'ended' }, WIPES])
  // The end was heard before: nothing more is taken from the device.
  const again = await call('session.signOut', { isTimedOut: true })
  expect([again.json, again.headers.get('clear-site-data')]).toEqual([{ ended: null }, KEEPS])
})

test('desk-D72 who signs in over a cookie whose session somebody ended finds nothing there; over one that timed out, what waits', async () => {
  const member = await aMember(product, clinic)
  const enter = (token: string) =>
    call('signIn.password', { email: member.email, password: member.password }, { token, headers: FROM })
  const idle = await signedIn(product, member)
  pass(16)
  expect((await enter(idle)).headers.get('clear-site-data')).toBeNull()
  const ended = await signedIn(product, member)
  await call('session.signOut', undefined, { token: ended })
  expect((await enter(ended)).headers.get('clear-site-data')).toBe('"storage"')
})

const FROM = { 'x-forwarded-for': '10.9.9.9' }

test('desk-D72 the key of the device is the same for the same person, another for everybody else and after all sessions were ended', async () => {
  const [member, other] = [await aMember(product, clinic), await aMember(product, clinic)]
  const keyOf = async (token: string | undefined) => (await tell(token)).told.deviceKey
  const first = await signedIn(product, member)
  const key = await keyOf(first)
  expect(Buffer.from(key ?? '', 'base64url')).toHaveLength(32)
  pass(16)
  const second = await signedIn(product, member)
  expect(await keyOf(second)).toBe(key)
  const fresh = await call('stepUp.confirm', { way: 'totp', code: nextCode(product, member) }, { token: second })
  expect(await keyOf(fresh.token)).toBe(key)
  expect(await keyOf(await signedIn(product, other))).not.toBe(key)
  expect(await keyOf(await halfSignedIn(product, member))).toBeNull()

  await call('session.signOutEverywhere', undefined, { token: fresh.token })
  const after = await keyOf(await signedIn(product, member))
  expect(after).not.toBe(key)
  await look(`update staff_member set role = 'agent', sessions_from = $2 where id = $1`, [member.staffId, clock.now])
  expect(await keyOf(await signedIn(product, member))).not.toBe(after)

  const patients = [await aPatient(product, clinic), await aPatient(product, clinic)]
  const keys = new Set<string | null>()
  for (const patient of patients) keys.add(await keyOf(await patientSignedIn(product, patient, clinic.slug)))
  expect(keys.size).toBe(2)
})

test('desk-D72 whatever else is true, only a session that nobody ended is told as timed out', () => {
  const reasons = [null, 'signed-out', 'signed-out-everywhere', 'level-changed', 'factor-changed', 'too-many-tries', 'timed-out'] as const // prettier-ignore
  fc.assert(
    fc.property(fc.constantFrom(...reasons), fc.boolean(), fc.boolean(), (reason, isRevoked, isTimedOut) => {
      const kind = endKindOf({ reason, isRevoked, isTimedOut })
      expect(kind === 'timed-out').toBe(!isRevoked && (reason === 'timed-out' || (reason === null && isTimedOut)))
      if (isRevoked) expect(kind).toBe('ended')
    }),
  )
})
