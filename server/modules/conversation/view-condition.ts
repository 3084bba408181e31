/** The conditions of a saved view as SQL over `c` (conversation): one text for its list and for its count (desk-D11). */
import { isGroup } from '#engines/conditions/condition.ts'
import { ME, NONE, type ViewCondition, type ViewField, type ViewGroup } from '#engines/saved-view/saved-view.ts'
import { URGENCIES, type Urgency } from '#engines/rules/rule.ts'
import type { ListQuery } from './read-store.ts'
import { UNREAD } from './views.ts'

type Add = (value: unknown) => string
type Compile = (condition: ViewCondition, add: Add, now: Date) => string

/** `$1` is the organization, `$2` the reader. Unknown is as good as no: `is not true` turns it into yes where it is asked for. */
export const viewCondition =
  (when: ViewGroup, now: Date): NonNullable<ListQuery['also']> =>
  (add) =>
    groupSql(when, add, now)

function groupSql({ match, of }: ViewGroup, add: Add, now: Date): string {
  const parts = of.map((node) => (isGroup(node) ? groupSql(node, add, now) : conditionSql(node, add, now)))
  if (match === 'all') return parts.length > 0 ? `(${parts.join(' and ')})` : 'true'
  const some = parts.length > 0 ? `(${parts.join(' or ')})` : 'false'
  return match === 'any' ? some : `(${some} is not true)`
}

function conditionSql(condition: ViewCondition, add: Add, now: Date): string {
  const holds = BY_FIELD[condition.field](condition, add, now)
  return condition.operator === 'is-not' ? `(${holds} is not true)` : holds
}

const among =
  (column: string): Compile =>
  ({ values }, add) =>
    `${column} = any (${add(values)}::text[])`

/** Ids, and what stands for none. */
const amongIds =
  (column: string): Compile =>
  ({ values }, add) => {
    const ids = values.filter((value) => value !== NONE && value !== ME)
    const ways = [
      ...(ids.length > 0 ? [`${column} = any (${add(ids)}::uuid[])`] : []),
      ...(values.includes(ME) ? [`${column} = $2::uuid`] : []),
      ...(values.includes(NONE) ? [`${column} is null`] : []),
    ]
    return `(${ways.join(' or ')})`
  }

const yesNo =
  (holds: (add: Add, now: Date) => string): Compile =>
  ({ values }, add, now) => {
    const [yes, no] = [values.includes('yes'), values.includes('no')]
    if (yes && no) return 'true'
    return yes ? `(${holds(add, now)})` : `((${holds(add, now)}) is not true)`
  }

/** So many hours before now, or after it. */
const hours =
  (column: string, direction: 'since' | 'until'): Compile =>
  ({ values: [count = '0'], operator }, add, now) => {
    const span = Number(count) * 3_600_000 * (direction === 'since' ? -1 : 1)
    const moment = `${add(new Date(now.getTime() + span))}::timestamptz`
    const isLong = operator === 'at-least'
    return direction === 'since'
      ? `${column} ${isLong ? '<=' : '>'} ${moment}`
      : `${column} ${isLong ? '>=' : '<'} ${moment}`
  }

const BY_FIELD: Record<ViewField, Compile> = {
  state: among('c.state'),
  assignee: amongIds('c.assignee_id'),
  queue: amongIds('c.queue_id'),
  site: amongIds('c.site_id'),
  channel: among('c.channel'),
  language: among('c.language'),
  topic: among('c.topic'),
  'waiting-on': among('c.waiting_on'),
  urgency: (condition, add, now) => {
    const [least] = condition.values
    return condition.operator === 'at-least'
      ? `c.urgency_rank >= ${add(URGENCIES.indexOf(least as Urgency))}::int`
      : among('c.urgency')(condition, add, now)
  },
  tag: ({ values }, add) => `c.tags && ${add(values)}::text[]`,
  unread: yesNo(() => UNREAD),
  'patient-linked': yesNo(() => 'c.patient_id is not null'),
  overdue: yesNo((add, now) => `c.due_at <= ${add(now)}::timestamptz`),
  'due-in': hours('c.due_at', 'until'),
  unanswered: hours('c.unread_since', 'since'),
  quiet: hours('c.last_message_at', 'since'),
}
