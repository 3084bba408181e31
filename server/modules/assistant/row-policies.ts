/** Who reaches what the assistant has kept of a conversation, as data. */
import type { Policies } from '#engines/access-policy/policy.ts'
import {
  OF_ORGANIZATION,
  readBy,
  THE_MESSAGE,
  WORDS_OF_CONVERSATION,
  WORDS_OF_MESSAGE,
} from '#engines/access-policy/shapes.ts'

export const assistantPolicies = {
  // Which article answered: whoever reads the answer may say whether it helped.
  assistant_answer: { columns: { messageId: 'id' }, rules: [OF_ORGANIZATION, readBy(THE_MESSAGE)] },
  assistant_slot: WORDS_OF_CONVERSATION,
  assistant_task: WORDS_OF_CONVERSATION,
  llm_draft: WORDS_OF_CONVERSATION,
  decision_review: WORDS_OF_MESSAGE,
} as const satisfies Policies
