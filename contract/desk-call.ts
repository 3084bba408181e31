/** The phone bar: calls that ring at the desk, who has them on the telephone, and what came of each (desk section 4, decision 0246). */
import * as z from 'zod'
import { CALL_CHECKS } from './call-back.ts'
import { WaitingOn } from './conversation.ts'
import { IDENTITY_LEVELS } from './role.ts'
import { DESK, id, instant, route } from './route.ts'

export const DeskCall = z.object({
  id,
  direction: z.enum(['in', 'out']),
  /** `transferring`: it rings where it is passed on to; `coming-back`: it rings again at the telephone of whoever has it. */
  state: z.enum(['ringing', 'talking', 'held', 'transferring', 'coming-back', 'ended']),
  /** The carrier was asked for it and has not come back about it. */
  asked: z.enum(['hold', 'go-on', 'transfer']).nullable(),
  /** Hung up on hold. */
  leftOnHold: z.boolean(),
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
   * The caller waits and is told so; the talk on the telephone ends, which rings again with `goOn`. UNAVAILABLE: the carrier did not say that it
   * heard; the call is as it was until it comes. STATE_NOT_ALLOWED: it is not mine, or not talked.
   */
  hold: route(base)
    .route({ method: 'POST', path: '/calls/{callId}/hold', summary: 'Put my caller on hold', tags: ['Phone'] })
    .input(one)
    .output(z.object({})),

  /** My telephone rings again. UNAVAILABLE: as with `hold`; a caller on hold is asked after at the next look, within half a minute. */
  goOn: route(base)
    .route({ method: 'POST', path: '/calls/{callId}/go-on', summary: 'Go on with my caller', tags: ['Phone'] })
    .input(one)
    .output(z.object({})),

  /**
   * Another telephone rings, and asks for a key; who presses it has the call, and the conversation with it. Nobody: it comes back to mine, and from
   * there into the line. `summary` is a note that all of the desk reads. `number`: else the telephone that colleague used last for call-backs, or the
   * desk's. NOT_A_READER: that colleague may not read the conversation; INVALID_INPUT: `number` is none, or none is known.
   */
  transfer: route(base)
    .route({ method: 'POST', path: '/calls/{callId}/transfer', summary: 'Pass my caller on', tags: ['Phone'] })
    .input(
      one.extend({
        to: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('colleague'), staffId: id }),
          z.object({ kind: z.literal('queue'), queueId: id }),
        ]),
        number: z.string().max(40).default(''),
        summary: z.string().trim().min(3).max(2_000),
      }),
    )
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
