/**
 * The signature of a text message carrier's webhook: HMAC-SHA1, in base64, over the exact public address and, in the order of their
 * names, every form field as name and value without anything between. A field that stands several times counts each value once.
 *
 * Source: https://www.twilio.com/docs/usage/security#validating-requests. The form has no time; a repeat is found by its id.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

export type FormField = readonly [name: string, value: string]

export function carrierSignature(secret: string, url: string, fields: readonly FormField[]): string {
  const byName = new Map<string, Set<string>>()
  for (const [name, value] of fields) byName.set(name, (byName.get(name) ?? new Set()).add(value))
  const hmac = createHmac('sha1', secret).update(url)
  for (const name of [...byName.keys()].toSorted(byCodeUnit))
    for (const value of [...(byName.get(name) ?? [])].toSorted(byCodeUnit)) hmac.update(name).update(value)
  return hmac.digest('base64')
}

/** Whether the signature is right. Takes as long whatever it is. */
export function isCarrierSignature(
  signature: string,
  secret: string,
  url: string,
  fields: readonly FormField[],
): boolean {
  const expected = Buffer.from(carrierSignature(secret, url, fields))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

const byCodeUnit = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
