/** At the end of a shift: what one person gives to others, each piece accepted by name (desk-D34). */
import * as z from 'zod'
import { Urgency } from './conversation.ts'
import { DESK, id, instant, route } from './route.ts'

const Item = z.object({
  conversationId: id,
  number: z.string(),
  patientName: z.string().nullable(),
  subject: z.string(),
  urgency: Urgency,
  dueAt: instant.nullable(),
})

export const HandOverList = z.object({
  /** What I have and that is not over; `offer`: to whom I give it, until that person has accepted. */
  mine: z.array(
    Item.extend({ offer: z.object({ handOverId: id, to: z.object({ id, name: z.string() }) }).nullable() }),
  ),
  /** What others give to me. */
  toMe: z.array(Item.extend({ handOverId: id, from: z.object({ id, name: z.string() }), at: instant })),
})

const base = { roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'U' } as const

export const handOver = {
  list: route({ roles: DESK, resource: 'conversation', patient: 'list', audit: 'R' })
    .route({
      method: 'GET',
      path: '/hand-overs',
      summary: 'What I hand over, and what is handed to me',
      tags: ['Desk'],
    })
    .output(HandOverList),

  /** It stays with me until the other has accepted. Refusals: STATE_NOT_ALLOWED: it is not mine; NOT_A_READER, field `toId`. */
  offer: route(base)
    .route({
      method: 'POST',
      path: '/conversations/{conversationId}/hand-over',
      summary: 'Hand a conversation of mine to a colleague',
      tags: ['Desk'],
    })
    .input(z.object({ conversationId: id, toId: id }))
    .output(z.object({})),

  /** Mine from now on. Refusal STATE_NOT_ALLOWED: it was taken back, or is not with that person any more. */
  accept: route({ ...base, resource: 'hand-over' })
    .route({ method: 'POST', path: '/hand-overs/{handOverId}/accept', summary: 'I take it', tags: ['Desk'] })
    .input(z.object({ handOverId: id }))
    .output(z.object({})),

  /** Declined by whom it was given to, or taken back by who gave it. */
  end: route({ ...base, resource: 'hand-over' })
    .route({ method: 'POST', path: '/hand-overs/{handOverId}/end', summary: 'Decline, or take back', tags: ['Desk'] })
    .input(z.object({ handOverId: id }))
    .output(z.object({})),
}
