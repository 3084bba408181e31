/** When a session ends, when to warn of it, when to tell the server that the person is still here, and when it is over. Pure. */

/** Milliseconds before the end at which the screen warns (contract: SESSION_WARNING_SECONDS, trust-D21). */
export const WARNING_MS = 120_000
/** A touch is told to the server at most this often, in milliseconds. */
export const EXTEND_EVERY_MS = 60_000
/** A touch older than this keeps nothing: a page that slept does not take who left it for somebody who is there. In milliseconds. */
export const TOUCH_COUNTS_MS = 2 * EXTEND_EVERY_MS

/** The ends in the reader's own time. Null: none is known. */
export type Ends = { idleEndsAt: number | null; endsAt: number | null }

/** @param receivedAt the reader's clock when the answer came, in milliseconds. */
export function endsOf(
  told: { now: string; idleEndsAt: string | null; endsAt: string | null },
  receivedAt: number,
): Ends {
  const here = (moment: string | null) => moment && receivedAt + Date.parse(moment) - Date.parse(told.now)
  return { idleEndsAt: here(told.idleEndsAt) || null, endsAt: here(told.endsAt) || null }
}

export type Clock = {
  now: number
  /** When the session ends by itself; null: the server named no end. */
  idleEndsAt: number | null
  endsAt: number | null
  touchedAt: number
  extendedAt: number
}

export type ClockState =
  { kind: 'quiet' } | { kind: 'extend' } | { kind: 'warn'; secondsLeft: number; mayExtend: boolean } | { kind: 'over' }

export function clockState({ now, idleEndsAt, endsAt, touchedAt, extendedAt }: Clock): ClockState {
  const end = Math.min(idleEndsAt ?? Infinity, endsAt ?? Infinity)
  if (now >= end) return { kind: 'over' }
  if (end - now <= WARNING_MS) {
    return {
      kind: 'warn',
      secondsLeft: Math.ceil((end - now) / 1000),
      mayExtend: idleEndsAt !== null && idleEndsAt < (endsAt ?? Infinity),
    }
  }
  const isHere = touchedAt > extendedAt && now - touchedAt <= TOUCH_COUNTS_MS
  return isHere && now - extendedAt >= EXTEND_EVERY_MS ? { kind: 'extend' } : { kind: 'quiet' }
}

/** What is left as a clock shows it: 90 seconds are `1:30`. */
export const minutesAndSeconds = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
