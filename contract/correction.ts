/** What staff would have read in a message, beside what the engines read (understanding-D7), and its export for authors of the models. */
import * as z from 'zod'
import { INTENT_NAMES } from '#engines/intent/intent-names.ts'
import { DESK, id, route } from './route.ts'
import { Tone } from './tone.ts'

const language = z.string().regex(/^[a-z]{2,3}$/)

/** Null: what the engines read is right after all. */
const Correction = z.discriminatedUnion('what', [
  z.object({ what: z.literal('intent'), value: z.enum(INTENT_NAMES).nullable() }),
  z.object({ what: z.literal('language'), value: language.nullable() }),
  z.object({ what: z.literal('tone'), value: Tone.nullable() }),
])

/** Lines of one export at most, the newest. */
export const EXPORT_MAX = 1_000

/** A line of `npm run evaluate -- --data FILE` (understanding-D54): what is right beside the text; what is not named is not known. */
const LabelledLine = z.object({
  /** Without what could name a person (D48). */
  text: z.string(),
  language: language.optional(),
  intents: z.array(z.string()).optional(),
  tones: z.array(z.string()).optional(),
  /** What the engines had read, and their versions. */
  read: z.object({ language: z.string(), intents: z.array(z.string()), tones: z.array(z.string()) }),
  engines: z.array(z.string()),
})

export const correction = {
  /** Refusal NOT_FOUND where it is no message that was read by the engines and that the caller sees. */
  save: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'C' })
    .route({
      method: 'POST',
      path: '/messages/{messageId}/corrections',
      summary: 'Say what a message was about, in which language or tone',
      tags: ['Understanding'],
    })
    .input(z.object({ messageId: id, correction: Correction }))
    .output(z.object({ messageId: id })),

  export: route({ roles: ['supervisor'], resource: 'conversation', patient: 'list', audit: 'R' })
    .route({
      method: 'GET',
      path: '/corrections',
      summary: 'What staff corrected, masked, as lines to measure the engines by',
      tags: ['Understanding'],
    })
    .output(z.object({ lines: z.array(LabelledLine).max(EXPORT_MAX), left: z.number().int() })),
}
