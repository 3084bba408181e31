/** Mail that goes in circles, and what stops it (desk D52, trust D54). The budgets of our own automatic mail are the gate's. */
import { headerValues, type HeaderField } from './header-reader.ts'
import { LOOP_HEADER } from './classify.ts'

/** More equal bodies than this from one address within one hour is a storm. */
export const MAX_EQUAL_BODIES_PER_HOUR = 5
/** Our loop mark seen this often means the mail went round. */
export const LOOP_MARKS = 2
export type LoopDecision = { decision: 'go_on' } | { decision: 'set_aside'; reason: 'mail_storm' | 'mail_loop' }

export const isStorm = (equalBodiesLastHour: number): boolean => equalBodiesLastHour >= MAX_EQUAL_BODIES_PER_HOUR

/** `equalBodiesLastHour` counts earlier mails of the same address with the same text, this one not among them. */
export function decideLoop(fields: HeaderField[], equalBodiesLastHour: number): LoopDecision {
  if (headerValues(fields, LOOP_HEADER).length >= LOOP_MARKS) return { decision: 'set_aside', reason: 'mail_loop' }
  if (isStorm(equalBodiesLastHour)) return { decision: 'set_aside', reason: 'mail_storm' }
  return { decision: 'go_on' }
}
