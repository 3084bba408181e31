/** One change of many conversations (desk-D20): what it would do, doing it item by item, and undo for ten minutes. */
import * as z from 'zod'
import { NextState } from './conversation.ts'
import { DESK, id, instant, route, whole } from './route.ts'

/** Conversations of one bulk change (desk-D20). */
export const BULK_MAX = 500
/** A bulk change is undone within this time, in minutes (desk-D20). */
export const BULK_UNDO_MIN = 10

const tag = z.string().trim().min(1).max(40)

/** Urgency is none of them: each one is looked at by itself. */
export const BulkChange = z.discriminatedUnion('do', [
  z.object({ do: z.literal('state'), to: NextState }),
  z.object({ do: z.literal('assign'), staffId: id.nullable() }),
  z.object({ do: z.literal('queue'), queueId: id }),
  z.object({ do: z.literal('tags'), add: z.array(tag).max(20).default([]), remove: z.array(tag).max(20).default([]) }),
])

const chosen = {
  change: BulkChange,
  /** Each conversation once, with the version that was seen. */
  items: z
    .array(z.object({ conversationId: id, version: whole }))
    .min(1)
    .max(BULK_MAX),
}

/** Answers stand in the order of the items that were sent. */
const BulkProgress = z.object({
  bulkId: id,
  items: z.array(
    z.object({
      /** `kept`: undo was refused for it, and why. */
      outcome: z.enum(['waiting', 'done', 'same', 'refused', 'undone', 'kept']),
      refusal: z.string().nullable(),
    }),
  ),
  /** Items that the next call goes on with. */
  left: z.number().int(),
  /** Null once it was undone. */
  undoUntil: instant.nullable(),
})

export const bulkChange = {
  preview: route({ roles: DESK, resource: 'conversation', patient: 'list', audit: 'R' })
    .route({
      method: 'POST',
      path: '/bulk-changes/preview',
      summary: 'What a change of many conversations would do',
      tags: ['Bulk change'],
    })
    .input(z.object(chosen))
    .output(
      z.object({
        items: z.array(z.object({ outcome: z.enum(['changes', 'same', 'refused']), refusal: z.string().nullable() })),
      }),
    ),

  /** The same id begins once. Works on the first items; while some are left, `goOn` works on the next. */
  begin: route({ roles: DESK, resource: 'conversation', patient: 'list', audit: 'U' })
    .route({
      method: 'POST',
      path: '/bulk-changes',
      summary: 'Change many conversations, each by itself',
      tags: ['Bulk change'],
    })
    .input(z.object({ bulkId: id, ...chosen }))
    .output(BulkProgress),

  goOn: route({ roles: DESK, resource: 'bulk-change', patient: 'list', audit: 'U' })
    .route({
      method: 'POST',
      path: '/bulk-changes/{bulkId}/go-on',
      summary: 'Change the next of them',
      tags: ['Bulk change'],
    })
    .input(z.object({ bulkId: id }))
    .output(BulkProgress),

  /** Like `goOn`: while some are left, it is called again. What somebody changed since is kept. */
  undo: route({ roles: DESK, resource: 'bulk-change', patient: 'list', audit: 'U' })
    .route({
      method: 'POST',
      path: '/bulk-changes/{bulkId}/undo',
      summary: 'Give back what was changed, for ten minutes',
      tags: ['Bulk change'],
    })
    .input(z.object({ bulkId: id }))
    .output(BulkProgress),
}
