/**
 * What is right for conversations that become one, or two (desk-D22): who may be merged, what the target becomes, what undo gives
 * back. Pure: rows and the time come in.
 */
import { MOVED_MAX } from '#contract/conversation.ts'
import type { Worded } from '#engines/triage/wording.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import {
  isSnoozeOver,
  mostUrgent,
  type ConversationState,
  type SnoozeEvent,
  type Urgency,
  type WaitingOn,
} from './rules.ts'

/** A merge or split is undone within this time. Source: desk-D22. */
export const MOVE_UNDO_DAYS = 30

/** What undo gives back: who works on it, where it stands, whose it is. Instants as ISO text, since it is kept as JSON. */
export type Standing = {
  state: ConversationState
  waitingOn: WaitingOn | null
  snoozedUntil: string | null
  snoozedFor: SnoozeEvent | null
  resolvedAt: string | null
  dueAt: string | null
  unreadSince: string | null
  assigneeId: string | null
  urgency: Urgency
  urgencyReason: Worded | null
  tags: string[]
  patientId: string | null
  relatedPersonId: string | null
  /** Key of who wrote last, by which the identity level is found (decision 0010). */
  sender: string | null
}

export type Movable = Standing & {
  id: string
  number: string
  labels: string[]
  privacy: { readerId: string | null } | null
  visitorId: string | null
  lastSeq: number
  version: number
  mergedInto: string | null
  /** The newest word of a person, as ISO text. */
  lastMessageAt: string
}

/** Why two conversations stay apart; the screen has a sentence for each. */
export type MergeObstacle = 'same' | 'source-state' | 'target-state' | 'patients' | 'labels' | 'visitor' | 'too-many'

/** What stands in the way of merging `source` into `target`; null: nothing. `count`: messages of the source. */
export function mergeObstacle(source: Movable, target: Movable, count: number): MergeObstacle | null {
  if (source.id === target.id) return 'same'
  if (source.state === 'closed' || source.state === 'merged') return 'source-state'
  // Into a merged one would lead on to where it leads, and around in a circle; closed and spam are read by nobody.
  if (target.state === 'closed' || target.state === 'merged' || target.state === 'spam') return 'target-state'
  if (source.patientId !== null && target.patientId !== null && source.patientId !== target.patientId) return 'patients'
  // The readers of each word stay the same: labels and privacy decide who opens a conversation, a visitor reads all of his chat.
  if (source.labels.toSorted().join() !== target.labels.toSorted().join()) return 'labels'
  if (JSON.stringify(source.privacy) !== JSON.stringify(target.privacy)) return 'labels'
  if (source.visitorId !== target.visitorId) return 'visitor'
  return count > MOVED_MAX ? 'too-many' : null
}

export function decideMerge(
  source: Movable,
  target: Movable,
  count: number,
): Result<null, 'DIFFERENT_PATIENTS' | 'STATE_NOT_ALLOWED' | 'TOO_LARGE'> {
  const obstacle = mergeObstacle(source, target, count)
  if (obstacle === null) return ok(null)
  if (obstacle === 'patients') return refuse('DIFFERENT_PATIENTS')
  return refuse(obstacle === 'too-many' ? 'TOO_LARGE' : 'STATE_NOT_ALLOWED', { obstacle })
}

/** The target after the merge: nothing that asked for an answer in either asks less in both together. */
export function merged(source: Movable, target: Movable): Standing {
  const wakes = source.state === 'open' || (target.state === 'resolved' && isAlive(source.state))
  const isNewer = source.lastMessageAt > target.lastMessageAt
  const takesReason = mostUrgent(source.urgency, target.urgency) !== target.urgency
  return {
    ...(wakes ? OPEN : stateOf(target)),
    dueAt: earliest(source.dueAt, target.dueAt),
    unreadSince: earliest(source.unreadSince, target.unreadSince),
    assigneeId: target.assigneeId ?? source.assigneeId,
    urgency: mostUrgent(source.urgency, target.urgency),
    urgencyReason: takesReason ? source.urgencyReason : target.urgencyReason,
    tags: unite(target.tags, source.tags),
    patientId: target.patientId ?? source.patientId,
    relatedPersonId: target.patientId === null ? source.relatedPersonId : target.relatedPersonId,
    // Who wrote last must prove who he is here, too: no check moves with the words.
    sender: isNewer ? source.sender : target.sender,
  }
}

/** What came into a conversation after the move and stays there. */
export type Late = { urgency: Urgency; hasInbound: boolean }

/**
 * What undo gives back to a conversation that lived on: what the move changed and nobody since. What somebody decided meanwhile
 * stands, and so does what a later message asked for.
 */
export function restored(was: Standing, then: Standing, now: Standing, late: Late | null, at: Date): Standing {
  const keep = <K extends keyof Standing>(field: K): Standing[K] =>
    same(now[field], then[field]) ? was[field] : now[field]
  const isAsked = late?.hasInbound ?? false
  const sameState =
    now.state === then.state && now.waitingOn === then.waitingOn && now.snoozedUntil === then.snoozedUntil
  const added = then.tags.filter((tag) => !was.tags.includes(tag))
  return {
    ...stateAt(sameState && !isAsked ? was : now, at),
    dueAt: isAsked ? now.dueAt : keep('dueAt'),
    unreadSince: isAsked ? now.unreadSince : keep('unreadSince'),
    assigneeId: keep('assigneeId'),
    urgency: now.urgency === then.urgency ? mostUrgent(was.urgency, late?.urgency ?? 'routine') : now.urgency,
    urgencyReason:
      late && mostUrgent(was.urgency, late.urgency) !== was.urgency ? now.urgencyReason : keep('urgencyReason'),
    tags: now.tags.filter((tag) => !added.includes(tag)),
    patientId: keep('patientId'),
    relatedPersonId: keep('relatedPersonId'),
    sender: isAsked ? now.sender : keep('sender'),
  }
}

