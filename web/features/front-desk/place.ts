/**
 * Which site and which counter or room this device stands at, chosen once.
 *
 * It is nobody's secret and outlasts a sign-out, which empties the browser's storage; so it is a cookie, and for the pages of the desk
 * only.
 */
export type Place = { siteId: string; room: string }

const NAME = 'front-desk-place'
const KEPT_SECONDS = 400 * 86_400

export function placeIn(cookies: string): Place | null {
  const text = cookies
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${NAME}=`))
    ?.slice(NAME.length + 1)
  const [siteId = '', room = ''] = (text ?? '').split('~').map(decoded)
  return /^[0-9a-f-]{36}$/.test(siteId) && isRoom(room) ? { siteId, room } : null
}

export const placeCookie = ({ siteId, room }: Place): string =>
  `${NAME}=${siteId}~${encodeURIComponent(room)}; Path=/desk; Max-Age=${KEPT_SECONDS}; SameSite=Strict`

/** As the public display shows it: short, and no sign in it that a name would not have either. The server decides again. */
export const isRoom = (room: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N} .-]{0,19}$/u.test(room)

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
