/**
 * The main corridor: a message of any channel is stored exactly once, understood, made safe and routed, in one transaction.
 *
 * It reads from the top like the picture in ARCHITECTURE.md. No other code stores an inbound message. A channel says "received"
 * to its sender only after this has returned: then the message is durable (desk-D1, trust-D66).
 */
import { randomBytes } from 'node:crypto'
import { crisisText, dangerAskedIn, emergencyNumbers, emergencyText } from '#engines/crisis/resources.ts'
import { leansToYes, readAnswer } from '#engines/safety-dialogue/read-answer.ts'
import { settleLanguage } from '#engines/language/settle-language.ts'
import { sameInBoth } from '#engines/triage/wording.ts'
import { understand, understandAgain, type Understanding } from '#engines/understanding/understand.ts'
import { NOT_SCANNED } from '#contract/held-file.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { journal } from '#server/platform/journal.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { step } from '#server/platform/traces.ts'
import type { Transaction } from '#server/platform/database.ts'
import { factsForTriage, recognize } from '#server/modules/patient/index.ts'
import { noteCause } from '#server/modules/rule/index.ts'
import { hear, isPersonThere, type Heard } from '#server/modules/safety-dialogue/index.ts'
import { raiseAlert } from './alert.ts'
import { acknowledge } from './acknowledge.ts'
import { senderName, TEXT_KEPT_MAX, type InboundMessage, type Sender } from './inbound-message.ts'
import { clockEventsOf, type ClockFacts, type ClockMessage } from './clock-events.ts'
import { clockHistory, clocksBy, nextOf, serviceTerms, type Next } from './due.ts'
import { goOnSafely, isAskedIn, isChat, questionsMaxIn, watchUnread } from './go-on-safely.ts'
import { holdSafetyText } from './hold-safety-text.ts'
import { insertAutomaticMessage } from './insert-automatic-message.ts'
import { lockWhereItLeads, markOrigin } from './move-store.ts'
import { beforeOf } from './note-change.ts'
import { optOutByFigure, optOutOf, settleOptOut } from './settle-opt-out.ts'
import { scanLater } from './scan-waiting.ts'
import {
  belongsTo,
  chooseQueue,
  contentClassOf,
  conversationNumber,
  isForOneReader,
  isMoreUrgent,
  matterOf,
  mostUrgent,
  stateAfterMessage,
  type Urgency,
} from './rules.ts'
import { NOT_UNDERSTOOD, saidOf, withDanger, withUnread, type Said } from './said.ts'
import {
  ANSWERS_MAX,
  emergencyTextBefore,
  findSimilar,
  findStored,
  insertAttachments,
  insertInbound,
  keepPrivate,
  lockConversation,
  lastEmergencyText,
  findTextThread,
  loadRouting,
  namesOfUploads,
  piecesBefore,
  release,
  StoredBefore,
  type LockedConversation,
  type Routing,
  type Similar,
} from './store.ts'
import { visitAnswerOf } from './visit-question.ts'

export type ReceiveDeps = {
  tx: Transaction
  jobs: Jobs
  hub: Hub
  now: Date
  /** Nobody waits to hear whether it was stored before: the caller comes again if it was (`receiveAtOnce`). */
  isFirstTry?: boolean
}

export type Received = {
  outcome: 'stored' | 'duplicate'
  conversationId: string
  messageId: string
  seq: number
  urgency: Urgency
  /** What the sender must read at once; also stored as a message of the conversation. */
  emergency: { text: string; numbers: { label: string; value: string }[] } | null
}

/**
 * For a sender whose device gives each message an id of its own: nearly all are new. The first try sends all that a new matter needs
 * together and hears of it once; what was stored before is received once more, with an answer that is waited for.
 */
export async function receiveAtOnce<T>(receive: (isFirstTry: boolean) => Promise<T>): Promise<T> {
  try {
    return await receive(true)
  } catch (error) {
    if (!(error instanceof StoredBefore)) throw error
    return receive(false)
  }
}

