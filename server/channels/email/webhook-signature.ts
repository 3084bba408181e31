/**
 * The Standard Webhooks form: `webhook-id`, `webhook-timestamp` and `webhook-signature` (`v1,<base64>`, several apart by blanks), an
 * HMAC-SHA256 over `id.timestamp.body` of the bytes as they came. A secret is written `whsec_<base64>`.
 *
 * Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

export const SIGNED_HEADERS = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const

export type SignedHeaders = { id: string; timestamp: string; signatures: Buffer[] }

/** How far the sender's clock may be from ours, to either side, in seconds (trust-D55). */
export const WINDOW_SECONDS = 300
/** Bytes of a new secret; the form allows 24 to 64. */
export const SECRET_BYTES = 32
const PREFIX = 'whsec_'
const SIGNATURE_BYTES = 32
/** More would make us compute for strangers. */
const SIGNATURES_MAX = 10

/** @returns undefined when a header is missing or malformed, or the time is not now. */
export function readSignedHeaders(header: (name: string) => string | undefined, now: Date): SignedHeaders | undefined {
  const [id = '', timestamp = '', signed = ''] = SIGNED_HEADERS.map(header)
  if (!/^[\x21-\x7e]{1,200}$/.test(id) || !/^\d{1,12}$/.test(timestamp)) return undefined
  if (Math.abs(now.getTime() / 1_000 - Number(timestamp)) > WINDOW_SECONDS) return undefined
  const signatures = signed
    .split(' ', SIGNATURES_MAX)
    .filter((each) => each.startsWith('v1,'))
    .map((each) => Buffer.from(each.slice(3), 'base64'))
    .filter(({ length }) => length === SIGNATURE_BYTES)
  return signatures.length > 0 ? { id, timestamp, signatures } : undefined
}

/** Whether one of the signatures is by one of the secrets. Takes as long whichever it is. */
export function isSignedBy(
  secrets: readonly Buffer[],
  { id, timestamp, signatures }: SignedHeaders,
  body: Buffer,
): boolean {
  let isSigned = false
  for (const secret of secrets) {
    const expected = sign(secret, id, timestamp, body)
    for (const signature of signatures) if (timingSafeEqual(signature, expected)) isSigned = true
  }
  return isSigned
}

export const sign = (secret: Buffer, id: string, timestamp: string, body: Buffer): Buffer =>
  createHmac('sha256', secret).update(`${id}.${timestamp}.`).update(body).digest()

export const secretText = (secret: Buffer): string => `${PREFIX}${secret.toString('base64')}`
