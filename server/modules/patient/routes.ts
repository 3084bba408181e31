/** Patients: for the desk's person pane, and the portal's own profile. */
import { implement } from '@orpc/server'
import { myProfile, patient } from '#contract/patient.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { IdentityLevel } from '#contract/role.ts'
import { ALL_LABELS, type Context } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal } from '#server/platform/journal.ts'
import { readCursor, writeCursor } from '#server/platform/page-cursor.ts'
import { inTransaction, refusalError, valueOf, type RouteContext } from '#server/platform/route-context.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { searchedFor } from '#server/platform/searched-for.ts'
import { addContactPoint, changeContactPoint, removeContactPoint } from './change-contacts.ts'
import { addRelatedPerson, endProxy, grantProxy } from './grant-proxy.ts'
import { askForContactPoint, confirmContactPoint, removeOwnContactPoint } from './own-contacts.ts'
import { paneAt } from './pane.ts'
import { correctPatient, registerPatient, setReach } from './register-patient.ts'
import { readPatient, searchPatients, updateOwnProfile } from './store.ts'
import type { ChangeDeps, Redecide } from './tell-contacts.ts'

const on = implement({ patient, myProfile }).$context<RouteContext>()

export type PatientRoutesDeps = {
  /** How sure we are that this patient writes in this conversation; undefined when the conversation is not about the patient. */
  levelFor(
    tx: Transaction,
    about: { conversationId: string; patientId: string; now: Date },
  ): Promise<IdentityLevel | undefined>
  redecide: Redecide
}

export const patientRoutes = ({ levelFor, redecide }: PatientRoutesDeps) => ({
  search: on.patient.search.handler(({ input, context: route }) =>
    inTransaction(route, async ({ tx, now }) => {
      const after = input.cursor ? readCursor(input.cursor) : undefined
      if (input.cursor && !after) return refuse('INVALID_INPUT', { field: 'cursor' })
      const rows = await searchPatients(tx, input.text, after, input.limit + 1)
      const page = rows.slice(0, input.limit)
      const last = rows.length > input.limit ? page.at(-1) : undefined
      await journal(
        tx,
        {
          event: 'patient.searched',
          action: 'R',
          resourceKind: 'patient',
          patientIds: page.map(({ id }) => id),
          fieldClasses: ['identity'],
          detail: { rows: page.length, terms: searchedFor(route, input.text) },
        },
        now,
      )
      return ok({
        items: page.map(({ place: _, ...row }) => row),
        next: last ? writeCursor(last) : null,
      })
    }),
  ),
  get: on.patient.get.handler(({ input, context: route }) => openPane(route, levelFor, input)),

  create: on.patient.create.handler(({ input, context: route }) =>
    change(route, (deps) => registerPatient(deps, input), onePatient),
  ),
  update: on.patient.update.handler(({ input, context: route }) =>
    change(route, (deps) => correctPatient(deps, input), onePatient),
  ),
  setReach: on.patient.setReach.handler(({ input, context: route }) =>
    changeWays(route, redecide, (deps) => setReach(deps, input), onePatient),
  ),
  addContactPoint: on.patient.addContactPoint.handler(({ input, context: route }) =>
    change(route, (deps) => addContactPoint(deps, input), oneContact),
  ),
  changeContactPoint: on.patient.changeContactPoint.handler(({ input, context: route }) =>
    changeWays(route, redecide, (deps) => changeContactPoint(deps, input), oneContact),
  ),
  removeContactPoint: on.patient.removeContactPoint.handler(({ input, context: route }) =>
    changeWays(route, redecide, (deps) => removeContactPoint(deps, input), nothing),
  ),
  addRelatedPerson: on.patient.addRelatedPerson.handler(({ input, context: route }) =>
    change(
      route,
      (deps) => addRelatedPerson(deps, input),
      (deps, { relatedPersonId }) => oneRelated(deps, { patientId: input.patientId, relatedPersonId }),
    ),
  ),
  grantProxy: on.patient.grantProxy.handler(({ input, context: route }) =>
    changeWays(
      route,
      redecide,
      (deps) => grantProxy(deps, input),
      (deps) => oneRelated(deps, input),
    ),
  ),
  endProxy: on.patient.endProxy.handler(({ input, context: route }) =>
    changeWays(
      route,
      redecide,
      (deps) => endProxy(deps, input.proxyId, { staff: true, reason: input.reason }),
      nothing,
    ),
  ),
})

