/**
 * The same change of many conversations (desk-D20). Each item is a transaction of its own: one that is refused stops no other, and what
 * breaks off goes on where it was. A call works on a slice and says how many are left, so that a screen shows progress and can stop.
 */
import {
  applyChange,
  factsForChange,
  foresee,
  giveBack,
  targetOf,
  type Change,
  type Foreseen,
} from '#server/modules/conversation/index.ts'
import type { Refusal } from '#contract/refusal.ts'
import { journal } from '#server/platform/journal.ts'
import type { Transaction } from '#server/platform/database.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { RouteContext } from '#server/platform/route-context.ts'
import * as store from './store.ts'

/** Items that one call works on. */
const SLICE = 25

export type Wish = { change: Change; items: readonly { conversationId: string; version: number }[] }

export type Progress = {
  bulkId: string
  items: { outcome: store.Outcome; refusal: string | null }[]
  left: number
  undoUntil: string | null
}

export async function previewBulkChange(
  tx: Transaction,
  { change, items }: Wish,
  now: Date,
): Promise<{ foreseen: Foreseen[]; patientIds: (string | null)[] }> {
  const [facts, target] = await Promise.all([
    factsForChange(
      tx,
      items.map(({ conversationId }) => conversationId),
    ),
    targetOf(tx, change),
  ])
  return {
    foreseen: items.map(({ conversationId, version }) =>
      foresee(change, version, facts.get(conversationId), target, now),
    ),
    patientIds: [...facts.values()].map(({ patientId }) => patientId),
  }
}

export async function beginBulkChange(
  route: RouteContext,
  staffId: string,
  { bulkId, change, items }: Wish & { bulkId: string },
): Promise<Result<Progress, Refusal>> {
  const ids = new Set(items.map(({ conversationId }) => conversationId))
  if (ids.size < items.length) return refuse('INVALID_INPUT', { field: 'items' })
  await route.db.transaction(route.context, async (tx) => {
    const now = route.now()
    if (!(await store.insertBulkChange(tx, { bulkId, staffId, changes: [change], items, now }))) return
    await journal(
      tx,
      {
        event: 'bulk-change.begun',
        action: 'U',
        resourceKind: 'bulk-change',
        resourceId: bulkId,
        detail: { do: change.do, items: items.length },
      },
      now,
    )
  })
  return goOn(route, staffId, bulkId)
}

export async function goOn(route: RouteContext, staffId: string, bulkId: string): Promise<Result<Progress, Refusal>> {
  const known = await read(route, staffId, bulkId)
  if (!known) return refuse('NOT_FOUND')
  const { row, items } = known
  if (row.undoneAt !== null) return refuse('STATE_NOT_ALLOWED')
  for (const { place } of items.filter(({ outcome }) => outcome === 'waiting').slice(0, SLICE))
    await changeItem(route, bulkId, place, row.changes)
  return progress(route, staffId, bulkId, 'waiting')
}

function changeItem(route: RouteContext, bulkId: string, place: number, changes: readonly Change[]): Promise<void> {
  const { db, jobs, hub, context } = route
  return db.transaction(context, async (tx) => {
    const now = route.now()
    const item = await store.lockItem(tx, bulkId, place, 'waiting')
    const [change] = changes
    if (!item || !change) return
    const { conversationId, version } = item
    const {
      foreseen: [foreseen],
    } = await previewBulkChange(tx, { change, items: [item] }, now)
    if (foreseen && foreseen.outcome !== 'changes') {
      await store.settleItem(tx, bulkId, place, foreseen)
      return
    }
    const done = await applyChange({ tx, jobs, hub, now, bulkId }, { conversationId, version, change })
    if (!done.ok) {
      await store.settleItem(tx, bulkId, place, { outcome: 'refused', refusal: done.refusal })
      return
    }
    const { version: versionAfter, undo } = done.value
    await store.settleItem(tx, bulkId, place, { outcome: 'done', refusal: null, versionAfter, undos: [undo] })
    await store.prolongUndo(tx, bulkId, now)
  })
}

/** Gives back what was done, conversation by conversation; what anybody changed since stands and is named. */
export async function undoBulkChange(
  route: RouteContext,
  staffId: string,
  bulkId: string,
): Promise<Result<Progress, Refusal>> {
  const known = await read(route, staffId, bulkId)
  if (!known) return refuse('NOT_FOUND')
  // Once begun, it is brought to its end.
  if (known.row.undoneAt === null && known.row.undoUntil < route.now()) return refuse('STATE_NOT_ALLOWED')
  await route.db.transaction(route.context, (tx) => store.markUndone(tx, bulkId, route.now()))
  for (const { place } of known.items.filter(({ outcome }) => outcome === 'done').slice(0, SLICE))
    await undoItem(route, bulkId, place)
  return progress(route, staffId, bulkId, 'done')
}

function undoItem(route: RouteContext, bulkId: string, place: number): Promise<void> {
  const { db, jobs, hub, context } = route
  return db.transaction(context, async (tx) => {
    const item = await store.lockItem(tx, bulkId, place, 'done')
    if (!item) return
    const { conversationId, versionAfter, undos } = item
    const back = await giveBack(
      { tx, jobs, hub, now: route.now(), bulkId },
      { conversationId, version: versionAfter ?? -1, undos: undos ?? [] },
    )
    await store.settleItem(
      tx,
      bulkId,
      place,
      back.ok ? { outcome: 'undone', refusal: null } : { outcome: 'kept', refusal: back.refusal },
    )
  })
}

function read(route: RouteContext, staffId: string, bulkId: string) {
  return route.db.transaction(route.context, async (tx) => {
    const row = await store.findOwn(tx, bulkId, staffId)
    return row ? { row, items: await store.itemsOf(tx, bulkId) } : undefined
  })
}

async function progress(
  route: RouteContext,
  staffId: string,
  bulkId: string,
  next: store.Outcome,
): Promise<Result<Progress, Refusal>> {
  const known = await read(route, staffId, bulkId)
  if (!known) return refuse('NOT_FOUND')
  const { row, items } = known
  return ok({
    bulkId,
    items: items.map(({ outcome, refusal }) => ({ outcome, refusal })),
    left: items.filter(({ outcome }) => outcome === next).length,
    undoUntil: row.undoneAt === null ? row.undoUntil.toISOString() : null,
  })
}
