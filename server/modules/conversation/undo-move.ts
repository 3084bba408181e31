/**
 * Undo of a merge or a split, for 30 days (desk-D22): messages to the places they came from, members and state as they were. What came
 * in meanwhile stays where its token says, and nothing that somebody decided since is taken back.
 */
import { journal } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { Refusal } from '#contract/refusal.ts'
import { alertEachSide } from './alert-each-side.ts'
import type { ChangeDeps } from './change-conversation.ts'
import { moveCallBacksBack } from './move-call-backs.ts'
import { decideUndo, merged, reopened, restored } from './move-rules.ts'
import * as store from './move-store.ts'
import { wakeLater } from './send-message.ts'
import { keepDue } from './due.ts'
import { tellMoved } from './tell-moved.ts'

export async function undoMove(
  deps: ChangeDeps,
  { conversationId, moveId, staffId }: { conversationId: string; moveId: string; staffId: string },
): Promise<Result<{ conversationId: string }, Refusal>> {
  const { tx, now } = deps
  const move = await store.findMove(tx, moveId)
  if (!move || (move.sourceId !== conversationId && move.targetId !== conversationId)) return refuse('NOT_FOUND')
  const rows = await store.lockMovables(tx, [move.sourceId, move.targetId])
  const source = rows.get(move.sourceId)
  const target = rows.get(move.targetId)
  if (!source || !target) return refuse('NOT_FOUND')
  const decision = decideUndo({ ...move, source, target }, now)
  if (!decision.ok) return decision

  await closeFirst(deps, { moveId, from: target, to: source })
  const moved = await store.movedInPlace(tx, move)
  const back = { ...deps, moveId, staffId, move, moved, source, target }
  const returned = move.kind === 'merge' ? await undoMerge(back) : await undoSplit(back)
  await store.markUndone(tx, moveId, staffId, now)
  await tellMoved(deps, {
    moveId,
    event: move.kind === 'merge' ? 'conversation.merge-undone' : 'conversation.split-undone',
    from: target,
    to: source,
    moved: returned,
    patientIds: [source.patientId, target.patientId],
  })
  await alertEachSide(deps, [source.id, target.id])
  // The clocks are what they were, but for what came meanwhile (desk-D27).
  for (const { id } of [source, target]) await keepDue(deps, id)
  return ok({ conversationId: move.sourceId })
}

/** What was closed since, where the words are, stays closed where they go: an undo opens nothing. */
async function closeFirst(
  { tx, now }: ChangeDeps,
  { moveId, from, to }: { moveId: string; from: store.MovableRow; to: store.MovableRow },
): Promise<void> {
  const { labels, isClosed } = await store.closeAlike(tx, from, to)
  const row = {
    action: 'U',
    resourceKind: 'conversation',
    resourceId: to.id,
    conversationId: to.id,
    patientIds: [to.patientId],
  } as const
  if (labels) {
    const detail = { move: moveId, from: to.labels, to: labels }
    await journal(tx, { ...row, event: 'conversation.labels-set', detail }, now)
  }
  if (isClosed) await journal(tx, { ...row, event: 'conversation.closed-to-others', detail: { move: moveId } }, now)
}

type Back = ChangeDeps & {
  staffId: string
  move: store.MoveRow
  moved: store.Moved[]
  source: store.MovableRow
  target: store.MovableRow
}
type Returned = { messageId: string; seq: number }[]

async function undoMerge(back: Back): Promise<Returned> {
  const { tx, now, staffId, move, moved, source, target } = back
  const { was } = move
  // Asked before anything moves: what the source's token brought goes on to the source, behind what it had.
  const byToken = await store.cameByToken(tx, move)
  await store.moveBack(tx, { move, moved, staffId, now })
  const late = await store.moveMessages(tx, {
    moveId: move.id,
    fromId: target.id,
    to: source,
    messages: byToken,
    staffId,
    now,
  })
  await store.endParties(tx, was.partyIds, now)
  await moveCallBacksBack(tx, { ids: was.callBackIds ?? [], from: target.id, to: source.id })
  const asked = await store.lateIn(tx, source.id, source.lastSeq)
  const standing = reopened(was.source, asked, now)
  await store.setStanding(tx, source.id, standing, null, source.lastSeq + late.length)
  const stays = await store.lateIn(tx, target.id, was.lastSeq)
  const standingOfTarget = restored(was.target, was.after, target, stays, now)
  await store.setStanding(tx, target.id, standingOfTarget, null, target.lastSeq)
  if (standing.snoozedUntil) await wakeLater(back, source.id, new Date(standing.snoozedUntil))
  return [
    ...moved.map(({ messageId, sourceSeq }) => ({ messageId, seq: sourceSeq })),
    ...late.map(({ messageId, targetSeq }) => ({ messageId, seq: targetSeq })),
  ]
}

/** The new conversation ends in the old one when nothing stays in it; else it goes on with what came to it. */
async function undoSplit(back: Back): Promise<Returned> {
  const { tx, now, staffId, move, moved, source, target } = back
  await store.moveBack(tx, { move, moved, staffId, now })
  const stays = await store.movableMessages(tx, target.id, null)
  if (stays.length === 0) {
    const gone = { ...target, state: 'merged', waitingOn: null, snoozedUntil: null, snoozedFor: null } as const
    await store.setStanding(tx, target.id, { ...gone, dueAt: null, unreadSince: null }, source.id, target.lastSeq)
  } else {
    await store.setStanding(tx, target.id, target, null, target.lastSeq)
  }
  // What is asked in the words that came back is asked here again; whose it is stays.
  const { patientId, relatedPersonId, sender } = source
  const standing = { ...merged(target, source), patientId, relatedPersonId, sender }
  await store.setStanding(tx, source.id, standing, null, source.lastSeq)
  return moved.map(({ messageId, sourceSeq }) => ({ messageId, seq: sourceSeq }))
}
