import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultsOf, PERIODS_MAX, WEEKDAYS, type Calendar, type Period } from './calendar.ts'
import { addWorkingTime, nextOpenings, workingTimeBetween } from './working-time.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const at = (text: string) => Date.parse(text)
const iso = (instant: number | null) =>
  instant === null ? null : new Date(instant).toISOString().replace('.000Z', 'Z')

const everyDay = (...periods: Period[]): Calendar['weekly'] => Object.fromEntries(WEEKDAYS.map((day) => [day, periods]))
const period = (text: string): Period => ({ from: text.slice(0, 5), to: text.slice(6) })

/** Weekdays with a lunch break, in New York. */
const office: Calendar = {
  timeZone: 'America/New_York',
  weekly: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [period('08:00-12:00'), period('13:00-17:00')]]),
  ),
  exceptions: [{ date: '2026-11-26', periods: [], name: 'Thanksgiving' }, { date: '2026-11-27', periods: [period('10:00-14:00')] }],
} // prettier-ignore

const due = (calendar: Calendar, start: string, minutes: number) =>
  iso(addWorkingTime(calendar, at(start), minutes * MINUTE))

describe('desk-D28 working time', () => {
  test.each([
    ['inside a period', '2026-11-23T14:00:00Z', 60, '2026-11-23T15:00:00Z'],
    ['to the second', '2026-11-23T14:00:17Z', 60, '2026-11-23T15:00:17Z'],
    ['over lunch', '2026-11-23T16:30:00Z', 60, '2026-11-23T18:30:00Z'],
    ['used up exactly at closing', '2026-11-23T21:00:00Z', 60, '2026-11-23T22:00:00Z'],
    ['from a closing', '2026-11-23T22:00:00Z', 60, '2026-11-24T14:00:00Z'],
    ['from the night', '2026-11-24T04:00:00Z', 60, '2026-11-24T14:00:00Z'],
    ['from an opening', '2026-11-23T13:00:00Z', 60, '2026-11-23T14:00:00Z'],
    ['over a holiday to a short day', '2026-11-25T21:30:00Z', 60, '2026-11-27T15:30:00Z'],
    ['over a weekend', '2026-11-27T18:30:00Z', 60, '2026-11-30T13:30:00Z'],
  ])('%s', (_, start, minutes, end) => expect(due(office, start, minutes)).toBe(end))

  test('without a calendar it is always open', () => {
    expect(addWorkingTime(null, 5, 7)).toBe(12)
    expect(workingTimeBetween(null, 5, 12)).toBe(7)
  })

  test('over midnight', () => {
    const night = { timeZone: 'America/Chicago', weekly: everyDay(period('22:00-06:00')) }
    expect(due(night, '2026-11-24T11:00:00Z', 90)).toBe('2026-11-25T04:30:00Z')
    expect(due(night, '2026-11-24T05:30:00Z', 60)).toBe('2026-11-24T06:30:00Z')
  })

  test('a night that began before a holiday runs to its end', () => {
    const night: Calendar = { timeZone: 'UTC', weekly: everyDay(period('22:00-06:00')), exceptions: [{ date: '2026-12-25', periods: [] }] } // prettier-ignore
    expect(due(night, '2026-12-25T05:00:00Z', 60)).toBe('2026-12-25T06:00:00Z')
    expect(due(night, '2026-12-25T06:00:00Z', 60)).toBe('2026-12-26T23:00:00Z')
  })

  test('29 February is a day like others', () => {
    const leap: Calendar = { timeZone: 'UTC', weekly: {}, exceptions: [{ date: '2028-02-29', periods: [period('09:00-10:00')] }] } // prettier-ignore
    expect(due(leap, '2028-02-28T12:00:00Z', 60)).toBe('2028-02-29T10:00:00Z')
    expect(addWorkingTime(leap, at('2028-02-28T12:00:00Z'), 61 * MINUTE)).toBeNull()
  })

  test('a calendar that never opens again gives no instant', () =>
    expect(addWorkingTime({ timeZone: 'UTC', weekly: {} }, 0, MINUTE)).toBeNull())
})