/** A conversation as it was, and open for what came to it meanwhile by its own token. */
export const reopened = (was: Standing, late: Late | null, now: Date): Standing => ({
  ...was,
  ...stateAt(was, now),
  ...(late?.hasInbound && was.state !== 'spam' ? OPEN : {}),
  urgency: mostUrgent(was.urgency, late?.urgency ?? 'routine'),
  dueAt: late?.hasInbound ? (was.dueAt ?? now.toISOString()) : was.dueAt,
  unreadSince: late?.hasInbound ? (was.unreadSince ?? now.toISOString()) : was.unreadSince,
})

export type UndoFacts = {
  kind: 'merge' | 'split'
  undoUntil: Date
  undoneAt: Date | null
  source: Pick<Movable, 'state' | 'mergedInto' | 'privacy' | 'patientId'>
  target: Pick<Movable, 'id' | 'state' | 'privacy' | 'patientId'>
}

/** A later merge of one of them is undone first; so each undo finds the rows where its move left them. */
export function decideUndo(
  { kind, undoUntil, undoneAt, source, target }: UndoFacts,
  now: Date,
): Result<null, 'STATE_NOT_ALLOWED'> {
  if (undoneAt !== null) return refuse('STATE_NOT_ALLOWED', { obstacle: 'undone' })
  if (now > undoUntil) return refuse('STATE_NOT_ALLOWED', { obstacle: 'too-late' })
  if (target.state === 'merged') return refuse('STATE_NOT_ALLOWED', { obstacle: 'target-state' })
  // Words that one alone reads do not come to where another one does.
  if (source.privacy && target.privacy && readerOf(source) !== readerOf(target))
    return refuse('STATE_NOT_ALLOWED', { obstacle: 'labels' })
  const isInPlace =
    kind === 'merge'
      ? source.state === 'merged' && source.mergedInto === target.id
      : source.state !== 'merged' && source.state !== 'closed'
  return isInPlace ? ok(null) : refuse('STATE_NOT_ALLOWED', { obstacle: 'source-state' })
}

export type ChosenMessage = { id: string; seq: number; direction: string; isOnItsWay: boolean }

/** Which messages may leave: written ones, not still on their way, and not all of them (then it is the whole conversation's matter). */
export function decideSplit(
  source: Pick<Movable, 'state'>,
  chosen: readonly ChosenMessage[],
  asked: number,
  staying: number,
): Result<null, 'STATE_NOT_ALLOWED' | 'NOT_FOUND' | 'TOO_LARGE'> {
  if (source.state === 'closed' || source.state === 'merged')
    return refuse('STATE_NOT_ALLOWED', { obstacle: 'source-state' })
  if (asked > MOVED_MAX) return refuse('TOO_LARGE', { obstacle: 'too-many' })
  if (chosen.length !== asked || chosen.some(({ direction }) => direction === 'event')) return refuse('NOT_FOUND')
  if (chosen.some(({ isOnItsWay }) => isOnItsWay)) return refuse('STATE_NOT_ALLOWED', { obstacle: 'on-its-way' })
  return staying > 0 ? ok(null) : refuse('STATE_NOT_ALLOWED', { obstacle: 'nothing-stays' })
}

/** What is split off: open, by the same hand, and due in the same time when somebody asked something in it. */
export const splitOff = (
  source: Standing,
  asked: { urgency: Urgency; hasInbound: boolean },
  { patientId, isOtherPatient }: { patientId: string | null; isOtherPatient: boolean },
): Standing => ({
  ...OPEN,
  dueAt: asked.hasInbound ? source.dueAt : null,
  unreadSince: asked.hasInbound ? source.unreadSince : null,
  assigneeId: source.assigneeId,
  urgency: asked.urgency,
  urgencyReason: asked.urgency === source.urgency ? source.urgencyReason : null,
  tags: source.tags,
  patientId,
  relatedPersonId: isOtherPatient ? null : source.relatedPersonId,
  // Without a sender no check of anybody counts.
  sender: isOtherPatient ? null : source.sender,
})

const readerOf = ({ privacy, patientId }: Pick<Movable, 'privacy' | 'patientId'>): string | null =>
  privacy?.readerId ?? patientId

const OPEN = { state: 'open', waitingOn: null, snoozedUntil: null, snoozedFor: null, resolvedAt: null } as const

const stateOf = ({ state, waitingOn, snoozedUntil, snoozedFor, resolvedAt }: Standing) => ({
  state,
  waitingOn,
  snoozedUntil,
  snoozedFor,
  resolvedAt,
})

const stateAt = (standing: Standing, at: Date) => (isSnoozeOver(standing, at) ? OPEN : stateOf(standing))

const isAlive = (state: ConversationState): boolean => state === 'open' || state === 'waiting' || state === 'snoozed'

const earliest = (one: string | null, other: string | null): string | null =>
  one === null || other === null ? (one ?? other) : one < other ? one : other

const unite = (one: readonly string[], other: readonly string[]): string[] =>
  [...new Set([...one, ...other])].toSorted()

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
