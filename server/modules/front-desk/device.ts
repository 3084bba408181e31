/**
 * How a kiosk or a display is known: a link with a code that opens one browser once, and a cookie that this browser holds from then on.
 *
 * Both are random and name their organization, so that they are looked up under row security, as a visitor's secret is:
 * `<organization, 32 hex digits>.<43 characters>`. Only hashes are kept.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { Context } from '#server/platform/context.ts'
import { systemContext } from '#server/platform/context.ts'
import { refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { deviceOfSecret, exchangeCode, type Device, type DeviceKind } from './device-store.ts'

/** A link that nobody opened is good this long, in hours. */
export const LINK_HOURS = 24
/** A browser forgets the cookie after this time, in days; then the device needs a new link. */
const COOKIE_DAYS = 400

const SECRET = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\.[\w-]{43}$/

export const newSecret = (organizationId: string): string =>
  `${organizationId.replaceAll('-', '')}.${randomBytes(32).toString('base64url')}`

export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest()

const organizationOf = (secret: string): string | undefined => SECRET.exec(secret)?.slice(1, 6).join('-')

/** The code stands behind the #, so that it reaches no server log and no other site. */
export const linkTo = (publicUrl: string, kind: DeviceKind, code: string): string => `${publicUrl}/${kind}#${code}`

export type OpenDevice = Device & { context: Context }

/** The device whose cookie this is; else NOT_SIGNED_IN, for a wrong, an ended and a missing one alike. */
export async function deviceOf(route: RouteContext, kind: DeviceKind): Promise<OpenDevice> {
  const { requestId } = route.context
  const secret = readCookie(route.http.header('cookie'), kind)
  const organizationId = secret && organizationOf(secret)
  if (!secret || !organizationId) throw refusalError('NOT_SIGNED_IN', requestId)
  const context = systemContext(organizationId, requestId, 'front-desk.device')
  const device = await route.db.transaction(context, (tx) => deviceOfSecret(tx, hashSecret(secret), route.now()))
  if (device?.kind !== kind) throw refusalError('NOT_SIGNED_IN', requestId)
  const wait = route.rates.admit('device', `${organizationId}/${device.id}`, route.now())
  if (wait > 0) throw refusalError('SLOW_DOWN', requestId, { retryAfterSeconds: wait })
  return { ...device, context: contextOf(route, organizationId, device.id) }
}

/** @returns the kind of device that this browser is from now on; undefined when the code opens nothing. */
export async function openDevice(route: RouteContext, code: string): Promise<DeviceKind | undefined> {
  const organizationId = organizationOf(code)
  if (!organizationId) return undefined
  const secret = newSecret(organizationId)
  const context = systemContext(organizationId, route.context.requestId, 'front-desk.device')
  const device = await route.db.transaction(context, (tx) =>
    exchangeCode(tx, hashSecret(code), hashSecret(secret), route.now()),
  )
  if (!device) return undefined
  route.http.setHeader('set-cookie', cookieOf(device.kind, secret, route.publicUrl.startsWith('https:')))
  return device.kind
}

/** A device acts for whoever stands before it: the whole organization, since a turn joins what is there, and no labelled row. */
const contextOf = ({ context }: RouteContext, organizationId: string, deviceId: string): Context => ({
  ...systemContext(organizationId, context.requestId, context.route ?? 'front-desk.device'),
  labels: [],
  actor: { kind: 'client', id: deviceId },
  role: 'client',
  purpose: 'PATRQT',
  sourceAddress: context.sourceAddress,
})

/** Named by its kind, so that one browser may be both. `__Host-` where there is TLS, as the session cookie. */
const nameOf = (kind: DeviceKind, isSecure: boolean) => (isSecure ? `__Host-bedside-${kind}` : `bedside-plain-${kind}`)

const cookieOf = (kind: DeviceKind, secret: string, isSecure: boolean): string =>
  `${nameOf(kind, isSecure)}=${secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${COOKIE_DAYS * 86_400}${isSecure ? '; Secure' : ''}`

/** Bytes of a cookie header that are looked at. */
const HEADER_MAX = 8_192

function readCookie(header: string | undefined, kind: DeviceKind): string | undefined {
  const pairs = (header ?? '')
    .slice(0, HEADER_MAX)
    .split(';')
    .map((pair) => pair.trim())
  for (const isSecure of [true, false]) {
    const wanted = `${nameOf(kind, isSecure)}=`
    const found = pairs.filter((pair) => pair.startsWith(wanted))
    // Two of one name: somebody planted one. Neither is believed.
    if (found.length > 1) return undefined
    if (found[0]) return found[0].slice(wanted.length)
  }
  return undefined
}
