/** A refusal as FHIR R4 says it. */
import * as z from 'zod'
import { code, CodeableConcept, text } from './data-types.ts'

/** Of `issue-type`, those that we say. */
export const ISSUE_CODES = ['invalid', 'login', 'forbidden', 'not-found', 'not-supported', 'conflict', 'too-long', 'throttled', 'transient', 'exception', 'expired'] as const // prettier-ignore
export type IssueCode = (typeof ISSUE_CODES)[number]

export const OperationOutcome = z.strictObject({
  resourceType: z.literal('OperationOutcome'),
  issue: z
    .array(
      z.strictObject({
        severity: z.enum(['fatal', 'error', 'warning', 'information']),
        code: z.enum(ISSUE_CODES),
        details: CodeableConcept.optional(),
        diagnostics: text.optional(),
        location: z.array(code).min(1).optional(),
      }),
    )
    .min(1),
})
export type OperationOutcome = z.infer<typeof OperationOutcome>
