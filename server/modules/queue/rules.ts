/** When a queue may be taken out of use (decision 0120). Pure. */
import { ok, refuse, type Result } from '#server/platform/result.ts'

export type Standing = {
  isRetired: boolean
  /** Queues in use of its kind, itself left out. */
  successors: readonly { id: string }[]
  /** Sites that no other queue in use stands at. */
  sitesLeft: readonly unknown[]
  /** What puts work into it by itself, or stands in it at a front desk. */
  rules: readonly unknown[]
  macros: readonly unknown[]
  turns: number
}

/**
 * The last of its kind stays, whatever its kind: a red flag goes to a clinical queue, and without one it would go to people who may not act on
 * it. What would still put work into it is changed first, by whoever answers for it.
 */
export function decideRetirement(
  { isRetired, successors, sitesLeft, rules, macros, turns }: Standing,
  successorId: string,
): Result<null, 'INVALID_INPUT' | 'STATE_NOT_ALLOWED'> {
  const stays = (reason: string) => refuse('INVALID_INPUT', { field: 'queueId', reason })
  if (isRetired) return refuse('STATE_NOT_ALLOWED')
  if (successors.length === 0) return stays('last-of-kind')
  if (sitesLeft.length > 0) return stays('last-at-site')
  if (rules.length > 0) return stays('rules')
  if (macros.length > 0) return stays('macros')
  if (turns > 0) return stays('front-desk')
  if (!successors.some(({ id }) => id === successorId))
    return refuse('INVALID_INPUT', { field: 'successorId', reason: 'not-fit' })
  return ok(null)
}
