/** What staff do with a turn: call, call again, serve, finish, let go, take back, move to another queue (desk-D64). */
import { endWalkIn, reopenWalkIn, standsIn, takeWalkIn } from '#server/modules/conversation/index.ts'
import { journal } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { Refusal } from '#contract/refusal.ts'
import { decideStep, numberText, type TurnAction, type TurnState } from './rules.ts'
import {
  aheadOf,
  insertTurn,
  lockNext,
  lockTurn,
  queuesAt,
  saveTurn,
  siteOf,
  type LockedTurn,
  type Site,
} from './store.ts'
import type { TurnDeps } from './take-turn.ts'

export type TurnChange = { action: TurnAction; room?: string | undefined; queueId?: string | undefined }
/** Null: the product, at the end of a day. */
type By = { staffId: string | null }

export async function callNext(
  deps: TurnDeps,
  { site, queueId, room, staffId }: { site: Site; queueId: string | undefined; room: string; staffId: string },
): Promise<Result<{ number: string | null }, Refusal>> {
  const turn = await lockNext(deps.tx, site, queueId)
  if (!turn) return ok({ number: null })
  const step = await takeStep(deps, turn, { action: 'call', room }, { staffId })
  return step.ok ? ok({ number: numberText(turn.letter, turn.number) }) : step
}

export async function changeTurn(
  deps: TurnDeps,
  { turnId, staffId, ...change }: TurnChange & { turnId: string; staffId: string },
): Promise<Result<{ state: TurnState }, Refusal>> {
  const { tx, now } = deps
  const turn = await lockTurn(tx, turnId)
  const site = turn && (await siteOf(tx, turn.siteId, now))
  if (!turn || !site) return refuse('NOT_FOUND')
  // The numbers of another day begin anew: nobody holds this one any more.
  if (turn.day !== site.day) return refuse('STATE_NOT_ALLOWED')
  if (change.action === 'call' && !(change.room ?? turn.room)) return refuse('INVALID_INPUT', { field: 'room' })
  if (change.action === 'move') {
    const queue = (await queuesAt(tx, site)).find(({ id }) => id === change.queueId)
    if (!queue || queue.id === turn.queueId) return refuse('INVALID_INPUT', { field: 'queueId' })
  }
  return takeStep(deps, turn, change, { staffId }, site)
}

/** The day is over, and nobody ended this turn: its holder has left. */
export async function leaveAtMidnight(deps: TurnDeps, turnId: string): Promise<void> {
  const turn = await lockTurn(deps.tx, turnId)
  if (turn) await takeStep(deps, turn, { action: 'leave' }, { staffId: null })
}

async function takeStep(
  deps: TurnDeps,
  turn: LockedTurn,
  { action, room, queueId }: TurnChange,
  { staffId }: By,
  site?: Site,
): Promise<Result<{ state: TurnState }, Refusal>> {
  const { tx, hub, now } = deps
  const decision = decideStep(turn, action)
  if (!decision.ok) return decision
  const { state, calls } = decision.value
  const isCall = action === 'call' && state === 'called'
  await saveTurn(
    tx,
    turn.id,
    {
      state,
      calls,
      room: isCall ? (room ?? null) : null,
      staffId: isCall || state === 'serving' ? staffId : null,
      isCall,
    },
    now,
  )
  const { conversationId, patientId } = await standsIn(tx, turn.conversationId)
  await journal(
    tx,
    {
      event: EVENTS[action],
      action: 'U',
      resourceKind: 'front-desk-turn',
      resourceId: turn.id,
      conversationId,
      patientIds: [patientId],
      fieldClasses: ['service'],
      detail: { number: numberText(turn.letter, turn.number), to: state, calls, ...(queueId ? { queueId } : {}) },
    },
    now,
  )
  if (action === 'move' && queueId && site) await goOn(deps, turn, queueId, site)
  if (action === 'serve' && staffId) await takeWalkIn(deps, conversationId, staffId)
  if (turn.isFirst) {
    // Of somebody we know it stays open when he went away unserved: the desk may call him.
    if (state === 'done' || (state === 'left' && patientId === null)) await endWalkIn(deps, turn.conversationId)
    if (action === 'restore' && patientId === null) await reopenWalkIn(deps, turn.conversationId)
  }
  tx.afterCommit(() => hub.wake(tx.context.organizationId))
  return ok({ state })
}

const EVENTS: Record<TurnAction, string> = {
  call: 'front-desk.called',
  serve: 'front-desk.served',
  finish: 'front-desk.done',
  leave: 'front-desk.left',
  restore: 'front-desk.restored',
  move: 'front-desk.moved',
}

/** A moved turn goes on in the other queue, with the number that its holder has in hand and the place that the waiting earned. */
async function goOn({ tx, now }: TurnDeps, turn: LockedTurn, queueId: string, site: Site): Promise<void> {
  await insertTurn(
    tx,
    { ...turn, site, queueId, messageId: null, ahead: await aheadOf(tx, site, queueId, turn.urgency) },
    now,
  )
}
