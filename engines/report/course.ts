/** What one conversation did, as far as reports ask: read from its messages and its journal, never typed in (desk-D71). Pure. */

import type { ClockState } from '#engines/sla/clocks.ts'
import type { WaitingOn } from '#engines/sla/policy.ts'

/** Who wrote outward: a person, the assistant, or software with a ready text. */
export const WRITERS = ['person', 'bot', 'automatic'] as const
export type Writer = (typeof WRITERS)[number]

export type Step =
  /** The patient or who speaks for the patient; what machines send is no contact. */
  | { at: number; does: 'contact'; channel: string }
  /** An answered call and a served turn at the front desk are answers of a person (desk-D25). */
  | { at: number; does: 'answer'; by: Writer; staffId: string | null; channel: string }
  /** Somebody who waited for a person on the telephone or at the front desk went away. */
  | { at: number; does: 'left'; channel: string }
  | { at: number; does: 'state'; to: 'open' | 'waiting' | 'snoozed' | 'resolved' | 'spam' }
  /** From one person, or from one queue, to another. */
  | { at: number; does: 'transfer'; to: 'person' | 'queue' }
  /** The gate let something not go out. */
  | { at: number; does: 'refused'; by: 'person' | 'automatic'; reason: string }
  | { at: number; does: 'delivery'; channel: string; outcome: Outcome }

