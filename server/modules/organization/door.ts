/** Which organization an address leads to, before anybody is known (schema auth, outside row security). */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type OrganizationDoor = { organizationId: string; slug: string }

/**
 * Without a slug: the only own organization of the installation; where there is none, the demonstration (decision 0013). Of several
 * own ones none is guessed.
 */
export async function findDoor(tx: Transaction, slug: string | undefined): Promise<OrganizationDoor | undefined> {
  if (slug !== undefined) return (await tx.run<OrganizationDoor>(BY_SLUG, [slug]))[0]
  const doors = await tx.run<OrganizationDoor & { isDemonstration: boolean }>(FIRST, [])
  const own = doors.filter(({ isDemonstration }) => !isDemonstration)
  const [only, another] = own.length > 0 ? own : doors
  return another ? undefined : only
}

/** Whether somebody has set up an organization here; the demonstration is nobody's own. */
export const hasOwnOrganization = async (tx: Transaction): Promise<boolean> => (await tx.run(ANY_OWN, [])).length > 0

/** Every organization of the installation, for work that goes through all of them. */
export const allDoors = (tx: Transaction): Promise<OrganizationDoor[]> => tx.run<OrganizationDoor>(ALL, [])

/** Those of them whose work is given out by itself. */
export const doorsThatGiveOut = (tx: Transaction): Promise<OrganizationDoor[]> => tx.run<OrganizationDoor>(GIVE_OUT, [])

/** @returns false when the slug is taken. */
export const addDoor = async (
  tx: Transaction,
  { slug, organizationId, isDemonstration = false }: OrganizationDoor & { isDemonstration?: boolean },
): Promise<boolean> => (await tx.run(ADD, [slug, organizationId, isDemonstration])).length > 0

/** What the organization of this transaction calls itself. */
export const nameOfOrganization = async (tx: Transaction): Promise<string> =>
  (await tx.run<{ name: string }>(NAME, [tx.context.organizationId]))[0]?.name ?? ''

const NAME = sqlText`select name from organization where organization_id = $1`
const BY_SLUG = sqlText`select organization_id as "organizationId", slug from auth.organization_door where slug = $1`
// Two own ones and the demonstration decide it; more need not be read.
const FIRST = sqlText`
  select organization_id as "organizationId", slug, is_demonstration as "isDemonstration" from auth.organization_door
  order by is_demonstration, slug limit 3`
const ANY_OWN = sqlText`select from auth.organization_door where not is_demonstration limit 1`
const ALL = sqlText`select organization_id as "organizationId", slug from auth.organization_door order by slug`
const GIVE_OUT = sqlText`select organization_id as "organizationId", slug from auth.organization_door where gives_out_work order by slug`
const ADD = sqlText`insert into auth.organization_door (slug, organization_id, is_demonstration) values ($1, $2, $3) on conflict do nothing returning slug`
