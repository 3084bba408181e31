import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCertificate, anAuthority, believe } from './a-certificate.ts'
import { exchangeHttp, isPublicUnicast, readHost, resolveOutbound } from './outbound.ts'

const NOTHING_LOCAL = { local: [] }
const lookupOf = (...addresses: string[]) => ({
  ...NOTHING_LOCAL,
  lookup: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
})

let listener: Server
let port: number
let hits = 0
beforeAll(async () => {
  listener = createServer((request, response) => {
    hits += 1
    if (request.url === '/away') response.writeHead(302, { location: `http://127.0.0.1:${port}/inside` })
    response.end('x'.repeat(request.url === '/large' ? 6_000_000 : 10))
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  port = (listener.address() as AddressInfo).port
})
afterAll(() => new Promise((resolve) => listener.close(resolve)))

test.each([
  '127.0.0.1',
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '169.254.169.254',
  '172.31.255.255',
  '192.168.1.1',
  '192.0.2.4',
  '198.18.3.4',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::127.0.0.1',
  '::8.8.8.8',
  '64:ff9b::7f00:1',
  'fc00::1',
  'fe80::1',
  'fe80::1%eth0',
  'ff02::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '3fff::1',
])('trust-D58 %s is not public unicast', (address) => {
  expect(isPublicUnicast(address)).toBe(false)
})

test.each(['8.8.8.8', '172.32.0.1', '192.0.1.1', '2606:4700::1111', '2a00:1450::1'])('trust-D58 %s is', (address) => {
  expect(isPublicUnicast(address)).toBe(true)
})

test.each([
  '0x7f000001',
  '0x7f.1',
  '017700000001',
  '0177.0.0.1',
  '2130706433',
  '127.1',
  '127.0.0.1.',
  '1.2.3.4.5',
  '1.2.3.256',
  '',
  'a b',
  'a/b',
  'x@y',
  '[::1',
  'a..b',
  '-a.example',
])('trust-D58 "%s" is no host to us, whatever a resolver makes of it', (host) => {
  expect(readHost(host)).toMatchObject({ ok: false, refusal: 'NOT_A_HOST' })
})

test('trust-D58 a name is good only if all its addresses are public, and it is connected to by the address that was checked', async () => {
  const mail = { host: 'mail.example.org.', port: 587 }
  expect(await resolveOutbound(mail, lookupOf('93.184.216.34', '10.0.0.1'))).toMatchObject({ refusal: 'NOT_PUBLIC' })
  expect(await resolveOutbound(mail, lookupOf())).toMatchObject({ refusal: 'NO_SUCH_HOST' })
  expect(await resolveOutbound({ ...mail, port: 22 }, lookupOf('93.184.216.34'))).toMatchObject({
    refusal: 'PORT_NOT_ALLOWED',
  })
  expect(await resolveOutbound(mail, lookupOf('93.184.216.34'))).toEqual({
    ok: true,
    value: { host: '93.184.216.34', port: 587, servername: 'mail.example.org', isLocal: false },
  })
})

test('trust-D58 what an operator names is reached, exactly that and nothing beside it', async () => {
  const rules = { local: ['relay.internal:25'], lookup: async () => [{ address: '10.0.0.25', family: 4 }] }
  expect(await resolveOutbound({ host: 'relay.internal', port: 25 }, rules)).toMatchObject({ ok: true })
  expect(await resolveOutbound({ host: 'relay.internal', port: 587 }, rules)).toMatchObject({ refusal: 'NOT_PUBLIC' })
  expect(await resolveOutbound({ host: 'other.internal', port: 25 }, rules)).toMatchObject({ refusal: 'NOT_PUBLIC' })
})

test('trust-D58 odd literals, private names, a resolver that changes its mind and a redirect never reach a local listener', async () => {
  const before = hits
  for (const host of [
    '127.0.0.1',
    'localhost',
    '0x7f.1',
    '2130706433',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::127.0.0.1]',
    '127.1',
  ]) {
    const answer = await exchangeHttp(new URL(`http://${host}:${port}/`), {}, NOTHING_LOCAL)
    expect(answer.ok, host).toBe(false)
  }
  expect(hits).toBe(before)

  // Public when asked the first time, loopback afterwards: nobody asks a second time.
  let asked = 0
  const changing = {
    local: [],
    lookup: async () => [{ address: asked++ === 0 ? '93.184.216.34' : '127.0.0.1', family: 4 }],
  }
  const resolved = await resolveOutbound({ host: 'rebind.example', port: 443 }, changing)
  expect(resolved).toMatchObject({ ok: true, value: { host: '93.184.216.34' } })
  expect(asked).toBe(1)

  const local = { local: ['localhost:*'] }
  const away = await exchangeHttp(new URL(`http://localhost:${port}/away`), {}, local)
  expect(away).toMatchObject({ ok: true, value: { status: 302 } })
  expect(hits).toBe(before + 1)
  expect(await exchangeHttp(new URL(`http://localhost:${port}/large`), {}, local)).toMatchObject({
    refusal: 'TOO_LARGE',
  })
})

const authority = anAuthority()

test.each([
  ['that is good', aCertificate('localhost', { signedBy: authority }), true],
  ['that nobody vouches for', aCertificate('localhost'), false],
  ['that has expired', aCertificate('localhost', { signedBy: authority, from: -3, until: -1 }), false],
  ['that is not good yet', aCertificate('localhost', { signedBy: authority, from: 1, until: 3 }), false],
  ['of another host', aCertificate('carrier.example', { signedBy: authority }), false],
])('trust-D47 a certificate %s: the request leaves only where it proves the host', async (_, certificate, isGood) => {
  const asked: string[] = []
  const server = createTlsServer(certificate, (request, response) => {
    asked.push(request.url ?? '')
    response.end('yes')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const disbelieve = believe(authority)
  try {
    const url = new URL(`https://localhost:${(server.address() as AddressInfo).port}/secret`)
    const answer = await exchangeHttp(url, {}, { local: ['localhost:*'] })
    expect(answer).toMatchObject(isGood ? { ok: true, value: { status: 200 } } : { refusal: 'NOT_CONNECTED' })
    expect(asked).toEqual(isGood ? ['/secret'] : [])
  } finally {
    disbelieve()
    await new Promise((resolve) => server.close(resolve))
  }
})

/** Where a client of the outside may be made, and why. */
const CLIENTS: Record<string, string> = {
  'server/platform/outbound.ts': 'the connector itself',
  'server/platform/file-check.ts': "the operator's own scanner, named in the environment",
  'server/platform/embedded-postgres.ts': 'our own database',
  'server/platform/postgres-process.ts': 'our own database',
  'server/channels/email/imap-reader.ts': 'connects to what the connector resolved',
  'server/channels/email/send-mail.ts': 'connects to what the connector resolved',
}

test('trust-D58 no other file of the server makes a client of the outside', async () => {
  const files = (await readdir('server', { recursive: true })).filter(
    (name) => /(?<!\.test)\.ts$/.test(name) && !/\ba-(product|database-line)\.ts$|\btesting\b/.test(name),
  )
  const makers: string[] = []
  for (const name of files) {
    const text = await readFile(join('server', name), 'utf8')
    const makes =
      /\bfetch\(|import \{[^}]*\b(connect|createConnection|Socket)\b[^}]*\} from 'node:(net|tls)'/.test(text) ||
      /import \{[^}]*\b(request|get)\b[^}]*\} from 'node:https?'/.test(text) ||
      /from '(imapflow|undici|axios)'|createTransport\((?!\{ streamTransport)/.test(text)
    if (makes) makers.push(`server/${name}`)
  }
  expect(makers.filter((name) => !CLIENTS[name])).toEqual([])
})