/** Refuses only a conversation that is not the sender's; to the sender that looks like one that is not there. */
export async function receiveMessage(
  deps: ReceiveDeps,
  message: InboundMessage,
): Promise<Result<Received, 'NOT_FOUND'>> {
  const { tx, hub, now } = deps
  const word = optOutOf(message)

  // 1  Who writes, and the conversation that was named. Sent together, answered together.
  const [party, candidate, routing, uploadNames, figure] = await Promise.all([
    recognizeSender(tx, message.sender),
    message.conversationId ? lockConversation(tx, message.conversationId) : undefined,
    loadRouting(tx, now),
    message.attachmentIds?.length ? namesOfUploads(tx, message.attachmentIds) : [],
    visitAnswerOf(tx, message, now),
  ])
  const inbound: InboundMessage = withDoubtful({ ...message, uploadNames })
  if (inbound.conversationId && !isProved(candidate, inbound, party)) return refuse('NOT_FOUND')

  // 4  Understood before it is stored, so that nothing is ever stored without an urgency; and first, since the matter may tell where it goes on.
  const understood = () => understandInbound(inbound, routing.isProtocolSigned)
  const alone = inbound.phone?.isUnheard ? NOT_UNDERSTOOD : step('understand', understood, { channel: inbound.channel })

  // 2  In which conversation: the one that was named, one about the same matter, or a new one.
  const isChosen = inbound.conversationId !== null || inbound.beginsAnew
  const thread = isChosen || inbound.channel !== 'sms' ? undefined : await findTextThread(tx, party, inbound, now)
  const similar = thread ?? (isChosen ? undefined : await findSimilar(tx, party, matterOf(alone.intents), now))
  const continues = similar && (thread !== undefined || isSureToContinue(similar, party))
  const named = candidate?.state === 'merged' ? await lockWhereItLeads(tx, candidate.id) : candidate
  const belongs = belongsTo(continues ? await lockConversation(tx, similar.id) : named, now, routing.reopenDays)
  const target = belongs.to === 'new' ? undefined : await lockedTarget(tx, named, belongs.conversationId)
  const whole = target ? await heardWhole(tx, { inbound, alone, party, current: target, routing, now }) : alone
  // What is told of a danger at home or to oneself is not read by others who speak for the patient: apart from what they read (D39).
  const isPrivate = isForOneReader(whole.crisisKinds)
  const held = target && isPrivate && !isOwnThread(target, party) ? undefined : target
  const current = held && (await withoutWhoLeft(tx, held))
  // Together with what was asked, and what the record knows of the patient: it only raises (understanding-D24, D28).
  const toDanger = current && (await answerToDanger(tx, { inbound, alone, current, now }))
  const heard = alone.understanding
    ? await hearForSafety(tx, { inbound, alone: alone.understanding, party, current, routing, now, answersOther: toDanger !== undefined }) // prettier-ignore
    : null
  const told = heard ? withHeard(whole, heard) : whole
  const said = toDanger?.says === 'yes' ? withDanger(told, toDanger.danger) : told
  // A figure answers what was asked last in this very conversation, and a question for safety before one about a visit (desk-D60).
  const isOfVisit = figure !== undefined && figure.conversationId === current?.id && !heard?.waiting && !toDanger
  const optOut = word ?? (isOfVisit && party.address !== null ? optOutByFigure(figure, party.address) : undefined)
  const flags = [...(inbound.flags ?? []), ...(optOut?.flags ?? [])]
  const hint = similar && !continues ? ({ conversationId: similar.id, reason: 'same-topic' } as const) : null

  const siteId = current?.siteId ?? inbound.siteId ?? party.siteId ?? routing.sites[0]?.id ?? null
  const site = routing.sites.find(({ id }) => id === siteId) ?? routing.sites[0]
  const language = settledLanguage(said.understanding, inbound, party, current, site?.language)
  const isAutomatic = (inbound.automatic ?? 'none') !== 'none'

  // 5  Urgency only rises.
  const urgency = said.urgency
  const urgencyNow = current ? mostUrgent(current.urgency, urgency) : urgency
  const reason = isMoreUrgent(urgency, current?.urgency ?? 'routine')
    ? said.reason
    : (current?.urgencyReason ?? said.reason)

  // 6  Routed: kind, site, language; the deadline of the most urgent open word.
  const spoken = contentClassOf(urgency, said.intents, said.hasFindings)
  const contentClass = spoken === 'service' ? (inbound.phone?.about ?? spoken) : spoken
  const queue = chooseQueue(routing.queues, contentClass, siteId, language)
  const keepsQueue = current !== undefined && current.queueId !== null && !isMoreUrgent(urgency, current.urgency)
  const standing = current?.queueId ? (routing.successors.get(current.queueId) ?? current.queueId) : null
  const queueId = keepsQueue ? standing : (queue?.id ?? null)

  // 3  Stored, exactly once.
  const messageId = inbound.messageId ?? newId(now.getTime())
  const conversationId = current?.id ?? newId(now.getTime())
  const topic = said.intents[0] ?? null
  const { dueAt, lookAt } = await dueWith(deps, current, {
    facts: { siteId, queueId, channel: current?.channel ?? inbound.channel, topic, firstMessageAt: now },
    message: {
      id: messageId,
      seq: Number.MAX_SAFE_INTEGER,
      at: now,
      direction: 'in',
      authorKind: party.kind,
      automatic: inbound.automatic ?? 'none',
      urgency,
      isClinical: contentClass === 'clinical',
      isCancelled: false,
    },
  })
  const stored = await insertInbound(tx, {
    isNew: current === undefined,
    isSurelyNew: deps.isFirstTry === true && !inbound.raw,
    conversationId,
    messageId,
    number: conversationNumber(randomBytes(9)),
    inbound: { ...inbound, flags },
    author: party,
    text: inbound.text.slice(0, TEXT_KEPT_MAX),
    language,
    messageLanguage: said.language,
    urgency,
    urgencyNow,
    reason,
    contentClass,
    topic,
    tone: said.tone,
    queueId,
    siteId,
    state: stateAfterMessage(current?.state ?? 'open', isAutomatic && current !== undefined),
    due: dueAt,
    lookAt,
    follows: belongs.to === 'new' ? belongs.follows : current ? null : belongs.conversationId,
    mayBelongTo: inbound.mayBelongTo ?? hint,
    understanding: said,
    now,
  })
  if (!stored) return ok(await findDuplicate(deps, inbound, conversationId))
  if (candidate && named && named.id !== candidate.id && named.id === conversationId)
    await markOrigin(tx, messageId, candidate.id)
  if (isPrivate && !current?.privacy) keepPrivate(tx, conversationId, party.relatedPersonId ?? party.patientId, now)
  if (inbound.attachments?.length || inbound.attachmentIds?.length)
    await insertAttachments(tx, { conversationId, messageId, inbound, now })
  if (inbound.attachments?.some(({ reason }) => reason === NOT_SCANNED)) await scanLater(deps, messageId)

  // 7  Journalled in the same transaction.
  await journal(
    tx,
    {
      event: 'message.received',
      action: 'C',
      resourceKind: 'message',
      resourceId: messageId,
      conversationId,
      patientIds: [current?.patientId ?? party.patientId],
      fieldClasses: [contentClass],
      detail: {
        seq: stored.seq,
        channel: inbound.channel,
        language,
        urgency,
        isNew: current === undefined,
        automatic: inbound.automatic ?? 'none',
        ...(queueId === (current?.queueId ?? null) ? {} : { queueId }),
        ...(held?.assigneeHasLeft ? { released: held.assigneeId } : {}),
        engine: said.version,
        rules: said.rules,
        ...(stored.isIdReused ? { flag: 'id-reused' } : {}),
      },
    },
    now,
  )

  // 8  Made safe and answered: the emergency text and the alert first, an acknowledgement only where nobody was told anything else.
  const { emergency, isTold } = await makeSafe(deps, {
    inbound,
    conversationId,
    messageId,
    party,
    urgency,
    said,
    language,
    country: site?.country ?? 'US',
    isNew: current === undefined,
  })
  if (toDanger?.says === 'unclear' && !isTold && isAskedIn(inbound)) await watchUnread(deps, { inbound, messageId })
  // A word to the carrier answers no question (D63).
  if (heard && alone.understanding && isAskedIn(inbound) && !optOut && current?.state !== 'spam')
    await goOnSafely(deps, {
      inbound,
      conversationId,
      isNew: current === undefined,
      messageId,
      patientId: current?.patientId ?? party.patientId,
      heard,
      alone: alone.understanding,
      urgency,
      language,
      isSigned: routing.isProtocolSigned,
      isTold,
      site,
    })
  if (optOut) await settleOptOut(deps, { optOut, inbound, conversationId, messageId, party, language })
  else if (!isTold)
    await acknowledge(deps, { inbound, conversationId, party, language, isFirst: current === undefined })

  // And held out to the one who fits best, where nobody has it yet: the job comes with the commit (desk-D32).
  // Who stands at the front desk is called there instead (decision 0087).
  const isHere = inbound.channel === 'front-desk'
  const needsSomebody = !isHere && (current?.assigneeId ?? null) === null && (!isAutomatic || urgencyNow !== 'routine')
  if (routing.isAutomatic && needsSomebody)
    await deps.jobs.send(tx, 'route', { organizationId: tx.context.organizationId, id: conversationId })

  // The assistant answers it where it is switched on, unless a person has it (understanding-D56): after all that is for safety.
  // A call is answered in the call itself.
  const mayAssist = routing.assistantChannels.includes(inbound.channel) && inbound.channel !== 'voice'
  if (mayAssist && !isAutomatic && current?.assignment !== 'assigned')
    await deps.jobs.send(tx, 'assist', { organizationId: tx.context.organizationId, id: conversationId })

  // A language model may find it more urgent than the engines did, where it is switched on; labelled words it is never shown (D76).
  const mayBeAsked = (current?.labels ?? []).length === 0 && urgencyNow !== 'stat'
  if (routing.llmUses.includes('raise') && !isAutomatic && mayBeAsked)
    await deps.jobs.send(tx, 'ask-urgency', { organizationId: tx.context.organizationId, id: messageId })

  // Rules answer to it, where one is live that can match it (desk-D68).
  await noteCause(deps, {
    trigger: 'message-arrived',
    conversationId,
    messageId,
    said: {
      channel: current?.channel ?? inbound.channel,
      language,
      intents: said.intents,
      text: [inbound.subject, inbound.trimmed ?? inbound.text].filter(Boolean).join(' '),
    },
    isAutomatic,
    before: current ? beforeOf(current) : null,
  })

  tx.afterCommit(() => hub.wake(tx.context.organizationId))
  return ok({ outcome: 'stored', conversationId, messageId, seq: stored.seq, urgency, emergency })
}

