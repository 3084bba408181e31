import { expect, test } from 'vitest'
import { openSpansOf } from '#engines/calendar/calendar.ts'
import { localDayOf } from '#engines/calendar/time-zone.ts'
import { buildClinic } from './clinic.ts'
import { openBook } from './journal-book.ts'
import { buildPeople } from './people.ts'
import { noRows } from './rows.ts'
import { buildVisits } from './visits.ts'

const SEED = 'a-seed'
const DAY_MS = 86_400_000

function visitsAt(now: Date) {
  const rows = noRows()
  const clinic = buildClinic(SEED, now, rows)
  const people = buildPeople(SEED, clinic, now, rows, { from: 0, count: 200 })
  buildVisits({ seed: SEED, clinic, people, rows, book: openBook(SEED, clinic.organizationId, now, rows), now })
  return { clinic, rows }
}

// The clocks change within sixty days of the second and the third.
test.each(['2026-06-15T12:00:00Z', '2026-02-01T03:00:00Z', '2026-10-25T23:00:00Z'])(
  'demo: from %s on about a third of the patients have a visit ahead, while their site is open, and nobody two at once',
  (moment) => {
    const now = new Date(moment)
    const { clinic, rows } = visitsAt(now)
    const visits = rows.appointment.map((row) => ({ id: row.id, patientId: row.patient_id, siteId: row.site_id, from: (row.start_at as Date).getTime(), to: (row.end_at as Date).getTime() })) // prettier-ignore
    for (const { siteId, from, to } of visits) {
      const calendar = clinic.calendars.find((one) => one.siteId === siteId)!
      const spans = openSpansOf(calendar, localDayOf(calendar.timeZone, from))
      expect(
        spans.some((span) => span.from <= from && to <= span.to),
        new Date(from).toISOString(),
      ).toBe(true)
      expect(from).toBeGreaterThan(now.getTime())
      expect(from).toBeLessThan(now.getTime() + 60 * DAY_MS)
    }
    const byPatient = Map.groupBy(visits, ({ patientId }) => patientId)
    expect(byPatient.size).toBeGreaterThan(50)
    expect(byPatient.size).toBeLessThan(100)
    for (const own of byPatient.values()) if (own.length > 1) expect(own[1]!.from).toBeGreaterThan(own[0]!.to)

    // What was to be told before there was a clinic is no text that left.
    const planned = rows.reminder_step.filter(({ state }) => state === 'planned')
    expect(planned.filter(({ due_at }) => (due_at as Date) <= now)).toEqual([])
    expect(planned.length).toBeGreaterThan(50)
    expect(new Set(rows.appointment.map(({ status }) => status))).toEqual(new Set(['booked', 'cancelled']))
    expect(visitsAt(now).rows.appointment).toEqual(rows.appointment)
  },
)
