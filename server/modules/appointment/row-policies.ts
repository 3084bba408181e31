/** Who reaches the rows of visits, as data. */
import type { Policies } from '#engines/access-policy/policy.ts'
import { OF_ORGANIZATION, OWN_PATIENT, readBy } from '#engines/access-policy/shapes.ts'

export const appointmentPolicies = {
  // Of the patients whose visits a session may see its transaction names those alone (routes.ts).
  appointment: { columns: { patientId: 'id' }, rules: [OF_ORGANIZATION, readBy(OWN_PATIENT)] },
} as const satisfies Policies
