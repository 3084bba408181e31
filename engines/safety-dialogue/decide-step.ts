/**
 * What the safety dialogue does after a patient's message: asks, advises, or is silent. Pure (understanding-D28, D29, D32, D34, D73).
 *
 * It stands behind the emergency and crisis texts: where one of them was told, or is sure, it says nothing. It never lowers what triage
 * says, and it never says what somebody has.
 */
import type { CrisisVerdict } from '#engines/crisis/verdict.ts'
import type { Question, TriageVerdict, Urgency } from '#engines/triage/verdict.ts'

export const SAFETY_DIALOGUE_VERSION = 'safety-dialogue-1'

/** A question that is not answered by any of the three words is asked this often in all; then a nurse is called. */
export const TRIES_MAX = 2

export type Moment = {
  /** A clinician of the organization signed the running protocol. */
  isSigned: boolean
  /** There are reviewed words in the language of the dialogue. */
  isSpoken: boolean
  /** A person has the conversation, or has spoken in it. */
  isPersonThere: boolean
  /** The patient asks for a person. */
  wantsPerson: boolean
  /** This message, or this one with those before it, tells of somebody's health or answers a question. */
  isClinical: boolean
  crisis: Pick<CrisisVerdict, 'kinds' | 'level'>
  /** Of the words and the answers alone, without what the record knows. */
  verdict: Pick<TriageVerdict, 'urgency' | 'unsure' | 'unsure_because' | 'rules_fired' | 'advice_key'>
  /** The same with the facts of the record: it is never less. */
  urgency: Urgency
  /** The most excluding question that is open and was not asked yet; none: nothing is open, or four were asked. */
  next: Question | null
  /** The question that waits and is still open, with how often it was asked; none: nothing waits, or it is answered. */
  waiting: { question: Question; tries: number } | null
  /** What was advised before in this dialogue, as `adviceMark` says it. */
  advised: string | null
}

export type Step =
  | { does: 'ask'; question: Question; isAgain: boolean }
  | { does: 'advise'; urgency: Urgency }
  /** A nurse will look: the protocol is not signed, so nothing more may be said of what could be cared for at home. */
  | { does: 'nurse' }
  /** The patient asked for a person: no more questions; the one that waits is still watched. */
  | { does: 'person' }
  /** The answer was not understood twice: a nurse is called as if none had come. */
  | { does: 'call-nurse' }
  | { does: 'nothing' }

export function decideStep(moment: Moment): Step {
  const { verdict, urgency, waiting, next } = moment
  if (moment.isPersonThere || !moment.isSpoken || urgency === 'emergency') return NOTHING
  if (!mayBeSpokenTo(moment.crisis)) return NOTHING
  if (!moment.isSigned) return isLeftToNurse(moment) ? { does: 'nurse' } : NOTHING
  if (moment.wantsPerson && waiting) return { does: 'person' }
  if (waiting) {
    if (waiting.tries >= TRIES_MAX) return { does: 'call-nurse' }
    return { does: 'ask', question: waiting.question, isAgain: true }
  }
  if (!moment.isClinical) return NOTHING
  if (next) return { does: 'ask', question: next, isAgain: false }
  if (!mayAdvise(urgency, verdict) || moment.advised === adviceMark(urgency, verdict)) return NOTHING
  return { does: 'advise', urgency }
}

/** By which the same advice is known again: it is not said twice in one dialogue. */
export const adviceMark = (urgency: Urgency, { advice_key: key }: Pick<TriageVerdict, 'advice_key'>): string =>
  `${urgency}/${key}`

const NOTHING: Step = { does: 'nothing' }

/** Whoever is in danger, or may be, is spoken to in the words for it alone (D40); of what is past, gently, where it was one's own life. */
const mayBeSpokenTo = ({ kinds, level }: Moment['crisis']): boolean =>
  level === null || (level === 'past' && kinds.every((kind) => kind === 'self_harm' || kind === 'suicide_plan'))

const isLeftToNurse = ({ isClinical, verdict, advised }: Moment): boolean =>
  isClinical && verdict.unsure_because.includes('protocol_not_signed') && advised === null

/**
 * Care at home is named only by a rule of a known family that is sure (D29); and so is what can wait. Whoever the engine is not sure of
 * is told that a nurse looks, which is what `soon` and `urgent` say.
 */
function mayAdvise(urgency: Urgency, { unsure, rules_fired: fired }: Moment['verdict']): boolean {
  if (urgency === 'urgent' || urgency === 'soon') return true
  if (urgency === 'routine') return fired.length > 0
  return urgency === 'self_care' && !unsure && fired[0]?.outcome === 'self_care'
}
