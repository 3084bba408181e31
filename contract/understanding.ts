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
}
