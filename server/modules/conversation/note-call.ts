/** What happened on the telephone around a conversation, for its timeline and its clocks. */
import type { Jobs } from '#server/platform/jobs.ts'
import { journal } from '#server/platform/journal.ts'
import type { Hub } from '#server/platform/realtime.ts'
import type { Transaction } from '#server/platform/database.ts'
import { keepDue } from './due.ts'

type Deps = { tx: Transaction; jobs: Jobs; hub: Hub; now: Date }
type Noted = { resourceId: string; conversationId: string | null; detail?: Record<string, string | number> }

/** `what`: a code such as `consent-given`. */
export async function noteCall(
  { tx, hub, now }: Omit<Deps, 'jobs'>,
  kind: 'call' | 'call-back',
  what: string,
  { resourceId, conversationId, detail }: Noted,
): Promise<void> {
  await journal(
    tx,
    {
      event: `${kind}.${what}`,
      action: what === 'received' || what === 'requested' ? 'C' : 'U',
      resourceKind: kind,
      resourceId,
      conversationId,
      fieldClasses: ['contact'],
      ...(detail ? { detail } : {}),
    },
    now,
  )
  tx.afterCommit(() => hub.wake(tx.context.organizationId))
}

/** A person talked with the patient: that is an answer to everything said before (desk-D25). */
export async function noteAnsweredCall(deps: Deps, noted: Noted & { conversationId: string }): Promise<void> {
  await noteCall(deps, 'call', 'answered', noted)
  await keepDue(deps, noted.conversationId)
}
