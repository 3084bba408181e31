/** Who reaches the rows of patients, of who acts for them and of how they are reached, as data. */
import type { Policies } from '#engines/access-policy/policy.ts'
import { OF_ORGANIZATION, OF_OWN_PATIENT } from '#engines/access-policy/shapes.ts'

const ITSELF = { byScope: { organization: 'always', patient: { column: 'id', in: 'patients' } } } as const

export const patientPolicies = {
  patient: {
    columns: { id: 'id' },
    rules: [OF_ORGANIZATION, { name: 'patient_isolation', for: 'all', using: ITSELF, check: ITSELF }],
  },
  contact_point: OF_OWN_PATIENT,
  proxy_link: OF_OWN_PATIENT,
  related_person: OF_OWN_PATIENT,
} as const satisfies Policies
