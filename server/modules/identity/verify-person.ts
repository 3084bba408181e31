/**
 * The desk finds out who writes: a code to a contact point on file and the birth date, or a check that a person documents
 * (trust-D17, desk-D8 to D10). The way of a code is the same for a visitor of the chat (visitor-code.ts).
 */
import { randomBytes } from 'node:crypto'
import type { Refusal } from '#contract/refusal.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { journal, type JournalDetail } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { Keys } from '#server/platform/seal.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sendNotice } from '#server/modules/notice/index.ts'
import { codesFrom } from '#server/modules/patient/index.ts'
import { CODE_MIN, hashCode, isCode, writeCode } from '#server/platform/six-digit-code.ts'
import { countTry, expiryOf, inMinutes, isPaused, NO_TRIES } from './level-rules.ts'
import * as store from './level-store.ts'

export type VerifyDeps = { tx: Transaction; jobs: Jobs; keys: Keys; now: Date }

export async function sendCode(
  deps: VerifyDeps,
  { conversationId, contactPointId }: { conversationId: string; contactPointId: string },
): Promise<Result<null, Refusal>> {
  const { tx, now } = deps
  const about = await personOf(deps, conversationId)
  if (!about.ok) return about
  const contact = (await store.contactsOnFile(tx, about.value)).find(({ id }) => id === contactPointId)
  if (!contact) return refuse('NOT_FOUND')
  if (contact.system === 'phone') return refuse('CONTACT_POINT_UNUSABLE')
  if (codesFrom(contact.changedAt) > now) return refuse('CONTACT_POINT_TOO_NEW')
  if (isPaused(await store.readTries(tx, conversationId), now)) return refuse('SLOW_DOWN')
  if (!(await store.mayGetCode(tx, { conversationId, value: contact.value, now }))) return refuse('SLOW_DOWN')

  const id = newId(now.getTime())
  const code = writeCode(randomBytes(4))
  const { sender, language } = about.value
  await store.insertCode(tx, {
    id,
    conversationId,
    sender,
    contactPointId,
    hash: hashCode(deps.keys, id, code),
    now,
    expiresAt: inMinutes(now, CODE_MIN),
  })
  await sendNotice(deps, tx, {
    key: `conversation-code:${id}`,
    system: contact.system,
    address: contact.value,
    language,
    template: 'conversation-code',
    values: { code, minutes: CODE_MIN },
  })
  await tell(deps, about.value, { event: 'identity.code-sent', action: 'E', detail: { contactPointId } })
  return ok(null)
}

/** A wrong try is counted and kept: the caller commits what a refusal leaves behind. */
export async function checkCode(
  deps: VerifyDeps,
  { conversationId, code, birthDate }: { conversationId: string; code: string; birthDate: string },
  checkedBy: string,
): Promise<Result<null, Refusal>> {
  const { tx, now } = deps
  const about = await personOf(deps, conversationId)
  if (!about.ok) return about
  const proved = await proveCode(deps, about.value, { code, birthDate })
  if (!proved.ok) return proved
  const { patientId, relatedPersonId } = about.value
  const owner = proved.value
  // A code sent before another person was linked proves that other person.
  const isOwn = relatedPersonId ? owner.relatedPersonId === relatedPersonId : owner.patientId === patientId
  if (!isOwn) return refuse('WRONG_CODE')
  await store.useCode(tx, owner.id, now)
  await raise(deps, about.value, { method: 'code', contactPointId: owner.contactPointId, checkedBy })
  return ok(null)
}

/** Counts the try, then compares. The same work is done when no code is open, and the answer is the same. */
export async function proveCode(
  { tx, keys, now }: VerifyDeps,
  facts: store.IdentityFacts,
  said: { code: string; birthDate: string },
): Promise<Result<store.OpenCode, 'WRONG_CODE' | 'SLOW_DOWN'>> {
  const { conversationId } = facts
  const counted = countTry(await store.lockTries(tx, conversationId, now), now)
  if (!counted.ok) return counted
  await store.saveTries(tx, conversationId, counted.value)
  const open = await store.openCode(tx, conversationId, now)
  const isRight = isCode(keys, open?.id ?? conversationId, said.code, open?.hash ?? null)
  if (!open || !isRight || open.birthDate !== said.birthDate || open.sender !== facts.sender) {
    await tell({ tx, now }, facts, { event: 'identity.refused', action: 'E', refusal: 'WRONG_CODE' })
    return refuse('WRONG_CODE')
  }
  await store.saveTries(tx, conversationId, NO_TRIES)
  return ok(open)
}

