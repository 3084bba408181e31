/** The assistant: where it answers patients, and what it brought to people (understanding.md 3.11, 3.13). */
import { z } from 'zod'
import { SLOT_NAMES, TASK_KINDS } from '#engines/assistant/task-kinds.ts'
import { DESK, id, instant, PATIENT_SIDE, route, whole } from './route.ts'

export const ASSISTANT_CHANNELS = ['portal-chat', 'widget', 'sms', 'voice'] as const
export const HAND_OFF_REASONS = [
  'asked',
  'clinical',
  'upset',
  'task',
  'complaint',
  'privacy',
  'not-understood',
  'language',
  'disagree',
  'danger',
] as const

/** Characters of what is noted with a conversation that is given back. */
export const GIVE_BACK_NOTE_MAX = 2_000

const AssistantSettings = z.object({ channels: z.array(z.enum(ASSISTANT_CHANNELS)).max(ASSISTANT_CHANNELS.length) })

const AssistantInConversation = z.object({
  /** It is switched on for this channel. */
  isOn: z.boolean(),
  /** A person has the conversation, or it was brought to people: it says nothing. */
  isSilent: z.boolean(),
  handOff: z
    .object({
      reason: z.enum(HAND_OFF_REASONS),
      messageId: id,
      requestedAt: instant,
      /** It stays accepted until it is given back. */
      state: z.enum(['requested', 'offered', 'accepted']),
      acceptedAt: instant.nullable(),
      /** How often more people were asked, because nobody had accepted it: a wider circle, then supervisors. */
      widened: z.number().int(),
    })
    .nullable(),
  /** What the patient asks for, as far as it was said: at most three, the newest first. `seq`: of the message that said it. */
  requests: z
    .array(
      z.object({
        id,
        kind: z.enum(TASK_KINDS),
        state: z.enum(['collecting', 'confirming', 'paused', 'handed_off']),
        slots: z.array(z.object({ name: z.enum(SLOT_NAMES), shown: z.string(), seq: whole })),
      }),
    )
    .max(3),
})

/** Whether an answer from an article helped; null takes it back. */
export const Rating = z.object({ messageId: id, thumb: z.enum(['up', 'down']).nullable() })

/** The portal's side: what a patient thinks of an answer. */
export const myAnswer = {
  /** Refusal NOT_FOUND where it is no answer of the assistant that the person sees. */
  rate: route({ roles: PATIENT_SIDE, resource: 'conversation', patient: 'own', audit: 'U' })
    .route({
      method: 'POST',
      path: '/my/messages/{messageId}/thumb',
      summary: 'Say whether an answer helped',
      tags: ['Portal'],
    })
    .input(Rating)
    .output(Rating),
}

export const assistant = {
  settings: route({ roles: ['administrator'], resource: 'organization', patient: 'none', audit: 'none' })
    .route({ method: 'GET', path: '/assistant/settings', summary: 'Where the assistant answers', tags: ['Assistant'] })
    .output(AssistantSettings),

  /** What patients are told by software is a decision of the organization, so it is proved again who decides. */
  saveSettings: route({ roles: ['administrator'], resource: 'organization', patient: 'none', audit: 'U', stepUp: true })
    .route({
      method: 'PUT',
      path: '/assistant/settings',
      summary: 'Switch the assistant on or off by channel',
      tags: ['Assistant'],
    })
    .input(AssistantSettings)
    .output(AssistantSettings),

  inConversation: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'R' })
    .route({
      method: 'GET',
      path: '/conversations/{conversationId}/assistant',
      summary: 'Whether the assistant speaks here, and why it brought it to people',
      tags: ['Assistant'],
    })
    .input(z.object({ conversationId: id }))
    .output(AssistantInConversation),

  /** The conversation is nobody's then, and the patient is told; the note is for staff, readable as any note of the one who gives back. */
  giveBack: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'U' })
    .route({
      method: 'POST',
      path: '/conversations/{conversationId}/assistant',
      summary: 'Give a conversation back to the assistant',
      tags: ['Assistant'],
    })
    .input(
      z.object({
        conversationId: id,
        version: whole,
        note: z.string().trim().min(1).max(GIVE_BACK_NOTE_MAX).optional(),
      }),
    )
    .output(AssistantInConversation),
}
