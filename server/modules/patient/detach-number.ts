/** Whoever has the number said that it is not the person's on file: it is nobody's any more, and nothing is sent to it (desk-D40). */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

/** @returns the addresses that were the number, each with its patient. */
export const detachNumber = (
  tx: Transaction,
  number: string,
): Promise<{ contactPointId: string; patientId: string | null }[]> =>
  tx.run<{ contactPointId: string; patientId: string | null }>(DETACH, [tx.context.organizationId, number])

const DETACH = sqlText`
  update contact_point set state = 'detached', version = version + 1
   where organization_id = $1 and system in ('sms', 'phone') and value = $2 and state in ('active', 'bouncing')
  returning id as "contactPointId", coalesce(patient_id, (select r.patient_id from related_person r
    where r.organization_id = $1 and r.id = contact_point.related_person_id)) as "patientId"`
