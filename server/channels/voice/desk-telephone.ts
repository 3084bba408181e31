/**
 * What a carrier tells of a telephone of the desk that it rings for a caller: that somebody picked it up, and, where a call is passed on, which
 * key was pressed there (decision 0246). A key, since a voicemail box may pick up: it presses none.
 */
import { COMES_AGAIN, PASSED_ON } from '#engines/ivr/phrases.ts'
import { goAheadTwiml, keyTwiml, lastTwiml } from '#engines/ivr/twiml.ts'
import type { FormField } from '#engines/sms/carrier-signature.ts'
import { callWasAnswered } from '#server/modules/assistant/index.ts'
import { addCallEvent, isOver, lockCallById, saveCall, type Call } from '#server/modules/call/index.ts'
import {
  assign,
  lockConversation,
  moveToQueue,
  noteAnsweredCall,
  noteCall,
} from '#server/modules/conversation/index.ts'
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
    if (isRinging(call, turn) && !asksKey(call))
      await saveCall(tx, talking(await answered({ ...services, tx, now }, call)), now)
    return settle('stored')
  })
}

const isRinging = (call: Call, turn: number): boolean =>
  call.turn === turn && call.flow.at === 'dialing' && !isOver(call.state)

/** A telephone that a call was passed on to is asked for a key, also when it rings again. */
export const asksKey = ({ flow, deskNumber }: Call): boolean =>
  flow.rings === 'on' || (flow.rings === 'back' && deskNumber !== null)

const talking = (call: Call): Call => ({ ...call, flow: { ...call.flow, rings: null }, state: 'talking' })

/** The key that takes a call which is passed on. */
const TAKES = '1'

/** @returns what the telephone hears that rings for whom a call is passed on to. */
export async function takePassedOn(
  services: Services,
  line: OwnLine,
  at: AtTurn & { isAnswer: boolean },
  fields: readonly FormField[],
): Promise<(again: { next: string; silence: string }) => string> {
  const source = sourceOf(line)
  const pressed = /^[0-9*#]/.exec(formValues(fields).get('Digits') ?? '')?.[0] ?? 'none'
  const word = at.isAnswer ? pressed : 'asks'
  const key = `${at.callId.slice(0, 64)}:passed-on:${at.turn}:${word}`
  const context = systemContext(line.organizationId, newId(), source)
  await services.db.transaction(context, (tx) => seeArrivals(tx, source, [key], services.now()))
  return services.db.transaction(context, async (tx) => {
    const now = services.now()
    const settle = (outcome: Outcome) => settleArrival(tx, source, key, outcome, now)
    const call = UUID.test(at.callId) ? await lockCallById(tx, at.callId) : undefined
    if (!call || call.accountId !== line.accountId) {
      await settle('refused')
      return () => lastTwiml(null)
    }
    const event = { key: `passed-on:${at.turn}:${word}`, kind: 'rang', detail: word } as const
    const isNew = await addCallEvent(tx, call.id, event, now)
    await settle(isNew ? 'stored' : 'duplicate')
    if (!isRinging(call, at.turn)) return () => lastTwiml(null)
    // A key that is told twice joins the two all the same.
    if (word === TAKES) {
      const deps = { ...services, tx, now }
      if (call.flow.rings === 'on') await saveCall(tx, await passOn(deps, call), now)
      else if (asksKey(call)) await saveCall(tx, talking(await answered(deps, call)), now)
      return goAheadTwiml
    }
    if (at.isAnswer) return () => lastTwiml(null)
    const isPassedOn = call.flow.rings === 'on'
    const language = await languageOf(tx, isPassedOn ? call.transferTo : call.answeredBy)
    const text = (isPassedOn ? PASSED_ON : COMES_AGAIN)[language](TAKES)
    return (again) => keyTwiml({ language, text }, again)
  })
}

/** English, or Spanish for who reads no English. */
async function languageOf(tx: Transaction, staffId: string | null): Promise<'en' | 'es'> {
  const [row] = await tx.run<{ languages: string[] }>(
    `select languages from staff_member where organization_id = $1 and id = $2`,
    [tx.context.organizationId, staffId],
  )
  return row?.languages.includes('es') && !row.languages.includes('en') ? 'es' : 'en'
}

/** The call and its conversation are now of whom it was passed on to, or of the queue, until somebody of it says that he has it. */
async function passOn(deps: Deps, call: Call): Promise<Call> {
  const { transferTo, transferQueue, transferNumber, conversationId } = call
  const conversation = conversationId === null ? undefined : await lockConversation(deps.tx, conversationId)
  if (conversation) {
    const { id, version, queueId } = conversation
    const target = { conversationId: id, version }
    // Where it cannot go there any more it is anybody's; the call is passed on all the same.
    const isThere = transferTo
      ? await assign(deps, { ...target, staffId: transferTo, event: 'conversation.handed-over' })
      : transferQueue !== null && transferQueue !== queueId
        ? await moveToQueue(deps, { ...target, queueId: transferQueue })
        : null
    if (!isThere?.ok) await assign(deps, { ...target, staffId: null })
  }
  await noteCall(deps, 'call', 'passed-on', { resourceId: call.id, conversationId })
  const talked = await answered(deps, call)
  const passed = { answeredBy: transferTo, deskNumber: transferNumber, transferTo: null, transferQueue: null }
  return { ...talking(talked), ...passed, transferNumber: null }
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
