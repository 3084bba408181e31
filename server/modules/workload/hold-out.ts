/**
 * A conversation that is nobody's is held out to the one who fits best, a second after it came (desk-D32).
 *
 * It runs in a job after the commit of the message, and again when an offer was let pass, when somebody comes back, and every few
 * seconds for what nobody fitted. The organization's decisions stand in a line and the conversation is locked, so that two processes
 * never give it away twice. What a person assigned is never touched: only what is nobody's is held out.
 */
import type { Agent, AgentLoad, Load, RoutedConversation } from '#engines/routing/route.ts'
import { missingConditions, route } from '#engines/routing/route.ts'
import {
  canOpen,
  holdOut,
  loadRouting,
  lockConversation,
  type LockedConversation,
} from '#server/modules/conversation/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database, Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { journal } from '#server/platform/journal.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { isLicensed } from './policy.ts'
import { INTERPRETER_SKILL, isAbsenceKnown, kindOf, movesFrom, offerKind, piecesOf } from './rules.ts'
import {
  findOffer,
  givesOutSince,
  hasShifts,
  heldByTheAbsent,
  heldOut,
  holderOf,
  insertOffer,
  insertSnapshot,
  isAnybodyHere,
  loadAbout,
  loadAgents,
  loadPolicy,
  loadSpans,
  lockDecisions,
  newestDecision,
  offerOf,
  passOffer,
  unassigned,
  type AgentRow,
  type Held,
  type SpanRow,
  type StoredPolicy,
} from './store.ts'

export type WorkDeps = { db: Database; jobs: Jobs; hub: Hub; now: () => Date }
export type StepDeps = { tx: Transaction; jobs: Jobs; hub: Hub; now: Date }

/** Conversations looked at in one round: of what the absent hold, and of what nobody has. */
const ROUND_MAX = 50
const WAITING_MAX = 20

/** The job `route`: a conversation has come, or come back; and `route-waiting`: it waits, and may fit somebody now. */
export const routeConversation = (deps: WorkDeps, organizationId: string, conversationId: string): Promise<void> =>
  inTurn(deps, organizationId, 'job route', async (step, policy) => {
    const conversation = await lockConversation(step.tx, conversationId)
    if (conversation) await giveOut(step, conversation, policy)
  })

/** The job `offer-timeout`: an offer that nobody answered goes to the next. One that comes late or twice finds it settled. */
export const endOffer = (deps: WorkDeps, organizationId: string, offerId: string): Promise<void> =>
  inTurn(deps, organizationId, 'job offer-timeout', async (step, policy) => {
    // Also where it is switched off: what was held out in that moment does not stand for ever.
    const named = await findOffer(step.tx, offerId)
    if (named?.state !== 'offered' || named.expiresAt > step.now) return
    await letPass(step, named.conversationId, policy, (offer) => offer.id === offerId)
  })

/** Somebody lets an offer of his pass. @returns false when it is not, or no longer, held out to him. */
export async function passOn(step: StepDeps, conversationId: string, staffId: string): Promise<boolean> {
  await lockDecisions(step.tx)
  return letPass(step, conversationId, await loadPolicy(step.tx), (offer) => offer.staffId === staffId)
}

/** Offers that are taken back with one switch; what is beyond ends with its own time. */
const WITHDRAWN_MAX = 1_000

/** Work is not given out any more: what is held out is nobody's again, and in sight. The decisions wait for it, and then ask the switch. */
export async function withdrawOffers(step: StepDeps): Promise<void> {
  for (const id of await heldOut(step.tx, WITHDRAWN_MAX)) {
    const conversation = await lockConversation(step.tx, id)
    if (conversation?.assignment !== 'offered') continue
    await holdOut(step, conversation, {
      staffId: null,
      event: 'conversation.offer-passed',
      detail: { cause: 'switched-off' },
    })
  }
}

/**
 * Every few seconds: work of those who are gone moves on, and what nobody fitted is tried again (desk-D32). Whoever sits at the desk while the
 * database or this process was away is not gone: `heardSince` is when heartbeats could be kept again.
 */
export async function keepWorkMoving(deps: WorkDeps, organizationId: string, heardSince: Date): Promise<void> {
  const context = systemContext(organizationId, newId(), 'keep-work-moving')
  // Before anything is asked of the database: it may be slow to answer, and nobody is gone for that.
  const now = deps.now()
  const { held, waiting } = await deps.db.transaction(context, async (tx) => {
    const since = await givesOutSince(tx)
    if (!since) return { held: [], waiting: [] }
    const isHere = await isAnybodyHere(tx, now)
    return {
      held: isAbsenceKnown([since, heardSince], now) ? await heldByTheAbsent(tx, now, ROUND_MAX) : [],
      waiting: isHere ? await unassigned(tx, WAITING_MAX) : [],
    }
  })
  for (const work of held) await takeBack(deps, organizationId, work, now)
  for (const id of waiting) await routeConversation(deps, organizationId, id)
}

