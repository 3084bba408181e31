/** Calls that a patient asks for in the portal (desk-D62, decision 0136): at a free time, moved, called off. */
import * as z from 'zod'
import { givenDay, givenInstant, id, instant, PATIENT_SIDE, route, whole } from './route.ts'

export const MyCallBack = z.object({
  id,
  dueAt: instant,
  /** Somebody chose its time; else it is the turn in the line. */
  isBooked: z.boolean(),
  /** The last figures of the number that will ring. */
  numberEnds: z.string(),
  /** Not while it rings, nor once the person was reached. */
  mayChange: z.boolean(),
  /** The clock of the patient. */
  timeZone: z.string(),
  version: whole,
})

const base = { roles: PATIENT_SIDE, resource: 'call-back', patient: 'own' } as const
const tags = ['Portal']
const whose = z.object({ patientId: id.optional() })
const one = z.object({ callBackId: id, version: whole })

export const myCallBack = {
  /** Promised in conversations that the reader sees, the next first; at most 20. */
  list: route({ ...base, audit: 'R' })
    .route({ method: 'GET', path: '/my/call-backs', summary: 'Calls that were promised to me', tags })
    .input(whose)
    .output(z.array(MyCallBack)),

  /** Of one day, `YYYY-MM-DD` on the patient's clock: the same times as the desk can promise. */
  offer: route({ ...base, audit: 'R' })
    .route({ method: 'GET', path: '/my/call-backs/offer', summary: 'When I could be called', tags })
    .input(whose.extend({ day: givenDay }))
    .output(
      z.object({
        /** A number of ours takes and makes calls. */
        isOffered: z.boolean(),
        /** Own numbers on file, E.164. */
        numbers: z.array(z.string()),
        timeZone: z.string(),
        times: z.array(instant),
      }),
    ),

  /**
   * For a conversation of one's own, which says what it is about. INVALID_INPUT with field `at` (reason `taken`, `closed`, `too-soon-or-late`);
   * QUIET_HOURS; WRONG_PERSON: not a number of one's own; STATE_NOT_ALLOWED: a call to this number is promised to them already, or no line makes calls.
   */
  book: route({ ...base, audit: 'C' })
    .route({ method: 'POST', path: '/my/call-backs', summary: 'Ask for a call at a time', tags })
    .input(whose.extend({ conversationId: id, address: z.string().regex(/^\+[0-9]{4,15}$/), at: givenInstant }))
    .output(z.object({ dueAt: instant })),

  /** The refusals of a booking; STATE_NOT_ALLOWED while it rings, or once the person was reached. */
  move: route({ ...base, audit: 'U' })
    .route({ method: 'POST', path: '/my/call-backs/{callBackId}/move', summary: 'Ask for another time', tags })
    .input(one.extend({ at: givenInstant }))
    .output(z.object({ dueAt: instant })),

  cancel: route({ ...base, audit: 'U' })
    .route({ method: 'POST', path: '/my/call-backs/{callBackId}/cancel', summary: 'Call it off', tags })
    .input(one)
    .output(z.object({})),
}
