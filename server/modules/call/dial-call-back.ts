/**
 * The carrier dials a call-back (decision 0121): it rings the agent's telephone or the person's first, and joins the two. The try is a row of
 * `call` from the moment it was asked for; what the carrier tells of it is noted there, and what it means for the call-back here.
 */
import { clocksOfNumber, noteCall, loadRules, quietUntil } from '#server/modules/conversation/index.ts'
import { readContact } from '#server/modules/patient/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { noteNotReached, noteReached } from './call-back.ts'
import { lockCallBack } from './call-back-store.ts'
import * as store from './dial-store.ts'

type Deps = { tx: Transaction; jobs: Jobs; hub: Hub; now: Date }

/** A carrier that tells nothing of a call for this long after it was asked has lost it, in seconds: longer than two telephones ring. */
const SILENT_SECONDS = 120

export async function dialCallBack(
  deps: Deps,
  {
    callBackId,
    version,
    agentNumber,
    first,
    staffId,
  }: { callBackId: string; version: number; agentNumber: string; first: store.FirstLeg; staffId: string },
): Promise<Result<null, 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'STATE_NOT_ALLOWED' | 'INVALID_INPUT' | 'QUIET_HOURS'>> {
  const { tx, jobs, now } = deps
  const { organizationId } = tx.context
  const callBack = await lockCallBack(tx, callBackId)
  if (!callBack) return refuse('NOT_FOUND')
  if (callBack.state !== 'open' || callBack.version !== version)
    return refuse('CHANGED_MEANWHILE', { version: callBack.version })
  const telephone = agentNumber.trim().startsWith('+') ? readContact(agentNumber, 'US') : null
  if (telephone?.system !== 'sms' || telephone.value === callBack.address)
    return refuse('INVALID_INPUT', { field: 'agentNumber', reason: 'no-number' })
  if (callBack.reachedAt !== null) return refuse('STATE_NOT_ALLOWED')
  const until = quietUntil(now, await clocksOfNumber(tx, callBack.address), await loadRules(tx))
  if (until) return refuse('QUIET_HOURS', { until: until.toISOString() })
  const callId = await store.insertDial(tx, { callBack, agentNumber: telephone.value, first, staffId }, now)
  if (!callId) return refuse('STATE_NOT_ALLOWED')
  await jobs.send(tx, 'dial', { organizationId, id: callId })
  await jobs.send(
    tx,
    'end-dial',
    { organizationId, id: callId },
    { startAfter: new Date(now.getTime() + SILENT_SECONDS * 1000) },
  )
  await noteCall(deps, 'call-back', 'dialed', {
    resourceId: callBack.id,
    conversationId: callBack.conversationId,
    detail: { first },
  })
  return ok(null)
}

/**
 * How a dialed call ended. `talked` and the person's `no_answer`, `busy` or `machine` (a voicemail box picked up) are a try; that the agent did not pick up, hung up before, or the carrier
 * failed is none, and the call-back stays as it was. What is told twice finds the call over.
 */
export type DialEnd =
  { of: 'person'; as: 'talked' | 'no_answer' | 'busy' | 'machine' } | { of: 'us'; as: 'failed' | 'hung_up' }

export async function endDial(deps: Deps, call: store.Dial, end: DialEnd): Promise<void> {
  const { tx, now } = deps
  if (!(await store.endDial(tx, call.id, end.as, now))) return
  const callBack = await lockCallBack(tx, call.callBackId)
  const isOpen = callBack?.state === 'open' && callBack.reachedAt === null
  if (callBack && isOpen && end.as === 'talked') return noteReached(deps, callBack, call.id)
  if (callBack && isOpen && end.of === 'person') {
    const what = end.as === 'machine' ? 'voicemail-box' : 'not-reached'
    return noteNotReached(deps, callBack, call.dialedBy, what)
  }
  await noteCall(deps, 'call', end.as === 'talked' ? 'answered' : 'not-joined', {
    resourceId: call.id,
    conversationId: call.conversationId,
  })
}
