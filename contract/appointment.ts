/**
 * Visits of a patient as the desk and the portal know them (FHIR Appointment): noted by staff, told by a text, cancelled by either side. Which times
 * are free is known by the clinic's book, outside. Decision 0251.
 */
import * as z from 'zod'
import { DESK, givenDay, id, instant, PATIENT_SIDE, route, whole } from './route.ts'
import type { Role } from './role.ts'

const WRITERS: readonly Role[] = ['agent', 'front_desk', 'nurse', 'clinician']

export const APPOINTMENT_STATUSES = ['booked', 'cancelled'] as const
/** Why a visit is cancelled, as told by the patient's side or by the clinic. */
export const CANCEL_REASONS = [
  'illness',
  'transport',
  'cost',
  'time',
  'better',
  'elsewhere',
  'clinic',
  'other',
] as const
/** Minutes in which a cancelled visit that lies ahead can be taken back. */
export const RESTORE_MINUTES = 10

/**
 * What becomes of each text that tells the visit. `withdrawn`: the visit was cancelled; `skipped`: it was too late or not allowed, `cause` says which;
 * `blocked`: the same, after it was written; `unknown`: nobody knows whether it arrived.
 */
export const REMINDER_STATES = [
  'planned',
  'under-way',
  'handed',
  'withdrawn',
  'skipped',
  'blocked',
  'failed',
  'unknown',
] as const

const Reminder = z.object({
  step: z.enum(['two-days', 'two-hours']),
  dueAt: instant,
  state: z.enum(REMINDER_STATES),
  /** A code: of the gate, or `TOO_LATE`, `NO_NUMBER`; of what the carrier refused, its own. */
  cause: z.string().nullable(),
  /** Where it was written, for whoever sees that conversation. */
  conversationId: id.nullable(),
})

export const Appointment = z.object({
  id,
  /** What it is for, as staff wrote it, behind sign-in only. */
  what: z.string(),
  status: z.enum(APPOINTMENT_STATUSES),
  startAt: instant,
  endAt: instant,
  siteName: z.string(),
  /** IANA name of the zone of the site. */
  timeZone: z.string(),
  cancelReason: z.enum(CANCEL_REASONS).nullable(),
  cancelledAt: instant.nullable(),
  /** `staff` at the desk, `portal` by the patient's side, `sms` by the answer to a text. */
  cancelledBy: z.enum(['staff', 'portal', 'sms']).nullable(),
  /** Until then the cancellation can be taken back. */
  restoreUntil: instant.nullable(),
  version: whole,
})

const ForStaff = Appointment.extend({ reminders: z.array(Reminder) })
/** What lies ahead, the next first, and what was cancelled of it: at most 50. */
const list = z.object({ items: z.array(ForStaff), isLocked: z.boolean() })

const target = z.object({ appointmentId: id, version: whole })

export const appointment = {
  /** Below `verified` in the conversation it is asked from, nothing is shown and `isLocked` says so (desk-D8). */
  list: route({ roles: DESK, resource: 'appointment', patient: 'of-resource', audit: 'R' })
    .route({
      method: 'GET',
      path: '/patients/{patientId}/appointments',
      summary: 'Visits ahead',
      tags: ['Appointment'],
    })
    .input(z.object({ patientId: id, conversationId: id.optional() }))
    .output(list),

  /**
   * Takes the clinic's own wall clock. The same id again is the same visit. Refusals: IN_THE_PAST; TIME_DOES_NOT_EXIST on a day the clock is put
   * forward, with the two nearest instants as `detail.times`; TIME_IS_AMBIGUOUS where it is put back and no `which` was chosen, with both instants there;
   * PATIENT_BUSY where the patient has another visit at that time; CHANGED_MEANWHILE where the id is another visit's; STATE_NOT_ALLOWED: there are 50,
   * or the record is not in use or of somebody who has died.
   */
  book: route({ roles: WRITERS, resource: 'appointment', patient: 'of-resource', audit: 'C' })
    .route({
      method: 'POST',
      path: '/patients/{patientId}/appointments',
      summary: 'Note a visit',
      tags: ['Appointment'],
    })
    .input(
      z.object({
        patientId: id,
        conversationId: id.optional(),
        id,
        siteId: id,
        what: z.string().trim().min(1).max(80),
        day: givenDay,
        /** hh:mm */
        time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
        minutes: z.number().int().min(5).max(480),
        /** Of the two instants of an hour that comes twice. */
        which: z.enum(['first', 'second']).optional(),
      }),
    )
    .output(ForStaff),

  /** CHANGED_MEANWHILE: the version is another; STATE_NOT_ALLOWED: it is cancelled, or has begun. */
  cancel: route({ roles: WRITERS, resource: 'appointment', patient: 'of-resource', audit: 'U' })
    .route({
      method: 'POST',
      path: '/appointments/{appointmentId}/cancel',
      summary: 'Cancel a visit',
      tags: ['Appointment'],
    })
    .input(target.extend({ conversationId: id.optional(), reason: z.enum(CANCEL_REASONS) }))
    .output(ForStaff),

  /** STATE_NOT_ALLOWED: the ten minutes are over, or it lies in the past; PATIENT_BUSY: another was noted for that time. */
  restore: route({ roles: WRITERS, resource: 'appointment', patient: 'of-resource', audit: 'U' })
    .route({
      method: 'POST',
      path: '/appointments/{appointmentId}/restore',
      summary: 'Take a cancellation back',
      tags: ['Appointment'],
    })
    .input(target.extend({ conversationId: id.optional() }))
    .output(ForStaff),
}

/** The patient's own; for a related person those of a patient for whom the person has a grant for `schedule`, the first where none is named. */
export const myAppointment = {
  list: route({ roles: PATIENT_SIDE, resource: 'appointment', patient: 'own', audit: 'R' })
    .route({ method: 'GET', path: '/my/appointments', summary: 'My visits', tags: ['Portal'] })
    .input(z.object({ patientId: id.optional() }))
    .output(z.object({ items: z.array(Appointment) })),

  cancel: route({ roles: PATIENT_SIDE, resource: 'appointment', patient: 'own', audit: 'U' })
    .route({
      method: 'POST',
      path: '/my/appointments/{appointmentId}/cancel',
      summary: 'Cancel my visit',
      tags: ['Portal'],
    })
    .input(target.extend({ reason: z.enum(CANCEL_REASONS).exclude(['clinic']) }))
    .output(Appointment),

  restore: route({ roles: PATIENT_SIDE, resource: 'appointment', patient: 'own', audit: 'U' })
    .route({
      method: 'POST',
      path: '/my/appointments/{appointmentId}/restore',
      summary: 'Take my cancellation back',
      tags: ['Portal'],
    })
    .input(target)
    .output(Appointment),
}
