/** Who of the demonstration clinic may write and answer while it is live, read from the installation that runs. */
import { widgetKeyOf } from '#server/channels/widget/door.ts'
import type { StaffRole } from '#contract/role.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { DemoLanguage, Site, Staff } from '../clinic.ts'
import type { LiveChannel } from './choose-matter.ts'

export type LivePatient = {
  id: string
  given: string
  family: string
  language: DemoLanguage
  site: Pick<Site, 'id' | 'name' | 'timeZone'>
  accountId: string | null
  email: string | null
  phone: string | null
}
export type Colleague = Pick<Staff, 'id' | 'given' | 'family' | 'role' | 'languages' | 'siteId' | 'state'> & {
  role: StaffRole
  accountId: string
}
export type World = {
  organizationId: string
  patients: readonly LivePatient[]
  staff: readonly Colleague[]
  widgetKey: string | null
  mailbox: string | null
}

export const liveContext = (organizationId: string) => systemContext(organizationId, newId(), 'demo')

/** @returns undefined when the installation holds no demonstration. */
export async function readWorld(db: Database, organizationId: string): Promise<World | undefined> {
  return db.transaction(liveContext(organizationId), async (tx) => {
    const patients = await tx.run<LivePatient>(PATIENTS, [organizationId])
    if (patients.length === 0) return undefined
    const staff = await tx.run<Colleague>(STAFF, [organizationId])
    const doors = await tx.run<{ id: string; channel: LiveChannel; address: string }>(DOORS, [organizationId])
    const widget = doors.find(({ channel }) => channel === 'widget')
    return {
      organizationId,
      patients,
      staff,
      widgetKey: widget ? widgetKeyOf(organizationId, widget.id) : null,
      mailbox: doors.find(({ channel }) => channel === 'email')?.address ?? null,
    }
  })
}

// An address or number that two people share names neither, so its owner is left out.
const PATIENTS = sqlText`
  select p.id, p.given, p.family, p.language, jsonb_build_object('id', s.id, 'name', s.name, 'timeZone', s.time_zone) as site,
         a.account_id as "accountId", e.value as email, t.value as phone
    from patient p
    join site s on s.organization_id = $1 and s.id = p.site_id
    left join portal_account a on a.organization_id = $1 and a.patient_id = p.id
    left join lateral (select value from contact_point c where c.organization_id = $1 and c.patient_id = p.id and c.system = 'email' and c.state = 'active'
      and not exists (select from contact_point o where o.organization_id = $1 and o.value = c.value and o.id <> c.id) limit 1) e on true
    left join lateral (select value from contact_point c where c.organization_id = $1 and c.patient_id = p.id and c.system = 'sms' and c.state = 'active'
      and not exists (select from contact_point o where o.organization_id = $1 and o.value = c.value and o.id <> c.id) limit 1) t on true
   where p.organization_id = $1 and p.is_active and p.deceased_on is null and p.birth_date < current_date - interval '18 years'
   order by p.record_number limit 2000`

const STAFF = sqlText`
  select id, given, family, role, languages, site_id as "siteId", state, account_id as "accountId" from staff_member
   where organization_id = $1 and state = 'active' and account_id is not null and role <> 'administrator' order by email limit 200`

const DOORS = sqlText`
  select id, channel, address from channel_account where organization_id = $1 and is_live order by id limit 100`
