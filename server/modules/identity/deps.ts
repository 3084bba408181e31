/** What signing in needs of the house, and what it knows of one request. */
import type { Database } from '#server/platform/database.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import type { RouteContext } from '#server/platform/route-context.ts'
import type { Keys } from '#server/platform/seal.ts'
import type { Caller, Request } from './caller.ts'
import { readDevice, type Device } from './device.ts'

/** Under which address people reach us; passkeys are bound to it exactly. */
export type PublicSite = {
  /** What an authenticator app calls us. */
  name: string
  /** Without a slash at the end; links in mails begin with it. */
  url: string
  origins: readonly string[]
  rpId: string
  isSecure: boolean
}

/** One request at the door. */
export type Door = {
  db: Database
  jobs: Jobs
  keys: Keys
  site: PublicSite
  now: Date
  request: Request
  device: Device
}

export type IdentityRoute = RouteContext<Caller | null>

export function doorOf(route: IdentityRoute): Door {
  const { db, jobs, keys, publicUrl, context, http } = route
  const site = publicSite(publicUrl)
  return {
    db,
    jobs,
    keys,
    site,
    now: route.now(),
    request: { requestId: context.requestId, route: context.route, sourceAddress: context.sourceAddress },
    device: readDevice(http.header('user-agent'), site.isSecure),
  }
}

export function publicSite(url: string): PublicSite {
  const { origin, protocol, hostname } = new URL(url)
  return { name: 'Bedside', url: origin, origins: [origin], rpId: hostname, isSecure: protocol === 'https:' }
}
