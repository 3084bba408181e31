/** The SQL of where a text about visits is written: the conversation by text with whom it tells, or a new one that asks nobody for work. */
import { randomBytes } from 'node:crypto'
import { recognize } from '#server/modules/patient/index.ts'
import { newId } from '#server/platform/id.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { CONTINUES_HOURS, conversationNumber } from './rules.ts'
import { sendingLineSql } from './sending-line.ts'
import { oneLine } from './store.ts'

/** The patient, where nobody else has the number; else null. */
export async function whoseNumber(tx: Transaction, address: string, patientId: string): Promise<string | null> {
  const people = await recognize(tx, { system: 'sms', value: address })
  const [only] = people
  return people.length === 1 && only?.patientId === patientId && only.relatedPersonId === null ? patientId : null
}

type Whose = { address: string; patientId: string | null }

/** The text thread that an answer from the number would go on in, held until the transaction ends. */
export async function lockThreadFor(tx: Transaction, { address, patientId }: Whose, now: Date): Promise<string | null> {
  const since = new Date(now.getTime() - CONTINUES_HOURS * 3_600_000)
  const [row] = await tx.run<{ id: string }>(THREAD, [tx.context.organizationId, address, patientId, since])
  return row?.id ?? null
}

const THREAD = sqlText`
  select c.id from conversation c
   where c.organization_id = $1 and c.channel = 'sms' and c.state in ('open', 'waiting', 'snoozed', 'resolved') and c.labels = '{}'
     and c.patient_id is not distinct from $3::uuid and c.related_person_id is null and c.last_message_at > $4
     and exists (select from party p where p.organization_id = $1 and p.conversation_id = c.id and p.address = $2 and p.role <> 'staff' and p.left_at is null)
     and not exists (select from conversation_privacy v where v.organization_id = $1 and v.conversation_id = c.id and v.lifted_at is null)
   order by c.last_message_at desc limit 1 for no key update of c`

/** Of our numbers the one it leaves from; null: we have none. */
export async function lineFor(tx: Transaction, conversationId: string | null): Promise<string | null> {
  const [row] = await tx.run<{ id: string }>(LINE, [tx.context.organizationId, conversationId])
  return row?.id ?? null
}

const LINE = sendingLineSql('sms', '$2::uuid')

/** Nothing waits in it until somebody answers: then it opens, as every resolved one does. */
export async function openThreadFor(
  tx: Transaction,
  { address, patientId, siteId, language, text }: Whose & { siteId: string; language: string; text: string },
  now: Date,
): Promise<string> {
  const id = newId(now.getTime())
  await tx.run(OPEN, [
    tx.context.organizationId,
    id,
    conversationNumber(randomBytes(9)),
    patientId,
    siteId,
    language,
    now,
    oneLine(text).slice(0, 200),
    newId(now.getTime()),
    address,
  ])
  return id
}

const OPEN = sqlText`
  with c as (
    insert into conversation (organization_id, id, number, channel, state, resolved_at, patient_id, site_id, language, last_message_at, first_message_at,
      last_direction, last_words)
    values ($1, $2, $3, 'sms', 'resolved', $7, $4, $5, $6, $7, $7, 'out', $8)
    returning id
  )
  insert into party (organization_id, id, conversation_id, role, patient_id, address, joined_at)
  select $1, $9, id, case when $4::uuid is null then 'author' else 'patient' end, $4, $10, $7 from c`

export async function nameOfOrganization(tx: Transaction): Promise<string> {
  const [row] = await tx.run<{ name: string }>(sqlText`select name from organization where organization_id = $1`, [
    tx.context.organizationId,
  ])
  return row?.name ?? ''
}
