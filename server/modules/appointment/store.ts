/** The SQL of visits and of the texts that tell them. */
import type { CANCEL_REASONS, REMINDER_STATES } from '#contract/appointment.ts'
import { grantCovers } from '#server/modules/patient/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { PlannedStep, Standing, Step } from './rules.ts'

export type CancelReason = (typeof CANCEL_REASONS)[number]

export type Appointment = Standing & {
  id: string
  patientId: string
  siteId: string
  siteName: string
  what: string
  endAt: Date
  timeZone: string
  cancelReason: CancelReason | null
}

const SELECT = `
  select a.id, a.patient_id as "patientId", a.site_id as "siteId", s.name as "siteName", a.what, a.status, a.start_at as "startAt", a.end_at as "endAt",
         a.time_zone as "timeZone", a.cancel_reason as "cancelReason", a.cancelled_at as "cancelledAt", a.cancelled_by as "cancelledBy", a.version
    from appointment a join site s on s.organization_id = $1 and s.id = a.site_id
   where a.organization_id = $1`

export async function findAppointment(tx: Transaction, id: string): Promise<Appointment | undefined> {
  const [row] = await tx.run<Appointment>(`${SELECT} and a.id = $2`, [tx.context.organizationId, id])
  return row
}

/** Held until the transaction ends: of two who change it at once the second sees what the first did. */
export async function lockAppointment(tx: Transaction, id: string): Promise<Appointment | undefined> {
  const [row] = await tx.run<Appointment>(`${SELECT} and a.id = $2 for update of a`, [tx.context.organizationId, id])
  return row
}

/** Those that are not over, the next first; where there are more than the limit, the cancelled ones are left out. */
export const appointmentsAhead = async (
  tx: Transaction,
  { patientId, limit }: { patientId: string; limit: number },
  now: Date,
): Promise<Appointment[]> => {
  const rows = await tx.run<Appointment>(AHEAD, [tx.context.organizationId, patientId, now, limit])
  return rows.toSorted((one, other) => one.startAt.getTime() - other.startAt.getTime())
}

const AHEAD = `${SELECT} and a.patient_id = $2 and a.end_at > $3 order by a.status, a.start_at, a.id limit $4`

export type BookablePatient = { isActive: boolean; hasDied: boolean; ahead: number; isBusy: boolean }

/** Visits of one patient are noted one after the other. `busy`: at another visit at that time. */
export async function lockPatientFor(
  tx: Transaction,
  { patientId, startAt, endAt }: { patientId: string; startAt: Date; endAt: Date },
  now: Date,
): Promise<BookablePatient | undefined> {
  const { organizationId } = tx.context
  // First the lock and then the look: what another wrote while we waited is seen only by a statement that begins after it.
  const locked = await tx.run(`select from patient where organization_id = $1 and id = $2 for no key update`, [
    organizationId,
    patientId,
  ])
  if (locked.length === 0) return undefined
  const [row] = await tx.run<BookablePatient>(BOOKABLE, [organizationId, patientId, startAt, endAt, now])
  return row
}

const BOOKABLE = sqlText`
  select p.is_active as "isActive", p.deceased_on is not null as "hasDied",
         (select count(*)::int from appointment a where a.organization_id = $1 and a.patient_id = $2 and a.status = 'booked' and a.start_at > $5) as ahead,
         exists (select from appointment a where a.organization_id = $1 and a.patient_id = $2 and a.status = 'booked'
           and tstzrange(a.start_at, a.end_at) && tstzrange($3, $4)) as "isBusy"
    from patient p where p.organization_id = $1 and p.id = $2`

export type NewAppointment = {
  id: string
  patientId: string
  siteId: string
  what: string
  startAt: Date
  endAt: Date
  /** `YYYY-MM-DDThh:mm` at the site. */
  wallTime: string
  timeZone: string
  bookedBy: string | null
}

export async function insertAppointment(tx: Transaction, visit: NewAppointment, now: Date): Promise<void> {
  await tx.run(INSERT, [
    tx.context.organizationId,
    visit.id,
    visit.patientId,
    visit.siteId,
    visit.what,
    visit.startAt,
    visit.endAt,
    visit.wallTime,
    visit.timeZone,
    now,
    visit.bookedBy,
  ])
}

const INSERT = sqlText`
  insert into appointment (organization_id, id, patient_id, site_id, what, status, start_at, end_at, wall_time, time_zone, booked_at, booked_by)
  values ($1, $2, $3, $4, $5, 'booked', $6, $7, $8, $9, $10, $11)`

export async function siteOf(tx: Transaction, id: string): Promise<{ timeZone: string } | undefined> {
  const [row] = await tx.run<{ timeZone: string }>(
    `select time_zone as "timeZone" from site where organization_id = $1 and id = $2`,
    [tx.context.organizationId, id],
  )
  return row
}

export const saveCancelled = async (
  tx: Transaction,
  id: string,
  { by, reason }: { by: NonNullable<Standing['cancelledBy']>; reason: CancelReason },
  now: Date,
): Promise<void> =>
  void (await tx.run(
    sqlText`update appointment set status = 'cancelled', cancelled_at = $3, cancelled_by = $4, cancel_reason = $5, version = version + 1,
             sequence = sequence + 1
      where organization_id = $1 and id = $2`,
    [tx.context.organizationId, id, now, by, reason],
  ))

