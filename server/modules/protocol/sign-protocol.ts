/** A clinician signs the running triage protocol for the organization: from then on self-care may be told (understanding-D34). */
import { PROTOCOL_VERSION } from '#engines/triage/triage.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { insertSignature } from './store.ts'

type Deps = { tx: Transaction; now: Date }

export async function signProtocol(
  { tx, now }: Deps,
  { version }: { version: string },
  staffId: string,
): Promise<Result<null, 'CHANGED_MEANWHILE'>> {
  if (version !== PROTOCOL_VERSION) return refuse('CHANGED_MEANWHILE')
  const isNew = await insertSignature(tx, version, staffId, now)
  if (isNew)
    await journal(
      tx,
      {
        event: 'protocol.signed',
        action: 'U',
        resourceKind: 'protocol',
        resourceId: tx.context.organizationId,
        detail: { version },
      },
      now,
    )
  return ok(null)
}
