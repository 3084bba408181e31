import { expect, test } from 'vitest'
import { buildClinic } from './clinic.ts'
import { openBook } from './journal-book.ts'
import { noRows } from './rows.ts'
import { buildShifts } from './shifts.ts'

function shiftsAt(now: Date) {
  const rows = noRows()
  const clinic = buildClinic('a-seed', now, rows)
  const book = openBook('a-seed', clinic.organizationId, now, rows)
  buildShifts({ seed: 'a-seed', clinic, rows, book, now })
  return { clinic, rows }
}

// The clocks change within two weeks of the second and the third.
test.each(['2026-01-15T12:00:00Z', '2026-03-01T03:00:00Z', '2026-10-25T23:00:00Z'])(
  'demo: from %s on a nurse is at work at any hour, and nobody has two shifts at once',
  (moment) => {
    const now = new Date(moment)
    const { clinic, rows } = shiftsAt(now)
    const nurses = new Set(clinic.staff.filter(({ role }) => role === 'nurse').map(({ id }) => id))
    const shifts = rows.shift.map((row) => ({ staffId: row.staff_id as string, from: row.starts_at as Date, to: row.ends_at as Date })) // prettier-ignore
    for (let hour = 0; hour < 14 * 24; hour++) {
      const at = new Date(now.getTime() + hour * 3_600_000)
      const here = shifts.filter(({ staffId, from, to }) => nurses.has(staffId) && from <= at && at < to)
      expect(here.length, at.toISOString()).toBeGreaterThan(0)
    }
    for (const own of Map.groupBy(shifts, ({ staffId }) => staffId).values()) {
      const inOrder = own.toSorted((a, b) => a.from.getTime() - b.from.getTime())
      for (const [n, { from }] of inOrder.entries())
        if (n > 0) expect(from.getTime()).toBeGreaterThanOrEqual(inOrder[n - 1]!.to.getTime())
    }
    expect(shiftsAt(now).rows.shift).toEqual(rows.shift)
  },
)
