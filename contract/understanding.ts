/** The engines as a procedure: one message in, what was understood out. Stores nothing. */
import * as z from 'zod'
import { DESK, route } from './route.ts'

/** An earlier message of the conversation. Who wrote it: `from`, `role` or `author`; unknown counts as the patient. */
const EarlierMessage = z.object({
  id: z.string().max(200).optional(),
  from: z.string().max(200).optional(),
  role: z.string().max(200).optional(),
  author: z.string().max(200).optional(),
  text: z.string().max(20_000),
})

/** Characters of a text that are read for plainer words. */
export const PLAIN_WORDS_MAX = 20_000

/** From where to where, in UTF-16 units. */
const place = z.tuple([z.number().int().min(0), z.number().int().min(0)])

export const understanding = {
  understand: route({ roles: [...DESK, 'client'], resource: 'understanding', patient: 'none', audit: 'none' })
    .route({
      method: 'POST',
      path: '/understand',
      summary: 'Language, intent, tone and urgency of a text',
      tags: ['Understanding'],
    })
    .input(
      z.looseObject({
        id: z.string().max(200).optional(),
        text: z.string().max(1_000_000),
        lang: z.string().max(10).optional(),
        age: z.union([z.number(), z.string().max(20)]).optional(),
        age_unit: z.string().max(10).optional(),
        sex: z.string().max(10).optional(),
        pregnant: z.boolean().optional(),
        postpartum_days: z.number().optional(),
        conditions: z.array(z.string().max(200)).max(100).optional(),
        medications: z.array(z.string().max(200)).max(100).optional(),
        allergies: z.array(z.string().max(200)).max(100).optional(),
        vitals: z.record(z.string().max(60), z.unknown()).optional(),
        turns: z
          .array(z.union([z.string().max(20_000), EarlierMessage]))
          .max(200)
          .optional(),
        subject: z.string().max(20).optional(),
      }),
    )
    .output(z.looseObject({})),

  /** For a composer while somebody writes. The text is kept nowhere, and no row is read for it (understanding-D44). */
  plainWords: route({ roles: DESK, resource: 'understanding', patient: 'none', audit: 'none' })
    .route({
      method: 'POST',
      path: '/plain-words',
      summary: 'How a text could be said more plainly',
      tags: ['Understanding'],
    })
    .input(
      z.object({
        text: z.string().max(PLAIN_WORDS_MAX),
        /** What its reader speaks. */
        language: z.string().max(10),
      }),
    )
    .output(
      z.object({
        language: z.string(),
        /** US school grade; null in a language that has none. */
        grade: z.number().nullable(),
        /** Too few words for the grade to say anything. */
        short: z.boolean(),
        missingNextStep: z.boolean(),
        /** One change of one place each, to be taken or left. */
        offers: z.array(z.object({ why: z.enum(['jargon', 'blame', 'explain']), span: place, to: z.string() })),
        /** Places to look at again, with what could be said where that is known. */
        marks: z.array(
          z.object({ why: z.enum(['hard', 'passive', 'blame', 'explain']), span: place, hint: z.string().nullable() }),
        ),
      }),
    ),
}
