/** The SQL of patients, their contact points and the persons near them. */
import type { Transaction } from '#server/platform/database.ts'
import type { Place } from '#server/platform/page-cursor.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { codesFrom, type ContactSystem } from './contact-value.ts'

export type FoundPatient = {
  id: string
  name: string
  birthDate: string
  recordNumber: string
  siteName: string | null
  isActive: boolean
  /** Where the row stands in the list, for the next page. */
  place: string
}

/** Beginnings of names, a birth date, a record number, or an address or number as it is written. */
export const searchPatients = (
  tx: Transaction,
  text: string,
  after: Place | undefined,
  limit: number,
): Promise<FoundPatient[]> =>
  tx.run<FoundPatient>(SEARCH, [
    tx.context.organizationId,
    text
      .toLowerCase()
      .split(/\s+/)
      .slice(0, 5)
      .map((word) => `${word.replace(/[%_\\]/g, '')}%`),
    text,
    after?.place ?? null,
    after?.id ?? null,
    limit,
  ])

const SEARCH = sqlText`
  select p.id, p.given || ' ' || p.family as name, to_char(p.birth_date, 'YYYY-MM-DD') as "birthDate", p.record_number as "recordNumber",
         s.name as "siteName", p.is_active as "isActive", lower(p.family) as place
    from patient p left join site s on s.organization_id = $1 and s.id = p.site_id
   where p.organization_id = $1
     and ((select bool_and(' ' || p.plain_given || ' ' || p.plain_family like '% ' || plain_words(w)) from unnest($2::text[]) w)
       or p.record_number = $3 or to_char(p.birth_date, 'YYYY-MM-DD') = $3
       or exists (select from contact_point c where c.organization_id = $1 and c.patient_id = p.id and c.value = lower($3)))
     and ($4::text is null or (lower(p.family), p.id) > ($4, $5::uuid))
   order by lower(p.family), p.id
   limit $6`

type PatientRow = {
  id: string
  recordNumber: string
  given: string
  family: string
  birthDate: string
  gender: 'female' | 'male' | 'other' | 'unknown'
  language: string
  readingLevel: 'plain' | 'standard'
  siteId: string | null
  siteName: string | null
  timeZone: string | null
  confidentialChannel: 'portal-chat' | 'email' | 'sms' | 'voice' | null
  isActive: boolean
  deceasedOn: string | null
  version: number
}

export type ContactState = 'active' | 'bouncing' | 'blocked' | 'reassigned' | 'detached'

type ContactRow = {
  id: string
  relatedPersonId: string | null
  system: ContactSystem
  value: string
  use: 'home' | 'mobile' | 'work' | 'old'
  rank: number
  state: ContactState
  verifiedAt: Date | null
  changedAt: Date
  allowsPlain: boolean
  sharedWith: number
  version: number
}

type RelatedRow = { id: string; given: string; family: string; relationship: string; language: string }

type GrantRow = {
  id: string
  relatedPersonId: string
  scope: ('schedule' | 'messages' | 'clinical' | 'billing')[]
  state: 'proposed' | 'active' | 'revoked' | 'expired'
  basis: string
  startsAt: Date
  endsAt: Date | null
  isAhead: boolean
}

export type ReadPatient = NonNullable<Awaited<ReturnType<typeof readPatient>>>

export async function readPatient(tx: Transaction, patientId: string, now: Date) {
  const values = [tx.context.organizationId, patientId]
  const [[patient], contacts, related, grants] = await Promise.all([
    tx.run<PatientRow>(PATIENT, values),
    tx.run<ContactRow>(CONTACTS, values),
    tx.run<RelatedRow>(RELATED, values),
    tx.run<GrantRow>(GRANTS, [...values, now]),
  ])
  if (!patient) return undefined
  const present = ({ relatedPersonId: _, ...row }: ContactRow) => ({
    ...row,
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
    changedAt: row.changedAt.toISOString(),
    codesFrom: codesFrom(row.changedAt).toISOString(),
  })
  return {
    ...patient,
    contactPoints: contacts.filter(({ relatedPersonId }) => relatedPersonId === null).map(present),
    relatedPersons: related.map((person) => ({
      id: person.id,
      given: person.given,
      family: person.family,
      relationship: person.relationship,
      language: person.language,
      contactPoints: contacts.filter(({ relatedPersonId }) => relatedPersonId === person.id).map(present),
      proxy: grantOf(grants, person.id, false),
      nextProxy: grantOf(grants, person.id, true),
    })),
  }
}

function grantOf(grants: readonly GrantRow[], personId: string, isAhead: boolean) {
  const found = grants.find((one) => one.relatedPersonId === personId && one.isAhead === isAhead)
  if (!found) return null
  const { id, scope, state, basis, startsAt, endsAt } = found
  return { id, scope, state, basis, startsAt: startsAt.toISOString(), endsAt: endsAt?.toISOString() ?? null }
}

const PATIENT = sqlText`
  select p.id, p.record_number as "recordNumber", p.given, p.family, to_char(p.birth_date, 'YYYY-MM-DD') as "birthDate", p.gender, p.language,
         p.reading_level as "readingLevel", p.site_id as "siteId", s.name as "siteName", p.time_zone as "timeZone",
         p.confidential_channel as "confidentialChannel", p.is_active as "isActive", to_char(p.deceased_on, 'YYYY-MM-DD') as "deceasedOn", p.version
    from patient p left join site s on s.organization_id = $1 and s.id = p.site_id
   where p.organization_id = $1 and p.id = $2`

