/**
 * Calls at the telephones of the desk (decision 0246). The carrier rings a telephone and knows no people, so whoever picked up says so; from
 * then on the call and what came of it are theirs.
 */
import type { Refusal } from '#contract/refusal.ts'
import {
  assign,
  isReader,
  lockConversation,
  noteCall,
  sendMessage,
  type NewAnswer,
} from '#server/modules/conversation/index.ts'
import { readContact } from '#server/modules/patient/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { newId } from '#server/platform/id.ts'
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
  if (call.answeredBy !== null && call.answeredBy !== staffId) return refuse('ALREADY_ACCEPTED')
  if (call.answeredBy === null) {
    if (!isAtDesk(call.state)) return refuse('STATE_NOT_ALLOWED')
    await store.saveTaken(tx, call, staffId)
    const conversation = await lockConversation(tx, call.conversationId)
    if (conversation && (conversation.assigneeId === null || conversation.assignment === 'offered')) {
      const { id: conversationId, version } = conversation
      const assigned = await assign(deps, { conversationId, version, staffId })
      if (!assigned.ok) return assigned
    }
  }
  await noteCall(deps, 'call', 'taken', notedOf(call))
  return ok(null)
}

/** What is asked of the carrier is written before it hears of it; it is done when the carrier comes. @returns when it was asked. */
export async function askOfCall(
  deps: Deps,
  { callId, staffId, does }: { callId: string; staffId: string; does: 'hold' | 'go-on' },
): Promise<Result<Date, Refusal>> {
  const { tx, now } = deps
  const call = await store.lockDeskCall(tx, callId)
  if (!call) return refuse('NOT_FOUND')
  const isMoment = does === 'hold' ? isAtDesk(call.state) && !call.isPassedOn : call.state === 'held'
  if (call.answeredBy !== staffId || !isMoment) return refuse('STATE_NOT_ALLOWED')
  await store.saveAsked(tx, callId, { does, transfer: null }, now)
  await noteCall(deps, 'call', 'asked', { ...notedOf(call), detail: { does } })
  return ok(now)
}

export type Transfer = {
  callId: string
  to: { kind: 'colleague'; staffId: string } | { kind: 'queue'; queueId: string }
  number: string
  summary: string
  author: NewAnswer['author']
}

export async function transferCall(deps: Deps, transfer: Transfer): Promise<Result<Date, Refusal>> {
  const { tx, now } = deps
  const { callId, to, author } = transfer
  const call = await store.lockDeskCall(tx, callId)
  if (!call) return refuse('NOT_FOUND')
  const { conversationId } = call
  if (to.kind === 'colleague') {
    const isOne = to.staffId !== author.staffId && (await isReader(tx, { staffId: to.staffId, conversationId }))
    if (!isOne) return refuse('NOT_A_READER', { field: 'staffId' })
  } else if (!(await store.isQueue(tx, to.queueId))) return refuse('NOT_FOUND')
  const isMoment = (isAtDesk(call.state) || call.state === 'held') && !call.isPassedOn
  if (call.answeredBy !== author.staffId || !isMoment) return refuse('STATE_NOT_ALLOWED')
  const number = await telephoneOf(tx, call, transfer)
  if (!number) return refuse('INVALID_INPUT', { field: 'number', reason: 'no-number' })
  // Tried again with the same words it is one note.
  if (!(await store.isNoted(tx, call, { staffId: author.staffId, text: transfer.summary }))) {
    // Whoever takes the call is to read it, of whatever kind he is.
    const note = { messageId: newId(now.getTime()), text: transfer.summary, readers: ['service'] }
    const written = await writeNote(deps, conversationId, note, author)
    if (!written.ok) return written
  }
  const target =
    to.kind === 'colleague' ? { staffId: to.staffId, queueId: null } : { staffId: null, queueId: to.queueId }
  await store.saveAsked(tx, callId, { does: 'transfer', transfer: { ...target, number } }, now)
  const whom = to.kind === 'colleague' ? to.staffId : to.queueId
  await noteCall(deps, 'call', 'asked', { ...notedOf(call), detail: { does: 'transfer', to: whom } })
  return ok(now)
}

/** What was typed; else the telephone that the colleague used last for call-backs, or that of the desk. */
async function telephoneOf(
  tx: Transaction,
  { accountId }: store.DeskCall,
  { to, number }: Transfer,
): Promise<string | null> {
  const typed = number.trim()
  if (typed === '') return store.telephoneOf(tx, accountId, to.kind === 'colleague' ? to.staffId : null)
  const contact = typed.startsWith('+') ? readContact(typed, 'US') : null
  return contact?.system === 'sms' ? contact.value : null
}

/** The carrier did not take it: the call is as it was. What is asked meanwhile stands. */
export async function withdrawAsked(deps: Deps, callId: string, askedAt: Date): Promise<void> {
  const call = await store.lockDeskCall(deps.tx, callId)
  if (call && (await store.withdrawAsked(deps.tx, callId, askedAt)))
    await noteCall(deps, 'call', 'not-asked', notedOf(call))
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
  if (call.outcomeAt !== null) {
    if (outcome && outcome.text !== (await store.noteOf(tx, callId))) return refuse('STATE_NOT_ALLOWED')
  } else {
    if (outcome) {
      const written = await writeNote(deps, call.conversationId, { ...outcome, messageId: call.id }, author)
      if (!written.ok) return written
    }
    await store.saveOutcome(tx, callId, now)
  }
  await noteCall(deps, 'call', outcome ? 'outcome-noted' : 'outcome-none', notedOf(call))
  return ok(null)
}

const notedOf = ({ id, conversationId }: store.DeskCall) => ({ resourceId: id, conversationId })

/** What is being written in the conversation meanwhile stays. */
const writeNote = (
  deps: Deps,
  conversationId: string,
  note: Outcome & Pick<NewAnswer, 'messageId' | 'readers'>,
  author: NewAnswer['author'],
) =>
  sendMessage(deps, {
    ...note,
    conversationId,
    mode: 'note',
    seenSeq: 0,
    attachmentIds: [],
    mentions: [],
    confirmed: [],
    keepsDraft: true,
    author,
  })
