/**
 * What a patient hears of triage after a message: one question at a time, then advice (understanding-D28, D32). In the transaction of
 * the message: what came once is asked once, and nothing is asked after an emergency text or once a person is there.
 */
import { emergencyNumberOf } from '#engines/crisis/resources.ts'
import { adviceMark, decideStep, SAFETY_DIALOGUE_VERSION, type Step } from '#engines/safety-dialogue/decide-step.ts'
import { ASKED_IN, smsWordsOf, wordsOf, type AskedIn, type Words } from '#engines/safety-dialogue/texts.ts'
import { adviceFor } from '#engines/triage/advice.ts'
import { QUESTION_LIMIT } from '#engines/triage/triage.ts'
import type { Question, Urgency as TriageUrgency } from '#engines/triage/verdict.ts'
import type { Understanding } from '#engines/understanding/understand.ts'
import { nationalNumber } from '#server/modules/patient/index.ts'
import {
  answerQuestion,
  askAgain,
  insertQuestion,
  insertTurn,
  isPersonThere,
  saveDialogue,
  type DialogueRow,
  type Heard,
} from '#server/modules/safety-dialogue/index.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { callNurse } from './alert-unanswered.ts'
import { senderName, type InboundMessage } from './inbound-message.ts'
import { insertAutomaticMessage } from './insert-automatic-message.ts'
import type { ReceiveDeps } from './receive-message.ts'
import { mostUrgent, type Urgency } from './rules.ts'
import { factsOfAnswer, replyWays } from './send-store.ts'
import type { Routing } from './store.ts'

/** Where nobody answers a question for this long, a nurse is called; and questions of one dialogue (D28). */
const CHAT = { answerWithinMin: 5, questionsMax: QUESTION_LIMIT }
const TEXTS = { answerWithinMin: 15, questionsMax: 2 }

export type ToGoOn = {
  inbound: InboundMessage
  conversationId: string
  /** Begun by this message: nobody is there. */
  isNew: boolean
  messageId: string
  patientId: string | null
  heard: Heard
  /** What the engines said of this message alone. */
  alone: Understanding
  /** Of the message with all that was heard before it. */
  urgency: Urgency
  /** Settled for the conversation. */
  language: string
  isSigned: boolean
  /** An emergency or crisis text was told, or waits to be. */
  isTold: boolean
  site: Routing['sites'][number] | undefined
}

export const isChat = ({ channel }: Pick<InboundMessage, 'channel'>): boolean =>
  channel === 'portal-chat' || channel === 'widget'

/** Where questions are asked: who writes there is still there to answer. */
export const isAskedIn = (inbound: Pick<InboundMessage, 'channel' | 'automatic' | 'sender'>): boolean =>
  (isChat(inbound) || addressOf(inbound) !== null) && (inbound.automatic ?? 'none') === 'none'

export const questionsMaxIn = (inbound: Pick<InboundMessage, 'channel'>): number => rulesIn(inbound).questionsMax

const rulesIn = (inbound: Pick<InboundMessage, 'channel'>) => (isChat(inbound) ? CHAT : TEXTS)

/** The number of whoever writes a text; null: it is nobody's, or no text. */
const addressOf = ({ channel, sender }: Pick<InboundMessage, 'channel' | 'sender'>): string | null =>
  channel === 'sms' && sender.kind === 'address' && sender.usable ? sender.value : null

