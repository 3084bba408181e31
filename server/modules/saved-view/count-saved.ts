/** The counts of saved views: each within its time, all within another; what took too long rests (desk-D11). */
import { VIEW_COUNT_MAX, type ViewGroup } from '#engines/saved-view/saved-view.ts'
import { countMatching, viewCondition } from '#server/modules/conversation/index.ts'
import type { RouteContext } from '#server/platform/route-context.ts'

/** One count in a list, all of them, and one that somebody waits for, in milliseconds. */
export type CountTimes = { oneMs: number; allMs: number; previewMs: number }
/** Source: decision 0198. */
export const COUNT_TIMES: CountTimes = { oneMs: 300, allMs: 2_000, previewMs: 1_500 }
/** A view whose count was cut off is not counted again for so long, in milliseconds. */
const REST_MS = 60_000
/** Views that rest, remembered at once; beyond it all are counted again. */
const RESTING_MAX = 1_000

type Count = { count: number; isMore: boolean } | null

const restsUntil = new Map<string, number>()

export async function countSaved(
  route: RouteContext,
  views: readonly { id: string; version: number; when: ViewGroup }[],
  staffId: string,
  { oneMs, allMs }: CountTimes,
): Promise<{ savedViewId: string; count: Count }[]> {
  const end = performance.now() + allMs
  const counts: { savedViewId: string; count: Count }[] = []
  for (const { id, version, when } of views) {
    const name = `${route.context.organizationId} ${id} ${version}`
    const isResting = (restsUntil.get(name) ?? 0) > route.now().getTime() || performance.now() > end
    const count = isResting ? null : await countWithin(route, when, staffId, oneMs)
    if (!isResting && count === null) rest(name, route.now().getTime() + REST_MS)
    counts.push({ savedViewId: id, count })
  }
  return counts
}

/** @returns null when the time was over first. */
export const countWithin = async (
  route: RouteContext,
  when: ViewGroup,
  staffId: string,
  withinMs: number,
): Promise<Count> =>
  (await countMatching(route, {
    condition: viewCondition(when, route.now()),
    staffId,
    most: VIEW_COUNT_MAX,
    withinMs,
  })) ?? null

function rest(name: string, until: number): void {
  if (restsUntil.size >= RESTING_MAX) restsUntil.clear()
  restsUntil.set(name, until)
}
