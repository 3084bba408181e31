/** trust-D26: who asks, and from where, comes from the connection; a header counts only from a proxy that was named, a body never. */
import { contract } from '#contract/index.ts'
import type * as z from 'zod'
import { expect, test } from 'vitest'
import { buildApp } from './app.ts'
import { aMember, anOrganization, aPatient, aProduct, patientSignedIn, PUBLIC_URL, signedIn } from './a-product.ts'
import { proceduresOf } from './described-routes.ts'
import { buildRouter } from './router.ts'
import { sampleInput } from './sweep/sample-input.ts'

/** Nobody is named: the product as it starts. */
const product = await aProduct()
const { call, look } = product
const clinic = await anOrganization(product)
const administrator = await aMember(product, clinic, 'administrator')

/** A second process, behind a proxy on this machine. */
const behindProxy = await buildApp(product.services, buildRouter({ replay: product.replay }), {
  ...product.options,
  trustedProxies: ['127.0.0.1'],
})

type Headers = Record<string, string>
const forwarded = (source: string): Headers => ({ 'x-forwarded-for': source })
/** A guess at a code: counted by the address it came from. */
const guess = { contact: 'someone@example.org', code: '123456', birthDate: '1990-01-01', organization: clinic.slug }
const guessBehindProxy = async (n: number, source: string): Promise<string> => {
  const { body } = await behindProxy.inject({
    method: 'POST',
    url: '/rpc/signIn/verifyCode',
    headers: { origin: PUBLIC_URL, ...forwarded(source) },
    payload: { json: { ...guess, contact: `other-${n}@example.org` } },
  })
  return /"code":"([A-Z_]+)"/.exec(body)?.[1] ?? ''
}
const sourceOfLastSignIn = async (staffId: string): Promise<string | null> => {
  const [row] = await look<{ source: string | null }>(
    `select host(source_address) as source from journal where event = 'session.opened' and actor_id = $1 order by at desc, seq desc limit 1`,
    [staffId],
  )
  return row?.source ?? null
}

test('trust-D26 from an address that is not named, X-Forwarded-For is no new source: guessing is slowed down all the same', async () => {
  const codes: (string | undefined)[] = []
  for (let n = 0; n < 33; n++) {
    const input = { ...guess, contact: `someone-${n}@example.org` }
    codes.push((await call('signIn.verifyCode', input, { headers: forwarded(`198.51.100.${n}`) })).code)
  }
  expect(codes.slice(0, 30)).toEqual(Array(30).fill('WRONG_CODE'))
  expect(codes.slice(31)).toEqual(Array(2).fill('SLOW_DOWN'))
})

test('trust-D26 from an address that is not named, no more chats are opened than from one', async () => {
  const widgetKey = `${clinic.organizationId.replaceAll('-', '')}.00000000-0000-4000-8000-000000000000`
  const codes: (string | undefined)[] = []
  for (let n = 0; n < 31; n++) {
    codes.push((await call('widget.open', { widgetKey }, { headers: forwarded(`203.0.113.${n}`) })).code)
    // The counts of all processes are added up once a second, at any moment.
    if (n === 20) await product.services.rates.merge()
  }
  expect(codes.slice(0, 30)).not.toContain('SLOW_DOWN')
  expect(codes.at(-1)).toBe('SLOW_DOWN')
})

test('trust-D26 the journal names the address of the connection; behind a named proxy, the one that the proxy saw', async () => {
  const member = await aMember(product, clinic)
  const enter = async (ask: (body: object, headers: Headers) => Promise<unknown>, headers: Headers) => {
    await ask({ email: member.email, password: member.password }, headers)
    const [row] = await look<{ source: string | null }>(
      `select host(source_address) as source from journal where route = 'signIn.password' order by at desc, seq desc limit 1`,
    )
    return row?.source
  }
  const direct = (body: object, headers: Headers) => call('signIn.password', body, { headers })
  const proxied = (body: object, headers: Headers) =>
    behindProxy.inject({
      method: 'POST',
      url: '/rpc/signIn/password',
      headers: { origin: PUBLIC_URL, ...headers },
      payload: { json: body },
    })
  const claims = { 'x-real-ip': '203.0.113.9', forwarded: 'for=203.0.113.9', 'x-client-ip': '203.0.113.9' }
  expect(await enter(direct, { ...forwarded('203.0.113.9'), ...claims })).toBe('127.0.0.1')
  expect(await enter(proxied, { ...forwarded('203.0.113.7'), ...claims })).toBe('203.0.113.7')
  // What the client wrote stands before what the proxy added, and is not believed.
  expect(await enter(proxied, forwarded('192.0.2.66, 203.0.113.8'))).toBe('203.0.113.8')
  expect(await sourceOfLastSignIn(member.staffId)).toBeNull()
})

