/**
 * Opening hours: which local times of a week are open, and which dates are different.
 *
 * A period belongs to the day on which it begins, and so does an exception: it replaces what begins on its date, and a night that began
 * the evening before runs to its end (decision 0060).
 */
import { DAY_MS, instantOf, isTimeZone, localDayOf } from './time-zone.ts'

export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** Local times, `HH:MM`. `24:00` ends a day; an end before its start is on the next day. */
export type Period = { from: string; to: string }
/** `date` is `YYYY-MM-DD`; without periods the day is closed. */
export type Exception = { date: string; periods: readonly Period[]; name?: string }

export type Calendar = {
  /** An IANA zone. */
  timeZone: string
  weekly: Partial<Record<Weekday, readonly Period[]>>
  exceptions?: readonly Exception[]
}

/** Opening periods of one day, and exceptions of one calendar. */
export const PERIODS_MAX = 12
export const EXCEPTIONS_MAX = 400
/** A calendar must open within so many days (desk-D28). */
export const OPENS_WITHIN_DAYS = 366

export type CalendarFault = {
  code:
    | 'UNKNOWN_ZONE'
    | 'INVALID_TIME'
    | 'EMPTY_PERIOD'
    | 'PERIODS_OVERLAP'
    | 'INVALID_DATE'
    | 'DATE_TWICE'
    | 'TOO_MANY'
    | 'CALENDAR_NEVER_OPEN'
  /** Where it is: `timeZone`, `weekly.mon.1.to`, `exceptions.3.date`. */
  field: string
}

/** What is wrong with a calendar that is to be saved at the instant `now`; nothing when it may be saved. Source: desk-D28. */
export function faultsOf(calendar: Calendar, now: number): CalendarFault[] {
  if (!isTimeZone(calendar.timeZone)) return [{ code: 'UNKNOWN_ZONE', field: 'timeZone' }]
  const faults = [...shapeFaults(calendar)]
  if (faults.length > 0) return faults
  const overlaps = overlapsOf(calendar)
  if (overlaps.length > 0) return overlaps
  const last = localDayOf(calendar.timeZone, now) + OPENS_WITHIN_DAYS
  for (let day = last - OPENS_WITHIN_DAYS - 1; day <= last; day++) {
    if (openSpansOf(calendar, day).some(({ to }) => to > now)) return []
  }
  return [{ code: 'CALENDAR_NEVER_OPEN', field: 'weekly' }]
}

/** An open time, as instants; its end is not in it. */
export type Span = { from: number; to: number }

/** The open times that begin on a local day, in order; two may overlap where clocks are set back. */
export function openSpansOf(calendar: Calendar, day: number): readonly Span[] {
  const { zone, weekly, exceptions, spans } = readyOf(calendar)
  const known = spans.get(day)
  if (known) return known
  if (spans.size >= SPANS_KEPT) spans.clear()
  const made = (exceptions.get(day) ?? weekly[weekdayOf(day)] ?? NONE)
    .map(({ from, to }) => ({
      from: instantOf(zone, day * DAY_MS + from, 'first'),
      to: instantOf(zone, day * DAY_MS + to, 'second'),
    }))
    .filter(({ from, to }) => to > from)
    .toSorted((one, other) => one.from - other.from)
  spans.set(day, made)
  return made
}

/** A calendar read once: periods in milliseconds from the start of their day. */
type Ready = { zone: string; weekly: Span[][]; exceptions: Map<number, Span[]>; spans: Map<number, Span[]> }

const NONE: readonly Span[] = []
const SPANS_KEPT = 4_000
const ready = new WeakMap<Calendar, Ready>()

function readyOf(calendar: Calendar): Ready {
  const known = ready.get(calendar)
  if (known) return known
  const made = {
    zone: calendar.timeZone,
    weekly: WEEKDAYS.map((weekday) => (calendar.weekly[weekday] ?? []).map(inDay)),
    exceptions: new Map((calendar.exceptions ?? []).map(({ date, periods }) => [dayOf(date), periods.map(inDay)])),
    spans: new Map<number, Span[]>(),
  }
  ready.set(calendar, made)
  return made
}

