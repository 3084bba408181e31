/** Consents, for the patient himself and for staff who write down what was said. */
import { implement } from '@orpc/server'
import { consent, myConsent } from '#contract/consent.ts'
import { identityLevelFor, isSure } from '#server/modules/identity/index.ts'
import { journal } from '#server/platform/journal.ts'
import { ALL_LABELS } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { inTransaction, refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { ok, refuse } from '#server/platform/result.ts'
import { findChoice, fitsLine } from './rules.ts'
import {
  consentsOf,
  isNearTo,
  isSaidBy,
  linesOf,
  replaceConsent,
  type ConsentRow,
  type NewConsent,
  type SenderLine,
} from './store.ts'
import { choicesNow } from './texts.ts'

const on = implement({ consent, myConsent }).$context<RouteContext>()

type Deps = {
  /** What waits to leave to this patient is decided again (desk-D38, D46). */
  redecide(tx: Transaction, of: { patientId: string }, now: Date): Promise<unknown>
}

export const consentRoutes = (deps: Deps) =>
  on.consent.router({
    list: on.consent.list.handler(({ input, context: route }) => listFor(route, input.patientId, input.conversationId)),
    record: on.consent.record.handler(({ input, context: route }) =>
      record(deps, route, {
        ...input,
        lineId: input.lineId ?? null,
        givenBy: 'staff',
        recordedBy: route.staff?.id ?? null,
        relatedPersonId: input.relatedPersonId ?? null,
        messageId: input.messageId ?? null,
        told: input.told ?? null,
      }),
    ),
  })

export const myConsentRoutes = (deps: Deps) =>
  on.myConsent.router({
    list: on.myConsent.list.handler(({ input, context: route }) => listFor(route, ownPatient(route, input.patientId))),
    give: on.myConsent.give.handler(({ input, context: route }) => {
      const patientId = ownPatient(route, input.patientId)
      const isOwn = route.person?.patientId === patientId
      const proxy = route.person?.proxies.find((one) => one.patientId === patientId)
      return record(deps, route, {
        ...input,
        patientId,
        lineId: input.lineId ?? null,
        givenBy: isOwn ? 'patient' : 'related-person',
        recordedBy: null,
        relatedPersonId: isOwn ? null : (proxy?.relatedPersonId ?? null),
        messageId: null,
        told: null,
      })
    }),
  })

function ownPatient({ person, context }: RouteContext, asked: string | undefined): string {
  const patientId = asked ?? person?.patientId ?? person?.patientIds[0]
  if (!person || !patientId || !person.patientIds.includes(patientId))
    throw refusalError('NOT_FOUND', context.requestId)
  return patientId
}

/** What is asked, and from which lines, is the organization's and no patient's: it is read before, in a transaction that sees the organization. */
async function listFor(route: RouteContext, patientId: string, conversationId?: string) {
  const asked = { ...route.context, scope: { kind: 'organization' } } as const
  const { choices, lines } = await route.db.transaction(asked, async (tx) => ({
    choices: await choicesNow(tx),
    lines: await linesOf(tx),
  }))
  return inTransaction(route, async ({ tx, now }) => {
    if (conversationId) {
      const level = await identityLevelFor(tx, { conversationId, patientId, now })
      if (level === undefined) return refuse('NOT_FOUND')
      if (!isSure(level)) return refuse('IDENTITY_TOO_LOW')
    }
    const [known] = await tx.run(`select from patient where organization_id = $1 and id = $2`, [
      tx.context.organizationId,
      patientId,
    ])
    if (!known) return refuse('NOT_FOUND')
    const rows = (await consentsOf(tx, patientId)).map((row) => asReadBy(route, patientId, row))
    await journal(
      tx,
      {
        event: 'consent.read',
        action: 'R',
        resourceKind: 'consent',
        patientIds: [patientId],
        fieldClasses: ['contact'],
        detail: { rows: rows.length },
      },
      now,
    )
    return ok({
      choices: choices.map((choice) => {
        const active = rows.filter((row) => row.state === 'active' && findChoice([choice], row))
        const given = active.find(({ lineId }) => lineId === null)
        return {
          ...choice,
          given: given ? present(given, lines) : null,
          ofLines: active.filter(({ lineId }) => lineId !== null).map((row) => present(row, lines)),
        }
      }),
      history: rows.map((row) => present(row, lines)),
      lines: lines.filter(({ isLive }) => isLive),
    })
  })
}

/** Who speaks for a patient reads of nobody else who does (as in the record: patient/routes.ts). */
function asReadBy({ person }: RouteContext, patientId: string, row: ConsentRow): ConsentRow {
  if (!person || person.patientId === patientId) return row
  const isOwn = person.proxies.some(({ relatedPersonId }) => relatedPersonId === row.relatedPersonId)
  return isOwn ? row : { ...row, relatedPerson: null }
}

/** In a transaction that sees the organization: whose consent it may be was decided before, and what waits may be in any conversation. */
async function record({ redecide }: Deps, route: RouteContext, answer: NewConsent) {
  const field = await unknownTo(route, answer)
  const context = { ...route.context, scope: { kind: 'organization' }, labels: ALL_LABELS } as const
  return inTransaction({ ...route, context }, async ({ tx, now }) => {
    if (field) return refuse('INVALID_INPUT', { field })
    const lines = await linesOf(tx)
    const choice = findChoice(await choicesNow(tx), answer)
    // An answer counts for the text that was shown; a text of another version was not this question.
    if (!choice || choice.textVersion !== answer.textVersion) return refuse('INVALID_INPUT', { field: 'textVersion' })
    if (!fitsLine(answer, lines)) return refuse('INVALID_INPUT', { field: 'lineId' })
    const row = await replaceConsent(tx, answer, now)
    if (!row) return refuse('NOT_FOUND')
    await journal(
      tx,
      {
        event: answer.provision === 'permit' ? 'consent.given' : 'consent.withdrawn',
        action: 'C',
        resourceKind: 'consent',
        resourceId: row.id,
        patientIds: [answer.patientId],
        fieldClasses: ['contact'],
        detail: {
          kind: row.kind,
          purpose: row.purpose,
          channel: row.channel,
          textVersion: row.textVersion,
          language: row.language,
          ...(row.lineId ? { line: row.lineId } : {}),
          ...(answer.messageId ? { message: answer.messageId } : {}),
          ...(answer.told ? { told: answer.told } : {}),
        },
      },
      now,
    )
    await redecide(tx, { patientId: answer.patientId }, now)
    return ok(present(row, lines))
  })
}

/** What proves it is of this patient, and open to whoever names it. @returns the field that is not. */
async function unknownTo(route: RouteContext, { patientId, messageId, relatedPersonId, givenBy }: NewConsent) {
  if (givenBy !== 'staff' || (messageId === null && relatedPersonId === null)) return null
  return route.db.transaction(route.context, async (tx) => {
    if (messageId && !(await isSaidBy(tx, patientId, messageId))) return 'messageId'
    return relatedPersonId && !(await isNearTo(tx, patientId, relatedPersonId)) ? 'relatedPersonId' : null
  })
}

function present({ lineId, message, endedMessage, ...row }: ConsentRow, lines: readonly SenderLine[]) {
  const said = (one: ConsentRow['message']) => one && { ...one, at: one.at.toISOString() }
  return {
    ...row,
    line: lines.find(({ id }) => id === lineId) ?? null,
    message: said(message),
    endedMessage: said(endedMessage),
    givenAt: row.givenAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  }
}
