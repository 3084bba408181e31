/**
 * Where a patient can be in the portal, and the address of each place. Pure.
 *
 * A small router of our own: with the library the desk uses, the first screen would weigh more than the 120 kB of
 * look.md. A place is a closed union, so that a link to a place that does not exist does not compile.
 */
export type Place =
  | { name: 'home' }
  | { name: 'messages' }
  | { name: 'new-message' }
  | { name: 'conversation'; conversationId: string }
  | { name: 'visits' }
  | { name: 'video'; roomId: string }
  | { name: 'calls' }
  | { name: 'details' }
  | { name: 'privacy' }
  | { name: 'consents' }
  | { name: 'access' }
  | { name: 'devices' }

/** The portal's own part of the address. */
export const PORTAL_PATH = '/portal'

const fixed: Record<Exclude<Place['name'], 'conversation' | 'video'>, string> = {
  home: '',
  messages: '/messages',
  'new-message': '/messages/new',
  visits: '/visits',
  calls: '/calls',
  details: '/details',
  privacy: '/privacy',
  consents: '/privacy/choices',
  access: '/privacy/who-looked',
  devices: '/privacy/devices',
}

/**
 * `patientId`: whose matters, when that is not the person who is signed in. `organization`: which one's door, where an installation
 * has several; it stays in the address, so that signing out leads back to the same door.
 */
export function addressOf(place: Place, patientId: string | null = null, organization: string | null = null): string {
  const path =
    place.name === 'conversation'
      ? `/messages/${encodeURIComponent(place.conversationId)}`
      : place.name === 'video'
        ? `/video/${encodeURIComponent(place.roomId)}`
        : fixed[place.name]
  const search = new URLSearchParams({
    ...(patientId && { for: patientId }),
    ...(organization && { at: organization }),
  })
  return `${PORTAL_PATH}${path || '/'}${search.size > 0 ? `?${search}` : ''}`
}

/** Null: there is no such place. */
export function placeAt(path: string): Place | null {
  if (path === '/') return { name: 'home' }
  if (path !== PORTAL_PATH && !path.startsWith(`${PORTAL_PATH}/`)) return null
  const within = path
    .slice(PORTAL_PATH.length)
    .replace(/\/+$/, '')
    .replace(/^\/index\.html$/, '')
  const known = Object.entries(fixed).find(([, fixedPath]) => fixedPath === within)
  if (known) return { name: known[0] } as Place
  const [, name, id] = /^\/(messages|video)\/([0-9a-f-]{36})$/i.exec(within) ?? []
  if (!id) return null
  return name === 'video' ? { name, roomId: id } : { name: 'conversation', conversationId: id }
}

export const patientAt = (search: string): string | null => new URLSearchParams(search).get('for')
export const organizationAt = (search: string): string | null => new URLSearchParams(search).get('at')