export const saveRestored = async (tx: Transaction, id: string): Promise<void> =>
  void (await tx.run(
    sqlText`update appointment set status = 'booked', cancelled_at = null, cancelled_by = null, cancel_reason = null, version = version + 1,
             sequence = sequence + 1
      where organization_id = $1 and id = $2`,
    [tx.context.organizationId, id],
  ))

/** Whether whoever writes in the conversation for the patient has a grant that covers visits. */
export const speaksOfVisits = async (tx: Transaction, conversationId: string, now: Date): Promise<boolean> =>
  (await tx.run(SPEAKS_OF_VISITS, [tx.context.organizationId, conversationId, now])).length > 0

const SPEAKS_OF_VISITS = `
  select from conversation c
    join identity_check i on i.organization_id = $1 and i.conversation_id = c.id and i.sender is not distinct from c.sender
     and i.level = 'verified_for' and i.ended_at is null
    join proxy_link l on l.organization_id = $1 and l.patient_id = c.patient_id
     and l.related_person_id = coalesce(i.related_person_id, c.related_person_id) and ${grantCovers('$3', 'schedule')}
   where c.organization_id = $1 and c.id = $2 limit 1`

export type Reminder = {
  appointmentId: string
  step: Step
  dueAt: Date
  state: (typeof REMINDER_STATES)[number]
  cause: string | null
  conversationId: string | null
}

export const remindersOf = (tx: Transaction, appointmentIds: readonly string[]): Promise<Reminder[]> =>
  tx.run<Reminder>(REMINDERS, [tx.context.organizationId, appointmentIds])

/** Why a text did not leave, also where somebody did without it since: then the ledger says it. */
const WHY_NOT = `case when d.cause = 'settled-by-person' then (
  select s.cause from delivery_step s
   where s.organization_id = $1 and s.delivery_id = d.id and s.state = d.state and s.cause <> 'settled-by-person' order by s.at desc, s.id desc limit 1)
  else d.cause end`

// What was written says nothing of whether it left: its delivery does. It is stopped as restricted when the visit was cancelled meanwhile.
const REMINDERS = `
  select r.appointment_id as "appointmentId", r.step, r.due_at as "dueAt", r.conversation_id as "conversationId",
         case when r.state <> 'handed' or d.state is null then r.state
              when d.state = 'blocked' and a.status = 'cancelled' and ${WHY_NOT} = 'RESTRICTED' or d.state = 'cancelled' then 'withdrawn'
              when d.state in ('held', 'queued', 'sending') then 'under-way'
              when d.state in ('blocked', 'failed', 'unknown') then d.state
              else r.state end as state,
         case when r.state = 'handed' and d.state in ('blocked', 'failed') then ${WHY_NOT} else r.cause end as cause
    from reminder_step r
    join appointment a on a.organization_id = $1 and a.id = r.appointment_id and a.start_at = r.start_at
    left join delivery d on d.organization_id = $1 and d.message_id = r.message_id
   where r.organization_id = $1 and r.appointment_id = any ($2::uuid[]) order by r.due_at, r.step limit 200`

export async function insertReminders(
  tx: Transaction,
  { id, startAt }: { id: string; startAt: Date },
  steps: readonly PlannedStep[],
  now: Date,
): Promise<void> {
  for (const { step, dueAt, cause } of steps)
    await tx.run(INSERT_STEP, [tx.context.organizationId, id, step, startAt, dueAt, cause, now])
}

const INSERT_STEP = sqlText`
  insert into reminder_step (organization_id, appointment_id, step, start_at, due_at, state, cause, settled_at)
  values ($1, $2, $3, $4, $5, case when $6::text is null then 'planned' else 'skipped' end, $6, case when $6::text is not null then $7::timestamptz end)`

/**
 * What waits to be told is told no more. A step that is being told at this very moment is left to whoever has it: it is told, or found cancelled when
 * it is looked at again. So nobody waits here for somebody who waits for the conversation.
 */
export const withdrawReminders = async (tx: Transaction, appointmentId: string, now: Date): Promise<void> =>
  void (await tx.run(WITHDRAW, [tx.context.organizationId, appointmentId, now]))

const WITHDRAW = sqlText`
  update reminder_step r set state = 'withdrawn', settled_at = $3
    from (select step, start_at from reminder_step where organization_id = $1 and appointment_id = $2 and state = 'planned' for update skip locked) open
   where r.organization_id = $1 and r.appointment_id = $2 and r.step = open.step and r.start_at = open.start_at`

/** What was withdrawn, or stopped on its way, is planned as it was; what was told before is not told again. */
export const planWithdrawnAgain = async (tx: Transaction, appointmentId: string): Promise<void> =>
  void (await tx.run(
    `update reminder_step r set state = 'planned', settled_at = null, address = null, conversation_id = null, message_id = null
       from appointment a
      where r.organization_id = $1 and r.appointment_id = $2
        and (r.state = 'withdrawn' or r.state = 'handed' and exists (select from delivery d
          where d.organization_id = $1 and d.message_id = r.message_id and d.state = 'blocked' and ${WHY_NOT} = 'RESTRICTED'))
        and a.organization_id = $1 and a.id = $2
        and r.start_at = a.start_at`,
    [tx.context.organizationId, appointmentId],
  ))
