/**
 * Calling somebody back (desk-D62): asked for on the telephone or booked by the desk, tried three times by a person, and then one text.
 * Whoever asks keeps the place in the line; a second request for the same number joins the first.
 */
import { noteAnsweredCall, noteCall, offerByText, quietUntil } from '#server/modules/conversation/index.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import * as store from './call-back-store.ts'
import { decideBooking, nextTry } from './rules.ts'

type Deps = { tx: Transaction; jobs: Jobs; hub: Hub; now: Date }

/** Asked for by the caller: due when the turn comes, but not at night. */
export async function requestCallBack(
  deps: Deps,
  asked: Omit<store.NewCallBack, 'dueAt'> & { waitMin: number },
): Promise<store.CallBack> {
  const { tx, now } = deps
  const turn = new Date(now.getTime() + asked.waitMin * 60_000)
  const dueAt = quietUntil(turn, await store.zonesOf(tx, asked.address)) ?? turn
  return insert(deps, { ...asked, dueAt })
}

export type Booking = { conversationId: string; address: string; at: Date }

/** Booked by a person of the desk, from an hour to thirty days ahead, for a number that belongs to the conversation. */
export async function bookCallBack(
  deps: Deps,
  { conversationId, address, at }: Booking,
): Promise<Result<store.CallBack, 'NOT_FOUND' | 'WRONG_PERSON' | 'INVALID_INPUT' | 'QUIET_HOURS'>> {
  const { tx, now } = deps
  const [conversation] = await tx.run<{ language: string; isTheirs: boolean }>(THEIR_NUMBER, [
    tx.context.organizationId,
    conversationId,
    address,
  ])
  if (!conversation) return refuse('NOT_FOUND')
  if (!conversation.isTheirs) return refuse('WRONG_PERSON', { field: 'address' })
  const decision = decideBooking(at, quietUntil(at, await store.zonesOf(tx, address)), now)
  if (!decision.ok) return decision
  const { language } = conversation
  return ok(await insert(deps, { conversationId, address, language, placeSince: now, dueAt: decision.value }))
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

export type Settled =
  { as: 'reached' } | { as: 'not-reached' } | { as: 'done'; outcome: string } | { as: 'cancelled'; outcome: string }

/** What a person says of a call-back. After the third try that reached nobody, one text leaves, where it may. */
export async function settleCallBack(
  deps: Deps,
  { callBackId, version, staffId, ...settled }: Settled & { callBackId: string; version: number; staffId: string },
): Promise<Result<null, 'NOT_FOUND' | 'CHANGED_MEANWHILE'>> {
  const { tx, now } = deps
  const callBack = await store.lockCallBack(tx, callBackId)
  if (!callBack) return refuse('NOT_FOUND')
  if (callBack.state !== 'open' || callBack.version !== version)
    return refuse('CHANGED_MEANWHILE', { version: callBack.version })
  const noted = { resourceId: callBack.id, conversationId: callBack.conversationId }
  const before = { dueAt: callBack.dueAt, tries: callBack.tries, reachedAt: null, outcome: null, settledBy: null }

  switch (settled.as) {
    case 'reached': {
      const callId = await store.insertTry(tx, callBack, 'talked', now)
      const tries = Math.min(callBack.tries + 1, 3)
      await store.saveCallBack(tx, callBack.id, { ...before, state: 'open', tries, reachedAt: now }, now)
      await noteAnsweredCall(deps, { ...noted, resourceId: callId ?? callBack.id })
      return ok(null)
    }
    case 'not-reached': {
      await store.insertTry(tx, callBack, 'no_answer', now)
      const tries = callBack.tries + 1
      const next = nextTry(tries, now)
      await noteCall(deps, 'call-back', 'not-reached', { ...noted, detail: { try: tries } })
      if (next) {
        const dueAt = quietUntil(next, await store.zonesOf(tx, callBack.address)) ?? next
        await store.saveCallBack(tx, callBack.id, { ...before, state: 'open', tries, dueAt }, now)
        return ok(null)
      }
      await store.saveCallBack(tx, callBack.id, { ...before, state: 'given_up', tries, settledBy: staffId }, now)
      const { conversationId, address, language } = callBack
      const isSent = await offerByText(deps, { conversationId, address, language, kind: 'call-back-missed' })
      await noteCall(deps, 'call-back', isSent ? 'given-up-text' : 'given-up', noted)
      return ok(null)
    }
    case 'done':
    case 'cancelled':
      await store.saveCallBack(
        tx,
        callBack.id,
        { ...before, state: settled.as, outcome: settled.outcome, settledBy: staffId },
        now,
      )
      await noteCall(deps, 'call-back', settled.as, noted)
      return ok(null)
  }
}

/** Numbers of the conversation: what somebody of it called or wrote from, and what is on file for its patient. */
const THEIR_NUMBER = sqlText`
  select c.language, exists (select from party y where y.organization_id = $1 and y.conversation_id = c.id and y.left_at is null
             and y.role <> 'staff' and y.address = $3)
      or exists (select from contact_point p where p.organization_id = $1 and p.value = $3 and p.system in ('sms', 'phone')
             and p.state = 'active' and (p.patient_id = c.patient_id or p.related_person_id = c.related_person_id)) as "isTheirs"
    from conversation c where c.organization_id = $1 and c.id = $2`
