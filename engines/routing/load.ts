/** How much somebody has in hand, now and lately, in points (desk-D31). */
import type { RoutingPolicy, WorkKind } from './policy.ts'

/** A piece of work in one person's hands. */
export type WorkSpan = {
  kind: WorkKind
  /** The other person is in high distress: crisis, a death, abuse, high anger. */
  isDistressing: boolean
  from: Date
  /** Null while it is in hand. */
  to: Date | null
}

const MINUTE_MS = 60_000

export const pointsOf = (work: Pick<WorkSpan, 'kind' | 'isDistressing'>, policy: RoutingPolicy): number =>
  policy.points[work.kind] * (work.isDistressing ? policy.distressFactor : 1)

const isInHand = ({ from, to }: WorkSpan, now: Date): boolean => from <= now && (to === null || to > now)

/** Points in hand at `now`. */
export const loadAt = (spans: readonly WorkSpan[], policy: RoutingPolicy, now: Date): number =>
  spans.reduce((sum, span) => sum + (isInHand(span, now) ? pointsOf(span, policy) : 0), 0)

/** What the last minutes were filled with, in percent of the capacity: points times time over capacity times time. */
export function occupancyPercent(
  spans: readonly WorkSpan[],
  capacity: number,
  policy: RoutingPolicy,
  now: Date,
): number {
  const windowMs = policy.occupancyMin * MINUTE_MS
  const since = now.getTime() - windowMs
  const filled = spans.reduce((sum, span) => {
    const from = Math.max(span.from.getTime(), since)
    const to = Math.min(span.to?.getTime() ?? now.getTime(), now.getTime())
    return sum + Math.max(0, to - from) * pointsOf(span, policy)
  }, 0)
  return capacity <= 0 ? 100 : (100 * filled) / (windowMs * capacity)
}

/** Until when somebody rests after a distressing contact; null when nobody has to. */
export function recoveryUntil(spans: readonly WorkSpan[], policy: RoutingPolicy, now: Date): Date | null {
  const last = Math.max(
    ...spans.filter(({ isDistressing, to }) => isDistressing && to !== null && to <= now).map(({ to }) => Number(to)),
  )
  const until = last + policy.recoveryMin * MINUTE_MS
  return until > now.getTime() ? new Date(until) : null
}

/** Whether the contact that somebody took last was a distressing one. */
export function lastWasDistressing(spans: readonly WorkSpan[], now: Date): boolean {
  let last: WorkSpan | undefined
  for (const span of spans) {
    if (span.from > now) continue
    // Of two at the same instant the distressing one counts.
    if (!last || span.from > last.from || (Number(span.from) === Number(last.from) && span.isDistressing)) last = span
  }
  return last?.isDistressing ?? false
}

/** Capacity at `now`: half of it towards the end of the shift. */
export const capacityAt = (capacity: number, shiftEndsAt: Date | null, policy: RoutingPolicy, now: Date): number =>
  isWithinLast(policy.shiftEndHalvesMin, shiftEndsAt, now) ? capacity / 2 : capacity

export const isWithinLast = (minutes: number, shiftEndsAt: Date | null, now: Date): boolean =>
  shiftEndsAt !== null && shiftEndsAt.getTime() - now.getTime() <= minutes * MINUTE_MS
