/** Reports: computed from messages, journal and clocks; every number opens the conversations behind it (desk-D71). */
import * as z from 'zod'
import { Channel } from './conversation.ts'
import { givenDay, id, instant, route } from './route.ts'
import type { Role } from './role.ts'

const MANAGERS: readonly Role[] = ['administrator', 'supervisor']

/** Days of one report at most. */
export const REPORT_DAYS_MAX = 400

const asked = {
  /** Local dates of the report's zone, both in it. */
  from: givenDay,
  to: givenDay,
  siteId: id.optional(),
  queueId: id.optional(),
  channel: Channel.optional(),
}

export const ReportMeasure = z.enum([
  'volume',
  'first-answer',
  'next-answer',
  'abandoned',
  'clocks',
  'waits',
  'backlog',
  'reopened',
  'transfers',
  'first-contact',
  'load',
  'people',
  'refusals',
  'deliveries',
])

const amounts = {
  /** Conversations. */
  count: z.number().int(),
  /**
   * Of the waits of these conversations: half, and nine of ten, are not longer, and all together; in minutes that were begun. Null where
   * nothing is timed.
   */
  medianMin: z.number().nullable(),
  p90Min: z.number().nullable(),
  sumMin: z.number().nullable(),
}

const ReportCell = z.object({ column: z.string(), ...amounts, before: z.object(amounts) })

const Period = z.object({ from: instant, to: instant })

export const Report = z.object({
  period: Period,
  /** As long, and just before. */
  before: Period,
  /** The zone of the dates. */
  timeZone: z.string(),
  /** Everything that happened up to here is counted. Null while everything is counted anew. */
  asOf: instant.nullable(),
  /** While everything is counted anew: how many of how many conversations. There are no measures then. */
  counting: z.object({ done: z.number().int(), total: z.number().int() }).nullable(),
  measures: z.array(
    z.object({
      measure: ReportMeasure,
      columns: z.array(z.string()),
      /** `key`: a channel, a clock, an age, the id of a queue or person, a refusal; `all` counts each conversation once and comes last. */
      rows: z.array(z.object({ key: z.string(), name: z.string().nullable(), cells: z.array(ReportCell) })),
    }),
  ),
})

export const report = {
  /**
   * Refusal INVALID_INPUT, field `to`: it is before `from`, or more than 400 days away. Numbers by person are for supervisors.
   */
  read: route({ roles: MANAGERS, resource: 'report', patient: 'none', audit: 'none' })
    .route({ method: 'GET', path: '/reports', summary: 'Numbers of a time, and of the time before', tags: ['Report'] })
    .input(z.object(asked))
    .output(Report),

  /** To be given to others: numbers are told to the nearest eleven. Refusals: as above; UNAVAILABLE while everything is counted anew. */
  export: route({ roles: MANAGERS, resource: 'report', patient: 'none', audit: 'E' })
    .route({ method: 'POST', path: '/reports/export', summary: 'The same as a CSV file', tags: ['Report'] })
    .input(z.object(asked))
    .output(z.object({ fileName: z.string(), csv: z.string() })),
}
