/**
 * What is right for a conversation: its states, which conversation a message belongs to, where it goes and when it is due.
 * Pure: rows and the time come in.
 */
import { ok, refuse, type Result } from '#server/platform/result.ts'

export type ConversationState = 'open' | 'waiting' | 'snoozed' | 'resolved' | 'closed' | 'spam' | 'merged'
export type Urgency = 'routine' | 'urgent' | 'asap' | 'stat'
export type WaitingOn = 'patient' | 'clinician' | 'payer' | 'pharmacy' | 'laboratory' | 'other-office'
export type SnoozeEvent = 'result-filed' | 'authorization-decided' | 'form-returned' | 'visit-done'

/** Which state may follow which by a person's hand. Source: desk.md section 2. */
const FOLLOWS: Record<ConversationState, readonly ConversationState[]> = {
  open: ['waiting', 'snoozed', 'resolved', 'spam'],
  waiting: ['open', 'snoozed', 'resolved', 'waiting'],
  snoozed: ['open', 'resolved', 'snoozed'],
  resolved: ['open'],
  spam: ['open'],
  closed: [],
  merged: [],
}

export const mayBecome = (from: ConversationState, to: ConversationState): boolean => FOLLOWS[from].includes(to)

export const URGENCIES: readonly Urgency[] = ['routine', 'urgent', 'asap', 'stat']
export const isMoreUrgent = (one: Urgency, other: Urgency): boolean => URGENCIES.indexOf(one) > URGENCIES.indexOf(other)
export const mostUrgent = (one: Urgency, other: Urgency): Urgency => (isMoreUrgent(one, other) ? one : other)

/** A resolved conversation is opened again by a new message within this time at most; later it is closed. Source: desk.md section 2. */
export const REOPEN_DAYS = 14
/** The latest date of a snooze without an event, in days (desk-D17). */
export const SNOOZE_MAX_DAYS = 366

/** Nothing wakes what is put back into a snooze that is over by now: then it is open. */
export const isSnoozeOver = (was: { state: ConversationState; snoozedUntil: string | null }, now: Date): boolean =>
  was.state === 'snoozed' && was.snoozedUntil !== null && new Date(was.snoozedUntil) <= now

export type Candidate = { id: string; state: ConversationState; resolvedAt: Date | null }

/** Dangers that somebody who reads along may be the cause of, or must not learn of here (understanding-D39, decision 0179). */
const FOR_ONE_READER = ['self_harm', 'suicide_plan', 'abuse_child', 'abuse_partner', 'abuse_elder', 'sexual_assault']
export const isForOneReader = (crisisKinds: readonly string[]): boolean =>
  crisisKinds.some((kind) => FOR_ONE_READER.includes(kind))

export type Belongs = { to: 'same'; conversationId: string } | { to: 'new'; follows: string | null }

/** Where a message goes that names a conversation its sender may write to; `undefined`: it names none. What was merged was followed before. Source: desk-D5. */
export function belongsTo(candidate: Candidate | undefined, now: Date, reopenDays = REOPEN_DAYS): Belongs {
  if (!candidate) return { to: 'new', follows: null }
  if (candidate.state === 'closed') return { to: 'new', follows: candidate.id }
  if (candidate.state === 'resolved' && candidate.resolvedAt && daysBetween(candidate.resolvedAt, now) > reopenDays) {
    return { to: 'new', follows: candidate.id }
  }
  return { to: 'same', conversationId: candidate.id }
}

/** The same person about the same matter goes on in the same conversation within this time, in hours. Source: desk-D5. */
export const CONTINUES_HOURS = 72
/** What people say to anybody about anything: two of these are not about the same matter. */
const NO_MATTER = new Set(['greeting', 'goodbye', 'compliment', 'speak_to_human', 'bot_identity', 'out_of_scope'])

/** What a message is about, where that says which conversation it may belong to. */
export const matterOf = ([first]: readonly string[]): string | null =>
  first === undefined || NO_MATTER.has(first) ? null : first

/** The state after a message came in. Automatic mail reopens nothing and wakes nothing (desk-D51). */
export function stateAfterMessage(state: ConversationState, isAutomatic: boolean): ConversationState {
  if (isAutomatic || state === 'spam' || state === 'closed') return state
  return 'open'
}

