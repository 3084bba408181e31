/** A visit is noted, with the texts that will tell it, in one transaction (decision 0251). */
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { Transaction } from '#server/platform/database.ts'
import { decideStart, instantMeant, planReminders, VISITS_MAX, type WallClock } from './rules.ts'
import {
  findAppointment,
  insertAppointment,
  insertReminders,
  lockPatientFor,
  siteOf,
  type Appointment,
} from './store.ts'
import { tellAppointment } from './tell.ts'

export type Booking = WallClock & {
  id: string
  patientId: string
  siteId: string
  what: string
  minutes: number
  bookedBy: string | null
  conversationId: string | null
}
type Refusal =
  | 'NOT_FOUND'
  | 'TIME_DOES_NOT_EXIST'
  | 'TIME_IS_AMBIGUOUS'
  | 'IN_THE_PAST'
  | 'INVALID_INPUT'
  | 'STATE_NOT_ALLOWED'
  | 'PATIENT_BUSY'
  | 'CHANGED_MEANWHILE'

export async function bookAppointment(
  { tx, now }: { tx: Transaction; now: Date },
  booking: Booking,
): Promise<Result<Appointment, Refusal>> {
  const { id, patientId, siteId, what, minutes, day, time, bookedBy, conversationId } = booking
  const known = await findAppointment(tx, id)
  if (known) return isSame(known, booking) ? ok(known) : refuse('CHANGED_MEANWHILE')
  const site = await siteOf(tx, siteId)
  if (!site) return refuse('NOT_FOUND')
  const { timeZone } = site
  const start = decideStart(booking, timeZone, now)
  if (!start.ok) return start
  const startAt = start.value
  const endAt = endOf(startAt, minutes)

  const patient = await lockPatientFor(tx, { patientId, startAt, endAt }, now)
  if (!patient) return refuse('NOT_FOUND')
  // Whoever asked twice at once waited here for the first.
  const meanwhile = await findAppointment(tx, id)
  if (meanwhile) return isSame(meanwhile, booking) ? ok(meanwhile) : refuse('CHANGED_MEANWHILE')
  if (!patient.isActive || patient.hasDied || patient.ahead >= VISITS_MAX) return refuse('STATE_NOT_ALLOWED')
  if (patient.isBusy) return refuse('PATIENT_BUSY')

  const wallTime = `${day}T${time}`
  await insertAppointment(tx, { id, patientId, siteId, what, startAt, endAt, wallTime, timeZone, bookedBy }, now)
  await insertReminders(tx, { id, startAt }, planReminders(startAt, now), now)
  await tellAppointment(
    tx,
    { event: 'appointment.booked', action: 'C', appointment: { id, patientId }, conversationId },
    now,
  )
  const booked = await findAppointment(tx, id)
  if (!booked) throw new Error('a visit that was noted is there')
  return ok(booked)
}

const endOf = (startAt: Date, minutes: number): Date => new Date(startAt.getTime() + minutes * 60_000)

/** The same request again, though its moment may be over by now. */
const isSame = (known: Appointment, booking: Booking): boolean => {
  const { patientId, siteId, what, minutes } = booking
  const start = instantMeant(booking, known.timeZone)
  return (
    known.patientId === patientId &&
    known.siteId === siteId &&
    known.what === what &&
    start.ok &&
    start.value.getTime() === known.startAt.getTime() &&
    endOf(known.startAt, minutes).getTime() === known.endAt.getTime()
  )
}