/** Whether these words ask for an alert. For the way on when the journal cannot be written (trust-D29). */
export function isRedFlag(
  inbound: Pick<InboundMessage, 'subject' | 'text' | 'trimmed' | 'doubtful' | 'attachments'>,
): boolean {
  // A signature decides about self-care only.
  const { urgency, crisisLevel } = understandInbound(withDoubtful(inbound), false)
  return urgency === 'stat' || crisisLevel === 'present'
}

/** The deadline of the conversation together with the message that has just come (desk-D24). */
async function dueWith(
  { tx, now }: ReceiveDeps,
  current: LockedConversation | undefined,
  { facts, message }: { facts: ClockFacts; message: ClockMessage },
): Promise<Next> {
  const [terms, before] = await Promise.all([serviceTerms(tx, now), current ? clockHistory(tx, current.id) : []])
  const moved = { seq: message.seq, at: now.toISOString(), type: 'moved', facts: { queue: facts.queueId } } as const
  const [opened, ...contact] = clockEventsOf(facts, [message], [])
  const events = current ? [...before, moved, ...contact] : [...(opened ? [opened] : []), ...contact]
  return nextOf(clocksBy(terms, events, now), now)
}

function isProved(candidate: LockedConversation | undefined, { provedBy }: InboundMessage, party: Party): boolean {
  if (!candidate) return false
  if (provedBy === 'token') return true
  if ('visitorId' in provedBy) return candidate.visitorId === provedBy.visitorId
  if (candidate.privacy && !isOwnThread(candidate, party)) return false
  return candidate.patientId !== null && provedBy.patientIds.includes(candidate.patientId)
}