describe('desk-D28 clock changes', () => {
  const newYork = (text: string): Calendar => ({ timeZone: 'America/New_York', weekly: everyDay(period(text)) })

  test('the day in March has 23 hours, the one in November 25', () => {
    const always = newYork('00:00-24:00')
    expect(workingTimeBetween(always, at('2026-03-08T05:00:00Z'), at('2026-03-09T04:00:00Z'))).toBe(23 * HOUR)
    expect(workingTimeBetween(always, at('2026-11-01T04:00:00Z'), at('2026-11-02T05:00:00Z'))).toBe(25 * HOUR)
  })

  test('an opening that does not exist moves forward by the gap', () =>
    expect(nextOpenings(newYork('02:30-06:00'), at('2026-03-08T05:00:00Z'), 1).map(({ from, to }) => [iso(from), iso(to)])).toEqual(
      [['2026-03-08T07:30:00Z', '2026-03-08T10:00:00Z']],
    )) // prettier-ignore

  test('opening at the first of two, closing at the second', () =>
    expect(nextOpenings(newYork('01:15-01:45'), at('2026-11-01T04:00:00Z'), 1).map(({ from, to }) => [iso(from), iso(to)])).toEqual(
      [['2026-11-01T05:15:00Z', '2026-11-01T06:45:00Z']],
    )) // prettier-ignore

  test('two periods that meet in the doubled hour are counted once', () =>
    expect(
      workingTimeBetween(
        { timeZone: 'America/New_York', weekly: everyDay(period('00:30-01:30'), period('01:30-03:00')) },
        at('2026-11-01T04:00:00Z'),
        at('2026-11-01T09:00:00Z'),
      ),
    ).toBe(3.5 * HOUR))
})

describe('desk-D28 what may be saved', () => {
  const now = at('2026-11-25T12:00:00Z')
  const faults = (over: Partial<Calendar>) => faultsOf({ timeZone: 'America/New_York', weekly: {}, ...over }, now)

  test('good hours have no faults', () => {
    expect(faultsOf(office, now)).toEqual([])
    expect(faults({ weekly: everyDay(period('00:00-24:00')) })).toEqual([])
    expect(faults({ weekly: everyDay(period('22:00-06:00'), period('06:00-07:00')) })).toEqual([])
  })

  test.each<[string, Partial<Calendar>, string, string]>([
    ['unknown zone', { timeZone: 'Mars/Olympus' }, 'UNKNOWN_ZONE', 'timeZone'],
    ['never open', {}, 'CALENDAR_NEVER_OPEN', 'weekly'],
    ['open in 367 days only', { exceptions: [{ date: '2027-11-28', periods: [period('09:00-10:00')] }] }, 'CALENDAR_NEVER_OPEN', 'weekly'],
    ['open in the past only', { exceptions: [{ date: '2026-11-25', periods: [period('06:00-07:00')] }] }, 'CALENDAR_NEVER_OPEN', 'weekly'],
    ['overlap within a day', { weekly: { mon: [period('08:00-12:00'), period('11:59-13:00')] } }, 'PERIODS_OVERLAP', 'weekly.mon.1.from'],
    ['overlap over midnight', { weekly: { sun: [period('22:00-06:00')], mon: [period('05:00-08:00')] } }, 'PERIODS_OVERLAP', 'weekly.mon.0.from'],
    ['overlap from Saturday to Sunday', { weekly: { sat: [period('22:00-06:00')], sun: [period('05:00-08:00')] } }, 'PERIODS_OVERLAP', 'weekly.sun.0.from'],
    ['an exception after a long night', { weekly: everyDay(period('22:00-06:00')), exceptions: [{ date: '2026-12-01', periods: [period('05:00-07:00')] }] }, 'PERIODS_OVERLAP', 'exceptions.0.periods.0.from'],
    ['an exception into a morning', { weekly: everyDay(period('05:00-09:00')), exceptions: [{ date: '2026-12-01', periods: [period('20:00-06:00')] }] }, 'PERIODS_OVERLAP', 'exceptions.0.periods.0.from'],
    ['no such time', { weekly: { mon: [period('08:00-25:00')] } }, 'INVALID_TIME', 'weekly.mon.0.to'],
    ['an end of the day as a beginning', { weekly: { mon: [period('24:00-08:00')] } }, 'INVALID_TIME', 'weekly.mon.0.from'],
    ['nothing in it', { weekly: { mon: [period('08:00-08:00')] } }, 'EMPTY_PERIOD', 'weekly.mon.0.to'],
    ['no leap day', { exceptions: [{ date: '2027-02-29', periods: [] }] }, 'INVALID_DATE', 'exceptions.0.date'],
    ['a date twice', { exceptions: [{ date: '2027-02-28', periods: [] }, { date: '2027-02-28', periods: [] }] }, 'DATE_TWICE', 'exceptions.1.date'],
    ['too many periods', { weekly: { mon: Array.from({ length: PERIODS_MAX + 1 }, (_, n) => period(`${String(n + 1).padStart(2, '0')}:00-${String(n + 1).padStart(2, '0')}:30`)) } }, 'TOO_MANY', 'weekly.mon'],
  ])('%s', (_, over, code, field) => expect(faults(over)[0]).toEqual({ code, field })) // prettier-ignore
})

