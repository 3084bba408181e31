/** trust-D23, D24, D26: guessing, links, cookies, origins, and headers that claim to be somebody. Over HTTP, as a stranger meets it. */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import WebSocket from 'ws'
import { contract } from '#contract/index.ts'
import {
  aMember,
  anOrganization,
  aPatient,
  aProduct,
  nextCode,
  patientSignedIn,
  PUBLIC_URL,
  signedIn,
  type Answer,
} from './a-product.ts'
import { proceduresOf } from './described-routes.ts'
import { AUC_MAX, toldApart } from './sweep/told-apart.ts'

// The test plays the proxy, so that each request may come from a source of its own.
const product = await aProduct({ trustedProxies: ['127.0.0.1'] })
const { call, send, clock, mails, runJobs, look } = product
const clinic = await anOrganization(product)
const administrator = await aMember(product, clinic, 'administrator')
const patient = await aPatient(product, clinic)

let sources = 0
const from = (source = `10.0.${(sources += 1) >> 8}.${sources & 255}`) => ({ headers: { 'x-forwarded-for': source } })
const later = (seconds: number) => void (clock.now = new Date(clock.now.getTime() + seconds * 1000))
/** What of an answer a stranger can compare: everything but the id of the request. */
const bytes = ({ status, text }: Answer) => ({ status, text: text.replace(/[0-9a-f-]{36}/g, 'id') })
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

test('trust-D23 known and unknown get the same bytes: password, new password, code, and code with birth date', async () => {
  const nobody = `nobody-${randomUUID()}@clinic.example`
  const pairs: [string, (email: string) => object, string, string][] = [
    [
      'signIn.password',
      (email) => ({ email, password: 'wrong', organization: clinic.slug }),
      administrator.email,
      nobody,
    ],
    ['signIn.requestReset', (email) => ({ email }), administrator.email, nobody],
    ['signIn.requestCode', (contact) => ({ contact, organization: clinic.slug }), patient.email, nobody],
    [
      'signIn.verifyCode',
      (contact) => ({ contact, code: '000000', birthDate: '1980-05-06', organization: clinic.slug }),
      patient.email,
      nobody,
    ],
  ]
  for (const [procedure, input, known, unknown] of pairs) {
    const [one, other] = [await call(procedure, input(known), from()), await call(procedure, input(unknown), from())]
    expect({ procedure, ...bytes(one) }).toEqual({ procedure, ...bytes(other) })
  }
})

/** People as many as tries, made as they are needed; each is asked about a few times, so that no limit of his is met. */
function each<T>(times: number, make: () => Promise<T> | T): (n: number) => Promise<T> {
  const made: Promise<T>[] = []
  return (n) => (made[Math.floor(n / times)] ??= Promise.resolve(make()))
}
const aStranger = () => `nobody-${randomUUID()}@clinic.example`
const WRONG_CODE = { code: '000000', birthDate: '1980-05-06' }

const TELLING_MAX_MS = 400_000

test.each<
  [
    string,
    {
      tries: number
      warmUp?: number
      times: number
      known: () => Promise<string>
      ask: (address: string) => Promise<Answer>
    },
  ]