/** Whoever reads it on the patient's side is the one who writes. */
function isOwnThread({ privacy, patientId, relatedPersonId }: LockedConversation, writer: Party): boolean {
  const readerId = privacy?.readerId ?? relatedPersonId ?? patientId
  const writerId = writer.relatedPersonId ?? writer.patientId
  return readerId === null || writerId === null || readerId === writerId
}

/** Goes on without being asked only for whom we are sure of, now and there (desk-D5). */
const isSureToContinue = (similar: Similar, { level }: Party): boolean =>
  similar.isSure && (level === 'verified' || level === 'verified_for')

/** A door proved who writes, and the conversation is about whom they may read of. */
const isSureOf = ({ level, aboutPatientId }: Party, current: LockedConversation | undefined): boolean =>
  (level === 'verified' || level === 'verified_for') && aboutPatientId !== null && aboutPatientId === current?.patientId

export type Party = {
  kind: 'patient' | 'related-person' | 'visitor' | 'unknown'
  /** The person or visitor, when known. */
  id: string | null
  patientId: string | null
  relatedPersonId: string | null
  visitorId: string | null
  address: string | null
  name: string | null
  level: 'none' | 'matched' | 'verified' | 'verified_for'
  language: string | null
  siteId: string | null
  /** The address on file by which somebody was recognized; with a change of it the match is over. */
  contactPointId: string | null
  /** Whose matter it is, also when a related person writes who is linked by an agent only. */
  aboutPatientId: string | null
  /** Everybody who shares the address: shown to the agent, never linked by itself (desk-D4). */
  sharedBy: number
}

