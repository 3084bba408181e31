/** Whether a patient agreed to texts about care, from the number of ours that would send one (desk-D38). */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { SendFacts } from './gate.ts'

type Consent = SendFacts['consent']

export async function consentOf(
  tx: Transaction,
  { patientId, lineId }: { patientId: string; lineId: string | null },
): Promise<Consent> {
  const [row] = await tx.run<{ provision: Consent }>(OF_PATIENT, [tx.context.organizationId, patientId, lineId])
  return row?.provision ?? 'none'
}

/** Of whom the conversation is about; where several have the number and it is about nobody, of one of them: each was asked when it was written. */
export async function consentToCare(
  tx: Transaction,
  { conversationId, address, lineId }: { conversationId: string; address: string; lineId: string | null },
): Promise<Consent> {
  const patients = await tx.run<{ id: string }>(PATIENTS, [tx.context.organizationId, conversationId, address])
  const all: Consent[] = []
  for (const { id } of patients) all.push(await consentOf(tx, { patientId: id, lineId }))
  return all.includes('permit') ? 'permit' : (all[0] ?? 'none')
}

const OF_PATIENT = sqlText`
  select provision from consent
   where organization_id = $1 and patient_id = $2 and state = 'active' and kind = 'channel_purpose' and purpose = 'care' and channel = 'sms'
     and (channel_account_id is null or channel_account_id = $3::uuid)
   order by channel_account_id nulls last limit 1`

const PATIENTS = sqlText`
  select distinct p.id from conversation c
    join patient p on p.organization_id = $1 and case when c.patient_id is null
      then exists (select from contact_point q where q.organization_id = $1 and q.patient_id = p.id and q.system = 'sms' and q.value = $3
        and q.state <> 'detached')
      else p.id = c.patient_id end
   where c.organization_id = $1 and c.id = $2 limit 50`
