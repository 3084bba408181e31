/**
 * What triage says about a message, and what it is told.
 *
 * Not a diagnosis: where to get help, how soon, and why, in the patient's own words.
 */
import type { Span } from '#engines/text/normalise.ts'

/** From the most to the least pressing. `not_clinical` stands outside the order, below all. */
export const URGENCIES = ['emergency', 'urgent', 'soon', 'routine', 'self_care', 'not_clinical'] as const
export type Urgency = (typeof URGENCIES)[number]

export const isMoreUrgent = (a: Urgency, b: Urgency) => URGENCIES.indexOf(a) < URGENCIES.indexOf(b)
export const mostUrgent = (urgencies: Urgency[]): Urgency =>
  urgencies.reduce<Urgency>((top, next) => (isMoreUrgent(next, top) ? next : top), 'not_clinical')

/** An earlier message of the conversation. A bare string is read as the patient's. */
export type Turn = { id?: string; from?: string; role?: string; author?: string; text: string } | string

/** One line of the understanding door. Only `text` is needed. */
export type TriageInput = {
  id?: string
  text: string
  lang?: string
  age?: number | string
  age_unit?: string
  sex?: string
  pregnant?: boolean
  postpartum_days?: number
  conditions?: string[]
  medications?: string[]
  allergies?: string[]
  vitals?: Record<string, unknown>
  turns?: Turn[]
  subject?: string
}

export type FindingState = 'present' | 'denied' | 'past' | 'possible' | 'other_person' | 'hypothetical'
export type Subject = 'self' | 'child' | 'named_other' | 'unknown'

export type Finding = {
  concept: string
  name: string
  state: FindingState
  subject: Subject
  /** Places in the text of the message it came from: the current one, or the turn `source_message_id`. */
  spans: Span[]
  /** The words there. Encrypted wherever they are stored; never logged. */
  words?: string
  /** A symptom that has ended within the last two days. */
  resolved?: boolean
  value?: number
  unit?: string
  implausible?: boolean
  source_message_id?: string
  /** The finding comes from an earlier message, the record, or a form field, not from this text. */
  from?: 'turn' | 'fields'
}

export type Source = { title: string; publisher: string; url: string; retrieved_on: string | null }

export type FiredRule = {
  id: string
  family: string
  outcome: Urgency
  says: string
  advice_key: string
  /** The concepts and facts that made it fire. */
  because: string[]
  source: Source
}

export type Question = { id: string; about: string; en: string; es: string }

export type TriageVerdict = {
  urgency: Urgency
  /** The worst this can still turn out to be while the questions are open. */
  could_be: Urgency
  findings: Finding[]
  rules_fired: FiredRule[]
  questions: Question[]
  advice_key: string
  unsure: boolean
  /** Why the engine is not sure; closed list. */
  unsure_because: UnsureReason[]
  /** What this message says on its own, turns left aside: decides whether a new alert is due. */
  message_urgency: Urgency
  subject: Subject
  /** One line for people, with the patient's words. */
  reason: string
  protocol_version: string
}

export type UnsureReason =
  | 'symptom_without_family'
  | 'language_not_reviewed'
  | 'contradictory_facts'
  | 'implausible_fact'
  | 'age_unknown'
  | 'protocol_not_signed'
  | 'sounds_dangerous'
  | 'not_surely_mild'
