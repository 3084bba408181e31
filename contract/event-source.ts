/**
 * Systems outside that report what happened to a patient: a laboratory filed a result, a payer decided, a form came back, a visit is done. What
 * they report wakes conversations that were put aside for it (desk-D17), and rules answer to it (desk-D68). Decision 0188.
 */
import * as z from 'zod'
import { REPORTED_EVENTS } from '#engines/rules/rule.ts'
import type { Role } from './role.ts'
import { id, instant, route } from './route.ts'

const ADMINISTRATOR: readonly Role[] = ['administrator']

/** Days for which the secret before the present one signs as well. */
export const EVENT_SECRET_DAYS = 7
/** Days for which the id of a report is known again. */
export const REPORT_KEPT_DAYS = 30

export const ReportedEvent = z.enum(REPORTED_EVENTS)

/** What is posted to the address of a source, signed. Exactly one of conversation and patient, by the number that people see. */
export const Report = z.strictObject({
  kind: ReportedEvent,
  about: z.union([
    z.strictObject({ conversationNumber: z.string().min(1).max(20) }),
    z.strictObject({ recordNumber: z.string().min(1).max(40) }),
  ]),
})

export const EventSource = z.object({
  id,
  name: z.string(),
  kinds: z.array(ReportedEvent),
  /** Where the system sends `POST` with a report as JSON. */
  url: z.string(),
  createdAt: instant,
  oldSecretUntil: instant.nullable(),
  lastReportedAt: instant.nullable(),
  /** Of the last 30 days. */
  reports: z.number().int(),
})

/** The secret (`whsec_...`) is shown this once. */
const WithSecret = z.object({ sources: z.array(EventSource), sourceId: id, secret: z.string() })

const base = { roles: ADMINISTRATOR, resource: 'event-source', patient: 'none' } as const
const tags = ['Organization']

export const eventSource = {
  list: route({ ...base, audit: 'none' })
    .route({ method: 'GET', path: '/event-sources', summary: 'Systems that report events', tags })
    .output(z.array(EventSource)),

  /** Refusal STATE_NOT_ALLOWED: there are 20 already. */
  open: route({ ...base, audit: 'C', stepUp: true })
    .route({ method: 'POST', path: '/event-sources', summary: 'Let a system report events', tags })
    .input(z.object({ name: z.string().trim().min(1).max(80), kinds: z.array(ReportedEvent).min(1).max(4) }))
    .output(WithSecret),

  rotate: route({ ...base, audit: 'U', stepUp: true })
    .route({
      method: 'POST',
      path: '/event-sources/{sourceId}/secret',
      summary: 'Make a new secret; the old one is valid for 7 more days, or ends at once',
      tags,
    })
    .input(z.object({ sourceId: id, keepsOld: z.boolean() }))
    .output(WithSecret),

  /** Its address takes nothing in any more. */
  close: route({ ...base, audit: 'D', stepUp: true })
    .route({ method: 'POST', path: '/event-sources/{sourceId}/close', summary: 'Close a source of events', tags })
    .input(z.object({ sourceId: id }))
    .output(z.array(EventSource)),
}
