/**
 * What a rule is: when it looks, which conditions must hold, what it does (desk-D68). Closed lists and limits; evaluate.ts decides.
 */
import type { Condition as ConditionOn, ConditionTable, FieldSpec, Group as GroupOf } from '../conditions/condition.ts'

export const TRIGGERS = [
  'message-arrived',
  'conversation-changed',
  'clock-warned',
  'clock-breached',
  'time-since',
  'event-reported',
] as const
export type TriggerKind = (typeof TRIGGERS)[number]
/** `time-since`: nothing was said for so many hours while the conversation is open or waits. */
export type Trigger = { kind: Exclude<TriggerKind, 'time-since'> } | { kind: 'time-since'; hours: number }

/** What of a conversation changed, for `conversation-changed`. */
export const CHANGES = ['state', 'queue', 'urgency', 'assignee', 'tags', 'patient'] as const
export type Change = (typeof CHANGES)[number]

/** What a system outside may report of a patient, for `event-reported` (decision 0188). */
export const REPORTED_EVENTS = ['result-filed', 'authorization-decided', 'form-returned', 'visit-done'] as const
export type ReportedEvent = (typeof REPORTED_EVENTS)[number]

export const CHANNELS = ['portal-chat', 'widget', 'email', 'sms', 'voice', 'front-desk'] as const
export const URGENCIES = ['routine', 'urgent', 'asap', 'stat'] as const
export type Urgency = (typeof URGENCIES)[number]
export const STATES = ['open', 'waiting', 'snoozed', 'resolved', 'closed', 'spam'] as const
export const LEVELS = ['none', 'matched', 'verified', 'verified_for'] as const

/** What is known of the conversation and its newest message at the moment of an event. */
export type Facts = {
  channel: string
  language: string
  /** Of the message that arrived; empty for other events, as is `text`. */
  intents: readonly string[]
  text: string
  urgency: Urgency
  topic: string | null
  state: string
  queueId: string | null
  siteId: string | null
  tags: readonly string[]
  isPatientLinked: boolean
  isAssigned: boolean
  identityLevel: string
  /** The site is open now, by its hours. */
  isOpen: boolean
}
/** What it was before the event; null where it began with it. */
export type FactsBefore = Pick<Facts, 'state' | 'urgency' | 'queueId' | 'language'>

/** Every field that a condition may ask for. `before`: also its value before the event. `only`: known for this trigger alone. */
const FIELDS = {
  channel: { kind: 'choice', values: CHANNELS },
  language: { kind: 'code', before: true },
  intent: { kind: 'code', only: 'message-arrived' },
  text: { kind: 'words', only: 'message-arrived' },
  urgency: { kind: 'choice', values: URGENCIES, ranked: true, before: true },
  topic: { kind: 'code' },
  state: { kind: 'choice', values: STATES, before: true },
  queue: { kind: 'code', before: true },
  site: { kind: 'code' },
  tag: { kind: 'code' },
  'patient-linked': { kind: 'yes-no' },
  assigned: { kind: 'yes-no' },
  'identity-level': { kind: 'choice', values: LEVELS },
  'open-hours': { kind: 'yes-no' },
  changed: { kind: 'choice', values: CHANGES, only: 'conversation-changed' },
  reported: { kind: 'choice', values: REPORTED_EVENTS, only: 'event-reported' },
} as const satisfies Record<string, FieldSpec & { only?: TriggerKind }>
export type Field = keyof typeof FIELDS
export type Condition = ConditionOn<Field>
export type Group = GroupOf<Field>

export const NOTE_READERS = ['service', 'clinical', 'billing'] as const
export type Action =
  | { kind: 'tag'; tags: readonly string[] }
  | { kind: 'queue'; queueId: string }
  | { kind: 'assign'; staffId: string }
  /** Only ever up. */
  | { kind: 'urgency'; urgency: Urgency }
  | { kind: 'note'; text: string; readers: readonly (typeof NOTE_READERS)[number][] }
  /** The first text is for languages that have none of their own. */
  | { kind: 'reply'; texts: readonly { language: string; text: string }[] }
  /** Exactly the version that was tried (decision 0134). */
  | { kind: 'macro'; macroId: string; macroVersion: number }
  | { kind: 'webhook'; webhookId: string }
export const ACTION_KINDS = ['tag', 'queue', 'assign', 'urgency', 'note', 'reply', 'macro', 'webhook'] as const
export type ActionKind = (typeof ACTION_KINDS)[number]

export type Definition = {
  name: string
  trigger: Trigger
  when: Group
  actions: readonly Action[]
  /** Also for what machines wrote (auto-replies, bounces, lists); off by default (desk-D51). */
  includesAutomatic: boolean
  /** It may act so often in an hour; more switches it off. */
  perHour: number
}

export type Rule = Omit<Definition, 'name' | 'perHour'> & { id: string; version: number; place: number }
/** Of the rules of one trigger: only the first that matches acts, or all. */
export type Mode = 'first' | 'all'

/** Limits. Source: decision 0100. */
export const RULE_CONDITIONS: ConditionTable<Field> = {
  fields: FIELDS,
  depthMax: 5,
  conditionsMax: 50,
  valuesMax: 20,
  valueMaxChars: 80,
}
export const RULES_MAX = 200
export const TAGS_MAX = 10
export const TAG_MAX_CHARS = 40
export const NAME_MAX_CHARS = 80
export const NOTE_MAX_CHARS = 2_000
/** A reply also leaves as a text message (ten segments). */
export const REPLY_MAX_CHARS = 600
export const REPLY_LANGUAGES_MAX = 10
export const HOURS_MAX = 720
export const PER_HOUR_MAX = 1_000
/** Rules that follow from one another: a rule, what it caused, and once more (desk-D69). */
export const CHAIN_MAX = 3
