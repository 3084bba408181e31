/** What is right about visits: their time, what may be done with them, and when they are told by a text. Pure. */
import { RESTORE_MINUTES } from '#contract/appointment.ts'
import { whenShown } from '#engines/calendar/time-zone.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'

/** Visits ahead of one patient. */
export const VISITS_MAX = 50
/** How far ahead a visit is noted, in days: what lies beyond is a slip of the year. */
const AHEAD_DAYS = 731

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** What the clock of the site is to show, `YYYY-MM-DD` and `hh:mm`. */
export type WallClock = { day: string; time: string; which?: 'first' | 'second' | undefined }
type TimeRefusal = 'TIME_DOES_NOT_EXIST' | 'TIME_IS_AMBIGUOUS' | 'IN_THE_PAST' | 'INVALID_INPUT'

/** The instant that is meant, where it lies ahead. */
export function decideStart(wall: WallClock, timeZone: string, now: Date): Result<Date, TimeRefusal> {
  const meant = instantMeant(wall, timeZone)
  if (!meant.ok) return meant
  const aheadMs = meant.value.getTime() - now.getTime()
  if (aheadMs <= 0) return refuse('IN_THE_PAST', { field: 'day' })
  return aheadMs > AHEAD_DAYS * DAY_MS ? refuse('INVALID_INPUT', { field: 'day' }) : meant
}

/** The instant at which the clock of the site shows what was said. */
export function instantMeant(
  { day, time, which }: WallClock,
  timeZone: string,
): Result<Date, 'TIME_DOES_NOT_EXIST' | 'TIME_IS_AMBIGUOUS'> {
  const shown = whenShown(timeZone, Date.parse(`${day}T${time}Z`))
  if (shown.times === 'never') return refuse('TIME_DOES_NOT_EXIST', { field: 'time', times: shown.near.map(iso) })
  if (shown.times === 'once') return ok(new Date(shown.at))
  if (!which) return refuse('TIME_IS_AMBIGUOUS', { field: 'time', times: shown.at.map(iso) })
  return ok(new Date(shown.at[which === 'second' ? 1 : 0]))
}

const iso = (at: number): string => new Date(at).toISOString()

export type Standing = {
  status: 'booked' | 'cancelled'
  startAt: Date
  cancelledAt: Date | null
  cancelledBy: 'staff' | 'portal' | 'sms' | null
  version: number
}
type ChangeRefusal = 'CHANGED_MEANWHILE' | 'STATE_NOT_ALLOWED'

export function decideCancel(visit: Standing, version: number, now: Date): Result<null, ChangeRefusal> {
  if (visit.version !== version) return refuse('CHANGED_MEANWHILE', { version: visit.version })
  return visit.status === 'booked' && visit.startAt > now ? ok(null) : refuse('STATE_NOT_ALLOWED')
}

/** The patient's side takes back what was cancelled there, not what the clinic cancelled. */
export function decideRestore(
  visit: Standing,
  { version, by }: { version: number; by: 'staff' | 'portal' },
  now: Date,
): Result<null, ChangeRefusal> {
  if (visit.version !== version) return refuse('CHANGED_MEANWHILE', { version: visit.version })
  const isTheirs = by === 'staff' || visit.cancelledBy !== 'staff'
  const until = restoreUntil(visit)
  return isTheirs && until !== null && now <= until ? ok(null) : refuse('STATE_NOT_ALLOWED')
}

/** Until when a cancellation can be taken back, and never once the visit would have begun. */
export function restoreUntil({ startAt, cancelledAt }: Pick<Standing, 'startAt' | 'cancelledAt'>): Date | null {
  if (cancelledAt === null) return null
  return new Date(Math.min(cancelledAt.getTime() + RESTORE_MINUTES * MINUTE_MS, startAt.getTime() - 1))
}

export type Step = 'two-days' | 'two-hours'
/** When a visit is told before its start. Elapsed time: on a day with another clock it is the same length of time. */
const STEPS: readonly { step: Step; beforeMs: number }[] = [
  { step: 'two-days', beforeMs: 2 * DAY_MS },
  { step: 'two-hours', beforeMs: 2 * HOUR_MS },
]
/** Whoever has just been given a visit is not told of it at once. */
const NOT_BEFORE_MS = 15 * MINUTE_MS
/** So late a text tells nothing that is still of use. */
const LATE_MS = HOUR_MS

export type PlannedStep = { step: Step; dueAt: Date; cause: 'TOO_LATE' | null }

/** The texts of a visit that is noted now. A step whose moment is over, or comes within a quarter of an hour, is skipped; the next one tells. */
export const planReminders = (startAt: Date, now: Date): PlannedStep[] =>
  STEPS.map(({ step, beforeMs }) => {
    const dueAt = new Date(startAt.getTime() - beforeMs)
    return { step, dueAt, cause: dueAt.getTime() - now.getTime() < NOT_BEFORE_MS ? 'TOO_LATE' : null }
  })

/** Whether the moment of a step is over: an hour after it was due, or the visit has begun. */
export const isTooLate = ({ dueAt, startAt }: { dueAt: Date; startAt: Date }, now: Date): boolean =>
  now.getTime() - dueAt.getTime() > LATE_MS || now >= startAt

/** A text that may not ring at night waits for the morning where that leaves time before the visit. */
export const mayWaitUntil = (until: Date, startAt: Date): boolean => startAt.getTime() - until.getTime() >= 2 * HOUR_MS
