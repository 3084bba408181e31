/** What the person pane of a conversation shows at each identity level (desk-D8). Pure. */
import type { IdentityLevel } from '#contract/role.ts'
import { maskContact } from './contact-value.ts'
import type { ReadPatient } from './store.ts'

const LOCKED = [
  'birth-date',
  'record-number',
  'contact-points',
  'related-persons',
  'consents',
  'conversations',
] as const

/** What of a record is more than a name is open from here on: the pane, and visits. */
export const opensRecord = (level: IdentityLevel): boolean => level === 'verified' || level === 'verified_for'

/**
 * Below `verified` the agent sees whose name it is, in which language to answer, and by which channel not to. What could be read out
 * to a stranger, or help a stranger to guess, is not in the answer; a number to call back is in the identity panel.
 */
export function paneAt(level: IdentityLevel, patient: ReadPatient) {
  if (opensRecord(level)) return { ...patient, locked: [] }
  return {
    ...patient,
    birthDate: null,
    recordNumber: null,
    deceasedOn: null,
    contactPoints: patient.contactPoints.map((point) => ({ ...point, value: maskContact(point.system, point.value) })),
    relatedPersons: [],
    locked: [...LOCKED],
  }
}