export async function goOnSafely(deps: ReceiveDeps, next: ToGoOn): Promise<void> {
  const { tx, now } = deps
  const { heard, messageId, conversationId, isTold } = next
  const { dialogue } = heard
  const language = dialogue?.language ?? ASKED_IN.find((one) => one === next.language)
  if (!language) return watchUnasked(deps, next)
  noteAnswer(deps, next)
  const decided = isTold ? NOTHING : await decide(deps, next)
  const words = wordsFor(decided, next, language)
  const isSaid = words !== null && (await say(deps, next, { words, language, isFirst: dialogue === undefined }))
  // What the gate did not let out was not asked, and waits for no answer; the message waits for people as before.
  const step = words === null || isSaid || decided.does === 'call-nurse' ? decided : NOTHING
  if (step.does === 'nothing' || step.does === 'nurse') await watchUnasked(deps, next)
  // As many were asked as may be, and what is left open could still be an emergency.
  if (step.does === 'advise' && heard.acted.triage.could_be === 'emergency') await watchUnread(deps, next)
  const isTaken = step.does !== 'nothing' || heard.answer !== null || (dialogue !== undefined && isTold)
  if (!isTaken) return

  const row: DialogueRow = {
    id: dialogue?.id ?? newId(now.getTime()),
    messageId: dialogue?.messageId ?? messageId,
    language,
    subject: heard.subject,
    urgency: mostUrgent(dialogue?.urgency ?? 'routine', next.urgency),
    advised: advisedBy(step, heard) ?? dialogue?.advised ?? null,
    ended: isTold ? 'emergency' : endedBy(step, dialogue?.ended ?? null),
    sender: dialogue ? dialogue.sender : senderName(next.inbound.sender),
  }
  saveDialogue(tx, conversationId, row, now)
  insertTurn(tx, row.id, messageId)
  await take(deps, next, { step, row })
}

const NOTHING: Step = { does: 'nothing' }

/** What may be an emergency and is not asked about is a person's to look at, as soon as a question would have to be answered. */
async function watchUnasked(deps: ReceiveDeps, next: ToGoOn): Promise<void> {
  const { heard, alone, isTold } = next
  const mayBe = alone.triage.could_be === 'emergency' && heard.acted.triage.could_be === 'emergency'
  if (!isTold && mayBe) await watchUnread(deps, next)
}

/** A nurse is called for a message that nobody has looked at in the time in which a question would have to be answered. */
export async function watchUnread(
  { tx, jobs, now }: ReceiveDeps,
  { inbound, messageId }: Pick<ToGoOn, 'inbound' | 'messageId'>,
): Promise<void> {
  const startAfter = new Date(now.getTime() + rulesIn(inbound).answerWithinMin * 60_000)
  await jobs.send(tx, 'danger-unread', { organizationId: tx.context.organizationId, id: messageId }, { startAfter })
}

/** A question that the words settled without an answer to it is not asked again. */
function noteAnswer({ tx, now }: ReceiveDeps, { heard, messageId }: ToGoOn): void {
  const { waiting, answer, open } = heard
  if (!waiting || (answer === null && open)) return
  answerQuestion(tx, { id: waiting.id, answer: answer ?? 'in_words', messageId }, now)
}

async function decide({ tx }: ReceiveDeps, next: ToGoOn): Promise<Step> {
  const { heard, alone } = next
  const { dialogue, waiting, open } = heard
  const isClinical = alone.triage.urgency !== 'not_clinical' || (waiting !== undefined && !open)
  // Most messages are about something else: then nobody is looked for.
  if (!isClinical && !open) return NOTHING
  const isBroughtToPeople = dialogue?.ended === 'person' || dialogue?.ended === 'unclear'
  return decideStep({
    isSigned: next.isSigned,
    isSpoken: true,
    isPersonThere: isBroughtToPeople || (!next.isNew && (await isPersonThere(tx, next.conversationId))),
    wantsPerson: next.inbound.wantsPerson === true || alone.intents.some(({ name }) => name === 'speak_to_human'),
    isClinical,
    crisis: heard.acted.crisis,
    verdict: heard.spoken.triage,
    urgency: heard.acted.triage.urgency,
    next: heard.next,
    waiting: open && waiting ? { question: open, tries: waiting.tries } : null,
    advised: dialogue?.advised ?? null,
  })
}

function advisedBy(step: Step, { spoken }: Heard): string | null {
  if (step.does === 'nurse') return 'nurse'
  return step.does === 'advise' ? adviceMark(step.urgency, spoken.triage) : null
}

function endedBy({ does }: Step, before: DialogueRow['ended']): DialogueRow['ended'] {
  if (does === 'ask') return null
  if (does === 'advise' || does === 'nurse') return 'answered'
  if (does === 'person') return 'person'
  return does === 'call-nurse' ? 'unclear' : before
}

