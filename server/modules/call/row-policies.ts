/** Who reaches the rows of calls, as data. */
import type { Policies } from '#engines/access-policy/policy.ts'
import {
  labelledAs,
  OF_ORGANIZATION,
  STAFF,
  STAFF_ONLY,
  THE_CONVERSATION,
  THE_CONVERSATION_IF_ANY,
  THE_MESSAGE,
} from '#engines/access-policy/shapes.ts'

export const callPolicies = {
  call: { columns: { id: 'id', conversationId: 'id' }, rules: [OF_ORGANIZATION, STAFF_ONLY] },
  call_back: {
    columns: { conversationId: 'id', outcome: 'text' },
    rules: [
      OF_ORGANIZATION,
      // Until it has come out it holds no words.
      labelledAs({ if: { none: 'outcome' }, then: 'always', else: THE_CONVERSATION }),
      {
        name: 'patient_isolation',
        for: 'all',
        using: { any: [STAFF, { all: [{ scope: 'patient' }, THE_CONVERSATION] }] },
        check: STAFF,
      },
    ],
  },
  voicemail: {
    columns: { callId: 'id', messageId: 'id' },
    rules: [
      OF_ORGANIZATION,
      STAFF_ONLY,
      // Until it is a message it goes by its call.
      labelledAs({
        if: { none: 'messageId' },
        then: { some: 'call', by: { id: 'callId' }, where: THE_CONVERSATION_IF_ANY },
        else: THE_MESSAGE,
      }),
    ],
  },
} as const satisfies Policies
