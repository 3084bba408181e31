/** The opening hours of a site: what a new one has, how they are saved, which deadlines they would give. */
import { faultsOf, WEEKDAYS, type Calendar, type CalendarFault } from '#engines/calendar/calendar.ts'
import { addWorkingTime, nextOpenings } from '#engines/calendar/working-time.ts'
import { journal } from '#server/platform/journal.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { Transaction } from '#server/platform/database.ts'
import { insertCalendar, lockHours, newestCalendar, type CalendarRow, type NewCalendar } from './store.ts'

/** A new site is open on weekdays; an administrator changes it. */
const FIRST_HOURS: Calendar['weekly'] = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [{ from: '08:00', to: '17:00' }]]),
)

export const openFirstHours = async (
  tx: Transaction,
  { siteId, timeZone }: { siteId: string; timeZone: string },
  now: Date,
): Promise<void> => {
  const calendar = { siteId, timeZone, weekly: FIRST_HOURS }
  await insertCalendar(tx, calendar, { before: undefined, savedBy: null, now })
}

export type HoursDeps = { tx: Transaction; jobs: Jobs; now: Date }

/** The hours of a site go along with its zone. */
export async function moveHours(
  { tx, jobs, now }: HoursDeps,
  { siteId, timeZone }: { siteId: string; timeZone: string },
): Promise<void> {
  const before = await newestCalendar(tx, siteId)
  if (!before || before.timeZone === timeZone) return
  await insertCalendar(tx, { ...before, timeZone }, { before, savedBy: null, now })
  await recountLater({ tx, jobs, now })
}

/** Processes go on for a moment with the hours they have read; after so long none does, in milliseconds. */
export const TERMS_KEPT_MS = 5_000

/** The deadlines of open conversations are counted again, when every process reads the new hours. */
export const recountLater = ({ tx, jobs, now }: HoursDeps): Promise<void> => {
  const { organizationId } = tx.context
  const startAfter = new Date(now.getTime() + 2 * TERMS_KEPT_MS)
  return jobs.send(tx, 'recount-clocks', { organizationId, id: organizationId }, { startAfter })
}

export type HoursRefusal = 'INVALID_INPUT' | 'CALENDAR_NEVER_OPEN' | 'CHANGED_MEANWHILE' | 'NOT_FOUND'

/** Hours of a site, or without one of the organization, which names its zone itself. */
type SaidHours = Omit<NewCalendar, 'timeZone'> & { timeZone?: string }

/** @param version the one that was changed; 0 where there were no hours yet. */
export async function saveHours(
  { tx, jobs, now }: HoursDeps,
  { siteId, weekly, exceptions, version, ...asked }: SaidHours & { version: number },
  savedBy: string,
): Promise<Result<CalendarRow, HoursRefusal>> {
  const timeZone = await zoneFor(tx, siteId, asked.timeZone)
  if (timeZone === undefined) return refuse('NOT_FOUND')
  await lockHours(tx)
  const calendar = { siteId, timeZone, weekly, exceptions: exceptions ?? [] }
  const [fault] = faultsOf(calendar, now.getTime())
  if (fault) return refuseFault(fault)
  const before = await newestCalendar(tx, siteId)
  if ((before?.version ?? 0) !== version) return refuse('CHANGED_MEANWHILE')
  // Where no hours were, it was open day and night: what is past keeps that.
  const first = siteId === null && !before ? await insertAlwaysOpen(tx, timeZone, now) : before
  if (!(await insertCalendar(tx, calendar, { before: first, savedBy, now }))) return refuse('CHANGED_MEANWHILE')
  const saved = await newestCalendar(tx, siteId)
  if (!saved) return refuse('NOT_FOUND')
  await journal(
    tx,
    {
      event: 'calendar.changed',
      action: 'U',
      resourceKind: 'calendar',
      resourceId: saved.id,
      detail: { siteId, version: saved.version },
    },
    now,
  )
  await recountLater({ tx, jobs, now })
  return ok(saved)
}

/** Messages that the preview supposes, one after the other. */
const PREVIEWED = 10
/** Hours between them. */
const PREVIEW_STEP_HOURS = 5

export type Preview = {
  openings: { from: Date; to: Date }[]
  deadlines: { receivedAt: Date; dueAt: Date | null }[]
}

/** When a message that comes in now, five hours later, and so on would be due. Nothing is saved. */
export async function previewHours(
  tx: Transaction,
  { siteId, weekly, exceptions, minutes, ...asked }: SaidHours & { minutes: number },
  now: Date,
): Promise<Result<Preview, HoursRefusal>> {
  const timeZone = await zoneFor(tx, siteId, asked.timeZone)
  if (timeZone === undefined) return refuse('NOT_FOUND')
  const calendar: Calendar = { timeZone, weekly, exceptions: exceptions ?? [] }
  const [fault] = faultsOf(calendar, now.getTime())
  if (fault) return refuseFault(fault)
  const received = Array.from({ length: PREVIEWED }, (_, n) => now.getTime() + n * PREVIEW_STEP_HOURS * 3_600_000)
  return ok({
    openings: nextOpenings(calendar, now.getTime(), PREVIEWED).map(({ from, to }) => ({
      from: new Date(from),
      to: new Date(to),
    })),
    deadlines: received.map((at) => {
      const due = addWorkingTime(calendar, at, minutes * 60_000)
      return { receivedAt: new Date(at), dueAt: due === null ? null : new Date(due) }
    }),
  })
}

const refuseFault = ({ code, field }: CalendarFault) =>
  code === 'CALENDAR_NEVER_OPEN' ? refuse(code, { field }) : refuse('INVALID_INPUT', { field, reason: code })

/** The zone of a site; the organization's own hours take the one that is said, else that of before, else that of its first site. */
export async function zoneFor(tx: Transaction, siteId: string | null, said?: string): Promise<string | undefined> {
  if (siteId === null && said !== undefined) return said
  const before = siteId === null ? await newestCalendar(tx, null) : undefined
  if (before) return before.timeZone
  const [site] = await tx.run<{ timeZone: string }>(
    `select time_zone as "timeZone" from site where organization_id = $1 and ($2::uuid is null or id = $2) order by name limit 1`,
    [tx.context.organizationId, siteId],
  )
  return site?.timeZone
}

const ALWAYS: Calendar['weekly'] = Object.fromEntries(WEEKDAYS.map((day) => [day, [{ from: '00:00', to: '24:00' }]]))

async function insertAlwaysOpen(tx: Transaction, timeZone: string, now: Date): Promise<CalendarRow | undefined> {
  const calendar = { siteId: null, timeZone, weekly: ALWAYS }
  await insertCalendar(tx, calendar, { before: undefined, savedBy: null, now })
  return newestCalendar(tx, null)
}