const nobody: Party = {
  kind: 'unknown',
  id: null,
  patientId: null,
  relatedPersonId: null,
  visitorId: null,
  address: null,
  name: null,
  level: 'none',
  language: null,
  siteId: null,
  contactPointId: null,
  aboutPatientId: null,
  sharedBy: 0,
}

async function recognizeSender(tx: Transaction, sender: Sender): Promise<Party> {
  switch (sender.kind) {
    case 'patient':
      return {
        ...nobody,
        kind: 'patient',
        id: sender.patientId,
        patientId: sender.patientId,
        aboutPatientId: sender.patientId,
        level: 'verified',
        language: sender.language,
        siteId: sender.siteId,
      }
    case 'related-person':
      return {
        ...nobody,
        kind: 'related-person',
        id: sender.relatedPersonId,
        patientId: sender.patientId,
        relatedPersonId: sender.relatedPersonId,
        aboutPatientId: sender.patientId,
        level: 'verified_for',
        language: sender.language,
        siteId: sender.siteId,
      }
    case 'visitor':
      return {
        ...nobody,
        kind: 'visitor',
        id: sender.visitorId,
        visitorId: sender.visitorId,
        patientId: sender.patientId,
        language: sender.language,
        level: sender.patientId ? 'matched' : 'none',
      }
    case 'walk-in':
      return {
        ...nobody,
        kind: sender.patientId ? 'patient' : 'unknown',
        id: sender.patientId,
        patientId: sender.patientId,
        aboutPatientId: sender.patientId,
        language: sender.language,
      }
    case 'address': {
      const address = { ...nobody, address: sender.value, name: sender.name }
      if (!sender.usable) return address
      const people = await recognize(tx, { system: sender.system, value: sender.value })
      const [only] = people
      if (!only) return address
      // A known address is a match and no more; an address that several share links nobody.
      if (people.length > 1) return { ...address, level: 'matched', sharedBy: people.length }
      return {
        ...address,
        kind: only.kind,
        id: only.kind === 'patient' ? only.patientId : only.relatedPersonId,
        patientId: only.kind === 'patient' ? only.patientId : null,
        relatedPersonId: only.relatedPersonId,
        contactPointId: only.contactPointId,
        level: 'matched',
        language: only.language,
        siteId: only.siteId,
        sharedBy: 1,
      }
    }
  }
}

