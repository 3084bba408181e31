/** The end of a call that its caller left: abandoned after more than ten seconds in the line, and then one text (desk-D63). */
import {
  addCallEvent,
  isOver,
  lockCall,
  lockCallById,
  saveCall,
  stateAtHangUp,
  type Call,
} from '#server/modules/call/index.ts'
import type { FormField } from '#engines/sms/carrier-signature.ts'
import { noteCall, offerByText } from '#server/modules/conversation/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import type { Hub } from '#server/platform/realtime.ts'
import type { Services } from '#server/platform/route-context.ts'
import { seeArrivals, settleArrival, type Outcome } from '../arrival.ts'
import { formValues } from '../form-values.ts'
import { arrivingCall, fromOf } from './arriving-call.ts'
import { sourceOf, type OwnLine } from './own-line.ts'

type Deps = { tx: Transaction; jobs: Jobs; hub: Hub; now: Date }

/** Words that carriers have for the end of a call. */
const FINAL = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled'])
/** A call that rings at the desk may have been talked: the carrier says so in a form of its own, which comes a moment later, in seconds. */
const RANG_SECONDS = 10

/** What a carrier says of the end of a call, whenever and however often it says so. */
export async function takeStatus(services: Services, line: OwnLine, fields: readonly FormField[]): Promise<void> {
  const { db, jobs, hub } = services
  const values = formValues(fields)
  const carrierCallId = values.get('CallSid') ?? ''
  const status = values.get('CallStatus') ?? ''
  const source = sourceOf(line)
  const key = `${carrierCallId.slice(0, 64)}:status:${status.slice(0, 60)}`
  const context = systemContext(line.organizationId, newId(), source)
  await db.transaction(context, (tx) => seeArrivals(tx, source, [key], services.now()))
  await db.transaction(context, async (tx) => {
    const now = services.now()
    const deps = { tx, jobs, hub, now }
    const settle = (outcome: Outcome) => settleArrival(tx, source, key, outcome, now)
    if (!/^[A-Za-z0-9]{2,64}$/.test(carrierCallId) || !/^[a-z-]{1,60}$/.test(status)) return settle('refused')
    // A status may be the first that is heard of a call: every attempt has a row.
    const { call } = await lockCall(tx, arrivingCall(line, { carrierCallId, from: fromOf(values) }, 'en'), now)
    const event = { key: `status:${status}`, kind: 'ended', detail: status } as const
    if (!FINAL.has(status) || !(await addCallEvent(tx, call.id, event, now))) return settle('duplicate')
    if (call.state === 'ringing') {
      const startAfter = new Date(now.getTime() + RANG_SECONDS * 1000)
      await jobs.send(tx, 'end-call', { organizationId: line.organizationId, id: call.id }, { startAfter })
    } else if (!isOver(call.state)) await endCall(deps, call)
    return settle('stored')
  })
}

/** The job: it rang at the desk, and nobody told since that it was talked. */
export async function endRungCall(
  { db, jobs, hub, now }: Services,
  organizationId: string,
  callId: string,
): Promise<void> {
  await db.transaction(systemContext(organizationId, newId(), 'job end-call'), async (tx) => {
    const call = await lockCallById(tx, callId)
    if (call && !isOver(call.state)) await endCall({ tx, jobs, hub, now: now() }, call)
  })
}

export async function endCall(deps: Deps, call: Call): Promise<void> {
  const { tx, now } = deps
  const state = stateAtHangUp(call, now)
  await saveCall(tx, { ...call, state }, now)
  const noted = { resourceId: call.id, conversationId: call.conversationId }
  if (state !== 'abandoned') return noteCall(deps, 'call', state === 'talked' ? 'ended' : 'hung-up', noted)
  const { conversationId, address } = call
  const isSent =
    conversationId !== null &&
    call.isUsable &&
    (await offerByText(deps, { conversationId, address, language: call.flow.language, kind: 'call-abandoned' }))
  return noteCall(deps, 'call', isSent ? 'abandoned-text' : 'abandoned', noted)
}
