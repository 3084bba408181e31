/** What happens to a conversation, as far as its clocks care. Read from the journal and the messages; the clocks keep nothing else. */
import type { Facts, Urgency, WaitingOn } from './policy.ts'

export type ClockEvent = {
  /** Orders events of the same instant. */
  seq: number
  /** ISO 8601, with zone. */
  at: string
} & (
  | { type: 'opened'; urgency?: Urgency; facts?: Facts }
  /** A message, call or walk-in. Only a patient's or proxy's own starts a clock. It wakes a waiting, snoozed or resolved conversation. */
  | {
      type: 'contact'
      from: 'patient' | 'proxy' | 'other'
      /** `none` when a person wrote it; all else (`auto_reply`, `bounce`, `list`, `own_echo`, `machine`) starts nothing and wakes nothing. */
      automatic?: string
      /** Raises the conversation's urgency; never lowers it. */
      urgency?: Urgency
      /** A nurse has to look at it. */
      toTriage?: boolean
    }
  /** An outward message, an answered call, a served front-desk turn. An acknowledgement answers nothing. */
  | { type: 'answer'; by: 'person' | 'assistant' | 'system'; isAcknowledgement?: boolean }
  | { type: 'note' }
  | {
      type: 'state'
      to: 'open' | 'waiting' | 'snoozed' | 'resolved' | 'closed' | 'spam'
      waitingOn?: WaitingOn
    }
  | { type: 'urgency'; to: Urgency }
  /** Facts that changed: queue, site, topic. */
  | { type: 'moved'; facts: Facts }
  | { type: 'policy'; id: string; version: number }
  | { type: 'calendar'; id: string; version: number }
  | { type: 'triaged' }
  | { type: 'clinician-asked' }
  | { type: 'clinician-took' }
  | { type: 'result-filed' }
)

export const EVENT_TYPES = [
  'opened',
  'contact',
  'answer',
  'note',
  'state',
  'urgency',
  'moved',
  'policy',
  'calendar',
  'triaged',
  'clinician-asked',
  'clinician-took',
  'result-filed',
] as const satisfies readonly ClockEvent['type'][]

export const STATES = ['open', 'waiting', 'snoozed', 'resolved', 'closed', 'spam'] as const

/** Events of one conversation. */
export const EVENTS_MAX = 20_000
