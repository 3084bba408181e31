/** Several persons may share one address: who signs in, given the birth date and, if needed, the first name. Pure. */
import type { Recognized } from '#server/modules/patient/index.ts'

export type Choice =
  | { who: 'nobody' }
  /** Birth date and address are shared too (twins, a couple, a child and who speaks for the child): the first name decides. */
  | { who: 'name-needed' }
  | { who: 'person'; patient: Recognized | null; relatedPersons: Recognized[] }

/**
 * A patient proves the own birth date; a related person that of the patient he or she speaks for. Nobody is taken for the other: where
 * both may stand there, the own first name is asked. A patient who is also the related person of others, by the same name at the same
 * address, signs in as both (decision 0260).
 */
export function choosePerson(sharing: readonly Recognized[], birthDate: string, given: string | undefined): Choice {
  const meant = sharing.filter(
    (person) => person.birthDate === birthDate && (given === undefined || isSameName(person.given, given)),
  )
  const [someone, ...others] = meant
  if (!someone) return { who: 'nobody' }
  const [patient, ...otherPatients] = meant.filter(({ kind }) => kind === 'patient')
  if (otherPatients.length > 0 || others.some((other) => !isSamePerson(other, someone)))
    return given === undefined ? { who: 'name-needed' } : { who: 'nobody' }

  const namesakes = sharing.filter((person) => person.kind === 'related-person' && isSamePerson(person, someone))
  if (!patient) return { who: 'person', patient: null, relatedPersons: namesakes }
  // Nobody speaks for himself: this is a parent who gave the patient the own name.
  const isAnother = namesakes.some(({ patientId }) => patientId === patient.patientId)
  return { who: 'person', patient, relatedPersons: isAnother ? [] : namesakes }
}

const isSamePerson = (one: Recognized, other: Recognized) =>
  isSameName(one.given, other.given) && isSameName(one.family, other.family)

const isSameName = (one: string, other: string) => plain(one) === plain(other)

/** Accents, case and spaces do not tell people apart. */
const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
