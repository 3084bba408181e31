/**
 * One signed word of a carrier about a call, from the form to the next step. What was said is a message, through the corridor like any
 * other (desk-D2, D3); durable when this returns, so that a carrier that repeats itself changes nothing and hears the same again.
 *
 * Counted like mail: seen before it is worked on, struck out in the transaction that settles it (desk-D58).
 */
import { createHash } from 'node:crypto'
import { SPOKEN as ANSWERED_IN } from '#engines/assistant/texts.ts'
import {
  answersRequest,
  HOURS_KEY,
  nextTurn,
  type CallFacts,
  type CallState,
  type Effect,
  type Heard,
  type Step,
} from '#engines/ivr/call-flow.ts'
import { isSpoken, type Spoken } from '#engines/ivr/languages.ts'
import { PHRASES } from '#engines/ivr/phrases.ts'
import { hearWords } from '#engines/ivr/speech.ts'
import { placeOf } from '#engines/ivr/wait.ts'
import type { FormField } from '#engines/sms/carrier-signature.ts'
import { answerCaller, answerHoursKey, handOverCall, isOnForCalls } from '#server/modules/assistant/index.ts'
import {
  addCallEvent,
  isOver,
  isStillAsked,
  keepVoicemail,
  lineNow,
  lockCall,
  openCallBacks,
  requestCallBack,
  saveCall,
  stateAt,
  type Call,
  type CallEventKind,
} from '#server/modules/call/index.ts'
import {
  assign,
  goesOnByNumber,
  isRedFlag,
  loadRouting,
  lockConversation,
  noteCall,
  receiveMessage,
  type InboundMessage,
} from '#server/modules/conversation/index.ts'
import { answerFrom, noteUnanswered } from '#server/modules/knowledge/index.ts'
import { isOpenAt } from '#server/modules/service-policy/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { transactionOrSpool } from '#server/platform/journal-spool.ts'
import type { Services } from '#server/platform/route-context.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { seeArrivals, settleArrival, type Outcome } from '../arrival.ts'
import { formValues } from '../form-values.ts'
import { arrivingCall, fromOf } from './arriving-call.ts'
import { answered, asksKey } from './desk-telephone.ts'
import { endCall } from './end-call.ts'
import { sourceOf, type OwnLine } from './own-line.ts'

/**
 * Where in a call the carrier is: the address it was given says so. `away`: it was given while nothing of ours worked. `isAsked`: it was told to
 * come, since the desk asked for something.
 */
export type Place = { turn: number | 'away'; isSilent: boolean; isAsked?: boolean }

/** What the caller hears next. `turn` goes into the next address. */
export type NextStep = { step: Step; turn: number; callId: string; telephone: Telephone | null }

/** The telephone that is rung; `isPassedOn`: whoever picks up is asked whether he takes the call. */
type Telephone = { number: string; isPassedOn: boolean }

/** Longest utterance that is taken; a carrier listens for a minute at most. */
const WORDS_MAX = 4_000
/** A voicemail without what the carrier understood of it waits this long for it, in seconds. */
const TRANSCRIPT_SECONDS = 60
const ENDED = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled'])

/** @returns undefined when the form is no call's: nothing is known of it, so nothing can go on. */
export async function takeCall(
  services: Services,
  line: OwnLine,
  fields: readonly FormField[],
  place: Place,
): Promise<NextStep | undefined> {
  const told = readCall(fields, place)
  const context = systemContext(line.organizationId, newId(), sourceOf(line))
  const key = arrivalKey(told, fields)
  await services.db.transaction(context, (tx) => seeArrivals(tx, sourceOf(line), [key], services.now()))
  const words = told.heard.kind === 'words' ? told.text : ''
  const work = async (tx: Transaction): Promise<NextStep | undefined> => {
    const now = services.now()
    const taken = told.carrierCallId === null ? undefined : await goOn({ services, tx, now, line }, told, place)
    await settleArrival(tx, sourceOf(line), key, taken?.outcome ?? 'refused', now)
    return taken?.next
  }
  return transactionOrSpool(services, context, () => isRedFlag({ subject: null, text: words }), work)
}

/**
 * Words of a caller that could not be stored while they were said (decision 0130): a message of its own, as the call is over. Under the name
 * that the call would have given it, so that it is stored once also where the carrier told it again.
 */