/** Local times of New York minute by minute, as the runtime tells them: four days around each change of clocks. */
const walks = ['2026-03-06T00:00:00Z', '2026-10-30T00:00:00Z'].map((text) => {
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'America/New_York', hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  }) // prettier-ignore
  const start = at(text)
  const shown = Array.from({ length: 5 * 1440 }, (_, n) => clock.format(start + n * MINUTE).replace(', ', 'T'))
  return { start, shown, first: new Map(shown.toReversed().map((time, n) => [time, shown.length - 1 - n])), last: new Map(shown.map((time, n) => [time, n])) } // prettier-ignore
})

const hhmm = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Up to four periods a day that do not overlap, the last perhaps over midnight. */
const periods = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 0, max: 95 }), { minLength: 2, maxLength: 8 }), fc.boolean())
  .map(([quarters, isNight]) => {
    const times = quarters.toSorted((one, other) => one - other).map((quarter) => quarter * 15)
    if (times.length % 2 === 1) times.pop()
    const made = Array.from({ length: times.length / 2 }, (_, n) => ({ from: hhmm(times[2 * n]!), to: hhmm(times[2 * n + 1]!) }))
    const [earliest, latest] = [times[0]!, times.at(-1)!]
    return isNight && earliest > 0 && latest < 1439 ? [...made, { from: hhmm(latest + 1), to: hhmm(earliest - 1) }] : made
  }) // prettier-ignore

/** Which minutes of the walk are open, read off the shown times. */
function openMinutes({ shown, first, last }: (typeof walks)[number], open: readonly Period[]): boolean[] {
  const dates = [...new Set(shown.map((time) => time.slice(0, 10)))]
  const minutes = shown.map(() => false)
  const shift = (date: string, time: string, minutes_: number) => new Date(at(`${date}T${time}:00Z`) + minutes_ * MINUTE).toISOString().slice(0, 16) // prettier-ignore
  for (const date of dates) {
    for (const { from, to } of open) {
      const end = shift(date, to, to <= from ? 1440 : 0)
      const begin = first.get(`${date}T${from}`) ?? first.get(shift(date, from, 60))
      const close = last.get(end) ?? last.get(shift(end.slice(0, 10), end.slice(11), 60))
      if (begin !== undefined && close !== undefined) minutes.fill(true, begin, Math.max(begin, close))
    }
  }
  return minutes
}

test('desk-D28 working time equals a walk minute by minute, over both changes of clocks', () => {
  fc.assert(
    fc.property(fc.constantFrom(...walks), periods, fc.nat(1440), fc.nat(2880), (walk, open, after, length) => {
      const calendar = { timeZone: 'America/New_York', weekly: everyDay(...open) }
      const minutes = openMinutes(walk, open)
      const from = 1440 + after
      const walked = minutes.slice(from, from + length).filter(Boolean).length
      const [start, end] = [walk.start + from * MINUTE, walk.start + (from + length) * MINUTE]
      expect(workingTimeBetween(calendar, start, end)).toBe(walked * MINUTE)
      if (walked === 0) return
      const lastOpen = minutes.slice(0, from + length).lastIndexOf(true)
      expect(addWorkingTime(calendar, start, walked * MINUTE)).toBe(walk.start + (lastOpen + 1) * MINUTE)
    }),
    { numRuns: 300 },
  )
})

const zones = fc.constantFrom('America/New_York', 'America/Phoenix', 'Europe/London', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/Havana') // prettier-ignore
const moments = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2028-12-31T00:00:00Z') })
const calendars = fc.record({ timeZone: zones, weekly: fc.record({ mon: periods, wed: periods, sun: periods }) })
const durations = fc.integer({ min: 1, max: 72 * HOUR })

test('desk-D28 a deadline is never earlier for a later start or a longer time, and lies inside an open time or at its end', () => {
  fc.assert(
    fc.property(calendars, moments, durations, durations, (calendar, start, some, more) => {
      const end = addWorkingTime(calendar, start, some)!
      expect(addWorkingTime(calendar, start, some + more)!).toBeGreaterThan(end)
      expect(addWorkingTime(calendar, start + more, some)!).toBeGreaterThanOrEqual(end)
      expect(workingTimeBetween(calendar, end - 1, end)).toBe(1)
    }),
    { numRuns: 200 },
  )
})

test('desk-D28 working time adds up, and is the inverse of a deadline', () => {
  fc.assert(
    fc.property(calendars, moments, durations, durations, (calendar, start, some, more) => {
      const end = addWorkingTime(calendar, start, some)!
      expect(addWorkingTime(calendar, end, more)).toBe(addWorkingTime(calendar, start, some + more))
      expect(workingTimeBetween(calendar, start, end)).toBe(some)
      const later = start + more
      expect(workingTimeBetween(calendar, start, later) + workingTimeBetween(calendar, later, later + some)).toBe(
        workingTimeBetween(calendar, start, later + some),
      )
    }),
    { numRuns: 200 },
  )
})
