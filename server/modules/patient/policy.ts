/** Who may do what with a patient's addresses and with the persons who act for the patient. Pure. */

export type PortalPerson = { patientId: string | null; relatedPersonId: string | null; patientIds: readonly string[] }

/**
 * Only the patient changes the addresses that open the patient's own portal. Who acts for a patient could let himself in for good
 * with an address of his own; the practice changes addresses for him (decision 0012).
 */
export const canChangeContacts = ({ patientId }: PortalPerson, ofPatient: string): boolean => patientId === ofPatient

/** The patient ends any grant at once; who holds a grant may give it up. */
export const canEndProxy = (
  person: PortalPerson,
  grant: { patientId: string; relatedPersonId: string; isOwn: boolean },
): boolean => person.patientId === grant.patientId || person.relatedPersonId === grant.relatedPersonId || grant.isOwn