const inDay = ({ from, to }: Period): Span => {
  const start = minutesOf(from) * MINUTE_MS
  const end = minutesOf(to) * MINUTE_MS
  return { from: start, to: end > start ? end : end + DAY_MS }
}

const MINUTE_MS = 60_000
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS
/** 1 January 1970 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7

function* shapeFaults({ weekly, exceptions = [] }: Calendar): Generator<CalendarFault> {
  for (const weekday of WEEKDAYS) yield* periodFaults(weekly[weekday] ?? [], `weekly.${weekday}`)
  if (exceptions.length > EXCEPTIONS_MAX) yield { code: 'TOO_MANY', field: 'exceptions' }
  const dates = new Set<string>()
  for (const [index, { date, periods }] of exceptions.entries()) {
    if (!isDate(date)) yield { code: 'INVALID_DATE', field: `exceptions.${index}.date` }
    if (dates.has(date)) yield { code: 'DATE_TWICE', field: `exceptions.${index}.date` }
    dates.add(date)
    yield* periodFaults(periods, `exceptions.${index}.periods`)
  }
}

function* periodFaults(periods: readonly Period[], field: string): Generator<CalendarFault> {
  if (periods.length > PERIODS_MAX) yield { code: 'TOO_MANY', field }
  for (const [index, { from, to }] of periods.entries()) {
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(from)) yield { code: 'INVALID_TIME', field: `${field}.${index}.from` }
    if (!/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(to)) yield { code: 'INVALID_TIME', field: `${field}.${index}.to` }
    if (from === to) yield { code: 'EMPTY_PERIOD', field: `${field}.${index}.to` }
  }
}

/** A date of the calendar: 29 February only in leap years. */
function isDate(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(date)
}

/** Overlaps by the clock on the wall: within a day, and of a night with the morning after it. */
function overlapsOf(calendar: Calendar): CalendarFault[] {
  const { weekly, exceptions } = readyOf(calendar)
  const named = (periods: readonly Span[], field: string) =>
    periods.map((period, index) => ({ ...period, field: `${field}.${index}.from` }))
  const week = WEEKDAYS.map((weekday, n) => named(weekly[n] ?? [], `weekly.${weekday}`))
  const special = new Map(
    [...exceptions.entries()].map(([day, periods], n) => [day, named(periods, `exceptions.${n}.periods`)]),
  )
  const ofDay = (day: number) => special.get(day) ?? week[weekdayOf(day)] ?? []
  const weeklyFaults = WEEKDAYS.flatMap((_, n) => overlap(week[n] ?? [], week[(n + 6) % 7] ?? []))
  if (weeklyFaults.length > 0) return weeklyFaults
  return [...special.keys()].flatMap((day) => {
    const faults = overlap(ofDay(day), ofDay(day - 1))
    if (faults.length > 0 || special.has(day + 1)) return faults
    // The night of an exception that runs into an ordinary morning: the exception is what is to be changed.
    return overlap(ofDay(day + 1), ofDay(day)).map(({ code }) => ({ code, field: ofDay(day).at(-1)?.field ?? '' }))
  })
}

type Named = Span & { field: string }

/** The periods of a day that begin while another of the day, or of the night before, is open. */
function overlap(today: readonly Named[], yesterday: readonly Named[]): CalendarFault[] {
  let openUntil = Math.max(0, ...yesterday.map(({ to }) => to - DAY_MS))
  const faults: CalendarFault[] = []
  for (const { from, to, field } of today.toSorted((one, other) => one.from - other.from)) {
    if (from < openUntil) faults.push({ code: 'PERIODS_OVERLAP', field })
    openUntil = Math.max(openUntil, to)
  }
  return faults
}