/**
 * Asks for what is nobody's to be held out: somebody is here who was not. In a queue of its own: at the begin of a shift many come at once,
 * and what arrives in that minute does not stand behind what has waited.
 */
export async function routeWaiting({ tx, jobs }: Pick<StepDeps, 'tx' | 'jobs'>): Promise<void> {
  const { organizationId } = tx.context
  for (const id of await unassigned(tx, WAITING_MAX)) await jobs.send(tx, 'route-waiting', { organizationId, id })
}

const takeBack = (deps: WorkDeps, organizationId: string, { id, assigneeId }: Held, asOf: Date): Promise<void> =>
  inTurn(deps, organizationId, 'keep-work-moving', async (step, policy) => {
    if (!policy.isAutomatic) return
    const conversation = await lockConversation(step.tx, id)
    if (!conversation || conversation.assigneeId !== assigneeId || conversation.state !== 'open') return
    // As it is now: a heartbeat may have come while others were decided.
    const holder = await holderOf(step.tx, id, assigneeId, step.now)
    const kind = kindOf({ ...conversation, isInCall: holder.isInCall }, step.now)
    const cause = movesFrom({ kind, urgency: conversation.urgency }, holder, asOf)
    if (!cause) return
    await holdOut(step, conversation, { staffId: null, event: 'conversation.moved', detail: { cause } })
    await giveOut(step, await held(step.tx, id), policy)
  })

async function letPass(
  step: StepDeps,
  conversationId: string,
  policy: StoredPolicy,
  isThis: (offer: { id: string; staffId: string }) => boolean,
): Promise<boolean> {
  const conversation = await lockConversation(step.tx, conversationId)
  const offer = conversation?.assignment === 'offered' ? await offerOf(step.tx, conversationId) : undefined
  if (!conversation || !offer || !isThis(offer)) return false
  await passOffer(step.tx, offer.id, step.now)
  await holdOut(step, conversation, {
    staffId: null,
    event: 'conversation.offer-passed',
    detail: { snapshot: offer.snapshotId },
  })
  await giveOut(step, await held(step.tx, conversationId), policy)
  return true
}

async function held(tx: Transaction, conversationId: string): Promise<LockedConversation> {
  const conversation = await lockConversation(tx, conversationId)
  if (!conversation) throw new Error('a locked conversation is gone')
  return conversation
}

/** The last of an organization's decisions that this process has begun or will: the next begins after it. */
const lastTurns = new Map<string, Promise<void>>()

/**
 * One decision at a time in an organization. Those of one process wait here and not in the database: ten
 * jobs in a line for one lock would hold ten connections, and a patient's message would find none.
 */
function inTurn(
  { db, jobs, hub, now }: WorkDeps,
  organizationId: string,
  route: string,
  work: (step: StepDeps, policy: StoredPolicy) => Promise<void>,
): Promise<void> {
  const decide = () =>
    db.transaction(systemContext(organizationId, newId(), route), async (tx) => {
      await lockDecisions(tx)
      await work({ tx, jobs, hub, now: now() }, await loadPolicy(tx))
    })
  const turn = (lastTurns.get(organizationId) ?? Promise.resolve()).then(decide)
  const over = turn.catch(() => undefined)
  lastTurns.set(organizationId, over)
  void over.then(() => lastTurns.get(organizationId) === over && lastTurns.delete(organizationId))
  return turn
}

async function giveOut(step: StepDeps, conversation: LockedConversation, stored: StoredPolicy): Promise<void> {
  const { tx, jobs, now } = step
  if (!stored.isAutomatic || conversation.state !== 'open' || conversation.assigneeId !== null) return
  const about = await loadAbout(tx, conversation, now)
  // A red flag asks people by its own ladder; who accepts it has the conversation (desk-D3).
  if (about.hasOpenAlert) return
  const input = await gather(step, conversation, about, stored)
  const outcome = route(input.conversation, input.agents, input.load, input.policy, now)
  const [best] = outcome.ranked
  if (!best) return nobodyFits(step, conversation, input, outcome)

  const snapshot = await insertSnapshot(tx, { conversationId: conversation.id, input, outcome }, now)
  const { kind, urgency } = input.conversation
  const expiresAt = new Date(now.getTime() + input.policy.offerSeconds[offerKind(kind, urgency)] * 1000)
  await holdOut(step, conversation, {
    staffId: best.agent,
    event: 'conversation.offered',
    detail: {
      snapshot,
      score: best.score,
      until: expiresAt.toISOString(),
      reasons: best.reasons.map(({ code }) => code),
    },
  })
  const offer = { conversationId: conversation.id, staffId: best.agent, snapshotId: snapshot, expiresAt }
  const id = await insertOffer(tx, offer, now)
  await jobs.send(tx, 'offer-timeout', { organizationId: tx.context.organizationId, id }, { startAfter: expiresAt })
}

