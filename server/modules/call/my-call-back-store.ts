/** The SQL of the call-backs of a patient in the portal. */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { Callable } from './call-back-store.ts'

export type OwnCallBack = {
  id: string
  patientId: string
  dueAt: Date
  isBooked: boolean
  address: string
  reachedAt: Date | null
  timeZone: string
  version: number
}

/** Open ones in conversations about this patient that the session sees; row security leaves out the others. */
export const ownCallBacks = (tx: Transaction, patientId: string): Promise<OwnCallBack[]> =>
  tx.run<OwnCallBack>(`${OWN} and c.patient_id = $2 order by b.due_at, b.id limit 20`, [
    tx.context.organizationId,
    patientId,
  ])

export async function findOwnCallBack(tx: Transaction, id: string): Promise<OwnCallBack | undefined> {
  const [row] = await tx.run<OwnCallBack>(`${OWN} and b.id = $2`, [tx.context.organizationId, id])
  return row
}

const OWN = `
  select b.id, c.patient_id as "patientId", b.due_at as "dueAt", b.is_booked as "isBooked", b.address, b.reached_at as "reachedAt", b.version,
         coalesce(p.time_zone, s.time_zone, (select time_zone from site where organization_id = $1 order by name limit 1), 'UTC') as "timeZone"
    from call_back b
    join conversation c on c.organization_id = $1 and c.id = b.conversation_id
    join patient p on p.organization_id = $1 and p.id = c.patient_id
    left join site s on s.organization_id = $1 and s.id = p.site_id
   where b.organization_id = $1 and b.state = 'open'`

/** Of these call-backs, those that ring now. */
export const ringing = async (tx: Transaction, ids: readonly string[]): Promise<string[]> =>
  (
    await tx.run<{ id: string }>(
      `select call_back_id as id from call where organization_id = $1 and call_back_id = any ($2::uuid[]) and ended_at is null`,
      [tx.context.organizationId, ids],
    )
  ).map(({ id }) => id)

/** The numbers of whoever asks: the patient's own, or those of the related person who speaks for the patient. */
export async function ownCallable(
  tx: Transaction,
  { patientId, relatedPersonId }: { patientId: string; relatedPersonId: string | null },
): Promise<Callable | undefined> {
  const [row] = await tx.run<Callable>(CALLABLE, [tx.context.organizationId, patientId, relatedPersonId])
  return row
}

const CALLABLE = sqlText`
  select p.language, p.site_id as "siteId", p.id as "patientId",
         coalesce(p.time_zone, s.time_zone, (select time_zone from site where organization_id = $1 order by name limit 1), 'UTC') as "timeZone",
         array(select q.value from contact_point q where q.organization_id = $1 and q.system in ('sms', 'phone') and q.state = 'active'
            and case when $3::uuid is null then q.patient_id = $2 else q.related_person_id = $3 end
            group by q.value order by min(case q.system when 'sms' then 0 else 1 end), q.value limit 20) as numbers
    from patient p left join site s on s.organization_id = $1 and s.id = p.site_id
   where p.organization_id = $1 and p.id = $2`

export const seesConversation = async (tx: Transaction, id: string): Promise<boolean> =>
  (await tx.run(`select from conversation where organization_id = $1 and id = $2`, [tx.context.organizationId, id]))
    .length > 0

export const hasOpenLine = async (tx: Transaction): Promise<boolean> =>
  (
    await tx.run(
      sqlText`select from channel_account a join voice_line v on v.organization_id = $1 and v.account_id = a.id
        where a.organization_id = $1 and a.channel = 'voice' and a.is_live limit 1`,
      [tx.context.organizationId],
    )
  ).length > 0

/** Of two who ask for the last free telephone at once, one is told. Until the transaction ends. */
export const lockBookings = (tx: Transaction) =>
  tx.run(`select pg_advisory_xact_lock(hashtextextended('call-back/' || $1, 0))`, [tx.context.organizationId])
