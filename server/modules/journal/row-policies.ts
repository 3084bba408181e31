/** Who reads the journal, as data. A month of it is read through the whole alone. */
import type { Condition, Policies } from '#engines/access-policy/policy.ts'
import { OF_ORGANIZATION, OWN_PATIENT, STAFF, THE_CONVERSATION } from '#engines/access-policy/shapes.ts'

const readBy = <One extends Condition>(using: One) => ({ name: 'patient_isolation', for: 'select', using }) as const

/** The entry is about one of these patients: alone, or with others. */
const about = <Set extends 'self' | 'patients'>(set: Set) =>
  ({
    any: [
      { column: 'patientId', in: set },
      {
        some: 'journal_patient',
        by: { at: 'at', journalId: 'id' },
        // Said once more for the index: its own policy says it in an "or".
        where: { column: 'patientId', in: set },
      },
    ],
  }) as const

export const journalPolicies = {
  journal: {
    columns: { id: 'id', at: 'instant', patientId: 'id', conversationId: 'id' },
    rules: [
      OF_ORGANIZATION,
      readBy({
        any: [
          STAFF,
          {
            all: [
              { scope: 'patient' },
              about('patients'),
              // The patient reads all of his own; who speaks for him nothing of a conversation that is closed to them (decision 0179).
              { any: [{ none: 'conversationId' }, about('self'), THE_CONVERSATION] },
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
