/** The triage protocol: what it knows, by family; a box to try a text; and the signature of a clinician (understanding-D34). */
import * as z from 'zod'
import { Worded } from './worded.ts'
import { ALL_STAFF, instant, route } from './route.ts'

const Signature = z.object({ version: z.string(), by: z.string().nullable(), at: instant })

export const ProtocolState = z.object({
  version: z.string(),
  /** null: nobody has signed the running version. Nothing is left to self-care until somebody has. */
  signature: Signature.nullable(),
  /** The newest first. */
  history: z.array(Signature).max(50),
  families: z.array(
    z.object({
      id: z.string(),
      title: Worded,
      redFlags: z.number().int(),
      concepts: z.number().int(),
      rules: z.number().int(),
      questions: z.number().int(),
    }),
  ),
})

const Source = z.object({
  title: z.string(),
  publisher: z.string(),
  url: z.string(),
  retrievedOn: z.string().nullable(),
})
const Outcome = z.enum(['emergency', 'urgent', 'soon', 'routine', 'self_care', 'not_clinical'])

const FindingState = z.enum(['present', 'denied', 'past', 'possible', 'other_person', 'hypothetical'])

export const ProtocolFamily = z.object({
  id: z.string(),
  title: Worded,
  concepts: z.array(
    z.object({
      id: z.string(),
      name: Worded,
      kind: z.enum(['red_flag', 'symptom', 'mild', 'fact']),
      /** What people say for it, in the notation of the knowledge files. */
      en: z.array(z.string()),
      es: z.array(z.string()),
    }),
  ),
  rules: z.array(
    z.object({
      id: z.string(),
      outcome: Outcome,
      says: Worded,
      /** All of these groups must hold, of each group one. */
      when: z.array(z.array(z.string())),
      asks: z.array(z.string()),
      source: Source,
    }),
  ),
  questions: z.array(z.object({ id: z.string(), en: z.string(), es: z.string() })),
})

export const ProtocolTrial = z.object({
  text: z.string().min(1).max(4_000),
  age: z.number().min(0).max(125).optional(),
  pregnant: z.boolean().optional(),
  language: z.enum(['en', 'es']),
  answers: z
    .array(z.object({ question: z.string().max(40), answer: z.enum(['yes', 'no', 'not_sure']) }))
    .max(4)
    .optional(),
})

const base = { roles: ALL_STAFF, resource: 'protocol', patient: 'none', audit: 'none' } as const

export const protocol = {
  get: route(base)
    .route({ method: 'GET', path: '/protocol', summary: 'The running triage protocol', tags: ['Understanding'] })
    .output(ProtocolState),

  family: route(base)
    .route({
      method: 'GET',
      path: '/protocol/families/{familyId}',
      summary: 'One family of it',
      tags: ['Understanding'],
    })
    .input(z.object({ familyId: z.string().max(40) }))
    .output(ProtocolFamily),

  /** Nothing is stored. */
  try: route(base)
    .route({
      method: 'POST',
      path: '/protocol/try',
      summary: 'What a text is read as, and why',
      tags: ['Understanding'],
    })
    .input(ProtocolTrial)
    .output(
      z.object({
        urgency: Outcome,
        couldBe: Outcome,
        reason: Worded,
        findings: z.array(z.object({ name: Worded, state: FindingState, words: z.string().nullable() })),
        rules: z.array(z.object({ id: z.string(), outcome: Outcome, says: Worded, source: Source })),
        next: z.object({ id: z.string(), text: z.string() }).nullable(),
        advice: z
          .object({
            howSoon: z.array(z.string()),
            toDo: z.array(z.string()),
            avoid: z.array(z.string()),
            callIf: z.string().nullable(),
          })
          .nullable(),
      }),
    ),

  /** `version`: the one that was read. Another that runs by now is refused. */
  sign: route({ roles: ['clinician'], resource: 'protocol', patient: 'none', audit: 'U', stepUp: true })
    .route({ method: 'POST', path: '/protocol/sign', summary: 'Sign the running protocol', tags: ['Understanding'] })
    .input(z.object({ version: z.string().min(1).max(60) }))
    .output(ProtocolState),
}
