/**
 * The outbound gate: may this message go to this person by this way, now? One function for every channel (desk-D36), asked when
 * the message is written and again when it is handed over. Pure.
 */
import { faultOfExemptText } from '#engines/sms/exempt-text.ts'
import { HOUSE_RULES, type SendingRules } from './sending-rules.ts'

export type Purpose = 'reply' | 'care' | 'billing' | 'feedback' | 'outreach' | 'security' | 'emergency'
export type SendChannel = 'portal-chat' | 'widget' | 'email' | 'sms' | 'voice'
export type IdentityLevel = 'none' | 'matched' | 'verified' | 'verified_for'

export type Outgoing = {
  channel: SendChannel
  purpose: Purpose
  isAutomatic: boolean
  /** Bare service words, or words about somebody's health. */
  contentClass: 'plain' | 'health' | 'sensitive'
  /** The text itself leaves; otherwise a link to the portal leaves. */
  carriesText: boolean
  /** A person says why it does not wait for the morning. */
  nightReason?: NightReason | null
  /** One step of a talk that the receiver has begun and goes on with: it answers what was just written. */
  isDialogue?: boolean
  /** The words as they leave; left out where they were decided before, or are a person's. */
  text?: string
  /** Of words that software chose: they sound of health, whatever class they were given. */
  soundsOfHealth?: boolean
  /** Written in the language of the receiver, as far as that is known. */
  isInTheirLanguage?: boolean
  /** What was asked of it before and answered with yes. */
  agreed?: readonly AskReason[]
}

/** What only a person can answer (decision 0215): somebody else reads there; the receiver does not read the language. The database knows the list. */
export const ASK_REASONS = ['SHARED_ADDRESS', 'OTHER_LANGUAGE'] as const
export type AskReason = (typeof ASK_REASONS)[number]

/** Of a delivery that is held: it waits for a person's answer. */
export const isAsked = (cause: string | null): boolean => ASK_REASONS.some((reason) => reason === cause)

/** What nobody answers for this long does not leave: it would come when nobody needs it, in hours. */
const ASKED_HOURS = 72
export const askedUntil = (at: Date): Date => new Date(at.getTime() + ASKED_HOURS * 3_600_000)

/** Why a person's answer may ring at night (desk-D41); the journal keeps which one. */
export const NIGHT_REASONS = ['asked-for', 'cannot-wait'] as const
export type NightReason = (typeof NIGHT_REASONS)[number]

export type SendFacts = {
  outboundOn: boolean
  /** How much the organization sends by itself. */
  rules: SendingRules
  /** The way belongs to a party of this conversation who may still be written to. */
  isPartysWay: boolean
  contactPointState: 'active' | 'bouncing' | 'blocked' | 'reassigned' | 'detached' | 'none'
  allowsPlain: boolean
  /** The address or number is another person's, too. */
  isShared: boolean
  identityLevel: IdentityLevel
  /** The person's own choice for this purpose and channel; no record is `none`. */
  consent: 'permit' | 'deny' | 'none'
  /** The patient has died: software writes to nobody as if they lived (desk-D46). */
  hasDied: boolean
  /** The only channel the person may be reached on (confidential communication). */
  confidentialChannel: SendChannel | null
  /** The number asked for no texts, and nothing was written from it since (desk-D39). */
  hasStopped: boolean
  /** Until when it is night on a clock that may be the receiver's; null: it is night on none. */
  quietUntil: Date | null
  /** Minutes since the person last wrote, or null. */
  minutesSinceTheyWrote: number | null
  /** Automatic messages already sent to this person or address. */
  automaticToday: number
  automaticMailThisHour: number
  /** Automatic texts, without codes and emergencies. */
  automaticSmsToday: number
  automaticSmsThisWeek: number
  /** Automatic texts of the last hour, the steps of dialogues among them. */
  automaticSmsThisHour: number
  /** Steps of dialogues by text of the last day. */
  dialogueSmsToday: number
  /** How often whoever writes has sent these same words within a day, this time among them; 0 of an answer in few words. */
  sameWordsToday: number
  acknowledgementsToday: number
  /** Automatic mail that left through this mailbox within the last minute. */
  mailboxThisMinute: number
  /** The receiver is a machine that answers by itself. */
  receiverIsAutomatic: boolean
}

