/** The desk's own things: the set-aside list, colleagues, system status. */
import * as z from 'zod'
import { ALL_STAFF, cursor, DESK, id, instant, PAGE_MAX, route } from './route.ts'
import { STAFF_ROLES, type Role } from './role.ts'

const ADMINISTRATOR: readonly Role[] = ['administrator']

export const SetAsideEntry = z.object({
  id,
  source: z.string(),
  externalId: z.string(),
  cause: z.string(),
  state: z.enum(['open', 'assigned', 'replayed', 'dismissed']),
  owner: z.object({ id, name: z.string() }).nullable(),
  receivedAt: instant,
  isLate: z.boolean(),
  tries: z.number().int(),
  size: z.number().int().nullable(),
})

export const ALARM_CAUSES = [
  'mail-difference',
  'mail-storm',
  'mail-loop',
  'mailbox-not-read',
  'mailbox-unknown',
  'source-silent',
  'set-aside-late',
  'file-not-scanned',
  'rule-switched-off',
  'emergency-unstored',
  'no-duty-contact',
] as const

export const desk = {
  colleagues: route({ roles: ALL_STAFF, resource: 'staff', patient: 'none', audit: 'none' })
    .route({
      method: 'GET',
      path: '/desk/colleagues',
      summary: 'Who works here, for assigning and mentioning',
      tags: ['Desk'],
    })
    .output(
      z.array(
        z.object({
          id,
          name: z.string(),
          role: z.enum(STAFF_ROLES),
          languages: z.array(z.string()),
          siteName: z.string().nullable(),
          isOnDuty: z.boolean(),
          openConversations: z.number().int(),
        }),
      ),
    ),

  setAside: route({ roles: DESK, resource: 'set-aside', patient: 'none', audit: 'R' })
    .route({ method: 'GET', path: '/desk/set-aside', summary: 'What a channel could not understand', tags: ['Desk'] })
    .input(
      z.object({ cursor: cursor.optional(), limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(PAGE_MAX) }),
    )
    .output(z.object({ items: z.array(SetAsideEntry), next: cursor.nullable() })),

  readSetAside: route({ roles: DESK, resource: 'set-aside', patient: 'none', audit: 'R' })
    .route({
      method: 'GET',
      path: '/desk/set-aside/{setAsideId}/original',
      summary: 'The original as text, its first 64,000 bytes',
      tags: ['Desk'],
    })
    .input(z.object({ setAsideId: id }))
    .output(z.object({ text: z.string(), size: z.number().int(), isCut: z.boolean() })),

  takeSetAside: route({ roles: DESK, resource: 'set-aside', patient: 'none', audit: 'U' })
    .route({
      method: 'POST',
      path: '/desk/set-aside/{setAsideId}/take',
      summary: 'I look after this one',
      tags: ['Desk'],
    })
    .input(z.object({ setAsideId: id }))
    .output(z.object({})),

  replaySetAside: route({ roles: DESK, resource: 'set-aside', patient: 'none', audit: 'E' })
    .route({
      method: 'POST',
      path: '/desk/set-aside/{setAsideId}/replay',
      summary: 'Try to take it in again',
      tags: ['Desk'],
    })
    .input(z.object({ setAsideId: id }))
    .output(
      z.object({ outcome: z.enum(['replayed', 'open']), cause: z.string().nullable(), conversationId: id.nullable() }),
    ),

  dismissSetAside: route({ roles: DESK, resource: 'set-aside', patient: 'none', audit: 'U' })
    .route({
      method: 'POST',
      path: '/desk/set-aside/{setAsideId}/dismiss',
      summary: 'Not ours, with a reason',
      tags: ['Desk'],
    })
    .input(z.object({ setAsideId: id, reason: z.string().trim().min(3).max(300) }))
    .output(z.object({})),

  /** Empty is the good state. What of messages is waiting is counted, whoever may read them. */
  channelFailures: route({ roles: ADMINISTRATOR, resource: 'system', patient: 'none', audit: 'none' })
    .route({
      method: 'GET',
      path: '/desk/channel-failures',
      summary: 'What does not get through, by channel, and when it is tried again',
      tags: ['Desk'],
    })
    .output(
      z.array(
        z.object({
          channel: z.enum(['email', 'sms', 'voice']),
          /** A mailbox is read; messages leave; a number is compared with what its carrier lists; nothing comes that always came. */
          what: z.enum(['reading', 'sending', 'comparing', 'silence']),
          /** The mailbox or number; null: what leaves by this channel. */
          address: z.string().nullable(),
          /** Null: never, or not lately. */
          lastSuccessAt: instant.nullable(),
          cause: z.string(),
          nextTryAt: instant.nullable(),
          /** Messages that wait to be tried again. */
          waiting: z.number().int(),
        }),
      ),
    ),

  status: route({ roles: ALL_STAFF, resource: 'system', patient: 'none', audit: 'none' })
    .route({
      method: 'GET',
      path: '/desk/status',
      summary: 'Each part of the system, and what is counted',
      tags: ['Desk'],
    })
    .output(
      z.object({
        parts: z.array(
          z.object({ name: z.string(), state: z.enum(['works', 'degraded', 'down']), since: instant.nullable() }),
        ),
        mailboxes: z.array(
          z.object({
            source: z.string(),
            seen: z.number(),
            stored: z.number(),
            duplicate: z.number(),
            refused: z.number(),
            setAside: z.number(),
            difference: z.number(),
          }),
        ),
        /** What somebody should look after now; empty is the good state. `ids` name single mails, at most 100. */
        alarms: z.array(
          z.object({
            cause: z.enum(ALARM_CAUSES),
            source: z.string().nullable(),
            since: instant,
            count: z.number().int(),
            ids: z.array(z.string()),
          }),
        ),
        /** `none`: files are checked by their structure alone. */
        antivirus: z.enum(['none', 'works', 'down']),
        /** The language model; `none`: everything goes without one. `resting`: it failed too often just now. */
        llm: z.enum(['none', 'works', 'resting']),
        /** The machine translator, likewise. */
        translation: z.enum(['none', 'works', 'resting']),
        oldestJobSeconds: z.number().nullable(),
        outboundOn: z.boolean(),
      }),
    ),
}
