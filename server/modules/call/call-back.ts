/**
 * Calling somebody back (desk-D62): asked for on the telephone or booked by the desk, tried three times by a person, and then one text.
 * Whoever asks keeps the place in the line; a second request of the same person for the same number joins the first.
 */
import type { CALL_CHECK_OUTCOMES } from '#contract/call-back.ts'
import type { Refusal } from '#contract/refusal.ts'
import {
  clocksOfNumber,
  noteAnsweredCall,
  noteCall,
  offerByText,
  loadRules,
  quietUntil,
} from '#server/modules/conversation/index.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { Transaction } from '#server/platform/database.ts'
import { DAY_MS, instantOf } from '#engines/calendar/time-zone.ts'
import { confirmByCall } from '#server/modules/identity/index.ts'
import { openingOf } from '#server/modules/service-policy/index.ts'
import * as store from './call-back-store.ts'
import { decideBooking, freeTimes, hasRoom, nextTry, OFFERED_EVERY_MIN, TRIES_MAX } from './rules.ts'

type Deps = { tx: Transaction; jobs: Jobs; hub: Hub; now: Date }

/** Asked for by the caller: due when the turn comes, but not at night. */
export async function requestCallBack(
  deps: Deps,
  asked: Omit<store.NewCallBack, 'dueAt' | 'isBooked'> & { waitMin: number },
): Promise<store.CallBack> {
  const { tx, now } = deps
  const turn = new Date(now.getTime() + asked.waitMin * 60_000)
  const dueAt = quietUntil(turn, await clocksOfNumber(tx, asked.address), await loadRules(tx)) ?? turn
  return insert(deps, { ...asked, dueAt, isBooked: false })
}

export type Booking = { conversationId: string; address: string; at: Date }

/** Booked by a person of the desk, from an hour to thirty days ahead, for a number that belongs to the conversation. */
export async function bookCallBack(
  deps: Deps,
  { conversationId, address, at }: Booking,
): Promise<Result<store.CallBack, 'NOT_FOUND' | 'WRONG_PERSON' | 'INVALID_INPUT' | 'QUIET_HOURS'>> {
  const { tx, now } = deps
  const callable = await store.callableOf(tx, conversationId)
  if (!callable) return refuse('NOT_FOUND')
  if (!callable.numbers.includes(address)) return refuse('WRONG_PERSON', { field: 'address' })
  const decision = await decideTime(tx, { at, address, siteId: callable.siteId }, now)
  if (!decision.ok) return decision
  const { language } = callable
  const asked = { conversationId, address, language, placeSince: now, dueAt: decision.value, isBooked: true }
  return ok(await insert(deps, asked))
}

/** Promised for another time, by the same rules as a booking. Moved by the desk, it is told by a text, where the gate lets it out. */
export async function moveCallBack(
  deps: Deps,
  { callBackId, version, at, by }: { callBackId: string; version: number; at: Date; by: 'desk' | 'patient' },
): Promise<Result<Date, 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'STATE_NOT_ALLOWED' | 'INVALID_INPUT' | 'QUIET_HOURS'>> {
  const { tx, now } = deps
  const locked = await lockOpen(tx, callBackId, version)
  if (!locked.ok) return locked
  const callBack = locked.value
  if (callBack.reachedAt !== null || (await store.isDialed(tx, callBack.id))) return refuse('STATE_NOT_ALLOWED')
  const callable = await store.callableOf(tx, callBack.conversationId)
  const decision = await decideTime(tx, { at, address: callBack.address, siteId: callable?.siteId ?? null }, now)
  if (!decision.ok) return decision
  await store.moveCallBack(tx, callBack.id, at)
  const { conversationId, address, language } = callBack
  if (by === 'desk' && at.getTime() !== callBack.dueAt.getTime())
    await offerByText(deps, { conversationId, address, language, kind: 'call-back-moved', at })
  await noteCall(deps, 'call-back', 'moved', {
    resourceId: callBack.id,
    conversationId,
    detail: { from: callBack.dueAt.toISOString(), to: at.toISOString() },
  })
  return ok(at)
}

export async function decideTime(
  tx: Transaction,
  { at, address, siteId }: { at: Date; address: string; siteId: string | null },
  now: Date,
): Promise<Result<Date, 'INVALID_INPUT' | 'QUIET_HOURS'>> {
  const [zones, isOpen, rules] = await Promise.all([clocksOfNumber(tx, address), openingOf(tx, siteId), loadRules(tx)])
  return decideBooking(at, { quietUntil: quietUntil(at, zones, rules), isOpen: isOpen(at) }, now)
}

export type Offer = store.Callable & { times: Date[] }

/** The times of one day, `YYYY-MM-DD` on the receiver's clock, at which each number of the conversation could be called. */
export async function offerTimes(
  { tx, now }: { tx: Transaction; now: Date },
  callable: store.Callable,
  day: string,
): Promise<Offer> {
  const { numbers, timeZone, siteId } = callable
  const midnight = (date: number) => new Date(instantOf(timeZone, date, 'first'))
  const [from, to] = [midnight(Date.parse(day)), midnight(Date.parse(day) + DAY_MS)]
  const [isOpen, taken, atOnce, rules, zones] = await Promise.all([
    openingOf(tx, siteId),
    store.promisedBetween(tx, from, to),
    store.callsAtOnce(tx),
    loadRules(tx),
    Promise.all(numbers.map((number) => clocksOfNumber(tx, number))),
  ])
  const freedom = {
    isOpen,
    quietUntil: (at: Date) => quietUntil(at, zones.flat(), rules),
    taken: taken.map(({ dueAt }) => dueAt),
    atOnce,
  }
  return { ...callable, times: freeTimes({ from, to }, freedom, now) }
}

