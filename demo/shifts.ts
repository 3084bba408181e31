/** The weeks in which people work, and the shifts that follow from them: the nurses' lines are never without anybody, the others keep the hours of their site. */
import { openSpansOf, type Calendar, type Period, type Weekday } from '#engines/calendar/calendar.ts'
import { localDayOf } from '#engines/calendar/time-zone.ts'
import { DAY } from './calendar.ts'
import type { Clinic } from './clinic.ts'
import { demoId } from './demo-id.ts'
import { actorOf, type JournalBook } from './journal-book.ts'
import type { Rows } from './rows.ts'

type Shifts = { seed: string; clinic: Clinic; rows: Rows; book: JournalBook; now: Date }

/** When the weeks were written down, and one of them changed; both count for the shifts that are still to come. */
const WRITTEN_DAYS_AGO = 12
const CHANGED_DAYS_AGO = 3
/** Shifts stand in the table from so long ago until so far ahead, as the product plans them. */
const PAST_DAYS = 12
const PLANNED_DAYS = 56
/** Somebody is away for a week: so many days from now. */
const VACATION_DAYS = [9, 10, 11, 12, 13, 14, 15]

const WORKDAYS = 'mon tue wed thu fri'
/** By the address before the at sign: days, and periods of each. */
const WEEKS: Record<string, readonly (readonly [days: string, periods: string])[]> = {
  'marcus.ellery': [[WORKDAYS, '08:00-17:00']],
  'ines.carranza': [[WORKDAYS, '08:00-16:30']],
  'samira.haddad': [[WORKDAYS, '09:30-18:00']],
  'an.pham': [
    ['mon wed fri', '08:00-14:00'],
    ['sat', '09:00-13:00'],
  ],
  'tobias.renner': [['tue wed thu fri', '08:00-17:30']],
  'grace.lo': [
    [WORKDAYS, '08:00-12:00 13:00-17:30'],
    ['sat', '09:00-13:00'],
  ],
  'wes.calloway': [
    [WORKDAYS, '08:00-18:00'],
    ['sat', '09:00-13:00'],
  ],
  'beatriz.nogueira': [
    [WORKDAYS, '08:00-12:00 13:00-17:30'],
    ['sat', '09:00-13:00'],
  ],
  'joy.begaye': [
    ['mon tue wed fri', '08:30-17:00'],
    ['thu', '08:30-12:30 13:00-19:30'],
  ],
  'priya.raman': [['mon tue wed thu', '07:00-19:00']],
  // From Dry Fork, two hours behind: the night of Port Ellis.
  'mateo.rivas': [['mon tue wed thu', '17:00-05:00']],
  'linh.doan': [['fri sat sun', '07:00-19:00']],
  'colleen.draper': [['fri sat sun', '19:00-07:00']],
  'helen.achterberg': [[WORKDAYS, '08:30-17:00']],
  'omar.nasser': [['mon tue thu fri', '08:00-17:30']],
  'wei-lin.chou': [[WORKDAYS, '08:30-17:00']],
  'gloria.petrakis': [[WORKDAYS, '08:00-16:30']],
  'neil.huang': [['mon tue wed', '10:00-18:30']],
}
const ON_VACATION = 'ines.carranza'

export function buildShifts({ seed, clinic, rows, book, now }: Shifts): void {
  const organization_id = clinic.organizationId
  const author = clinic.staff.find(({ role }) => role === 'supervisor')
  const firstZone = clinic.sites[0]?.timeZone
  if (!author || !firstZone) throw new Error('the demonstration has nobody who plans its shifts')
  for (const [name, days] of Object.entries(WEEKS)) {
    const member = clinic.staff.find(({ email }) => email.startsWith(`${name}@`))
    if (!member) throw new Error(`the demonstration has nobody called ${name}`)
    const timeZone = clinic.sites.find(({ id }) => id === member.siteId)?.timeZone ?? firstZone
    const week = { timeZone, weekly: weekOf(days), exceptions: [] }
    const versions = name === ON_VACATION ? [week, { ...week, exceptions: vacation(timeZone, now) }] : [week]
    const shifts = shiftsOf(versions.at(-1) ?? week, now)
    for (const [n, { startsAt, endsAt }] of shifts.entries())
      rows.shift.push({
        organization_id,
        id: demoId(`${seed}/shift/${name}/${n}`, startsAt),
        staff_id: member.id,
        starts_at: startsAt,
        ends_at: endsAt,
      })
    for (const [n, calendar] of versions.entries()) {
      const version = n + 1
      const at = new Date(now.getTime() - (n === 0 ? WRITTEN_DAYS_AGO : CHANGED_DAYS_AGO) * DAY)
      rows.shift_pattern.push({
        organization_id,
        staff_id: member.id,
        version,
        time_zone: timeZone,
        weekly: calendar.weekly,
        exceptions: calendar.exceptions.map((exception) => ({ ...exception })),
        author_id: author.id,
        at,
        planned_until: new Date(now.getTime() + PLANNED_DAYS * DAY),
      })
      book.write({
        event: 'staff.week-changed',
        action: 'U',
        actor: actorOf(author),
        at,
        resourceKind: 'workload',
        resourceId: member.id,
        detail: { version, shifts: shifts.filter(({ startsAt }) => startsAt >= at).length },
      })
    }
  }
}

function weekOf(lines: readonly (readonly [string, string])[]): Calendar['weekly'] {
  const days = lines.flatMap(([names, periods]) => names.split(' ').map((day) => [day as Weekday, periodsOf(periods)]))
  return Object.fromEntries(days) as Calendar['weekly']
}

const periodsOf = (text: string): Period[] =>
  text.split(' ').map((period) => ({ from: period.slice(0, 5), to: period.slice(6) }))

const vacation = (timeZone: string, now: Date) =>
  VACATION_DAYS.map((days) => ({
    date: new Date((localDayOf(timeZone, now.getTime()) + days) * DAY).toISOString().slice(0, 10),
    periods: [],
    name: 'Vacation',
  }))

function shiftsOf(calendar: Calendar, now: Date): { startsAt: Date; endsAt: Date }[] {
  const today = localDayOf(calendar.timeZone, now.getTime())
  const until = now.getTime() + PLANNED_DAYS * DAY
  return Array.from({ length: PAST_DAYS + PLANNED_DAYS + 1 }, (_, n) => openSpansOf(calendar, today - PAST_DAYS + n))
    .flat()
    .filter(({ from }) => from < until)
    .map(({ from, to }) => ({ startsAt: new Date(from), endsAt: new Date(to) }))
}
