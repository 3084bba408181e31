/** How many conversations each view of the inbox holds, by the predicate of its list (desk-D11). */
import type { Transaction } from '#server/platform/database.ts'
import { COUNT_MAX, VIEWS, type ViewName } from './views.ts'

/**
 * A view that only grows and has passed the cap is not counted again for this long, in milliseconds: its ten thousand rows cost more
 * than all other counts together, and it goes on saying "10,000+". A label that is set or taken away shows after it at the latest.
 */
const FULL_FOR_MS = 60_000
/** Readers with other labels, in other organizations, that are remembered at once; beyond it everything is counted again. */
const FULL_MAX = 1_000

const fullUntil = new Map<string, number>()

export async function countViews(tx: Transaction, staffId: string, now: Date): Promise<Record<ViewName, number>> {
  const { organizationId, labels } = tx.context
  const reader = `${organizationId} ${labels.toSorted().join()}`
  const isAllFull = (fullUntil.get(reader) ?? 0) > now.getTime()
  const [row] = await tx.run<Record<ViewName, number> & { reader: string }>(isAllFull ? COUNT_BUT_ALL : COUNT, [
    organizationId,
    staffId,
  ])
  if (!row) throw new Error('a count always gives a row')
  const { reader: _, ...counts } = row
  if (isAllFull) return { ...counts, all: COUNT_MAX }
  if (counts.all >= COUNT_MAX) {
    if (fullUntil.size >= FULL_MAX) fullUntil.clear()
    fullUntil.set(reader, now.getTime() + FULL_FOR_MS)
  }
  return counts
}

/** What could not be read has no conversation; the set-aside list is its own. */
const names = (Object.keys(VIEWS) as ViewName[]).filter((view) => view !== 'set-aside')
const COUNT = countOf(names)
const COUNT_BUT_ALL = countOf(names.filter((view) => view !== 'all'))

function countOf(views: readonly ViewName[]): string {
  const columns = views.map(
    (view) =>
      `(select count(*)::int from (select from conversation c where c.organization_id = $1 and ${VIEWS[view].where} limit ${COUNT_MAX}) n) as "${view}"`,
  )
  return `select ${columns.join(', ')},
       (select count(*)::int from (select from set_aside a where a.organization_id = $1 and a.state in ('open', 'assigned') limit ${COUNT_MAX}) n) as "set-aside",
       $2::uuid as reader`
}
