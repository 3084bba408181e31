/** The supervisor board: what waits, who works, what nobody fits; and the conversations behind each of its numbers. */
import * as z from 'zod'
import { FIGURE_MAX } from '#engines/figure/figure.ts'
import { ConversationRow } from './conversation.ts'
import { cursor, id, instant, PAGE_MAX, route } from './route.ts'
import { STAFF_ROLES, type Role } from './role.ts'
import { AWAY_REASONS, RoutingReason } from './workload.ts'

const MANAGERS: readonly Role[] = ['administrator', 'supervisor']
/** Who may open conversations and leads the desk. */
const SUPERVISOR: readonly Role[] = ['supervisor']

export const Board = z.object({
  at: instant,
  /** Work is given out by itself here. */
  isAutomatic: z.boolean(),
  /** Of each queue, and with id null of what is in none: where somebody waits, due within 15 minutes, overdue. */
  queues: z.array(
    z.object({
      id: id.nullable(),
      name: z.string(),
      waiting: z.number().int(),
      oldestAt: instant.nullable(),
      dueSoon: z.number().int(),
      breached: z.number().int(),
    }),
  ),
  people: z.array(
    z.object({
      staffId: id,
      name: z.string(),
      role: z.enum(STAFF_ROLES),
      /** At the desk by shift and heartbeat; where work is not given out by itself, on duty by his own word. */
      isAtWork: z.boolean(),
      isAccepting: z.boolean(),
      awayReason: z.enum(AWAY_REASONS).nullable(),
      shiftEndsAt: instant.nullable(),
      nextShiftAt: instant.nullable(),
      /** Points in hand, and how many there may be now. */
      load: z.number(),
      capacity: z.number(),
      /** Nothing more fits, or the last half hour was full. */
      isAtCap: z.boolean(),
      /** Rests after a distressing contact until then. */
      recoveryUntil: instant.nullable(),
      /** Held out to this person now. */
      offers: z.number().int(),
      /** Conversations that this person has and that are not over. */
      inHand: z.number().int(),
      /** When the person was last asked to come in, in the last twelve hours. */
      calledInAt: instant.nullable(),
      /** Is away, and was not asked within the last 15 minutes. */
      mayBeCalledIn: z.boolean(),
    }),
  ),
  /** Conversations with a red flag that nobody accepted. */
  redFlags: z.object({ count: z.number().int(), oldestAt: instant.nullable() }),
  /** Conversations with a message of which nobody knows whether it arrived. */
  unknownDeliveries: z.object({ count: z.number().int(), oldestAt: instant.nullable() }),
  /** Mail and texts that came and are not settled after 5 minutes, by mailbox or number (desk-D58). */
  differences: z.array(z.object({ source: z.string(), count: z.number().int(), since: instant })),
  /** What nobody fits, by queue and language: which conditions are missing, and when the next shift of somebody who would fit begins. */
  unfit: z.array(
    z.object({
      queueId: id.nullable(),
      queueName: z.string().nullable(),
      language: z.string(),
      count: z.number().int(),
      oldestAt: instant.nullable(),
      missing: z.array(RoutingReason),
      nextAt: instant.nullable(),
    }),
  ),
})

export const board = {
  read: route({ roles: MANAGERS, resource: 'board', patient: 'none', audit: 'none' })
    .route({ method: 'GET', path: '/board', summary: 'What waits, and who works', tags: ['Board'] })
    .output(Board),

  /**
   * `figure` is the text of a number (engines/figure): those of the board and of the reports. Refusal INVALID_INPUT, field `figure`:
   * there is no such number.
   */
  conversations: route({ roles: SUPERVISOR, resource: 'conversation', patient: 'list', audit: 'R' })
    .route({
      method: 'GET',
      path: '/figures/conversations',
      summary: 'The conversations behind a number, newest first',
      tags: ['Board'],
    })
    .input(
      z.object({
        figure: z.string().max(FIGURE_MAX),
        cursor: cursor.optional(),
        limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(PAGE_MAX),
      }),
    )
    .output(z.object({ items: z.array(ConversationRow), next: cursor.nullable(), feed: z.string() })),
}
