/**
 * How sure we are who writes in a conversation, and how long that holds (trust-D17, desk-D8 to D10, decision 0010). Pure.
 *
 * A check belongs to one sender. Facts that others may know never verify: only a code to a contact point on file, a signed-in
 * session, or a documented check by staff.
 */
import type { CALL_CHECKS } from '#contract/call-back.ts'
import type { IdentityLevel } from '#contract/role.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { CODE_PAUSE_MIN, CODE_TRIES } from '#server/platform/six-digit-code.ts'

export type Check = { level: IdentityLevel; method: string; expiresAt: Date | null }

/** A verified chat falls back after this silence, and after this time in all (desk-D9). */
export const CHAT_IDLE_MIN = 30
export const CHAT_MAX_MIN = 12 * 60
/** A caller, until the call has ended, and a person at the desk. */
const PRESENT_MAX_MIN = 60
/** Mail and text messages (trust-D17), and the longest session of a patient. */
const WRITTEN_MAX_MIN = 24 * 60

/** Until when a check made now of this sender holds (`senderName` in server/modules/conversation); of nobody in particular no longer than of somebody present. */
export function expiryOf(sender: string | null, now: Date): Date {
  if (sender?.startsWith('visitor:')) return inMinutes(now, CHAT_IDLE_MIN)
  const isPresent = sender === null || /^(?:(?:unproven-)?call|walk-in):/.test(sender)
  return inMinutes(now, isPresent ? PRESENT_MAX_MIN : WRITTEN_MAX_MIN)
}

/** What the arrival of a message proves of its sender. A session is a proof; an address on file is a match and no more. */
export function checksOfArrival(level: IdentityLevel, now: Date): Check[] {
  if (level === 'none') return []
  const matched: Check = { level: 'matched', method: 'contact-on-file', expiresAt: null }
  return level === 'matched'
    ? [matched]
    : [matched, { level, method: 'session', expiresAt: inMinutes(now, WRITTEN_MAX_MIN) }]
}

export type Tries = { tries: number; pausedUntil: Date | null }

export const NO_TRIES: Tries = { tries: 0, pausedUntil: null }

export const isPaused = ({ pausedUntil }: Tries, now: Date): boolean => pausedUntil !== null && pausedUntil > now

export const triesLeft = (tries: Tries, now: Date): number =>
  isPaused(tries, now) ? 0 : CODE_TRIES - (tries.pausedUntil ? 0 : tries.tries)

/** A try is counted before it is compared. The last one opens the pause, whose end forgets the tries before it. */
export function countTry(before: Tries, now: Date): Result<Tries, 'SLOW_DOWN'> {
  if (isPaused(before, now)) return refuse('SLOW_DOWN', { retryAfterSeconds: secondsUntil(before.pausedUntil, now) })
  const tries = before.pausedUntil ? 1 : before.tries + 1
  return ok({ tries, pausedUntil: tries >= CODE_TRIES ? inMinutes(now, CODE_PAUSE_MIN) : null })
}

export const isSure = (level: IdentityLevel): boolean => level === 'verified' || level === 'verified_for'

export type CallFacts = {
  /** A patient is linked. */
  isLinked: boolean
  /** Somebody near the patient writes, with or without a live grant. */
  isRelated: boolean
  hasGrant: boolean
  /** From when on the number proves something, on file of the person who writes; null: it is not on file. */
  usableFrom: Date | null
}

/** What proves on the telephone who picked up (desk-D62): two facts, at a number that has been on file for a week. */
export function checkOfCall({ isLinked, isRelated, hasGrant, usableFrom }: CallFacts, now: Date): CallCheck {
  if (!isLinked) return 'nobody'
  if (isRelated && !hasGrant) return 'no-grant'
  if (usableFrom === null) return 'other-number'
  return usableFrom > now ? 'new-number' : 'two-facts'
}
type CallCheck = (typeof CALL_CHECKS)[number]

export const inMinutes = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * 60_000)
const secondsUntil = (moment: Date | null, now: Date): number =>
  moment ? Math.max(1, Math.ceil((moment.getTime() - now.getTime()) / 1000)) : 1
