/**
 * For tests: certificates of this run only, written by hand (RFC 5280, DER), so that whoever signs, the name and the time can each be wrong
 * alone.
 */
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'

export type Certificate = { cert: string; key: string }
export type Authority = Certificate & { name: string; privateKey: KeyObject }

const DAY_MS = 86_400_000

/** Good from yesterday until tomorrow, and signed by itself, where nothing else is said. */
export function aCertificate(
  name: string,
  { signedBy, from = -1, until = 1 }: { signedBy?: Authority; from?: number; until?: number } = {},
): Certificate {
  const { privateKey, spki } = aKey()
  return write({ name, privateKey, spki, signedBy, from, until, extensions: [hostName(name)] })
}

/** Somebody who vouches for others. */
export function anAuthority(): Authority {
  const name = 'An authority of this test'
  const { privateKey, spki } = aKey()
  const own = write({ name, privateKey, spki, signedBy: undefined, from: -1, until: 1, extensions: [vouchesForOthers] })
  return { ...own, name, privateKey }
}

/** From here on this process believes the authority, beside those it believes anyway. @returns how to stop. */
export function believe({ cert }: Authority): () => void {
  const before = getCACertificates('default')
  setDefaultCACertificates([...before, cert])
  return () => setDefaultCACertificates(before)
}

function aKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  return { privateKey, spki: publicKey.export({ type: 'spki', format: 'der' }) }
}

function write({
  name,
  privateKey,
  spki,
  signedBy,
  from,
  until,
  extensions,
}: {
  name: string
  privateKey: KeyObject
  spki: Buffer
  signedBy: Authority | undefined
  /** Days from now. */
  from: number
  until: number
  extensions: readonly Buffer[]
}): Certificate {
  const issuer = signedBy ?? { name, privateKey }
  const asked = sequence(
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.of(1)),
    ECDSA_SHA256,
    called(issuer.name),
    sequence(time(from), time(until)),
    called(name),
    spki,
    der(0xa3, sequence(...extensions)),
  )
  const signature = sign('sha256', asked, issuer.privateKey)
  const whole = sequence(asked, ECDSA_SHA256, der(0x03, Buffer.of(0), signature))
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${whole.toString('base64').replace(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

/** One value of DER: its tag, how long it is, in as few bytes as say it, and what is in it. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const inside = Buffer.concat(parts)
  const { length } = inside
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.of(tag, ...size), inside])
}
const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts)
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'))

const ECDSA_SHA256 = sequence(oid('2a8648ce3d040302'))
const called = (name: string): Buffer => sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(name)))))
const time = (days: number): Buffer =>
  der(0x17, Buffer.from(`${new Date(Date.now() + days * DAY_MS).toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)}Z`))
const hostName = (name: string): Buffer => sequence(oid('551d11'), der(0x04, sequence(der(0x82, Buffer.from(name)))))
const vouchesForOthers = sequence(
  oid('551d13'),
  der(0x01, Buffer.of(0xff)),
  der(0x04, sequence(der(0x01, Buffer.of(0xff)))),
)
