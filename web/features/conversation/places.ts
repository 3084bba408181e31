/** Places of a conversation that somebody goes to, and where they are among the messages that are loaded. Pure. */
import type { Message } from '../../api/types.ts'

/** A message, or the first that came at a moment or later. */
export type Place = { seq: number } | { from: string }

/** Messages before the place that come with it, so that it is understood. */
const BEFORE = 10

/**
 * The seq that is meant, among messages of which none is missing up to the newest loaded. `earlier`: it stands before them and is to be
 * fetched. `none`: nothing is there yet.
 */
export function placeAmong(
  messages: readonly Pick<Message, 'seq' | 'at'>[],
  place: Place,
  hasOlder: boolean,
): number | 'earlier' | 'none' {
  const ordered = messages.toSorted((a, b) => a.seq - b.seq)
  const isAt = (message: Pick<Message, 'seq' | 'at'>) =>
    'seq' in place ? message.seq >= place.seq : Date.parse(message.at) >= Date.parse(place.from)
  const at = ordered.findIndex(isAt)
  if (at === -1) return 'none'
  // Of the first that is loaded it is not known whether an earlier one is meant, unless it is that very one.
  const isExact = 'seq' in place && ordered[at]?.seq === place.seq
  if (at === 0 && hasOlder && !isExact) return 'earlier'
  return ordered[at]?.seq ?? 'none'
}

/** From where on the page is fetched that has the place. */
export const pageOf = (place: Place): { after: number } | { from: string } =>
  'seq' in place ? { after: Math.max(0, place.seq - 1 - BEFORE) } : place

/** The next of several, newest first, after the one where the reader is; after the last the first again. */
export function nextOf(places: readonly number[], here: number | undefined): number | undefined {
  const at = here === undefined ? -1 : places.indexOf(here)
  return places[(at + 1) % places.length]
}
