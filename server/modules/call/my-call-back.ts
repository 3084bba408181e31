/**
 * A patient asks for a call in the portal (desk-D62, decision 0136): at a time that the desk itself could promise, one open call of a person for a number.
 * What the desk does with it is what it does with every other.
 */
import { noteCall } from '#server/modules/conversation/index.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { Transaction } from '#server/platform/database.ts'
import { bookCallBack, canPromise, decideTime, moveCallBack, offerTimes, type Offer } from './call-back.ts'
import { callableOf, isDialed, lockCallBack, openCallBack, saveCallBack, type CallBack } from './call-back-store.ts'
import { hasOpenLine, lockBookings, ownCallable } from './my-call-back-store.ts'

type Deps = { tx: Transaction; jobs: Jobs; hub: Hub; now: Date }
/** `relatedPersonId`: who speaks for the patient; null: the patient. */
export type Asking = { patientId: string; relatedPersonId: string | null }
type BookingRefusal = 'NOT_FOUND' | 'WRONG_PERSON' | 'INVALID_INPUT' | 'QUIET_HOURS' | 'STATE_NOT_ALLOWED'

/** When whoever asks could be called on one day; undefined: there is no such patient. `isOffered`: a number of ours takes and makes calls. */
export async function offerOwn(
  { tx, now }: { tx: Transaction; now: Date },
  asking: Asking,
  day: string,
): Promise<(Offer & { isOffered: boolean }) | undefined> {
  const callable = await ownCallable(tx, asking)
  return callable && { ...(await offerTimes({ tx, now }, callable, day)), isOffered: await hasOpenLine(tx) }
}

/** The conversation is one that the person sees. */
export async function bookOwnCallBack(
  deps: Deps,
  { conversationId, address, at, ...asking }: Asking & { conversationId: string; address: string; at: Date },
): Promise<Result<CallBack, BookingRefusal>> {
  const { tx } = deps
  const callable = await ownCallable(tx, asking)
  if (!callable) return refuse('NOT_FOUND')
  if (!callable.numbers.includes(address)) return refuse('WRONG_PERSON', { field: 'address' })
  if (!(await hasOpenLine(tx))) return refuse('STATE_NOT_ALLOWED', { reason: 'no-line' })
  await lockBookings(tx)
  if (await openCallBack(tx, { conversationId, address }))
    return refuse('STATE_NOT_ALLOWED', { field: 'address', reason: 'promised' })
  const free = await decideFree(deps, { at, address, siteId: callable.siteId, moved: null })
  return free.ok ? bookCallBack(deps, { conversationId, address, at }) : free
}

/** Another time, by the same rules. */
export async function moveOwnCallBack(
  deps: Deps,
  { callBackId, version, at }: { callBackId: string; version: number; at: Date },
): Promise<Result<Date, BookingRefusal | 'CHANGED_MEANWHILE'>> {
  const { tx } = deps
  await lockBookings(tx)
  const callBack = await lockCallBack(tx, callBackId)
  const callable = callBack && (await callableOf(tx, callBack.conversationId))
  if (!callable) return refuse('NOT_FOUND')
  const free = await decideFree(deps, { at, address: callBack.address, siteId: callable.siteId, moved: callBackId })
  return free.ok ? moveCallBack(deps, { callBackId, version, at, by: 'patient' }) : free
}

/** Open here, no night there, and a telephone of the desk is free: what a patient chooses was offered, or could have been. */
async function decideFree(
  { tx, now }: Deps,
  wanted: { at: Date; address: string; siteId: string | null; moved: string | null },
): Promise<Result<Date, 'INVALID_INPUT' | 'QUIET_HOURS'>> {
  const decision = await decideTime(tx, wanted, now)
  if (!decision.ok || (await canPromise(tx, wanted.moved, wanted.at))) return decision
  return refuse('INVALID_INPUT', { field: 'at', reason: 'taken' })
}

/** Not needed any more, says the patient; no reason is asked for. */
export async function cancelOwnCallBack(
  deps: Deps,
  { callBackId, version }: { callBackId: string; version: number },
): Promise<Result<null, 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'STATE_NOT_ALLOWED'>> {
  const { tx, now } = deps
  const callBack = await lockCallBack(tx, callBackId)
  if (!callBack) return refuse('NOT_FOUND')
  const { conversationId, dueAt, tries, reachedAt } = callBack
  if (callBack.state !== 'open' || callBack.version !== version)
    return refuse('CHANGED_MEANWHILE', { version: callBack.version })
  if (reachedAt !== null || (await isDialed(tx, callBackId))) return refuse('STATE_NOT_ALLOWED')
  const cancelled = { state: 'cancelled', dueAt, tries, reachedAt: null, outcome: null, settledBy: null } as const
  await saveCallBack(tx, callBackId, cancelled, now)
  await noteCall(deps, 'call-back', 'called-off', { resourceId: callBackId, conversationId })
  return ok(null)
}
