/**
 * From held to handed over: the second half of the outbox. Runs as a job; every step is one conditional update, so that a job
 * that comes twice, late or from a dead worker does nothing (trust-D67 to D69).
 */
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { journal } from '#server/platform/journal.ts'
import type { Hub } from '#server/platform/realtime.ts'
import type { Database, Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { systemContext } from '#server/platform/context.ts'
import { decideWaiting, WAITING, type Waiting } from './decide-waiting.ts'
import { askedUntil, isAsked, type Decision, type SendChannel } from './gate.ts'
import { lockConversation } from './store.ts'
import { filesOfMessage, splitFiles, type SplitFiles } from './answer-files.ts'

export type DeliverDeps = {
  db: Database
  jobs: Jobs
  hub: Hub
  now: () => Date
  carriers: Carriers
  /** Unread for this long after it became visible, an answer of portal or widget also goes by mail or text (desk-D45). */
  continuityMinutes: number
}

/** What a channel gets to hand over, and what it says of it. `unknown`: it may have arrived; software does not send it again. */
export type Handover = {
  organizationId: string
  deliveryId: string
  conversationId: string
  messageId: string
  partyId: string | null
  channel: SendChannel
  address: string
  idempotencyKey: string
  attempt: number
  isAutomatic: boolean
  purpose: string
  language: string
  text: string
  /** False: the channel sends a link to the portal in place of the text. */
  carriesText: boolean
  /** Where the answer waits unread, of which this tells (desk-D45); null: the message itself. */
  continues: 'portal-chat' | 'widget' | null
  /** Those that go along where the words go, and whether others wait in the portal. */
  files: SplitFiles
  replyToExternalId: string | null
}
export type HandoverReport =
  | { state: 'handed_over'; providerRef: string; messageToken?: string }
  | { state: 'failed'; cause: string; canRetry: boolean }
  | { state: 'unknown'; cause: string }

/** Channels that leave the building, by name. Portal and widget need none: their readers come to us. */
export type Carriers = Partial<Record<SendChannel, (handover: Handover) => Promise<HandoverReport>>>

/** A worker that has not renewed its hold on a delivery for this long is taken for dead, in seconds (desk-D43). */
const LEASE_SECONDS = 30
const HEARTBEAT_SECONDS = 10
/** Known refusals are tried again five times, with these waits in seconds: over about 30 minutes (desk-D43). */
const RETRY_SECONDS = [15, 60, 240, 600, 900]
/** A held delivery that may not leave yet is looked at again after this, in seconds. */
const HELD_AGAIN_SECONDS = 300

/** When something held is looked at again, to be decided anew and not merely sent. */
export const heldUntil = (decision: Decision & { do: 'hold' | 'ask' }, at: Date): Date =>
  decision.do === 'ask' ? askedUntil(at) : (decision.until ?? new Date(at.getTime() + HELD_AGAIN_SECONDS * 1000))

/** The undo time is over: the answer becomes visible where it is read here, or goes to its carrier. */
export async function releaseHeld(
  { db, jobs, hub, now, continuityMinutes }: DeliverDeps,
  organizationId: string,
  deliveryId: string,
): Promise<void> {
  const at = now()
  await db.transaction(systemContext(organizationId, newId(), 'job release-held'), async (tx) => {
    const [of] = await tx.run<{ conversationId: string }>(CONVERSATION_OF, [organizationId, deliveryId])
    // The conversation first, as in undo: the other order would let the two wait for each other.
    const conversation = of && (await lockConversation(tx, of.conversationId))
    if (!conversation) return
    const [held] = await tx.run<Waiting>(LOCK_HELD, [organizationId, deliveryId, at])
    if (!held) return

    // Decided again at release, not merely sent: consent, contact point and outbound switch may have changed.
    const decision: Decision | { do: 'refuse'; reason: 'NOT_DECIDED' } = isAsked(held.cause)
      ? { do: 'refuse', reason: 'NOT_DECIDED' }
      : await decideWaiting(tx, conversation, held, at)
    if (decision.do === 'hold' || decision.do === 'ask') {
      const again = heldUntil(decision, at)
      await tx.run(SET_STATE, [organizationId, deliveryId, 'held', decision.reason, at, again, newId()])
      await jobs.send(tx, 'release-held', { organizationId, id: deliveryId }, { startAfter: again })
      return
    }
    const isSpokenHere = held.channel === 'portal-chat' || held.channel === 'widget'
    const state = decision.do === 'refuse' ? 'blocked' : isSpokenHere ? 'delivered' : 'queued'
    await tx.run(SET_STATE, [
      organizationId,
      deliveryId,
      state,
      decision.do === 'refuse' ? decision.reason : null,
      at,
      at,
      newId(),
    ])
    if (state !== 'blocked')
      await tx.run(`update message set held_until = null where organization_id = $1 and id = $2`, [
        organizationId,
        held.messageId,
      ])
    if (state === 'queued') await jobs.send(tx, 'deliver', { organizationId, id: deliveryId })
    if (isSpokenHere && state === 'delivered') {
      await jobs.send(
        tx,
        'continuity',
        { organizationId, id: held.messageId },
        { startAfter: new Date(at.getTime() + continuityMinutes * 60_000) },
      )
    }
    await tellState(tx, deliveryId, held.conversationId, state, at)
    tx.afterCommit(() => hub.wake(organizationId))
  })
}

/** Hands one delivery to its carrier. `sending` is committed before the carrier is called: what happens after a crash is `unknown`. */
export async function deliver(deps: DeliverDeps, organizationId: string, deliveryId: string): Promise<void> {
  const { db, hub, now, carriers } = deps
  const claimed = await db.transaction(systemContext(organizationId, newId(), 'job deliver'), (tx) =>
    claim(deps, tx, deliveryId),
  )
  if (!claimed) return
  const carrier = carriers[claimed.channel]
  const stopHeartbeat = keepLease(deps, claimed)
  const report: HandoverReport = carrier
    ? await carrier(claimed).catch((): HandoverReport => ({ state: 'unknown', cause: 'carrier-broke-off' }))
    : { state: 'failed', cause: 'no-carrier', canRetry: false }
  stopHeartbeat()

  await db.transaction(systemContext(organizationId, newId(), 'job deliver'), async (tx) => {
    const at = now()
    const wait = RETRY_SECONDS[claimed.tries - 1]
    const again = report.state === 'failed' && report.canRetry && wait !== undefined
    const next = again ? new Date(at.getTime() + wait * 1000 * (0.8 + Math.random() * 0.4)) : at
    const rows = await tx.run(SETTLE, [
      organizationId,
      deliveryId,
      claimed.attempt,
      again ? 'queued' : report.state,
      report.state === 'handed_over' ? null : report.cause,
      report.state === 'handed_over' ? report.providerRef : null,
      at,
      next,
      newId(),
    ])
    // The fencing token did not match: this worker was taken for dead, and somebody else decides.
    if (rows.length === 0) return
    if (report.state === 'handed_over' && report.messageToken) {
      await tx.run(
        `update message set external_id = $3, message_id_token = $4 where organization_id = $1 and id = $2 and external_id is null`,
        [organizationId, claimed.messageId, report.providerRef, report.messageToken],
      )
    }
    if (again) await deps.jobs.send(tx, 'deliver', { organizationId, id: deliveryId }, { startAfter: next })
    await tellState(tx, deliveryId, claimed.conversationId, again ? 'queued' : report.state, at)
    tx.afterCommit(() => hub.wake(organizationId))
  })
}

/** Says every few seconds that this worker still lives; the process that dies says it no more. @returns what stops it. */
function keepLease({ db, now }: DeliverDeps, { organizationId, deliveryId, attempt }: Handover): () => void {
  const beat = () =>
    void db
      .transaction(systemContext(organizationId, newId(), 'job deliver'), (tx) =>
        tx.run(RENEW, [organizationId, deliveryId, attempt, new Date(now().getTime() + LEASE_SECONDS * 1000)]),
      )
      .catch(() => undefined)
  const timer = setInterval(beat, HEARTBEAT_SECONDS * 1000)
  return () => clearInterval(timer)
}

async function claim(
  { now, jobs }: DeliverDeps,
  tx: Transaction,
  deliveryId: string,
): Promise<(Handover & { tries: number }) | undefined> {
  const at = now()
  const { organizationId } = tx.context
  if (!(await mayStillLeave(tx, jobs, deliveryId, at))) return undefined
  // A lease that ran out in `sending`: the carrier may have it. A person decides (desk-D43).
  const lost = await tx.run<{ conversation_id: string }>(MARK_LOST, [organizationId, deliveryId, at, newId()])
  if (lost[0]) {
    await tellState(tx, deliveryId, lost[0].conversation_id, 'unknown', at)
    return undefined
  }
  const lease = new Date(at.getTime() + LEASE_SECONDS * 1000)
  const [row] = await tx.run<Omit<Handover, 'files'> & { tries: number }>(CLAIM, [
    organizationId,
    deliveryId,
    at,
    lease,
  ])
  // If the process dies while the carrier has it, a job after the lease finds it run out and says so.
  const [held] = row ? [{ until: lease }] : await tx.run<{ until: Date }>(LEASED, [organizationId, deliveryId])
  if (held)
    await jobs.send(
      tx,
      'deliver',
      { organizationId, id: deliveryId },
      { startAfter: new Date(held.until.getTime() + 1_000) },
    )
  if (!row) return undefined
  const takesFiles = row.carriesText && !row.isAutomatic
  const files = takesFiles ? await filesOfMessage(tx, row.messageId) : []
  return { ...row, organizationId, files: splitFiles(row.channel, files) }
}

/**
 * The gate once more, at hand-over: between writing and leaving the address may have bounced, consent been taken back, sending been
 * switched off (desk-D36, D46), also while a carrier that refuses for now is asked again.
 */
async function mayStillLeave(tx: Transaction, jobs: Jobs, deliveryId: string, at: Date): Promise<boolean> {
  const { organizationId } = tx.context
  const [of] = await tx.run<{ conversationId: string }>(CONVERSATION_OF, [organizationId, deliveryId])
  const conversation = of && (await lockConversation(tx, of.conversationId))
  if (!conversation) return false
  const [queued] = await tx.run<Waiting>(LOCK_QUEUED, [organizationId, deliveryId])
  if (!queued) return true
  const decision = await decideWaiting(tx, conversation, queued, at)
  if (decision.do === 'allow') return true
  // What software wrote does not wait for sending to be switched on: it would come when nobody needs it.
  const isOver = decision.do === 'refuse' || (queued.isAutomatic && decision.reason === 'OUTBOUND_OFF')
  const again = isOver ? at : heldUntil(decision, at)
  const state = isOver ? 'blocked' : 'held'
  await tx.run(SET_STATE, [organizationId, deliveryId, state, decision.reason, at, again, newId()])
  if (state === 'held') await jobs.send(tx, 'release-held', { organizationId, id: deliveryId }, { startAfter: again })
  await tellState(tx, deliveryId, conversation.id, state, at)
  return false
}

async function tellState(
  tx: Transaction,
  deliveryId: string,
  conversationId: string,
  state: string,
  at: Date,
): Promise<void> {
  await journal(
    tx,
    {
      event: `delivery.${state}`,
      action: 'U',
      resourceKind: 'delivery',
      resourceId: deliveryId,
      conversationId,
      detail: { state },
    },
    at,
  )
}

/** What a person says of a delivery, and in which states it can be said (desk-D43). */
const MAY_SETTLE = {
  handed_over: ['unknown', 'failed'],
  failed: ['unknown', 'failed'],
  'done-without': ['failed', 'blocked'],
  'send-again': ['unknown', 'failed', 'blocked'],
}

/** A person settles what software may not: it arrived, it did not, it is not needed any more, or send it afresh (desk-D43). */
export async function settleDelivery(
  { tx, jobs, hub, now }: { tx: Transaction; jobs: Jobs; hub: Hub; now: Date },
  { conversationId, deliveryId, as }: { conversationId: string; deliveryId: string; as: keyof typeof MAY_SETTLE },
): Promise<boolean> {
  const { organizationId } = tx.context
  const rows = await tx.run<{ state: string }>(SETTLE_BY_HAND, [organizationId, deliveryId, conversationId, as, now, newId(), MAY_SETTLE[as]]) // prettier-ignore
  const [settled] = rows
  if (!settled) return false
  const queue = { held: 'release-held', queued: 'deliver' } as const
  if (settled.state === 'held' || settled.state === 'queued')
    await jobs.send(tx, queue[settled.state], { organizationId, id: deliveryId })
  await tellState(tx, deliveryId, conversationId, settled.state, now)
  tx.afterCommit(() => hub.wake(organizationId))
  return true
}

const CONVERSATION_OF = sqlText`
  select conversation_id as "conversationId" from delivery where organization_id = $1 and id = $2`

const LOCK_HELD = `${WAITING} and id = $2 and state = 'held' and not_before <= $3 for update`
const LOCK_QUEUED = `${WAITING} and id = $2 and state = 'queued' for update`

const SET_STATE = sqlText`
  with d as (
    update delivery set state = $3, cause = $4, changed_at = $5, not_before = $6 where organization_id = $1 and id = $2 returning id, attempt
  )
  insert into delivery_step (organization_id, delivery_id, at, id, state, cause, attempt) select $1, id, $5, $7, $3, $4, attempt from d`

const MARK_LOST = sqlText`
  with d as (
    update delivery set state = 'unknown', cause = 'worker-lost', changed_at = $3
     where organization_id = $1 and id = $2 and state = 'sending' and lease_until < $3
    returning id, attempt, conversation_id
  ), step as (
    insert into delivery_step (organization_id, delivery_id, at, id, state, cause, attempt) select $1, id, $3, $4, 'unknown', 'worker-lost', attempt from d
  )
  select conversation_id from d`

const LEASED = sqlText`
  select lease_until as until from delivery where organization_id = $1 and id = $2 and state = 'sending' and lease_until is not null`

const RENEW = sqlText`
  update delivery set lease_until = $4 where organization_id = $1 and id = $2 and state = 'sending' and attempt = $3`

// A person's "send again" begins a new row of tries; the attempt number goes on, since it is the fencing token.
const CLAIM = sqlText`
  with d as (
    update delivery set state = 'sending', attempt = attempt + 1, lease_until = $4, changed_at = $3
     where organization_id = $1 and id = $2 and state = 'queued' and not_before <= $3
    returning *
  ), step as (
    insert into delivery_step (organization_id, delivery_id, at, id, state, attempt) select $1, id, $3, gen_random_uuid(), 'sending', attempt from d
  )
  select d.id as "deliveryId", d.conversation_id as "conversationId", d.message_id as "messageId", d.party_id as "partyId", d.channel,
         d.address, d.idempotency_key as "idempotencyKey", d.attempt,
         (select count(*)::int + 1 from delivery_step s where s.organization_id = $1 and s.delivery_id = d.id and s.state = 'sending'
           and s.at > coalesce((select max(p.at) from delivery_step p where p.organization_id = $1 and p.delivery_id = d.id
             and p.cause = 'settled-by-person'), '-infinity')) as tries,
         d.is_automatic as "isAutomatic", d.purpose, m.language, m.text,
         case when d.idempotency_key like '%:continuity' then m.channel end as "continues",
         not (d.idempotency_key like '%:continuity' and (d.channel = 'sms' or exists (select from contact_point q
             where q.organization_id = $1 and q.system = d.channel and q.value = d.address and q.id <> d.contact_point_id and q.state <> 'detached')))
           and (d.is_automatic or (d.carries_text and (c.patient_id is null or coalesce(p.allows_plain, false)))) as "carriesText",
         (select i.external_id from message i where i.organization_id = $1 and i.conversation_id = c.id and i.direction = 'in'
           and i.channel = d.channel order by i.seq desc limit 1) as "replyToExternalId"
    from d
    join message m on m.organization_id = $1 and m.id = d.message_id
    join conversation c on c.organization_id = $1 and c.id = d.conversation_id
    left join contact_point p on p.organization_id = $1 and p.id = d.contact_point_id`

const SETTLE = sqlText`
  with d as (
    update delivery set state = $4, cause = $5, provider_ref = $6, changed_at = $7, not_before = $8, lease_until = null
     where organization_id = $1 and id = $2 and state = 'sending' and attempt = $3
    returning id, attempt
  )
  insert into delivery_step (organization_id, delivery_id, at, id, state, cause, attempt) select $1, id, $7, $9, $4, $5, attempt from d
  returning id`

// What was blocked goes through its release once more: it is decided anew, and nobody has seen it before.
const SETTLE_BY_HAND = sqlText`
  with d as (
    update delivery
       set state = case when $4 = 'send-again' then case when state = 'blocked' then 'held' else 'queued' end when $4 = 'done-without' then state else $4 end,
           cause = 'settled-by-person', changed_at = $5, not_before = $5
     where organization_id = $1 and id = $2 and conversation_id = $3 and state = any ($7)
    returning id, attempt, state
  )
  insert into delivery_step (organization_id, delivery_id, at, id, state, cause, attempt) select $1, id, $5, $6, state, 'settled-by-person', attempt from d
  returning state`
