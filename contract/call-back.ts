/** People who are to be called back: asked for on the telephone, or booked by the desk (desk-D62). */
import * as z from 'zod'
import { IDENTITY_LEVELS } from './role.ts'
import { cursor, DESK, givenDay, givenInstant, id, instant, PAGE_MAX, route, whole } from './route.ts'

/**
 * What proves on the telephone who it is. `two-facts`: full name and birth date, at a number on file that was not changed lately. Else facts
 * prove nothing there: the number is not on file (`other-number`) or was changed within seven days (`new-number`), no patient is linked
 * (`nobody`), or whoever writes has no live grant (`no-grant`).
 */
export const CALL_CHECKS = ['two-facts', 'other-number', 'new-number', 'nobody', 'no-grant'] as const
/** How the check of a call ended. `not_asked`: nothing of the record was said. */
export const CALL_CHECK_OUTCOMES = ['confirmed', 'not_confirmed', 'not_asked'] as const

export const CallBack = z.object({
  id,
  conversation: z.object({ id, number: z.string() }),
  patientName: z.string().nullable(),
  /** E.164. */
  address: z.string(),
  language: z.string(),
  /** Before anything of the record is said (desk-D62). `level`: of who wrote last; `relatedName`: somebody near the patient, where one writes. */
  identity: z.object({
    level: z.enum(IDENTITY_LEVELS),
    check: z.enum(CALL_CHECKS),
    relatedName: z.string().nullable(),
  }),
  /** The language on record of who is called, where the caller of this procedure does not speak it: an interpreter is needed. */
  interpreter: z.string().nullable(),
  urgency: z.enum(['routine', 'urgent', 'asap', 'stat']),
  dueAt: instant,
  /** A person chose its time; else it is the turn in the line. */
  isBooked: z.boolean(),
  /** Where the person is, as far as is known: else the site's. */
  timeZone: z.string(),
  /** The carrier rings now. */
  isDialing: z.boolean(),
  /** How the carrier's last call ended, where one was made: `no_answer`, `busy` and `machine` (a voicemail box) of the person, `failed` and `hung_up` of ourselves. */
  lastDial: z.enum(['talked', 'no_answer', 'busy', 'machine', 'failed', 'hung_up']).nullable(),
  /** Since when the person waits: the place in the line was kept. */
  waitingSince: instant,
  /** Tries that were made, at most 3. */
  tries: z.number().int(),
  /** Requests that joined, the first among them. One that comes after the person was reached asks for a call anew. */
  requests: z.number().int(),
  reachedAt: instant.nullable(),
  version: whole,
})

/** Whose telephone rings first. */
const FirstLeg = z.enum(['agent', 'patient'])

const base = { roles: DESK, resource: 'call-back', patient: 'of-resource' } as const
const outcome = z.string().trim().min(3).max(500)
const one = z.object({ callBackId: id, version: whole })

