/** The phone bar: calls that ring at the desk, who has them on the telephone, and what came of each (desk section 4, decision 0246). */
import * as z from 'zod'
import { CALL_CHECKS } from './call-back.ts'
import { WaitingOn } from './conversation.ts'
import { IDENTITY_LEVELS } from './role.ts'
import { DESK, id, instant, route } from './route.ts'

export const DeskCall = z.object({
  id,
  direction: z.enum(['in', 'out']),
  state: z.enum(['ringing', 'talking', 'ended']),
  /** When it came into that state. */
  since: instant,
  /** Whoever asks has it on the telephone, or lets the carrier dial it. */
  isMine: z.boolean(),
  /** E.164, or what the carrier says in place of a number: then nobody can be called back. */
  address: z.string(),
  canBeDialed: z.boolean(),
  patientName: z.string().nullable(),
  conversation: z.object({ id, number: z.string() }),
  language: z.string(),
  /** Who it is, as far as it is proved in this call; `check`: what would prove it. */
  identity: z.object({
    level: z.enum(IDENTITY_LEVELS),
    check: z.enum(CALL_CHECKS),
    relatedName: z.string().nullable(),
  }),
})

const base = { roles: DESK, resource: 'call', patient: 'of-resource', audit: 'U' } as const
const one = z.object({ callId: id })

export const deskCall = {
  /** What rings and nobody has taken yet stands there for the people of its queue; else only what one has oneself. At most 5. */
  list: route({ roles: DESK, resource: 'call', patient: 'list', audit: 'R' })
    .route({ method: 'GET', path: '/calls', summary: 'Calls at the telephones of the desk, for me', tags: ['Phone'] })
    .output(
      z.object({
        calls: z.array(DeskCall),
        /** Callers who wait in the line for a person. */
        waiting: z.number().int(),
      }),
    ),

  /** Mine from now on, with its conversation where nobody has that. ALREADY_ACCEPTED: a colleague has the call. STATE_NOT_ALLOWED: it is over. */
  take: route(base)
    .route({
      method: 'POST',
      path: '/calls/{callId}/take',
      summary: 'I have this call on the telephone',
      tags: ['Phone'],
    })
    .input(one)
    .output(z.object({})),

  /**
   * After the call, by whoever had it: a note in its conversation, with what that becomes, as composing does it, with the same refusals. Without
   * words: there is nothing to note. The same said twice is one note; STATE_NOT_ALLOWED: the call is not over, was another's, or has other words already.
   */
  noteOutcome: route(base)
    .route({ method: 'POST', path: '/calls/{callId}/outcome', summary: 'What came of the call', tags: ['Phone'] })
    .input(
      one.extend({
        outcome: z
          .object({
            text: z.string().trim().min(3).max(2_000),
            then: z
              .discriminatedUnion('state', [
                z.object({ state: z.literal('resolved') }),
                z.object({ state: z.literal('waiting'), waitingOn: WaitingOn }),
              ])
              .optional(),
          })
          .nullable(),
      }),
    )
    .output(z.object({})),
}
