/**
 * The one way out of the house: SMTP, IMAP and HTTP connections begin here (trust-D58).
 *
 * A name is resolved once, every answer must be a public unicast address, and the connection goes to the address that was
 * checked: a name server that changes its mind finds nobody asking again. TLS still proves the name. An answer of HTTP is taken
 * as it is: a redirect is an answer, not an order.
 *
 * What an operator runs inside its own network is named in OUTBOUND_LOCAL as `host:port`; the exception is for exactly that.
 */
import { lookup as lookupByDns } from 'node:dns/promises'
import { request as requestPlain } from 'node:http'
import { request as requestTls } from 'node:https'
import { BlockList, isIP } from 'node:net'
import { refuse, ok, type Result } from './result.ts'

export type OutboundRefusal = 'NOT_A_HOST' | 'NOT_PUBLIC' | 'PORT_NOT_ALLOWED' | 'NO_SUCH_HOST'

export type OutboundRules = {
  /** `host:port` pairs that may be reached though they are not public; `localhost:*` opens loopback, for development and tests. */
  local: readonly string[]
  lookup?: (host: string) => Promise<readonly { address: string; family: number }[]>
}

/** Where to connect, and the name that the other side must prove. `host` is an address, so that nothing is resolved again. */
export type Outbound = { host: string; port: number; servername: string; isLocal: boolean }

/** SMTP, submission, IMAP, HTTP: nothing else is spoken to the outside. */
const PORTS = new Set([25, 80, 143, 443, 465, 587, 993, 2525, 8443])
/** Names longer than this are no host names (RFC 1035). */
const HOST_MAX = 253

/** Says whether a host may be named in settings at all: the part of the check that asks nobody. */
export function readHost(text: string): Result<string, 'NOT_A_HOST'> {
  const host = text.toLowerCase().replace(/^\[(.*)\]$/, '$1')
  if (isIP(host) === 6) return ok(host)
  const name = host.replace(/\.$/, '')
  const labels = name.split('.')
  const last = labels.at(-1) ?? ''
  // Whatever ends in a number is an address to some resolver: 0x7f.1, 017700000001, 2130706433. Only four decimal parts are one to us.
  if (/^(\d+|0x[\da-f]*)$/.test(last)) return isIP(name) === 4 && name === host ? ok(name) : refuse('NOT_A_HOST')
  const isName =
    name.length <= HOST_MAX && labels.every((label) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label))
  return isName ? ok(name) : refuse('NOT_A_HOST')
}

/** Resolves once and decides. The same at saving a setting and at connecting. */
export async function resolveOutbound(
  destination: { host: string; port: number },
  rules: OutboundRules,
): Promise<Result<Outbound, OutboundRefusal>> {
  const read = readHost(destination.host)
  if (!read.ok) return read
  const host = read.value
  const { port } = destination
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return refuse('PORT_NOT_ALLOWED')

  const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await resolve(host, rules)
  const [first] = found
  if (!first) return refuse('NO_SUCH_HOST')
  const isNamed = rules.local.includes(`${host}:${port}`)
  const isLoopback = rules.local.includes('localhost:*') && found.every(({ address }) => isLoopbackAddress(address))
  const outbound = { host: first.address, port, servername: host }
  if (isNamed || isLoopback) return ok({ ...outbound, isLocal: true })
  if (!PORTS.has(port)) return refuse('PORT_NOT_ALLOWED')
  if (!found.every(({ address }) => isPublicUnicast(address))) return refuse('NOT_PUBLIC')
  return ok({ ...outbound, isLocal: false })
}

async function resolve(
  host: string,
  { lookup }: OutboundRules,
): Promise<readonly { address: string; family: number }[]> {
  const ask = lookup ?? ((name: string) => lookupByDns(name, { all: true, verbatim: false }))
  return ask(host).catch(() => [])
}

/** Not for the public: this network, private, shared, link-local, documentation, benchmarks, multicast, reserved (IANA registries). */
const reserved = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  reserved.addSubnet(net, bits, 'ipv4')
// Of IPv6 only global unicast is open, without the ranges that hide an IPv4 address (Teredo, 6to4) or are for papers.
const globalUnicast = new BlockList()
globalUnicast.addSubnet('2000::', 3, 'ipv6')
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  reserved.addSubnet(net, bits, 'ipv6')

export function isPublicUnicast(address: string): boolean {
  if (isIP(address) === 4) return !reserved.check(address, 'ipv4')
  return (
    isIP(address) === 6 &&
    !address.includes('%') &&
    globalUnicast.check(address, 'ipv6') &&
    !reserved.check(address, 'ipv6')
  )
}

const isLoopbackAddress = (address: string): boolean => address === '::1' || /^127\.\d+\.\d+\.\d+$/.test(address)

export type HttpAnswer = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }
/** `NOT_CONNECTED`: the other side has not had a byte of the request; after `NO_ANSWER` it may have all of it. */
export type HttpRefusal = OutboundRefusal | 'TOO_LARGE' | 'NOT_CONNECTED' | 'NO_ANSWER'

/** Bytes of an answer, and time for the whole exchange in milliseconds. */
const ANSWER_MAX_BYTES = 5_000_000
const EXCHANGE_MS = 10_000

/** One HTTP exchange. Nothing of another exchange (cookie, credential, connection) is carried along. */
export async function exchangeHttp(
  url: URL,
  {
    method = 'GET',
    headers = {},
    body,
    signal,
  }: {
    method?: string
    headers?: Record<string, string>
    body?: string | Buffer
    /** Whoever asks may give up earlier. */
    signal?: AbortSignal | undefined
  },
  rules: OutboundRules,
): Promise<Result<HttpAnswer, HttpRefusal>> {
  const isTls = url.protocol === 'https:'
  if ((!isTls && url.protocol !== 'http:') || url.username || url.password) return refuse('NOT_A_HOST')
  const outbound = await resolveOutbound({ host: url.hostname, port: Number(url.port) || (isTls ? 443 : 80) }, rules)
  if (!outbound.ok) return outbound
  const { host, port, servername } = outbound.value

  return new Promise((done) => {
    const latest = AbortSignal.timeout(EXCHANGE_MS)
    const deadline = signal ? AbortSignal.any([latest, signal]) : latest
    const request = (isTls ? requestTls : requestPlain)({
      host,
      port,
      method,
      path: `${url.pathname}${url.search}`,
      headers: { ...headers, host: url.host },
      agent: false,
      signal: deadline,
      ...(isTls && !isIP(servername) ? { servername } : {}),
    })
    let isConnected = false
    request.on('socket', (socket) => socket.once(isTls ? 'secureConnect' : 'connect', () => (isConnected = true)))
    request.on('error', () => done(refuse(isConnected ? 'NO_ANSWER' : 'NOT_CONNECTED')))
    request.on('response', (response) => {
      const parts: Buffer[] = []
      let size = 0
      response.on('data', (part: Buffer) => {
        size += part.length
        parts.push(part)
        if (size <= ANSWER_MAX_BYTES) return
        done(refuse('TOO_LARGE'))
        request.destroy()
      })
      response.on('error', () => done(refuse('NO_ANSWER')))
      response.on('end', () =>
        done(ok({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) })),
      )
    })
    request.end(body)
  })
}
