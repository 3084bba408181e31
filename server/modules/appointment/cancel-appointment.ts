/** A visit is cancelled, and within ten minutes that is taken back; what was to tell it goes along in the same transaction. */
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { Transaction } from '#server/platform/database.ts'
import { decideCancel, decideRestore, VISITS_MAX } from './rules.ts'
import {
  findAppointment,
  lockAppointment,
  lockPatientFor,
  planWithdrawnAgain,
  saveCancelled,
  saveRestored,
  withdrawReminders,
  type Appointment,
  type CancelReason,
} from './store.ts'
import { tellAppointment } from './tell.ts'

type Deps = { tx: Transaction; now: Date }
type Changing = { appointmentId: string; version: number; conversationId: string | null }
type Refusal = 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'STATE_NOT_ALLOWED'

export async function cancelAppointment(
  { tx, now }: Deps,
  {
    appointmentId,
    version,
    conversationId,
    ...how
  }: Changing & { by: 'staff' | 'portal' | 'sms'; reason: CancelReason },
): Promise<Result<Appointment, Refusal>> {
  const appointment = await lockAppointment(tx, appointmentId)
  if (!appointment) return refuse('NOT_FOUND')
  const decision = decideCancel(appointment, version, now)
  if (!decision.ok) return decision
  await saveCancelled(tx, appointmentId, how, now)
  await withdrawReminders(tx, appointmentId, now)
  await tellAppointment(tx, { event: 'appointment.cancelled', appointment, conversationId, detail: how }, now)
  return asItIs(tx, appointmentId)
}

export async function restoreAppointment(
  { tx, now }: Deps,
  { appointmentId, version, conversationId, by }: Changing & { by: 'staff' | 'portal' },
): Promise<Result<Appointment, Refusal | 'PATIENT_BUSY'>> {
  const seen = await findAppointment(tx, appointmentId)
  if (!seen) return refuse('NOT_FOUND')
  // The patient first, as where a visit is noted.
  const patient = await lockPatientFor(tx, seen, now)
  const appointment = await lockAppointment(tx, appointmentId)
  if (!patient || !appointment) return refuse('NOT_FOUND')
  const decision = decideRestore(appointment, { version, by }, now)
  if (!decision.ok) return decision
  if (!patient.isActive || patient.hasDied || patient.ahead >= VISITS_MAX) return refuse('STATE_NOT_ALLOWED')
  if (patient.isBusy) return refuse('PATIENT_BUSY')
  await saveRestored(tx, appointmentId)
  await planWithdrawnAgain(tx, appointmentId)
  await tellAppointment(tx, { event: 'appointment.restored', appointment, conversationId, detail: { by } }, now)
  return asItIs(tx, appointmentId)
}

async function asItIs(tx: Transaction, id: string): Promise<Result<Appointment, 'NOT_FOUND'>> {
  const appointment = await findAppointment(tx, id)
  return appointment ? ok(appointment) : refuse('NOT_FOUND')
}
