/**
 * How long somebody will wait, as an honest range, from those who were served before. Pure.
 *
 * Each of them says how many minutes one place in the line took: the wait, shared among the people ahead and the person. The middle of
 * these (from the 20th to the 80th part in a hundred) times the places of who asks is the range, widened to whole five minutes.
 */

/** One who was served: the wait until the first call, in minutes, and how many were ahead at the start. */
export type Waited = { minutes: number; ahead: number }
export type Estimate = { fromMin: number; toMin: number }

/** Fewer tell too little, and nothing is said. */
export const SERVED_LEAST = 5
/** The last ones that are looked at: the pace of this hour, not of this year. */
export const SERVED_MOST = 20
/** A longer wait is not foretold, in minutes. */
export const FORETOLD_MAX_MIN = 240
const STEP_MIN = 5

/** @param last the newest first. @returns null where there is too little to know. */
export function estimateWait(last: readonly Waited[], ahead: number): Estimate | null {
  const paces = last
    .slice(0, SERVED_MOST)
    .map((one) => Math.max(0, one.minutes) / (one.ahead + 1))
    .toSorted((a, b) => a - b)
  if (paces.length < SERVED_LEAST) return null
  const places = ahead + 1
  const fromMin = Math.floor((quantile(paces, 0.2) * places) / STEP_MIN) * STEP_MIN
  const toMin = Math.max(Math.ceil((quantile(paces, 0.8) * places) / STEP_MIN), 1) * STEP_MIN
  return toMin > FORETOLD_MAX_MIN ? null : { fromMin, toMin }
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.round(share * (sorted.length - 1))] ?? 0
