/**
 * A queue is taken out of use (decision 0120): nothing comes in any more, and what is open goes on in a queue of the same kind. A job moves
 * it, so that the wish is kept however much there is. Its row and name stay: what is over still says where it was.
 */
import type { Refusal } from '#contract/refusal.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { journal, type JournalDetail } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { Transaction } from '#server/platform/database.ts'
import { decideRetirement } from './rules.ts'
import { lockQueue, markRestored, markRetired, useOf } from './store.ts'

type Deps = { tx: Transaction; jobs: Jobs; now: Date }

export async function retireQueue(
  { tx, jobs, now }: Deps,
  { queueId, successorId }: { queueId: string; successorId: string },
): Promise<Result<Record<string, never>, Refusal>> {
  if (!(await lockQueue(tx, queueId))) return refuse('NOT_FOUND')
  // Read behind the lock: of two who retire each other's successor the second finds none.
  const use = await useOf(tx, queueId, now)
  if (!use) return refuse('NOT_FOUND')
  const decision = decideRetirement(use, successorId)
  if (!decision.ok) return decision
  await markRetired(tx, { queueId, successorId }, now)
  await jobs.send(tx, 'empty-queue', { organizationId: tx.context.organizationId, id: queueId })
  await tell(tx, 'queue.retired', queueId, { to: successorId }, now)
  return ok({})
}

export async function restoreQueue(
  { tx, now }: Deps,
  queueId: string,
): Promise<Result<Record<string, never>, Refusal>> {
  if (!(await lockQueue(tx, queueId))) return refuse('NOT_FOUND')
  if (!(await markRestored(tx, queueId))) return refuse('STATE_NOT_ALLOWED')
  await tell(tx, 'queue.restored', queueId, {}, now)
  return ok({})
}

const tell = (tx: Transaction, event: string, resourceId: string, detail: JournalDetail, now: Date): Promise<void> =>
  journal(tx, { event, action: 'U', resourceKind: 'queue', resourceId, detail }, now)
