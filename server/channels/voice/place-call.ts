/**
 * Calls out, by the interface that telephone carriers share (ask-for-call.ts). The carrier rings one telephone, asks us what it hears, rings the
 * other and joins them; every word of it is signed and names the call's row in its address.
 *
 * A call is asked for once: where the carrier does not say whether it heard, nothing rings a second time (desk-D43), and what it tells later
 * finds the row by its address.
 *
 * Source: https://www.twilio.com/docs/voice/answering-machine-detection
 */
import { emergencyNumberOf } from '#engines/crisis/resources.ts'
import { spelled } from '#engines/ivr/call-flow.ts'
import { isSpoken } from '#engines/ivr/languages.ts'
import { JOINING_AGENT, PHRASES } from '#engines/ivr/phrases.ts'
import { DETECT_SECONDS, joinTwiml, lastTwiml } from '#engines/ivr/twiml.ts'
import type { FormField } from '#engines/sms/carrier-signature.ts'
import { addCallEvent, endDial, lockDial, noteCarrierId, type Dial, type DialEnd } from '#server/modules/call/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { OutboundRules } from '#server/platform/outbound.ts'
import type { Services } from '#server/platform/route-context.ts'
import { seeArrivals, settleArrival, type Outcome } from '../arrival.ts'
import { formValues } from '../form-values.ts'
import { endpointOf } from '../hook-endpoint.ts'
import { askForCall, type PlacedCall } from './ask-for-call.ts'
import { lineById, sourceOf, type OwnLine } from './own-line.ts'

/** The job. */
export async function placeCall(
  services: Services,
  outbound: OutboundRules,
  organizationId: string,
  callId: string,
): Promise<void> {
  const { db, keys, now } = services
  const context = systemContext(organizationId, newId(), 'job dial')
  const asked = await db.transaction(context, async (tx) => {
    const call = await lockDial(tx, callId)
    const line = call && !call.isOver ? await lineById(tx, keys, call.accountId) : undefined
    if (!call || !line) return undefined
    // Written before the carrier hears of it: a job that is taken up again rings nobody twice.
    const isFirst = await addCallEvent(tx, callId, { key: 'dial', kind: 'asked', detail: call.first }, now())
    return isFirst ? { call, line } : undefined
  })
  if (!asked) return
  const placed = await askCarrier(asked.call, asked.line, { publicUrl: services.publicUrl, outbound })
  await db.transaction(context, async (tx) => {
    const call = await lockDial(tx, callId)
    if (!call) return
    if (placed.is === 'placed') await noteCarrierId(tx, callId, placed.carrierCallId)
    if (placed.is === 'refused') await endDial(depsOf(services, tx), call, { of: 'us', as: 'failed' })
  })
}

const askCarrier = (
  call: Dial,
  line: OwnLine,
  { publicUrl, outbound }: { publicUrl: string; outbound: OutboundRules },
): Promise<PlacedCall> =>
  askForCall(
    line,
    {
      to: call.first === 'agent' ? call.agentNumber : call.address,
      url: addressOf(publicUrl, line, call.id, 'picked-up'),
      statusCallback: addressOf(publicUrl, line, call.id, 'status'),
      // Whoever picks up first waits for the answer, so that no machine is joined with anybody.
      ...(call.first === 'patient'
        ? { more: { MachineDetection: 'Enable', MachineDetectionTimeout: String(DETECT_SECONDS) } }
        : {}),
    },
    outbound,
  )

/** After the first telephone has hung up a carrier may tell a moment later that it had talked, in seconds. */
const JOINED_SECONDS = 10
/** A talk that no end is told of for this long is over, whatever its row says. */
const TALK_MAX_MS = 2 * 3_600_000

