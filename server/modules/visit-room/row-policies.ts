/** Who reaches the rows of visit rooms, as data. Seats and signals hold no words and are staff's alone: the product reaches them behind their room. */
import type { Policies } from '#engines/access-policy/policy.ts'
import { labelledAs, OF_ORGANIZATION, OWN_PATIENT, readBy, THE_CONVERSATION } from '#engines/access-policy/shapes.ts'

export const visitRoomPolicies = {
  // Of the patient who was invited, for those who see the conversation: where it became another's, the room is nobody's to enter.
  visit_room: {
    columns: { conversationId: 'id', patientId: 'id' },
    rules: [OF_ORGANIZATION, labelledAs(THE_CONVERSATION), readBy(OWN_PATIENT)],
  },
} as const satisfies Policies
