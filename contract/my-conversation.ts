/** The portal's side: a patient's own conversations (and those of patients the person speaks for). */
import * as z from 'zod'
import { Attachment, ATTACHMENTS_MAX, Channel, MESSAGE_MAX } from './conversation.ts'
import { cursor, id, instant, PATIENT_SIDE, route, whole, WHOLE_MAX } from './route.ts'

export const PatientMessage = z.object({
  id,
  conversationId: id,
  seq: whole,
  direction: z.enum(['in', 'out']),
  channel: Channel,
  author: z.object({ kind: z.enum(['me', 'proxy', 'patient', 'staff', 'automatic']), name: z.string().nullable() }),
  text: z.string(),
  language: z.string(),
  at: instant,
  isEmergencyText: z.boolean(),
  /** Of the assistant: words that can be sent with one press, beside the way to a person; null: it offers neither. */
  choices: z.array(z.string()).max(3).nullable(),
  /** Of an answer from an article: what its reader said of it; null: it is no such answer. */
  thumb: z.enum(['none', 'up', 'down']).nullable(),
  /** The article that it is from has expired or was withdrawn (understanding-D80). */
  isUnderReview: z.boolean(),
  attachments: z.array(Attachment),
  /** Clinical words of what we wrote, with what they mean: from where to where in `text` (understanding-D43). */
  terms: z.array(z.object({ span: z.tuple([z.number().int(), z.number().int()]), lay: z.string() })),
  /** A file that came with it did not arrive: the sender is asked for it again. */
  filesMissing: z.boolean(),
  seenByStaff: z.boolean(),
})

export const PatientConversation = z.object({
  id,
  number: z.string(),
  /** Where nobody wrote one: the first words of the person. */
  subject: z.string(),
  state: z.enum(['open', 'waiting', 'resolved', 'closed']),
  lastWords: z.string(),
  lastMessageAt: instant,
  channel: Channel,
  unread: z.number().int(),
  patient: z.object({ id, name: z.string() }).nullable(),
  /** A red flag is open and nobody has accepted it yet: the screen says so (desk-D3). */
  alert: z.enum(['none', 'unread', 'accepted']),
})

export const SentByPatient = z.object({
  conversationId: id,
  messageId: id,
  seq: whole,
  /** After a red flag: what to do now, and whom to call. */
  emergency: z
    .object({ text: z.string(), numbers: z.array(z.object({ label: z.string(), value: z.string() })) })
    .nullable(),
})

/** While nobody has taken it: the place in the line, and how many minutes it may take; null when too little is known (desk-D34). */
export const PlaceInLine = z
  .object({ place: z.number().int(), fromMin: z.number().int(), toMin: z.number().int() })
  .nullable()

const target = z.object({ conversationId: id })

export const myConversation = {
  list: route({ roles: PATIENT_SIDE, resource: 'conversation', patient: 'own', audit: 'R' })
    .route({ method: 'GET', path: '/my/conversations', summary: 'My conversations, newest first', tags: ['Portal'] })
    .input(z.object({ patientId: id.optional(), cursor: cursor.optional() }))
    .output(z.object({ items: z.array(PatientConversation), next: cursor.nullable() })),

  get: route({ roles: PATIENT_SIDE, resource: 'conversation', patient: 'own', audit: 'R' })
    .route({
      method: 'GET',
      path: '/my/conversations/{conversationId}',
      summary: 'One conversation with its messages',
      tags: ['Portal'],
    })
    .input(
      target.extend({
        before: z.coerce.number().int().max(WHOLE_MAX).positive().optional(),
        after: z.coerce.number().int().max(WHOLE_MAX).min(0).optional(),
      }),
    )
    .output(
      z.object({
        conversation: PatientConversation,
        messages: z.array(PatientMessage),
        hasOlder: z.boolean(),
        wait: PlaceInLine,
      }),
    ),

  send: route({ roles: PATIENT_SIDE, resource: 'conversation', patient: 'own', audit: 'C', carriesMessage: true })
    .route({ method: 'POST', path: '/my/messages', summary: 'Write to the care team', tags: ['Portal'] })
    .input(
      z.object({
        messageId: id,
        /** Absent: a new matter. */
        conversationId: id.optional(),
        patientId: id.optional(),
        subject: z.string().trim().max(200).optional(),
        text: z.string().trim().min(1).max(MESSAGE_MAX),
        attachmentIds: z.array(id).max(ATTACHMENTS_MAX).default([]),
      }),
    )
    .output(SentByPatient),

  /** The session is about to end and the device will keep nothing. Without words the kept draft goes. */
  saveDraft: route({ roles: PATIENT_SIDE, resource: 'conversation', patient: 'own', audit: 'none' })
    .route({ method: 'POST', path: '/my/drafts', summary: 'Keep what I was writing', tags: ['Portal'] })
    .input(
      z.object({
        /** Absent: a new matter, of this patient or the reader's own. */
        conversationId: id.optional(),
        patientId: id.optional(),
        subject: z.string().trim().max(200),
        text: z.string().max(MESSAGE_MAX),
      }),
    )
    .output(z.object({})),

  draft: route({ roles: PATIENT_SIDE, resource: 'conversation', patient: 'own', audit: 'none' })
    .route({ method: 'GET', path: '/my/drafts', summary: 'What I was writing', tags: ['Portal'] })
    .input(z.object({ conversationId: id.optional(), patientId: id.optional() }))
    .output(z.object({ subject: z.string(), text: z.string(), savedAt: instant }).nullable()),

  markSeen: route({ roles: PATIENT_SIDE, resource: 'conversation', patient: 'own', audit: 'none' })
    .route({
      method: 'POST',
      path: '/my/conversations/{conversationId}/seen',
      summary: 'Read up to this message',
      tags: ['Portal'],
    })
    .input(target.extend({ seq: whole.min(0) }))
    .output(z.object({})),
}