export const callBack = {
  list: route({ roles: DESK, resource: 'call-back', patient: 'list', audit: 'R' })
    .route({ method: 'GET', path: '/call-backs', summary: 'Who is to be called back, the next first', tags: ['Phone'] })
    .input(
      z.object({ cursor: cursor.optional(), limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(PAGE_MAX) }),
    )
    .output(
      z.object({
        items: z.array(CallBack),
        next: cursor.nullable(),
        /** How the carrier dials for the caller of this procedure: as the last time, else with the desk's telephone; null: no line of ours can dial. */
        dialing: z.object({ agentNumber: z.string().nullable(), first: FirstLeg }).nullable(),
      }),
    ),

  /** Of those that the caller may see; null: nobody waits for a call. What was reached and not written down yet is not called again. */
  next: route({ roles: DESK, resource: 'call-back', patient: 'none', audit: 'none' })
    .route({ method: 'GET', path: '/call-backs/next', summary: 'When the next call-back is due', tags: ['Phone'] })
    .output(z.object({ dueAt: instant.nullable() })),

  /** What can be promised on one day of the receiver's clock: times that are open here and not night there, with nobody promised at the same time. */
  offer: route({ ...base, patient: 'of-resource', audit: 'R' })
    .route({ method: 'GET', path: '/call-backs/offer', summary: 'When somebody could be called back', tags: ['Phone'] })
    .input(z.object({ conversationId: id, day: givenDay }))
    .output(
      z.object({
        /** Numbers of the conversation, the one last called or written from first. */
        numbers: z.array(z.string()),
        timeZone: z.string(),
        times: z.array(instant),
        /** The call that is promised already to one of these numbers; a request joins it. */
        promised: z.array(z.object({ address: z.string(), dueAt: instant })),
      }),
    ),

  /** `at`: from an hour to 30 days ahead (else INVALID_INPUT), in opening hours (INVALID_INPUT, `closed`), and not at night on the receiver's clock (QUIET_HOURS). WRONG_PERSON: the number is nobody's of this conversation. A second request for a number joins the first. */
  book: route({ ...base, audit: 'C' })
    .route({ method: 'POST', path: '/call-backs', summary: 'Promise a call at a time', tags: ['Phone'] })
    .input(z.object({ conversationId: id, address: z.string().regex(/^\+[0-9]{4,15}$/), at: givenInstant }))
    .output(z.object({ callBackId: id, dueAt: instant })),

  /** Promised for another time: the same refusals as a booking; STATE_NOT_ALLOWED while it rings or once it was reached. */
  move: route({ ...base, audit: 'U' })
    .route({ method: 'POST', path: '/call-backs/{callBackId}/move', summary: 'Promise another time', tags: ['Phone'] })
    .input(one.extend({ at: givenInstant }))
    .output(z.object({ dueAt: instant })),

  /**
   * The carrier rings one telephone, then the other, and joins them. It says how that ended: nobody there is a try, the third ends in a text.
   * INVALID_INPUT: `agentNumber` is no number; STATE_NOT_ALLOWED: it rings already, was reached, or no line of ours can dial; QUIET_HOURS.
   */
  dial: route({ ...base, audit: 'U' })
    .route({ method: 'POST', path: '/call-backs/{callBackId}/dial', summary: 'Let the carrier call', tags: ['Phone'] })
    .input(one.extend({ agentNumber: z.string().max(40), first: FirstLeg }))
    .output(z.object({})),

  reached: route({ ...base, audit: 'U' })
    .route({ method: 'POST', path: '/call-backs/{callBackId}/reached', summary: 'They picked up', tags: ['Phone'] })
    .input(one)
    .output(z.object({})),

  /** Tried again after 10 and then 50 minutes; after the third try one text leaves where it may. Of a call that was said to be a talk: it was none, and that try stays one. */
  notReached: route({ ...base, audit: 'U' })
    .route({
      method: 'POST',
      path: '/call-backs/{callBackId}/not-reached',
      summary: 'Nobody picked up',
      tags: ['Phone'],
    })
    .input(one)
    .output(z.object({})),

  /**
   * `identity` is asked of a call that reached somebody (else INVALID_INPUT). `confirmed` verifies like the desk's own check by call-back, with
   * its refusals: INVALID_INPUT (`identity`: the number is not on file), CONTACT_POINT_TOO_NEW, STATE_NOT_ALLOWED (nobody linked).
   */
  done: route({ ...base, audit: 'U' })
    .route({
      method: 'POST',
      path: '/call-backs/{callBackId}/done',
      summary: 'Done, with what came of it',
      tags: ['Phone'],
    })
    .input(one.extend({ outcome, identity: z.enum(CALL_CHECK_OUTCOMES).optional() }))
    .output(z.object({})),

  cancel: route({ ...base, audit: 'U' })
    .route({ method: 'POST', path: '/call-backs/{callBackId}/cancel', summary: 'Not needed any more', tags: ['Phone'] })
    .input(one.extend({ outcome }))
    .output(z.object({})),
}
