/** The SQL of bulk changes: what was asked for, and what became of each conversation. */
import { BULK_UNDO_MIN } from '#contract/bulk-change.ts'
import type { Change, Undo } from '#server/modules/conversation/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type Outcome = 'waiting' | 'done' | 'same' | 'refused' | 'undone' | 'kept'
export type Item = {
  conversationId: string
  version: number
  outcome?: Outcome
  versionAfter?: number
  /** What gives it back, the first change first. */
  undos?: readonly Undo[]
}

/** When undo ends, counted from the last change. */
export const undoUntil = (now: Date): Date => new Date(now.getTime() + BULK_UNDO_MIN * 60_000)

/** @returns false if the id began before; then nothing is written. */
export async function insertBulkChange(
  tx: Transaction,
  {
    bulkId,
    staffId,
    changes,
    items,
    now,
  }: { bulkId: string; staffId: string; changes: readonly Change[]; items: readonly Item[]; now: Date },
): Promise<boolean> {
  const rows = await tx.run(INSERT, [
    tx.context.organizationId,
    bulkId,
    staffId,
    now,
    JSON.stringify(changes),
    undoUntil(now),
  ])
  if (rows.length === 0) return false
  await tx.run(INSERT_ITEMS, [
    tx.context.organizationId,
    bulkId,
    JSON.stringify(items.map((item, place) => ({ ...item, place }))),
  ])
  return true
}

export type BulkRow = { changes: Change[]; undoUntil: Date; undoneAt: Date | null }

/** Only whoever began it goes on with it, and takes it back. */
export async function findOwn(tx: Transaction, bulkId: string, staffId: string): Promise<BulkRow | undefined> {
  const [row] = await tx.run<BulkRow>(FIND, [tx.context.organizationId, bulkId, staffId])
  return row
}

export type ItemRow = { place: number; outcome: Outcome; refusal: string | null }

export const itemsOf = (tx: Transaction, bulkId: string): Promise<ItemRow[]> =>
  tx.run<ItemRow>(ITEMS, [tx.context.organizationId, bulkId])

export type LockedItem = { conversationId: string; version: number; versionAfter: number | null; undos: Undo[] | null }

/** Nothing if it is not at this point any more, or another call works on it: two calls never do one item twice. */
export async function lockItem(
  tx: Transaction,
  bulkId: string,
  place: number,
  outcome: Outcome,
): Promise<LockedItem | undefined> {
  const [row] = await tx.run<LockedItem>(LOCK_ITEM, [tx.context.organizationId, bulkId, place, outcome])
  return row
}

export async function settleItem(
  tx: Transaction,
  bulkId: string,
  place: number,
  settled: { outcome: Outcome; refusal: string | null; versionAfter?: number; undos?: readonly Undo[] },
): Promise<void> {
  await tx.run(SETTLE, [
    tx.context.organizationId,
    bulkId,
    place,
    settled.outcome,
    settled.refusal,
    settled.versionAfter ?? null,
    settled.undos ? JSON.stringify(settled.undos) : null,
  ])
}

export async function prolongUndo(tx: Transaction, bulkId: string, now: Date): Promise<void> {
  await tx.run(`update bulk_change set undo_until = $3 where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    bulkId,
    undoUntil(now),
  ])
}

export async function markUndone(tx: Transaction, bulkId: string, now: Date): Promise<void> {
  await tx.run(`update bulk_change set undone_at = coalesce(undone_at, $3) where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    bulkId,
    now,
  ])
}

export async function deleteOld(tx: Transaction, before: Date, limit: number): Promise<void> {
  await tx.run(DELETE_OLD, [tx.context.organizationId, before, limit])
}

const INSERT = sqlText`
  insert into bulk_change (organization_id, id, started_by, started_at, changes, undo_until) values ($1, $2, $3, $4, $5, $6)
  on conflict do nothing returning id`

const INSERT_ITEMS = sqlText`
  insert into bulk_change_item (organization_id, bulk_change_id, place, conversation_id, seen_version, outcome, version_after, undos)
  select $1, $2, i.place, i."conversationId", i.version, coalesce(i.outcome, 'waiting'), i."versionAfter", i.undos
    from jsonb_to_recordset($3::jsonb) as i (place int, "conversationId" uuid, version int, outcome text, "versionAfter" int, undos jsonb)`

const FIND = sqlText`
  select changes, undo_until as "undoUntil", undone_at as "undoneAt" from bulk_change
   where organization_id = $1 and id = $2 and started_by = $3`

const ITEMS = sqlText`
  select place, outcome, refusal from bulk_change_item where organization_id = $1 and bulk_change_id = $2 order by place`

const LOCK_ITEM = sqlText`
  select conversation_id as "conversationId", seen_version as version, version_after as "versionAfter", undos from bulk_change_item
   where organization_id = $1 and bulk_change_id = $2 and place = $3 and outcome = $4
     for update skip locked`

const SETTLE = sqlText`
  update bulk_change_item
     set outcome = $4, refusal = $5, version_after = coalesce($6, version_after), undos = coalesce($7::jsonb, undos)
   where organization_id = $1 and bulk_change_id = $2 and place = $3`

const DELETE_OLD = sqlText`
  delete from bulk_change where organization_id = $1 and id in (
    select id from bulk_change where organization_id = $1 and started_at < $2 limit $3)`
