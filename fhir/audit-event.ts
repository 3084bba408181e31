/** The AuditEvent of R4 with the elements that we fill, their cardinalities, and the codes that are bound to them as required. */
import * as z from 'zod'
import { CodeableConcept, Coding, fhirId, fhirInstant, Reference, text, uri } from './data-types.ts'

/** `audit-event-action`, `audit-event-outcome`: required. */
export const AUDIT_ACTIONS = ['C', 'R', 'U', 'D', 'E'] as const
export const AUDIT_OUTCOMES = ['0', '4', '8', '12'] as const

const Agent = z.strictObject({
  type: CodeableConcept.optional(),
  role: z.array(CodeableConcept).min(1).optional(),
  who: Reference.optional(),
  requestor: z.boolean(),
  policy: z.array(uri).min(1).optional(),
  /** `network-type`: 2 is an IP address. */
  network: z.strictObject({ address: text.optional(), type: z.enum(['1', '2', '3', '4', '5']).optional() }).optional(),
  purposeOfUse: z.array(CodeableConcept).min(1).optional(),
})

const Entity = z.strictObject({
  what: Reference.optional(),
  type: Coding.optional(),
  role: Coding.optional(),
  name: text.optional(),
  detail: z
    .array(z.strictObject({ type: text, valueString: text }))
    .min(1)
    .optional(),
})

export const AuditEvent = z.strictObject({
  resourceType: z.literal('AuditEvent'),
  id: fhirId,
  type: Coding,
  subtype: z.array(Coding).min(1).optional(),
  action: z.enum(AUDIT_ACTIONS).optional(),
  recorded: fhirInstant,
  outcome: z.enum(AUDIT_OUTCOMES).optional(),
  outcomeDesc: text.optional(),
  agent: z.array(Agent).min(1),
  source: z.strictObject({ site: text.optional(), observer: Reference, type: z.array(Coding).min(1).optional() }),
  entity: z.array(Entity).min(1).optional(),
})
export type AuditEvent = z.infer<typeof AuditEvent>
export type AuditAgent = z.infer<typeof Agent>
export type AuditEntity = z.infer<typeof Entity>