export const myProfileRoutes = ({ redecide }: Pick<PatientRoutesDeps, 'redecide'>) => ({
  get: on.myProfile.get.handler(({ input, context: route }) => openOwn(route, own(route, input.patientId))),
  update: on.myProfile.update.handler(async ({ input, context: route }) => {
    const patientId = own(route, input.patientId)
    await inTransaction(route, async ({ tx, now }) => {
      if (!(await updateOwnProfile(tx, { ...input, patientId }))) return refuse('CHANGED_MEANWHILE')
      await journal(
        tx,
        {
          event: 'patient.changed',
          action: 'U',
          resourceKind: 'patient',
          resourceId: patientId,
          patientIds: [patientId],
          fieldClasses: ['identity'],
        },
        now,
      )
      return ok({})
    })
    return openOwn(route, patientId)
  }),
  addContactPoint: on.myProfile.addContactPoint.handler(({ input, context: route }) =>
    change(
      route,
      (deps) => askForContactPoint(deps, personOf(route), { ...input, patientId: own(route, input.patientId) }),
      async (_deps, asked) => asked,
    ),
  ),
  confirmContactPoint: on.myProfile.confirmContactPoint.handler(({ input, context: route }) =>
    confirm(route, input, redecide),
  ),
  removeContactPoint: on.myProfile.removeContactPoint.handler(({ input, context: route }) =>
    changeWays(route, redecide, (deps) => removeOwnContactPoint(deps, personOf(route), input.contactPointId), nothing),
  ),
  endProxy: on.myProfile.endProxy.handler(({ input, context: route }) => {
    const person = personOf(route)
    const ownGrantIds = person.proxies.map(({ proxyLinkId }) => proxyLinkId)
    return changeWays(route, redecide, (deps) => endProxy(deps, input.proxyId, { person, ownGrantIds }), nothing)
  }),
})

/**
 * One change of a person, in a transaction that sees the organization: word of it goes to addresses that the caller may not see, and what
 * waits in conversations of any label is decided again. Whose it may be is decided by the use case. A refusal takes back what was written
 * before it.
 */
async function change<Done, Answer>(
  route: RouteContext,
  work: (deps: ChangeDeps) => Promise<Result<Done, Refusal>>,
  answer: (deps: ChangeDeps, done: Done) => Promise<Answer | undefined>,
): Promise<Answer> {
  const { db, jobs, keys, publicUrl, context } = route
  const now = route.now()
  const wide: Context = { ...context, scope: { kind: 'organization' }, labels: ALL_LABELS }
  return db.transaction(wide, async (tx) => {
    const deps = { tx, jobs, keys, now, publicUrl }
    const shown = await answer(deps, valueOf(await work(deps), context.requestId))
    if (shown === undefined) throw refusalError('NOT_FOUND', context.requestId)
    return shown
  })
}

/** As `change`, of how the person can be reached: what waits to leave is decided again in the same transaction (desk-D46). */
const changeWays = <Done extends { patientId: string }, Answer>(
  route: RouteContext,
  redecide: Redecide,
  work: (deps: ChangeDeps) => Promise<Result<Done, Refusal>>,
  answer: (deps: ChangeDeps, done: Done) => Promise<Answer | undefined>,
): Promise<Answer> =>
  change(
    route,
    async (deps) => {
      const done = await work(deps)
      if (done.ok) await redecide(deps.tx, { patientId: done.value.patientId }, deps.now)
      return done
    },
    answer,
  )

