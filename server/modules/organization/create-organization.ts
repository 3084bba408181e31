/** A new organization with its first site, and the queues and doors it cannot work without. Sending starts switched off. */
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { openFirstHours } from '#server/modules/service-policy/index.ts'
import { addDoor } from './door.ts'
import { openFirstDoors } from './doors.ts'

export type NewOrganization = {
  name: string
  slug: string
  country: string
  language: string
  languages: string[]
  site: { name: string; timeZone: string }
}

/** Minutes to a first answer; an administrator changes them. */
const FIRST_QUEUES = [
  { name: 'Service', kind: 'service', minutes: 240 },
  { name: 'Clinical', kind: 'clinical', minutes: 60 },
  { name: 'Billing', kind: 'billing', minutes: 480 },
] as const

/** The transaction runs for `organizationId`. @returns false when the slug is taken; nothing is written then. */
export async function createOrganization(
  tx: Transaction,
  organizationId: string,
  organization: NewOrganization,
  now: Date,
): Promise<boolean> {
  if (!(await addDoor(tx, { organizationId, slug: organization.slug }))) return false
  const { name, slug, country, language, languages, site } = organization
  await tx.run(INSERT, [organizationId, name, slug, country, language, languages, now])
  const siteId = newId(now.getTime())
  await tx.run(INSERT_SITE, [organizationId, siteId, site.name, site.timeZone, country, language])
  await openFirstHours(tx, { siteId, timeZone: site.timeZone }, now)
  for (const { name: queue, kind, minutes } of FIRST_QUEUES) {
    await tx.run(INSERT_QUEUE, [organizationId, newId(now.getTime()), queue, kind, minutes])
  }
  await openFirstDoors(tx, slug, now)
  return true
}

const INSERT = sqlText`
  insert into organization (organization_id, name, slug, country, language, languages, created_at) values ($1, $2, $3, $4, $5, $6, $7)`
const INSERT_SITE = sqlText`insert into site (organization_id, id, name, time_zone, country, language) values ($1, $2, $3, $4, $5, $6)`
const INSERT_QUEUE = sqlText`insert into queue (organization_id, id, name, kind, first_reply_minutes) values ($1, $2, $3, $4, $5)`