>([
  [
    'password',
    {
      // Each costs one Argon2id.
      tries: 24,
      warmUp: 2,
      times: 4,
      known: async () => (await aMember(product, clinic)).email,
      ask: (email) => call('signIn.password', { email, password: 'wrong', organization: clinic.slug }, from()),
    },
  ],
  [
    'new password',
    {
      tries: 100,
      times: 2,
      known: async () => (await aMember(product, clinic)).email,
      ask: (email) => call('signIn.requestReset', { email }, from()),
    },
  ],
  [
    'code',
    {
      tries: 100,
      times: 2,
      known: async () => (await aPatient(product, clinic)).email,
      ask: (contact) => call('signIn.requestCode', { contact, organization: clinic.slug }, from()),
    },
  ],
  [
    'code with birth date',
    {
      tries: 100,
      times: 2,
      known: async () => (await aPatient(product, clinic)).email,
      ask: (contact) => call('signIn.verifyCode', { contact, ...WRONG_CODE, organization: clinic.slug }, from()),
    },
  ],
])(
  'trust-D23 by the time of %s nobody can tell whether there is such a person',
  { timeout: TELLING_MAX_MS },
  async (_, { tries, warmUp, times, known, ask }) => {
    const [somebody, nobody] = [each(times, known), each(times, aStranger)]
    const rounds = await toldApart({
      tries,
      warmUp,
      ready: (n) => Promise.all([somebody(n), nobody(n)]),
      one: async (n) => ask(await somebody(n)),
      other: async (n) => ask(await nobody(n)),
    })
    expect(Math.min(...rounds), rounds.join()).toBeLessThan(AUC_MAX)
  },
)

test('trust-D23 one password tried on many accounts from one source is slowed down; another source is not', async () => {
  const source = '198.51.100.7'
  const codes: (string | undefined)[] = []
  for (let n = 0; n < 34; n++) {
    const contact = `someone-${n}@example.org`
    const input = { contact, code: '123456', birthDate: '1990-01-01', organization: clinic.slug }
    codes.push((await call('signIn.verifyCode', input, from(source))).code)
  }
  expect(codes.slice(0, 30)).toEqual(Array(30).fill('WRONG_CODE'))
  expect(codes.slice(31)).toEqual(Array(3).fill('SLOW_DOWN'))
  const input = { contact: 'someone@example.org', code: '123456', birthDate: '1990-01-01', organization: clinic.slug }
  expect((await call('signIn.verifyCode', input, from())).code).toBe('WRONG_CODE')
})

test('trust-D23 five wrong second factors end the half session', async () => {
  const member = await aMember(product, clinic)
  const { token } = await call('signIn.password', { email: member.email, password: member.password }, from())
  const codes = []
  for (let n = 0; n < 6; n++) codes.push((await call('signIn.totp', { code: '000000' }, { token, ...from() })).code)
  expect(codes.slice(0, 5)).toEqual(Array(5).fill('WRONG_CODE'))
  later(60)
  expect((await call('signIn.totp', { code: nextCode(product, member) }, { token, ...from() })).status).not.toBe(200)
})

test('trust-D24 nothing changes by GET: a procedure that is not for reading answers no GET, at either door', async () => {
  const token = await signedIn(product, administrator)
  const writes = [...proceduresOf(contract)].flatMap(([name]) => {
    const path = name.split('.')
    return routeOf(path).method === 'GET' ? [] : [path]
  })
  expect(writes.length).toBeGreaterThan(50)
  for (const path of writes) {
    const { status } = await send(
      'GET',
      `/rpc/${path.join('/')}?data=${encodeURIComponent('{"json":{}}')}`,
      undefined,
      { token },
    )
    expect({ path: path.join('.'), status: status === 404 || status === 405 }).toEqual({
      path: path.join('.'),
      status: true,
    })
  }
  expect((await call('session.devices', undefined, { token })).status).toBe(200)
})

