/** Visits of the demonstration: about a third of the patients have one ahead, some have two, and some were cancelled lately. */
import type { Span } from '#engines/calendar/calendar.ts'
import { DAY_MS, localDayOf, localMinuteOf } from '#engines/calendar/time-zone.ts'
import { nextOpenings } from '#engines/calendar/working-time.ts'
import { planReminders } from '#server/modules/appointment/rules.ts'
import type { CalendarRow } from '#server/modules/service-policy/index.ts'
import type { Clinic } from './clinic.ts'
import { demoId } from './demo-id.ts'
import { actorOf, SYSTEM, type Actor, type JournalBook } from './journal-book.ts'
import type { Patient } from './people.ts'
import { seededRandom, type Random } from './random.ts'
import type { Rows } from './rows.ts'

type Visits = { seed: string; clinic: Clinic; people: readonly Patient[]; rows: Rows; book: JournalBook; now: Date }

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** How far ahead visits are noted; a day has two openings at most. */
const AHEAD_DAYS = 60
const OPENINGS = 2 * AHEAD_DAYS
/** Nothing begins before a newcomer has looked around. */
const SOONEST_MS = 3 * HOUR_MS
const GRID_MS = 20 * MINUTE_MS
/** Between two visits of one patient, at the least. */
const BETWEEN_MS = 7 * DAY_MS
/** How long ago a visit was noted, at most, and when those that are cancelled were. */
const BOOKED_AGO_MS = 30 * DAY_MS
const LATELY_MS = 5 * DAY_MS
const SHARES = { ahead: 0.36, second: 0.18, cancelled: 0.12 }

/** What people of an age come for, in minutes. */
const MATTERS: readonly { until: number; of: readonly (readonly [what: string, minutes: number])[] }[] = [
  {
    until: 3,
    of: [
      ['Well-child check', 30],
      ['Vaccines', 15],
      ['Weight check', 15],
    ],
  },
  {
    until: 17,
    of: [
      ['Yearly check-up', 30],
      ['Vaccines', 15],
      ['Sports form', 20],
      ['Asthma check', 20],
    ],
  },
  {
    until: 49,
    of: [
      ['Yearly check-up', 40],
      ['Blood pressure check', 20],
      ['Follow-up on blood tests', 20],
      ['Skin check', 20],
      ['Back pain, follow-up', 30],
    ],
  },
  {
    until: 74,
    of: [
      ['Blood pressure check', 20],
      ['Diabetes check', 30],
      ['Yearly check-up', 40],
      ['Review of medicines', 20],
      ['Knee pain, follow-up', 30],
    ],
  },
  {
    until: 200,
    of: [
      ['Blood pressure check', 20],
      ['Review of medicines', 30],
      ['Memory check', 40],
      ['Flu shot', 15],
      ['Foot check', 20],
    ],
  },
]

/** By whom, and why. */
const CANCELLATIONS = [
  ['portal', 'illness'],
  ['staff', 'clinic'],
  ['portal', 'time'],
  ['sms', 'other'],
  ['staff', 'transport'],
  ['portal', 'better'],
] as const
type Cancellation = (typeof CANCELLATIONS)[number]

export function buildVisits(visits: Visits): void {
  const { seed, clinic, people, now } = visits
  const openings = new Map(clinic.calendars.map((calendar) => [calendar.siteId, openingsOf(calendar, now)]))
  let cancelled = 0
  const inUse = new Set(visits.rows.patient.filter(({ is_active }) => is_active).map(({ id }) => id))
  const shown = firstOfLanguages(people)
  for (const patient of people) {
    const dice = seededRandom(`${seed}/visits/${patient.n}`)
    const isShown = shown.has(patient)
    if (!inUse.has(patient.id) || !(dice.chance(SHARES.ahead) || isShown)) continue
    const open = openings.get(patient.site.id) ?? []
    const isOff = dice.chance(SHARES.cancelled) && !isShown
    const cancellation = isOff ? CANCELLATIONS[cancelled++ % CANCELLATIONS.length] : undefined
    const startAt = addVisit(visits, { patient, dice, open, place: 0, cancellation })
    const later = open.filter(({ from }) => from > startAt.getTime() + BETWEEN_MS)
    if (later.length > 0 && dice.chance(SHARES.second)) addVisit(visits, { patient, dice, open: later, place: 1 })
  }
}

/** As whom a newcomer signs in (server/app/demonstration.ts): of each language whoever comes first by family name and has an address for oneself. */
function firstOfLanguages(people: readonly Patient[]): Set<Patient> {
  const own = people.filter(({ portalAccountId, sharesEmail }) => portalAccountId !== null && !sharesEmail)
  const ofLanguages = Map.groupBy(own, ({ language }) => language).values()
  const isFirst = ({ family }: Patient, _: number, all: Patient[]) => all.every((other) => family <= other.family)
  return new Set([...ofLanguages].flatMap((all) => all.filter(isFirst)))
}

