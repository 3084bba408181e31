/** The SQL of texts that tell visits: which is due, which go together, and what became of each. */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { Step } from './rules.ts'

export type DueReminder = {
  /** Of the visit, as the journal wants it. */
  id: string
  patientId: string
  step: Step
  startAt: Date
  dueAt: Date
  /** The visit stands, and begins when the step says. */
  stands: boolean
  /** Of the start, on the clock of the site. */
  day: string
  timeZone: string
  siteId: string
  siteName: string
  language: string
  isActive: boolean
  hasDied: boolean
  confidentialChannel: 'portal-chat' | 'email' | 'sms' | 'voice' | null
  /** The patient's own number for texts; null: there is none on file. */
  address: string | null
}

/** The next that is due and of none of these visits, held until the transaction ends; one that another process has is passed over. */
export async function lockDueReminder(
  tx: Transaction,
  besides: readonly string[],
  now: Date,
): Promise<DueReminder | undefined> {
  const [row] = await tx.run<DueReminder>(DUE, [tx.context.organizationId, now, besides])
  return row
}

/** Of other visits of the same day at the same number, the same step, also where it is not due yet: they are told in one text. */
export const lockToldTogether = (
  tx: Transaction,
  { id, address, step, day, timeZone, startAt }: DueReminder,
  limit: number,
): Promise<DueReminder[]> =>
  tx.run<DueReminder>(TOGETHER, [tx.context.organizationId, id, address, step, day, timeZone, limit, startAt])

const SELECT = `
  select a.id, a.patient_id as "patientId", r.step, r.start_at as "startAt", r.due_at as "dueAt",
         a.status = 'booked' and a.start_at = r.start_at as stands, left(a.wall_time, 10) as day, a.time_zone as "timeZone",
         a.site_id as "siteId", s.name as "siteName", p.language, p.is_active as "isActive", p.deceased_on is not null as "hasDied",
         p.confidential_channel as "confidentialChannel", n.value as address
    from reminder_step r
    join appointment a on a.organization_id = $1 and a.id = r.appointment_id
    join site s on s.organization_id = $1 and s.id = a.site_id
    join patient p on p.organization_id = $1 and p.id = a.patient_id
    left join lateral (
      select q.value from contact_point q
       where q.organization_id = $1 and q.patient_id = p.id and q.system = 'sms' and q.state <> 'detached' and q.use <> 'old'
       order by (q.state = 'active') desc, q.rank, q.id limit 1) n on true
   where r.organization_id = $1 and r.state = 'planned'`

const DUE = `${SELECT} and r.due_at <= $2 and r.appointment_id <> all ($3::uuid[]) order by r.due_at, r.appointment_id limit 1 for update of r skip locked`

const TOGETHER = `${SELECT} and a.patient_id in (
       select w.patient_id from contact_point w where w.organization_id = $1 and w.system = 'sms' and w.value = $3 and w.patient_id is not null)
     and a.start_at > $8::timestamptz - interval '26 hours' and a.start_at < $8::timestamptz + interval '26 hours'
     and a.id <> $2 and n.value = $3 and r.step = $4 and left(a.wall_time, 10) = $5 and a.time_zone = $6
     and a.status = 'booked' and a.start_at = r.start_at
   order by r.start_at, r.appointment_id limit $7 for update of r skip locked`

type StepKey = Pick<DueReminder, 'id' | 'step' | 'startAt'>

export const postponeReminder = async (tx: Transaction, { id, step, startAt }: StepKey, until: Date): Promise<void> =>
  void (await tx.run(
    sqlText`update reminder_step set due_at = $5 where organization_id = $1 and appointment_id = $2 and step = $3 and start_at = $4`,
    [tx.context.organizationId, id, step, startAt, until],
  ))

/** It is not told: the visit does not stand, or `cause` says why. */
export const endReminder = async (
  tx: Transaction,
  { id, step, startAt }: StepKey,
  cause: string | null,
  now: Date,
): Promise<void> =>
  void (await tx.run(
    sqlText`update reminder_step set state = case when $5::text is null then 'withdrawn' else 'skipped' end, cause = $5, settled_at = $6
      where organization_id = $1 and appointment_id = $2 and step = $3 and start_at = $4`,
    [tx.context.organizationId, id, step, startAt, cause, now],
  ))

export type Told = { address: string; conversationId: string; messageId: string }

export const saveHanded = async (
  tx: Transaction,
  { id, step, startAt }: StepKey,
  { address, conversationId, messageId }: Told,
  now: Date,
): Promise<void> =>
  void (await tx.run(
    sqlText`update reminder_step set state = 'handed', address = $5, conversation_id = $6, message_id = $7, settled_at = $8
      where organization_id = $1 and appointment_id = $2 and step = $3 and start_at = $4`,
    [tx.context.organizationId, id, step, startAt, address, conversationId, messageId, now],
  ))

/** Whether one of the visits that the message tells lies ahead and stands as it was told. */
export const tellsStanding = async (tx: Transaction, messageId: string, now: Date): Promise<boolean> =>
  (await tx.run(TELLS_STANDING, [tx.context.organizationId, messageId, now])).length > 0

// By its conversation, which has an index.
const TELLS_STANDING = sqlText`
  select from message m
    join reminder_step r on r.organization_id = $1 and r.conversation_id = m.conversation_id and r.message_id = m.id
    join appointment a on a.organization_id = $1 and a.id = r.appointment_id and a.status = 'booked' and a.start_at = r.start_at and a.start_at > $3
   where m.organization_id = $1 and m.id = $2 limit 1`

export type ToldVisit = { appointmentId: string; version: number; startAt: Date; timeZone: string }

/** Visits that a text told to this number since then, as far as it may have arrived, and that stand ahead as it was told. */
export const toldTo = (
  tx: Transaction,
  { address, since }: { address: string; since: Date },
  now: Date,
): Promise<ToldVisit[]> => tx.run<ToldVisit>(TOLD, [tx.context.organizationId, address, since, now])

/** Also by now: a number that was corrected since speaks for somebody else. */
export const isNumberOf = (patientId: string, address: string): string =>
  `exists (select from contact_point n where n.organization_id = $1 and n.patient_id = ${patientId} and n.system = 'sms' and n.value = ${address}
     and n.state <> 'detached' and n.use <> 'old')`

const TOLD = `
  select distinct a.id as "appointmentId", a.version, a.start_at as "startAt", a.time_zone as "timeZone"
    from reminder_step r
    join appointment a on a.organization_id = $1 and a.id = r.appointment_id and a.status = 'booked' and a.start_at = r.start_at and a.start_at > $4
   where r.organization_id = $1 and r.address = $2 and r.state = 'handed' and r.settled_at > $3
     and exists (select from delivery d where d.organization_id = $1 and d.message_id = r.message_id
       and d.state in ('sending', 'handed_over', 'delivered', 'seen', 'unknown'))
     and ${isNumberOf('a.patient_id', '$2')}
   limit 20`
