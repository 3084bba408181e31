/**
 * Sessions of the demonstration clinic's people without the doors: for loads that need hundreds of them. What is typed at the doors
 * has journeys of its own.
 */
import { openSession } from '#server/modules/identity/session.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { organizationIdOf } from '../../demo/clinic.ts'
import { DEMO_SEED } from '../../demo/build-demo.ts'

export const organizationId = organizationIdOf(DEMO_SEED)

/** The cookie that a plain-http installation gives; see server/modules/identity/cookie.ts. */
export const cookieOf = (token: string): string => `bedside-plain=${token}`

/** Signs `count` different patients in, as if each had just entered a code; of the demonstration, if no other is named. @returns their cookies. */
export async function signInPatients(db: Database, count: number, organization = organizationId): Promise<string[]> {
  const now = new Date()
  return db.transaction(systemContext(organization, newId(), 'sessions'), async (tx) => {
    const accounts = await tx.run<{ accountId: string }>(SIGNED_IN_PATIENTS, [organization, count, now])
    const cookies: string[] = []
    for (const { accountId } of accounts) {
      const device = { browser: 'other', system: 'other', isSecure: false } as const
      const opened = await openSession(tx, { accountId, staffId: null, level: 'full', method: 'code', device, now })
      cookies.push(cookieOf(opened.token))
    }
    return cookies
  })
}

/** Signs in whoever the address belongs to. @returns the cookie. */
export async function signInByAddress(db: Database, contact: string): Promise<string> {
  return db.transaction(systemContext(organizationId, newId(), 'sessions'), async (tx) => {
    const [found] = await tx.run<{ accountId: string }>(
      `select a.account_id as "accountId" from contact_point c
         join portal_account a on a.organization_id = $1 and a.person_id = coalesce(c.patient_id, c.related_person_id)
        where c.organization_id = $1 and c.value = $2 order by c.id limit 1`,
      [organizationId, contact],
    )
    if (!found) throw new Error(`nobody can sign in with ${contact}`)
    const device = { browser: 'other', system: 'other', isSecure: false } as const
    const opened = await openSession(tx, {
      ...found,
      staffId: null,
      level: 'full',
      method: 'code',
      device,
      now: new Date(),
    })
    return cookieOf(opened.token)
  })
}

/** The address of somebody who acts for two patients. */
export async function addressOfHelper(db: Database): Promise<string> {
  return db.transaction(systemContext(organizationId, newId(), 'sessions'), async (tx) => {
    const [found] = await tx.run<{ value: string }>(
      `select min(c.value) as value from proxy_link l
         join portal_account a on a.organization_id = $1 and a.related_person_id = l.related_person_id
         join contact_point c on c.organization_id = $1 and c.related_person_id = l.related_person_id
        where l.organization_id = $1 and l.state = 'active' and c.state = 'active'
        group by a.account_id having count(distinct l.patient_id) > 1 order by 1 limit 1`,
      [organizationId],
    )
    if (!found) throw new Error('nobody acts for two patients')
    return found.value
  })
}

/** Signs one member of staff in this role in, `count` times. */
export const signInStaff = (db: Database, role: string, count = 1): Promise<string[]> =>
  signInMember(db, `role = $2 and state = 'active'`, role, count)

/** Signs the member of staff with this address in. @returns the cookie. */
export async function signInStaffByAddress(db: Database, email: string): Promise<string> {
  const [cookie = ''] = await signInMember(db, 'email = $2', email, 1)
  return cookie
}

async function signInMember(db: Database, who: string, value: string, count: number): Promise<string[]> {
  const now = new Date()
  return db.transaction(systemContext(organizationId, newId(), 'sessions'), async (tx) => {
    const [member] = await tx.run<{ staffId: string; accountId: string }>(
      `select id as "staffId", account_id as "accountId" from staff_member
        where organization_id = $1 and account_id is not null and ${who} order by id limit 1`,
      [organizationId, value],
    )
    if (!member) throw new Error(`nobody of the staff is ${value}`)
    const cookies: string[] = []
    for (let n = 0; n < count; n++) {
      const device = { browser: 'other', system: 'other', isSecure: false } as const
      const opened = await openSession(tx, { ...member, level: 'full', method: 'totp', device, now })
      cookies.push(cookieOf(opened.token))
    }
    return cookies
  })
}

// Patients without a portal account get one: here they only have to write.
const SIGNED_IN_PATIENTS = `
  with people as (
    select p.id, coalesce(a.account_id, 'made-' || p.id) as account_id, a.account_id is null as is_new
      from patient p
      left join portal_account a on a.organization_id = $1 and a.patient_id = p.id
     where p.organization_id = $1 and p.is_active order by p.id limit $2
  ), made as (
    insert into auth.account (id, kind, created_at) select account_id, 'patient', $3 from people on conflict do nothing
  ), linked as (
    insert into portal_account (organization_id, account_id, patient_id, created_at)
    select $1, account_id, id, $3 from people where is_new
  )
  select account_id as "accountId" from people`
