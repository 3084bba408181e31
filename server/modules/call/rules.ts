/** What is right for calls and call-backs: their states, when a call was abandoned, when somebody is called back. Pure. */
import { primaryOf } from '#engines/macro/macro.ts'
import type { CallState as Flow } from '#engines/ivr/call-flow.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'

export type CallStateName =
  | 'menu'
  | 'queued'
  | 'ringing'
  | 'talking'
  | 'held'
  | 'recording'
  | 'talked'
  | 'voicemail'
  | 'call_back'
  | 'hung_up'
  | 'abandoned'
  | 'no_answer'
  | 'busy'
  | 'machine'
  | 'failed'

/** States of a call that goes on. */
export const OPEN_CALL: readonly CallStateName[] = ['menu', 'queued', 'ringing', 'talking', 'held', 'recording']
export const isOver = (state: CallStateName): boolean => !OPEN_CALL.includes(state)
/** At a telephone of the desk: it rings there, or somebody talks. */
export const isAtDesk = (state: CallStateName): boolean => state === 'ringing' || state === 'talking'

/** What was asked of the carrier longer ago than this it did not hear, in seconds. */
const ASKED_SECONDS = 60
export const isStillAsked = (askedAt: Date | null, now: Date): boolean =>
  askedAt !== null && now.getTime() - askedAt.getTime() <= ASKED_SECONDS * 1000

/** Somebody who waited longer than this in the line and hung up has abandoned the call, in seconds (desk-D63). */
export const ABANDONED_AFTER_SECONDS = 10

/** How a call ends that its caller has left. `answeredAt`: a person talked with the caller, who does not wait for one since. */
export function stateAtHangUp(
  { state, queuedAt, answeredAt }: { state: CallStateName; queuedAt: Date | null; answeredAt: Date | null },
  now: Date,
): CallStateName {
  if (isOver(state)) return state
  if (answeredAt !== null && (isAtDesk(state) || state === 'held')) return 'talked'
  const waited = queuedAt === null || state === 'recording' ? 0 : (now.getTime() - queuedAt.getTime()) / 1000
  return waited > ABANDONED_AFTER_SECONDS ? 'abandoned' : 'hung_up'
}

/** The state of a call that stands at this place of its way; `isWaiting`: in the line, whatever it is asked meanwhile. */
export function stateAt(at: Exclude<Flow['at'], 'ended'>, isWaiting: boolean): CallStateName {
  if (at === 'dialing') return 'ringing'
  if (at === 'recording') return 'recording'
  if (at === 'held') return 'held'
  return isWaiting && (at === 'holding' || at === 'offer') ? 'queued' : 'menu'
}

/** A call-back may be booked from an hour to thirty days ahead (desk-D62). */
export const BOOKED_FROM_MIN = 60
export const BOOKED_TO_DAYS = 30

/** Tries of one call-back, and the minutes between them (desk-D62: at 0, 10 and 60 minutes). */
export const TRIES_MAX = 3
const NEXT_TRY_MIN: readonly number[] = [10, 50]

/** `quietUntil`: it is night there at `at`; `isOpen`: somebody is here to call. */
export function decideBooking(
  at: Date,
  { quietUntil, isOpen }: { quietUntil: Date | null; isOpen: boolean },
  now: Date,
): Result<Date, 'INVALID_INPUT' | 'QUIET_HOURS'> {
  const minutes = (at.getTime() - now.getTime()) / 60_000
  if (minutes < BOOKED_FROM_MIN || minutes > BOOKED_TO_DAYS * 24 * 60)
    return refuse('INVALID_INPUT', { field: 'at', reason: 'too-soon-or-late' })
  if (quietUntil !== null) return refuse('QUIET_HOURS', { field: 'at', until: quietUntil.toISOString() })
  return isOpen ? ok(at) : refuse('INVALID_INPUT', { field: 'at', reason: 'closed' })
}

/** Times are offered at the quarters of an hour. */
export const OFFERED_EVERY_MIN = 15
/** A day with a change of the clocks has 25 hours. */
const OFFERED_MAX = (25 * 60) / OFFERED_EVERY_MIN

/**
 * The times between `from` and `to` (at most a day apart) at which a call-back can be promised. `taken`: calls promised already; at one time no
 * more than `atOnce`.
 */
export function freeTimes(
  { from, to }: { from: Date; to: Date },
  { isOpen, quietUntil, taken, atOnce }: Freedom,
  now: Date,
): Date[] {
  const step = OFFERED_EVERY_MIN * 60_000
  const first = Math.ceil(from.getTime() / step) * step
  return Array.from({ length: OFFERED_MAX }, (_, place) => new Date(first + place * step)).filter((at) => {
    if (at >= to || !decideBooking(at, { quietUntil: quietUntil(at), isOpen: isOpen(at) }, now).ok) return false
    return hasRoom(at, taken, atOnce)
  })
}

/** The telephones of the desk take another call at this time. */
export const hasRoom = (at: Date, taken: readonly Date[], atOnce: number): boolean =>
  taken.filter((other) => Math.abs(other.getTime() - at.getTime()) < OFFERED_EVERY_MIN * 60_000).length < atOnce
type Freedom = {
  isOpen: (at: Date) => boolean
  quietUntil: (at: Date) => Date | null
  taken: readonly Date[]
  atOnce: number
}

/** When it is tried again after the try number `tries` (1, 2, 3) failed at `now`; null: that was the last one. */
export function nextTry(tries: number, now: Date): Date | null {
  const minutes = NEXT_TRY_MIN[tries - 1]
  return tries >= TRIES_MAX || minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000)
}

/** The language in which an interpreter is needed; null: whoever calls speaks it, in whichever of its kinds. */
export const interpreterFor = (language: string, spoken: readonly string[]): string | null =>
  spoken.some((own) => primaryOf(own) === primaryOf(language)) ? null : language
