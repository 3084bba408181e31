/** Which organization an address leads to, before anybody is known (schema auth, outside row security). */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type OrganizationDoor = { organizationId: string; slug: string }

/** Without a slug: the only organization of the installation, if it has exactly one. */
export async function findDoor(tx: Transaction, slug: string | undefined): Promise<OrganizationDoor | undefined> {
  if (slug !== undefined) return (await tx.run<OrganizationDoor>(BY_SLUG, [slug]))[0]
  const doors = await tx.run<OrganizationDoor>(FIRST_TWO, [])
  return doors.length === 1 ? doors[0] : undefined
}

/** Every organization of the installation, for work that goes through all of them. */
export const allDoors = (tx: Transaction): Promise<OrganizationDoor[]> => tx.run<OrganizationDoor>(ALL, [])

/** @returns false when the slug is taken. */
export const addDoor = async (tx: Transaction, door: OrganizationDoor): Promise<boolean> =>
  (await tx.run(ADD, [door.slug, door.organizationId])).length > 0

const BY_SLUG = sqlText`select organization_id as "organizationId", slug from auth.organization_door where slug = $1`
const FIRST_TWO = sqlText`select organization_id as "organizationId", slug from auth.organization_door order by slug limit 2`
const ALL = sqlText`select organization_id as "organizationId", slug from auth.organization_door order by slug`
const ADD = sqlText`insert into auth.organization_door (slug, organization_id) values ($1, $2) on conflict do nothing returning slug`
