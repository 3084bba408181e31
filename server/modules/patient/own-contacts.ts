/**
 * A patient changes the own addresses at the portal. A new one waits until its code came back; then it takes the old one's place.
 * The addresses on file are told when it is asked for, the new one when it counts (trust-D18).
 */
import { randomBytes } from 'node:crypto'
import type { Refusal } from '#contract/refusal.ts'
import { newId } from '#server/platform/id.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { CODE_MIN, CODE_TRIES, CODES_PER_HOUR, hashCode, isCode, writeCode } from '#server/platform/six-digit-code.ts'
import { sendNotice } from '#server/modules/notice/index.ts'
import { decideNew, inUse, movesOf, tellJournal, type Changed, type NewContactPoint } from './change-contacts.ts'
import * as contacts from './contact-store.ts'
import { normalizeContact } from './contact-value.ts'
import { canChangeContacts, type PortalPerson } from './policy.ts'
import { decideMove } from './rules.ts'
import { lockPatient } from './store.ts'
import { tellContactChanged, type ChangeDeps } from './tell-contacts.ts'

export async function askForContactPoint(
  deps: ChangeDeps,
  person: PortalPerson,
  { patientId, replaces, ...wanted }: NewContactPoint & { patientId: string; replaces?: string | undefined },
): Promise<Result<{ contactPointId: string; minutes: number }, Refusal>> {
  const { tx, jobs, keys, now } = deps
  if (!canChangeContacts(person, patientId)) return refuse('NOT_ALLOWED')
  const patient = await lockPatient(tx, patientId)
  if (!patient) return refuse('NOT_FOUND')
  const known = await contacts.contactsOf(tx, { patientId, relatedPersonId: null })
  const value = normalizeContact(wanted.system, wanted.value, patient.country)
  const fits = decideNew(known, wanted.system, value)
  if (!fits.ok) return fits
  if (replaces !== undefined) {
    const old = known.find(({ id, state }) => id === replaces && state !== 'detached')
    if (!old) return refuse('NOT_FOUND')
    const move = decideMove(replaces, movesOf(known), now)
    if (!move.ok) return move
  }
  if ((await contacts.contactCodesSent(tx, patientId, now)) >= CODES_PER_HOUR) return refuse('SLOW_DOWN')

  const contactPointId = newId(now.getTime())
  const codeId = newId(now.getTime())
  const code = writeCode(randomBytes(4))
  const address = { system: wanted.system, value: fits.value }
  await contacts.insertContact(tx, {
    id: contactPointId,
    patientId,
    relatedPersonId: null,
    ...address,
    use: wanted.use,
    state: 'detached',
    replacesId: replaces ?? null,
    changedBy: 'self',
    now,
  })
  await contacts.insertContactCode(tx, {
    id: codeId,
    contactPointId,
    hash: hashCode(keys, codeId, code),
    now,
    expiresAt: new Date(now.getTime() + CODE_MIN * 60_000),
  })
  await sendNotice({ jobs, keys, now }, tx, {
    key: `contact-point-code:${codeId}`,
    system: address.system,
    address: address.value,
    language: patient.language,
    template: 'contact-point-code',
    values: { code, minutes: CODE_MIN },
  })
  await tellContactChanged(deps, {
    changeId: contactPointId,
    language: patient.language,
    addresses: inUse(known),
    about: address,
  })
  await tellJournal(deps, { event: 'contact-point.asked', action: 'C', contactPointId, patientId })
  return ok({ contactPointId, minutes: CODE_MIN })
}

/** A wrong try is counted and kept: the caller commits what a refusal leaves behind. */
export async function confirmContactPoint(
  deps: ChangeDeps,
  person: PortalPerson,
  { contactPointId, code }: { contactPointId: string; code: string },
): Promise<Result<Changed, Refusal>> {
  const { tx, keys, now } = deps
  const held = await contacts.lockContact(tx, contactPointId)
  if (!held || held.relatedPersonId !== null || !canChangeContacts(person, held.patientId)) return refuse('NOT_FOUND')
  const tried = await contacts.tryContactCode(tx, contactPointId, now)
  if (tried && tried.tries > CODE_TRIES) return refuse('SLOW_DOWN')
  const isRight = isCode(keys, tried?.id ?? contactPointId, code, tried?.hash ?? null)
  if (!tried || !tried.isOpen || !isRight || held.state !== 'detached') return refuse('WRONG_CODE')

  const { patientId, system, value, language, replacesId } = held
  const known = await contacts.contactsOf(tx, held)
  if (replacesId) {
    // Another address may have moved since the code was asked for.
    const move = decideMove(replacesId, movesOf(known), now)
    if (!move.ok) return move
    await contacts.detachContact(tx, { id: replacesId, by: 'self', now })
  }
  await contacts.useContactCode(tx, tried.id, now)
  await contacts.confirmContact(tx, contactPointId, now)
  await tellContactChanged(deps, {
    changeId: `${contactPointId}:confirmed`,
    language,
    addresses: [...inUse(known), { system, value }],
    about: { system, value },
  })
  if (replacesId)
    await tellJournal(deps, { event: 'contact-point.removed', action: 'D', contactPointId: replacesId, patientId })
  await tellJournal(deps, { event: 'contact-point.confirmed', action: 'U', contactPointId, patientId })
  return ok({ contactPointId, patientId })
}

export async function removeOwnContactPoint(
  deps: ChangeDeps,
  person: PortalPerson,
  contactPointId: string,
): Promise<Result<Changed, Refusal>> {
  const { tx, now } = deps
  const held = await contacts.lockContact(tx, contactPointId)
  if (!held || held.relatedPersonId !== null || !person.patientIds.includes(held.patientId)) return refuse('NOT_FOUND')
  if (!canChangeContacts(person, held.patientId)) return refuse('NOT_ALLOWED')
  if (held.state === 'detached') return refuse('NOT_FOUND')
  const { patientId, system, value, language } = held
  const known = await contacts.contactsOf(tx, held)
  // The last way to sign in stays: without it nobody could come back.
  if (!inUse(known).some(({ id, system: other }) => id !== contactPointId && other !== 'phone'))
    return refuse('STATE_NOT_ALLOWED')
  const move = decideMove(contactPointId, movesOf(known), now)
  if (!move.ok) return move

  await contacts.detachContact(tx, { id: contactPointId, by: 'self', now })
  await tellContactChanged(deps, {
    changeId: newId(now.getTime()),
    language,
    addresses: [...inUse(known), { system, value }],
    about: { system, value },
  })
  await tellJournal(deps, { event: 'contact-point.removed', action: 'D', contactPointId, patientId })
  return ok({ contactPointId, patientId })
}
