/** Who reaches the rows of consents, as data. */
import type { Policies } from '#engines/access-policy/policy.ts'
import { OF_OWN_PATIENT } from '#engines/access-policy/shapes.ts'

export const consentPolicies = { consent: OF_OWN_PATIENT } as const satisfies Policies
