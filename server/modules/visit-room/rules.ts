/** What is right about visit rooms: who may be invited, who may join, and when a seat or a room is over (decision 0261). Pure. */
import {
  EMPTY_MINUTES,
  INVITED_HOURS,
  ROOM_HOURS,
  SEAT_LOST_SECONDS,
  SEATS_MAX,
  type ROOM_ENDS,
} from '#contract/visit-room.ts'
import type { IdentityLevel } from '#contract/role.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** A booked visit may begin late: its invitation is good for so long after its end. */
const AFTER_VISIT_MS = HOUR_MS
/** Signals of one seat within ten seconds; a browser that finds its way with four people needs some dozens. */
export const SIGNALS_PER_10S = 120
const SIGNAL_WINDOW_MS = 10_000
/** What nobody took within this time is of no use any more. */
export const SIGNAL_LIVES_MS = MINUTE_MS

export type RoomEnd = (typeof ROOM_ENDS)[number]
export type Person = { kind: 'staff' | 'patient' | 'related-person'; id: string }
export type Seat = { id: string; person: Person; seenAt: Date }
export type Room = {
  patientId: string
  untilAt: Date
  /** Since when both sides have met; the end of the invitation means nothing from then on. */
  metAt: Date | null
  /** Since when nobody is in it. */
  emptySince: Date | null
  endedAt: Date | null
}

type Invited = { state: string; patientId: string | null }

/** Where one may answer, whoever writes there is known for sure, and it is of a patient. */
export function decideInvite(
  { state, patientId }: Invited,
  level: IdentityLevel | undefined,
): Result<string, 'STATE_NOT_ALLOWED' | 'IDENTITY_TOO_LOW'> {
  if (state === 'closed' || state === 'merged' || state === 'spam') return refuse('STATE_NOT_ALLOWED')
  if (patientId === null || (level !== 'verified' && level !== 'verified_for')) return refuse('IDENTITY_TOO_LOW')
  return ok(patientId)
}

/** Until when somebody may come who has not been there. */
export const invitedUntil = (now: Date, visit: { endAt: Date } | null): Date =>
  new Date(Math.max(now.getTime() + INVITED_HOURS * HOUR_MS, visit ? visit.endAt.getTime() + AFTER_VISIT_MS : 0))

/** @returns the seat that this person has by another browser, which goes on here. */
export function decideJoin(
  room: Room,
  seats: readonly Seat[],
  person: Person,
): Result<{ before: Seat | undefined; isMeeting: boolean }, 'STATE_NOT_ALLOWED'> {
  if (room.endedAt) return refuse('STATE_NOT_ALLOWED', { why: 'over' })
  const before = seats.find((seat) => seat.person.id === person.id)
  if (!before && seats.length >= SEATS_MAX) return refuse('STATE_NOT_ALLOWED', { why: 'full' })
  const isMeeting = room.metAt === null && seats.some((seat) => isStaff(seat.person) !== isStaff(person))
  return ok({ before, isMeeting })
}

const isStaff = ({ kind }: Person): boolean => kind === 'staff'

export type Over = {
  lost: readonly Seat[]
  end: RoomEnd | null
}

/** What is over by itself. A browser that said nothing for half a minute is gone; a room ends when it is of no more use. */
export function whatIsOver(room: Room, seats: readonly Seat[], now: Date): Over {
  if (room.endedAt) return { lost: [], end: null }
  const lost = seats.filter(({ seenAt }) => now.getTime() - seenAt.getTime() > SEAT_LOST_SECONDS * 1000)
  return { lost, end: endOf(room, seats.length - lost.length, now) }
}

function endOf({ metAt, untilAt, emptySince }: Room, inside: number, now: Date): RoomEnd | null {
  if (metAt === null) return now >= untilAt ? 'expired' : null
  if (isOlder(metAt, ROOM_HOURS * HOUR_MS, now)) return 'time'
  return inside === 0 && emptySince !== null && isOlder(emptySince, EMPTY_MINUTES * MINUTE_MS, now) ? 'empty' : null
}

const isOlder = (at: Date, ms: number, now: Date): boolean => now.getTime() - at.getTime() >= ms

/** By a person of the desk. */
export const endByStaff = ({ metAt }: Room): RoomEnd => (metAt === null ? 'withdrawn' : 'ended')

export type Said = { count: number; since: Date | null }

/** What a seat has said in its window of ten seconds after `more` signals; null: that is too much. */
export function countSignals({ count, since }: Said, more: number, now: Date): { count: number; since: Date } | null {
  const isNew = since === null || isOlder(since, SIGNAL_WINDOW_MS, now)
  const next = isNew ? { count: more, since: now } : { count: count + more, since }
  return next.count > SIGNALS_PER_10S ? null : next
}
