/** The standard views of the inbox (desk-D11): one predicate each, for the list and for its count alike. */

export type ViewName =
  | 'mine'
  | 'unassigned'
  | 'red-flags'
  | 'due-next'
  | 'waiting'
  | 'snoozed'
  | 'mentions'
  | 'not-sent'
  | 'set-aside'
  | 'call-backs'
  | 'front-desk'
  | 'all'

type View = {
  /** SQL over `c` (conversation); `$2` is the reader's staff id. */
  where: string
  /** The column of the order and of the keyset; rows without it are not in the view. */
  sort: 'last_message_at' | 'due_at' | 'snoozed_until'
  direction: 'desc' | 'asc'
}

const ACTIVE = `c.state in ('open', 'waiting', 'snoozed')`
const newest = { sort: 'last_message_at', direction: 'desc' } as const

export const VIEWS: Record<ViewName, View> = {
  mine: { where: `${ACTIVE} and c.assignee_id = $2`, ...newest },
  unassigned: { where: `c.state = 'open' and c.assignee_id is null`, ...newest },
  // Who wants to die, or is in danger from others, raises an alert without being an emergency of the body: nobody has accepted it yet, so it stands
  // here, also where the conversation was ended unread.
  'red-flags': {
    where: `c.id in (select f.id from conversation f where f.organization_id = $1 and f.urgency = 'stat' and f.state in ('open', 'waiting', 'snoozed')
      union all select a.conversation_id from safety_alert a where a.organization_id = $1 and a.accepted_at is null)`,
    ...newest,
  },
  // A clock that is paused has no deadline; one that runs while it waits or is snoozed has.
  'due-next': { where: `c.due_at is not null and ${ACTIVE}`, sort: 'due_at', direction: 'asc' },
  waiting: { where: `c.state = 'waiting'`, ...newest },
  snoozed: { where: `c.state = 'snoozed'`, sort: 'snoozed_until', direction: 'asc' },
  mentions: {
    where: `exists (select from mention m where m.organization_id = $1 and m.staff_id = $2 and m.conversation_id = c.id and m.settled_at is null) and ${ACTIVE}`,
    ...newest,
  },
  // What was not sent and nobody settled, and what a person is asked about before it leaves (desk-D36).
  'not-sent': {
    where: `c.id in (select d.conversation_id from delivery d where d.organization_id = $1 and d.state in ('unknown', 'failed', 'blocked')
        and d.cause is distinct from 'settled-by-person'
      union all select d.conversation_id from delivery d where d.organization_id = $1 and d.state = 'held'
        and d.cause in ('SHARED_ADDRESS', 'OTHER_LANGUAGE'))`,
    ...newest,
  },
  // What could not be read has no conversation: the set-aside list is its own (desk.setAside); its count comes from there.
  'set-aside': { where: 'false', ...newest },
  'call-backs': {
    where: `c.id in (select b.conversation_id from call_back b where b.organization_id = $1 and b.state = 'open')`,
    ...newest,
  },
  'front-desk': { where: `c.channel = 'front-desk' and ${ACTIVE}`, ...newest },
  all: { where: 'true', ...newest },
}

/** Somebody wrote, and the reader has not read so far. */
export const UNREAD = `c.last_direction = 'in' and coalesce((select seen.seq from conversation_seen seen where seen.organization_id = $1
  and seen.conversation_id = c.id and seen.reader_kind = 'staff' and seen.reader_id = $2), 0) < c.last_seq`

/** Above this a count says "10,000+". */
export const COUNT_MAX = 10_001
