/** What a FHIR R4 server says it can do. */
import * as z from 'zod'
import { code, FHIR_VERSION, fhirInstant, text, uri } from './data-types.ts'

const SearchParameter = z.strictObject({
  name: text,
  type: z.enum(['date', 'reference', 'token']),
  documentation: text,
})

export const CapabilityStatement = z.strictObject({
  resourceType: z.literal('CapabilityStatement'),
  status: z.literal('active'),
  date: fhirInstant,
  kind: z.literal('instance'),
  software: z.strictObject({ name: text, version: text }),
  implementation: z.strictObject({ description: text, url: uri }),
  fhirVersion: z.literal(FHIR_VERSION),
  format: z.array(code).min(1),
  rest: z
    .array(
      z.strictObject({
        mode: z.literal('server'),
        documentation: text,
        resource: z
          .array(
            z.strictObject({
              type: code,
              interaction: z.array(z.strictObject({ code: z.enum(['read', 'search-type']) })).min(1),
              searchParam: z.array(SearchParameter).min(1),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
})
export type CapabilityStatement = z.infer<typeof CapabilityStatement>
