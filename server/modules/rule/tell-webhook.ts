/**
 * A rule tells an address elsewhere of a conversation: ids only, in the Standard Webhooks form (trust-D59), through the one door out.
 *
 * The body says which rule acted where; whoever wants to know more asks with its own access. The receiver knows a repeat by the id.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { systemContext } from '#server/platform/context.ts'
import type { Database, Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { journal } from '#server/platform/journal.ts'
import { exchangeHttp, resolveOutbound, type OutboundRules } from '#server/platform/outbound.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { Keys } from '#server/platform/seal.ts'
import type { Outcome } from './doors.ts'
import {
  claimCall,
  failWhereDisabled,
  forgetEarlierSecret,
  insertCall,
  insertWebhook,
  isActive,
  knowsWebhook,
  nextCall,
  noteFailing,
  replaceSecret,
  settleCall,
  setWebhookState,
  type ClaimedCall,
} from './webhook-store.ts'

const SECRET_BYTES = 32
/** So long the earlier secret signs beside a new one (decision 0135), in hours. */
const EARLIER_HOURS = 24
/** Ten attempts over about three days: the waits between them, in seconds. */
const RETRY_SECONDS = [5, 60, 300, 1_800, 7_200, 18_000, 36_000, 72_000, 115_000]
/** An attempt that tells nothing of its end (a process was killed) is made again after this, in seconds. */
const LOST_SECONDS = 90
/** An address that fails for so long without a break is used no more, in milliseconds (trust.md section 2). */
const FAILING_MAX_MS = 72 * 3_600_000

/** In the transaction of the run: what rolls back tells nobody. */
export async function tellWebhook(
  { tx, jobs, now }: { tx: Transaction; jobs: Jobs; now: Date },
  { webhookId, runId }: { webhookId: string; runId: string },
): Promise<Outcome> {
  const kind = 'webhook' as const
  if (!(await isActive(tx, webhookId))) return { kind, outcome: 'refused', reason: 'WEBHOOK_DISABLED', language: null }
  const id = newId(now.getTime())
  await insertCall(tx, { id, webhookId, runId }, now)
  await jobs.send(tx, 'tell-webhook', { organizationId: tx.context.organizationId, id })
  return { kind, outcome: 'done', reason: null, language: null }
}

export type CallDeps = { db: Database; jobs: Jobs; keys: Keys; now: () => Date; outbound: OutboundRules }

export async function callWebhook(
  { db, jobs, keys, now, outbound }: CallDeps,
  organizationId: string,
  callId: string,
): Promise<void> {
  const context = systemContext(organizationId, newId(), 'job tell-webhook')
  const call = await db.transaction(context, async (tx) => {
    const at = now()
    const lostAt = new Date(at.getTime() + LOST_SECONDS * 1000)
    const claimed = await claimCall(tx, callId, at, lostAt)
    if (claimed) await jobs.send(tx, 'tell-webhook', { organizationId, id: callId }, { startAfter: lostAt })
    else if (await failWhereDisabled(tx, callId, at)) await tellNext(tx, jobs, callId)
    return claimed
  })
  if (!call) return
  const place = placeOf(organizationId, call.webhookId)
  const secrets = [call.sealed, call.earlierSealed].filter((sealed) => sealed !== null)
  const answer = await post(
    call,
    secrets.map((sealed) => keys.open(sealed, place)),
    now(),
    outbound,
  )

  await db.transaction(context, async (tx) => {
    const at = now()
    const isDelivered = /^2\d\d$/.test(answer)
    const since = await noteFailing(tx, call.webhookId, !isDelivered, at)
    if (isDelivered) {
      await settleCall(tx, call, { state: 'delivered', answer, notBefore: at }, at)
      return tellNext(tx, jobs, callId)
    }
    const isGone = answer === '410'
    const isOver = since !== null && at.getTime() - since.getTime() >= FAILING_MAX_MS
    const wait = isGone || isOver ? undefined : RETRY_SECONDS[call.attempts - 1]
    const notBefore = new Date(at.getTime() + (wait ?? 0) * 1000)
    await settleCall(tx, call, { state: wait === undefined ? 'failed' : 'queued', answer, notBefore }, at)
    if (wait !== undefined)
      await jobs.send(tx, 'tell-webhook', { organizationId, id: callId }, { startAfter: notBefore })
    if (isGone || isOver) await disableWebhook(tx, call.webhookId, isGone ? 'gone' : 'failing', at)
    if (wait === undefined) await tellNext(tx, jobs, callId)
  })
}

/** Its own job came while this one waited, and found that it was not its turn. */
async function tellNext(tx: Transaction, jobs: Jobs, callId: string): Promise<void> {
  const next = await nextCall(tx, callId)
  if (next) await jobs.send(tx, 'tell-webhook', { organizationId: tx.context.organizationId, id: next })
}

