/** Whether a site is open at a moment, by its own hours or the organization's. Without any hours on file it is. */
import { nextOpenings, workingTimeBetween } from '#engines/calendar/working-time.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newestCalendar } from './store.ts'

const MOMENT_MS = 1_000

export async function isOpenAt(tx: Transaction, siteId: string | null, now: Date): Promise<boolean> {
  return (await openingOf(tx, siteId))(now)
}

/** The same for many moments. */
export async function openingOf(tx: Transaction, siteId: string | null): Promise<(at: Date) => boolean> {
  const calendar = (siteId && (await newestCalendar(tx, siteId))) || (await newestCalendar(tx, null))
  if (!calendar) return () => true
  return (at) => workingTimeBetween(calendar, at.getTime(), at.getTime() + MOMENT_MS) > 0
}

/** When it opens next, and in which zone its days are; null: it never closes, or does not open in the time that is looked at. */
export async function nextOpening(
  tx: Transaction,
  siteId: string | null,
  now: Date,
): Promise<{ at: Date; timeZone: string } | null> {
  const calendar = (siteId && (await newestCalendar(tx, siteId))) || (await newestCalendar(tx, null))
  const [next] = calendar ? nextOpenings(calendar, now.getTime(), 1) : []
  return calendar && next && next.from > now.getTime() ? { at: new Date(next.from), timeZone: calendar.timeZone } : null
}
