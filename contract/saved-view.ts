/** Views of the inbox that people make themselves: conditions over conversations, with a name, for oneself or shared (desk-D11). */
import * as z from 'zod'
import { VIEW_COUNT_MAX, VIEW_ORDERS } from '#engines/saved-view/saved-view.ts'
import { group } from './condition.ts'
import { ConversationRow } from './conversation.ts'
import { cursor, DESK, id, PAGE_MAX, route, whole } from './route.ts'

/** One level more than a view may have, so that the refusal can say so. */
const LEVELS = 4
/** Those of a person and the shared ones together. */
const VIEWS_MAX = 100

/** A queue's members, the people of a site, or everybody. Supervisors share. */
export const Sharing = z.discriminatedUnion('with', [
  z.object({ with: z.literal('owner') }),
  z.object({ with: z.literal('organization') }),
  z.object({ with: z.literal('queue'), queueId: id }),
  z.object({ with: z.literal('site'), siteId: id }),
])

const content = z.object({
  name: z.string().trim().max(200),
  when: group(LEVELS),
  order: z.enum(VIEW_ORDERS),
  sharing: Sharing,
})

export const SavedView = content.extend({
  id,
  version: whole,
  ownerName: z.string().nullable(),
  isMine: z.boolean(),
  /** In the reader's list: an own one, or one that is shared with the reader. A supervisor reads the other shared ones too. */
  isForMe: z.boolean(),
  mayChange: z.boolean(),
})

/** Null: it was not counted, as it takes too long. */
const count = z.object({ count: z.number().int().max(VIEW_COUNT_MAX), isMore: z.boolean() }).nullable()

const read = { roles: DESK, resource: 'saved-view', patient: 'none', audit: 'none' } as const
const write = { ...read, audit: 'U' } as const
const tags = ['Saved views']
const target = z.object({ savedViewId: id })
const SavedViews = z.object({ items: z.array(SavedView), mayShare: z.boolean() })
const named = z.array(z.object({ id, name: z.string() }))

export const savedView = {
  /** In the caller's order; what was not put in order, behind it by name. */
  list: route(read).route({ method: 'GET', path: '/saved-views', summary: 'Saved views', tags }).output(SavedViews),

  /** By the predicate of the list; of those that are in the caller's list. */
  counts: route(read)
    .route({ method: 'GET', path: '/saved-views/counts', summary: 'How many conversations each holds', tags })
    .output(z.array(z.object({ savedViewId: id, count }))),

  /** What a view may name. */
  choices: route(read)
    .route({
      method: 'GET',
      path: '/saved-views/choices',
      summary: 'Queues, sites and people that a view may name',
      tags,
    })
    .output(z.object({ queues: named, retiredQueues: named, sites: named, staff: named })),

  /** Of conditions that are not saved. Refusal: INVALID_INPUT with field (`when.of.1.values`) and reason. */
  preview: route(read)
    .route({ method: 'POST', path: '/saved-views/preview', summary: 'Count before saving', tags })
    .input(content.pick({ when: true }))
    .output(z.object({ count })),

  /**
   * A new view under an id of the client's (`version` 0), or a changed one. Refusals: INVALID_INPUT with field (`when.of.1.operator`) and
   * reason, NOT_ALLOWED with field `sharing`, CHANGED_MEANWHILE when `version` is not the newest.
   */
  save: route(write)
    .route({ method: 'PUT', path: '/saved-views/{savedViewId}', summary: 'Save a view', tags })
    .input(target.extend({ version: whole.min(0), ...content.shape }))
    .output(SavedViews),

  /** For a day it can be brought back. */
  remove: route({ ...write, audit: 'D' })
    .route({ method: 'POST', path: '/saved-views/{savedViewId}/remove', summary: 'Take a view away', tags })
    .input(target)
    .output(SavedViews),

  restore: route(write)
    .route({ method: 'POST', path: '/saved-views/{savedViewId}/restore', summary: 'Bring a view back', tags })
    .input(target)
    .output(SavedViews),

  /** The caller's own order. CHANGED_MEANWHILE: one of them is not there. */
  reorder: route(write)
    .route({ method: 'POST', path: '/saved-views/order', summary: 'Put the views in another order', tags })
    .input(z.object({ savedViewIds: z.array(id).max(VIEWS_MAX) }))
    .output(SavedViews),

  /** What the reader may see anyway, in the view's order. */
  conversations: route({ roles: DESK, resource: 'conversation', patient: 'list', audit: 'R' })
    .route({
      method: 'GET',
      path: '/saved-views/{savedViewId}/conversations',
      summary: 'Conversations of a saved view',
      tags,
    })
    .input(
      target.extend({
        cursor: cursor.optional(),
        limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(PAGE_MAX),
      }),
    )
    .output(z.object({ items: z.array(ConversationRow), next: cursor.nullable(), feed: z.string() })),
}
