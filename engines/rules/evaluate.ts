/**
 * Which rules an event calls, and what they do (desk-D68, D69). The same function decides in earnest and in a simulation.
 *
 * All rules of an event are decided on the facts as the event found them; what one of them does is an event of its own, with its chain.
 */
import { isGroup, yesOrNo } from '../conditions/condition.ts'
import { hasWords, plainWords } from './plain-words.ts'
import {
  CHAIN_MAX,
  RULES_MAX,
  URGENCIES,
  type Action,
  type Change,
  type Condition,
  type Facts,
  type FactsBefore,
  type Group,
  type Mode,
  type ReportedEvent,
  type Rule,
  type TriggerKind,
  type Urgency,
} from './rule.ts'

export type RuleEvent = {
  trigger: TriggerKind
  /** What changed, for `conversation-changed`. */
  changed: Change | null
  /** What was reported, for `event-reported`. */
  reported: ReportedEvent | null
  /** For how long nothing was said, for `time-since`. */
  hours: number | null
  /** A machine wrote the message (desk-D51). */
  isAutomatic: boolean
  /** How many rules led to it; 0 where no rule did. */
  depth: number
  /** Rules that acted on this conversation for the same cause already. */
  ran: readonly string[]
}

export type Match = {
  ruleId: string
  version: number
  actions: Action[]
  /** The conditions that held. */
  why: Condition[]
}

/** @returns what matches, in the order of the rules; at most RULES_MAX rules are looked at. */
export function evaluate(
  event: RuleEvent,
  facts: Facts,
  before: FactsBefore | null,
  rules: readonly Rule[],
  mode: Mode,
): Match[] {
  if (event.depth >= CHAIN_MAX) return []
  const known = knownOf(event, facts, before)
  const ran = new Set(event.ran)
  const matches: Match[] = []
  let { urgency } = facts
  for (const rule of rules.toSorted(byPlace).slice(0, RULES_MAX)) {
    if (!isCalled(rule, event) || ran.has(rule.id) || holds(rule.when, known) !== true) continue
    const actions: Action[] = []
    for (const action of rule.actions) {
      if (action.kind === 'urgency') {
        if (!isHigher(action.urgency, urgency)) continue
        urgency = action.urgency
      }
      actions.push(action)
    }
    matches.push({ ruleId: rule.id, version: rule.version, actions, why: whyOf(rule.when, known) })
    if (mode === 'first') break
  }
  return matches
}

/** What is settled when a message arrives; all else may be otherwise by the time the rules are asked. */
export type FactsOfMessage = Pick<Facts, 'channel' | 'language' | 'intents' | 'text'>

/** False when none of these rules can match, whatever else is so: then nobody needs to be asked (decision 0111). */
export function mayMatch(
  event: RuleEvent,
  facts: FactsOfMessage,
  before: FactsBefore | null,
  rules: readonly Rule[],
): boolean {
  const known = knownOf(event, facts, before)
  return rules.some((rule) => isCalled(rule, event) && holds(rule.when, known) !== false)
}

const byPlace = (one: Rule, other: Rule): number => one.place - other.place || (one.id < other.id ? -1 : 1)

const isHigher = (one: Urgency, other: Urgency): boolean => URGENCIES.indexOf(one) > URGENCIES.indexOf(other)

function isCalled({ trigger, includesAutomatic }: Rule, event: RuleEvent): boolean {
  if (trigger.kind !== event.trigger) return false
  if (trigger.kind === 'time-since' && trigger.hours !== event.hours) return false
  return includesAutomatic || !event.isAutomatic
}

/** `words` are made when the first condition asks for them. */
type Known = { event: RuleEvent; facts: Partial<Facts>; before: FactsBefore | null; words(): string | undefined }

function knownOf(event: RuleEvent, facts: Partial<Facts>, before: FactsBefore | null): Known {
  let words: string | undefined
  return {
    event,
    facts,
    before,
    words: () => (words ??= facts.text === undefined ? undefined : plainWords(facts.text)),
  }
}

/** Undefined: it depends on what is not known. */
const holds = (node: Group | Condition, known: Known): boolean | undefined => {
  if (!isGroup(node)) return conditionHolds(node, known)
  // What decides the group whatever the rest says: one that does not hold, or one that does.
  const decisive = node.match !== 'all'
  let isOpen = false
  for (const one of node.of) {
    const is = holds(one, known)
    if (is === decisive) return node.match === 'any'
    isOpen ||= is === undefined
  }
  return isOpen ? undefined : node.match !== 'any'
}

/** What held by itself; what must not hold is no reason. */
const whyOf = (node: Group | Condition, known: Known): Condition[] => {
  if (!isGroup(node)) return conditionHolds(node, known) ? [node] : []
  return node.match === 'none' ? [] : node.of.flatMap((one) => whyOf(one, known))
}

function conditionHolds({ field, when, operator, values }: Condition, known: Known): boolean | undefined {
  if (field === 'text') {
    const words = known.words()
    if (words === undefined) return undefined
    const has = values.some((value) => hasWords(words, value))
    return operator === 'contains' ? has : !has
  }
  const found = when === 'before' ? valueBefore(field, known.before) : valueNow(field, known)
  if (found === undefined) return undefined
  if (operator === 'at-least') {
    const [least] = values
    return found.some((one) => !isHigher(least as Urgency, one as Urgency))
  }
  const isOne = found.some((one) => values.includes(one))
  return operator === 'is' ? isOne : !isOne
}

const some = (value: string | null | undefined): string[] | undefined =>
  value === undefined ? undefined : value === null ? [] : [value]
const yes = (is: boolean | undefined): string[] | undefined => (is === undefined ? undefined : [yesOrNo(is)])

function valueNow(field: Condition['field'], { facts, event }: Known): readonly string[] | undefined {
  switch (field) {
    case 'channel':
      return some(facts.channel)
    case 'language':
      return some(facts.language)
    case 'intent':
      return facts.intents
    case 'urgency':
      return some(facts.urgency)
    case 'topic':
      return some(facts.topic)
    case 'state':
      return some(facts.state)
    case 'queue':
      return some(facts.queueId)
    case 'site':
      return some(facts.siteId)
    case 'tag':
      return facts.tags
    case 'patient-linked':
      return yes(facts.isPatientLinked)
    case 'assigned':
      return yes(facts.isAssigned)
    case 'identity-level':
      return some(facts.identityLevel)
    case 'open-hours':
      return yes(facts.isOpen)
    case 'changed':
      return some(event.changed)
    case 'reported':
      return some(event.reported)
    case 'text':
      return []
  }
}

/** Fields without a value before (FIELDS) are refused when a rule is saved. */
function valueBefore(field: Condition['field'], before: FactsBefore | null): readonly string[] | undefined {
  if (before === null) return []
  if (field === 'queue') return some(before.queueId)
  return field === 'state' || field === 'urgency' || field === 'language' ? [before[field]] : []
}
