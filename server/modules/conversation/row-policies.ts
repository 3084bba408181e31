/**
 * Who reaches which rows of conversations and of what belongs to them, as data. Row security holds the same sentences; `npm run policies` writes
 * them for a migration (decision 0220).
 */
import type { Policies } from '#engines/access-policy/policy.ts'
import {
  LABELLED,
  labelledAs,
  OF_ORGANIZATION,
  OWN_PATIENT,
  readBy,
  STAFF,
  STAFF_ONLY,
  THE_CONVERSATION,
  THE_CONVERSATION_IF_ANY,
  THE_MESSAGE,
  WORDS_OF_CONVERSATION,
  WORDS_OF_MESSAGE,
} from '#engines/access-policy/shapes.ts'

/** How far somebody has read; what staff has read is staff's. */
const READING_OF_OTHERS = { any: [STAFF, { all: [{ column: 'readerKind', of: ['patient', 'visitor'] }, THE_CONVERSATION] }] } as const // prettier-ignore

export const conversationPolicies = {
  conversation: {
    columns: { id: 'id', patientId: 'id', labels: 'words' },
    rules: [
      OF_ORGANIZATION,
      {
        name: 'patient_isolation',
        for: 'all',
        using: {
          byScope: {
            organization: 'always',
            patient: {
              all: [
                { column: 'patientId', in: 'patients' },
                // Of a conversation that somebody closed, one person reads on the patient's side (decision 0179).
                {
                  every: 'conversation_privacy',
                  by: { conversationId: 'id' },
                  where: { none: 'liftedAt' },
                  permits: { column: 'readerId', orOuter: 'patientId', in: 'self' },
                },
              ],
            },
            conversation: { column: 'id', in: 'conversations' },
          },
        },
        check: {
          byScope: {
            organization: 'always',
            patient: { column: 'patientId', in: 'patients' },
            conversation: { column: 'id', in: 'conversations' },
          },
        },
      },
      LABELLED,
    ],
  },
  conversation_privacy: {
    columns: { conversationId: 'id', patientId: 'id', readerId: 'id', liftedAt: 'instant' },
    rules: [OF_ORGANIZATION, readBy(OWN_PATIENT)],
  },
  conversation_seen: {
    columns: { conversationId: 'id', readerKind: ['staff', 'patient', 'visitor'] },
    rules: [
      OF_ORGANIZATION,
      { name: 'patient_isolation', for: 'all', using: READING_OF_OTHERS, check: READING_OF_OTHERS },
    ],
  },
  message: {
    columns: {
      id: 'id',
      conversationId: 'id',
      rawId: 'id',
      labels: 'words',
      direction: ['in', 'out', 'note', 'event'],
      heldUntil: 'instant',
      cancelledAt: 'instant',
    },
    rules: [
      OF_ORGANIZATION,
      LABELLED,
      readBy({
        all: [
          { column: 'direction', of: ['in', 'out'] },
          { none: 'heldUntil' },
          { none: 'cancelledAt' },
          THE_CONVERSATION,
        ],
      }),
    ],
  },
  // Before it is sent a file belongs to whoever uploads it: staff, or the corridor.
  attachment: {
    columns: { conversationId: 'id', messageId: 'id' },
    rules: [OF_ORGANIZATION, labelledAs(THE_CONVERSATION_IF_ANY), readBy(THE_MESSAGE)],
  },
  delivery: { columns: { conversationId: 'id' }, rules: [OF_ORGANIZATION, readBy(THE_CONVERSATION)] },
  safety_alert: {
    columns: { conversationId: 'id' },
    rules: [OF_ORGANIZATION, labelledAs(THE_CONVERSATION), readBy(THE_CONVERSATION)],
  },
  draft: WORDS_OF_CONVERSATION,
  patient_draft: {
    columns: { conversationId: 'id' },
    rules: [OF_ORGANIZATION, STAFF_ONLY, labelledAs(THE_CONVERSATION_IF_ANY)],
  },
  mail_picture: WORDS_OF_MESSAGE,
  held_safety_text: WORDS_OF_MESSAGE,
  message_translation: WORDS_OF_MESSAGE,
  // What the product itself cannot change needs to be held at reading alone.
  understanding: {
    columns: { messageId: 'id' },
    rules: [OF_ORGANIZATION, STAFF_ONLY, { name: 'label_isolation', for: 'select', using: THE_MESSAGE }],
  },
  // The original of a message, or of what no channel understood.
  raw_message: {
    columns: { id: 'id' },
    rules: [
      OF_ORGANIZATION,
      STAFF_ONLY,
      {
        name: 'label_isolation',
        for: 'select',
        using: {
          any: [
            { sees: 'message', by: { rawId: 'id' } },
            {
              some: 'set_aside',
              by: { rawId: 'id' },
              where: { column: 'state', of: ['open', 'assigned', 'dismissed'] },
            },
          ],
        },
      },
    ],
  },
  set_aside: {
    columns: { rawId: 'id', state: ['open', 'assigned', 'replayed', 'dismissed'] },
    rules: [OF_ORGANIZATION, STAFF_ONLY],
  },
} as const satisfies Policies

export const ON_DESK = ['agent', 'front_desk', 'nurse', 'clinician', 'billing', 'supervisor'] as const

/**
 * Whose conversation it is to open: row security's policy, and at the desk the roles that work there. The database lets each role of the staff at
 * rows of the organization, and the contract says which role at what (decision 0220).
 */
export const openedPolicies = {
  ...conversationPolicies,
  conversation: {
    ...conversationPolicies.conversation,
    rules: [
      ...conversationPolicies.conversation.rules,
      {
        name: 'staff_isolation',
        for: 'select',
        using: {
          byScope: { organization: { role: [...ON_DESK, 'system'] }, patient: 'always', conversation: 'always' },
        },
      },
    ],
  },
} as const satisfies Policies

/** A note is read by its classes, and by who wrote it; whoever reads a conversation reads all else in it. */
export const wordsPolicies = {
  message: {
    columns: { direction: ['in', 'out', 'note', 'event'], authorId: 'id', readers: 'words' },
    rules: [
      OF_ORGANIZATION,
      {
        name: 'audience_isolation',
        for: 'select',
        using: {
          any: [
            { column: 'direction', of: ['in', 'out', 'event'] },
            { column: 'authorId', is: 'actor' },
            { column: 'readers', meets: 'noteClasses' },
          ],
        },
      },
    ],
  },
} as const satisfies Policies
