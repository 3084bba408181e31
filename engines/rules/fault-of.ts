/** What is wrong with a rule that somebody wants to save: the first field outside the closed lists or the limits (desk-D11, D68). */
import { faultOfTree, type TreeFault } from '../conditions/fault-of-tree.ts'
import {
  ACTION_KINDS,
  HOURS_MAX,
  NAME_MAX_CHARS,
  NOTE_MAX_CHARS,
  NOTE_READERS,
  PER_HOUR_MAX,
  REPLY_LANGUAGES_MAX,
  REPLY_MAX_CHARS,
  RULE_CONDITIONS,
  TAG_MAX_CHARS,
  TAGS_MAX,
  TRIGGERS,
  URGENCIES,
  type Action,
  type Definition,
} from './rule.ts'

export type Fault = {
  /** Where it stands, such as `when.of.1.values` or `actions.0.queueId`. */
  field: string
  reason: TreeFault['reason'] | 'TWICE' | 'NOT_KNOWN'
}

/** Ids of the organization that a rule may name. */
export type Named = {
  queueIds: readonly string[]
  siteIds: readonly string[]
  staffIds: readonly string[]
  webhookIds: readonly string[]
  /** Macros in use, with the versions that a rule may take. */
  macros: readonly { id: string; versions: readonly number[] }[]
}

export function faultOf(definition: Definition, named: Named): Fault | undefined {
  const { name, trigger, when, actions, perHour } = definition
  if (name.trim() === '') return { field: 'name', reason: 'EMPTY' }
  if (name.length > NAME_MAX_CHARS) return { field: 'name', reason: 'TOO_LONG' }
  if (!TRIGGERS.includes(trigger.kind)) return { field: 'trigger', reason: 'NOT_A_VALUE' }
  if (trigger.kind === 'time-since' && !isWhole(trigger.hours, 1, HOURS_MAX))
    return { field: 'trigger.hours', reason: 'OUT_OF_RANGE' }
  if (!isWhole(perHour, 1, PER_HOUR_MAX)) return { field: 'perHour', reason: 'OUT_OF_RANGE' }
  const own = { queue: named.queueIds, site: named.siteIds }
  const tree = faultOfTree(when, { path: 'when', table: RULE_CONDITIONS, event: trigger.kind, own })
  if (tree) return tree
  if (actions.length === 0) return { field: 'actions', reason: 'EMPTY' }
  if (actions.length > ACTION_KINDS.length) return { field: 'actions', reason: 'TOO_MANY' }
  for (const [at, action] of actions.entries()) {
    const field = `actions.${at}`
    if (!ACTION_KINDS.includes(action.kind)) return { field, reason: 'NOT_A_VALUE' }
    if (actions.findIndex(({ kind }) => kind === action.kind) < at) return { field, reason: 'TWICE' }
    const fault = faultOfAction(action, named)
    if (fault) return { ...fault, field: `${field}.${fault.field}` }
  }
  return undefined
}

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most

function faultOfAction(action: Action, named: Named): Fault | undefined {
  switch (action.kind) {
    case 'tag':
      if (action.tags.length === 0 || action.tags.some((tag) => tag.trim() === ''))
        return { field: 'tags', reason: 'EMPTY' }
      if (action.tags.length > TAGS_MAX) return { field: 'tags', reason: 'TOO_MANY' }
      return action.tags.some((tag) => tag.length > TAG_MAX_CHARS) ? { field: 'tags', reason: 'TOO_LONG' } : undefined
    case 'queue':
      return named.queueIds.includes(action.queueId) ? undefined : { field: 'queueId', reason: 'NOT_KNOWN' }
    case 'assign':
      return named.staffIds.includes(action.staffId) ? undefined : { field: 'staffId', reason: 'NOT_KNOWN' }
    case 'urgency':
      return URGENCIES.includes(action.urgency) ? undefined : { field: 'urgency', reason: 'NOT_A_VALUE' }
    case 'note':
      if (action.readers.length === 0) return { field: 'readers', reason: 'EMPTY' }
      if (action.readers.some((reader) => !NOTE_READERS.includes(reader)))
        return { field: 'readers', reason: 'NOT_A_VALUE' }
      return faultOfText(action.text, NOTE_MAX_CHARS)
    case 'reply': {
      const { texts } = action
      if (texts.length === 0) return { field: 'texts', reason: 'EMPTY' }
      if (texts.length > REPLY_LANGUAGES_MAX) return { field: 'texts', reason: 'TOO_MANY' }
      if (new Set(texts.map(({ language }) => language)).size < texts.length) return { field: 'texts', reason: 'TWICE' }
      for (const [at, { language, text }] of texts.entries()) {
        if (!/^[a-z]{2,3}$/.test(language)) return { field: `texts.${at}.language`, reason: 'NOT_A_VALUE' }
        const fault = faultOfText(text, REPLY_MAX_CHARS)
        if (fault) return { ...fault, field: `texts.${at}.${fault.field}` }
      }
      return undefined
    }
    case 'macro': {
      const macro = named.macros.find(({ id }) => id === action.macroId)
      if (!macro) return { field: 'macroId', reason: 'NOT_KNOWN' }
      return macro.versions.includes(action.macroVersion) ? undefined : { field: 'macroVersion', reason: 'NOT_KNOWN' }
    }
    case 'webhook':
      return named.webhookIds.includes(action.webhookId) ? undefined : { field: 'webhookId', reason: 'NOT_KNOWN' }
  }
}

const faultOfText = (text: string, most: number): Fault | undefined =>
  text.trim() === ''
    ? { field: 'text', reason: 'EMPTY' }
    : text.length > most
      ? { field: 'text', reason: 'TOO_LONG' }
      : undefined
