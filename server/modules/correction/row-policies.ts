/** Who reaches what staff would have read in a message, as data. */
import type { Policies } from '#engines/access-policy/policy.ts'
import { WORDS_OF_MESSAGE } from '#engines/access-policy/shapes.ts'

export const correctionPolicies = { understanding_label: WORDS_OF_MESSAGE } as const satisfies Policies
