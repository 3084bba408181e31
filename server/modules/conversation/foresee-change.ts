/** What a change would do to a conversation, without doing it: for a preview that says the same as the change itself (desk-D20). Pure. */
import type { Refusal } from '#contract/refusal.ts'
import type { Role } from '#contract/role.ts'
import { canOpen } from './policy.ts'
import {
  decideResolve,
  decideSnooze,
  mayBecome,
  type ConversationState,
  type SnoozeEvent,
  type WaitingOn,
} from './rules.ts'

export type NextState =
  | { state: 'open' | 'resolved' | 'spam' }
  | { state: 'waiting'; waitingOn: WaitingOn }
  | { state: 'snoozed'; until: string; event?: SnoozeEvent }

/** A change that can be made of many conversations at once, and undone. */
export type Change =
  | { do: 'state'; to: NextState }
  | { do: 'assign'; staffId: string | null }
  | { do: 'queue'; queueId: string }
  | { do: 'tags'; add: readonly string[]; remove: readonly string[] }

/** A conversation as it stands before a change. */
export type ChangeFacts = {
  version: number
  state: ConversationState
  waitingOn: WaitingOn | null
  assigneeId: string | null
  assignment: 'unassigned' | 'offered' | 'assigned'
  queueId: string | null
  tags: readonly string[]
  labels: readonly string[]
  patientId: string | null
  openAlerts: readonly string[]
  unknownDeliveries: readonly string[]
}

/** To whom or where a change leads; null: there is nobody, or no such queue. */
export type ChangeTarget = {
  staff: { isActive: boolean; role: Role; labels: readonly string[] } | null
  queue: { id: string } | null
}

export type Foreseen =
  { outcome: 'changes'; refusal: null } | { outcome: 'same'; refusal: null } | { outcome: 'refused'; refusal: Refusal }

const CHANGES: Foreseen = { outcome: 'changes', refusal: null }
const SAME: Foreseen = { outcome: 'same', refusal: null }
const refused = (refusal: Refusal): Foreseen => ({ outcome: 'refused', refusal })

/** `seenVersion`: on which the change was decided; tags unite, so for them it is not asked (desk-D21). */
export function foresee(
  change: Change,
  seenVersion: number,
  facts: ChangeFacts | undefined,
  target: ChangeTarget,
  now: Date,
): Foreseen {
  if (!facts) return refused('NOT_FOUND')
  if (facts.state === 'merged') return refused('STATE_NOT_ALLOWED')
  if (change.do === 'tags') return foreseeTags(change, facts)
  if (facts.version !== seenVersion) return refused('CHANGED_MEANWHILE')
  if (change.do === 'assign') return foreseeAssign(change.staffId, facts, target)
  if (change.do === 'state') return foreseeState(change.to, facts, now)
  if (!target.queue) return refused('NOT_FOUND')
  return facts.queueId === change.queueId ? SAME : CHANGES
}

function foreseeState(to: NextState, facts: ChangeFacts, now: Date): Foreseen {
  if (
    to.state === facts.state &&
    to.state !== 'snoozed' &&
    (to.state !== 'waiting' || to.waitingOn === facts.waitingOn)
  )
    return SAME
  if (!mayBecome(facts.state, to.state)) return refused('STATE_NOT_ALLOWED')
  const decision =
    to.state === 'resolved'
      ? decideResolve(facts)
      : to.state === 'snoozed'
        ? decideSnooze(new Date(to.until), now)
        : undefined
  return decision && !decision.ok ? refused(decision.refusal) : CHANGES
}

function foreseeAssign(staffId: string | null, facts: ChangeFacts, { staff }: ChangeTarget): Foreseen {
  if (staffId === null) return facts.assigneeId === null ? SAME : CHANGES
  if (!mayOpen(staff, facts.labels)) return refused('NOT_A_READER')
  return facts.assigneeId === staffId && facts.assignment === 'assigned' ? SAME : CHANGES
}

/** Whether somebody can be given a conversation with these labels. */
export const mayOpen = (staff: ChangeTarget['staff'], labels: readonly string[]): boolean =>
  staff !== null && staff.isActive && canOpen(staff, labels)

function foreseeTags(
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
  { tags }: ChangeFacts,
): Foreseen {
  const after = tagsAfter(tags, { add, remove })
  return after.length === tags.length && after.every((tag) => tags.includes(tag)) ? SAME : CHANGES
}

/** The tags of a conversation after some were added and taken away; what is both is taken away. */
export const tagsAfter = (
  tags: readonly string[],
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
): string[] => [...new Set([...tags, ...add])].filter((tag) => !remove.includes(tag))
