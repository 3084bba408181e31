/**
 * Where a carrier fetches a picture that goes along with a text of ours: an address that nobody can guess, for one picture of one
 * delivery, until a moment (decision 0115). Carriers fetch it without a sign-in, within seconds.
 */
import { timingSafeEqual } from 'node:crypto'
import type { Keys } from '#server/platform/seal.ts'
import { endpointOf, readEndpoint } from '../hook-endpoint.ts'

/** Each try of a delivery makes an address of its own. */
const ADDRESS_LIVES_MS = 3_600_000

export type Picture = { organizationId: string; attachmentId: string; deliveryId: string }

/** @returns path and query. */
export function pictureAddress(keys: Keys, picture: Picture, now: Date): string {
  const until = now.getTime() + ADDRESS_LIVES_MS
  const { organizationId, attachmentId, deliveryId } = picture
  const endpoint = endpointOf(organizationId, attachmentId)
  return `/hooks/sms-pictures/${endpoint}?delivery=${deliveryId}&until=${until}&key=${keyOf(keys, picture, until).toString('base64url')}`
}

/** @returns undefined alike for an address that was changed, is over, or never was ours. */
export function readPictureAddress(
  keys: Keys,
  { endpoint, deliveryId, until, key }: { endpoint: string; deliveryId: string; until: string; key: string },
  now: Date,
): Picture | undefined {
  const { organizationId, id: attachmentId } = readEndpoint(endpoint)
  const picture = { organizationId, attachmentId, deliveryId }
  if (!/^\d{13}$/.test(until) || !UUID.test(deliveryId)) return undefined
  const given = Buffer.from(key, 'base64url')
  const right = keyOf(keys, picture, Number(until))
  const isOurs = given.length === right.length && timingSafeEqual(given, right)
  return isOurs && Number(until) > now.getTime() ? picture : undefined
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const keyOf = (keys: Keys, { organizationId, attachmentId, deliveryId }: Picture, until: number): Buffer =>
  keys.digest('sms-picture', `${organizationId}/${attachmentId}/${deliveryId}/${until}`)