/** With room for the longest visit. */
function openingsOf(calendar: CalendarRow, now: Date): Span[] {
  const [first, last] = [now.getTime() + SOONEST_MS, now.getTime() + AHEAD_DAYS * DAY_MS]
  return nextOpenings(calendar, first, OPENINGS)
    .map(({ from, to }) => ({ from: Math.max(from, first), to: Math.min(to, last) }))
    .filter(({ from, to }) => to - from >= HOUR_MS)
}

type NewVisit = { patient: Patient; dice: Random; open: readonly Span[]; place: number; cancellation?: Cancellation }

function addVisit(
  { seed, clinic, rows, book, now }: Visits,
  { patient, dice, open, place, cancellation }: NewVisit,
): Date {
  const { site } = patient
  const [what, minutes] = dice.pick(mattersOf(patient.age))
  const startAt = startIn(dice.pick(open), minutes, dice)
  const bookedAt = bookedBefore(startAt, dice, now)
  const cancelledAt = cancellation ? between(new Date(now.getTime() - LATELY_MS), bookedAt, now, dice) : null
  const id = demoId(`${seed}/visit/${patient.n}/${place}`, bookedAt)
  const staff = clinic.staff.find(({ role, siteId }) => role === 'front_desk' && siteId === site.id)
  if (!staff) throw new Error(`nobody is at the front desk of ${site.key}`)
  rows.appointment.push({
    organization_id: clinic.organizationId,
    id,
    patient_id: patient.id,
    site_id: site.id,
    what,
    status: cancellation ? 'cancelled' : 'booked',
    start_at: startAt,
    end_at: new Date(startAt.getTime() + minutes * MINUTE_MS),
    wall_time: wallTime(site.timeZone, startAt),
    time_zone: site.timeZone,
    booked_at: bookedAt,
    booked_by: staff.id,
    cancelled_at: cancelledAt,
    cancelled_by: cancellation?.[0] ?? null,
    cancel_reason: cancellation?.[1] ?? null,
    version: cancellation ? 2 : 1,
    sequence: cancellation ? 1 : 0,
  })
  for (const { step, dueAt, cause } of planReminders(startAt, bookedAt))
    rows.reminder_step.push({
      organization_id: clinic.organizationId,
      appointment_id: id,
      step,
      start_at: startAt,
      due_at: dueAt,
      state: cause ? 'skipped' : cancellation ? 'withdrawn' : 'planned',
      cause,
      settled_at: cause ? bookedAt : cancelledAt,
    })
  const told = {
    resourceKind: 'appointment',
    resourceId: id,
    patientId: patient.id,
    fieldClasses: ['schedule'],
  } as const
  book.write({ ...told, event: 'appointment.booked', action: 'C', actor: actorOf(staff), at: bookedAt })
  if (!cancellation || !cancelledAt) return startAt
  const [by, reason] = cancellation
  const patientSide: Actor = { kind: 'patient', id: patient.id, role: 'patient' }
  book.write({
    ...told,
    event: 'appointment.cancelled',
    action: 'U',
    actor: by === 'staff' ? actorOf(staff) : by === 'portal' ? patientSide : SYSTEM,
    at: cancelledAt,
    detail: { by, reason },
  })
  return startAt
}

const mattersOf = (age: number) => MATTERS.find(({ until }) => age <= until)?.of ?? []

/** A text that would have left before there was a clinic to send it was too late when the visit was noted. */
function bookedBefore(startAt: Date, dice: Random, now: Date): Date {
  const missed = planReminders(startAt, now).filter(({ cause }) => cause !== null)
  const since = missed.map(({ dueAt }) => now.getTime() - dueAt.getTime())
  return new Date(now.getTime() - dice.next() * Math.max(0, Math.min(BOOKED_AGO_MS, ...since)))
}

/** Some moment since the later of the two. */
const between = (one: Date, other: Date, now: Date, dice: Random): Date => {
  const from = Math.max(one.getTime(), other.getTime())
  return new Date(from + dice.next() * (now.getTime() - from))
}

/** On the grid of the book, and over before the site closes. */
function startIn({ from, to }: Span, minutes: number, dice: Random): Date {
  const first = Math.ceil(from / GRID_MS)
  const last = Math.floor((to - minutes * MINUTE_MS) / GRID_MS)
  return new Date(dice.between(first, last) * GRID_MS)
}

/** What the clock of the site shows, as the database keeps it. */
function wallTime(timeZone: string, at: Date): string {
  const day = new Date(localDayOf(timeZone, at.getTime()) * DAY_MS).toISOString().slice(0, 10)
  const minute = localMinuteOf(timeZone, at.getTime())
  const two = (n: number) => String(n).padStart(2, '0')
  return `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
