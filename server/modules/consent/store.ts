/** The SQL of consents. An answer replaces the one before it, which stays as history. */
import { newId } from '#server/platform/id.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { Channel, Kind, Purpose } from './rules.ts'

export type ConsentRow = {
  id: string
  kind: Kind
  purpose: Purpose
  channel: Channel
  provision: 'permit' | 'deny'
  state: 'active' | 'inactive' | 'entered_in_error'
  textVersion: string
  language: string
  givenAt: Date
  givenBy: 'patient' | 'related-person' | 'staff' | 'system'
  endedAt: Date | null
}

const COLUMNS = `id, kind, purpose, channel, provision, state, text_version as "textVersion", language, given_at as "givenAt",
  given_by as "givenBy", ended_at as "endedAt"`

export const consentsOf = (tx: Transaction, patientId: string): Promise<ConsentRow[]> =>
  tx.run<ConsentRow>(
    `select ${COLUMNS} from consent where organization_id = $1 and patient_id = $2 order by given_at desc, id desc limit 200`,
    [tx.context.organizationId, patientId],
  )

export type NewConsent = Pick<
  ConsentRow,
  'kind' | 'purpose' | 'channel' | 'provision' | 'textVersion' | 'language' | 'givenBy'
> & { patientId: string }

export async function replaceConsent(tx: Transaction, consent: NewConsent, now: Date): Promise<ConsentRow | undefined> {
  const { organizationId } = tx.context
  const [patient] = await tx.run(`select from patient where organization_id = $1 and id = $2 for no key update`, [
    organizationId,
    consent.patientId,
  ])
  if (!patient) return undefined
  await tx.run(END_ACTIVE, [organizationId, consent.patientId, consent.kind, consent.purpose, consent.channel, now])
  const [row] = await tx.run<ConsentRow>(INSERT, [
    organizationId,
    newId(now.getTime()),
    consent.patientId,
    consent.kind,
    consent.purpose,
    consent.channel,
    consent.provision,
    consent.textVersion,
    consent.language,
    now,
    consent.givenBy,
  ])
  if (consent.kind === 'plain_mail') {
    await tx.run(
      `update contact_point set allows_plain = $3 where organization_id = $1 and patient_id = $2 and system = $4`,
      [organizationId, consent.patientId, consent.provision === 'permit', consent.channel],
    )
  }
  return row
}

const END_ACTIVE = sqlText`
  update consent set state = 'inactive', ended_at = $6
   where organization_id = $1 and patient_id = $2 and kind = $3 and purpose = $4 and channel = $5 and state = 'active'`

const INSERT = `
  insert into consent (organization_id, id, patient_id, kind, purpose, channel, provision, text_version, language, given_at, given_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  returning ${COLUMNS}`
