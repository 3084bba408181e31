/** Who reads the journal: a patient "who saw my record" (trust-D33), and those who watch over it as AuditEvents of FHIR (trust-D28). */
import * as z from 'zod'
import { cursor, givenInstant, id, instant, PAGE_MAX, PATIENT_SIDE, route, whole } from './route.ts'
import { PURPOSES, ROLES, type Role } from './role.ts'

/** The whole journal of an organization: ids and codes, and no name behind them (decision 0222). */
export const JOURNAL_READERS: readonly Role[] = ['administrator']

/** What one person looked at in the same way within an hour is one: `count` looks from `at` to `until`. */
export const Access = z.object({
  id,
  at: instant,
  until: instant,
  count: whole,
  who: z.object({
    kind: z.enum(['staff', 'patient', 'related-person', 'visitor', 'system', 'client', 'unknown']),
    /** Null when the organization shows roles only. */
    name: z.string().nullable(),
    role: z.enum(ROLES),
    isMe: z.boolean(),
  }),
  purpose: z.enum(PURPOSES),
  action: z.enum(['C', 'R', 'U', 'D', 'E']),
  /** A closed name of the field, such as `patient.opened`; `journal.<event>` of the catalogue is its text. */
  event: z.string(),
  resourceKind: z.string(),
  fieldClasses: z.array(z.string()),
  /** Opened in an emergency by somebody without a relation to the patient. */
  isBreakTheGlass: z.boolean(),
  wasRefused: z.boolean(),
})

export const myAccess = {
  list: route({ roles: PATIENT_SIDE, resource: 'journal', patient: 'own', audit: 'R' })
    .route({ method: 'GET', path: '/my/accesses', summary: 'Who saw my record, newest first', tags: ['Portal'] })
    .input(
      z.object({
        patientId: id.optional(),
        /** `others` leaves out what I did myself and what the system did. */
        show: z.enum(['others', 'all']).default('others'),
        from: givenInstant.optional(),
        to: givenInstant.optional(),
        cursor: cursor.optional(),
        limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(PAGE_MAX),
      }),
    )
    .output(z.object({ items: z.array(Access), next: cursor.nullable() })),
}
