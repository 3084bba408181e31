/**
 * Whether a mailbox or number is silent for longer than it ever is, learned from its own past (trust-D71). Pure.
 *
 * A silence is judged against the same hours of the weeks before, so that nights, week-ends and a slow Monday are part of what is known. It is
 * unusual where in each of those weeks, but one, something came in several of these hours. Hours are whole hours of UTC: a change of the
 * clocks moves the rhythm by one hour for a while.
 */

const HOUR_MS = 3_600_000
const WEEK_MS = 7 * 24 * HOUR_MS

/** How far back is looked, in weeks. */
export const PAST_WEEKS = 16
/** With fewer weeks to compare with, nothing is known. */
const WEEKS_MIN = 4
/** One week may have been odd, as a holiday is. */
const ODD_WEEKS = 1
/** So many hours in which something came make a stretch of a week that is never silent. */
const HEARD_MIN = 3

/**
 * @param heard the beginnings of the hours in which anything came, in milliseconds.
 * @returns since when nothing came that always comes; undefined where nothing is unusual, or not enough is known.
 */
export function silentSince(heard: readonly number[], now: number): number | undefined {
  const first = Math.min(...heard)
  const from = Math.max(...heard) + HOUR_MS
  // The hour that is not over may still bring something.
  const to = Math.floor(now / HOUR_MS) * HOUR_MS
  if (!(from < to)) return undefined
  // A silence of more than a week is compared with stretches that do not lie in it.
  const step = Math.ceil((to - from) / WEEK_MS) * WEEK_MS
  const weeks: number[] = []
  for (let back = step; back <= PAST_WEEKS * WEEK_MS && from - back >= first; back += step)
    weeks.push(heard.filter((hour) => hour >= from - back && hour < to - back).length)
  if (weeks.length < WEEKS_MIN) return undefined
  const usual = weeks.toSorted((a, b) => a - b)[ODD_WEEKS] ?? 0
  return usual >= HEARD_MIN ? from : undefined
}
