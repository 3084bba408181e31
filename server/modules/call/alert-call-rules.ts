/** What is right for calls about an alert (decision 0235): how often, how far apart, for how long. Pure. */

/** `had`: somebody else has accepted. `dropped`: it was not dialed. */
export type AlertCallEnd = 'accepted' | 'had' | 'no_key' | 'no_answer' | 'failed' | 'dropped'

/** Calls to one person about one alert, and the minutes between them. */
const ALERT_TRIES_MAX = 3
const ALERT_AGAIN_MIN = 3
/** A call so long after its moment would wake somebody for nothing, in minutes. */
const ALERT_GOOD_MIN = 60

/** The key that accepts. */
export const ACCEPTS = '1'

/** When the same person is called again; null: not any more. */
export function nextAlertTry(call: { try: number; askedAt: Date }, end: AlertCallEnd, now: Date): Date | null {
  const isReached = end === 'accepted' || end === 'had'
  const at = new Date(now.getTime() + ALERT_AGAIN_MIN * 60_000)
  return isReached || call.try >= ALERT_TRIES_MAX || isTooLate(call.askedAt, at) ? null : at
}

/** `askedAt`: when the alert was raised, or asked again. */
export const isTooLate = (askedAt: Date, now: Date): boolean =>
  now.getTime() - askedAt.getTime() > ALERT_GOOD_MIN * 60_000
