/**
 * Data types of FHIR R4 (4.0.1), as far as we say something in them. Closed: what is not written here is not in an answer, and a test reads
 * every answer by these.
 */
import * as z from 'zod'

/** `id`, `code`, `uri`, `string`, `instant` of R4, by the patterns of the specification. */
export const fhirId = z.string().regex(/^[A-Za-z0-9\-.]{1,64}$/)
export const code = z.string().regex(/^[^\s]+(\s[^\s]+)*$/)
export const uri = z.string().regex(/^\S+$/)
export const text = z
  .string()
  .min(1)
  .max(1_048_576)
  .regex(/^[ \r\n\t\S]+$/)
export const fhirInstant = z.iso.datetime({ offset: true })

export const Coding = z.strictObject({ system: uri.optional(), code: code.optional(), display: text.optional() })
export const CodeableConcept = z.strictObject({ coding: z.array(Coding).min(1).optional(), text: text.optional() })
export const Identifier = z.strictObject({ system: uri.optional(), value: text.optional() })
export const Reference = z.strictObject({
  reference: z
    .string()
    .regex(/^[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64}$/)
    .optional(),
  type: uri.optional(),
  identifier: Identifier.optional(),
  display: text.optional(),
})

export type Coding = z.infer<typeof Coding>
export type CodeableConcept = z.infer<typeof CodeableConcept>
export type Reference = z.infer<typeof Reference>

export const FHIR_JSON = 'application/fhir+json; charset=utf-8'
export const FHIR_VERSION = '4.0.1'
