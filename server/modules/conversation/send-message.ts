/**
 * The corridor outward: a person's answer or note. Written once, held for the undo time, then handed to its delivery.
 *
 * No other code writes a message to a patient but the automatic ones (insert-automatic-message.ts), which pass the same gate.
 */
import { variablesIn } from '#engines/macro/variables.ts'
import { LONGEST_SMS } from '#engines/sms/segments.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { journal } from '#server/platform/journal.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { Transaction } from '#server/platform/database.ts'
import { disclosedBy, type Disclosing } from './check-disclosure.ts'
import type { DisclosureReason } from './disclosure.ts'
import { decideSend, type AskReason, type Decision, type NightReason } from './gate.ts'
import { keepDue } from './due.ts'
import { decideMentions, noteReadersToWrite } from './policy.ts'
import { decideCollision, decideResolve, decideSnooze, mayBecome, type SnoozeEvent, type WaitingOn } from './rules.ts'
import { noteChange } from './note-change.ts'
import { questionsBefore, type Question } from './send-questions.ts'
import * as store from './send-store.ts'
import { lockConversation, type LockedConversation } from './store.ts'
import { filesById, splitFiles } from './answer-files.ts'
import type { Refusal } from '#contract/refusal.ts'

export type SendDeps = { tx: Transaction; jobs: Jobs; hub: Hub; now: Date }

export type NewAnswer = {
  conversationId: string
  messageId: string
  mode: 'reply' | 'note'
  text: string
  seenSeq: number
  channel?: store.AnswerChannel
  contactPointId?: string | null
  address?: string | null
  attachmentIds: readonly string[]
  readers?: readonly string[]
  mentions: readonly string[]
  then?: AfterSending
  confirmed: readonly string[]
  /** Why words that name another patient, or tell who somebody is, may leave. */
  disclosure?: DisclosureReason
  /** Why it may ring at night. */
  nightReason?: NightReason
  /** Of a conversation that begins with these words. */
  subject?: string
  /** What is being written there meanwhile stays. */
  keepsDraft?: true
  /** Of the draft that it was written as: what was written since stays. */
  draftVersion?: number
  author: { staffId: string; role: string; undoSeconds: number }
}

export type AfterSending =
  | { state: 'resolved' }
  | { state: 'waiting'; waitingOn: WaitingOn }
  | { state: 'snoozed'; until: string; event?: SnoozeEvent }

export type Sent = {
  messageId: string
  heldUntil: Date | null
  questions: Question[]
  version: number
  lastSeq: number
}

export async function sendMessage(deps: SendDeps, answer: NewAnswer): Promise<Result<Sent, Refusal>> {
  const { tx, hub, now } = deps
  const conversation = await lockConversation(tx, answer.conversationId)
  if (!conversation) return refuse('NOT_FOUND')

  const before = await store.findOwn(tx, answer.messageId)
  if (before)
    return before.conversationId === conversation.id
      ? ok({ ...before, questions: [], version: conversation.version })
      : refuse('NOT_FOUND')
  if (conversation.state === 'closed' || conversation.state === 'merged' || conversation.state === 'spam')
    return refuse('STATE_NOT_ALLOWED')

  const next = await decideNextState(tx, conversation, answer, now)
  if (!next.ok) return next
  const written =
    answer.mode === 'note' ? await writeNote(deps, conversation, answer) : await writeReply(deps, conversation, answer)
  if (!written.ok || written.value.questions.length > 0) return written

  const { state, version } = await store.afterSending(tx, { conversation, answer, now })
  if (state !== conversation.state || answer.then) await tellState(deps, conversation, answer, state)
  if (state !== conversation.state) await noteChange(deps, conversation, `conversation.${state}`, {})
  await keepDue(deps, conversation.id)
  if (answer.then?.state === 'snoozed') await wakeLater(deps, conversation.id, new Date(answer.then.until))
  if (!answer.keepsDraft) await store.deleteDraft(tx, answer)
  await store.settleMentions(tx, answer, now)
  tx.afterCommit(() => hub.wake(tx.context.organizationId))
  return ok({ ...written.value, version })
}

async function decideNextState(
  tx: Transaction,
  conversation: LockedConversation,
  { then }: NewAnswer,
  now: Date,
): Promise<Result<null, Refusal>> {
  if (!then) return ok(null)
  const from = conversation.state === 'snoozed' || conversation.state === 'resolved' ? 'open' : conversation.state
  if (!mayBecome(from, then.state)) return refuse('STATE_NOT_ALLOWED')
  if (then.state === 'snoozed') {
    const decision = decideSnooze(new Date(then.until), now)
    if (!decision.ok) return decision
  }
  if (then.state === 'resolved') {
    const decision = decideResolve(await store.openQuestions(tx, conversation.id))
    if (!decision.ok) return decision
  }
  return ok(null)
}