/** Whether so few calls are promised at that time that one more can be made; `moved`: the one that is moved does not count. */
export async function canPromise(tx: Transaction, moved: string | null, at: Date): Promise<boolean> {
  const near = OFFERED_EVERY_MIN * 60_000
  const [promised, atOnce] = await Promise.all([
    store.promisedBetween(tx, new Date(at.getTime() - near), new Date(at.getTime() + near)),
    store.callsAtOnce(tx),
  ])
  const taken = promised.filter(({ id }) => id !== moved).map(({ dueAt }) => dueAt)
  return hasRoom(at, taken, atOnce)
}

async function insert(deps: Deps, asked: store.NewCallBack): Promise<store.CallBack> {
  const { callBack, hasJoined } = await store.insertCallBack(deps.tx, asked, deps.now)
  await noteCall(deps, 'call-back', hasJoined ? 'joined' : 'requested', {
    resourceId: callBack.id,
    conversationId: callBack.conversationId,
    detail: { due: callBack.dueAt.toISOString() },
  })
  return callBack
}

type CheckOutcome = (typeof CALL_CHECK_OUTCOMES)[number]
export type Settled =
  | { as: 'reached' }
  | { as: 'not-reached' }
  | { as: 'done'; outcome: string; identity: CheckOutcome | undefined }
  | { as: 'cancelled'; outcome: string }

/**
 * What a person says of a call-back. After the third try that reached nobody, one text leaves, where it may. Of a call that reached somebody
 * it is said too whether it was checked who that is.
 */
export async function settleCallBack(
  deps: Deps,
  { callBackId, version, staffId, ...settled }: Settled & { callBackId: string; version: number; staffId: string },
): Promise<Result<null, Refusal>> {
  const { tx, now } = deps
  const locked = await lockOpen(tx, callBackId, version)
  if (!locked.ok) return locked
  const callBack = locked.value

  switch (settled.as) {
    case 'reached': {
      const callId = await store.insertTry(tx, callBack, 'talked', now)
      await noteReached(deps, callBack, callId ?? callBack.id)
      return ok(null)
    }
    case 'not-reached':
      await (callBack.reachedAt === null
        ? store.insertTry(tx, callBack, 'no_answer', now)
        : store.mendTry(tx, callBack.id))
      await noteNotReached(deps, callBack, staffId)
      return ok(null)
    case 'done':
    case 'cancelled': {
      const { dueAt, tries, reachedAt } = callBack
      const { as: state, outcome } = settled
      const identity = settled.as === 'done' ? (settled.identity ?? null) : null
      if (settled.as === 'done' && reachedAt !== null && identity === null)
        return refuse('INVALID_INPUT', { field: 'identity' })
      if (identity === 'confirmed') {
        const confirmed = await confirmByCall(deps, callBack, staffId)
        if (!confirmed.ok) return confirmed
      }
      const change = { state, dueAt, tries, reachedAt, outcome, settledBy: staffId, identity }
      await store.saveCallBack(tx, callBack.id, change, now)
      await noteCall(deps, 'call-back', state, { ...notedOf(callBack), ...(identity ? { detail: { identity } } : {}) })
      return ok(null)
    }
  }
}

async function lockOpen(
  tx: Transaction,
  callBackId: string,
  version: number,
): Promise<Result<store.CallBack, 'NOT_FOUND' | 'CHANGED_MEANWHILE'>> {
  const callBack = await store.lockCallBack(tx, callBackId)
  if (!callBack) return refuse('NOT_FOUND')
  return callBack.state === 'open' && callBack.version === version
    ? ok(callBack)
    : refuse('CHANGED_MEANWHILE', { version: callBack.version })
}

const notedOf = ({ id, conversationId }: store.CallBack) => ({ resourceId: id, conversationId })

/** Talked: what came of it is said by a person later. `callId`: the try. */
export async function noteReached(deps: Deps, callBack: store.CallBack, callId: string): Promise<void> {
  const tries = Math.min(callBack.tries + 1, TRIES_MAX)
  const { dueAt } = callBack
  const reached = { state: 'open', dueAt, tries, reachedAt: deps.now, outcome: null, settledBy: null } as const
  await store.saveCallBack(deps.tx, callBack.id, reached, deps.now)
  await noteAnsweredCall(deps, { ...notedOf(callBack), resourceId: callId })
}

/** A try in vain, or a talk that was none: again later, or after the last one text, where the gate lets it out. */
export async function noteNotReached(
  deps: Deps,
  callBack: store.CallBack,
  staffId: string,
  what: 'not-reached' | 'voicemail-box' = 'not-reached',
): Promise<void> {
  const { tx, now } = deps
  // The try of what was said to be a talk counts already.
  const tries = callBack.reachedAt === null ? Math.min(callBack.tries + 1, TRIES_MAX) : callBack.tries
  const next = nextTry(tries, now)
  const tried = { tries, reachedAt: null, outcome: null }
  await noteCall(deps, 'call-back', what, { ...notedOf(callBack), detail: { try: tries } })
  if (next) {
    const dueAt = quietUntil(next, await clocksOfNumber(tx, callBack.address), await loadRules(tx)) ?? next
    await store.saveCallBack(tx, callBack.id, { ...tried, state: 'open', dueAt, settledBy: null }, now)
    return
  }
  const { conversationId, address, language, dueAt } = callBack
  await store.saveCallBack(tx, callBack.id, { ...tried, state: 'given_up', dueAt, settledBy: staffId }, now)
  const isSent = await offerByText(deps, { conversationId, address, language, kind: 'call-back-missed' })
  await noteCall(deps, 'call-back', isSent ? 'given-up-text' : 'given-up', notedOf(callBack))
}
