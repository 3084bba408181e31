/** Rules and policies that several tables have: alike things are permitted alike. */
import type { Condition, Policy, Rule } from './policy.ts'

const ORGANIZATION = { column: 'organizationId', is: 'organization' } as const
/** The first rule of every policy. */
export const OF_ORGANIZATION = { name: 'organization_isolation', for: 'all', using: ORGANIZATION, check: ORGANIZATION } as const satisfies Rule // prettier-ignore

export const STAFF = { scope: 'organization' } as const satisfies Condition
/** Only who works in the organization, and the product itself. */
export const STAFF_ONLY = { name: 'organization_scope', for: 'all', using: STAFF, check: STAFF } as const satisfies Rule

/** What everybody may know of the place, and what staff alone reads: most tables are one of the two. */
export const OPEN_TABLE = { columns: {}, rules: [OF_ORGANIZATION] } as const satisfies Policy
export const STAFF_TABLE = { columns: {}, rules: [OF_ORGANIZATION, STAFF_ONLY] } as const satisfies Policy

const OWN_LABELS = { column: 'labels', within: 'labels' } as const
/** The words of a labelled row are for those to whom each of its labels is open. */
export const LABELLED = { name: 'label_isolation', for: 'all', using: OWN_LABELS, check: OWN_LABELS } as const satisfies Rule // prettier-ignore

export const THE_CONVERSATION = { sees: 'conversation', by: { id: 'conversationId' } } as const satisfies Condition
export const THE_MESSAGE = { sees: 'message', by: { id: 'messageId' } } as const satisfies Condition
export const THE_CONVERSATION_IF_ANY = { if: { none: 'conversationId' }, then: 'always', else: THE_CONVERSATION } as const satisfies Condition // prettier-ignore

/** What hangs on a conversation or a message is seen with the labels of it. */
export const labelledAs = <One extends Condition>(using: One) => ({ name: 'label_isolation', for: 'all', using, check: using }) as const satisfies Rule // prettier-ignore

/** Staff alone, with the labels of the conversation or of the message that the row is about. */
export const WORDS_OF_CONVERSATION = {
  columns: { conversationId: 'id' },
  rules: [OF_ORGANIZATION, STAFF_ONLY, labelledAs(THE_CONVERSATION)],
} as const satisfies Policy
export const WORDS_OF_MESSAGE = {
  columns: { messageId: 'id' },
  rules: [OF_ORGANIZATION, STAFF_ONLY, labelledAs(THE_MESSAGE)],
} as const satisfies Policy

/** The patient's side reads what is said; only staff and the product itself write it. */
export const readBy = <One extends Condition>(using: One) => ({ name: 'patient_isolation', for: 'all', using: { any: [STAFF, using] }, check: STAFF }) as const satisfies Rule // prettier-ignore

/** Of the patients whom the session speaks for. */
export const OWN_PATIENT = { all: [{ scope: 'patient' }, { column: 'patientId', in: 'patients' }] } as const satisfies Condition // prettier-ignore

const OWN = { any: [STAFF, OWN_PATIENT] } as const
/** Read and written by the patient's side too. */
export const OF_OWN_PATIENT = {
  columns: { patientId: 'id' },
  rules: [OF_ORGANIZATION, { name: 'patient_isolation', for: 'all', using: OWN, check: OWN }],
} as const satisfies Policy