export async function vouch(
  deps: Pick<VerifyDeps, 'tx' | 'now'>,
  input: {
    conversationId: string
    method: 'document-in-person' | 'two-facts-and-call-back'
    contactPointId?: string | undefined
  },
  checkedBy: string,
): Promise<Result<null, Refusal>> {
  const about = await personOf(deps, input.conversationId)
  if (!about.ok) return about
  const isCall = input.method === 'two-facts-and-call-back'
  if (isCall) {
    const called = await provesByCall(deps, about.value, input.contactPointId)
    if (!called.ok) return called
  }
  await raise(deps, about.value, {
    method: input.method,
    contactPointId: isCall ? (input.contactPointId ?? null) : null,
    checkedBy,
  })
  return ok(null)
}

/** Whether a call to that number says who picked up: it is on file, and calling one that was changed this week proves only who changed it. */
export async function provesByCall(
  { tx, now }: Pick<VerifyDeps, 'tx' | 'now'>,
  person: Pick<store.IdentityFacts, 'patientId' | 'relatedPersonId'>,
  contactPointId: string | undefined,
): Promise<Result<null, 'INVALID_INPUT' | 'CONTACT_POINT_TOO_NEW'>> {
  const called = (await store.contactsOnFile(tx, person)).find(({ id }) => id === contactPointId)
  if (!called || called.system === 'email') return refuse('INVALID_INPUT', { field: 'contactPointId' })
  return codesFrom(called.changedAt) > now ? refuse('CONTACT_POINT_TOO_NEW') : ok(null)
}

export async function endIdentity(deps: VerifyDeps, conversationId: string): Promise<Result<null, Refusal>> {
  const facts = await store.lockFacts(deps.tx, conversationId, deps.now)
  if (!facts) return refuse('NOT_FOUND')
  const ended = await store.endProofs(deps.tx, conversationId, deps.now)
  await tell(deps, facts, { event: 'identity.ended', action: 'U', detail: { ended } })
  return ok(null)
}

/** Nobody can be verified while no patient is linked, nor somebody who has no live grant for that patient. */
async function personOf(
  { tx, now }: Pick<VerifyDeps, 'tx' | 'now'>,
  conversationId: string,
): Promise<Result<store.IdentityFacts, 'NOT_FOUND' | 'STATE_NOT_ALLOWED'>> {
  const facts = await store.lockFacts(tx, conversationId, now)
  if (!facts) return refuse('NOT_FOUND')
  const isSomebody = facts.patientId !== null && (facts.relatedPersonId === null || facts.proxyLinkId !== null)
  return isSomebody ? ok(facts) : refuse('STATE_NOT_ALLOWED')
}

export async function raise(
  { tx, now }: Pick<VerifyDeps, 'tx' | 'now'>,
  facts: store.IdentityFacts,
  { method, contactPointId, checkedBy }: { method: string; contactPointId: string | null; checkedBy: string | null },
): Promise<void> {
  const level = facts.relatedPersonId ? 'verified_for' : 'verified'
  const expiry = expiryOf(facts.sender, now)
  const expiresAt = facts.proxyEndsAt && facts.proxyEndsAt < expiry ? facts.proxyEndsAt : expiry
  await store.insertCheck(tx, { facts, level, method, contactPointId, checkedBy, now, expiresAt })
  await tell({ tx, now }, facts, { event: 'identity.verified', action: 'U', detail: { level, method, contactPointId } })
}

type Told = { event: string; action: 'E' | 'U'; refusal?: 'WRONG_CODE'; detail?: JournalDetail }

const tell = ({ tx, now }: Pick<VerifyDeps, 'tx' | 'now'>, facts: store.IdentityFacts, told: Told): Promise<void> =>
  journal(
    tx,
    {
      ...told,
      resourceKind: 'identity-check',
      conversationId: facts.conversationId,
      patientIds: [facts.patientId],
      fieldClasses: ['contact'],
      ...(told.refusal ? { outcome: 'denied' as const } : {}),
    },
    now,
  )
