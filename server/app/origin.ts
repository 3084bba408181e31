/**
 * Whether a request was made by our own pages. A browser always says the origin of a write and of a socket; what says none is
 * another program, and that one may not lean on a cookie (trust-D24).
 */
export function originIsOurs(
  { origin, host, cookie }: { origin?: string; host?: string; cookie?: string },
  publicUrl: string,
): boolean {
  if (origin === undefined) return cookie === undefined
  if (origin === new URL(publicUrl).origin) return true
  // On loopback the product may be reached as localhost, 127.0.0.1 or [::1], whatever PUBLIC_URL says.
  try {
    const { hostname, host: originHost } = new URL(origin)
    return originHost === host && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  } catch {
    return false
  }
}
