/** Who picks up when the desk calls somebody back (desk-D62): what is to be checked before, and that it was. */
import type * as z from 'zod'
import type { CallBack } from '#contract/call-back.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { Transaction } from '#server/platform/database.ts'
import { codesFrom } from '#server/modules/patient/index.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { checkOfCall, isSure } from './level-rules.ts'
import * as store from './level-store.ts'
import { vouch } from './verify-person.ts'

export type CallIdentity = z.input<typeof CallBack>['identity'] & {
  /** On record of who writes, else of the patient; null: nobody is linked. */
  language: string | null
}

/** One for each call, in the same order. */
export async function identityOfCalls(
  tx: Transaction,
  calls: readonly { conversationId: string; address: string }[],
  now: Date,
): Promise<CallIdentity[]> {
  const facts = await store.factsOfCalls(tx, calls, now)
  return facts.map(({ onFileSince, ...one }) => ({
    level: one.level,
    check: checkOfCall({ ...one, usableFrom: onFileSince && codesFrom(onFileSince) }, now),
    relatedName: one.relatedName,
    language: one.language,
  }))
}

/**
 * Whoever picked up told two facts: it is the documented check by call-back, with its rules (decision 0223). Who is sure already, by a code
 * in the same call perhaps, stays so.
 */
export async function confirmByCall(
  deps: { tx: Transaction; now: Date },
  { conversationId, address }: { conversationId: string; address: string },
  checkedBy: string,
): Promise<Result<null, Refusal>> {
  const { tx, now } = deps
  const facts = await store.readFacts(tx, conversationId, now)
  if (!facts) return refuse('NOT_FOUND')
  const check = await store.currentCheck(tx, conversationId, now)
  if (check && isSure(check.level)) return ok(null)
  const called = (await store.contactsOnFile(tx, facts)).find(
    ({ system, value }) => system !== 'email' && value === address,
  )
  if (facts.patientId && !called) return refuse('INVALID_INPUT', { field: 'identity', reason: 'other-number' })
  return vouch(deps, { conversationId, method: 'two-facts-and-call-back', contactPointId: called?.id }, checkedBy)
}