export type Decision =
  | { do: 'allow' }
  | { do: 'hold'; until: Date | null; reason: 'QUIET_HOURS' | 'OUTBOUND_OFF' }
  /** `writer`: before it is written; `desk`: whoever opens the conversation. */
  | { do: 'ask'; person: 'writer' | 'desk'; reason: AskReason }
  | {
      do: 'refuse'
      reason:
        | 'WRONG_PERSON'
        | 'CONTACT_POINT_UNUSABLE'
        | 'IDENTITY_TOO_LOW'
        | 'NO_CONSENT'
        | 'RESTRICTED'
        | 'STOPPED'
        | 'BUDGET_SPENT'
        | 'CONTENT_REFUSED'
    }

/** An answer within this time after the person wrote finds them awake, in minutes (desk-D41, decision 0036). */
export const ANSWER_WINDOW_MIN = 60
/** Automatic texts an hour to one number in a dialogue (understanding-D70, decision 0172). */
export const DIALOGUE_SMS_PER_HOUR = 5
/** The same in a day: more than a person needs for a few requests, and the end of two machines that answer each other (decision 0191). */
export const DIALOGUE_SMS_PER_DAY = 15
/** The same words again so often are a machine's: no dialogue goes on with it, and no emergency text tells it anything new. */
export const SAME_WORDS_IN_DIALOGUE = 3
export const SAME_WORDS_IN_EMERGENCY = 6

export const ACKNOWLEDGEMENTS_PER_DAY = 1

type Verdict = Decision | undefined
type Step = (message: Outgoing, facts: SendFacts) => Verdict

/**
 * The steps in the order of desk-D36 (decision 0215); what comes first is told first. That journal and consents can be reached is no step:
 * the facts are read in the transaction that writes the journal row, and without them nothing is decided.
 */
export const STEPS = {
  person: rightPerson,
  identity: identityAndClass,
  consent: ({ purpose }, { consent }) => {
    const needsNone = purpose === 'reply' || purpose === 'security'
    return consent === 'deny' || (consent === 'none' && !needsNone) ? refuse('NO_CONSENT') : undefined
  },
  restriction: (message, { hasDied, confidentialChannel: only }) => {
    if (message.isAutomatic && hasDied && message.purpose !== 'security') return refuse('RESTRICTED')
    return only && !isSpokenHere(message) && only !== message.channel ? refuse('RESTRICTED') : undefined
  },
  stop: (message, { hasStopped }) =>
    hasStopped && !isSpokenHere(message) && message.purpose !== 'security' ? refuse('STOPPED') : undefined,
  language: languageOfHealth,
  hours: (message, facts) => {
    if (!facts.outboundOn && !isSpokenHere(message)) return { do: 'hold', until: null, reason: 'OUTBOUND_OFF' }
    return facts.quietUntil && !mayDisturb(message, facts)
      ? { do: 'hold', until: facts.quietUntil, reason: 'QUIET_HOURS' }
      : undefined
  },
  budget: (message, facts) =>
    message.isAutomatic && (facts.receiverIsAutomatic || isOverBudget(message, facts))
      ? refuse('BUDGET_SPENT')
      : undefined,
  content: (message, facts) =>
    isExempt(message, facts) && faultOfExemptText(message.text ?? '') ? refuse('CONTENT_REFUSED') : undefined,
} satisfies Record<string, Step>

/**
 * The first refusal; else the first question that nobody has answered with yes; else the first wait. So nobody is asked about what may not
 * leave anyhow, and nothing waits for a morning that would refuse it.
 */
export function decideSend(message: Outgoing, facts: SendFacts): Decision {
  if (message.purpose === 'emergency') return rightPerson(message, facts) ?? emergency(message, facts)
  const verdicts = Object.values<Step>(STEPS).flatMap((step) => step(message, facts) ?? [])
  return (
    verdicts.find((verdict) => verdict.do === 'refuse') ??
    verdicts.find((verdict) => verdict.do === 'ask') ??
    verdicts[0] ?? { do: 'allow' }
  )
}

const refuse = (reason: (Decision & { do: 'refuse' })['reason']): Decision => ({ do: 'refuse', reason })

const isSpokenHere = ({ channel }: Outgoing): boolean => channel === 'portal-chat' || channel === 'widget'

function rightPerson(message: Outgoing, { isPartysWay, contactPointState: state }: SendFacts): Verdict {
  if (!isPartysWay) return refuse('WRONG_PERSON')
  const isUsable = isSpokenHere(message) || state === 'active' || state === 'none'
  return isUsable ? undefined : refuse('CONTACT_POINT_UNUSABLE')
}

/**
 * The person who is writing gets the emergency guidance, whatever else is set (trust-D36). Only the same mail a sixth time within the
 * hour tells nobody anything, and would make us the weapon of whoever forged the sender (decision 0023); nor do the same words by text a
 * sixth time within the day, which another machine may send as often as we answer (decision 0191).
 */
