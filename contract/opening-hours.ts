/** The opening hours of the sites, which deadlines are counted in. */
import * as z from 'zod'
import type { Role } from './role.ts'
import { id, instant, route, whole } from './route.ts'

const ADMINISTRATOR: readonly Role[] = ['administrator']

/** Local times, `HH:MM`; `24:00` ends a day, an end before the start is on the next day. */
const Period = z.object({ from: z.string().max(5), to: z.string().max(5) })
const Periods = z.array(Period).max(12)
export const Weekly = z.partialRecord(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), Periods)
/** A date that is different; without periods it is closed. */
export const Exceptions = z
  .array(z.object({ date: z.string().max(10), periods: Periods, name: z.string().trim().max(80).optional() }))
  .max(400)

export const OpeningHours = z.object({
  /** Null: of the organization, for conversations and sites without hours of their own. */
  siteId: id.nullable(),
  timeZone: z.string(),
  /** 0: there are none yet, and deadlines count day and night. */
  version: whole,
  weekly: Weekly,
  exceptions: Exceptions,
})

const hours = {
  siteId: id.nullable(),
  /** Of the organization's own hours; those of a site go by the site's zone. */
  timeZone: z.string().max(60).optional(),
  weekly: Weekly,
  exceptions: Exceptions,
}
const base = { roles: ADMINISTRATOR, resource: 'calendar', patient: 'none' } as const

export const openingHours = {
  list: route({ ...base, audit: 'none' })
    .route({ method: 'GET', path: '/opening-hours', summary: 'Opening hours of each site', tags: ['Organization'] })
    .output(z.array(OpeningHours)),

  /**
   * Nothing is saved. Refusals as with saving. `openings`: the next ten; `deadlines`: when a message that comes now, five hours later and
   * so on, ten in all, would be due after `minutes` of working time.
   */
  preview: route({ ...base, audit: 'none' })
    .route({
      method: 'POST',
      path: '/opening-hours/preview',
      summary: 'Deadlines that opening hours would give',
      tags: ['Organization'],
    })
    .input(z.object({ ...hours, minutes: z.number().int().min(1).max(527_040) }))
    .output(
      z.object({
        openings: z.array(z.object({ from: instant, to: instant })),
        deadlines: z.array(z.object({ receivedAt: instant, dueAt: instant.nullable() })),
      }),
    ),

  /**
   * Deadlines of open conversations are counted again from their start. Refusals: INVALID_INPUT with field (`weekly.mon.1.from`,
   * `exceptions.0.date`) and reason (`PERIODS_OVERLAP`, `INVALID_TIME`, `EMPTY_PERIOD`, `INVALID_DATE`, `DATE_TWICE`, `TOO_MANY`),
   * CALENDAR_NEVER_OPEN, CHANGED_MEANWHILE when `version` is not the present one.
   */
  save: route({ ...base, audit: 'U' })
    .route({ method: 'POST', path: '/opening-hours', summary: 'Change the hours of a site', tags: ['Organization'] })
    .input(z.object({ ...hours, version: whole.min(0) }))
    .output(OpeningHours),
}
