/** Who writes and who answers: people whose language, age and ways fit the story. */
import type { Clinic, DemoLanguage, Site, Staff } from './clinic.ts'
import { NAMES } from './names.ts'
import type { Patient } from './people.ts'
import type { Random } from './random.ts'
import type { Channel, Kind, Story } from './story.ts'
import type { Writer } from './thread.ts'

const ANSWERING: Record<Kind, readonly Staff['role'][]> = {
  service: ['agent', 'front_desk'],
  clinical: ['nurse', 'clinician'],
  billing: ['billing'],
}

/** Of the right kind and language and of the site, in this order of weight. */
export function chooseStaff<Person extends Pick<Staff, 'role' | 'languages' | 'siteId' | 'state'>>(
  { staff }: { staff: readonly Person[] },
  { kind, language }: { kind: Kind; language: DemoLanguage },
  site: Pick<Site, 'id'>,
  dice: Random,
): Person {
  const score = (one: Person): number => {
    const speaks = one.languages.includes(language) ? 8 : 0
    return (
      speaks + (ANSWERING[kind].includes(one.role) ? 4 : 0) + (one.siteId === site.id || one.siteId === null ? 1 : 0)
    )
  }
  const pool = staff.filter(({ state, role }) => state === 'active' && role !== 'administrator')
  const best = Math.max(...pool.map(score))
  // A language that few speak is answered by whoever speaks it; otherwise near misses share the work.
  return dice.pick(pool.filter((one) => score(one) >= (best >= 12 ? best - 1 : best)))
}

export function chooseWriter(
  people: readonly Patient[],
  story: Story,
  channel: Channel,
  dice: Random,
  visitorId: string,
): { writer: Writer; patient: Patient } | undefined {
  const fits = people.filter((patient) => patient.language === story.language && canWrite(patient, story, channel))
  if (fits.length === 0) return undefined
  const patient = dice.pick(fits)
  const name = `${patient.given} ${patient.family}`
  const base = {
    patientId: patient.id,
    relatedPersonId: null,
    visitorId: null,
    address: null,
    contactPointId: null,
    name,
    proxyLinkId: null,
    language: patient.language,
    site: patient.site,
  }
  const { helper } = patient
  if (story.who !== 'adult' && helper) {
    const writer: Writer = {
      ...base,
      kind: 'related-person',
      id: helper.id,
      relatedPersonId: helper.id,
      name: `${helper.given} ${helper.family}`,
      level: 'verified_for',
      proxyLinkId: helper.proxyLinkId,
    }
    return { patient, writer }
  }
  if (channel === 'portal-chat')
    return { patient, writer: { ...base, kind: 'patient', id: patient.id, level: 'verified' } }
  if (channel === 'email' && patient.email) {
    return {
      patient,
      writer: {
        ...base,
        kind: 'patient',
        id: patient.id,
        address: patient.email.value,
        contactPointId: patient.email.id,
        level: 'matched',
      },
    }
  }
  const level = dice.chance(0.5) ? 'verified' : 'matched'
  return { patient, writer: { ...base, kind: 'visitor', id: visitorId, visitorId, level } }
}

function canWrite(patient: Patient, { who }: Story, channel: Channel): boolean {
  if (who === 'child') return patient.age < 18 && hasHelper(patient)
  if (who === 'helped') return patient.age >= 70 && hasHelper(patient)
  if (patient.age < 18) return false
  if (channel === 'portal-chat') return patient.portalAccountId !== null
  return channel === 'widget' || (patient.email !== null && !patient.sharesEmail)
}

const hasHelper = ({ helper }: Patient): boolean =>
  helper !== null && helper.proxyLinkId !== null && helper.portalAccountId !== null

/** Somebody nobody here knows: a browser with the chat, or a mail address that is not on file. */
export function chooseUnknownWriter(
  clinic: Clinic,
  { language }: Story,
  channel: Channel,
  dice: Random,
  visitorId: string,
): Writer {
  const given = dice.pick(NAMES[language][dice.chance(0.5) ? 'female' : 'male'])
  const family = dice.pick(NAMES[language].family)
  const nobody = {
    patientId: null,
    relatedPersonId: null,
    contactPointId: null,
    proxyLinkId: null,
    level: 'none' as const,
    site: dice.pick(clinic.sites),
  }
  if (channel === 'widget')
    return { ...nobody, kind: 'visitor', id: visitorId, visitorId, address: null, name: null, language }
  const address = `${given}.${family}.new@example.org`.toLowerCase()
  return { ...nobody, kind: 'unknown', id: null, visitorId: null, address, name: `${given} ${family}`, language: null }
}
