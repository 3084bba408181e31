/** What a saved view of the inbox holds: conditions over conversations, and an order (desk-D11). Closed lists and limits; the server asks the database by them. */
import type { Condition, ConditionTable, FieldSpec, Group } from '../conditions/condition.ts'
import { faultOfTree, type TreeFault } from '../conditions/fault-of-tree.ts'
import { WAITING_ON } from '../macro/macro.ts'
import { CHANNELS, STATES, URGENCIES } from '../rules/rule.ts'

/** Beside the ids of people and queues: the reader, and nobody. */
export const ME = 'me'
export const NONE = 'none'

/** A year. */
const HOURS_MAX = 8_760

/** Every field that a condition of a view may ask for, as the list of conversations has it. */
const FIELDS = {
  state: { kind: 'choice', values: STATES },
  assignee: { kind: 'code' },
  queue: { kind: 'code' },
  channel: { kind: 'choice', values: CHANNELS },
  language: { kind: 'code' },
  urgency: { kind: 'choice', values: URGENCIES, ranked: true },
  topic: { kind: 'code' },
  tag: { kind: 'code' },
  site: { kind: 'code' },
  'waiting-on': { kind: 'choice', values: WAITING_ON },
  unread: { kind: 'yes-no' },
  'patient-linked': { kind: 'yes-no' },
  overdue: { kind: 'yes-no' },
  /** Until the next deadline; what is overdue is due in less than any. */
  'due-in': { kind: 'hours', most: HOURS_MAX },
  /** Since the first message that nobody has answered. */
  unanswered: { kind: 'hours', most: HOURS_MAX },
  /** Since the newest message. */
  quiet: { kind: 'hours', most: HOURS_MAX },
} as const satisfies Record<string, FieldSpec>
export type ViewField = keyof typeof FIELDS

/** Limits. Source: decision 0198. */
export const VIEW_CONDITIONS: ConditionTable<ViewField> = {
  fields: FIELDS,
  depthMax: 3,
  conditionsMax: 20,
  valuesMax: 20,
  valueMaxChars: 80,
}
export const VIEW_NAME_MAX_CHARS = 60
/** Views of one person's own, and those that are shared in an organization. */
export const OWN_VIEWS_MAX = 30
export const SHARED_VIEWS_MAX = 50
/** Above it a count says "500+". */
export const VIEW_COUNT_MAX = 500

export type ViewCondition = Condition<ViewField>
export type ViewGroup = Group<ViewField>

/** By the newest message: the newest first, or what was left alone longest. */
export const VIEW_ORDERS = ['newest', 'oldest'] as const
export type ViewOrder = (typeof VIEW_ORDERS)[number]

export type Sharing =
  { with: 'owner' } | { with: 'organization' } | { with: 'queue'; queueId: string } | { with: 'site'; siteId: string }

export type SavedViewContent = { name: string; when: ViewGroup; order: ViewOrder; sharing: Sharing }

/** Ids of the organization that a view may name. A queue out of use has its past. */
export type NamedByView = { queueIds: readonly string[]; siteIds: readonly string[]; staffIds: readonly string[] }

export type ViewFault = { field: string; reason: TreeFault['reason'] | 'NOT_KNOWN' }

/** What is wrong with a view that somebody wants to save, with its field. */
export function faultOfView(content: SavedViewContent, named: NamedByView): ViewFault | undefined {
  const { name, when, sharing } = content
  if (name.trim() === '') return { field: 'name', reason: 'EMPTY' }
  if (name.length > VIEW_NAME_MAX_CHARS) return { field: 'name', reason: 'TOO_LONG' }
  if (sharing.with === 'queue' && !named.queueIds.includes(sharing.queueId))
    return { field: 'sharing.queueId', reason: 'NOT_KNOWN' }
  if (sharing.with === 'site' && !named.siteIds.includes(sharing.siteId))
    return { field: 'sharing.siteId', reason: 'NOT_KNOWN' }
  return faultOfConditions(when, named)
}

export const faultOfConditions = (when: ViewGroup, named: NamedByView): TreeFault | undefined =>
  faultOfTree(when, {
    path: 'when',
    table: VIEW_CONDITIONS,
    event: null,
    own: {
      assignee: [ME, NONE, ...named.staffIds],
      queue: [NONE, ...named.queueIds],
      site: named.siteIds,
    },
  })
