/** What is answered waits for the patient's next word and not for a person (understanding-D58). */
import { applyChange, lockConversation } from '#server/modules/conversation/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import type { Hub } from '#server/platform/realtime.ts'

export async function waitForPatient(
  deps: { tx: Transaction; jobs: Jobs; hub: Hub; now: Date },
  conversationId: string,
): Promise<void> {
  const locked = await lockConversation(deps.tx, conversationId)
  if (locked?.state !== 'open' || locked.urgency !== 'routine') return
  const change = { do: 'state', to: { state: 'waiting', waitingOn: 'patient' } } as const
  await applyChange(deps, { conversationId, version: locked.version, change })
}
