/** People who are to be called back: asked for on the telephone, or booked by the desk (desk-D62). */
import * as z from 'zod'
import { cursor, DESK, id, instant, PAGE_MAX, route } from './route.ts'

export const CallBack = z.object({
  id,
  conversation: z.object({ id, number: z.string() }),
  patientName: z.string().nullable(),
  /** E.164. */
  address: z.string(),
  language: z.string(),
  urgency: z.enum(['routine', 'urgent', 'asap', 'stat']),
  dueAt: instant,
  /** Since when the person waits: the place in the line was kept. */
  waitingSince: instant,
  /** Tries that were made, at most 3. */
  tries: z.number().int(),
  /** Requests that joined, the first among them. */
  requests: z.number().int(),
  reachedAt: instant.nullable(),
  version: z.number().int(),
})

const base = { roles: DESK, resource: 'call-back', patient: 'of-resource' } as const
const outcome = z.string().trim().min(3).max(500)
const one = z.object({ callBackId: id, version: z.number().int() })

export const callBack = {
  list: route({ roles: DESK, resource: 'call-back', patient: 'list', audit: 'R' })
    .route({ method: 'GET', path: '/call-backs', summary: 'Who is to be called back, the next first', tags: ['Phone'] })
    .input(
      z.object({ cursor: cursor.optional(), limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(PAGE_MAX) }),
    )
    .output(z.object({ items: z.array(CallBack), next: cursor.nullable() })),

  /** `at`: from an hour to 30 days ahead (else INVALID_INPUT), and not at night on the receiver's clock (QUIET_HOURS). WRONG_PERSON: the number is nobody's of this conversation. A second request for a number joins the first. */
  book: route({ ...base, audit: 'C' })
    .route({ method: 'POST', path: '/call-backs', summary: 'Promise a call at a time', tags: ['Phone'] })
    .input(z.object({ conversationId: id, address: z.string().regex(/^\+[0-9]{4,15}$/), at: instant }))
    .output(z.object({ callBackId: id, dueAt: instant })),

  reached: route({ ...base, audit: 'U' })
    .route({ method: 'POST', path: '/call-backs/{callBackId}/reached', summary: 'They picked up', tags: ['Phone'] })
    .input(one)
    .output(z.object({})),

  /** Tried again after 10 and then 50 minutes; after the third try one text leaves where it may. */
  notReached: route({ ...base, audit: 'U' })
    .route({
      method: 'POST',
      path: '/call-backs/{callBackId}/not-reached',
      summary: 'Nobody picked up',
      tags: ['Phone'],
    })
    .input(one)
    .output(z.object({})),

  done: route({ ...base, audit: 'U' })
    .route({
      method: 'POST',
      path: '/call-backs/{callBackId}/done',
      summary: 'Done, with what came of it',
      tags: ['Phone'],
    })
    .input(one.extend({ outcome }))
    .output(z.object({})),

  cancel: route({ ...base, audit: 'U' })
    .route({ method: 'POST', path: '/call-backs/{callBackId}/cancel', summary: 'Not needed any more', tags: ['Phone'] })
    .input(one.extend({ outcome }))
    .output(z.object({})),
}