async function take(deps: ReceiveDeps, next: ToGoOn, { step, row }: { step: Step; row: DialogueRow }): Promise<void> {
  const { tx, now } = deps
  const { heard, messageId, conversationId } = next
  if (step.does === 'ask' && !step.isAgain) await ask(deps, next, { question: step.question, row })
  if (step.does === 'ask' && step.isAgain && heard.waiting) askAgain(tx, heard.waiting.id, now)
  if (step.does === 'call-nurse' && heard.waiting) await callNurse(deps, heard.waiting.id)
  await journal(
    tx,
    {
      event: 'safety.decided',
      action: 'E',
      resourceKind: 'message',
      resourceId: messageId,
      conversationId,
      patientIds: [next.patientId],
      fieldClasses: ['clinical'],
      detail: {
        engine: SAFETY_DIALOGUE_VERSION,
        protocol: heard.spoken.triage.protocol_version,
        outcome: step.does,
        answer: heard.answer ?? 'none',
        question: step.does === 'ask' ? step.question.id : 'none',
        advice: step.does === 'advise' ? (row.advised ?? 'none') : 'none',
      },
    },
    now,
  )
}

async function ask(
  { tx, jobs, now }: ReceiveDeps,
  { inbound, heard, messageId }: ToGoOn,
  { question, row }: { question: Question; row: DialogueRow },
): Promise<void> {
  const id = newId(now.getTime())
  const place = (heard.dialogue?.questions.length ?? 0) + 1
  insertQuestion(tx, { id, dialogueId: row.id, place, question: question.id, askedAfter: messageId }, now)
  const startAfter = new Date(now.getTime() + rulesIn(inbound).answerWithinMin * 60_000)
  await jobs.send(tx, 'answer-missing', { organizationId: tx.context.organizationId, id }, { startAfter })
}

function wordsFor(step: Step, next: ToGoOn, language: AskedIn): Words | null {
  switch (step.does) {
    case 'ask':
      return { says: 'question', question: step.question, isAgain: step.isAgain }
    case 'advise':
      return adviceWords(step.urgency, next, language)
    case 'person':
      return { says: 'person' }
    case 'nurse':
    case 'call-nurse':
      return { says: 'nurse' }
    default:
      return null
  }
}

/** Of which family it speaks the words alone decide; how soon, also what the record knows (D24). */
function adviceWords(urgency: TriageUrgency, { heard, site }: ToGoOn, language: AskedIn): Words | null {
  const verdict = { ...heard.spoken.triage, urgency, subject: heard.subject }
  const advice = adviceFor(verdict, { language, number: numberOf(site, language) })
  const isSoon = urgency === 'urgent' || urgency === 'soon'
  return advice && { says: 'advice', advice, phone: isSoon && site?.phone ? nationalNumber(site.phone) : null }
}

const numberOf = (site: ToGoOn['site'], language: AskedIn): string => emergencyNumberOf(site?.country ?? 'US', language)

async function say(
  deps: ReceiveDeps,
  { inbound, conversationId, alone, site }: ToGoOn,
  { words, language, isFirst }: { words: Words; language: AskedIn; isFirst: boolean },
): Promise<boolean> {
  const tone = alone.emotions.tones[0]?.tone
  const around = {
    language,
    emergencyNumber: numberOf(site, language),
    isFirst,
    feels: tone === 'anxiety' ? 'anxious' : tone === 'anger' || tone === 'frustration' ? 'upset' : null,
  } as const
  const message = { conversationId, language, purpose: 'reply', kind: 'safety', receiverIsAutomatic: false } as const
  if (isChat(inbound)) {
    const channel = inbound.channel === 'widget' ? 'widget' : 'portal-chat'
    return insertAutomaticMessage(deps, { ...message, text: wordsOf(words, around), channel, address: null })
  }
  const address = addressOf(inbound)
  const ways = await replyWays(deps.tx, { id: conversationId, channel: 'sms' }, deps.now)
  const way = ways.find((one) => one.channel === 'sms' && one.address === address)
  if (!way) return false
  return insertAutomaticMessage(deps, {
    ...message,
    text: smsWordsOf(words, around),
    channel: 'sms',
    channelAccountId: inbound.channelAccountId,
    address,
    facts: factsOfAnswer(way),
  })
}
