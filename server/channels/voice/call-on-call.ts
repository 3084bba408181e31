/**
 * The carrier rings whoever is on call about a red flag that nobody accepts, and tells what was pressed (decision 0235): by the same interface and the
 * same signed webhooks as a call-back (place-call.ts). Every address we give names the call's row.
 *
 * A call is asked for once: where the carrier does not say whether it heard, nothing rings a second time, and what it tells later finds the row.
 */
import { ON_CALL } from '#engines/ivr/phrases.ts'
import { keyTwiml, lastTwiml } from '#engines/ivr/twiml.ts'
import type { FormField } from '#engines/sms/carrier-signature.ts'
import {
  acceptByTelephone,
  ACCEPTS,
  beginAlertCall,
  lockAlertCall,
  noteAlertCarrierId,
  noteAnswered,
  ownerOf,
  settleAlertCall,
  type AlertCall,
  type AlertCallEnd,
} from '#server/modules/call/index.ts'
import { alertState } from '#server/modules/conversation/index.ts'
import { systemContext, type Context } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { transactionOrSpool } from '#server/platform/journal-spool.ts'
import type { OutboundRules } from '#server/platform/outbound.ts'
import type { Services } from '#server/platform/route-context.ts'
import { seeArrivals, settleArrival } from '../arrival.ts'
import { formValues } from '../form-values.ts'
import { endpointOf } from '../hook-endpoint.ts'
import { askForCall } from './ask-for-call.ts'
import { lineById, sourceOf, type OwnLine } from './own-line.ts'

/** A red flag goes on while the journal takes no entries (trust-D36). */
const inSafety = <T>(services: Services, context: Context, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  transactionOrSpool(services, context, () => true, work)

/** The job. */
export async function placeAlertCall(
  services: Services,
  outbound: OutboundRules,
  organizationId: string,
  id: string,
): Promise<void> {
  const context = systemContext(organizationId, newId(), 'job alert-dial')
  const begun = await inSafety(services, context, async (tx) => {
    const call = await beginAlertCall(depsOf(services, tx), id)
    const line = call && (await lineById(tx, services.keys, call.accountId))
    if (call && !line) await settleAlertCall(depsOf(services, tx), call, 'failed')
    return call && line && { call, line }
  })
  if (!begun) return
  const { call, line } = begun
  const addresses = {
    url: addressOf(services.publicUrl, line, id, 'picked-up'),
    statusCallback: addressOf(services.publicUrl, line, id, 'status'),
  }
  const placed = await askForCall(line, { to: call.number, ...addresses }, outbound)
  if (placed.is === 'unknown') return
  await inSafety(services, context, async (tx) => {
    if (placed.is === 'placed') return noteAlertCarrierId(tx, id, placed.carrierCallId)
    const locked = await lockAlertCall(tx, id)
    return locked && settleAlertCall(depsOf(services, tx), locked, 'failed')
  })
}

/** The job: a call of which its carrier has told no end. */
export async function endSilentAlertCall(services: Services, organizationId: string, id: string): Promise<void> {
  await inSafety(services, systemContext(organizationId, newId(), 'job end-alert-dial'), async (tx) => {
    const call = await lockAlertCall(tx, id)
    if (call?.state === 'ringing')
      await settleAlertCall(depsOf(services, tx), call, call.answeredAt ? 'no_key' : 'failed')
  })
}

/** What a carrier may tell of such a call: it was picked up, a key, no key, how it ended. */
export const ALERT_WORDS = ['picked-up', 'key', 'silent', 'status'] as const
export type AlertWord = (typeof ALERT_WORDS)[number]
const SAID_IN = { 'picked-up': 'CallStatus', key: 'Digits', silent: 'CallStatus', status: 'CallStatus' } as const

/** @returns what the telephone hears next; undefined when the address names no such call of this line. */
export async function takeAlertWord(
  services: Services,
  line: OwnLine,
  { word, callId, fields }: { word: AlertWord; callId: string; fields: readonly FormField[] },
): Promise<string | undefined> {
  const values = formValues(fields)
  const source = sourceOf(line)
  const carrierCallId = values.get('CallSid') ?? ''
  const said = values.get(SAID_IN[word]) ?? ''
  const key = `${carrierCallId.slice(0, 64)}:alert-${word}:${said.slice(0, 60)}`
  const context = systemContext(line.organizationId, newId(), source)
  const isWord = /^[A-Za-z0-9]{2,64}$/.test(carrierCallId) && /^[a-z0-9*#-]{1,60}$/.test(said) && UUID.test(callId)
  await services.db.transaction(context, (tx) => seeArrivals(tx, source, [key], services.now()))
  const owner = isWord ? await services.db.transaction(context, (tx) => ownerOf(tx, callId)) : undefined
  const accepts = word === 'key' && said === ACCEPTS
  // Whose number it is presses the key: the acceptance is theirs, as at the desk.
  const acting: Context = accepts && owner ? { ...context, actor: { kind: 'staff', id: owner.staffId }, role: owner.role } : context // prettier-ignore
  return inSafety(services, acting, async (tx) => {
    const deps = depsOf(services, tx)
    const call = owner && (await lockAlertCall(tx, callId))
    if (!owner || !call || call.accountId !== line.accountId) {
      await settleArrival(tx, source, key, 'refused', deps.now)
      return undefined
    }
    await settleArrival(tx, source, key, call.state === 'ringing' ? 'stored' : 'duplicate', deps.now)
    await noteAlertCarrierId(tx, callId, carrierCallId)
    const phrases = ON_CALL[call.language]
    const last = (text: string) => lastTwiml({ language: call.language, text })
    if (accepts) {
      const became = await acceptByTelephone(deps, call, owner)
      return last(became === 'accepted' ? phrases.accepted : became === 'had' ? phrases.had : phrases.notAccepted)
    }
    if (word === 'status') {
      const end = endOf(said, call)
      if (end) await settleAlertCall(deps, call, end)
      return lastTwiml(null)
    }
    await noteAnswered(tx, callId, deps.now)
    // Somebody else was faster, while it rang or while it was said.
    if ((await alertState(tx, call.alertId))?.acceptedBy) {
      await settleAlertCall(deps, call, 'had')
      return last(phrases.had)
    }
    if (word === 'picked-up' && call.state === 'ringing') {
      const leadsTo = (next: AlertWord) => addressOf(services.publicUrl, line, callId, next)
      const asks = { language: call.language, text: phrases.asks(ACCEPTS) }
      return keyTwiml(asks, { next: leadsTo('key'), silence: leadsTo('silent') })
    }
    await settleAlertCall(deps, call, 'no_key')
    return last(phrases.notAccepted)
  })
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** @returns null for what ends nothing. A voicemail box that picked up has pressed no key. */
function endOf(said: string, { answeredAt }: AlertCall): AlertCallEnd | null {
  switch (said) {
    case 'completed':
      return answeredAt ? 'no_key' : 'no_answer'
    case 'busy':
    case 'no-answer':
      return 'no_answer'
    case 'failed':
    case 'canceled':
      return 'failed'
    default:
      return null
  }
}

const addressOf = (publicUrl: string, line: OwnLine, callId: string, word: AlertWord): string =>
  `${publicUrl}/hooks/voice/${endpointOf(line.organizationId, line.accountId)}/alert/${word}?call=${callId}`

const depsOf = ({ jobs, hub, now }: Services, tx: Transaction) => ({ tx, jobs, hub, now: now() })
