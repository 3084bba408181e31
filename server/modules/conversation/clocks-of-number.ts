/** Clocks on which it may be the night of whoever has a number (desk-D41). */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { clocksOf, type Receivers } from './quiet-hours.ts'

export async function clocksOfNumber(tx: Transaction, address: string): Promise<string[]> {
  const [row] = await tx.run<Receivers>(ZONES, [tx.context.organizationId, address])
  return row ? clocksOf(address, row) : []
}

const ZONES = sqlText`
  select array(
           select distinct coalesce(w.time_zone, s.time_zone)
             from contact_point q
             join patient w on w.organization_id = $1 and w.id = q.patient_id
             left join site s on s.organization_id = $1 and s.id = w.site_id
            where q.organization_id = $1 and q.system in ('sms', 'phone') and q.value = $2) as zones,
         array(select distinct time_zone from site where organization_id = $1) as "siteZones"`