async function lockedTarget(
  tx: Transaction,
  candidate: LockedConversation | undefined,
  id: string,
): Promise<LockedConversation | undefined> {
  return candidate?.id === id ? candidate : lockConversation(tx, id)
}

/** Who has left answers nobody: it is held out again, and the assistant may speak. */
async function withoutWhoLeft(tx: Transaction, held: LockedConversation): Promise<LockedConversation> {
  if (!held.assigneeHasLeft) return held
  await release(tx, held.id)
  return { ...held, assigneeId: null, assigneeHasLeft: false, assignment: 'unassigned' }
}

/** A failing engine never stops a message: it is stored as urgent and marked, for a person to read (desk-D2). */
function understandInbound(
  inbound: Pick<InboundMessage, 'subject' | 'text' | 'trimmed' | 'attachments' | 'uploadNames'>,
  signed: boolean,
): Said {
  try {
    const said = saidOf(understand({ text: textOf(inbound) }, { signed, identifiers: false }))
    return wordsOf(inbound).length > READ_AT_ONCE_MAX ? withUnread(said) : said
  } catch {
    return NOT_UNDERSTOOD
  }
}

/** What was cut away at no sure mark is read and shown again where it tells of more than everyday matters (decision 0262). */
function withDoubtful<T extends Pick<InboundMessage, 'text' | 'trimmed' | 'doubtful'>>(inbound: T): T {
  const { trimmed, doubtful } = inbound
  if (typeof trimmed !== 'string' || !doubtful) return inbound
  const alone = understandInbound({ subject: null, text: doubtful }, false)
  if (alone.urgency === 'routine' && alone.crisisLevel === null) return inbound
  return { ...inbound, trimmed: `${trimmed}\n\n${doubtful}`.trim() }
}

/** Characters of a message that the engines read: fifty pages, in less than 200 ms (desk-D2). A person reads what is longer. */
const READ_AT_ONCE_MAX = 100_000

const wordsOf = ({ text, trimmed }: Pick<InboundMessage, 'text' | 'trimmed'>): string => trimmed ?? text

/** What the engines read of a message. */
function textOf(message: Parameters<typeof understandInbound>[0]): string {
  const names = [...(message.attachments ?? []).map(({ name }) => name), ...(message.uploadNames ?? [])]
  return [message.subject ?? '', wordsOf(message).slice(0, READ_AT_ONCE_MAX), ...names].filter(Boolean).join('\n')
}

/** As an answer to what was asked, with the words before it and with what the record knows of whoever is recognized (D24). */
async function hearForSafety(
  tx: Transaction,
  {
    inbound,
    alone,
    party,
    current,
    routing,
    now,
    answersOther,
  }: {
    inbound: InboundMessage
    alone: Understanding
    party: Party
    current: LockedConversation | undefined
    routing: Routing
    now: Date
    answersOther: boolean
  },
): Promise<Heard> {
  const patientId = party.level === 'none' ? null : (party.aboutPatientId ?? party.patientId)
  return hear(tx, {
    conversationId: isAskedIn(inbound) ? (current?.id ?? null) : null,
    writing: { sender: senderName(inbound.sender), isSure: isSureOf(party, current) },
    text: textOf(inbound),
    alone,
    isSigned: routing.isProtocolSigned,
    factsOf: async () => (patientId ? factsForTriage(tx, patientId, now) : undefined),
    isForPatient: party.level === 'verified_for',
    questionsMax: questionsMaxIn(inbound),
    answersOther,
    now,
  })
}

