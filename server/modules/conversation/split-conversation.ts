/**
 * Chosen messages become a conversation of their own, perhaps of another patient (desk-D22, D5). The old one keeps events in their
 * places, and its urgency: software lowers none.
 */
import { randomBytes } from 'node:crypto'
import { newId } from '#server/platform/id.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { Refusal } from '#contract/refusal.ts'
import { alertEachSide } from './alert-each-side.ts'
import type { ChangeDeps } from './change-conversation.ts'
import type { MoveDone } from './merge-conversations.ts'
import { decideSplit, MOVE_UNDO_DAYS, splitOff } from './move-rules.ts'
import * as store from './move-store.ts'
import { conversationNumber } from './rules.ts'
import { keepDue } from './due.ts'
import { tellMoved } from './tell-moved.ts'

export type Split = {
  conversationId: string
  version: number
  messageIds: readonly string[]
  /** Not given: of the same patient. */
  patientId?: string | null
  subject: string
  staffId: string
}

export async function splitConversation(
  deps: ChangeDeps,
  { conversationId, version, messageIds, patientId: wanted, subject, staffId }: Split,
): Promise<Result<MoveDone, Refusal>> {
  const { tx, now } = deps
  const source = (await store.lockMovables(tx, [conversationId])).get(conversationId)
  if (!source) return refuse('NOT_FOUND')
  if (source.version !== version) return refuse('CHANGED_MEANWHILE', { version: source.version })
  const patientId = wanted === undefined ? source.patientId : wanted
  if (patientId !== null && !(await store.isPatient(tx, patientId))) return refuse('NOT_FOUND')

  const all = await store.movableMessages(tx, source.id, null)
  const asked = new Set(messageIds)
  const chosen = all.filter(({ id }) => asked.has(id))
  const decision = decideSplit(source, chosen, asked.size, all.length - chosen.length)
  if (!decision.ok) return decision

  const moveId = newId(now.getTime())
  const target = { id: newId(now.getTime()), number: conversationNumber(randomBytes(9)), lastSeq: 0 }
  const undoUntil = new Date(now.getTime() + MOVE_UNDO_DAYS * 86_400_000)
  const isOtherPatient = patientId !== source.patientId
  const standing = splitOff(source, await store.askedBy(tx, [...asked]), { patientId, isOtherPatient })
  await store.insertSplit(tx, {
    ...target,
    source,
    standing,
    subject: subject || source.subject,
    isOtherPatient,
    now,
  })
  const lastSeq = chosen.length
  const was = { source: store.standingOf(source), target: standing, after: standing, lastSeq, partyIds: [] }
  await store.insertMove(tx, {
    id: moveId,
    kind: 'split',
    sourceId: source.id,
    targetId: target.id,
    undoUntil,
    was,
    staffId,
    now,
  })
  const moved = await store.moveMessages(tx, { moveId, fromId: source.id, to: target, messages: chosen, staffId, now })
  const nextVersion = await store.setStanding(tx, target.id, standing, null, lastSeq)
  await store.setStanding(tx, source.id, store.standingOf(source), null, source.lastSeq)

  await tellMoved(deps, {
    moveId,
    event: 'conversation.split',
    from: source,
    to: target,
    moved: moved.map(({ messageId, targetSeq }) => ({ messageId, seq: targetSeq })),
    patientIds: [source.patientId, patientId],
  })
  await alertEachSide(deps, [source.id, target.id])
  for (const { id } of [source, target]) await keepDue(deps, id)
  return ok({ moveId, conversationId: target.id, undoUntil, version: nextVersion, lastSeq })
}
