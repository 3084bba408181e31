/**
 * Two conversations of one matter become one (desk-D22). The messages of the source move behind those of the target and keep their
 * order, origin, readers, deliveries and alerts; an event keeps each place they left (decision 0075). What names the source leads on.
 */
import { journal } from '#server/platform/journal.ts'
import { newId } from '#server/platform/id.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { Transaction } from '#server/platform/database.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { ChangeDeps } from './change-conversation.ts'
import { keepDue } from './due.ts'
import { moveCallBacks } from './move-call-backs.ts'
import { noteCall } from './note-call.ts'
import { tellMoved } from './tell-moved.ts'
import { decideMerge, MOVE_UNDO_DAYS, merged, mergeObstacle, type MergeObstacle } from './move-rules.ts'
import * as store from './move-store.ts'
import { noteChange } from './note-change.ts'

export type Merge = { conversationId: string; version: number; intoId: string; intoVersion: number; staffId: string }
export type MoveDone = { moveId: string; conversationId: string; undoUntil: Date; version: number; lastSeq: number }

export async function mergeConversations(
  deps: ChangeDeps,
  { conversationId, version, intoId, intoVersion, staffId }: Merge,
): Promise<Result<MoveDone, Refusal>> {
  const { tx, now } = deps
  const rows = await store.lockMovables(tx, [conversationId, intoId])
  const source = rows.get(conversationId)
  const target = rows.get(intoId)
  if (!source || !target) return refuse('NOT_FOUND')
  if (source.version !== version || target.version !== intoVersion)
    return refuse('CHANGED_MEANWHILE', { version: source.version, intoVersion: target.version })
  const messages = await store.movableMessages(tx, source.id, null)
  const decision = decideMerge(source, target, messages.length)
  if (!decision.ok) return decision

  const moveId = newId(now.getTime())
  const undoUntil = new Date(now.getTime() + MOVE_UNDO_DAYS * 86_400_000)
  const after = merged(source, target)
  const lastSeq = target.lastSeq + messages.length
  const partyIds = await store.copyParties(tx, source.id, target.id, now)
  const callBacks = await moveCallBacks(tx, { from: source.id, to: target.id, now })
  const callBackIds = callBacks.moved
  const was = { source: store.standingOf(source), target: store.standingOf(target), after, lastSeq, partyIds, callBackIds } // prettier-ignore
  await store.insertMove(tx, {
    id: moveId,
    kind: 'merge',
    sourceId: source.id,
    targetId: target.id,
    undoUntil,
    was,
    staffId,
    now,
  })
  const moved = await store.moveMessages(tx, { moveId, fromId: source.id, to: target, messages, staffId, now })
  if (after.patientId !== target.patientId) await store.endChecks(tx, target.id, now)
  await store.joinSeen(tx, { source, target, lastSeq })
  const nextVersion = await store.setStanding(tx, target.id, after, null, lastSeq)
  // It waits for nobody and is due for nothing: what was asked there is asked in the target now.
  const gone = { ...was.source, state: 'merged', waitingOn: null, snoozedUntil: null, snoozedFor: null } as const
  await store.setStanding(tx, source.id, { ...gone, dueAt: null, unreadSince: null }, target.id, source.lastSeq)

  if (after.state !== target.state) await tellWoken(deps, target, moveId)
  await tellMoved(deps, {
    moveId,
    event: 'conversation.merged',
    from: source,
    to: { id: target.id, number: target.number },
    moved: moved.map(({ messageId, targetSeq }) => ({ messageId, seq: targetSeq })),
    patientIds: [source.patientId, target.patientId],
  })
  for (const { gone, kept } of callBacks.joined)
    await noteCall(deps, 'call-back', 'joined', { resourceId: kept, conversationId: target.id, detail: { from: gone } })
  // The clocks run over the messages of both now (desk-D27).
  await keepDue(deps, target.id)
  return ok({ moveId, conversationId: target.id, undoUntil, version: nextVersion, lastSeq })
}

/** What was open in the source is open in the target now; of an undone merge the clocks leave that out. */
async function tellWoken(deps: ChangeDeps, target: store.MovableRow, moveId: string): Promise<void> {
  const { id, patientId, state: from } = target
  await journal(
    deps.tx,
    {
      event: 'conversation.open',
      action: 'U',
      resourceKind: 'conversation',
      resourceId: id,
      conversationId: id,
      patientIds: [patientId],
      detail: { from, move: moveId },
    },
    deps.now,
  )
  await noteChange(deps, target, 'conversation.open', { from })
}

export type MergePreview = store.PreviewFacts & {
  obstacle: MergeObstacle | null
  intoVersion: number
  intoNumber: string
  /** The target was of nobody and becomes the source's patient's, or the other way round. */
  linksPatient: boolean
  patientIds: (string | null)[]
}

/** What a merge would do, or what stands in its way; nothing is changed. */
export async function previewMerge(
  tx: Transaction,
  { conversationId, intoId }: { conversationId: string; intoId: string },
): Promise<Result<MergePreview, 'NOT_FOUND'>> {
  const rows = await store.readMovables(tx, [conversationId, intoId])
  const source = rows.get(conversationId)
  const target = rows.get(intoId)
  if (!source || !target) return refuse('NOT_FOUND')
  const facts = await store.previewFacts(tx, conversationId)
  return ok({
    ...facts,
    obstacle: mergeObstacle(source, target, facts.messages),
    intoVersion: target.version,
    intoNumber: target.number,
    linksPatient: source.patientId !== target.patientId,
    patientIds: [source.patientId, target.patientId],
  })
}
