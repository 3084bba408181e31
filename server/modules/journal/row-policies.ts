/** Who reads the journal, as data. A month of it is read through the whole alone. */
import type { Condition, Policies } from '#engines/access-policy/policy.ts'
import { OF_ORGANIZATION, OWN_PATIENT, STAFF } from '#engines/access-policy/shapes.ts'

const readBy = <One extends Condition>(using: One) => ({ name: 'patient_isolation', for: 'select', using }) as const

export const journalPolicies = {
  journal: {
    columns: { id: 'id', at: 'instant', patientId: 'id' },
    rules: [
      OF_ORGANIZATION,
      readBy({
        any: [
          STAFF,
          {
            all: [
              { scope: 'patient' },
              {
                any: [
                  { column: 'patientId', in: 'patients' },
                  {
                    some: 'journal_patient',
                    by: { at: 'at', journalId: 'id' },
                    // Said once more for the index: its own policy says it in an "or".
                    where: { column: 'patientId', in: 'patients' },
                  },
                ],
              },
            ],
          },
        ],
      }),
    ],
  },
  journal_patient: {
    columns: { patientId: 'id', at: 'instant', journalId: 'id' },
    rules: [OF_ORGANIZATION, readBy({ any: [STAFF, OWN_PATIENT] })],
  },
} as const satisfies Policies

/** Of each of their partitions. */
export const JOURNAL_MONTH = { columns: {}, rules: [OF_ORGANIZATION, readBy(STAFF)] } as const
