/**
 * What is answered waits for the patient's next word and not for a person (understanding-D58). It does so only where nothing else came since:
 * what was handed over, begun or left waits for people, and stays where they see it.
 */
import { applyChange, lockConversation } from '#server/modules/conversation/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { hasUnsettled } from './store.ts'

/** @param settled messages that are answered, of those that came after `afterSeq`. */
export async function waitForPatient(
  deps: { tx: Transaction; jobs: Jobs; hub: Hub; now: Date },
  conversationId: string,
  { afterSeq, settled }: { afterSeq: number; settled: readonly string[] },
): Promise<void> {
  const locked = await lockConversation(deps.tx, conversationId)
  if (locked?.state !== 'open' || locked.urgency !== 'routine' || settled.length === 0) return
  if (await hasUnsettled(deps.tx, { conversationId, afterSeq, settled })) return
  const change = { do: 'state', to: { state: 'waiting', waitingOn: 'patient' } } as const
  await applyChange(deps, { conversationId, version: locked.version, change })
}
