/** When nobody touches a kiosk it asks, and then empties itself (desk-D64). Pure. */

/** Seconds without a touch until it warns, and until it begins anew. */
export const WARN_SECONDS = 45
export const RESET_SECONDS = 90

export type Idle = { state: 'here' } | { state: 'warned'; secondsLeft: number } | { state: 'over' }

export function idleAfter(seconds: number): Idle {
  if (seconds >= RESET_SECONDS) return { state: 'over' }
  return seconds < WARN_SECONDS
    ? { state: 'here' }
    : { state: 'warned', secondsLeft: Math.ceil(RESET_SECONDS - seconds) }
}
