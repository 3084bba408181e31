/**
 * Who a host site says its visitor is: a JSON Web Token signed with the widget's own secret (RFC 7519, HS256), made by the
 * host's server for a person who is signed in there. It gives `matched` and no more (desk-D65). Pure.
 *
 *   header   { "alg": "HS256", "typ": "JWT" }
 *   payload  { "email": "ana@example.org", "exp": 1767225600, "aud": "<widget key>" }   or "phone_number" in place of "email"
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** Characters of a token. */
const TOKEN_MAX = 2_000
/** A token is made when the page is shown; one that lasts longer than this is refused, in seconds. */
const LASTS_MAX_S = 24 * 3_600
/** How far the clocks of two servers may differ, in seconds. */
const CLOCK_OFF_S = 60

type Claims = { email?: unknown; phone_number?: unknown; exp?: unknown; aud?: unknown }

/** @returns the address or number as the host wrote it; undefined for a token that is wrong, over, or meant for another widget. */
export function readIdentityToken(
  token: string,
  { secret, widgetKey, now }: { secret: string; widgetKey: string; now: Date },
): string | undefined {
  const [header, payload, signature, more] = token.length <= TOKEN_MAX ? token.split('.') : []
  if (!header || !payload || !signature || more !== undefined) return undefined
  const expected = createHmac('sha256', secret).update(`${header}.${payload}`).digest()
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  // Only the one algorithm: what a token says of itself decides nothing else.
  if ((parsed(header) as { alg?: unknown } | undefined)?.alg !== 'HS256') return undefined

  const claims = parsed(payload) as Claims | undefined
  const nowS = now.getTime() / 1000
  if (typeof claims?.exp !== 'number' || claims.exp < nowS - CLOCK_OFF_S || claims.exp > nowS + LASTS_MAX_S)
    return undefined
  if (claims.aud !== widgetKey) return undefined
  const contact = claims.email ?? claims.phone_number
  return typeof contact === 'string' ? contact : undefined
}

function parsed(part: string): unknown {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
