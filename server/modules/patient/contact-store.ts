/** The SQL of changing contact points, and of the codes that confirm them. */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { ContactSystem } from './contact-value.ts'
import { lockPatient, type ContactState } from './store.ts'

export type Holder = {
  /** The patient whose matter this is, also for an address of a related person. */
  patientId: string
  relatedPersonId: string | null
  language: string
  country: string
}

export type HeldContact = Holder & {
  id: string
  system: ContactSystem
  value: string
  state: ContactState
  replacesId: string | null
  verifiedAt: Date | null
  version: number
}

/** One contact point with whose it is, held until the end of the transaction together with its person. */
export async function lockContact(tx: Transaction, contactPointId: string): Promise<HeldContact | undefined> {
  const values = [tx.context.organizationId, contactPointId]
  const [owner] = await tx.run<{ patientId: string }>(OWNER, values)
  if (!owner || !(await lockPatient(tx, owner.patientId))) return undefined
  const [row] = await tx.run<HeldContact>(HELD_CONTACT, values)
  return row
}

const OWNER = sqlText`
  select coalesce(c.patient_id, r.patient_id) as "patientId" from contact_point c
    left join related_person r on r.organization_id = $1 and r.id = c.related_person_id
   where c.organization_id = $1 and c.id = $2`

const HELD_CONTACT = sqlText`
  select c.id, c.system, c.value, c.state, c.replaces_id as "replacesId", c.verified_at as "verifiedAt", c.version,
         p.id as "patientId", r.id as "relatedPersonId", coalesce(r.language, p.language) as language, o.country
    from contact_point c
    join organization o on o.organization_id = $1
    left join related_person r on r.organization_id = $1 and r.id = c.related_person_id
    join patient p on p.organization_id = $1 and p.id = coalesce(c.patient_id, r.patient_id)
   where c.organization_id = $1 and c.id = $2`

export type NewContact = {
  id: string
  patientId: string | null
  relatedPersonId: string | null
  system: ContactSystem
  value: string
  use: string
  state: 'active' | 'detached'
  replacesId: string | null
  changedBy: 'staff' | 'self'
  now: Date
}

export async function insertContact(tx: Transaction, contact: NewContact): Promise<void> {
  await tx.run(INSERT_CONTACT, [
    tx.context.organizationId,
    contact.id,
    contact.patientId,
    contact.relatedPersonId,
    contact.system,
    contact.value,
    contact.use,
    contact.state,
    contact.replacesId,
    contact.changedBy,
    contact.now,
  ])
}

const INSERT_CONTACT = sqlText`
  insert into contact_point (organization_id, id, patient_id, related_person_id, system, value, use, rank, state, replaces_id, changed_by, changed_at)
  select $1, $2, $3::uuid, $4::uuid, $5, $6, $7, 1 + coalesce(max(rank), 0), $8, $9::uuid, $10, $11 from contact_point
   where organization_id = $1 and (patient_id = $3::uuid or related_person_id = $4::uuid)`

export type OwnedContact = {
  id: string
  system: ContactSystem
  value: string
  state: ContactState
  use: string
  movedAt: Date | null
  verifiedAt: Date | null
}

/** All addresses of one person, those no longer used as well. */
export const contactsOf = (
  tx: Transaction,
  { patientId, relatedPersonId }: Pick<Holder, 'patientId' | 'relatedPersonId'>,
): Promise<OwnedContact[]> =>
  tx.run<OwnedContact>(
    sqlText`select id, system, value, state, use, moved_at as "movedAt", verified_at as "verifiedAt" from contact_point
      where organization_id = $1 and (($3::uuid is null and patient_id = $2) or related_person_id = $3::uuid) order by rank, id`,
    [tx.context.organizationId, patientId, relatedPersonId],
  )

/** Another value in the same place: unconfirmed again, and too new for codes. */
export async function replaceValue(
  tx: Transaction,
  { id, value, now }: { id: string; value: string; now: Date },
): Promise<void> {
  await tx.run(
    sqlText`update contact_point set value = $3, verified_at = null, changed_at = $4, moved_at = $4, changed_by = 'staff', state = 'active',
        allows_plain = false, version = version + 1 where organization_id = $1 and id = $2`,
    [tx.context.organizationId, id, value, now],
  )
}

export async function detachContact(
  tx: Transaction,
  { id, by, now }: { id: string; by: 'staff' | 'self'; now: Date },
): Promise<void> {
  await tx.run(
    sqlText`update contact_point set state = 'detached', changed_at = $3, moved_at = $3, changed_by = $4, version = version + 1
      where organization_id = $1 and id = $2`,
    [tx.context.organizationId, id, now, by],
  )
}

/** The code came back: the address counts from now on. */
export async function confirmContact(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.run(
    sqlText`update contact_point set state = 'active', verified_at = $3, changed_at = $3, replaces_id = null, version = version + 1
      where organization_id = $1 and id = $2`,
    [tx.context.organizationId, id, now],
  )
}

export type ContactCode = { id: string; hash: Buffer | null; tries: number; isOpen: boolean }

/** The newest code to a new address; a try is counted here, before it is compared. */
export async function tryContactCode(
  tx: Transaction,
  contactPointId: string,
  now: Date,
): Promise<ContactCode | undefined> {
  const [row] = await tx.run<ContactCode>(
    sqlText`update verification_code v set tries = v.tries + 1
       where v.organization_id = $1 and v.id = (
         select id from verification_code where organization_id = $1 and contact_point_id = $2 and purpose = 'contact-point' and used_at is null
          order by sent_at desc, id desc limit 1)
      returning v.id, v.code_hash as hash, v.tries, v.expires_at > $3 as "isOpen"`,
    [tx.context.organizationId, contactPointId, now],
  )
  return row
}

export async function useContactCode(tx: Transaction, codeId: string, now: Date): Promise<void> {
  await tx.run(`update verification_code set used_at = $3 where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    codeId,
    now,
  ])
}

export async function insertContactCode(
  tx: Transaction,
  code: { id: string; contactPointId: string; hash: Buffer; now: Date; expiresAt: Date },
): Promise<void> {
  await tx.run(
    sqlText`insert into verification_code (organization_id, id, contact_point_id, purpose, code_hash, sent_at, expires_at)
      values ($1, $2, $3, 'contact-point', $4, $5, $6)`,
    [tx.context.organizationId, code.id, code.contactPointId, code.hash, code.now, code.expiresAt],
  )
}

/** Codes for new addresses that one patient asked for in the last hour. */
export async function contactCodesSent(tx: Transaction, patientId: string, now: Date): Promise<number> {
  const [row] = await tx.run<{ count: number }>(
    sqlText`select count(*)::int as count from verification_code v
       join contact_point k on k.organization_id = $1 and k.id = v.contact_point_id
      where v.organization_id = $1 and k.patient_id = $2 and v.purpose = 'contact-point' and v.sent_at > $3::timestamptz - interval '1 hour'`,
    [tx.context.organizationId, patientId, now],
  )
  return row?.count ?? 0
}