export async function receiveKeptWords(
  services: Services,
  line: OwnLine,
  fields: readonly FormField[],
  { place, language }: { place: Place; language: string },
): Promise<void> {
  const told = readCall(fields, place)
  const { carrierCallId, eventKey, text } = told
  const arrived = arrivingCall(line, told, isSpoken(language) ? language : 'en')
  const context = systemContext(line.organizationId, newId(), sourceOf(line))
  const digest = createHash('sha256').update(text).digest()
  const inbound: InboundMessage = {
    source: sourceOf(line),
    externalId: `${carrierCallId ?? digest.toString('hex')}:${eventKey}`,
    digest,
    channel: 'voice',
    channelAccountId: line.accountId,
    sender: {
      kind: 'address',
      system: 'phone',
      value: arrived.address,
      name: null,
      usable: arrived.isUsable,
      callId: newId(),
    },
    conversationId: null,
    provedBy: 'token',
    subject: null,
    text,
    siteId: line.siteId,
    phone: { language: arrived.flow.language, about: null, isUnheard: false, isOnThePhone: false },
  }
  await transactionOrSpool(
    services,
    context,
    () => true,
    async (tx) => {
      const { jobs, hub, now } = services
      const received = await receiveMessage({ tx, jobs, hub, now: now() }, inbound)
      if (!received.ok) throw new Error('words that named no conversation were refused one')
    },
  )
}

type Told = {
  carrierCallId: string | null
  from: string
  eventKey: string
  kind: CallEventKind
  /** A key or a code, for the ledger. */
  detail: string | null
  heard: Heard
  text: string
  recording: { recordingId: string; url: string; seconds: number } | null
  /** The caller is not on the telephone any more. */
  isGone: boolean
}

