/** Mail that goes in circles, and what stops it (desk D52, trust D54). */
import { headerValues, type HeaderField } from './header-reader.ts'
import { LOOP_HEADER } from './classify.ts'

/** More equal bodies than this from one address within one hour is a storm. */
export const MAX_EQUAL_BODIES_PER_HOUR = 5
/** Our loop mark seen this often means the mail went round. */
export const LOOP_MARKS = 2
/** Automatic mail to one address: acknowledgements in 24 h, anything in one hour; and per mailbox and minute (desk D42). */
export const MAX_ACKNOWLEDGEMENTS_PER_DAY = 1
export const MAX_AUTOMATIC_PER_HOUR = 5
export const MAX_AUTOMATIC_PER_MAILBOX_MINUTE = 20

export type LoopDecision = { decision: 'go_on' } | { decision: 'set_aside'; reason: 'mail_storm' | 'mail_loop' }

/** `equalBodiesLastHour` counts earlier mails of the same address with the same text, this one not among them. */
export function decideLoop(fields: HeaderField[], equalBodiesLastHour: number): LoopDecision {
  if (headerValues(fields, LOOP_HEADER).length >= LOOP_MARKS) return { decision: 'set_aside', reason: 'mail_loop' }
  if (equalBodiesLastHour >= MAX_EQUAL_BODIES_PER_HOUR) return { decision: 'set_aside', reason: 'mail_storm' }
  return { decision: 'go_on' }
}

export type AutomaticMailRefusal = 'TO_AUTOMATIC_MAIL' | 'BUDGET_SPENT'

/** May an automatic mail go out to this address now? All rules and acknowledgements share one budget. */
export function decideAutomaticMail(facts: {
  isAcknowledgement: boolean
  answersAutomaticMail: boolean
  acknowledgementsLastDay: number
  automaticLastHour: number
  mailboxLastMinute: number
}): { ok: true } | { ok: false; refusal: AutomaticMailRefusal } {
  if (facts.answersAutomaticMail) return { ok: false, refusal: 'TO_AUTOMATIC_MAIL' }
  const isSpent =
    (facts.isAcknowledgement && facts.acknowledgementsLastDay >= MAX_ACKNOWLEDGEMENTS_PER_DAY) ||
    facts.automaticLastHour >= MAX_AUTOMATIC_PER_HOUR ||
    facts.mailboxLastMinute >= MAX_AUTOMATIC_PER_MAILBOX_MINUTE
  return isSpent ? { ok: false, refusal: 'BUDGET_SPENT' } : { ok: true }
}