async function writeNote(
  { tx, now }: SendDeps,
  conversation: LockedConversation,
  answer: NewAnswer,
): Promise<Result<Sent, Refusal>> {
  const readers = answer.readers ?? [store.noteReaderOf(answer.author.role)]
  const mayWrite = noteReadersToWrite(tx.context)
  if (!readers.every((reader) => mayWrite.some((own) => own === reader)))
    return refuse('NOT_ALLOWED', { field: 'readers' })
  if (answer.mentions.length > 0) {
    const { mentioned, labels } = await store.mentionedOf(tx, conversation.id, answer.mentions)
    const decision = decideMentions(mentioned, readers, labels, mayWrite)
    if (!decision.ok) return decision
  }
  const why = await store.whyFilesStay(tx, answer)
  if (why) return refuse(why)
  const { seq } = await store.insertAnswer(tx, {
    conversation,
    answer,
    readers,
    direction: 'note',
    channel: 'desk',
    language: conversation.language,
    heldUntil: null,
    now,
  })
  await store.insertMentions(tx, answer, now)
  await tellJournal({ tx, now }, conversation, answer, { event: 'note.written', seq, channel: 'desk' })
  return ok({
    messageId: answer.messageId,
    heldUntil: null,
    questions: [],
    version: conversation.version,
    lastSeq: seq,
  })
}

async function writeReply(
  { tx, jobs, now }: SendDeps,
  conversation: LockedConversation,
  answer: NewAnswer,
): Promise<Result<Sent, Refusal>> {
  // What a macro left open is filled in by hand, or not sent (desk-D19).
  const names = variablesIn(answer.text).known
  if (names.length > 0) return refuse('VARIABLE_MISSING', { field: 'text', names })
  const collision = decideCollision(await store.saidAfter(tx, conversation.id, answer.seenSeq))
  if (!collision.ok) return collision
  const why = await store.whyFilesStay(tx, answer)
  if (why) return refuse(why)

  const ways = await store.everyWay(tx, conversation, now)
  const way = chosenWay(ways, answer)
  if (!way) return refuse('WRONG_PERSON')
  const agreed = answer.confirmed.includes('shared-address') ? (['SHARED_ADDRESS'] as const) : []
  const decision = decideReply(way, { nightReason: answer.nightReason, agreed })
  const rings =
    answer.nightReason !== undefined && decideReply(way, { agreed }).do === 'hold' && decision.do === 'allow'
  if (decision.do === 'refuse') return refuse(decision.reason)
  if (way.channel === 'sms' && way.carriesText && answer.text.length > LONGEST_SMS)
    return refuse('TOO_LARGE', { field: 'text' })
  if (answer.attachmentIds.length > 0 && !way.mayCarryFiles) return refuse('IDENTITY_TOO_LOW')
  // What cannot go along waits in the portal, where somebody we do not know has no place.
  const leaves = way.channel === 'sms' || way.channel === 'email'
  if (leaves && answer.attachmentIds.length > 0 && conversation.patientId === null) {
    const { filesWait } = splitFiles(way.channel, await filesById(tx, answer.attachmentIds))
    // A mail takes every kind of file, but not every size.
    if (filesWait) return refuse(way.channel === 'email' ? 'TOO_LARGE' : 'FILE_REFUSED', { field: 'attachmentIds' })
  }

  const disclosing = await disclosedBy(tx, conversation, way, answer)
  if (disclosing && !answer.disclosure)
    return refuse('DISCLOSURE_STOPPED', { field: 'text', found: disclosing.found, openness: disclosing.openness })

  const open = questionsBefore(conversation, answer).filter((question) => !answer.confirmed.includes(question))
  const asked = decision.do === 'ask' ? [...open, 'shared-address' as const] : open
  if (asked.length > 0) {
    return ok({
      messageId: answer.messageId,
      heldUntil: null,
      questions: asked,
      version: conversation.version,
      lastSeq: conversation.lastSeq,
    })
  }

  const heldUntil = new Date(now.getTime() + answer.author.undoSeconds * 1000)
  const { seq } = await store.insertAnswer(tx, {
    conversation,
    answer,
    readers: ['service'],
    direction: 'out',
    channel: way.channel,
    language: conversation.language,
    heldUntil,
    now,
  })
  const deliveryId = newId(now.getTime())
  await store.insertDelivery(tx, {
    deliveryId,
    conversation,
    answer,
    way,
    heldUntil,
    cause: decision.do === 'hold' ? decision.reason : null,
    agreed: way.facts.isShared ? agreed : [],
    now,
  })
  await jobs.send(
    tx,
    'release-held',
    { organizationId: tx.context.organizationId, id: deliveryId },
    { startAfter: heldUntil },
  )
  await tellJournal({ tx, now }, conversation, answer, {
    event: 'message.sent',
    seq,
    channel: way.channel,
    ...(rings ? { nightReason: answer.nightReason } : {}),
  })
  if (disclosing && answer.disclosure)
    await tellDisclosure({ tx, now }, conversation, answer.messageId, { ...disclosing, reason: answer.disclosure })
  return ok({ messageId: answer.messageId, heldUntil, questions: [], version: conversation.version, lastSeq: seq })
}

