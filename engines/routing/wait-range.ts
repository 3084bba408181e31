/**
 * How long somebody who stands in a line may wait: as long as it lately took until as many were taken (desk-D34). Pure.
 *
 * A range that is not known is not told: too few were taken lately, or nobody has been taken for longer than the range itself says.
 */

/** So often the time of that many must have been seen. */
const SEEN_MIN = 5
/** A wait is told in steps of so many minutes. */
const STEP_MIN = 5
/** Above this, in minutes, nothing honest can be said. */
const TOLD_MAX_MIN = 240

export type WaitRange = { fromMin: number; toMin: number }

/**
 * @param taken instants at which others were taken from the line, epoch milliseconds, in their order.
 * @param place 1: the next one.
 */
export function waitRange(taken: readonly number[], place: number, now: number): WaitRange | null {
  const spans = taken.flatMap((at, n) => {
    const before = taken[n - place]
    return before === undefined ? [] : [at - before]
  })
  const last = taken.at(-1)
  if (place < 1 || spans.length < SEEN_MIN || last === undefined) return null
  const sorted = spans.toSorted((a, b) => a - b)
  const at = (share: number): number => (sorted[Math.ceil(sorted.length * share) - 1] ?? 0) / 60_000
  const fromMin = Math.floor(at(0.5) / STEP_MIN) * STEP_MIN
  const toMin = Math.max(STEP_MIN, Math.ceil(at(0.9) / STEP_MIN) * STEP_MIN)
  const isStanding = (now - last) / 60_000 > toMin
  return isStanding || toMin > TOLD_MAX_MIN ? null : { fromMin, toMin }
}
