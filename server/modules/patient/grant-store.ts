/** The SQL of persons near a patient and of what they may do for the patient. */
import { instantOf } from '#engines/calendar/time-zone.ts'
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
  /** First local day on which it holds; null: at once. */
  startsOn: string | null
  /** First local day on which it no longer holds, with the zone it is local to. */
  endsOn: string | null
  timeZone: string
  now: Date
}

/**
 * One live grant per person, and one that follows it: a new one takes the place of the one before. What holds goes on until the new one begins;
 * what was to begin does not.
 */
export async function insertGrant(tx: Transaction, grant: Grant): Promise<{ replaced: number }> {
  const { organizationId } = tx.context
  const { patientId, relatedPersonId, timeZone, now } = grant
  const startsAt = grant.startsOn === null ? now : new Date(instantOf(timeZone, Date.parse(grant.startsOn), 'first'))
  const replaced = await tx.run(REPLACE, [organizationId, patientId, relatedPersonId, startsAt, now])
  await tx.run(
    sqlText`insert into proxy_link (organization_id, id, patient_id, related_person_id, scope, basis, state, starts_at, ends_at)
      values ($1, $2, $3, $4, $5, $6, 'active', $7, $8::date::timestamp at time zone $9)`,
    [organizationId, grant.id, patientId, relatedPersonId, grant.scope, grant.basis, startsAt, grant.endsOn, timeZone],
  )
  return { replaced: replaced.length }
}

const REPLACE = sqlText`
  update proxy_link
     set state = case when $4::timestamptz > $5 and starts_at <= $5 then state else 'revoked' end,
         ends_at = case when starts_at > $5 then $5 else least(ends_at, $4) end
   where organization_id = $1 and patient_id = $2 and related_person_id = $3 and state in ('active', 'proposed')
     and (ends_at is null or ends_at > $5)
  returning id`

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

/** Of somebody whose grant ends, what was to follow it does not begin. @returns which ended by it; none when all was over already. */
export async function revokeGrant(tx: Transaction, proxyLinkId: string, now: Date): Promise<string[]> {
  const rows = await tx.run<{ id: string }>(
    sqlText`update proxy_link l set state = 'revoked', ends_at = $3
       from proxy_link of
      where of.organization_id = $1 and of.id = $2 and l.organization_id = $1 and l.patient_id = of.patient_id
        and l.related_person_id = of.related_person_id and (l.id = of.id or l.starts_at > $3)
        and l.state in ('active', 'proposed') and (l.ends_at is null or l.ends_at > $3)
      returning l.id`,
    [tx.context.organizationId, proxyLinkId, now],
  )
  return rows.map(({ id }) => id)
}

/** A parent's grant ends on this local day at the latest; what lies behind it ends now. @returns whose end moved, `isOver`: ended by it. */
export const endParentsOn = (
  tx: Transaction,
  { patientId, adultOn, timeZone, now }: { patientId: string; adultOn: string; timeZone: string; now: Date },
): Promise<{ id: string; relatedPersonId: string; isOver: boolean }[]> =>
  tx.run(END_PARENTS, [
    tx.context.organizationId,
    patientId,
    new Date(instantOf(timeZone, Date.parse(adultOn), 'first')),
    now,
  ])

const END_PARENTS = sqlText`
  update proxy_link
     set ends_at = case when greatest($4::timestamptz, starts_at) >= $3 then $4 else $3 end,
         state = case when greatest($4::timestamptz, starts_at) >= $3 then 'revoked' else state end
   where organization_id = $1 and patient_id = $2 and basis = 'parent-of-minor' and state in ('active', 'proposed')
     and (ends_at is null or ends_at > greatest($3::timestamptz, $4))
  returning id, related_person_id as "relatedPersonId", state = 'revoked' as "isOver"`
