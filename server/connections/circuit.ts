/** When a connection that fails is left alone for a while (understanding-D77). Pure: the time comes in. */

/** Failures running until it opens, and how long it stays open, in milliseconds. Source: understanding-D77. */
export const FAILURES_MAX = 5
export const OPEN_MS = 60_000

/** `openUntil`: nobody asks before. After it one failure more opens it again; one success closes it. */
export type Circuit = { failures: number; openUntil: Date | null }

export const CLOSED: Circuit = { failures: 0, openUntil: null }

export const isOpen = ({ openUntil }: Circuit, now: Date): boolean => openUntil !== null && now < openUntil

export function afterFailure({ failures }: Circuit, now: Date): Circuit {
  const count = failures + 1
  return { failures: count, openUntil: count >= FAILURES_MAX ? new Date(now.getTime() + OPEN_MS) : null }
}
