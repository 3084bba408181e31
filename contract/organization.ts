/** The organization and its sites. */
import * as z from 'zod'
import { ALL_STAFF, id, languageTag, route } from './route.ts'
import type { Role } from './role.ts'

const ADMINISTRATOR: readonly Role[] = ['administrator']

export const Site = z.object({
  id,
  name: z.string(),
  timeZone: z.string(),
  country: z.string(),
  language: z.string(),
  address: z.string(),
  phone: z.string(),
})

/** Where work waits for those who can do it; `kind` says which work. */
export const Queue = z.object({
  id,
  name: z.string(),
  kind: z.enum(['service', 'clinical', 'billing']),
  /** Takes the work of this site before others; null: of all sites. */
  siteId: id.nullable(),
  /** Takes work in these languages before others. */
  languages: z.array(z.string()),
})

/** Where patients reach the organization: the portal, a chat on a web site, a mailbox. */
export const Door = z.object({
  id,
  channel: z.enum(['portal-chat', 'widget', 'email']),
  name: z.string(),
  /** The mail address of a mailbox; else a name of our own. */
  address: z.string(),
  isLive: z.boolean(),
  /** What a web site names to show the chat; null for other doors. It is public. */
  widgetKey: z.string().nullable(),
})

export const Organization = z.object({
  id,
  name: z.string(),
  slug: z.string(),
  country: z.string(),
  language: z.string(),
  languages: z.array(z.string()),
  isDemonstration: z.boolean(),
  outboundOn: z.boolean(),
  sites: z.array(Site),
  /** In use. */
  queues: z.array(Queue),
  /** Taken out of use (contract/queue.ts): their names stand where something is over, and in no choice. */
  retiredQueues: z.array(Queue),
  doors: z.array(Door),
})

const site = {
  name: z.string().trim().min(1).max(200),
  timeZone: z.string().max(60),
  country: z.string().regex(/^[A-Z]{2}$/),
  language: languageTag,
  address: z.string().trim().max(500),
  phone: z.string().trim().max(40),
}

export const organization = {
  get: route({ roles: ALL_STAFF, resource: 'organization', patient: 'none', audit: 'none' })
    .route({
      method: 'GET',
      path: '/organization',
      summary: 'The organization, its sites and queues',
      tags: ['Organization'],
    })
    .output(Organization),

  update: route({ roles: ADMINISTRATOR, resource: 'organization', patient: 'none', audit: 'U' })
    .route({ method: 'POST', path: '/organization', summary: 'Change name and languages', tags: ['Organization'] })
    .input(
      z.object({
        name: z.string().trim().min(1).max(200),
        language: languageTag,
        languages: z.array(z.string().min(2).max(10)).min(1).max(40),
      }),
    )
    .output(Organization),

  saveSite: route({ roles: ADMINISTRATOR, resource: 'organization', patient: 'none', audit: 'U' })
    .route({
      method: 'POST',
      path: '/organization/sites',
      summary: 'Add a site, or change one (with siteId)',
      tags: ['Organization'],
    })
    .input(z.object({ siteId: id.optional(), ...site }))
    .output(Organization),

  /**
   * A queue keeps its kind: who may read what waits in it follows from that. Refusals INVALID_INPUT: `name` `taken` or `too-many`, `siteId`
   * `unknown`, `kind` `fixed`.
   */
  saveQueue: route({ roles: ADMINISTRATOR, resource: 'organization', patient: 'none', audit: 'U' })
    .route({
      method: 'POST',
      path: '/organization/queues',
      summary: 'Add a queue, or change one (with queueId)',
      tags: ['Organization'],
    })
    .input(
      Queue.omit({ id: true }).extend({
        queueId: id.optional(),
        name: z.string().trim().min(1).max(80),
        languages: z.array(z.string().min(2).max(10)).max(40),
      }),
    )
    .output(Organization),

  /** Mail to the address is taken in from now on. Refusal INVALID_INPUT, field `address`, reason `taken`: another door has it. */
  addMailbox: route({ roles: ADMINISTRATOR, resource: 'organization', patient: 'none', audit: 'C' })
    .route({
      method: 'POST',
      path: '/organization/mailboxes',
      summary: 'Add a mailbox',
      tags: ['Organization'],
    })
    .input(z.object({ name: z.string().trim().min(1).max(200), address: z.email().max(320) }))
    .output(Organization),

  /** Nothing comes in through a closed door; what came in stays. */
  setDoorLive: route({ roles: ADMINISTRATOR, resource: 'organization', patient: 'none', audit: 'U' })
    .route({
      method: 'POST',
      path: '/organization/doors/{doorId}',
      summary: 'Open or close a door',
      tags: ['Organization'],
    })
    .input(z.object({ doorId: id, isLive: z.boolean() }))
    .output(Organization),

  /** A new installation and a restored backup start with sending off. */
  setOutbound: route({ roles: ADMINISTRATOR, resource: 'organization', patient: 'none', audit: 'U', stepUp: true })
    .route({
      method: 'POST',
      path: '/organization/outbound',
      summary: 'Switch sending on or off',
      tags: ['Organization'],
    })
    .input(z.object({ on: z.boolean() }))
    .output(Organization),
}