const CONTACTS = sqlText`
  select c.id, c.related_person_id as "relatedPersonId", c.system, c.value, c.use, c.rank, c.state, c.verified_at as "verifiedAt",
         c.changed_at as "changedAt", c.allows_plain as "allowsPlain", c.version,
         (select count(*)::int from contact_point o where o.organization_id = $1 and o.system = c.system and o.value = c.value and o.id <> c.id) as "sharedWith"
    from contact_point c
   where c.organization_id = $1
     and (c.patient_id = $2 or c.related_person_id in (select id from related_person r where r.organization_id = $1 and r.patient_id = $2))
   order by c.rank, c.id
   limit 100`

const RELATED = sqlText`
  select r.id, r.given, r.family, r.relationship, r.language from related_person r
   where r.organization_id = $1 and r.patient_id = $2 order by r.id limit 50`

// Of each person the one that holds, else the last; and the one that is to begin. What was taken back before it began was none.
const GRANTS = sqlText`
  select distinct on (l.related_person_id, l.starts_at > $3)
         l.id, l.related_person_id as "relatedPersonId", l.scope, l.basis, l.starts_at as "startsAt", l.ends_at as "endsAt", l.starts_at > $3 as "isAhead",
         case when l.state = 'active' and l.ends_at <= $3 then 'expired' else l.state end as state
    from proxy_link l
   where l.organization_id = $1 and l.patient_id = $2 and (l.ends_at is null or l.ends_at >= l.starts_at)
   order by l.related_person_id, l.starts_at > $3, (l.state = 'active' and (l.ends_at is null or l.ends_at > $3)) desc, l.starts_at desc, l.id desc
   limit 100`

export type Reach = { confidentialChannel: PatientRow['confidentialChannel']; deceasedOn: string | null }

export const updateReach = async (tx: Transaction, reach: Reach & { patientId: string }): Promise<void> =>
  void (await tx.run(
    sqlText`update patient set confidential_channel = $3, deceased_on = $4, version = version + 1 where organization_id = $1 and id = $2`,
    [tx.context.organizationId, reach.patientId, reach.confidentialChannel, reach.deceasedOn],
  ))

export async function updateOwnProfile(
  tx: Transaction,
  profile: { patientId: string; version: number; language: string; readingLevel: string },
): Promise<boolean> {
  const rows = await tx.run(
    `update patient set language = $4, reading_level = $5, version = version + 1 where organization_id = $1 and id = $2 and version = $3 returning id`,
    [tx.context.organizationId, profile.patientId, profile.version, profile.language, profile.readingLevel],
  )
  return rows.length > 0
}

export type LockedPatient = {
  id: string
  birthDate: string
  language: string
  timeZone: string
  country: string
  version: number
}

/** Changes of one patient's addresses and grants go one after the other. */
export async function lockPatient(tx: Transaction, patientId: string): Promise<LockedPatient | undefined> {
  const [row] = await tx.run<LockedPatient>(LOCK_PATIENT, [tx.context.organizationId, patientId])
  return row
}

const LOCK_PATIENT = sqlText`
  select p.id, to_char(p.birth_date, 'YYYY-MM-DD') as "birthDate", p.language, o.country, p.version,
         coalesce(p.time_zone, s.time_zone, (select time_zone from site where organization_id = $1 order by name limit 1), 'UTC') as "timeZone"
    from patient p
    join organization o on o.organization_id = $1
    left join site s on s.organization_id = $1 and s.id = p.site_id
   where p.organization_id = $1 and p.id = $2 for no key update of p`

export async function countryOf(tx: Transaction): Promise<string> {
  const [row] = await tx.run<{ country: string }>(`select country from organization where organization_id = $1`, [
    tx.context.organizationId,
  ])
  return row?.country ?? 'US'
}

export async function siteExists(tx: Transaction, siteId: string): Promise<boolean> {
  const rows = await tx.run(`select from site where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    siteId,
  ])
  return rows.length > 0
}

export type Profile = {
  given: string
  family: string
  birthDate: string
  gender: string
  language: string
  readingLevel: string
  siteId: string | null
}

const profileValues = (profile: Profile): unknown[] => [
  profile.given,
  profile.family,
  profile.birthDate,
  profile.gender,
  profile.language,
  profile.readingLevel,
  profile.siteId,
]

/** @returns false when the record number belongs to somebody already. */
export async function insertPatient(
  tx: Transaction,
  patient: Profile & { id: string; recordNumber: string; now: Date },
): Promise<boolean> {
  const rows = await tx.run(INSERT_PATIENT, [
    tx.context.organizationId,
    patient.id,
    patient.recordNumber,
    ...profileValues(patient),
    patient.now,
  ])
  return rows.length > 0
}

const INSERT_PATIENT = sqlText`
  insert into patient (organization_id, id, record_number, given, family, birth_date, gender, language, reading_level, site_id, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  on conflict (organization_id, record_number) do nothing returning id`

export async function updatePatient(
  tx: Transaction,
  patient: Profile & { patientId: string; version: number },
): Promise<boolean> {
  const rows = await tx.run(UPDATE_PATIENT, [
    tx.context.organizationId,
    patient.patientId,
    patient.version,
    ...profileValues(patient),
  ])
  return rows.length > 0
}

const UPDATE_PATIENT = sqlText`
  update patient set given = $4, family = $5, birth_date = $6, gender = $7, language = $8, reading_level = $9, site_id = $10,
         version = version + 1
   where organization_id = $1 and id = $2 and version = $3 returning id`
