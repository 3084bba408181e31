/** Somebody who stands at the front desk was checked by staff: here, or before with a code that was given to that person (decision 0086). */
import type { Transaction } from '#server/platform/database.ts'
import { lockFacts } from './level-store.ts'
import { raise } from './verify-person.ts'

export type DeskCheck = 'document-in-person' | 'check-in-code'

/** It holds for the sender who came to the desk, as long as a check of somebody present does. */
export async function verifyAtDesk(
  tx: Transaction,
  { conversationId, method, checkedBy }: { conversationId: string; method: DeskCheck; checkedBy: string },
  now: Date,
): Promise<void> {
  const facts = await lockFacts(tx, conversationId, now)
  if (!facts?.patientId) return
  const present = { ...facts, relatedPersonId: null, proxyEndsAt: null }
  await raise({ tx, now }, present, { method, contactPointId: null, checkedBy })
}
