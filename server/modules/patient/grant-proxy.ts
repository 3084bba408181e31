/** Persons near a patient, and what they may do for the patient. The patient is told of every change. */
import type { Refusal } from '#contract/refusal.ts'
import { newId } from '#server/platform/id.ts'
import { journal, type JournalDetail } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { insertFirstContacts, inUse, type NewContactPoint } from './change-contacts.ts'
import { contactsOf } from './contact-store.ts'
import * as grants from './grant-store.ts'
import { canEndProxy, type PortalPerson } from './policy.ts'
import { adultFrom, dayOver, decideGrantDays, localDay, type Basis, type EndReason } from './rules.ts'
import { lockPatient, type LockedPatient } from './store.ts'
import { tellProxyChanged, type ChangeDeps } from './tell-contacts.ts'

export type NewRelatedPerson = {
  patientId: string
  given: string
  family: string
  relationship: string
  language: string
  contactPoints: readonly NewContactPoint[]
}

export async function addRelatedPerson(
  deps: ChangeDeps,
  { contactPoints, ...person }: NewRelatedPerson,
): Promise<Result<{ relatedPersonId: string }, Refusal>> {
  const { tx, now } = deps
  const patient = await lockPatient(tx, person.patientId)
  if (!patient) return refuse('NOT_FOUND')
  const id = newId(now.getTime())
  await grants.insertRelatedPerson(tx, { id, ...person, now })
  const owner = { patientId: patient.id, relatedPersonId: id, country: patient.country }
  const written = await insertFirstContacts(deps, owner, contactPoints)
  if (!written.ok) return written
  await tell(deps, { event: 'related-person.added', action: 'C', kind: 'related-person', id, patientId: patient.id })
  return ok({ relatedPersonId: id })
}

export type NewGrant = {
  patientId: string
  relatedPersonId: string
  scope: readonly string[]
  basis: Basis
  startsAt: string | null
  endsAt: string | null
}

export async function grantProxy(deps: ChangeDeps, input: NewGrant): Promise<Result<{ patientId: string }, Refusal>> {
  const { tx, now } = deps
  const { patientId, relatedPersonId, basis } = input
  const patient = await lockPatient(tx, patientId)
  if (!patient || !(await grants.isRelatedTo(tx, relatedPersonId, patientId))) return refuse('NOT_FOUND')
  const { timeZone, birthDate } = patient
  const startDay = input.startsAt === null ? null : localDay(new Date(input.startsAt), timeZone)
  const askedDay = input.endsAt === null ? null : dayOver(new Date(input.endsAt), timeZone)
  const days = decideGrantDays({ basis, birthDate, startDay, askedDay }, localDay(now, timeZone))
  if (!days.ok) return days

  const id = newId(now.getTime())
  const scope = [...new Set(input.scope)]
  const { replaced } = await grants.insertGrant(tx, {
    id,
    patientId,
    relatedPersonId,
    scope,
    basis,
    ...days.value,
    timeZone,
    now,
  })
  await tellPatient(deps, patient, id)
  await tell(deps, {
    event: 'proxy-link.granted',
    action: 'C',
    kind: 'proxy-link',
    id,
    patientId,
    detail: { relatedPersonId, scope, basis, ...days.value, replaced },
  })
  return ok({ patientId })
}

/** Ends at once, and what was to follow it too: the next request of that person finds nothing, an open socket within a minute. Ended already is ended. */
export async function endProxy(
  deps: ChangeDeps,
  proxyLinkId: string,
  by: { person: PortalPerson; ownGrantIds: readonly string[] } | { staff: true; reason: EndReason | undefined },
): Promise<Result<{ patientId: string }, Refusal>> {
  const { tx, now } = deps
  const grant = await grants.findGrant(tx, proxyLinkId)
  if (!grant) return refuse('NOT_FOUND')
  if ('person' in by && !canEndProxy(by.person, { ...grant, isOwn: by.ownGrantIds.includes(proxyLinkId) }))
    return refuse('NOT_FOUND')
  const patient = await lockPatient(tx, grant.patientId)
  if (!patient) return refuse('NOT_FOUND')
  const ended = await grants.revokeGrant(tx, proxyLinkId, now)
  if (ended.length === 0) return ok({ patientId: patient.id })
  await tellPatient(deps, patient, `${proxyLinkId}:ended`)
  for (const id of ended)
    await tell(deps, {
      event: 'proxy-link.ended',
      action: 'U',
      kind: 'proxy-link',
      id,
      patientId: patient.id,
      detail: {
        relatedPersonId: grant.relatedPersonId,
        ...('staff' in by && by.reason ? { reason: by.reason } : {}),
      },
    })
  return ok({ patientId: patient.id })
}

/** Of whoever is older than was written, a parent's grant ends sooner (trust-D13). Of whoever is younger, a new one is given. */
export async function endGrantsOfParents(deps: ChangeDeps, patient: LockedPatient, birthDate: string): Promise<void> {
  const { tx, now } = deps
  const adultOn = adultFrom(birthDate)
  const moved = await grants.endParentsOn(tx, { patientId: patient.id, adultOn, timeZone: patient.timeZone, now })
  if (moved.length === 0) return
  await tellPatient(deps, patient, `${patient.id}:adult:${adultOn}`)
  for (const { id, relatedPersonId, isOver } of moved)
    await tell(deps, {
      event: isOver ? 'proxy-link.ended' : 'proxy-link.shortened',
      action: 'U',
      kind: 'proxy-link',
      id,
      patientId: patient.id,
      detail: { relatedPersonId, ...(isOver ? { reason: 'basis-over' } : { endsOn: adultOn }) },
    })
}

const tellPatient = async (deps: ChangeDeps, patient: LockedPatient, changeId: string): Promise<void> =>
  tellProxyChanged(deps, {
    changeId,
    language: patient.language,
    addresses: inUse(await contactsOf(deps.tx, { patientId: patient.id, relatedPersonId: null })),
  })

type Told = {
  event: string
  action: 'C' | 'U'
  kind: 'related-person' | 'proxy-link'
  id: string
  patientId: string
  detail?: JournalDetail
}

const tell = ({ tx, now }: ChangeDeps, { event, action, kind, id, patientId, detail }: Told): Promise<void> =>
  journal(
    tx,
    {
      event,
      action,
      resourceKind: kind,
      resourceId: id,
      patientIds: [patientId],
      fieldClasses: ['identity', 'contact'],
      detail: detail ?? null,
    },
    now,
  )