test('trust-D24 an invitation is good once, for 72 hours, for its own e-mail, and looking at it changes nothing', async () => {
  const token = await signedIn(product, administrator)
  const email = `colleague-${randomUUID().slice(0, 8)}@clinic.example`
  const invited = await call('staff.invite', { ...aProfile, email }, { token })
  await runJobs()
  const link = linkIn(mails.findLast(({ address }) => address === email)?.body)
  for (let n = 0; n < 3; n++) expect((await call('invitation.look', { token: link })).json).toMatchObject({ email })
  const weak = await call('invitation.accept', { token: link, password: 'harborclinic1' })
  expect(weak.json).toMatchObject({
    code: 'INVALID_INPUT',
    data: { field: 'password', detail: { reason: 'own-words' } },
  })
  expect((await call('invitation.accept', { token: link, password: 'two quiet lighthouses' })).status).toBe(200)
  expect(await call('invitation.look', { token: link })).toMatchObject({ status: 410, code: 'LINK_USED' })
  expect(await call('invitation.accept', { token: link, password: 'two quiet lighthouses' })).toMatchObject({
    status: 410,
  })
  const [member] = await look<{ state: string }>(`select state from staff_member where id = $1`, [
    (invited.json as { staffId: string }).staffId,
  ])
  expect(member?.state).toBe('active')

  const late = `late-${randomUUID().slice(0, 8)}@clinic.example`
  await call('staff.invite', { ...aProfile, email: late }, { token })
  await runJobs()
  const lateLink = linkIn(mails.findLast(({ address }) => address === late)?.body)
  later(72 * 3600)
  expect(await call('invitation.look', { token: lateLink })).toMatchObject({ status: 410, code: 'LINK_USED' })
})

test('trust-D24 two who open one invitation at the same moment make one member', async () => {
  const token = await signedIn(product, administrator)
  const email = `twice-${randomUUID().slice(0, 8)}@clinic.example`
  await call('staff.invite', { ...aProfile, email }, { token })
  await runJobs()
  const link = linkIn(mails.findLast(({ address }) => address === email)?.body)
  const both = await Promise.all(
    ['two quiet lighthouses', 'three loud lighthouses'].map((password) =>
      call('invitation.accept', { token: link, password }),
    ),
  )
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(await look(`select 1 from auth.account where email = $1`, [email])).toHaveLength(1)
})

test('trust-D24 an invitation never takes an account over: whoever has one proves it, and keeps password and second factor', async () => {
  const elsewhere = await anOrganization(product)
  const owner = await aMember(product, elsewhere)
  const token = await signedIn(product, administrator)
  const before = await look(`select password_hash, totp_sealed from auth.account where email = $1`, [owner.email])
  expect((await call('staff.invite', { ...aProfile, email: owner.email }, { token })).status).toBe(200)
  await runJobs()
  const link = linkIn(mails.findLast(({ address }) => address === owner.email)?.body)
  expect(await call('invitation.accept', { token: link, password: 'a password of my own' })).toMatchObject({
    code: 'WRONG_CREDENTIALS',
  })
  const joined = await call('invitation.accept', { token: link, password: owner.password })
  expect(joined.json).toEqual({ step: { next: 'second-factor', ways: ['totp'] } })
  expect(await look(`select password_hash, totp_sealed from auth.account where email = $1`, [owner.email])).toEqual(
    before,
  )
})

test('trust-D24 an empty, null or foreign token matches nothing', async () => {
  const wrong = [
    '',
    null,
    undefined,
    'null',
    '0'.repeat(43),
    `${clinic.organizationId.replaceAll('-', '')}.${'A'.repeat(43)}`,
  ]
  for (const token of wrong) {
    for (const procedure of ['invitation.look', 'setup.look']) {
      expect([410, 422]).toContain((await call(procedure, { token })).status)
    }
    expect([410, 422]).toContain((await call('signIn.reset', { token, password: 'two quiet lighthouses' })).status)
    expect((await call('session.devices', undefined, { token: String(token) })).status).toBe(401)
  }
})