export const OUTCOMES = ['arrived', 'failed', 'unknown', 'blocked', 'cancelled', 'under-way'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Whom a conversation waited for: the patient, somebody outside, or ourselves (desk-D26). */
export const WAITED_FOR = ['patient', 'outside', 'ourselves'] as const
export type WaitedFor = (typeof WAITED_FOR)[number]

export const waitedFor = (on: WaitingOn): WaitedFor =>
  on === 'patient' ? 'patient' : on === 'clinician' ? 'ourselves' : 'outside'

/** A wait that is over; `workedMin`: of the opening hours. */
export type OverWait = { on: WaitedFor; from: number; workedMin: number }

/** `dueAt`: null while it is paused. */
export type RunClock = {
  kind: string
  startedAt: number
  state: ClockState
  dueAt: number | null
  breachedAt: number | null
}

export type Course = {
  channel: string
  queueId: string | null
  /** When its first message came or went. */
  at: number
  /** When somebody began it. Null: nobody yet, as where the house alone told of a visit; it is nobody's contact. */
  begunAt: number | null
  /** In the order of their instants; equal instants as they were written. Before it was begun, only what became of what was sent. */
  steps: readonly Step[]
  clocks: readonly RunClock[]
  waits: readonly OverWait[]
}

/** A resolved conversation is opened again by a contact within so many days (engines/sla). */
const REOPEN_MS = 14 * 86_400_000

/** Instants at which it was resolved, and at which it was opened again. */
export function resolutionsOf(steps: readonly Step[]): { resolved: number[]; reopened: number[] } {
  const resolved: number[] = []
  const reopened: number[] = []
  let since: number | null = null
  for (const step of steps) {
    if (step.does === 'state' && step.to === 'resolved') {
      if (since === null) resolved.push(step.at)
      since = step.at
    } else if (since !== null && opens(step, since)) {
      reopened.push(step.at)
      since = null
    }
  }
  return { resolved, reopened }
}

const opens = (step: Step, since: number): boolean =>
  (step.does === 'contact' && step.at - since <= REOPEN_MS) ||
  (step.does === 'state' && step.to !== 'resolved' && step.to !== 'spam')

/** `from` is not in it, `to` is; null: it goes on. */
export type Span = { from: number; to: number | null }

/** When somebody still had to do something with it. Nobody has with spam, nor with what nobody began. */
export function openSpans({ begunAt, steps }: Pick<Course, 'begunAt' | 'steps'>): Span[] {
  if (begunAt === null) return []
  const spans: Span[] = []
  let from: number | null = begunAt
  let resolvedAt: number | null = null
  let isSpam = false
  for (const step of steps) {
    if (step.does === 'state') isSpam = step.to === 'spam'
    if (step.does === 'state' && step.to === 'resolved') resolvedAt = step.at
    else if (resolvedAt !== null && opens(step, resolvedAt)) resolvedAt = null
    const isOpen = resolvedAt === null && !isSpam
    if (isOpen) from ??= Math.max(begunAt, step.at)
    else if (from !== null) {
      if (step.at > from) spans.push({ from, to: step.at })
      from = null
    }
  }
  return from === null ? spans : [...spans, { from, to: null }]
}

export type Wait = { from: number; to: number; by: Writer }

/** From the first contact to the first answer of each kind of writer. */
export function firstWaits(steps: readonly Step[]): Wait[] {
  const from = steps.find(({ does }) => does === 'contact')?.at
  if (from === undefined) return []
  return WRITERS.flatMap((by) => {
    const first = steps.find((step) => step.does === 'answer' && step.by === by && step.at >= from)
    return first ? [{ from, to: first.at, by }] : []
  })
}

/** From each further contact that waited for an answer to the next answer of a person or the assistant. */
export function nextWaits(steps: readonly Step[]): Wait[] {
  const waits: Wait[] = []
  let from: number | null = null
  let hadAnswer = false
  for (const step of steps) {
    if (step.does === 'contact' && hadAnswer) from ??= step.at
    if (step.does !== 'answer' || step.by === 'automatic') continue
    if (from !== null) waits.push({ from, to: step.at, by: step.by })
    from = null
    hadAnswer = true
  }
  return waits
}

/** Resolved by the first answer of a person, asked and answered once. */
export function isFirstContact(steps: readonly Step[]): boolean {
  const { resolved, reopened } = resolutionsOf(steps)
  const [end] = resolved
  if (end === undefined || reopened.length > 0) return false
  const answers = steps.filter((step) => step.does === 'answer' && step.by === 'person' && step.at <= end)
  const first = answers[0]?.at ?? Infinity
  return answers.length === 1 && !steps.some(({ does, at }) => does === 'contact' && at > first)
}

/** A chat whose writer says nothing for so long is over. Source: desk-D9, decision 0117. */
const CHAT_ENDS_MS = 30 * 60_000
const CHAT = 'widget'

export type LiveEnd = { at: number; channel: string; end: 'left' | 'answered' }

/** Of those who waited there and then, by telephone, at the front desk or in the chat: who was answered by a person, and who left before. */
export function liveEnds(steps: readonly Step[], now: number): LiveEnd[] {
  const ends: LiveEnd[] = []
  /** The last word of a chat that nobody has answered yet. */
  let last: number | null = null
  const leaveUntil = (at: number): void => {
    if (last === null || at - last <= CHAT_ENDS_MS) return
    ends.push({ at: last + CHAT_ENDS_MS, channel: CHAT, end: 'left' })
    last = null
  }
  for (const step of steps) {
    leaveUntil(step.at)
    if (step.does === 'contact' && step.channel === CHAT) last = step.at
    if (step.does === 'left') ends.push({ at: step.at, channel: step.channel, end: 'left' })
    if (step.does === 'answer' && step.by === 'person') {
      if (last !== null) ends.push({ at: step.at, channel: CHAT, end: 'answered' })
      else if (step.channel === 'voice' || step.channel === 'front-desk')
        ends.push({ at: step.at, channel: step.channel, end: 'answered' })
    }
    const isAnswered = step.does === 'answer' && step.by !== 'automatic'
    // Whoever resolves it, or takes it for spam, has seen that nobody waits.
    const isEnded = step.does === 'state' && (step.to === 'resolved' || step.to === 'spam')
    if (isAnswered || isEnded) last = null
  }
  leaveUntil(now)
  return ends
}

/** The next moment at which it may count otherwise although nothing happens: a clock is overdue, a chat is over. Null: none. */
export function nextLook({ steps, clocks }: Pick<Course, 'steps' | 'clocks'>, now: number): number | null {
  const moments = [
    ...clocks.flatMap((clock) => (isRunning(clock) && clock.dueAt !== null ? [clock.dueAt] : [])),
    ...steps.flatMap((step) => (step.does === 'contact' && step.channel === CHAT ? [step.at + CHAT_ENDS_MS + 1] : [])),
    ...steps.map(({ at }) => at),
  ].filter((at) => at > now)
  return moments.length === 0 ? null : Math.min(...moments)
}

/** Whether new terms may still change what became of it. */
export const isRunning = ({ state }: RunClock): boolean => state !== 'met' && state !== 'late' && state !== 'ended'
