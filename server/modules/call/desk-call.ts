/**
 * Calls at the telephones of the desk (decision 0246). The carrier rings a telephone and knows no people, so whoever picked up says so; from
 * then on the call and what came of it are theirs.
 */
import type { Refusal } from '#contract/refusal.ts'
import { assign, lockConversation, noteCall, sendMessage, type NewAnswer } from '#server/modules/conversation/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import * as store from './desk-call-store.ts'
import { isAtDesk, isOver } from './rules.ts'

type Deps = { tx: Transaction; jobs: Jobs; hub: Hub; now: Date }

export async function takeDeskCall(
  deps: Deps,
  { callId, staffId }: { callId: string; staffId: string },
): Promise<Result<null, Refusal>> {
  const { tx } = deps
  const call = await store.lockDeskCall(tx, callId)
  if (!call) return refuse('NOT_FOUND')
  if (call.answeredBy !== null) return call.answeredBy === staffId ? ok(null) : refuse('ALREADY_ACCEPTED')
  if (!isAtDesk(call.state)) return refuse('STATE_NOT_ALLOWED')
  await store.saveTaken(tx, callId, staffId)
  const conversation = await lockConversation(tx, call.conversationId)
  if (conversation && (conversation.assigneeId === null || conversation.assignment === 'offered')) {
    const { id: conversationId, version } = conversation
    const assigned = await assign(deps, { conversationId, version, staffId })
    if (!assigned.ok) return assigned
  }
  await noteCall(deps, 'call', 'taken', { resourceId: call.id, conversationId: call.conversationId })
  return ok(null)
}

export type Outcome = Pick<NewAnswer, 'text' | 'then'>

/** `outcome` null: there is nothing to note. */
export async function noteOutcome(
  deps: Deps,
  { callId, outcome, author }: { callId: string; outcome: Outcome | null; author: NewAnswer['author'] },
): Promise<Result<null, Refusal>> {
  const { tx, now } = deps
  const call = await store.lockDeskCall(tx, callId)
  if (!call) return refuse('NOT_FOUND')
  if (call.answeredBy !== author.staffId || !isOver(call.state)) return refuse('STATE_NOT_ALLOWED')
  if (call.outcomeAt !== null)
    return !outcome || outcome.text === (await store.noteOf(tx, callId)) ? ok(null) : refuse('STATE_NOT_ALLOWED')
  if (outcome) {
    const written = await writeNote(deps, call, outcome, author)
    if (!written.ok) return written
  }
  await store.saveOutcome(tx, callId, now)
  await noteCall(deps, 'call', outcome ? 'outcome-noted' : 'outcome-none', {
    resourceId: call.id,
    conversationId: call.conversationId,
  })
  return ok(null)
}

/** What is being written in the conversation meanwhile stays. */
const writeNote = (deps: Deps, { id, conversationId }: store.DeskCall, note: Outcome, author: NewAnswer['author']) =>
  sendMessage(deps, {
    ...note,
    messageId: id,
    conversationId,
    mode: 'note',
    seenSeq: 0,
    attachmentIds: [],
    mentions: [],
    confirmed: [],
    keepsDraft: true,
    author,
  })
