/** What a carrier tells of a telephone of the desk that it rings for a caller: that somebody picked it up (decision 0246). */
import type { FormField } from '#engines/sms/carrier-signature.ts'
import { callWasAnswered } from '#server/modules/assistant/index.ts'
import { addCallEvent, isOver, lockCallById, saveCall, type Call } from '#server/modules/call/index.ts'
import { noteAnsweredCall, noteCall } from '#server/modules/conversation/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import type { Hub } from '#server/platform/realtime.ts'
import type { Services } from '#server/platform/route-context.ts'
import { seeArrivals, settleArrival, type Outcome } from '../arrival.ts'
import { formValues } from '../form-values.ts'
import { sourceOf, type OwnLine } from './own-line.ts'

type Deps = { tx: Transaction; jobs: Jobs; hub: Hub; now: Date }

/** What the carrier was told to do, at which turn of which call. */
export type AtTurn = { callId: string; turn: number }

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Somebody picked up. What is told of a turn that is over changes nothing. */
export async function takePickedUp(
  services: Services,
  line: OwnLine,
  { callId, turn }: AtTurn,
  fields: readonly FormField[],
): Promise<void> {
  const source = sourceOf(line)
  const isPickedUp = formValues(fields).get('CallStatus') === 'in-progress'
  const key = `${callId.slice(0, 64)}:picked-up:${turn}`
  const context = systemContext(line.organizationId, newId(), source)
  await services.db.transaction(context, (tx) => seeArrivals(tx, source, [key], services.now()))
  await services.db.transaction(context, async (tx) => {
    const now = services.now()
    const settle = (outcome: Outcome) => settleArrival(tx, source, key, outcome, now)
    const call = isPickedUp && UUID.test(callId) ? await lockCallById(tx, callId) : undefined
    if (!call || call.accountId !== line.accountId) return settle('refused')
    const event = { key: `picked-up:${turn}`, kind: 'rang', detail: 'picked-up' } as const
    if (!(await addCallEvent(tx, callId, event, now))) return settle('duplicate')
    if (call.turn === turn && call.flow.at === 'dialing' && !isOver(call.state))
      await saveCall(tx, { ...(await answered({ ...services, tx, now }, call)), state: 'talking' }, now)
    return settle('stored')
  })
}

/** A person talks with the caller: that answers the conversation, once. @returns the call, to be saved. */
export async function answered(deps: Deps, call: Call): Promise<Call> {
  const noted = { resourceId: call.id, conversationId: call.conversationId }
  if (call.answeredAt !== null) {
    await noteCall(deps, 'call', 'goes-on', noted)
    return call
  }
  if (noted.conversationId !== null) {
    const { conversationId } = noted
    await noteAnsweredCall(deps, { ...noted, conversationId })
    await callWasAnswered(deps, conversationId)
  }
  return { ...call, answeredAt: deps.now }
}
