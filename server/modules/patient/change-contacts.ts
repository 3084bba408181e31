/** Staff change the addresses and numbers of a patient, or of a person near the patient (trust-D18, desk-D9). */
import type { Refusal } from '#contract/refusal.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import * as contacts from './contact-store.ts'
import { normalizeContact, type ContactSystem } from './contact-value.ts'
import { CONTACTS_MAX, decideMove, type Move } from './rules.ts'
import { lockPatient } from './store.ts'
import { tellContactChanged, type ChangeDeps } from './tell-contacts.ts'

export type NewContactPoint = { system: ContactSystem; value: string; use: string }
export type Changed = { contactPointId: string; patientId: string }

export async function addContactPoint(
  deps: ChangeDeps,
  { patientId, ...wanted }: NewContactPoint & { patientId: string },
): Promise<Result<Changed, Refusal>> {
  const { tx, now } = deps
  const patient = await lockPatient(tx, patientId)
  if (!patient) return refuse('NOT_FOUND')
  const value = normalizeContact(wanted.system, wanted.value, patient.country)
  const known = await contacts.contactsOf(tx, { patientId, relatedPersonId: null })
  const fits = decideNew(known, wanted.system, value)
  if (!fits.ok) return fits

  const contactPointId = newId(now.getTime())
  await insertOne(deps, { contactPointId, patientId, relatedPersonId: null, ...wanted, value: fits.value })
  await tellContactChanged(deps, {
    changeId: contactPointId,
    language: patient.language,
    addresses: inUse(known),
    about: { system: wanted.system, value: fits.value },
  })
  await tellJournal(deps, { event: 'contact-point.added', action: 'C', contactPointId, patientId })
  return ok({ contactPointId, patientId })
}

export async function changeContactPoint(
  deps: ChangeDeps,
  input: { contactPointId: string; version: number; value: string },
): Promise<Result<Changed, Refusal>> {
  const { tx, now } = deps
  const held = await lockAtVersion(deps, input)
  if (!held.ok) return held
  const { id, patientId, system, language, value: before } = held.value
  const value = normalizeContact(system, input.value, held.value.country)
  const known = await contacts.contactsOf(tx, held.value)
  const fits = decideNew(
    known.filter((one) => one.id !== id),
    system,
    value,
  )
  if (!fits.ok) return fits
  if (fits.value === before) return ok({ contactPointId: id, patientId })
  const move = decideMove(id, movesOf(known), now)
  if (!move.ok) return move

  await contacts.replaceValue(tx, { id, value: fits.value, now })
  await tellContactChanged(deps, {
    changeId: newId(now.getTime()),
    language,
    // Old, new, and every other address of the person.
    addresses: [...inUse(known), { system, value: before }, { system, value: fits.value }],
    about: { system, value: fits.value },
  })
  await tellJournal(deps, { event: 'contact-point.changed', action: 'U', contactPointId: id, patientId })
  return ok({ contactPointId: id, patientId })
}

export async function removeContactPoint(
  deps: ChangeDeps,
  input: { contactPointId: string; version: number },
): Promise<Result<Changed, Refusal>> {
  const { tx, now } = deps
  const held = await lockAtVersion(deps, input)
  if (!held.ok) return held
  const { id, patientId, system, value, language } = held.value
  const known = await contacts.contactsOf(tx, held.value)
  const move = decideMove(id, movesOf(known), now)
  if (!move.ok) return move

  await contacts.detachContact(tx, { id, by: 'staff', now })
  await tellContactChanged(deps, {
    changeId: newId(now.getTime()),
    language,
    addresses: [...inUse(known), { system, value }],
    about: { system, value },
  })
  await tellJournal(deps, { event: 'contact-point.removed', action: 'D', contactPointId: id, patientId })
  return ok({ contactPointId: id, patientId })
}

/** Written down as somebody is registered: there is no older address that could be told. */
export async function insertFirstContacts(
  deps: ChangeDeps,
  owner: { patientId: string; relatedPersonId: string | null; country: string },
  wanted: readonly NewContactPoint[],
): Promise<Result<null, Refusal>> {
  const values = new Set<string>()
  for (const [index, contact] of wanted.entries()) {
    const value = normalizeContact(contact.system, contact.value, owner.country)
    if (value === null || values.has(`${contact.system}:${value}`))
      return refuse('INVALID_INPUT', { field: `contactPoints.${index}.value` })
    values.add(`${contact.system}:${value}`)
    await insertOne(deps, { ...owner, ...contact, contactPointId: newId(deps.now.getTime()), value })
  }
  return ok(null)
}

const insertOne = (
  { tx, now }: ChangeDeps,
  contact: NewContactPoint & { contactPointId: string; patientId: string; relatedPersonId: string | null },
): Promise<void> =>
  contacts.insertContact(tx, {
    ...contact,
    id: contact.contactPointId,
    patientId: contact.relatedPersonId ? null : contact.patientId,
    state: 'active',
    replacesId: null,
    changedBy: 'staff',
    now,
  })

/** A new address must be readable, not there already, and one of few. */
export function decideNew(
  known: readonly contacts.OwnedContact[],
  system: ContactSystem,
  value: string | null,
): Result<string, 'INVALID_INPUT' | 'STATE_NOT_ALLOWED'> {
  const active = known.filter(isInUse)
  if (value === null || active.some((one) => one.system === system && one.value === value))
    return refuse('INVALID_INPUT', { field: 'value' })
  return active.length < CONTACTS_MAX ? ok(value) : refuse('STATE_NOT_ALLOWED')
}

const isInUse = ({ state, use }: contacts.OwnedContact): boolean => state !== 'detached' && use !== 'old'

/** Where word of a change can go: a blocked or reassigned number is nobody's to be told. */
export const inUse = (known: readonly contacts.OwnedContact[]): contacts.OwnedContact[] =>
  known.filter(({ state, use }) => (state === 'active' || state === 'bouncing') && use !== 'old')

export const movesOf = (known: readonly contacts.OwnedContact[]): Move[] =>
  known.flatMap(({ id, movedAt }) => (movedAt ? { contactPointId: id, movedAt } : []))

async function lockAtVersion(
  { tx }: ChangeDeps,
  { contactPointId, version }: { contactPointId: string; version: number },
): Promise<Result<contacts.HeldContact, 'NOT_FOUND' | 'CHANGED_MEANWHILE'>> {
  const held = await contacts.lockContact(tx, contactPointId)
  if (!held || held.state === 'detached') return refuse('NOT_FOUND')
  return held.version === version ? ok(held) : refuse('CHANGED_MEANWHILE', { version: held.version })
}

export const tellJournal = (
  { tx, now }: Pick<ChangeDeps, 'tx' | 'now'>,
  told: { event: string; action: 'C' | 'U' | 'D'; contactPointId: string; patientId: string },
): Promise<void> =>
  journal(
    tx,
    {
      event: told.event,
      action: told.action,
      resourceKind: 'contact-point',
      resourceId: told.contactPointId,
      patientIds: [told.patientId],
      fieldClasses: ['contact'],
    },
    now,
  )
