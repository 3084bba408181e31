/**
 * What would have called rules in a conversation's past, with the facts of each moment (desk-D69): its history is taken entry by entry.
 *
 * The journal keeps no words, so not everything can be known as it was then: tags are those of today (decision 0102).
 */
import type { RuleEvent } from './evaluate.ts'
import { URGENCIES, type Change, type Facts, type FactsBefore, type ReportedEvent, type Urgency } from './rule.ts'

type ReplayedFacts = Omit<Facts, 'isOpen' | 'identityLevel'>

/** Instants are epoch milliseconds. */
export type Past =
  | {
      kind: 'arrived'
      at: number
      messageId: string
      /** The message's own; the language is the conversation's, settled with it. */
      language: string
      urgency: Urgency
      intents: readonly string[]
      text: string
      isAutomatic: boolean
      /** Where it moved the conversation to. */
      queueId: string | null
    }
  | { kind: 'said'; at: number }
  | { kind: 'state'; at: number; to: string }
  | { kind: 'urgency'; at: number; to: Urgency }
  | { kind: 'queue'; at: number; to: string | null }
  | { kind: 'assigned'; at: number; to: string | null }
  /** Somebody accepted its red flag, and has it. */
  | { kind: 'taken'; at: number }
  | { kind: 'tagged'; at: number }
  | { kind: 'linked'; at: number; to: string | null }
  | { kind: 'clock'; at: number; what: 'clock-warned' | 'clock-breached' }
  | { kind: 'reported'; at: number; what: ReportedEvent }

/** What a conversation was at its beginning, and what is known of it today only. */
export type Beginning = {
  channel: string
  siteId: string | null
  queueId: string | null
  tags: readonly string[]
  isPatientLinked: boolean
  language: string
}

export type Replayed = {
  at: number
  event: RuleEvent
  facts: ReplayedFacts
  before: FactsBefore | null
  messageId: string | null
  /** When a person outside wrote last. */
  wroteAt: number | null
}

/** @param silentHours the hours of rules for `time-since`; a silence is told once for each. */
export function replay(
  beginning: Beginning,
  past: readonly Past[],
  { silentHours, until }: { silentHours: readonly number[]; until: number },
): Replayed[] {
  const events: Replayed[] = []
  const facts: ReplayedFacts = {
    ...beginning,
    intents: [],
    text: '',
    urgency: 'routine',
    topic: null,
    state: 'open',
    isAssigned: false,
  }
  let hasBegun = false
  let saidAt: number | null = null
  let wroteAt: number | null = null
  let silentTold = -Infinity

  const tell = (at: number, event: Told, before: FactsBefore | null, message = NO_MESSAGE) => {
    const { messageId, intents, text } = message
    const whole: RuleEvent = {
      changed: null,
      reported: null,
      hours: null,
      isAutomatic: false,
      depth: 0,
      ran: [],
      ...event,
    }
    events.push({ at, event: whole, facts: { ...facts, intents, text }, before, messageId, wroteAt })
  }
  const tellChange = (at: number, changed: Change, change: () => void) => {
    const before = beforeOf(facts)
    change()
    tell(at, { trigger: 'conversation-changed', changed }, before)
  }
  /** The silences since the last word that grew long enough by `at`. */
  const tellSilences = (at: number) => {
    if (saidAt === null || (facts.state !== 'open' && facts.state !== 'waiting')) return
    for (const hours of silentHours) {
      const instant = saidAt + hours * HOUR_MS
      if (instant <= at && instant > silentTold) tell(instant, { trigger: 'time-since', hours }, null)
    }
    silentTold = at
  }

  for (const entry of [...past].sort((one, other) => one.at - other.at)) {
    const { at } = entry
    if (at > until) break
    tellSilences(at)
    switch (entry.kind) {
      case 'arrived': {
        const before = hasBegun ? beforeOf(facts) : null
        facts.language = entry.language
        facts.urgency = mostUrgent(facts.urgency, entry.urgency)
        facts.topic ??= entry.intents[0] ?? null
        facts.queueId = entry.queueId ?? facts.queueId
        if (!(entry.isAutomatic && hasBegun) && facts.state !== 'spam') facts.state = 'open'
        hasBegun = true
        saidAt = at
        wroteAt = at
        const { messageId, intents, text, isAutomatic } = entry
        tell(at, { trigger: 'message-arrived', isAutomatic }, before, { messageId, intents, text })
        break
      }
      case 'said':
        hasBegun = true
        saidAt = at
        // Who answers has it.
        facts.isAssigned = true
        break
      case 'state':
        if (entry.to !== facts.state) tellChange(at, 'state', () => (facts.state = entry.to))
        break
      case 'urgency':
        tellChange(at, 'urgency', () => (facts.urgency = entry.to))
        break
      case 'queue':
        tellChange(at, 'queue', () => {
          facts.queueId = entry.to
          facts.isAssigned = false
        })
        break
      case 'assigned':
        tellChange(at, 'assignee', () => (facts.isAssigned = entry.to !== null))
        break
      case 'taken':
        facts.isAssigned = true
        break
      case 'tagged':
        tellChange(at, 'tags', () => undefined)
        break
      case 'linked':
        tellChange(at, 'patient', () => (facts.isPatientLinked = entry.to !== null))
        break
      case 'clock':
        tell(at, { trigger: entry.what }, null)
        break
      case 'reported':
        tell(at, { trigger: 'event-reported', reported: entry.what }, null)
        break
    }
  }
  tellSilences(until)
  return events
}

type Told = Partial<RuleEvent> & Pick<RuleEvent, 'trigger'>

type Spoken = { messageId: string | null; intents: readonly string[]; text: string }
const NO_MESSAGE: Spoken = { messageId: null, intents: [], text: '' }

const HOUR_MS = 3_600_000

const beforeOf = ({ state, urgency, queueId, language }: ReplayedFacts): FactsBefore => ({
  state,
  urgency,
  queueId,
  language,
})

const mostUrgent = (one: Urgency, other: Urgency): Urgency =>
  URGENCIES.indexOf(one) >= URGENCIES.indexOf(other) ? one : other