type ToDanger = { danger: 'self_harm' | 'harm_to_others'; says: 'yes' | 'no' | 'unclear' }

/**
 * What a short message says to the question of a crisis text (D37). "Yes" and "not sure" are the danger that was asked about; "no" closes nothing but
 * this question; what is neither is looked at by a person soon.
 */
async function answerToDanger(
  tx: Transaction,
  { inbound, alone, current, now }: { inbound: InboundMessage; alone: Said; current: LockedConversation; now: Date },
): Promise<ToDanger | undefined> {
  const words = wordsOf(inbound)
  if ((inbound.automatic ?? 'none') !== 'none' || words.length > ANSWER_MAX) return undefined
  const asked = await emergencyTextBefore(tx, current.id, senderName(inbound.sender), now)
  const danger = asked && dangerAskedIn(asked.text)
  const isAnswered = (said: string) => readAnswer(said, { tells: false }) === 'no'
  if (!danger || asked.since.length >= ANSWERS_MAX || asked.since.some(isAnswered)) return undefined
  const answer = readAnswer(words, { tells: alone.hasFindings }) ?? (leansToYes(words) ? 'yes' : null)
  return { danger, says: answer === 'no' ? 'no' : answer === null ? 'unclear' : 'yes' }
}

/** Characters of an answer; a longer message is read for what it says. */
const ANSWER_MAX = 120

/** Raised where answers or facts say more than the words did; what this message says alone is kept beside it. */
function withHeard(said: Said, { dialogue, answer, spoken, acted }: Heard): Said {
  const heard = saidOf(acted)
  // What the record adds is shown to staff with the message it was added to.
  if (!dialogue && acted !== spoken && !isMoreUrgent(said.urgency, heard.urgency)) return heard
  if (!isMoreUrgent(heard.urgency, mostUrgent(said.urgency, dialogue?.urgency ?? 'routine')))
    return answer === null ? said : { ...said, hasFindings: true }
  const { urgency, reason, rules, crisisKinds, crisisLevel } = heard
  return { ...said, urgency, reason, rules, hasFindings: true, crisisKinds, crisisLevel }
}

/**
 * Who is frightened writes in pieces ("my chest" / "feels so tight"): read together with what came just before they may be a danger that no
 * piece tells alone (decision 0033). It only raises, and of the message alone the rest is kept. Whoever we are not sure of is read with
 * their own pieces alone: what they are told in answer is of their words.
 */
async function heardWhole(
  tx: Transaction,
  {
    inbound,
    alone,
    party,
    current,
    routing,
    now,
  }: { inbound: InboundMessage; alone: Said; party: Party; current: LockedConversation; routing: Routing; now: Date },
): Promise<Said> {
  if (!alone.understanding) return alone
  const pieces = await piecesBefore(tx, current.id, isSureOf(party, current) ? null : party, now)
  if (pieces.length === 0) return alone
  const whole = understoodWith(pieces, inbound, alone.understanding, routing.isProtocolSigned)
  // Urgency never falls by software: a conversation that was an emergency once is one still, and a new one in it is news all the same.
  const known = whole?.urgency === 'stat' ? alone.urgency : mostUrgent(current.urgency, alone.urgency)
  if (!whole || !isMoreUrgent(whole.urgency, known)) return alone
  const { urgency, reason, rules, hasFindings, crisisKinds, crisisLevel } = whole
  return { ...alone, urgency, reason, rules, hasFindings, crisisKinds, crisisLevel }
}

function understoodWith(
  turns: string[],
  inbound: InboundMessage,
  alone: Understanding,
  signed: boolean,
): Said | undefined {
  try {
    return saidOf(understandAgain(alone, { text: textOf(inbound), turns }, { signed }))
  } catch {
    return undefined
  }
}