function emergency({ channel }: Outgoing, facts: SendFacts): Decision {
  const isSpent =
    (channel === 'email' && facts.automaticMailThisHour >= HOUSE_RULES.automaticMailPerHour) ||
    (channel === 'sms' && facts.sameWordsToday >= SAME_WORDS_IN_EMERGENCY)
  return facts.receiverIsAutomatic || isSpent ? refuse('BUDGET_SPENT') : { do: 'allow' }
}

function identityAndClass(message: Outgoing, facts: SendFacts): Verdict {
  if (needsIdentity(message, facts)) return refuse('IDENTITY_TOO_LOW')
  const isOpenToOthers =
    message.carriesText && facts.isShared && (message.channel === 'email' || message.channel === 'sms')
  return isOpenToOthers && isOfHealth(message) ? ask(message, 'SHARED_ADDRESS') : undefined
}

/** Of a person's answer the composer asks it (desk-D15); what must go at once stands above its English (decision 0205). */
function languageOfHealth(message: Outgoing): Verdict {
  const { isAutomatic, isInTheirLanguage = true, purpose } = message
  const isUnread = isAutomatic && !isInTheirLanguage && purpose !== 'security' && message.soundsOfHealth === true
  return isUnread ? ask(message, 'OTHER_LANGUAGE') : undefined
}

const ask = ({ isAutomatic, agreed = [] }: Outgoing, reason: AskReason): Verdict =>
  agreed.includes(reason) ? undefined : { do: 'ask', person: isAutomatic ? 'desk' : 'writer', reason }

/** What software writes for everybody may sound of somebody's health all the same. */
const isOfHealth = ({ contentClass, soundsOfHealth }: Outgoing): boolean =>
  contentClass !== 'plain' || soundsOfHealth === true

/** A text message that software sends by itself, to whom did not write just now and did not agree to texts: the law lets few words be in it. */
const isExempt = (
  { channel, isAutomatic, purpose }: Outgoing,
  { consent, minutesSinceTheyWrote: minutes }: SendFacts,
) =>
  channel === 'sms' &&
  isAutomatic &&
  purpose !== 'security' &&
  consent !== 'permit' &&
  (minutes === null || minutes > ANSWER_WINDOW_MIN)

/** Health words leave only to a verified person, and by mail or text only if that person agreed to plain text (desk-D37). */
function needsIdentity(
  { contentClass, carriesText, channel }: Outgoing,
  { identityLevel, allowsPlain }: SendFacts,
): boolean {
  if (contentClass === 'plain' || !carriesText) return false
  if (identityLevel === 'none' || identityLevel === 'matched') return true
  return (channel === 'email' || channel === 'sms') && !allowsPlain
}

/** What goes out also at night: what is asked for, what rings nowhere, an answer to somebody who is awake, and what a person lets go (desk-D41, decision 0036). */
function mayDisturb(message: Outgoing, { minutesSinceTheyWrote }: SendFacts): boolean {
  const { isAutomatic, purpose, channel, nightReason } = message
  if (nightReason && !isAutomatic) return true
  if (purpose === 'security' || channel === 'portal-chat' || channel === 'widget') return true
  if (purpose === 'reply' && minutesSinceTheyWrote !== null && minutesSinceTheyWrote <= ANSWER_WINDOW_MIN) return true
  return !isAutomatic && channel === 'email'
}

function isOverBudget({ channel, purpose, isDialogue }: Outgoing, facts: SendFacts): boolean {
  if (channel === 'portal-chat' || channel === 'widget' || purpose === 'security') return false
  const { rules, minutesSinceTheyWrote: minutes } = facts
  if (isDialogue && channel === 'sms' && minutes !== null && minutes <= ANSWER_WINDOW_MIN)
    return (
      facts.automaticSmsThisHour >= DIALOGUE_SMS_PER_HOUR ||
      facts.dialogueSmsToday >= DIALOGUE_SMS_PER_DAY ||
      facts.sameWordsToday >= SAME_WORDS_IN_DIALOGUE
    )
  if (purpose === 'reply' && facts.acknowledgementsToday >= ACKNOWLEDGEMENTS_PER_DAY) return true
  return (
    facts.automaticToday >= rules.automaticPerDay ||
    (channel === 'sms' &&
      (facts.automaticSmsToday >= rules.automaticSmsPerDay ||
        facts.automaticSmsThisWeek >= rules.automaticSmsPerWeek)) ||
    (channel === 'email' &&
      (facts.automaticMailThisHour >= rules.automaticMailPerHour ||
        facts.mailboxThisMinute >= rules.automaticMailPerMailboxMinute))
  )
}
