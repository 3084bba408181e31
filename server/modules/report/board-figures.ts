/** What each number of the board counts, once: as SQL over `c` (conversation), for the number and for the list behind it. */
import type { Figure } from '#engines/figure/figure.ts'

/** Due within so many minutes is due soon. */
const SOON_MIN = 15
const ACTIVE = `c.state in ('open', 'waiting', 'snoozed')`

/** `now`: the parameter that holds the moment. */
export const COUNTED = {
  waiting: () => `c.state = 'open' and c.unread_since is not null`,
  'due-soon': (now: string) =>
    `${ACTIVE} and c.due_at > ${now}::timestamptz and c.due_at <= ${now}::timestamptz + interval '${SOON_MIN} minutes'`,
  breached: (now: string) => `${ACTIVE} and c.due_at <= ${now}::timestamptz`,
  'in-hand': () => `${ACTIVE} and c.assignee_id is not null`,
  'red-flags': () =>
    `c.id in (select a.conversation_id from safety_alert a where a.organization_id = $1 and a.accepted_at is null)`,
  'unknown-deliveries': () =>
    `c.id in (select d.conversation_id from delivery d where d.organization_id = $1 and d.state = 'unknown')`,
  'nobody-fits': () => `c.state = 'open' and c.assignee_id is null
    and (select jsonb_array_length(s.outcome->'ranked') from routing_snapshot s
          where s.organization_id = $1 and s.conversation_id = c.id order by s.at desc, s.id desc limit 1) = 0`,
} as const satisfies Record<Exclude<Figure['name'], 'report' | 'assistant'>, (now: string) => string>

/** The condition of one number: what it counts, of which queue, person and language. */
export function conditionOf(
  { name, queue, staff, language }: Figure & { name: keyof typeof COUNTED },
  now: Date,
): (add: (value: unknown) => string) => string {
  return (add) => {
    const conditions = [COUNTED[name](name === 'due-soon' || name === 'breached' ? add(now) : '')]
    if (queue === 'none') conditions.push('c.queue_id is null')
    else if (queue) conditions.push(`c.queue_id = ${add(queue)}`)
    if (staff) conditions.push(`c.assignee_id = ${add(staff)}::uuid`)
    if (language) conditions.push(`c.language = ${add(language)}`)
    return conditions.join(' and ')
  }
}
