/** Who reaches what was asked and answered for safety, as data. */
import type { Policies } from '#engines/access-policy/policy.ts'
import { labelledAs, OF_ORGANIZATION, STAFF_ONLY, WORDS_OF_MESSAGE } from '#engines/access-policy/shapes.ts'

export const safetyDialoguePolicies = {
  safety_dialogue: WORDS_OF_MESSAGE,
  safety_turn: WORDS_OF_MESSAGE,
  safety_question: {
    columns: { askedAfter: 'id' },
    rules: [OF_ORGANIZATION, STAFF_ONLY, labelledAs({ sees: 'message', by: { id: 'askedAfter' } })],
  },
} as const satisfies Policies
