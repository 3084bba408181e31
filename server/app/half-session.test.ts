/** trust-D19: half signed in opens nothing. Every procedure of the contract and every plain route is tried. */
import { expect, test } from 'vitest'
import WebSocket from 'ws'
import { aMember, anOrganization, aProduct, halfSignedIn, PUBLIC_URL, signedIn } from './a-product.ts'

const product = await aProduct()
const { call, send, app, url } = product
const clinic = await anOrganization(product)
const nurse = await aMember(product, clinic)

/** What a stranger may call. A procedure that becomes public has to be added here, by somebody who thought about it. */
const PUBLIC = [
  'session.get session.signOut signIn.door signIn.password signIn.totp signIn.recoveryCode signIn.requestReset signIn.reset',
  'signIn.requestCode signIn.verifyCode signIn.passkeyChallenge signIn.passkey',
  'factor.beginTotp factor.confirmTotp factor.beginPasskey factor.addPasskey',
  'invitation.look invitation.accept setup.look setup.create widget.open',
  // A device of a site is known by its own cookie.
  'frontDeskDevice.open frontDeskDevice.kiosk frontDeskDevice.board frontDeskDevice.take frontDeskDevice.callStaff',
].flatMap((line) => line.split(' '))

/** What the contract describes is served, or the product does not start (router.test.ts). */
const procedures = app.doors().flatMap(({ procedure, meta }) => (procedure === null ? [] : { name: procedure, meta }))

test('trust-D19 a half signed-in cookie is refused by every procedure that is not for strangers', async () => {
  const half = await halfSignedIn(product, nurse)
  expect(
    procedures
      .filter(({ meta }) => meta.roles === 'public')
      .map(({ name }) => name)
      .sort(),
  ).toEqual(PUBLIC.sort())

  const closed = procedures.filter(({ meta }) => meta.roles !== 'public')
  expect(closed.length).toBeGreaterThan(60)
  const answers: { name: string; status: number; code: string | undefined; expected: string }[] = []
  // One after the other: a busy machine answers a hundred at once with "try again".
  for (const { name, meta } of closed) {
    const { status, code } = await call(name, {}, { token: half })
    const isVisitors = (meta.roles as readonly string[]).includes('visitor')
    answers.push({ name, status, code, expected: isVisitors ? 'NOT_SIGNED_IN' : 'SECOND_FACTOR_NEEDED' })
  }
  expect(answers.filter(({ status, code, expected }) => status !== 401 || code !== expected)).toEqual([])
})

test('trust-D19 what is for strangers tells a half signed-in cookie nothing of the organization or its people', async () => {
  const half = await halfSignedIn(product, nurse)
  const { json } = await call('session.get', undefined, { token: half })
  expect(json).toMatchObject({
    level: 'half',
    person: null,
    patients: [],
    step: { next: 'second-factor', ways: ['totp'] },
  })
  // Whoever has a password and no more can neither add nor replace a factor.
  for (const name of ['factor.beginTotp', 'factor.beginPasskey']) {
    expect(await call(name, undefined, { token: half })).toMatchObject({ status: 401, code: 'SECOND_FACTOR_NEEDED' })
  }
  expect(await call('factor.confirmTotp', { code: '123456' }, { token: half })).toMatchObject({
    code: 'SECOND_FACTOR_NEEDED',
  })
})

test('trust-D19 plain routes and the socket refuse it too', async () => {
  const half = await halfSignedIn(product, nurse)
  const id = '00000000-0000-4000-8000-000000000001'
  // described-routes.ts sees to it that there is no other plain route. The socket is tried below.
  const closed = app
    .doors()
    .filter(({ procedure, path, meta }) => procedure === null && meta.roles !== 'public' && path !== '/realtime')
  expect(closed.map(({ method, path }) => `${method} ${path}`)).toContain('GET /files/{id}')
  for (const { method, path } of closed) {
    const body = method === 'POST' ? '{}' : undefined
    const answer = await send(method, path.replace('{id}', id), body, { token: half })
    // Below /fhir a refusal is an OperationOutcome.
    const code = answer.code ?? answer.json.issue?.[0].details.coding[0].code
    expect({ path, status: answer.status, code }).toEqual({
      path,
      status: 401,
      code: 'SECOND_FACTOR_NEEDED',
    })
  }
  expect(await upgrade(half)).toBe(401)
  expect(await upgrade(await signedIn(product, nurse))).toBe(101)
})

