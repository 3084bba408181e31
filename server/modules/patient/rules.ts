/** Changes of addresses and grants: what is right (trust-D13, trust-D18, desk-D9). Pure. */
import type { PROXY_BASES, PROXY_END_REASONS } from '#contract/patient.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'

/** Addresses and numbers of one person, old ones left out. */
export const CONTACTS_MAX = 10

/** After an address stopped being used, no other of the same person does for this long: two cannot both be changed in one session. */
const MOVE_GAP_HOURS = 24

export type Move = { contactPointId: string; movedAt: Date }

/** May this address be replaced or taken away now? Changing the same one again corrects it, and is allowed. */
export function decideMove(
  contactPointId: string,
  moves: readonly Move[],
  now: Date,
): Result<null, 'CONTACT_CHANGED_TODAY'> {
  const recent = moves.some(
    (move) =>
      move.contactPointId !== contactPointId && now.getTime() - move.movedAt.getTime() < MOVE_GAP_HOURS * 3_600_000,
  )
  return recent ? refuse('CONTACT_CHANGED_TODAY') : ok(null)
}

export type Basis = (typeof PROXY_BASES)[number]
export type EndReason = (typeof PROXY_END_REASONS)[number]

/** Age at which a parent's right ends, in years. A practice with other rules ends grants earlier, by their date. */
const ADULT_AT_YEARS = 18

/** How far ahead a grant may begin, in days: what is seen today says little of later. */
const GRANT_AHEAD_DAYS = 366

/**
 * The first local day on which a grant holds, null: at once; and the first on which it no longer does, null: without an end. A grant ends at local
 * midnight (desk-D9), a parent's on the child's birthday at the latest (trust-D13).
 *
 * @param askedDay the last moment asked for, as the day of the patient's zone on which the grant is to be over.
 * @param today the day in the patient's zone. All days are written YYYY-MM-DD.
 */
export function decideGrantDays(
  grant: { basis: Basis; birthDate: string; startDay: string | null; askedDay: string | null },
  today: string,
): Result<{ startsOn: string | null; endsOn: string | null }, 'INVALID_INPUT'> {
  const { basis, birthDate, startDay, askedDay } = grant
  const first = startDay ?? today
  if (first < today || first > dayAfter(today, GRANT_AHEAD_DAYS)) return refuse('INVALID_INPUT', { field: 'startsAt' })
  if (askedDay !== null && askedDay <= first) return refuse('INVALID_INPUT', { field: 'endsAt' })
  const startsOn = first === today ? null : first
  if (basis !== 'parent-of-minor') return ok({ startsOn, endsOn: askedDay })
  const adultOn = adultFrom(birthDate)
  if (adultOn <= first) return refuse('INVALID_INPUT', { field: 'basis' })
  return ok({ startsOn, endsOn: askedDay !== null && askedDay < adultOn ? askedDay : adultOn })
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The first day on which no parent acts for somebody any more. */
export const adultFrom = (birthDate: string): string => birthdayOf(birthDate, ADULT_AT_YEARS)

/** Who was born on 29 February grows a year older on 1 March of a year without that day. */
export function birthdayOf(birthDate: string, age: number): string {
  const [year = 0, month = 1, day = 1] = birthDate.split('-').map(Number)
  return new Date(Date.UTC(year + age, month - 1, day)).toISOString().slice(0, 10)
}

/** The calendar day of a moment in a zone, YYYY-MM-DD. */
export function localDay(moment: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return parts.format(moment)
}

/** The first day that begins at or after this moment: a grant until somewhere in a day ends at the midnight after it. */
export function dayOver(moment: Date, timeZone: string): string {
  const day = localDay(moment, timeZone)
  const justBefore = localDay(new Date(moment.getTime() - 1), timeZone)
  return justBefore === day ? dayAfter(day, 1) : day
}
