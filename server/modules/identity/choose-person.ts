/** Several persons may share one address: who signs in, given the birth date and, if needed, the first name. Pure. */
import type { Recognized } from '#server/modules/patient/index.ts'

export type Choice =
  | { who: 'nobody' }
  /** Birth date and address are shared too (twins, a couple): the first name decides. */
  | { who: 'name-needed' }
  | { who: 'person'; patient: Recognized | null; relatedPersons: Recognized[] }

/**
 * A patient proves the own birth date; a related person that of the patient he or she speaks for. A patient who is also the related
 * person of others, by the same name at the same address, signs in as both.
 */
export function choosePerson(sharing: readonly Recognized[], birthDate: string, given: string | undefined): Choice {
  const named = (person: Recognized) => given === undefined || isSameName(person.given, given)
  const patients = sharing.filter(
    (person) => person.kind === 'patient' && person.birthDate === birthDate && named(person),
  )
  const [patient] = patients
  if (patients.length > 1) return given === undefined ? { who: 'name-needed' } : { who: 'nobody' }
  if (patient) {
    const relatedPersons = sharing.filter((person) => person.kind === 'related-person' && isSamePerson(person, patient))
    return { who: 'person', patient, relatedPersons }
  }
  const speakers = sharing.filter(
    (person) => person.kind === 'related-person' && person.birthDate === birthDate && named(person),
  )
  const [speaker] = speakers
  if (!speaker) return { who: 'nobody' }
  if (speakers.some((other) => !isSamePerson(other, speaker)))
    return given === undefined ? { who: 'name-needed' } : { who: 'nobody' }
  const relatedPersons = sharing.filter((person) => person.kind === 'related-person' && isSamePerson(person, speaker))
  return { who: 'person', patient: null, relatedPersons }
}

const isSamePerson = (one: Recognized, other: Recognized) =>
  isSameName(one.given, other.given) && isSameName(one.family, other.family)

const isSameName = (one: string, other: string) => plain(one) === plain(other)

/** Accents, case and spaces do not tell people apart. */
const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
