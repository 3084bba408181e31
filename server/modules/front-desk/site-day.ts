/** The local day of a site: numbers begin anew at its midnight. Pure. */
import { DAY_MS, localDayOf } from '#engines/calendar/time-zone.ts'

/** As `2026-03-02`. */
export const siteDay = (timeZone: string, now: Date): string =>
  new Date(localDayOf(timeZone, now.getTime()) * DAY_MS).toISOString().slice(0, 10)
