/**
 * Where the next page of a list begins: by what the last row is sorted, and its id, in letters that nobody has to understand. What comes back
 * from outside is read only if it is exactly what would be written (trust-D56): anything else would reach the database as no instant, no id
 * or no text.
 */

/** Bytes of a place that a cursor carries: the longest family name or title, and with the id within the 1,200 characters that the contract takes. */
const PLACE_MAX_BYTES = 860

export type Place = { place: string; id: string }
export type PlaceInTime = { at: Date; id: string }

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const UUID_LENGTH = 36
const CONTROL = /\p{Cc}/u

/** `place` is cut where it is too long: rows that agree so far are told apart by their id. */
export function writeCursor({ place, id }: Place): string {
  let kept = place.replace(new RegExp(CONTROL, 'gu'), ' ').toWellFormed()
  while (Buffer.byteLength(kept) > PLACE_MAX_BYTES) kept = kept.slice(0, -1).toWellFormed()
  return Buffer.from(`${id}${kept}`).toString('base64url')
}

export function readCursor(cursor: string): Place | undefined {
  const text = Buffer.from(cursor, 'base64url').toString()
  const [id, place] = [text.slice(0, UUID_LENGTH), text.slice(UUID_LENGTH)]
  if (!UUID.test(id) || CONTROL.test(place) || Buffer.from(text).toString('base64url') !== cursor) return undefined
  return { place, id }
}

export const writeTimeCursor = ({ at, id }: PlaceInTime): string => writeCursor({ place: at.toISOString(), id })

export function readTimeCursor(cursor: string): PlaceInTime | undefined {
  const found = readCursor(cursor)
  // Four figures of a year: those of more are no instant of the database.
  if (!found || !/^\d{4}-/.test(found.place)) return undefined
  const at = new Date(found.place)
  return !Number.isNaN(at.getTime()) && at.toISOString() === found.place ? { at, id: found.id } : undefined
}
