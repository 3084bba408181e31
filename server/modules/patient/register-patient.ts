/** Staff register a patient, and correct what is on file. */
import type { Refusal } from '#contract/refusal.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { insertFirstContacts, type NewContactPoint } from './change-contacts.ts'
import { endGrantsOfParents } from './grant-proxy.ts'
import { localDay } from './rules.ts'
import * as store from './store.ts'
import type { ChangeDeps } from './tell-contacts.ts'

export async function registerPatient(
  deps: ChangeDeps,
  input: store.Profile & { recordNumber: string; contactPoints: readonly NewContactPoint[] },
): Promise<Result<{ patientId: string }, Refusal>> {
  const { tx, now } = deps
  const fits = await checkProfile(deps, input)
  if (!fits.ok) return fits
  const id = newId(now.getTime())
  if (!(await store.insertPatient(tx, { ...input, id, now }))) return refuse('INVALID_INPUT', { field: 'recordNumber' })
  const owner = { patientId: id, relatedPersonId: null, country: await store.countryOf(tx) }
  const written = await insertFirstContacts(deps, owner, input.contactPoints)
  if (!written.ok) return written
  await tell(deps, 'patient.registered', 'C', id)
  return ok({ patientId: id })
}

export async function correctPatient(
  deps: ChangeDeps,
  input: store.Profile & { patientId: string; version: number },
): Promise<Result<{ patientId: string }, Refusal>> {
  const { tx } = deps
  const before = await store.lockPatient(tx, input.patientId)
  if (!before) return refuse('NOT_FOUND')
  if (before.version !== input.version) return refuse('CHANGED_MEANWHILE', { version: before.version })
  const fits = await checkProfile(deps, input)
  if (!fits.ok) return fits
  await store.updatePatient(tx, input)
  await tell(deps, 'patient.changed', 'U', input.patientId)
  if (input.birthDate !== before.birthDate) await endGrantsOfParents(deps, before, input.birthDate)
  return ok({ patientId: input.patientId })
}

/** By which way alone the patient wants to be reached (45 CFR 164.522(b)), and whether the patient has died. Null: any way; alive. */
export async function setReach(
  deps: ChangeDeps,
  input: { patientId: string; version: number } & store.Reach,
): Promise<Result<{ patientId: string }, Refusal>> {
  const { tx, now } = deps
  const before = await store.lockPatient(tx, input.patientId)
  if (!before) return refuse('NOT_FOUND')
  if (before.version !== input.version) return refuse('CHANGED_MEANWHILE', { version: before.version })
  if (input.deceasedOn !== null && input.deceasedOn > localDay(now, 'Pacific/Kiritimati'))
    return refuse('INVALID_INPUT', { field: 'deceasedOn' })
  await store.updateReach(tx, input)
  await tell(deps, 'patient.reach-changed', 'U', input.patientId)
  return ok({ patientId: input.patientId })
}

async function checkProfile({ tx, now }: ChangeDeps, profile: store.Profile): Promise<Result<null, 'INVALID_INPUT'>> {
  // Nobody is born tomorrow, in the zone where the day begins first.
  if (profile.birthDate > localDay(now, 'Pacific/Kiritimati')) return refuse('INVALID_INPUT', { field: 'birthDate' })
  if (profile.siteId !== null && !(await store.siteExists(tx, profile.siteId)))
    return refuse('INVALID_INPUT', { field: 'siteId' })
  return ok(null)
}

const tell = (
  { tx, now }: ChangeDeps,
  event: 'patient.registered' | 'patient.changed' | 'patient.reach-changed',
  action: 'C' | 'U',
  id: string,
): Promise<void> =>
  journal(
    tx,
    {
      event,
      action,
      resourceKind: 'patient',
      resourceId: id,
      patientIds: [id],
      fieldClasses: ['identity', 'contact'],
    },
    now,
  )
