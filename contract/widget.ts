/** The chat widget: a visitor with an unguessable id and secret, on a registered host page. */
import * as z from 'zod'
import { Rating } from './assistant.ts'
import { ATTACHMENTS_MAX, IdentityLevel, MESSAGE_MAX } from './conversation.ts'
import { PatientMessage, PlaceInLine, SentByPatient } from './my-conversation.ts'
import { givenDay, id, route, whole, WHOLE_MAX } from './route.ts'

/** Calls of the widget after `open` carry this header: `<visitor id>:<visitor secret>`. The socket's first frame carries the two as fields. */
export const VISITOR_HEADER = 'x-visitor'

/** Sites of one organization that may show its chat. */
const WIDGET_ORIGINS_MAX = 50

/** Scheme, host and port of a site: `https://clinic.example`. Plain http only where the page is on this machine. */
export const WidgetOrigin = z
  .string()
  .max(260)
  .regex(/^(https:\/\/[a-z0-9.-]+|http:\/\/(localhost|127\.0\.0\.1))(:\d{1,5})?$/)

const WidgetSettings = z.object({
  widgetKey: z.string(),
  /** The one line for a host page. */
  scriptTag: z.string(),
  origins: z.array(z.string()),
  /** Signs identity tokens (JWT, HS256); for the host's server only, never for its pages. */
  identitySecret: z.string(),
})

export const widget = {
  open: route({ roles: 'public', resource: 'visitor', patient: 'none', audit: 'C' })
    .route({ method: 'POST', path: '/widget/open', summary: 'Begin or resume a chat', tags: ['Widget'] })
    .input(
      z.object({
        widgetKey: z.string().max(100),
        visitor: z.object({ id, secret: z.string().max(100) }).optional(),
        language: z.string().max(10).optional(),
        /** A signed statement of the host site who the visitor is (JWT, HS256, with expiry): gives `matched`. */
        identityToken: z.string().max(2_000).optional(),
      }),
    )
    .output(
      z.object({
        visitor: z.object({ id, secret: z.string() }),
        /** The host's token names another person than the visitor of before: what that one left unsent is not theirs. */
        isAnother: z.boolean(),
        organizationName: z.string(),
        emergencyNumber: z.string(),
        languages: z.array(z.string()),
        conversationId: id.nullable(),
        identityLevel: IdentityLevel,
        messages: z.array(PatientMessage),
        unread: z.number().int(),
        alert: z.enum(['none', 'unread', 'accepted']),
        /** A person is on duty and takes work now, and the organization is open. */
        staffed: z.boolean(),
      }),
    ),

  send: route({ roles: ['visitor'], resource: 'conversation', patient: 'none', audit: 'C', carriesMessage: true })
    .route({ method: 'POST', path: '/widget/messages', summary: 'Write in the chat', tags: ['Widget'] })
    .input(
      z.object({
        messageId: id,
        text: z.string().trim().min(1).max(MESSAGE_MAX),
        wantsPerson: z.boolean().default(false),
        /** Sent up before by this visitor; of anybody else's nothing is taken. */
        attachmentIds: z.array(id).max(ATTACHMENTS_MAX).default([]),
      }),
    )
    .output(SentByPatient),

  messages: route({ roles: ['visitor'], resource: 'conversation', patient: 'none', audit: 'R' })
    .route({ method: 'GET', path: '/widget/messages', summary: 'Messages after a point', tags: ['Widget'] })
    .input(z.object({ after: z.coerce.number().int().max(WHOLE_MAX).min(0).default(0) }))
    .output(
      z.object({
        conversationId: id.nullable(),
        /** Also an earlier one that was held back until now. */
        messages: z.array(PatientMessage),
        unread: z.number().int(),
        identityLevel: IdentityLevel,
        alert: z.enum(['none', 'unread', 'accepted']),
        staffTyping: z.boolean(),
        wait: PlaceInLine,
      }),
    ),

  /** Refusal NOT_FOUND where it is no answer of the assistant in the visitor's own chat. */
  rate: route({ roles: ['visitor'], resource: 'conversation', patient: 'none', audit: 'U' })
    .route({
      method: 'POST',
      path: '/widget/messages/{messageId}/thumb',
      summary: 'Say whether an answer helped',
      tags: ['Widget'],
    })
    .input(Rating)
    .output(Rating),

  markSeen: route({ roles: ['visitor'], resource: 'conversation', patient: 'none', audit: 'none' })
    .route({ method: 'POST', path: '/widget/seen', summary: 'Read up to this message', tags: ['Widget'] })
    .input(z.object({ seq: whole.min(0) }))
    .output(z.object({})),

  /** The visitor says how to reach them, and may then prove it with a code; the answer never tells whether the person is known. */
  requestCode: route({ roles: ['visitor'], resource: 'identity-check', patient: 'none', audit: 'E' })
    .route({ method: 'POST', path: '/widget/code', summary: 'Send a code to a contact on file', tags: ['Widget'] })
    .input(z.object({ contact: z.string().trim().min(3).max(320), birthDate: givenDay }))
    .output(z.object({ sent: z.literal(true) })),

  verifyCode: route({ roles: ['visitor'], resource: 'identity-check', patient: 'none', audit: 'E' })
    .route({ method: 'POST', path: '/widget/verify', summary: 'Enter the code', tags: ['Widget'] })
    .input(z.object({ code: z.string().regex(/^\d{6}$/), birthDate: givenDay }))
    .output(z.object({ identityLevel: IdentityLevel })),

  /** Where the chat is shown, and how a host site says who its visitor is. Shows the secret, so a fresh factor is asked for. */
  settings: route({ roles: ['administrator'], resource: 'widget', patient: 'none', audit: 'E', stepUp: true })
    .route({ method: 'POST', path: '/widget/settings', summary: 'Key, sites and secret', tags: ['Widget'] })
    .output(WidgetSettings),

  saveOrigins: route({ roles: ['administrator'], resource: 'widget', patient: 'none', audit: 'U', stepUp: true })
    .route({ method: 'POST', path: '/widget/origins', summary: 'Sites that may show the chat', tags: ['Widget'] })
    .input(z.object({ origins: z.array(WidgetOrigin).max(WIDGET_ORIGINS_MAX) }))
    .output(WidgetSettings),
}
