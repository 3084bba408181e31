/** Whose address or number is this? All persons who share it, in a fixed order; who writes is decided elsewhere (desk-D4). */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { ContactSystem } from './contact-value.ts'

export type Recognized = {
  kind: 'patient' | 'related-person'
  patientId: string
  relatedPersonId: string | null
  contactPointId: string
  given: string
  family: string
  /** Of the patient, also for a related person. */
  birthDate: string
  language: string
  siteId: string | null
  changedAt: Date
  /** Persons of one number written as `sms` and as `phone` are the same persons. */
  system: ContactSystem
}

export async function recognize(
  tx: Transaction,
  contact: { system: ContactSystem; value: string },
): Promise<Recognized[]> {
  const systems = contact.system === 'email' ? ['email'] : ['sms', 'phone']
  const rows = await tx.run<Recognized>(FIND, [tx.context.organizationId, systems, contact.value])
  // One person may have the number twice, as phone and as mobile.
  return [...new Map(rows.map((row) => [row.relatedPersonId ?? row.patientId, row])).values()]
}

// At most 50 persons: the number of a care home may be shared by many.
const FIND = sqlText`
  select case when c.patient_id is null then 'related-person' else 'patient' end as kind,
    p.id as "patientId", r.id as "relatedPersonId", c.id as "contactPointId", c.system,
    coalesce(r.given, p.given) as given, coalesce(r.family, p.family) as family, to_char(p.birth_date, 'YYYY-MM-DD') as "birthDate",
    coalesce(r.language, p.language) as language, p.site_id as "siteId", c.changed_at as "changedAt"
  from contact_point c
  left join related_person r on r.organization_id = c.organization_id and r.id = c.related_person_id
  join patient p on p.organization_id = c.organization_id and p.id = coalesce(c.patient_id, r.patient_id)
  where c.organization_id = $1 and c.system = any ($2::text[]) and c.value = $3
    and c.state in ('active', 'bouncing') and c.use <> 'old' and p.is_active
  order by p.id, r.id nulls first, c.changed_at desc
  limit 50`
