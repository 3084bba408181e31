/** How long somebody who waits on the telephone will wait, and which place is theirs. Pure. */

/** Where nobody's call of the last hours says how long one takes, in minutes. */
export const TALK_MIN = 5

export type Waiting = {
  /** Calls and call-backs that are due, before this one. */
  ahead: number
  /** Calls being talked or ringing now. */
  talking: number
  /** Calls that the desk's number takes at once. */
  atOnce: number
  /** How long a call took of late, in minutes; null: unknown. */
  talkMin: number | null
}

/** Free at once where a place at the desk is open and nobody is before this one. `waitMin` is at least 1. */
export function placeOf({
  ahead,
  talking,
  atOnce,
  talkMin,
}: Waiting): { is: 'free' } | { is: 'busy'; place: number; waitMin: number } {
  const open = Math.max(1, atOnce) - talking
  if (ahead < open) return { is: 'free' }
  const rounds = (ahead - Math.max(0, open) + 1) / Math.max(1, atOnce)
  return { is: 'busy', place: ahead + 1, waitMin: Math.max(1, Math.round(rounds * (talkMin ?? TALK_MIN))) }
}
