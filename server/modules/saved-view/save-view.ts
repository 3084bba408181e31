/** A saved view is written, taken away and brought back; what is wrong with it is named (desk-D11). */
import {
  faultOfConditions,
  faultOfView,
  OWN_VIEWS_MAX,
  SHARED_VIEWS_MAX,
  type NamedByView,
  type SavedViewContent,
  type Sharing,
  type ViewGroup,
} from '#engines/saved-view/saved-view.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal, type JournalDetail } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { canChange, canGive, canSee, type Viewer } from './policy.ts'
import * as store from './store.ts'

type Deps = { tx: Transaction; now: Date; viewer: Viewer }

/** So long a view that was taken away can be brought back, in milliseconds. */
const UNDO_MS = 86_400_000

/** The view with this id, where the viewer may know of it. */
export async function findSeen(tx: Transaction, viewer: Viewer, id: string): Promise<store.ViewRow | undefined> {
  const view = await store.findView(tx, id)
  return view && canSee(viewer, view) ? view : undefined
}

export async function saveView(
  deps: Deps,
  { id, version, content }: { id: string; version: number; content: SavedViewContent },
): Promise<Result<null, Refusal>> {
  const { tx, now, viewer } = deps
  const fault = faultOfView(content, await namedHere(tx))
  if (fault) return refuse('INVALID_INPUT', { ...fault })
  const before = await findSeen(tx, viewer, id)
  if (before && before.version !== version) return refuse('CHANGED_MEANWHILE', { version: before.version })
  if (!before && version > 0) return refuse('NOT_FOUND')
  if (before?.isRemoved) return refuse('NOT_FOUND')
  if (before && !canChange(viewer, before)) return refuse('NOT_ALLOWED')
  const ownerId = before?.ownerId ?? viewer.staffId
  if (!canGive(viewer, ownerId, content.sharing)) return refuse('NOT_ALLOWED', { field: 'sharing' })
  const isMoved = !before || isShared(before.sharing) !== isShared(content.sharing)
  if (isMoved && !(await hasRoom(tx, content.sharing, ownerId))) return refuse('INVALID_INPUT', TOO_MANY)
  await store.forgetRemoved(tx, new Date(now.getTime() - UNDO_MS))
  // A new id that somebody else has already is as good as one that is not there.
  if (!before && !(await store.insertView(tx, { ...content, id, ownerId }, now))) return refuse('NOT_FOUND')
  if (before && !(await store.updateView(tx, { ...content, id, version }, now))) return refuse('CHANGED_MEANWHILE')
  await tell(deps, before ? 'U' : 'C', id, { version: version + 1, audience: content.sharing.with })
  return ok(null)
}

const TOO_MANY = { field: 'name', reason: 'TOO_MANY_VIEWS' }
const isShared = (sharing: Sharing): boolean => sharing.with !== 'owner'

const hasRoom = async (tx: Transaction, sharing: Sharing, ownerId: string): Promise<boolean> =>
  (await store.countViews(tx, sharing, ownerId)) < (isShared(sharing) ? SHARED_VIEWS_MAX : OWN_VIEWS_MAX)

/** Taken away, or brought back as long as it is kept. */
export async function setRemoved(deps: Deps, id: string, isRemoved: boolean): Promise<Result<null, Refusal>> {
  const { tx, now, viewer } = deps
  const view = await findSeen(tx, viewer, id)
  if (!view) return refuse('NOT_FOUND')
  if (!canChange(viewer, view)) return refuse('NOT_ALLOWED')
  if (view.isRemoved === isRemoved) return ok(null)
  if (!isRemoved && !(await hasRoom(tx, view.sharing, view.ownerId))) return refuse('INVALID_INPUT', TOO_MANY)
  await store.setRemoved(tx, id, isRemoved ? now : null)
  await tell(deps, isRemoved ? 'D' : 'U', id, { version: view.version })
  return ok(null)
}

export async function reorderViews(deps: Deps, ids: readonly string[]): Promise<Result<null, 'CHANGED_MEANWHILE'>> {
  const { tx, viewer } = deps
  const known = new Set((await store.viewsFor(tx, viewer.staffId)).map(({ id }) => id))
  if (new Set(ids).size < ids.length || ids.some((id) => !known.has(id))) return refuse('CHANGED_MEANWHILE')
  await store.replaceOrder(tx, viewer.staffId, ids)
  await tell(deps, 'U', null, { views: ids.length })
  return ok(null)
}

/** @returns what is wrong with conditions that nobody has saved. */
export async function checkConditions(tx: Transaction, when: ViewGroup): Promise<Result<null, Refusal>> {
  const fault = faultOfConditions(when, await namedHere(tx))
  return fault ? refuse('INVALID_INPUT', { ...fault }) : ok(null)
}

async function namedHere(tx: Transaction): Promise<NamedByView> {
  const { queues, retiredQueues, sites, staff } = await store.choicesOf(tx)
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)
  return { queueIds: ids([...queues, ...retiredQueues]), siteIds: ids(sites), staffIds: ids(staff) }
}

const EVENTS = { C: 'saved-view.made', U: 'saved-view.changed', D: 'saved-view.removed' } as const

const tell = (
  { tx, now }: Deps,
  action: keyof typeof EVENTS,
  resourceId: string | null,
  detail: JournalDetail,
): Promise<void> => journal(tx, { event: EVENTS[action], action, resourceKind: 'saved-view', resourceId, detail }, now)