export type Queue = {
  id: string
  kind: 'service' | 'clinical' | 'billing'
  siteId: string | null
  languages: readonly string[]
  firstReplyMinutes: number
}
export type ContentClass = 'service' | 'clinical' | 'billing'

/** The queue for a message: kind first, then site, then language; the first queue of the kind if none fits better. */
export function chooseQueue(
  queues: readonly Queue[],
  kind: ContentClass,
  siteId: string | null,
  language: string,
): Queue | undefined {
  const score = (queue: Queue): number =>
    (queue.siteId === siteId && siteId !== null ? 4 : queue.siteId === null ? 2 : 0) +
    (queue.languages.includes(language) ? 1 : 0)
  const ofKind = queues.filter((queue) => queue.kind === kind)
  const pool = ofKind.length > 0 ? ofKind : queues
  return pool.toSorted((a, b) => score(b) - score(a) || (a.id < b.id ? -1 : 1))[0]
}

const CLINICAL_INTENTS = new Set([
  'symptom_report',
  'refill_prescription',
  'medication_question',
  'test_results',
  'mental_health_support',
  'vaccine',
])
const BILLING_INTENTS = new Set([
  'bill_question',
  'pay_bill',
  'financial_help',
  'insurance_question',
  'prior_authorization',
])

/** What kind of words these are. Anything that sounds of a symptom counts as clinical. Source: trust.md section 2. */
export function contentClassOf(urgency: Urgency, intents: readonly string[], hasFindings: boolean): ContentClass {
  if (urgency !== 'routine' || hasFindings || intents.some((intent) => CLINICAL_INTENTS.has(intent))) return 'clinical'
  return intents.some((intent) => BILLING_INTENTS.has(intent)) ? 'billing' : 'service'
}

export type Seen = {
  seq: number
  direction: 'in' | 'out' | 'note' | 'event'
  authorKind: string
  authorId: string | null
}

/** Two people must not answer past each other: anything said after what the writer saw stops the answer (desk-D14). */
export function decideCollision(newer: readonly Seen[]): Result<null, 'CONVERSATION_MOVED'> {
  const said = newer.filter(
    ({ direction, authorKind }) => (direction === 'in' || direction === 'out') && authorKind !== 'system',
  )
  return said.length === 0 ? ok(null) : refuse('CONVERSATION_MOVED', { seqs: said.map(({ seq }) => seq) })
}

export function decideSnooze(until: Date, now: Date): Result<Date, 'INVALID_INPUT'> {
  const days = daysBetween(now, until)
  return days > 0 && days <= SNOOZE_MAX_DAYS ? ok(until) : refuse('INVALID_INPUT', { field: 'until' })
}

export type ResolveFacts = { openAlerts: readonly string[]; unknownDeliveries: readonly string[] }

/** A conversation with an open red flag or a delivery nobody knows of is not done; the refusal names them (desk-D16). */
export function decideResolve({
  openAlerts,
  unknownDeliveries,
}: ResolveFacts): Result<null, 'OPEN_SAFETY_QUESTION' | 'DELIVERY_UNKNOWN'> {
  if (openAlerts.length > 0) return refuse('OPEN_SAFETY_QUESTION', { alertIds: openAlerts })
  return unknownDeliveries.length > 0 ? refuse('DELIVERY_UNKNOWN', { deliveryIds: unknownDeliveries }) : ok(null)
}

/** The red-flag ladder: who is asked at which step. Source: desk-D3. */
export const LADDER = ['first-nurse', 'second-nurse', 'supervisor', 'on-call-phone'] as const
export const LADDER_STEP_SECONDS = 60

/** The same emergency text is not repeated within this time in one conversation, in minutes. */
export const EMERGENCY_TEXT_GAP_MIN = 10

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A number to say on the phone: 9 random characters and a check character (Crockford base 32). Never an access right. */
export function conversationNumber(random: Uint8Array): string {
  let text = ''
  let sum = 0
  for (let n = 0; n < 9; n++) {
    const digit = (random[n] ?? 0) & 31
    text += CROCKFORD[digit]
    sum = (sum * 32 + digit) % 31
  }
  return text + CROCKFORD[sum]
}

const daysBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 86_400_000
