/** What each procedure gets: the product's services, and the caller as the guard found him (server/app/guard.ts). */
import type { Refusal } from '#contract/refusal.ts'
import { REFUSALS } from '#contract/refusal.ts'
import { ORPCError } from '@orpc/server'
import type { Context } from './context.ts'
import type { Database, Transaction } from './database.ts'
import type { FairTurns } from './fair-turns.ts'
import type { FileStore } from './file-store.ts'
import type { Jobs } from './jobs.ts'
import type { JournalSpool } from './journal-spool.ts'
import type { Log } from './log.ts'
import type { RateLimits } from './rate-limit.ts'
import type { Hub } from './realtime.ts'
import type { Result } from './result.ts'
import type { Keys } from './seal.ts'

export type Services = {
  db: Database
  jobs: Jobs
  hub: Hub
  log: Log
  now: () => Date
  keys: Keys
  files: FileStore
  rates: RateLimits
  /** Of organizations at what this process does at once. */
  turns: FairTurns
  /** Where the entries of an emergency wait while the journal takes none. */
  spool: JournalSpool
  /** The address of this installation, without a slash at the end: for links in mails and the origin of passkeys. */
  publicUrl: string
}

/** `Caller` is the identity module's; the rest of the house reads `context` and the three kinds of people below. */
export type RouteContext<Caller = unknown> = Services & {
  caller: Caller
  /** For whom a transaction of this call runs. */
  context: Context
  staff: { id: string; undoSeconds: number } | null
  person: {
    patientId: string | null
    relatedPersonId: string | null
    patientIds: readonly string[]
    /** Live grants to speak for others. */
    proxies: readonly { proxyLinkId: string; patientId: string; relatedPersonId: string; scope: readonly string[] }[]
    language: string
    siteId: string | null
  } | null
  visitor: Visitor | null
  /** When it reached us, where that was before: an emergency that could not be stored at once (decision 0130). */
  heardAt?: Date
  /** The request's and answer's headers, for cookies. Header names in lower case. */
  http: { header(name: string): string | undefined; setHeader(name: string, value: string | string[]): void }
}

export type Visitor = {
  id: string
  conversationId: string | null
  patientId: string | null
  language: string | null
  channelAccountId: string
}

/** A refusal becomes the contract's error; everything else is the value. */
export function valueOf<T>(result: Result<T, Refusal>, requestId: string): T {
  if (result.ok) return result.value
  throw refusalError(result.refusal, requestId, result.detail)
}

export function refusalError(refusal: Refusal, requestId: string, detail?: Record<string, unknown>) {
  const { status, message } = REFUSALS[refusal]
  // The field stands beside the detail, where the contract has it and a screen looks for it.
  const { field, ...rest } = detail ?? {}
  const data = {
    requestId,
    ...(typeof field === 'string' ? { field } : {}),
    ...(Object.keys(rest).length > 0 ? { detail: rest } : {}),
  }
  return new ORPCError(refusal, { status, message, defined: true, data })
}

/** Runs a use case in one transaction of the caller; a refusal rolls back. */
export async function inTransaction<T>(
  route: RouteContext,
  work: (deps: { tx: Transaction; jobs: Jobs; hub: Hub; now: Date }) => Promise<Result<T, Refusal>>,
): Promise<T> {
  const { db, jobs, hub, now, context } = route
  return db.transaction(context, async (tx) => valueOf(await work({ tx, jobs, hub, now: now() }), context.requestId))
}
