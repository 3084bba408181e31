/**
 * What STOP and START say of the consents for one line (desk-D38, D39, decision 0234). That a number is stopped is a row of its own, which holds for
 * all lines and ends nothing here; only what was agreed to for the very line that STOP was said to ends with it, and START gives it again.
 */
import { journal } from '#server/platform/journal.ts'
import type { Transaction } from '#server/platform/database.ts'

type Said = {
  /** The number it came from, E.164: whoever has it on file said it. */
  address: string
  messageId: string
  conversationId: string
}

/** @returns the patients whose consents ended. */
export const endConsentsForLine = (tx: Transaction, said: Said & { lineId: string }, now: Date): Promise<string[]> =>
  change(tx, said, now, { event: 'consent.withdrawn', text: END, value: said.lineId })

/** What STOP from the same number ended since then, and nobody answered anew. @returns the patients whose consents began again. */
export const restoreConsents = (tx: Transaction, said: Said & { since: Date }, now: Date): Promise<string[]> =>
  change(tx, said, now, { event: 'consent.given', text: RESTORE, value: said.since })

type Changed = { id: string; patientId: string; purpose: string; channel: string; lineId: string }

async function change(
  tx: Transaction,
  { address, messageId, conversationId }: Said,
  now: Date,
  { event, text, value }: { event: 'consent.withdrawn' | 'consent.given'; text: string; value: string | Date },
): Promise<string[]> {
  const changed = await tx.run<Changed>(text, [tx.context.organizationId, address, messageId, now, value])
  for (const { id, patientId, purpose, channel, lineId } of changed)
    await journal(
      tx,
      {
        event,
        action: event === 'consent.given' ? 'C' : 'U',
        resourceKind: 'consent',
        resourceId: id,
        conversationId,
        patientIds: [patientId],
        fieldClasses: ['contact'],
        detail: { kind: 'channel_purpose', purpose, channel, line: lineId, message: messageId },
      },
      now,
    )
  return [...new Set(changed.map(({ patientId }) => patientId))]
}

const PERSONS = `
  select q.patient_id from contact_point q
   where q.organization_id = $1 and q.system = 'sms' and q.value = $2 and q.state <> 'detached' and q.patient_id is not null`

const END = `
  update consent set state = 'inactive', ended_at = $4, ended_message_id = $3
   where organization_id = $1 and patient_id in (${PERSONS}) and kind = 'channel_purpose' and channel = 'sms' and provision = 'permit'
     and state = 'active' and channel_account_id = $5
  returning id, patient_id as "patientId", purpose, channel, channel_account_id as "lineId"`

const RESTORE = `
  insert into consent (organization_id, id, patient_id, contact_point_id, kind, purpose, channel, channel_account_id, provision, text_version, language,
    given_at, given_by, message_id)
  select distinct on (k.patient_id, k.purpose, k.channel_account_id)
         $1, uuidv7(), k.patient_id, k.contact_point_id, k.kind, k.purpose, k.channel, k.channel_account_id, k.provision, k.text_version, k.language,
         $4::timestamptz, 'patient', $3::uuid
    from consent k
   where k.organization_id = $1 and k.patient_id in (${PERSONS}) and k.ended_message_id is not null and k.ended_at >= $5
     and not exists (select from consent n where n.organization_id = $1 and n.patient_id = k.patient_id and n.kind = k.kind and n.purpose = k.purpose
       and n.channel = k.channel and n.given_at > k.ended_at and (n.channel_account_id is null or n.channel_account_id = k.channel_account_id))
   order by k.patient_id, k.purpose, k.channel_account_id, k.ended_at desc
  returning id, patient_id as "patientId", purpose, channel, channel_account_id as "lineId"`