/** The one way that the writer named, or the best where none was named: never another address than the one that was read on the screen. */
function chosenWay(
  ways: readonly store.ReplyWay[],
  { channel, contactPointId, address }: NewAnswer,
): store.ReplyWay | undefined {
  if (!channel && !contactPointId && !address) return ways.find((way) => !way.isAskedFor)
  const named = ways.filter(
    (way) =>
      (!channel || way.channel === channel) &&
      (!contactPointId || way.contactPointId === contactPointId) &&
      (address ? way.address === address : !way.isAskedFor),
  )
  const [first] = named
  return named.every((way) => way.channel === first?.channel && way.address === first.address) ? first : undefined
}

/** The gate for a person's reply over one way; a mail without agreed plain text carries a link and so passes. */
export function decideReply(
  way: store.ReplyWay,
  { nightReason = null, agreed = [] }: { nightReason?: NightReason | null; agreed?: readonly AskReason[] } = {},
): Decision {
  return decideSend(
    {
      channel: way.channel,
      purpose: 'reply',
      isAutomatic: false,
      contentClass: way.isStranger ? 'plain' : 'health',
      carriesText: way.carriesText,
      nightReason,
      agreed,
    },
    way.facts,
  )
}

async function tellJournal(
  { tx, now }: { tx: Transaction; now: Date },
  conversation: LockedConversation,
  answer: NewAnswer,
  {
    event,
    ...detail
  }: { event: 'message.sent' | 'note.written'; seq: number; channel: string; nightReason?: NightReason },
): Promise<void> {
  await journal(
    tx,
    {
      event,
      action: 'C',
      resourceKind: 'message',
      resourceId: answer.messageId,
      conversationId: conversation.id,
      patientIds: [conversation.patientId],
      fieldClasses: ['service'],
      detail: { ...detail, files: answer.attachmentIds.length, mentions: answer.mentions.length },
    },
    now,
  )
}

/** Who else was named to whom, and why: it stands in the record of those who were named, unless the writer says that it is somebody else. */
async function tellDisclosure(
  { tx, now }: { tx: Transaction; now: Date },
  { id: conversationId, patientId }: LockedConversation,
  messageId: string,
  { found, openness, patientIds, reason }: Disclosing & { reason: DisclosureReason },
): Promise<void> {
  await journal(
    tx,
    {
      event: 'message.sent-with-reason',
      action: 'C',
      resourceKind: 'message',
      resourceId: messageId,
      conversationId,
      patientIds: [patientId, ...(reason === 'someone-else' ? [] : patientIds)],
      fieldClasses: ['identity', 'service'],
      detail: { reason, openness, found: [...new Set(found.map(({ why, kind }) => `${why}:${kind}`))] },
    },
    now,
  )
}

/** What the answer did to the conversation. It names the answer: taken back, it did nothing. */
async function tellState(
  { tx, now }: SendDeps,
  { id, state: from, patientId }: LockedConversation,
  { messageId, then }: NewAnswer,
  state: string,
): Promise<void> {
  await journal(
    tx,
    {
      event: `conversation.${state}`,
      action: 'U',
      resourceKind: 'conversation',
      resourceId: id,
      conversationId: id,
      patientIds: [patientId],
      detail: {
        from,
        messageId,
        ...(then?.state === 'waiting' ? { waitingOn: then.waitingOn } : {}),
        ...(then?.state === 'snoozed' ? { until: then.until } : {}),
      },
    },
    now,
  )
}

/** A snooze ends by a job of its own, at the second (desk-D17). */
export const wakeLater = ({ tx, jobs }: Pick<SendDeps, 'tx' | 'jobs'>, conversationId: string, until: Date) =>
  jobs.send(
    tx,
    'wake-snoozed',
    { organizationId: tx.context.organizationId, id: conversationId },
    { startAfter: until },
  )

/**
 * Takes a held answer back, with its text and files, as a draft, and the conversation to where it was (desk-D15).
 * Too late once its delivery has begun.
 */
export async function undoSend(
  deps: SendDeps,
  { conversationId, messageId, staffId }: { conversationId: string; messageId: string; staffId: string },
): Promise<Result<{ text: string; attachmentIds: string[] }, Refusal>> {
  const { tx, hub, now } = deps
  const conversation = await lockConversation(tx, conversationId)
  if (!conversation) return refuse('NOT_FOUND')
  const taken = await store.cancelHeld(tx, { conversationId, messageId, staffId, now })
  if (!taken) return refuse('STATE_NOT_ALLOWED')
  const { text, attachmentIds, hasBefore } = taken
  if (hasBefore) await store.restoreBefore(tx, conversationId, messageId, now)
  await keepDue(deps, conversationId)
  await journal(
    tx,
    {
      event: 'message.undone',
      action: 'U',
      resourceKind: 'message',
      resourceId: messageId,
      conversationId,
      patientIds: [conversation.patientId],
    },
    now,
  )
  tx.afterCommit(() => hub.wake(tx.context.organizationId))
  return ok({ text, attachmentIds })
}