/** The job: looks whether a dialed call is over of which its carrier has not said how it ended. */
export async function endSilentDial(services: Services, organizationId: string, callId: string): Promise<void> {
  await services.db.transaction(systemContext(organizationId, newId(), 'job end-dial'), async (tx) => {
    const call = await lockDial(tx, callId)
    if (!call || call.isOver) return
    const deps = depsOf(services, tx)
    const heard = await heardOf(tx, callId)
    const isOver = heard.some(({ kind }) => kind === 'ended')
    if (!isOver && !heard.some(({ kind }) => kind === 'rang')) return endDial(deps, call, { of: 'us', as: 'failed' })
    if (heard.some(({ key }) => JOINED.includes(key)))
      return endDial(deps, call, { of: 'person', as: hasMachine(heard) ? 'machine' : 'talked' })
    const until = new Date(call.startedAt.getTime() + TALK_MAX_MS)
    if (isOver || deps.now >= until) return endDial(deps, call, { of: 'us', as: 'hung_up' })
    return services.jobs.send(tx, 'end-dial', { organizationId, id: callId }, { startAfter: until })
  })
}

type HeardEvent = { kind: string; key: string }

const heardOf = (tx: Transaction, callId: string): Promise<HeardEvent[]> =>
  tx.run<HeardEvent>(
    `select kind, event_key as key from call_event where organization_id = $1 and call_id = $2 order by at limit 100`,
    [tx.context.organizationId, callId],
  )

/** What a carrier says where the two telephones were joined. */
const JOINED = ['joined:completed', 'joined:answered']
/** Who a carrier says has picked up, where it was no person. */
const MACHINES = new Set(['machine_start', 'machine_end_beep', 'machine_end_silence', 'machine_end_other', 'fax'])
const ANSWERED_BY = 'answered-by:'
const hasMachine = (heard: readonly HeardEvent[]): boolean =>
  heard.some(({ key }) => key.startsWith(ANSWERED_BY) && MACHINES.has(key.slice(ANSWERED_BY.length)))

/**
 * What a carrier may tell of a dialed call: the first telephone was picked up, by whom the second was, how joining it ended, how the first
 * ended.
 */
export type DialWord = 'picked-up' | 'answered-by' | 'joined' | 'status'
const SAID_IN = { 'picked-up': 'CallStatus', 'answered-by': 'AnsweredBy', joined: 'DialCallStatus', status: 'CallStatus' } as const // prettier-ignore