test('trust-D19 a reset link and an invitation open half a session as well, and a recovery code the whole one once', async () => {
  const administrator = await aMember(product, clinic, 'administrator')
  await call('signIn.requestReset', { email: administrator.email })
  await product.runJobs()
  const token = linkIn(product.mails.findLast(({ address }) => address === administrator.email)?.body)
  const reset = await call('signIn.reset', { token, password: 'nine slow tugboats' })
  expect(reset.json).toEqual({ step: { next: 'second-factor', ways: ['totp'] } })
  expect(await call('staff.list', undefined, { token: reset.token })).toMatchObject({ code: 'SECOND_FACTOR_NEEDED' })
  expect(await call('signIn.reset', { token, password: 'ten slow tugboats' })).toMatchObject({
    status: 410,
    code: 'LINK_USED',
  })

  const full = await signedIn(product, administrator)
  const renewed = await call('factor.renewRecoveryCodes', {}, { token: full })
  const [code = ''] = (renewed.json as { recoveryCodes: string[] }).recoveryCodes
  expect((renewed.json as { recoveryCodes: string[] }).recoveryCodes).toHaveLength(10)
  for (const expected of [200, 422]) {
    const half = await halfSignedIn(product, administrator)
    expect((await call('signIn.recoveryCode', { code }, { token: half })).status).toBe(expected)
  }
  // At rest there are only hashes, and the used one is marked.
  const kept = await product.look<{ used: boolean }>(
    `select used_at is not null as used from auth.recovery_code where account_id = $1`,
    [administrator.accountId],
  )
  expect(kept.filter(({ used }) => used)).toHaveLength(1)

  const invited = await call(
    'staff.invite',
    { ...aProfile, email: 'new.colleague@clinic.example' },
    { token: renewed.token },
  )
  expect(invited.status, invited.text).toBe(200)
  await product.runJobs()
  const invitation = linkIn(product.mails.findLast(({ address }) => address === 'new.colleague@clinic.example')?.body)
  const joined = await call('invitation.accept', { token: invitation, password: 'two quiet lighthouses' })
  expect(joined.json).toEqual({ step: { next: 'set-up-second-factor' } })
  expect(await call('staff.mySettings', undefined, { token: joined.token })).toMatchObject({
    code: 'SECOND_FACTOR_NEEDED',
  })
})

test('trust-D24 an invitation that waits for sending to be switched on leaves as long as its link is good, and the list says how it stands', async () => {
  const later = await anOrganization(product, { outboundOn: false })
  const administrator = await aMember(product, later, 'administrator')
  const mailOf = async (email: string) => {
    const token = await signedIn(product, administrator)
    const { json } = await call('staff.list', undefined, { token })
    return (json as { email: string; invitationMail: string | null }[]).find((one) => one.email === email)
      ?.invitationMail
  }
  const invite = async (email: string) => {
    const token = await signedIn(product, administrator)
    expect((await call('staff.invite', { ...aProfile, email }, { token })).status).toBe(200)
    await product.runJobs()
  }
  const hoursPass = (hours: number) => {
    product.clock.now = new Date(product.clock.now.getTime() + hours * 3_600_000)
    return product.runJobs()
  }
  await invite('friday@clinic.example')
  await hoursPass(50)
  expect(await mailOf('friday@clinic.example')).toBe('waiting')
  await product.look(`update organization set outbound_on = true where organization_id = $1`, [later.organizationId])
  await hoursPass(1)
  expect(product.mails.findLast(({ address }) => address === 'friday@clinic.example')?.body).toContain('for 21 hours')
  expect(await mailOf('friday@clinic.example')).toBe('sent')
  await product.look(`update notice set state = 'failed' where organization_id = $1`, [later.organizationId])
  expect(await mailOf('friday@clinic.example')).toBe('not-sent')
  expect(await mailOf(administrator.email)).toBe(null)
})

test('trust-D19 what needs a fresh factor asks for it after five minutes, everywhere the contract says so', async () => {
  const administrator = await aMember(product, clinic, 'administrator')
  const token = await signedIn(product, administrator)
  product.clock.now = new Date(product.clock.now.getTime() + 5 * 60_000)
  const fresh = procedures.filter(
    ({ meta }) => meta.stepUp && (meta.roles as readonly string[]).includes('administrator'),
  )
  expect(fresh.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'staff.invite',
      'staff.update',
      'staff.end',
      'organization.setOutbound',
      'factor.removePasskey',
    ]),
  )
  for (const { name } of fresh) {
    const { status, code } = await call(name, {}, { token })
    expect({ name, status, code }).toEqual({ name, status: 403, code: 'STEP_UP_NEEDED' })
  }
  // Adding a factor is open to a first sign-in too, so it asks by itself.
  expect(await call('factor.beginTotp', undefined, { token })).toMatchObject({ code: 'STEP_UP_NEEDED' })
})

const aProfile = {
  given: 'Nia',
  family: 'Cole',
  role: 'agent',
  duties: [],
  languages: ['en'],
  siteId: null,
  labels: [],
  queueIds: [],
}

const linkIn = (body: string | undefined): string => /#([\w.-]+)/.exec(body ?? '')?.[1] ?? ''

function upgrade(token: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/realtime`, {
      headers: { origin: PUBLIC_URL, cookie: `__Host-bedside=${token}` },
    })
    socket.once('open', () => {
      socket.close()
      resolve(101)
    })
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.once('error', reject)
  })
}
