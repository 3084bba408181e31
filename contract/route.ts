/**
 * The base of each procedure. A procedure says who may call it, what it is about, how it is bound to a patient and what is
 * journalled; the server does not start with one that leaves this out (trust-D2).
 */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import { REFUSALS, type Refusal } from './refusal.ts'
import { STAFF_ROLES, type Role } from './role.ts'

export type RouteMeta = {
  /** Roles that may call; 'public' needs no session. */
  roles: readonly Role[] | 'public'
  /** The noun whose access function decides (one place per noun). */
  resource: string
  /** How a patient is bound: not at all, the session's own, through the resource in the input, or a list within the caller's eyes. */
  patient: 'none' | 'own' | 'of-resource' | 'list'
  /** What the journal gets: nothing (no health data), or create, read, update, delete, execute. */
  audit: 'none' | 'C' | 'R' | 'U' | 'D' | 'E'
  /** A factor must have been shown in the last 5 minutes. */
  stepUp?: true
  /** Brings a person's words: they are triaged before any limit refuses them (trust-D57). */
  carriesMessage?: true
}

const errorData = z.object({
  requestId: z.string().optional(),
  field: z.string().optional(),
  detail: z.record(z.string(), z.unknown()).optional(),
})

const errors = Object.fromEntries(
  Object.entries(REFUSALS).map(([code, { status, message }]) => [
    code,
    { status, message, data: errorData.optional() },
  ]),
) as { [Code in Refusal]: { status: number; message: string; data: z.ZodOptional<typeof errorData> } }

/** Starts a procedure: `route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'R' }).route({ method, path }).input(...).output(...)`. */
export const route = (meta: RouteMeta) => oc.$meta<RouteMeta>(meta).errors(errors)

/** Everybody who works the inbox. */
export const DESK: readonly Role[] = STAFF_ROLES.filter((role) => role !== 'administrator')
export const ALL_STAFF: readonly Role[] = STAFF_ROLES
export const CLINICAL: readonly Role[] = ['nurse', 'clinician']
export const PATIENT_SIDE: readonly Role[] = ['patient', 'related_person']

/** Opaque place in a list; the next page starts after it. */
export const cursor = z.string().max(1_200)
export const instant = z.iso.datetime({ offset: true })
export const id = z.uuid()

/** The highest that the database keeps in four bytes, but one: the next version has room. */
export const WHOLE_MAX = 2_147_483_646
/** A version, a place in a conversation. */
export const whole = z.int32().max(WHOLE_MAX)

/** In which somebody was born or a promise ends. What lies outside is a slip, and no instant or day of the database. */
const YEARS = /^[12]\d{3}-/
/** A day and an instant that somebody names. */
export const givenDay = z.iso.date().regex(YEARS)
export const givenInstant = instant.regex(YEARS)
/** A language that somebody names (BCP 47), such as `en` or `es-MX`. */
export const languageTag = z
  .string()
  .max(10)
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)

/** Rows in one page of any list. */
export const PAGE_MAX = 50