/** As `changeWays`, but a refusal is committed too: a wrong code stays counted. */
async function confirm(route: RouteContext, input: { contactPointId: string; code: string }, redecide: Redecide) {
  const result = await change(
    route,
    async (deps) => {
      const done = await confirmContactPoint(deps, personOf(route), input)
      if (done.ok) await redecide(deps.tx, { patientId: done.value.patientId }, deps.now)
      return ok(done)
    },
    async (deps, done) => (done.ok ? { ok: true as const, value: await oneContact(deps, done.value) } : done),
  )
  const contact = valueOf(result, route.context.requestId)
  if (!contact) throw refusalError('NOT_FOUND', route.context.requestId)
  return contact
}

const onePatient = ({ tx, now }: ChangeDeps, { patientId }: { patientId: string }) => readPatient(tx, patientId, now)

async function oneContact(
  { tx, now }: ChangeDeps,
  { patientId, contactPointId }: { patientId: string; contactPointId: string },
) {
  const patient = await readPatient(tx, patientId, now)
  const all = patient && [...patient.contactPoints, ...patient.relatedPersons.flatMap((person) => person.contactPoints)]
  return all?.find(({ id }) => id === contactPointId)
}

async function oneRelated(
  { tx, now }: ChangeDeps,
  { patientId, relatedPersonId }: { patientId: string; relatedPersonId: string },
) {
  const patient = await readPatient(tx, patientId, now)
  return patient?.relatedPersons.find(({ id }) => id === relatedPersonId)
}

const nothing = async () => ({})

function personOf({ person, context }: RouteContext): NonNullable<RouteContext['person']> {
  if (!person) throw refusalError('NOT_ALLOWED', context.requestId)
  return person
}

function own({ person, context }: RouteContext, asked: string | undefined): string {
  const patientId = asked ?? person?.patientId ?? person?.patientIds[0]
  if (!person || !patientId || !person.patientIds.includes(patientId))
    throw refusalError('NOT_FOUND', context.requestId)
  return patientId
}

function open(route: RouteContext, patientId: string) {
  return inTransaction(route, async ({ tx, now }) => {
    const found = await readPatient(tx, patientId, now)
    if (!found) return refuse('NOT_FOUND')
    await journal(
      tx,
      {
        event: 'patient.opened',
        action: 'R',
        resourceKind: 'patient',
        resourceId: patientId,
        patientIds: [patientId],
        fieldClasses: ['identity', 'contact'],
      },
      now,
    )
    return ok(found)
  })
}

/** Who speaks for a patient reads of themselves alone who is near the patient, and not that there is one way only to be told something on. */
async function openOwn(route: RouteContext, patientId: string) {
  const found = await open(route, patientId)
  const { patientId: self, proxies } = personOf(route)
  if (patientId === self) return found
  const isTheirs = ({ id }: { id: string }) => proxies.some(({ relatedPersonId }) => relatedPersonId === id)
  return { ...found, confidentialChannel: null, relatedPersons: found.relatedPersons.filter(isTheirs) }
}

/** In a conversation its identity level decides what of the record is shown (desk-D8). */
function openPane(
  route: RouteContext,
  levelFor: PatientRoutesDeps['levelFor'],
  { patientId, conversationId }: { patientId: string; conversationId?: string | undefined },
) {
  return inTransaction(route, async ({ tx, now }) => {
    const [found, level] = await Promise.all([
      readPatient(tx, patientId, now),
      conversationId ? levelFor(tx, { conversationId, patientId, now }) : ('verified' as const),
    ])
    if (!found || level === undefined) return refuse('NOT_FOUND')
    await journal(
      tx,
      {
        event: 'patient.opened',
        action: 'R',
        resourceKind: 'patient',
        resourceId: patientId,
        conversationId: conversationId ?? null,
        patientIds: [patientId],
        fieldClasses: ['identity', 'contact'],
        detail: { level },
      },
      now,
    )
    return ok(paneAt(level, found))
  })
}
