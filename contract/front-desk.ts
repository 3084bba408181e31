/** Turns at the front desk: for its staff, for a kiosk, and for the public display of queue numbers (desk-D64). */
import * as z from 'zod'
import { cursor, DESK, givenDay, id, instant, languageTag, route } from './route.ts'
import type { Role } from './role.ts'

/** Who sets up a kiosk or a display. */
export const DEVICE_KEEPERS: readonly Role[] = ['administrator', 'supervisor', 'front_desk']

export const TURN_STATES = ['waiting', 'called', 'serving', 'done', 'left', 'moved'] as const
export const TURN_ACTIONS = ['call', 'serve', 'finish', 'leave', 'restore', 'move'] as const
export const TURN_REASONS = ['visit', 'unwell', 'billing', 'other'] as const
export const DEVICE_KINDS = ['kiosk', 'display'] as const
export const CHECK_METHODS = ['document-in-person', 'two-facts-and-call-back'] as const

/** Minutes; nothing is said where too few turns were served to know. */
export const WaitEstimate = z.object({ fromMin: z.number().int(), toMin: z.number().int() })

export const Turn = z.object({
  id,
  /** As it is called, such as `A-042`. */
  number: z.string(),
  state: z.enum(TURN_STATES),
  reason: z.enum(TURN_REASONS),
  urgency: z.enum(['routine', 'urgent', 'asap', 'stat']),
  language: z.string(),
  queueId: id,
  queueName: z.string(),
  room: z.string().nullable(),
  /** How often it was called by now; after the third call without an answer it counts as left. */
  calls: z.number().int(),
  takenAt: instant,
  calledAt: instant.nullable(),
  servingAt: instant.nullable(),
  endedAt: instant.nullable(),
  staffName: z.string().nullable(),
  /** People who are called before this one; null for a turn that does not wait. */
  ahead: z.number().int().nullable(),
  estimate: WaitEstimate.nullable(),
  /** Null where the caller may not read it. */
  conversationId: id.nullable(),
  patientName: z.string().nullable(),
})

export const FrontDeskQueue = z.object({ id, name: z.string(), letter: z.string(), waiting: z.number().int() })

export const FrontDeskDevice = z.object({
  id,
  siteId: id,
  siteName: z.string(),
  kind: z.enum(DEVICE_KINDS),
  name: z.string(),
  createdAt: instant,
  /** Since when a browser holds it; null while its link was not used. */
  openedAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
})

/** The link is shown once, opens one browser, and is good for a day. */
const openedDevice = z.object({ device: FrontDeskDevice, link: z.string() })

const site = z.object({ siteId: id })
/** A counter or a room as the public display shows it, never a name. */
const room = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} .-]{0,19}$/u)

export const frontDesk = {
  /** `open`: who waits, is called or is served now, in the order of being called. `left`: who went away today, the last first. `queueId`: of that queue alone. */
  turns: route({ roles: DESK, resource: 'front-desk-turn', patient: 'list', audit: 'R' })
    .route({ method: 'GET', path: '/front-desk/{siteId}/turns', summary: 'Turns of today', tags: ['Front desk'] })
    .input(
      site.extend({
        show: z.enum(['open', 'left']).default('open'),
        queueId: id.optional(),
        cursor: cursor.optional(),
      }),
    )
    .output(z.object({ items: z.array(Turn), next: cursor.nullable() })),

  overview: route({ roles: DESK, resource: 'front-desk-turn', patient: 'none', audit: 'none' })
    .route({
      method: 'GET',
      path: '/front-desk/{siteId}',
      summary: 'Queues of a site, and who at a kiosk asks for a person',
      tags: ['Front desk'],
    })
    .input(site)
    .output(
      z.object({
        queues: z.array(FrontDeskQueue),
        staffCalls: z.array(z.object({ id, deviceName: z.string(), calledAt: instant })),
      }),
    ),

  /** The same message id twice gives the same turn; for somebody else it is refused (NOT_FOUND). `isChecked`: the person showed a document here. */
  take: route({ roles: DESK, resource: 'front-desk-turn', patient: 'of-resource', audit: 'C' })
    .route({ method: 'POST', path: '/front-desk/{siteId}/turns', summary: 'Give a queue number', tags: ['Front desk'] })
    .input(
      site.extend({
        messageId: id,
        /** Without it the queue for the reason and the language. */
        queueId: id.optional(),
        reason: z.enum(TURN_REASONS),
        language: languageTag,
        patientId: id.optional(),
        isChecked: z.boolean().default(false),
      }),
    )
    .output(z.object({ number: z.string(), estimate: WaitEstimate.nullable() })),

  /** The most urgent, then the longest waiting. Two who call at once get two turns; null: nobody waits. */
  callNext: route({ roles: DESK, resource: 'front-desk-turn', patient: 'none', audit: 'U' })
    .route({
      method: 'POST',
      path: '/front-desk/{siteId}/call-next',
      summary: 'Call who is next',
      tags: ['Front desk'],
    })
    .input(site.extend({ room, queueId: id.optional() }))
    .output(z.object({ number: z.string().nullable() })),

  /** `call` needs `room`, and calls again who was called; `move` needs `queueId`. Refusal STATE_NOT_ALLOWED: somebody was faster. */
  change: route({ roles: DESK, resource: 'front-desk-turn', patient: 'of-resource', audit: 'U' })
    .route({ method: 'POST', path: '/front-desk/turns/{turnId}', summary: 'Call, serve, move', tags: ['Front desk'] })
    .input(z.object({ turnId: id, action: z.enum(TURN_ACTIONS), room: room.optional(), queueId: id.optional() }))
    .output(z.object({ state: z.enum(TURN_STATES) })),

  settleCall: route({ roles: DESK, resource: 'front-desk-turn', patient: 'none', audit: 'U' })
    .route({
      method: 'POST',
      path: '/front-desk/staff-calls/{staffCallId}',
      summary: 'Go to whoever asked for a person',
      tags: ['Front desk'],
    })
    .input(z.object({ staffCallId: id }))
    .output(z.object({})),

  /**
   * For a person whom the caller has checked. Eight digits, good for one check-in within a day, together with the birth date. After a call it is said
   * which number on file was called: INVALID_INPUT (`contactPointId`) where it is none, CONTACT_POINT_TOO_NEW where it was changed within seven days.
   */
  issueCode: route({ roles: DESK, resource: 'patient', patient: 'of-resource', audit: 'C' })
    .route({
      method: 'POST',
      path: '/front-desk/check-in-codes',
      summary: 'Give a checked person a code for the kiosk',
      tags: ['Front desk'],
    })
    .input(z.object({ patientId: id, method: z.enum(CHECK_METHODS), contactPointId: id.optional() }))
    .output(z.object({ code: z.string(), expiresAt: instant })),

  devices: route({ roles: DEVICE_KEEPERS, resource: 'front-desk-device', patient: 'none', audit: 'none' })
    .route({ method: 'GET', path: '/front-desk/devices', summary: 'Kiosks and displays', tags: ['Front desk'] })
    .output(z.array(FrontDeskDevice)),

  addDevice: route({ roles: DEVICE_KEEPERS, resource: 'front-desk-device', patient: 'none', audit: 'C' })
    .route({ method: 'POST', path: '/front-desk/devices', summary: 'Add a kiosk or a display', tags: ['Front desk'] })
    .input(site.extend({ kind: z.enum(DEVICE_KINDS), name: z.string().trim().min(1).max(60) }))
    .output(openedDevice),

  /** Another browser takes over; the one that held it is shut out when the new link is opened. */
  renewDevice: route({ roles: DEVICE_KEEPERS, resource: 'front-desk-device', patient: 'none', audit: 'U' })
    .route({
      method: 'POST',
      path: '/front-desk/devices/{deviceId}/link',
      summary: 'A new link for a kiosk or display',
      tags: ['Front desk'],
    })
    .input(z.object({ deviceId: id }))
    .output(openedDevice),

  revokeDevice: route({ roles: DEVICE_KEEPERS, resource: 'front-desk-device', patient: 'none', audit: 'D' })
    .route({
      method: 'POST',
      path: '/front-desk/devices/{deviceId}/revoke',
      summary: 'Shut out a kiosk or display',
      tags: ['Front desk'],
    })
    .input(z.object({ deviceId: id }))
    .output(z.object({})),
}

