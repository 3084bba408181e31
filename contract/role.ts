/** Who may act, as closed lists. A session acts under one role and one purpose at a time. */

export const STAFF_ROLES = [
  'agent',
  'front_desk',
  'nurse',
  'clinician',
  'billing',
  'supervisor',
  'administrator',
] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

/** Who is asked last, at home, when nobody takes a red flag: those who may accept one (desk-D3). */
export const ON_CALL_ROLES: readonly StaffRole[] = ['nurse', 'clinician', 'supervisor']

/** To whom labelled records can be opened at all (trust.md section 2). */
export const LABEL_ROLES: readonly StaffRole[] = ['nurse', 'clinician']

/** `related_person` is a proxy; `visitor` a browser with the chat widget; `system` the product itself; `client` an API key. */
export const ROLES = [...STAFF_ROLES, 'patient', 'related_person', 'visitor', 'client', 'system', 'anonymous'] as const
export type Role = (typeof ROLES)[number]

/** HL7 v3 ActReason. */
export const PURPOSES = ['TREAT', 'HPAYMT', 'HOPERAT', 'ETREAT', 'PATRQT', 'HSYSADMIN'] as const
export type Purpose = (typeof PURPOSES)[number]

/** Ordered: none < matched < verified; verified_for is a verified person with a live proxy grant. */
export const IDENTITY_LEVELS = ['none', 'matched', 'verified', 'verified_for'] as const
export type IdentityLevel = (typeof IDENTITY_LEVELS)[number]