test('trust-D26 behind a named proxy each address has its own count, and one that invents others has one', async () => {
  const codes: string[] = []
  for (let n = 0; n < 33; n++) codes.push(await guessBehindProxy(n, `192.0.2.${n}, 203.0.113.50`))
  expect(codes.slice(31)).toEqual(Array(2).fill('SLOW_DOWN'))
  expect(await guessBehindProxy(40, '203.0.113.51')).toBe('WRONG_CODE')
})

test('trust-D26 headers that name a user sign nobody in, from anywhere', async () => {
  const names = [
    'x-remote-user',
    'remote-user',
    'x-forwarded-user',
    'x-auth-request-email',
    'x-webauth-user',
    'x-user-id',
  ]
  for (const name of names) {
    const headers = { [name]: administrator.email }
    expect((await call('session.get', undefined, { headers })).json, name).toMatchObject({
      level: 'none',
      person: null,
    })
    const proxied = await behindProxy.inject({ method: 'GET', url: '/api/session', headers })
    expect(proxied.json(), name).toMatchObject({ level: 'none', person: null })
    expect((await call('staff.list', undefined, { headers })).status, name).toBe(401)
  }
})

/** Everything a stranger might add in order to be somebody else. */
const claimsOf = (own: { accountId: string; staffId: string; organizationId: string }) => ({
  ...own,
  userId: own.accountId,
  user: { id: own.accountId, role: 'administrator' },
  actor: { kind: 'staff', id: own.staffId },
  personId: own.staffId,
  role: 'administrator',
  roles: ['administrator'],
  level: 'full',
  kind: 'staff',
  stepUpUntil: '2999-01-01T00:00:00.000Z',
  sourceAddress: '203.0.113.9',
})

const AUTH = ['session', 'signIn', 'stepUp', 'factor', 'invitation', 'setup'] as const

test('trust-D26 identity in the body is ignored on every route of signing in', async () => {
  // The guesses above are forgotten after a day.
  product.clock.now = new Date(product.clock.now.getTime() + 25 * 3_600_000)
  const claims = claimsOf(administrator)
  const adminsToken = await signedIn(product, administrator)
  const routes = [...proceduresOf(Object.fromEntries(AUTH.map((part) => [part, contract[part]])))]
  expect(routes.length).toBeGreaterThan(25)
  const told: string[] = []
  let token = ''
  for (const [name, procedure] of routes) {
    // Some of these routes end the session, or go on under a new one.
    if ((await call('session.get', undefined, { token })).json.level !== 'full')
      token = await patientSignedIn(product, await aPatient(product, clinic), clinic.slug)
    const { inputSchema } = (procedure as unknown as { '~orpc': { inputSchema?: z.ZodType } })['~orpc']
    const given = inputSchema
      ? (sampleInput(inputSchema, {
          id: () => '00000000-0000-4000-8000-00000000dead',
          cursor: () => undefined,
          search: () => undefined,
        }) as object)
      : {}
    const answer = await call(name, { ...claims, ...given }, { token })
    expect(answer.status, name).toBeLessThan(500)
    for (const session of [token, answer.token].filter((each) => each !== undefined && each !== '')) {
      const { json } = await call('session.get', claims, { token: session })
      if (json.level !== 'none') expect(json.person.role, name).toBe('patient')
      expect((await call('staff.list', claims, { token: session })).status, name).not.toBe(200)
    }
    // Nor without any session.
    const anonymous = await call(name, { ...claims, ...given })
    if (anonymous.token) told.push(name)
    if (anonymous.text.includes(administrator.email)) told.push(name)
  }
  expect(told).toEqual([])
  // Whoever was claimed to be is as before.
  expect((await call('session.get', undefined, { token: adminsToken })).json).toMatchObject({
    level: 'full',
    person: { id: administrator.staffId },
  })
  expect((await call('session.devices', undefined, { token: adminsToken })).json).toHaveLength(1)
})
