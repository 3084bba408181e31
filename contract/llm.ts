/** The optional language model: what it may be used for, how it stands, and drafts for staff (understanding.md 3.14). */
import { z } from 'zod'
import { DESK, givenDay, id, instant, route } from './route.ts'

/** Raise an urgency, put approved answers into other words, draft for staff: nothing else (understanding-D76). */
export const LLM_USES = ['raise', 'phrase', 'draft'] as const
export type LlmUse = (typeof LLM_USES)[number]
const Uses = z.array(z.enum(LLM_USES)).max(LLM_USES.length)

const Standing = {
  /** Null: none is connected, and everything goes without one. */
  connected: z
    .object({
      provider: z.enum(['anthropic', 'openai-compatible']),
      model: z.string(),
      /** Else texts go there without what could name a person. */
      isUnderAgreement: z.boolean(),
      /** `resting`: it failed too often and is left alone for a minute. */
      state: z.enum(['works', 'resting']),
      /** Today, in UTC. */
      tokens: z.number().int(),
      budget: z.number().int(),
      calls: z.number().int(),
    })
    .nullable(),
  uses: Uses,
}
const LlmSettings = z.object(Standing)

/** A code of why there is no draft, or no answer to the test. */
const cause = z.string().max(40)

const Draft = z.object({
  id,
  text: z.string(),
  madeAt: instant,
})

export const llm = {
  settings: route({ roles: ['administrator'], resource: 'organization', patient: 'none', audit: 'none' })
    .route({
      method: 'GET',
      path: '/llm/settings',
      summary: 'The language model and its uses',
      tags: ['Language model'],
    })
    .output(LlmSettings),

  /** For the overview of the assistant: how it stands, and what it cost in these days of UTC. Refusal INVALID_INPUT as of the overview. */
  standing: route({ roles: ['supervisor', 'administrator'], resource: 'report', patient: 'none', audit: 'none' })
    .route({
      method: 'GET',
      path: '/llm/standing',
      summary: 'How the language model stands, and what was spent on it',
      tags: ['Language model'],
    })
    .input(z.object({ from: givenDay, to: givenDay }))
    .output(z.object({ ...Standing, spent: z.object({ tokens: z.number().int(), calls: z.number().int() }) })),

  /** Patients' words may leave the house by it, so it is proved again who decides. */
  saveSettings: route({ roles: ['administrator'], resource: 'organization', patient: 'none', audit: 'U', stepUp: true })
    .route({
      method: 'PUT',
      path: '/llm/settings',
      summary: 'Choose what the language model is used for',
      tags: ['Language model'],
    })
    .input(z.object({ uses: Uses }))
    .output(LlmSettings),

  /** Asks it one fixed sentence about nobody. */
  test: route({ roles: ['administrator'], resource: 'organization', patient: 'none', audit: 'E' })
    .route({ method: 'POST', path: '/llm/test', summary: 'Ask the language model', tags: ['Language model'] })
    .output(z.object({ works: z.boolean(), cause: cause.nullable() })),

  forStaff: route({ roles: DESK, resource: 'organization', patient: 'none', audit: 'none' })
    .route({ method: 'GET', path: '/llm', summary: 'Whether drafts can be asked for', tags: ['Language model'] })
    .output(z.object({ drafts: z.boolean() })),

  /** Nothing is sent: a person reads, changes and sends it, or does not. */
  draft: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'E' })
    .route({
      method: 'POST',
      path: '/conversations/{conversationId}/llm-drafts',
      summary: 'Draft an answer; where no draft holds, an approved text if there is one',
      tags: ['Language model'],
    })
    .input(z.object({ conversationId: id }))
    .output(
      z.object({
        draft: Draft.nullable(),
        /** Of an article that answers the last message, as it was approved; where there is no draft. */
        approved: z.string().nullable(),
        cause: cause.nullable(),
      }),
    ),

  drafts: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'R' })
    .route({
      method: 'GET',
      path: '/conversations/{conversationId}/llm-drafts',
      summary: 'Drafts of the language model, each beside what was sent',
      tags: ['Language model'],
    })
    .input(z.object({ conversationId: id }))
    .output(
      z.object({
        drafts: z.array(
          Draft.extend({
            staffId: id,
            /** What its reader sent next in this conversation, within a day. */
            sent: z
              .object({
                messageId: id,
                /** The draft and what was sent, word by word. */
                changes: z.array(z.object({ is: z.enum(['kept', 'added', 'removed']), text: z.string() })),
              })
              .nullable(),
          }),
        ),
      }),
    ),
}