/** @returns the status of the answer, or the code of why there is none. */
async function post(call: ClaimedCall, secrets: readonly Buffer[], at: Date, outbound: OutboundRules): Promise<string> {
  const body = JSON.stringify({
    type: 'rule.ran',
    timestamp: call.at.toISOString(),
    data: { ruleId: call.ruleId, version: call.version, conversationId: call.conversationId },
  })
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const sign = (secret: Buffer) =>
    `v1,${createHmac('sha256', secret).update(`${call.id}.${timestamp}.${body}`).digest('base64')}`
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'webhook-id': call.id,
    'webhook-timestamp': timestamp,
    // Of each secret that counts, the newest first; the receiver is content with one that it knows.
    'webhook-signature': secrets.map(sign).join(' '),
  }
  const answer = await exchangeHttp(new URL(call.url), { method: 'POST', headers, body }, outbound)
  return answer.ok ? String(answer.value.status) : answer.refusal
}

export const disableWebhook = async (
  tx: Transaction,
  webhookId: string,
  cause: 'by-hand' | 'gone' | 'failing' | null,
  now: Date,
): Promise<boolean> => {
  if (!(await setWebhookState(tx, webhookId, cause))) return false
  const event = cause === null ? 'rule-webhook.enabled' : 'rule-webhook.disabled'
  await journal(tx, { event, action: 'U', resourceKind: 'rule-webhook', resourceId: webhookId, detail: { cause } }, now)
  return true
}

/** The same check as when it is called: a public address by https, or one that the operator named (trust-D58). */
export async function checkAddress(url: string, outbound: OutboundRules): Promise<Result<string, 'INVALID_INPUT'>> {
  const parsed = URL.parse(url)
  const isTls = parsed?.protocol === 'https:'
  if (!parsed || parsed.username || parsed.password || parsed.hash || (!isTls && parsed.protocol !== 'http:'))
    return refuse('INVALID_INPUT', { field: 'url', reason: 'NOT_A_HOST' })
  const port = Number(parsed.port) || (isTls ? 443 : 80)
  const resolved = await resolveOutbound({ host: parsed.hostname, port }, outbound)
  if (!resolved.ok) return refuse('INVALID_INPUT', { field: 'url', reason: resolved.refusal })
  if (!isTls && !resolved.value.isLocal) return refuse('INVALID_INPUT', { field: 'url', reason: 'NOT_TLS' })
  return ok(parsed.href)
}

export async function addWebhook(
  { tx, keys, now }: { tx: Transaction; keys: Keys; now: Date },
  { name, url }: { name: string; url: string },
): Promise<Result<{ webhookId: string; secret: string }, 'INVALID_INPUT'>> {
  const id = newId(now.getTime())
  const { secret, sealed } = newSecret(keys, placeOf(tx.context.organizationId, id))
  if (!(await insertWebhook(tx, { id, name, url, sealed }, now)))
    return refuse('INVALID_INPUT', { field: 'name', reason: 'TOO_MANY' })
  await journal(tx, { event: 'rule-webhook.added', action: 'C', resourceKind: 'rule-webhook', resourceId: id }, now)
  return ok({ webhookId: id, secret })
}

/** A new secret, shown this once; the one before signs too until `earlierUntil`, so that no call is lost while the receiver takes it in. */
export async function renewSecret(
  { tx, keys, now }: { tx: Transaction; keys: Keys; now: Date },
  webhookId: string,
): Promise<Result<{ secret: string; earlierUntil: Date }, 'NOT_FOUND' | 'STATE_NOT_ALLOWED'>> {
  if (!(await knowsWebhook(tx, webhookId))) return refuse('NOT_FOUND')
  const { secret, sealed } = newSecret(keys, placeOf(tx.context.organizationId, webhookId))
  const earlierUntil = new Date(now.getTime() + EARLIER_HOURS * 3_600_000)
  if (!(await replaceSecret(tx, { webhookId, sealed, until: earlierUntil }, now))) return refuse('STATE_NOT_ALLOWED')
  await tellSecret(tx, 'renewed', webhookId, now)
  return ok({ secret, earlierUntil })
}

export async function endEarlierSecret(
  { tx, now }: { tx: Transaction; now: Date },
  webhookId: string,
): Promise<Result<null, 'NOT_FOUND' | 'STATE_NOT_ALLOWED'>> {
  if (!(await knowsWebhook(tx, webhookId))) return refuse('NOT_FOUND')
  if (!(await forgetEarlierSecret(tx, webhookId))) return refuse('STATE_NOT_ALLOWED')
  await tellSecret(tx, 'earlier-ended', webhookId, now)
  return ok(null)
}

const tellSecret = (tx: Transaction, what: 'renewed' | 'earlier-ended', webhookId: string, now: Date) =>
  journal(
    tx,
    { event: `rule-webhook.secret-${what}`, action: 'U', resourceKind: 'rule-webhook', resourceId: webhookId },
    now,
  )

function newSecret(keys: Keys, place: string): { secret: string; sealed: Buffer } {
  const bytes = randomBytes(SECRET_BYTES)
  return { secret: `whsec_${bytes.toString('base64')}`, sealed: keys.seal(bytes, place) }
}

const placeOf = (organizationId: string, id: string): string => `rule_webhook/${organizationId}/${id}/secret`
