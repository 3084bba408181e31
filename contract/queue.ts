/** Taking a queue out of use, and bringing it back (decision 0120). Queues are added and changed with the organization. */
import * as z from 'zod'
import type { Role } from './role.ts'
import { id, route } from './route.ts'

const ADMINISTRATOR: readonly Role[] = ['administrator']

const named = z.object({ name: z.string() })

/** What rests on a queue now. */
export const QueueUse = z.object({
  /** Conversations that are open, waiting or snoozed: they go on in the queue that is chosen. */
  open: z.number().int(),
  /** Where its work can go on: queues in use of its kind. Without one the queue stays. */
  successors: z.array(named.extend({ id })),
  /** Sites whose front desk would have no queue without it. */
  sitesLeft: z.array(named),
  /** These put work into it, so they are changed first: live rules, macros, and people at the front desk with a number of it. */
  rules: z.array(named),
  macros: z.array(named),
  turns: z.number().int(),
  /** These only name it, and fit nothing of it any more: policies in force, conditions of live rules, skills it asks for, its members. */
  policies: z.array(named),
  conditions: z.array(named),
  hasSkills: z.boolean(),
  members: z.number().int(),
})

const base = { roles: ADMINISTRATOR, resource: 'queue', patient: 'none' } as const
const tags = ['Organization']

export const queue = {
  use: route({ ...base, audit: 'none' })
    .route({ method: 'GET', path: '/queues/{queueId}/use', summary: 'What rests on a queue', tags })
    .input(z.object({ queueId: id }))
    .output(QueueUse),

  /**
   * From now on nothing comes in; what is open goes on in `successorId`, a queue in use of the same kind, and whoever has it keeps it. INVALID_INPUT:
   * `queueId` with `last-of-kind`, `last-at-site`, `rules`, `macros` or `front-desk`, `successorId` with `not-fit`. STATE_NOT_ALLOWED: it is not in use.
   */
  retire: route({ ...base, audit: 'U' })
    .route({ method: 'POST', path: '/queues/{queueId}/retire', summary: 'Take a queue out of use', tags })
    .input(z.object({ queueId: id, successorId: id }))
    .output(z.object({})),

  /** It takes work again; what went on elsewhere stays there. STATE_NOT_ALLOWED: it is in use. */
  restore: route({ ...base, audit: 'U' })
    .route({ method: 'POST', path: '/queues/{queueId}/restore', summary: 'Bring a queue back into use', tags })
    .input(z.object({ queueId: id }))
    .output(z.object({})),
}
