/**
 * The assistant brings a conversation to people: by when somebody should have accepted it, and what the patient is told until then
 * (understanding-D72). Whoever has the conversation has accepted it: the database says so, whichever way it came to hand
 * (trigger hand_off_follows). Here is no second router: what is nobody's is held out to people as before.
 */
import type { HandOffReason, Line, Session } from '#engines/assistant/decide-turn.ts'
import {
  deadlineOf,
  hurried,
  isForClinicians,
  mayTakeBack,
  takesBack,
  TELL_EVERY_MIN,
} from '#engines/assistant/hand-off.ts'
import { keepDue, lockConversation, placeInLine, type LockedConversation } from '#server/modules/conversation/index.ts'
import { isOpenAt, nextOpening } from '#server/modules/service-policy/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { journal } from '#server/platform/journal.ts'
import * as store from './hand-off-store.ts'
import { noteThenPersonLater } from './note-then-person.ts'

type Deps = { tx: Transaction; jobs: Jobs; now: Date }

export type NewHandOff = {
  conversation: LockedConversation
  messageId: string
  reason: HandOffReason
  /** What the patient was told of the wait with the promise. */
  told: readonly Line[]
}

/** In the transaction of the words that promise a person. */
export async function beginHandOff(
  { tx, jobs, now }: Deps,
  { conversation, messageId, reason, told }: NewHandOff,
): Promise<void> {
  const id = newId(now.getTime())
  // A complaint has a promise of its own where the clinic made one: it counts from the first word, and before people are told until when.
  const dueAt = reason === 'complaint' ? await complained({ tx, now }, conversation, messageId) : conversation.dueAt
  const deadlineAt = deadlineOf(conversation.urgency, dueAt, now)
  // On the telephone the line tells of itself.
  const tellAt = conversation.channel === 'voice' ? null : new Date(now.getTime() + TELL_EVERY_MIN * 60_000)
  const handOff = { id, conversationId: conversation.id, messageId, reason, deadlineAt, tellAt, told: placeOf(told) }
  if (!(await store.insertHandOff(tx, handOff, now))) return hurryHandOff({ tx, jobs, now }, conversation.id)
  if (reason === 'asked')
    await noteThenPersonLater({ tx, jobs, now }, { handOffId: id, conversationId: conversation.id })
  await lookLater({ tx, jobs }, { ...handOff, id })
}

/** From now on it is about a complaint, whatever it began with (understanding.md 3.12). @returns when it is due now. */
async function complained(
  { tx, now }: Pick<Deps, 'tx' | 'now'>,
  { id, patientId }: LockedConversation,
  messageId: string,
): Promise<Date | null> {
  await journal(
    tx,
    {
      event: 'conversation.complained',
      action: 'U',
      resourceKind: 'conversation',
      resourceId: id,
      conversationId: id,
      patientIds: [patientId],
      fieldClasses: ['service'],
      detail: { message: messageId },
    },
    now,
  )
  await keepDue({ tx, now }, id)
  return (await lockConversation(tx, id))?.dueAt ?? null
}

/** The job looks when there is next something to do. */
export async function lookLater(
  { tx, jobs }: Pick<Deps, 'tx' | 'jobs'>,
  { id, deadlineAt, tellAt }: { id: string; deadlineAt: Date | null; tellAt: Date | null },
): Promise<void> {
  const next = [deadlineAt, tellAt].flatMap((at) => (at ? [at.getTime()] : []))
  if (next.length === 0) return
  const startAfter = new Date(Math.min(...next))
  await jobs.send(tx, 'hand-off', { organizationId: tx.context.organizationId, id }, { startAfter })
}

/** By how the conversation stands now: what came since may be more urgent. */
export async function hurryHandOff({ tx, jobs, now }: Deps, conversationId: string): Promise<void> {
  const conversation = await lockConversation(tx, conversationId)
  const open = await store.lockUnaccepted(tx, { conversationId })
  const next = conversation && open && hurried(open, conversation, now)
  if (!next) return
  await store.keepHandOff(tx, open.id, { ...open, ...next })
  await lookLater({ tx, jobs }, { ...open, ...next })
}

/** Place and expected time, or when it opens; nothing where nothing honest can be said. */
export async function wordsWhileWaiting(
  tx: Transaction,
  { id, siteId, urgency }: LockedConversation,
  { reason, language, now }: { reason: HandOffReason; language: string; now: Date },
): Promise<Line[]> {
  const line = await placeInLine(tx, id, now)
  if (await isOpenAt(tx, siteId, now)) return line ? [{ says: 'place', ...line }] : []
  // Whoever is on call is asked for it, so no other time is named.
  if (isForClinicians(reason, urgency)) return []
  const opening = await nextOpening(tx, siteId, now)
  return opening ? [{ says: 'opens', when: momentIn(language, opening), inEnglish: momentIn('en', opening) }] : []
}

/** By the calendar of the clinic, whatever the language counts by. */
const momentIn = (language: string, { at, timeZone }: { at: Date; timeZone: string }): string =>
  new Intl.DateTimeFormat([language, 'en'], {
    calendar: 'gregory',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(at)

/** What was told of place and time, to know whether it has changed. */
export const placeOf = (lines: readonly Line[]): string | null => {
  const [line] = lines
  if (line?.says === 'place') return `${line.place} ${line.fromMin} ${line.toMin}`
  return line?.says === 'opens' ? 'opens' : null
}

type TakenBack = { conversation: LockedConversation; message: { id: string; text: string }; session: Session }

/**
 * The patient takes it back before anybody has accepted it: the assistant listens again. What he said since is for people, who were promised:
 * it is not taken back with it. @returns whether he did.
 */
export async function withdrawHandOff(
  { tx, now }: Pick<Deps, 'tx' | 'now'>,
  { conversation, message, session }: TakenBack,
): Promise<boolean> {
  if (!session.isHandingOff || !takesBack(message.text)) return false
  const open = await store.lockUnaccepted(tx, { conversationId: conversation.id })
  if (!open || !mayTakeBack(open.reason, conversation.urgency)) return false
  if (await store.saidBetween(tx, open.id, message.id)) return false
  await store.withdraw(tx, open.id, now)
  await journal(
    tx,
    {
      event: 'hand-off.withdrawn',
      action: 'U',
      resourceKind: 'hand-off',
      resourceId: open.id,
      conversationId: conversation.id,
      patientIds: [conversation.patientId],
      fieldClasses: ['service'],
      detail: { reason: open.reason, message: message.id },
    },
    now,
  )
  return true
}