/** @returns what the telephone that is held hears next; undefined when the address names no dialed call of this line. */
export async function takeDialWord(
  services: Services,
  line: OwnLine,
  { word, callId, fields }: { word: DialWord; callId: string; fields: readonly FormField[] },
): Promise<string | undefined> {
  const values = formValues(fields)
  const source = sourceOf(line)
  const carrierCallId = values.get('CallSid') ?? ''
  const said = values.get(SAID_IN[word]) ?? ''
  const key = `${carrierCallId.slice(0, 64)}:${word}:${said.slice(0, 60)}`
  const context = systemContext(line.organizationId, newId(), source)
  await services.db.transaction(context, (tx) => seeArrivals(tx, source, [key], services.now()))
  return services.db.transaction(context, async (tx) => {
    const now = services.now()
    const settle = (outcome: Outcome) => settleArrival(tx, source, key, outcome, now)
    const isWord = /^[A-Za-z0-9]{2,64}$/.test(carrierCallId) && /^[a-z_-]{1,60}$/.test(said) && UUID.test(callId)
    const call = isWord ? await lockDial(tx, callId) : undefined
    if (!call || call.accountId !== line.accountId) {
      await settle('refused')
      return undefined
    }
    // The telephone that is joined has an id of its own.
    if (word !== 'answered-by') await noteCarrierId(tx, callId, carrierCallId)
    const isEnd = word === 'joined' || FINAL.has(said)
    const kind = word === 'picked-up' || word === 'answered-by' ? 'rang' : isEnd ? 'ended' : 'arrived'
    const isNew = await addCallEvent(tx, callId, { key: `${word}:${said}`, kind, detail: said }, now)
    const by = values.get('AnsweredBy') ?? ''
    if (isNew && word === 'picked-up' && MACHINES.has(by))
      await addCallEvent(tx, callId, { key: `${ANSWERED_BY}${by}`, kind: 'rang', detail: by }, now)
    const heard = await heardOf(tx, callId)
    const end = isNew ? endOf(word, said, call, { heard, seconds: Number(values.get('DialCallDuration')) }) : null
    if (end) await endDial(depsOf(services, tx), call, end)
    else if (isNew && (HANGS_UP.has(said) || word === 'joined')) {
      const startAfter = new Date(now.getTime() + JOINED_SECONDS * 1000)
      await services.jobs.send(tx, 'end-dial', { organizationId: line.organizationId, id: callId }, { startAfter })
    }
    await settle(isNew ? 'stored' : 'duplicate')
    const isMachine = hasMachine(heard)
    return documentOf(word, call, {
      line,
      said,
      isMachine,
      publicUrl: services.publicUrl,
      country: await countryOf(tx, line),
    })
  })
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const FINAL = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled'])
/** The first telephone's end, after which the second one's may still be told. */
const HANGS_UP = new Set(['completed', 'canceled'])

/** @returns null for what ends nothing, or not yet. `seconds`: how long the two were joined; NaN: not told. */
function endOf(
  word: DialWord,
  said: string,
  { first }: Dial,
  { heard, seconds }: { heard: readonly HeardEvent[]; seconds: number },
): DialEnd | null {
  if (word === 'answered-by') return null
  if (word === 'picked-up') return hasMachine(heard) ? { of: 'person', as: 'machine' } : null
  if (word === 'joined') {
    if (JOINED.includes(`joined:${said}`)) {
      if (hasMachine(heard)) return { of: 'person', as: 'machine' }
      // So short a talk may have been with a voicemail box: who picked up is told a moment later.
      const isOpen =
        first === 'agent' && seconds < DETECT_SECONDS && !heard.some(({ key }) => key.startsWith(ANSWERED_BY))
      return isOpen ? null : { of: 'person', as: 'talked' }
    }
    if (first === 'patient') return { of: 'us', as: 'hung_up' }
    if (said === 'failed' || said === 'canceled') return { of: 'us', as: said === 'failed' ? 'failed' : 'hung_up' }
    return { of: 'person', as: said === 'busy' ? 'busy' : 'no_answer' }
  }
  const isPerson = first === 'patient'
  switch (said) {
    case 'no-answer':
    case 'busy':
      return isPerson ? { of: 'person', as: said === 'busy' ? 'busy' : 'no_answer' } : { of: 'us', as: 'hung_up' }
    case 'failed':
      return { of: 'us', as: 'failed' }
    default:
      // That the first telephone hung up says nothing of the second: `joined` does, if it comes.
      return null
  }
}

function documentOf(
  word: DialWord,
  { id, first, address, agentNumber, language: of }: Dial,
  {
    line,
    said,
    isMachine,
    publicUrl,
    country,
  }: { line: OwnLine; said: string; isMachine: boolean; publicUrl: string; country: string },
): string {
  // Nothing is said to a machine: it may be somebody else's.
  if (isMachine || word === 'answered-by') return lastTwiml(null)
  const language = isSpoken(of) ? of : 'en'
  const phrases = PHRASES[language]
  if (word === 'picked-up')
    return joinTwiml(
      first === 'agent' ? { language: 'en', text: JOINING_AGENT } : { language, text: phrases.calledBack },
      {
        number: first === 'agent' ? address : agentNumber,
        callerId: line.address,
        action: addressOf(publicUrl, line, id, 'joined'),
        answeredBy: first === 'agent' ? addressOf(publicUrl, line, id, 'answered-by') : null,
      },
    )
  const isLeft = word === 'joined' && first === 'patient' && said !== 'completed' && said !== 'answered'
  return lastTwiml(isLeft ? { language, text: phrases.notJoined(spelled(emergencyNumberOf(country, language))) } : null)
}

const addressOf = (publicUrl: string, line: OwnLine, callId: string, word: DialWord): string =>
  `${publicUrl}/hooks/voice/${endpointOf(line.organizationId, line.accountId)}/out/${word}?call=${callId}`

export async function countryOf(tx: Transaction, { siteId }: OwnLine): Promise<string> {
  const [site] = await tx.run<{ country: string }>(
    `select country from site where organization_id = $1 and ($2::uuid is null or id = $2) order by name limit 1`,
    [tx.context.organizationId, siteId],
  )
  return site?.country ?? 'US'
}

const depsOf = ({ jobs, hub, now }: Services, tx: Transaction) => ({ tx, jobs, hub, now: now() })
