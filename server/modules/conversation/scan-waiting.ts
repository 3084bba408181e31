/** Files that could not be scanned when they came: looked at again until the scanner answers (desk-D55). Their message is readable meanwhile. */
import { NOT_SCANNED } from '#contract/held-file.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database, Transaction } from '#server/platform/database.ts'
import type { FileStore } from '#server/platform/file-store.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { journal } from '#server/platform/journal.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { sqlText } from '#server/platform/sql-text.ts'

/** The first look comes after this, the further ones each after the longer time, in seconds. */
const FIRST_LOOK_SECONDS = 60
const NEXT_LOOK_SECONDS = 300
/** After this a file without a verdict is not readable for good, in days. */
const LOOKS_DAYS = 7
const FILES_MAX = 100

export type ScanDeps = {
  db: Database
  jobs: Jobs
  hub: Hub
  files: FileStore
  now: () => Date
  scan: (bytes: Buffer) => Promise<'clean' | 'infected' | 'unreachable'>
}

/** `id`: a message with waiting files, or one uploaded file. */
export const scanLater = ({ tx, jobs, now }: { tx: Transaction; jobs: Jobs; now: Date }, id: string): Promise<void> =>
  jobs.send(
    tx,
    'scan-file',
    { organizationId: tx.context.organizationId, id },
    { startAfter: new Date(now.getTime() + FIRST_LOOK_SECONDS * 1000) },
  )

export async function scanWaiting(deps: ScanDeps, organizationId: string, id: string): Promise<void> {
  const { db, jobs, files, now, scan } = deps
  const context = systemContext(organizationId, newId(), 'job scan-file')
  const waiting = await db.transaction(context, (tx) =>
    tx.run<WaitingFile>(WAITING, [organizationId, id, NOT_SCANNED, FILES_MAX]),
  )
  for (const file of waiting) {
    const verdict = await verdictOf(file, { files, scan, now: now() })
    if (!verdict) {
      await db.transaction(context, (tx) =>
        jobs.send(
          tx,
          'scan-file',
          { organizationId, id },
          { startAfter: new Date(now().getTime() + NEXT_LOOK_SECONDS * 1000) },
        ),
      )
      return
    }
    await db.transaction(context, (tx) => settle(tx, deps, file, verdict))
  }
}

type WaitingFile = { id: string; storageKey: string; receivedAt: Date; conversationId: string | null }
type Scanned = { verdict: 'clean' | 'infected' | 'unreadable'; reason: string | null }

/** @returns undefined while the scanner is away. */
async function verdictOf(
  file: WaitingFile,
  { files, scan, now }: Pick<ScanDeps, 'files' | 'scan'> & { now: Date },
): Promise<Scanned | undefined> {
  const bytes = await files.get(file.storageKey).catch(() => undefined)
  if (!bytes) return { verdict: 'unreadable', reason: 'file_gone' }
  const scanned = await scan(bytes)
  if (scanned === 'clean') return { verdict: 'clean', reason: null }
  if (scanned === 'infected') return { verdict: 'infected', reason: 'infected' }
  const isOver = now.getTime() - file.receivedAt.getTime() > LOOKS_DAYS * 86_400_000
  return isOver ? { verdict: 'unreadable', reason: 'never_scanned' } : undefined
}

async function settle(tx: Transaction, { hub, now }: ScanDeps, file: WaitingFile, scanned: Scanned): Promise<void> {
  const { organizationId } = tx.context
  await tx.run(
    `update attachment set verdict = $3, reason = $4 where organization_id = $1 and id = $2 and verdict = 'waiting'`,
    [organizationId, file.id, scanned.verdict, scanned.reason],
  )
  await journal(
    tx,
    {
      event: 'attachment.scanned',
      action: 'U',
      resourceKind: 'attachment',
      resourceId: file.id,
      conversationId: file.conversationId,
      detail: { verdict: scanned.verdict },
    },
    now(),
  )
  tx.afterCommit(() => hub.wake(organizationId))
}

const WAITING = sqlText`
  select id, storage_key as "storageKey", received_at as "receivedAt", conversation_id as "conversationId"
    from attachment
   where organization_id = $1 and (id = $2 or message_id = $2) and verdict = 'waiting' and reason = $3 and storage_key is not null
   order by id limit $4`
