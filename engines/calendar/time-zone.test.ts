import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spokenHour, spokenTime } from './spoken-time.ts'
import { whenShown } from './time-zone.ts'

const iso = (at: number) => new Date(at).toISOString().slice(0, 16)
const read = (zone: string, local: string) => {
  const shown = whenShown(zone, Date.parse(`${local}Z`))
  if (shown.times === 'once') return iso(shown.at)
  return [shown.times, ...(shown.times === 'twice' ? shown.at : shown.near).map(iso)]
}

test.each([
  ['America/New_York', '2026-03-03T09:40', '2026-03-03T14:40'],
  ['America/New_York', '2026-03-08T01:59', '2026-03-08T06:59'],
  ['America/New_York', '2026-03-08T02:00', ['never', '2026-03-08T06:00', '2026-03-08T07:00']],
  ['America/New_York', '2026-03-08T02:59', ['never', '2026-03-08T06:59', '2026-03-08T07:59']],
  ['America/New_York', '2026-03-08T03:00', '2026-03-08T07:00'],
  ['America/New_York', '2026-11-01T00:59', '2026-11-01T04:59'],
  ['America/New_York', '2026-11-01T01:00', ['twice', '2026-11-01T05:00', '2026-11-01T06:00']],
  ['America/New_York', '2026-11-01T02:00', '2026-11-01T07:00'],
  // Half an hour, on an island of the south.
  ['Australia/Lord_Howe', '2026-10-04T01:59', '2026-10-03T15:29'],
  ['Australia/Lord_Howe', '2026-10-04T02:15', ['never', '2026-10-03T15:15', '2026-10-03T15:45']],
  ['Australia/Lord_Howe', '2026-10-04T02:30', '2026-10-03T15:30'],
  ['Australia/Lord_Howe', '2026-04-05T01:29', '2026-04-04T14:29'],
  ['Australia/Lord_Howe', '2026-04-05T01:30', ['twice', '2026-04-04T14:30', '2026-04-04T15:00']],
  ['Australia/Lord_Howe', '2026-04-05T02:00', '2026-04-04T15:30'],
  ['Asia/Kolkata', '2026-03-08T02:30', '2026-03-07T21:00'],
  // A whole day that was left out.
  ['Pacific/Apia', '2011-12-30T12:00', ['never', '2011-12-29T22:00', '2011-12-30T22:00']],
])('desk-D28 the clock of %s shows %s at %j', (zone, local, at) => expect(read(zone, local)).toEqual(at))

test('desk-D28 what a clock shows at an instant is shown at that instant', () => {
  const zones = fc.constantFrom('America/New_York', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Kiritimati')
  // Minutes of 2026.
  fc.assert(
    fc.property(zones, fc.integer({ min: 0, max: 365 * 1440 }), (zone, minute) => {
      const at = Date.UTC(2026, 0, 1) + minute * 60_000
      const shown = whenShown(zone, localOf(zone, at))
      expect(shown.times === 'once' ? [shown.at] : shown.times === 'twice' ? shown.at : []).toContain(at)
    }),
  )
})

/** By the runtime, and not by what is tested. */
function localOf(timeZone: string, at: number): number {
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at)
  return Date.parse(`${text.replace(' ', 'T')}Z`)
}

test('a moment is told with weekday and date, on the clock of the place, with its zone where the hour comes twice', () => {
  const at = new Date('2026-03-03T14:40:00Z')
  expect(spokenTime('en', at, 'America/New_York')).toBe('Tue, Mar 3, 9:40 AM')
  expect(spokenTime('es', at, 'America/New_York')).toBe('mar, 3 de mar, 9:40 a.m.')
  expect(spokenTime('fa', at, 'America/New_York')).toContain('3')
  expect(spokenTime('xx', at, 'America/Denver')).toBe('Tue, Mar 3, 7:40 AM')
  expect(spokenHour('en', new Date('2026-11-01T05:30:00Z'), 'America/New_York')).toBe('1:30 AM EDT')
  expect(spokenHour('en', new Date('2026-11-01T06:30:00Z'), 'America/New_York')).toBe('1:30 AM EST')
})