/** It stays in its queue; what is missing is written down once, and again when it is something else (desk-D34). */
async function nobodyFits(
  { tx, hub, now }: StepDeps,
  { id, patientId }: LockedConversation,
  input: Gathered,
  outcome: ReturnType<typeof route>,
): Promise<void> {
  const missing = missingConditions(outcome).map(({ code }) => code)
  const before = await newestDecision(tx, id)
  const wasMissing = before && missingConditions(before.outcome).map(({ code }) => code)
  if (before?.outcome.ranked.length === 0 && wasMissing?.join() === missing.join()) return
  const snapshot = await insertSnapshot(tx, { conversationId: id, input, outcome }, now)
  await journal(
    tx,
    {
      event: 'routing.nobody-fits',
      action: 'E',
      resourceKind: 'conversation',
      resourceId: id,
      conversationId: id,
      patientIds: [patientId],
      detail: { snapshot, missing },
    },
    now,
  )
  tx.afterCommit(() => hub.wake(tx.context.organizationId))
}

type Gathered = {
  conversation: RoutedConversation
  agents: Agent[]
  load: Load
  policy: StoredPolicy['policy']
  now: Date
}

/** The whole input of a decision, as `npm run route` reads it too. */
async function gather(
  { tx, now }: StepDeps,
  conversation: LockedConversation,
  about: Awaited<ReturnType<typeof loadAbout>>,
  { policy, queueSkills }: StoredPolicy,
): Promise<Gathered> {
  const since = new Date(now.getTime() - Math.max(policy.occupancyMin, policy.recoveryMin) * 60_000)
  const [rows, spans, planned, { queues, sites }] = await Promise.all([
    loadAgents(tx, conversation.patientId, now),
    loadSpans(tx, since, now),
    hasShifts(tx, now),
    loadRouting(tx, now),
  ])
  const queue = queues.find(({ id }) => id === conversation.queueId)
  const siteIds = sites.map(({ id }) => id)
  const agents = rows.map((row) => toAgent(row, conversation, planned, siteIds))
  const onShift = rows.filter(({ id }) => agents.some((agent) => agent.id === id && agent.isOnShift))
  return {
    conversation: {
      kind: kindOf({ ...conversation, isInCall: about.isInCall }, now),
      urgency: conversation.urgency,
      isDistressing: about.isDistressing,
      language: conversation.language,
      queueId: conversation.queueId,
      siteId: conversation.siteId,
      needsLicence: queue?.kind === 'clinical',
      skills: (conversation.queueId && queueSkills[conversation.queueId]) || {},
      answeredBy: about.answeredBy,
      passedBy: about.passedBy,
    },
    agents,
    load: {
      byAgent: Object.fromEntries(rows.map((row) => [row.id, toLoad(row, spans, now)])),
      interpreterLanguages: [
        ...new Set(
          onShift.filter(({ skills }) => (skills[INTERPRETER_SKILL] ?? 0) > 0).flatMap((row) => row.languages),
        ),
      ].toSorted(),
    },
    policy,
    now,
  }
}

function toAgent(row: AgentRow, conversation: LockedConversation, planned: boolean, siteIds: readonly string[]): Agent {
  return {
    id: row.id,
    isOnShift: row.isAlive && (!planned || row.shiftEndsAt !== null),
    shiftEndsAt: row.shiftEndsAt,
    isAccepting: row.isAccepting,
    canRead: canOpen(row, conversation.labels),
    isOwnOrFamilyChart: row.isOwnOrFamilyChart,
    queueIds: row.queueIds,
    licensedSiteIds: isLicensed(row) ? (row.siteId ? [row.siteId] : [...siteIds]) : [],
    skills: row.skills,
    languages: row.languages,
    // The first language of a member is his own; it is also the one that our mails to him are in.
    nativeLanguage: row.languages[0] ?? null,
    capacity: row.capacity,
  }
}

export const toLoad = (row: AgentRow, spans: readonly SpanRow[], now: Date): AgentLoad => ({
  spans: spans.filter(({ staffId }) => staffId === row.id).flatMap((span) => piecesOf(span, now)),
  idleSince: row.idleSince,
  returnedAt: row.returnedAt,
  givenSinceReturn: row.givenSinceReturn,
})
