/** Whether a patient agreed to texts about care, from the number of ours that would send one (desk-D38). */
import type { Transaction } from '#server/platform/database.ts'
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
  const values = [tx.context.organizationId, conversationId, address, lineId]
  const said = (await tx.run<{ provision: Consent }>(OF_THOSE_TOLD, values)).map(({ provision }) => provision)
  return said.includes('permit') ? 'permit' : (said[0] ?? 'none')
}

/** What was said of one of our numbers goes before what was said of all. */
const provisionOf = (patientId: string, lineId: string): string => `
  select provision from consent
   where organization_id = $1 and patient_id = ${patientId} and state = 'active' and kind = 'channel_purpose' and purpose = 'care' and channel = 'sms'
     and (channel_account_id is null or channel_account_id = ${lineId}::uuid)
   order by channel_account_id nulls last limit 1`

const OF_PATIENT = provisionOf('$2', '$3')

const OF_THOSE_TOLD = `
  select coalesce((${provisionOf('p.id', '$4')}), 'none') as provision from conversation c
    join patient p on p.organization_id = $1 and case when c.patient_id is null
      then exists (select from contact_point q where q.organization_id = $1 and q.patient_id = p.id and q.system = 'sms' and q.value = $3
        and q.state <> 'detached')
      else p.id = c.patient_id end
   where c.organization_id = $1 and c.id = $2 order by p.id limit 50`