function settledLanguage(
  understanding: Understanding | null,
  inbound: InboundMessage,
  party: Party,
  current: LockedConversation | undefined,
  siteLanguage: string | undefined,
): string {
  const spokenIn = current && current.language !== 'und' ? current.language : inbound.phone?.language
  if (!understanding) return spokenIn ?? party.language ?? siteLanguage ?? 'en'
  return settleLanguage(understanding.language, {
    words: (inbound.trimmed ?? inbound.text).split(/\s+/, 50).length,
    conversationLanguage: spokenIn,
    recordedLanguage: party.language ?? undefined,
    siteLanguage: siteLanguage ?? 'en',
  })
}

type Safety = {
  inbound: InboundMessage
  conversationId: string
  messageId: string
  party: Party
  urgency: Urgency
  said: Said
  language: string
  country: string
  isNew: boolean
}

/**
 * A red flag: the sender reads the emergency text at once, and a person must accept the alert (desk-D3). So does who says outright that
 * they want to die, or are in danger from others, with kind words of its own; a danger that is only possible is asked about, without
 * an alarm (understanding-D37, D38).
 */
async function makeSafe(
  deps: ReceiveDeps,
  safety: Safety,
): Promise<{ emergency: Received['emergency']; isTold: boolean }> {
  const { tx, now } = deps
  const { crisisKinds: kinds, crisisLevel } = safety.said
  const isEmergency = safety.urgency === 'stat'
  const isAlarm = isEmergency || crisisLevel === 'present'
  if (!isAlarm && crisisLevel !== 'possible') return { emergency: null, isTold: false }

  if (isAlarm)
    await raiseAlert(deps, {
      ...safety,
      kind: kinds.length > 0 ? 'crisis' : 'triage',
      reason: safety.said.reason ?? sameInBoth(''),
    })

  const asked = { language: safety.language, country: safety.country, kinds }
  const text = isEmergency ? emergencyText(asked) : crisisText(asked)
  const emergency = isAlarm ? { text, numbers: emergencyNumbers(asked) } : null
  if (!isAlarm && isAskedIn(safety.inbound)) await watchUnread(deps, safety)
  const last = await lastEmergencyText(tx, safety.conversationId, text, now)
  // A person who has the conversation is given a minute to speak first (D73); the alert is up, and the device of the writer shows the numbers.
  const isHeld = !last && isChat(safety.inbound) && !safety.isNew && (await isPersonThere(tx, safety.conversationId))
  if (isHeld) await holdSafetyText(deps, { messageId: safety.messageId, text, language: safety.language })
  else if (!last) {
    // Whoever has left a voicemail does not hear us any more, and reads.
    const isHungUp = safety.inbound.phone?.isOnThePhone === false
    await insertAutomaticMessage(deps, {
      conversationId: safety.conversationId,
      text,
      language: safety.language,
      purpose: 'emergency',
      // Who stands at the front desk is spoken to there; the text is kept where the portal shows it.
      channel: isHungUp ? 'sms' : safety.inbound.channel === 'front-desk' ? 'portal-chat' : safety.inbound.channel,
      channelAccountId: isHungUp ? null : safety.inbound.channelAccountId,
      address: safety.party.address,
      receiverIsAutomatic:
        (safety.inbound.automatic ?? 'none') !== 'none' ||
        (safety.inbound.sender.kind === 'address' && !isAnswered(safety.inbound.sender)),
    })
  }
  return { emergency, isTold: true }
}

const isAnswered = (sender: Sender & { kind: 'address' }): boolean =>
  sender.usable || (sender.system === 'email' && sender.isNamed === true)

async function findDuplicate({ tx, now }: ReceiveDeps, inbound: InboundMessage, attempted: string): Promise<Received> {
  const known = await findStored(tx, inbound)
  if (!known) throw new Error('inbox entry without its message')
  await journal(
    tx,
    {
      event: 'message.duplicate',
      action: 'E',
      resourceKind: 'message',
      resourceId: known.messageId,
      detail: { channel: inbound.channel, attempted },
    },
    now,
  )
  return { outcome: 'duplicate', ...known, emergency: null }
}
