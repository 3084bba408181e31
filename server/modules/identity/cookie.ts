/** The session cookie. `__Host-`: only this host, only over TLS, never set by a neighbour (trust-D24). */

/** On plain http (loopback, for development) browsers take no `__Host-` cookie, so it has another name and stays apart. */
const nameOf = (isSecure: boolean) => (isSecure ? '__Host-bedside' : 'bedside-plain')

export const sessionCookie = (token: string, isSecure: boolean): string =>
  `${nameOf(isSecure)}=${token}; Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`

export const endedCookie = (isSecure: boolean): string => `${sessionCookie('', isSecure)}; Max-Age=0`

/** Bytes of a cookie header that are looked at. */
const HEADER_MAX = 8_192

/** @returns the token as resolveCaller takes it: one of the plain name is marked, since it is good for less. */
export function sessionTokenOf(header: string | undefined): string | null {
  const pairs = (header ?? '')
    .slice(0, HEADER_MAX)
    .split(';')
    .map((pair) => pair.trim())
  for (const [isSecure, mark] of [
    [true, ''],
    [false, 'plain:'],
  ] as const) {
    const wanted = `${nameOf(isSecure)}=`
    const found = pairs.filter((pair) => pair.startsWith(wanted))
    // Two of one name: somebody planted one. Neither is believed.
    if (found.length > 1) return null
    if (found[0]) return mark + found[0].slice(wanted.length)
  }
  return null
}