/** For the browser of a kiosk or a display, which holds the device's cookie. Without it: NOT_SIGNED_IN. */
export const frontDeskDevice = {
  /** Uses up the code of a link and sets the cookie. Refusal LINK_USED. */
  open: route({ roles: 'public', resource: 'front-desk-device', patient: 'none', audit: 'U' })
    .route({ method: 'POST', path: '/front-desk/device', summary: 'Open a kiosk or display', tags: ['Front desk'] })
    .input(z.object({ code: z.string().max(100) }))
    .output(z.object({ kind: z.enum(DEVICE_KINDS) })),

  kiosk: route({ roles: 'public', resource: 'front-desk-device', patient: 'none', audit: 'none' })
    .route({ method: 'GET', path: '/front-desk/kiosk', summary: 'What a kiosk offers', tags: ['Front desk'] })
    .output(z.object({ siteName: z.string(), languages: z.array(z.string()), emergencyNumber: z.string().nullable() })),

  /**
   * A queue number. With a code and the birth date of the person it belongs to, the turn joins what is open with that person. Refusal
   * WRONG_CODE: one of the two is wrong, whichever; SLOW_DOWN: too many tries at this kiosk.
   */
  take: route({ roles: 'public', resource: 'front-desk-turn', patient: 'none', audit: 'C' })
    .route({ method: 'POST', path: '/front-desk/kiosk/turns', summary: 'Take a queue number', tags: ['Front desk'] })
    .input(
      z.object({
        messageId: id,
        reason: z.enum(TURN_REASONS),
        language: languageTag,
        checkIn: z.object({ code: z.string().regex(/^\d{8}$/), birthDate: givenDay }).optional(),
      }),
    )
    .output(z.object({ number: z.string(), estimate: WaitEstimate.nullable() })),

  callStaff: route({ roles: 'public', resource: 'front-desk-turn', patient: 'none', audit: 'C' })
    .route({ method: 'POST', path: '/front-desk/kiosk/staff-calls', summary: 'Ask for a person', tags: ['Front desk'] })
    .output(z.object({})),

  /** Numbers and rooms only. */
  board: route({ roles: 'public', resource: 'front-desk-turn', patient: 'none', audit: 'none' })
    .route({ method: 'GET', path: '/front-desk/display', summary: 'The public display', tags: ['Front desk'] })
    .output(
      z.object({
        siteName: z.string(),
        language: z.string(),
        timeZone: z.string(),
        at: instant,
        /** Called and not yet there; the last call first. `calls` grows when it is called again. */
        called: z.array(z.object({ number: z.string(), room: z.string(), calls: z.number().int() })),
        serving: z.array(z.object({ number: z.string(), room: z.string() })),
        waiting: z.number().int(),
      }),
    ),
}