export function readCall(fields: readonly FormField[], { turn, isSilent, isAsked }: Place): Told {
  const values = formValues(fields)
  const value = (name: string): string => values.get(name) ?? ''
  const id = value('CallSid')
  const text = value('SpeechResult').replaceAll('\0', '').toWellFormed().normalize('NFC').trim().slice(0, WORDS_MAX)
  const told = {
    carrierCallId: /^[A-Za-z0-9]{2,64}$/.test(id) ? id : null,
    from: fromOf(values),
    eventKey: `turn:${turn}`,
    detail: null,
    text,
    recording: null,
    isGone: ENDED.has(value('CallStatus')),
  }
  // What is asked for stands in the call.
  if (isAsked) return { ...told, eventKey: `asked:${turn}`, kind: 'asked', heard: { kind: 'asked', does: 'hold' } }
  const recordingId = value('RecordingSid')
  if (/^[A-Za-z0-9]{2,64}$/.test(recordingId) && value('RecordingUrl') !== '') {
    const seconds = Math.min(36_000, Math.max(0, Math.round(Number(value('RecordingDuration')) || 0)))
    const key = /^[0#]$/.exec(value('Digits'))?.[0] ?? null
    return {
      ...told,
      eventKey: `recording:${recordingId}`,
      kind: 'recorded',
      heard: { kind: 'recorded', hasSound: seconds > 0, key },
      recording: { recordingId, url: value('RecordingUrl').slice(0, 2_000), seconds },
    }
  }
  if (turn === 0 && !isSilent && value('Digits') === '' && text === '')
    return { ...told, eventKey: 'arrived', kind: 'arrived', heard: { kind: 'arrived' } }
  const dialed = value('DialCallStatus')
  if (dialed !== '') {
    const wasAnswered = dialed === 'completed' || dialed === 'answered'
    return { ...told, kind: 'rang', detail: dialed.slice(0, 60), heard: { kind: 'dialed', wasAnswered } }
  }
  const key = /^[0-9*#]/.exec(value('Digits'))?.[0]
  if (key) return { ...told, kind: 'pressed', detail: key, heard: { kind: 'key', key } }
  if (text !== '') return { ...told, kind: 'said', heard: hearWords(text) }
  return { ...told, kind: 'silent', heard: { kind: 'silence' } }
}

const arrivalKey = ({ carrierCallId, eventKey }: Told, fields: readonly FormField[]): string =>
  carrierCallId ? `${carrierCallId}:${eventKey}` : createHash('sha256').update(JSON.stringify(fields)).digest('hex')

type Going = { services: Services; tx: Transaction; now: Date; line: OwnLine }

async function goOn(going: Going, told: Told, place: Place): Promise<{ outcome: Outcome; next: NextStep }> {
  const { services, tx, now, line } = going
  const { call, isNew } = await lockCall(tx, arrivingCall(line, told, await siteLanguage(tx, line, now)), now)
  const isTold = await addCallEvent(tx, call.id, { key: told.eventKey, kind: told.kind, detail: told.detail }, now)
  const facts = await factsOf(going, call)
  if (isNew)
    await noteCall({ tx, hub: services.hub, now }, 'call', 'received', { resourceId: call.id, conversationId: null })
  // Told before, or of a turn that is over: the caller hears once more what comes next.
  const heard = heardNow(call, told, now)
  if (!isTold || !heard || (place.turn !== 'away' && !told.recording && place.turn !== call.turn))
    return { outcome: 'duplicate', next: nextStep(line, call, stepOf(call, facts)) }

  const deps = { tx, jobs: services.jobs, hub: services.hub, now }
  // The caller hung up while a telephone rang again after a talk: that talk was the call, and is of whoever had it.
  const isMissed = heard.kind === 'dialed' && !heard.wasAnswered
  if (isMissed && (isOver(call.state) || (told.isGone && call.answeredAt !== null))) {
    if (!isOver(call.state)) await endCall(deps, call)
    return { outcome: 'stored', next: nextStep(line, call, { say: [], then: { do: 'hang-up' } }) }
  }

  const isAway = place.turn === 'away'
  const flow = isAway ? { ...call.flow, at: 'recording' as const } : call.flow

  // What was said is stored, understood and made safe first; only then it may be answered (understanding-D56).
  const said = await storeWords(going, { ...call, flow: meant(flow, heard) }, told)
  const reply =
    facts.hasHelper && mayBeAnswered(flow, heard)
      ? await replyTo(deps, line, { call, said, isFree: facts.desk.is === 'free' })
      : null
  const { state, step, effects } = nextTurn(flow, heard, { ...facts, reply })
  // Who presses something on hold changes nothing of what is asked; where he gets elsewhere by it, nothing is asked any more.
  const isStillToDo = heard.kind !== 'asked' && state.at === 'held'
  let next: Call = {
    ...call,
    flow: state,
    turn: call.turn + 1,
    ...(isStillToDo ? {} : { asked: null, askedAt: null }),
    heldAt: state.at === 'held' ? (call.heldAt ?? now) : null,
    ...(isStillToDo || (state.at === 'dialing' && state.rings === 'on') ? {} : NOT_PASSED_ON),
    conversationId: said?.conversationId ?? call.conversationId,
  }
  await applyEffects(going, next, effects, { facts, said })
  if (isAway && told.recording) next.consent ??= 'told'
  if (told.recording && told.recording.seconds > 0) {
    const kept = await keepVoicemail(tx, { callId: call.id, ...told.recording, transcript: null }, now)
    const wait = line.isTranscribed && kept.transcript === null ? TRANSCRIPT_SECONDS : 0
    await services.jobs.send(
      tx,
      'voicemail',
      { organizationId: line.organizationId, id: kept.id },
      { startAfter: new Date(now.getTime() + wait * 1000) },
    )
  }
  next.state = stateAfter(call, next, { heard, recording: told.recording }, effects)
  // Whoever asks something of it talks on it, also where the carrier has not said that a telephone was picked up.
  const isTalked = next.state === 'talked' || heard.kind === 'asked'
  if (isTalked && call.answeredAt === null) next = await answered(deps, next)
  else await noteAtDesk(deps, call, next)
  await saveCall(tx, next, now)
  if (told.isGone && !isOver(next.state)) await endCall(deps, next)
  return { outcome: 'stored', next: nextStep(line, next, step) }
}

const NOT_PASSED_ON = { transferTo: null, transferQueue: null, transferNumber: null }

/**
 * What the desk asked for is done when the carrier comes for it; as well at the end of a ringing or a talk that it may have ended, and at the next
 * look at a caller on hold. @returns undefined where the carrier comes for what was done before.
 */
function heardNow(call: Call, { heard, isGone }: Told, now: Date): Heard | undefined {
  const { state, asked, askedAt, flow, transferNumber } = call
  const isMoment =
    (flow.at === 'dialing' && (heard.kind === 'asked' || heard.kind === 'dialed')) ||
    (flow.at === 'held' && (heard.kind === 'asked' || heard.kind === 'silence'))
  if (asked !== null && !isOver(state) && isStillAsked(askedAt, now) && isMoment && !isGone)
    return { kind: 'asked', does: asked === 'transfer' && transferNumber === null ? 'go-on' : asked }
  if (heard.kind === 'dialed' && asksKey(call)) return { ...heard, wasAnswered: false }
  return heard.kind === 'asked' ? undefined : heard
}

function nextStep(line: OwnLine, call: Call, step: Step): NextStep {
  const number = numberOf(line, call)
  const isPassedOn = asksKey(call)
  return { step, turn: call.turn, callId: call.id, telephone: number === null ? null : { number, isPassedOn } }
}

function numberOf(line: OwnLine, { flow, deskNumber, transferNumber }: Call): string | null {
  if (flow.rings === 'on') return transferNumber
  return flow.rings === 'back' ? (deskNumber ?? line.deskNumber) : line.deskNumber
}

/** What the phone bar shows of it has changed. */
async function noteAtDesk(deps: Parameters<typeof noteCall>[0], before: Call, call: Call): Promise<void> {
  if (isOver(before.state)) return
  const noted = { resourceId: call.id, conversationId: call.conversationId }
  if (before.answeredAt === null) {
    if (call.state === 'ringing' && before.state !== 'ringing') await noteCall(deps, 'call', 'rings', noted)
    return
  }
  const again = before.state === 'held' && call.state === 'held'
  const what = isOver(call.state) ? 'ended' : call.state === 'held' ? 'held' : 'rings-again'
  if (!again) await noteCall(deps, 'call', what, noted)
}

type Stored = { conversationId: string; messageId: string }

/**
 * The words that were said, as a message of the call, and a key that answers a question; a wish for a person, or to hear it again, is none, unless
 * danger is said with it.
 */
async function storeWords(going: Going, call: Call, { heard, eventKey, text }: Told): Promise<Stored | null> {
  if (heard.kind === 'key' && answersRequest(call.flow, heard))
    return receiveOfCall(going, call, { key: eventKey, text: heard.key, flags: [], isUnheard: false })
  if (heard.kind !== 'words' || (!heard.redFlag && (heard.asks === 'person' || heard.asks === 'repeat'))) return null
  return receiveOfCall(going, call, { key: eventKey, text, flags: [], isUnheard: false })
}

/** The matter that is named while one is asked for is that of the call. */
function meant(flow: CallState, heard: Heard): CallState {
  const isAsked = flow.at === 'language' || flow.at === 'topic'
  if (!isAsked || heard.kind !== 'words' || heard.asks === 'person' || heard.asks === 'repeat') return flow
  return { ...flow, topic: heard.asks ?? flow.topic }
}

/** The assistant answers what is asked of the menu; whoever waits for a person, or is asked about something else, is not answered. */
const mayBeAnswered = (flow: CallState, heard: Heard): boolean => answersRequest(flow, heard) || isOfMenu(flow, heard)

const isOfMenu = ({ at, isTaking }: CallState, heard: Heard): boolean =>
  (heard.kind === 'words' && heard.redFlag === null && (at === 'language' || at === 'topic')) ||
  (heard.kind === 'key' && heard.key === HOURS_KEY && at === 'topic' && !isTaking)

const KNOWLEDGE = { answerFrom, noteUnanswered }

async function replyTo(
  deps: Parameters<typeof receiveMessage>[0],
  line: OwnLine,
  { call, said, isFree }: { call: Call; said: Stored | null; isFree: boolean },
): Promise<CallFacts['reply']> {
  const { silences } = call.flow
  const language = ANSWERED_IN.find((one) => one === call.flow.language)
  if (!language) return null
  const asked = { language, knowledge: KNOWLEDGE }
  if (said) return answerCaller(deps, { ...asked, ...said, unheard: silences, isPersonFree: isFree })
  return answerHoursKey(deps, { ...asked, callId: call.id, siteId: line.siteId })
}

/** What was learnt of the call decides; else the place where it stands. */
function stateAfter(
  before: Call,
  { flow, queuedAt }: Call,
  { heard, recording }: Pick<Told, 'heard' | 'recording'>,
  effects: readonly Effect[],
): Call['state'] {
  if (heard.kind === 'dialed' && heard.wasAnswered && flow.at === 'ended') return 'talked'
  if (recording && recording.seconds > 0) return 'voicemail'
  if (effects.includes('call-back')) return 'call_back'
  if (isOver(before.state)) return before.state
  return flow.at === 'ended' ? 'hung_up' : stateAt(flow.at, queuedAt !== null)
}

async function applyEffects(
  going: Going,
  call: Call,
  effects: readonly Effect[],
  { facts, said }: { facts: CallFacts; said: Stored | null },
): Promise<void> {
  const { services, tx, now } = going
  const deps = { tx, jobs: services.jobs, hub: services.hub, now }
  for (const effect of effects) {
    if (effect === 'consent-given' || effect === 'consent-refused') {
      call.consent = effect === 'consent-given' ? 'given' : 'refused'
      await noteCall(deps, 'call', effect, { resourceId: call.id, conversationId: call.conversationId })
    }
    if (effect === 'back-in-line') await bringBack(going, call)
    if (effect === 'queued') {
      if (call.queuedAt === null) {
        call.queuedAt = now
        await addCallEvent(tx, call.id, { key: 'queued', kind: 'queued' }, now)
        await bringToPeople(going, call, { key: 'queued', flags: ['call'], said, hasHelper: facts.hasHelper })
      }
      if (call.flow.at === 'dialing') call.ringingAt = now
    }
    if (effect === 'call-back') {
      const conversationId = await bringToPeople(going, call, {
        key: 'call-back',
        flags: ['callback_requested'],
        said: null,
        hasHelper: facts.hasHelper,
      })
      await requestCallBack(deps, {
        conversationId,
        address: call.address,
        language: call.flow.language,
        placeSince: call.queuedAt ?? now,
        waitMin: facts.desk.is === 'busy' ? facts.desk.waitMin : 0,
      })
    }
  }
}

/** Whoever had the call does not pick up again: the caller waits for anybody from now on, and so does the conversation (decision 0246). */
async function bringBack({ services, tx, now }: Going, call: Call): Promise<void> {
  const { answeredBy, conversationId } = call
  Object.assign(call, { answeredBy: null, answeredAt: null, deskNumber: null, queuedAt: now })
  const conversation = conversationId === null ? undefined : await lockConversation(tx, conversationId)
  const deps = { tx, jobs: services.jobs, hub: services.hub, now }
  if (conversation && answeredBy !== null && conversation.assigneeId === answeredBy)
    await assign(deps, { conversationId: conversation.id, version: conversation.version, staffId: null })
  await noteCall(deps, 'call', 'back-in-line', { resourceId: call.id, conversationId })
}

/** The wish for a person is a message of the call, and with the assistant a hand-off (understanding-D72). @returns the conversation. */
async function bringToPeople(
  going: Going,
  call: Call,
  {
    key,
    flags,
    said,
    hasHelper,
  }: { key: 'queued' | 'call-back'; flags: string[]; said: Stored | null; hasHelper: boolean },
): Promise<string> {
  const { services, tx, now } = going
  // Whoever has said why he calls has asked for it.
  if (key === 'queued' && call.conversationId && !hasHelper) return call.conversationId
  const asked = said ?? (await receiveOfCall(going, call, { key, text: '', flags, isUnheard: false }))
  call.conversationId = asked.conversationId
  if (hasHelper) await handOverCall({ tx, jobs: services.jobs, hub: services.hub, now }, asked)
  return asked.conversationId
}

export type OfCall = {
  key: string
  text: string
  flags: readonly string[]
  isUnheard: boolean
  isOnThePhone?: boolean
  attachments?: InboundMessage['attachments']
}

const ABOUT = { appointment: 'service', clinical: 'clinical', billing: 'billing' } as const

/** A message of this call, in its one conversation; the first opens it. */
const receiveOfCall = ({ services, tx, now, line }: Going, call: Call, of: OfCall) =>
  receiveFromCall({ tx, jobs: services.jobs, hub: services.hub, now }, line, call, of)

/**
 * Also for what comes after the call: voicemails. A second call about an open call-back goes on in its conversation (desk-D62), unless somebody
 * else may have called: then the number is a hint (desk-D5), at the newest of those that people of this number wait for.
 */
export async function receiveFromCall(
  deps: Parameters<typeof receiveMessage>[0],
  line: Pick<OwnLine, 'address' | 'siteId'>,
  call: Call,
  { key, text, flags, isUnheard, isOnThePhone = true, attachments }: OfCall,
): Promise<{ conversationId: string; messageId: string }> {
  const asked = call.conversationId || !call.isUsable ? [] : await openCallBacks(deps.tx, call.address)
  const goesOn = await firstThatGoesOn(deps.tx, asked, call.address)
  const inbound: InboundMessage = {
    source: sourceOf(line),
    externalId: `${call.carrierCallId}:${key}`,
    digest: createHash('sha256').update(text).digest(),
    channel: 'voice',
    channelAccountId: call.accountId,
    sender: {
      kind: 'address',
      system: 'phone',
      value: call.address,
      name: null,
      usable: call.isUsable,
      callId: call.id,
    },
    conversationId: call.conversationId ?? goesOn,
    mayBelongTo: asked[0] && !goesOn ? { conversationId: asked[0].conversationId, reason: 'same-number' } : null,
    provedBy: 'token',
    subject: null,
    text,
    flags,
    ...(attachments ? { attachments } : {}),
    siteId: line.siteId,
    phone: {
      language: call.flow.language,
      about: call.flow.topic && ABOUT[call.flow.topic],
      isUnheard,
      isOnThePhone,
    },
  }
  const received = await receiveMessage(deps, inbound)
  if (!received.ok) throw new Error('a call was refused its own conversation')
  return received.value
}

async function firstThatGoesOn(
  tx: Transaction,
  asked: readonly { conversationId: string }[],
  number: string,
): Promise<string | null> {
  for (const { conversationId } of asked) if (await goesOnByNumber(tx, conversationId, number)) return conversationId
  return null
}

/** What is spoken before the caller chose: the site's language if the line has it. */
async function siteLanguage(tx: Transaction, { siteId, languages }: OwnLine, now: Date): Promise<Spoken> {
  const { sites } = await loadRouting(tx, now)
  const language = (sites.find(({ id }) => id === siteId) ?? sites[0])?.language ?? 'en'
  return languages.find((one) => one === language) ?? languages[0] ?? 'en'
}

/** What the next step depends on beside the call itself: whether somebody can pick up, and what is said by the site. */
async function factsOf({ tx, now, line }: Going, call: Call): Promise<CallFacts> {
  const { sites } = await loadRouting(tx, now)
  const site = sites.find(({ id }) => id === line.siteId) ?? sites[0]
  const [organization] = await tx.run<{ name: string }>(
    sqlText`select name from organization where organization_id = $1`,
    [tx.context.organizationId],
  )
  const first = await siteLanguage(tx, line, now)
  const canRing = line.deskNumber !== null && (await isOpenAt(tx, site?.id ?? null, now))
  return {
    languages: [first, ...line.languages.filter((language) => language !== first)],
    organization: organization?.name ?? '',
    country: site?.country ?? 'US',
    desk: canRing ? await deskOf(tx, line, call, now) : { is: 'nobody' },
    canCallBack: call.isUsable,
    hasHelper: PHRASES[call.flow.language].helper !== null && (await isOnForCalls(tx)),
    reply: null,
  }
}

async function deskOf(tx: Transaction, line: OwnLine, call: Call, now: Date): Promise<CallFacts['desk']> {
  const { accountId, callsAtOnce } = line
  const waiting = await lineNow(tx, { accountId, callId: call.id, before: call.queuedAt ?? now, now })
  return placeOf({ ...waiting, atOnce: callsAtOnce })
}

/** The step at which the call stands, for a carrier that asks again. It changes nothing. */
function stepOf({ flow, state }: Call, facts: CallFacts): Step {
  if (flow.at === 'ended' || isOver(state)) return { say: [], then: { do: 'hang-up' } }
  if (flow.at === 'language') return nextTurn(flow, { kind: 'arrived' }, facts).step
  if (flow.at === 'held') return nextTurn(flow, { kind: 'asked', does: 'hold' }, facts).step
  if (flow.at === 'dialing' && flow.rings)
    return nextTurn(flow, { kind: 'asked', does: flow.rings === 'on' ? 'transfer' : 'go-on' }, facts).step
  if (flow.at === 'dialing' && facts.desk.is !== 'nobody')
    return nextTurn({ ...flow, at: 'holding' }, { kind: 'silence' }, { ...facts, desk: { is: 'free' } }).step
  if (flow.at === 'recording') return nextTurn({ ...flow, at: 'consent' }, { kind: 'key', key: '1' }, facts).step
  return nextTurn({ ...flow, silences: 0, repeats: 0 }, { kind: 'key', key: '9' }, facts).step
}