test('trust-D24 the cookie is __Host-, HttpOnly, Secure and Lax, new at each level, and the old one is worth nothing', async () => {
  const member = await aMember(product, clinic)
  const half = await call('signIn.password', { email: member.email, password: member.password }, from())
  const full = await call('signIn.totp', { code: nextCode(product, member) }, { token: half.token })
  const fresh = await call('stepUp.confirm', { way: 'totp', code: nextCode(product, member) }, { token: full.token })
  for (const { headers } of [half, full, fresh])
    expect(headers.getSetCookie()[0]).toMatch(/^__Host-bedside=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
  expect(new Set([half.token, full.token, fresh.token]).size).toBe(3)
  for (const token of [half.token, full.token])
    expect((await call('session.devices', undefined, { token })).status).toBe(401)
  expect((await call('session.devices', undefined, { token: fresh.token })).status).toBe(200)

  const out = await call('session.signOut', undefined, { token: fresh.token })
  expect(out.headers.get('clear-site-data')).toBe('"cache", "storage"')
  expect(out.headers.getSetCookie()[0]).toContain('Max-Age=0')
  expect((await call('session.devices', undefined, { token: fresh.token })).status).toBe(401)
})

test.each([
  ['a foreign origin', { origin: 'https://evil.example' }],
  ['an opaque origin', { origin: 'null' }],
  ['no origin at all', { origin: null }],
  ['a form post', { origin: 'https://evil.example', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
  ['a text/plain post', { origin: 'https://evil.example', headers: { 'content-type': 'text/plain' } }],
  ['a neighbour under the same site', { origin: 'https://other.bedside.example' }],
  // A browser sends it by itself to a house behind a proxy that asks for a password.
  [
    'a foreign origin and an authorization',
    { origin: 'https://evil.example', headers: { authorization: 'Basic eDp5' } },
  ],
])('trust-D24 a write with a cookie and %s is refused, at every door', async (_, asking) => {
  const token = await aPatientsToken()
  for (const path of ['/rpc/session/signOutEverywhere', '/api/session/sign-out-everywhere', '/files']) {
    const answer = await send('POST', path, '{"json":{}}', { token, ...asking })
    expect({ path, status: answer.status }).toEqual({ path, status: 403 })
  }
  expect((await call('session.devices', undefined, { token })).status).toBe(200)
})

test('trust-D24 a socket from a foreign origin is refused, with and without a cookie', async () => {
  const token = await aPatientsToken()
  const upgrade = (origin: string | undefined, cookie?: string) =>
    new Promise<number>((resolve, reject) => {
      const socket = new WebSocket(`${product.url.replace('http', 'ws')}/realtime`, {
        headers: { ...(origin ? { origin } : {}), ...(cookie ? { cookie } : {}) },
      })
      socket.once('open', () => {
        socket.terminate()
        resolve(101)
      })
      socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
      socket.once('error', reject)
    })
  const cookie = `__Host-bedside=${token}`
  expect(await upgrade('https://evil.example', cookie)).toBe(403)
  expect(await upgrade('https://evil.example')).toBe(403)
  expect(await upgrade(undefined, cookie)).toBe(403)
  expect(await upgrade(PUBLIC_URL, cookie)).toBe(101)
})

test('trust-D26 who somebody is never comes from a body or from a header of their own', async () => {
  const token = await aPatientsToken()
  const claims = {
    accountId: administrator.accountId,
    staffId: administrator.staffId,
    role: 'administrator',
    organizationId: clinic.organizationId,
  }
  const headers = {
    'x-remote-user': administrator.email,
    'x-forwarded-user': administrator.email,
    authorization: 'Bearer administrator',
  }
  expect((await call('session.get', claims, { headers })).json).toMatchObject({ level: 'none', person: null })
  expect((await call('session.get', claims, { token, headers })).json).toMatchObject({ person: { role: 'patient' } })
  expect((await call('staff.list', claims, { token, headers })).code).toBe('NOT_ALLOWED')
  const signIn = await call(
    'signIn.password',
    { ...claims, email: administrator.email, password: 'wrong' },
    { ...from() },
  )
  expect(signIn.code).toBe('WRONG_CREDENTIALS')
})

/** Somebody with a whole session and little to lose. */
const aPatientsToken = async () => patientSignedIn(product, await aPatient(product, clinic), clinic.slug)

function routeOf(path: readonly string[]): { method: string } {
  let part: unknown = contract
  for (const name of path) part = (part as Record<string, unknown>)[name]
  return { method: (part as { '~orpc': { route: { method?: string } } })['~orpc'].route.method ?? 'POST' }
}
