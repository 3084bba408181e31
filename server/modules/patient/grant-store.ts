/** The SQL of persons near a patient and of what they may do for the patient. */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export async function insertRelatedPerson(
  tx: Transaction,
  person: {
    id: string
    patientId: string
    given: string
    family: string
    relationship: string
    language: string
    now: Date
  },
): Promise<void> {
  await tx.run(
    sqlText`insert into related_person (organization_id, id, patient_id, given, family, relationship, language, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      tx.context.organizationId,
      person.id,
      person.patientId,
      person.given,
      person.family,
      person.relationship,
      person.language,
      person.now,
    ],
  )
}

export async function isRelatedTo(tx: Transaction, relatedPersonId: string, patientId: string): Promise<boolean> {
  const rows = await tx.run(`select from related_person where organization_id = $1 and id = $2 and patient_id = $3`, [
    tx.context.organizationId,
    relatedPersonId,
    patientId,
  ])
  return rows.length > 0
}

export type Grant = {
  id: string
  patientId: string
  relatedPersonId: string
  scope: readonly string[]
  basis: string
  startsAt: Date
  /** First local day on which it no longer holds, with the zone it is local to. */
  endsOn: string | null
  timeZone: string
}

/** One live grant per person: a new one takes the place of the one before. */
export async function insertGrant(tx: Transaction, grant: Grant): Promise<{ replaced: number; endsAt: Date | null }> {
  const { organizationId } = tx.context
  const replaced = await tx.run(
    sqlText`update proxy_link set state = 'revoked', ends_at = $4
      where organization_id = $1 and patient_id = $2 and related_person_id = $3 and state in ('active', 'proposed') returning id`,
    [organizationId, grant.patientId, grant.relatedPersonId, grant.startsAt],
  )
  const [row] = await tx.run<{ endsAt: Date | null }>(
    sqlText`insert into proxy_link (organization_id, id, patient_id, related_person_id, scope, basis, state, starts_at, ends_at)
      values ($1, $2, $3, $4, $5, $6, 'active', $7, $8::date::timestamp at time zone $9) returning ends_at as "endsAt"`,
    [
      organizationId,
      grant.id,
      grant.patientId,
      grant.relatedPersonId,
      grant.scope,
      grant.basis,
      grant.startsAt,
      grant.endsOn,
      grant.timeZone,
    ],
  )
  return { replaced: replaced.length, endsAt: row?.endsAt ?? null }
}

export async function findGrant(
  tx: Transaction,
  proxyLinkId: string,
): Promise<{ patientId: string; relatedPersonId: string } | undefined> {
  const [row] = await tx.run<{ patientId: string; relatedPersonId: string }>(
    `select patient_id as "patientId", related_person_id as "relatedPersonId" from proxy_link where organization_id = $1 and id = $2`,
    [tx.context.organizationId, proxyLinkId],
  )
  return row
}

/** @returns false when it was over already. */
export async function revokeGrant(tx: Transaction, proxyLinkId: string, now: Date): Promise<boolean> {
  const rows = await tx.run(
    sqlText`update proxy_link set state = 'revoked', ends_at = $3
      where organization_id = $1 and id = $2 and state in ('active', 'proposed') and (ends_at is null or ends_at > $3) returning id`,
    [tx.context.organizationId, proxyLinkId, now],
  )
  return rows.length > 0
}
