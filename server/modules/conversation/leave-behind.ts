/** What a member of staff leaves behind: who ends, or loses a role or a label (desk-D32, decision 0264). Decided in a transaction of every label. */
import type { Transaction } from '#server/platform/database.ts'
import { assign, type ChangeDeps } from './change-conversation.ts'
import { STAFF_MAY_OPEN } from './policy.ts'

/**
 * What he has in hand and may not open any more is nobody's and shows under Unassigned again; also what a new word may open again. A merge keeps
 * whose it was. Who leaves may open nothing. Told one by one, so that open lists, rules and the timeline hear of it.
 */
export async function giveUpClosed(deps: ChangeDeps, staffId: string): Promise<void> {
  const { tx } = deps
  const held = await tx.run<{ id: string; version: number }>(HELD, [tx.context.organizationId, staffId])
  for (const { id, version } of held) await assign(deps, { conversationId: id, version, staffId: null })
}

/** Open conversations that nobody who works here may open, of those that somebody with these labels could. */
export async function leftToNobody(
  tx: Transaction,
  labels: readonly string[],
): Promise<{ count: number; labels: string[] }> {
  const [left] = await tx.run<{ count: number; labels: string[] }>(LEFT, [tx.context.organizationId, labels])
  return left ?? { count: 0, labels: [] }
}

/** Those with any of these labels, so that the last two cannot both leave at the same moment. */
export const lockLabelled = (tx: Transaction, labels: readonly string[]) =>
  tx.run(
    `select id from staff_member where organization_id = $1 and state = 'active' and labels && $2 order by id for update`,
    [tx.context.organizationId, labels],
  )

// Locked in one order: two who leave at once, and a message that comes in, wait for each other and not in a ring.
const HELD = `
  select c.id, c.version from conversation c join staff_member s on s.organization_id = $1 and s.id = $2
   where c.organization_id = $1 and c.assignee_id = $2 and c.state not in ('closed', 'merged')
     and (s.state = 'ended' or not ${STAFF_MAY_OPEN})
   order by c.id for no key update of c`

const LEFT = `
  with unread as (
    select c.labels from conversation c
     where c.organization_id = $1 and c.state in ('open', 'waiting', 'snoozed') and c.labels <> '{}' and c.labels <@ $2
       and not exists (select from staff_member s where s.organization_id = $1 and s.state = 'active' and ${STAFF_MAY_OPEN})
  )
  select (select count(*)::int from unread) as count, array(select distinct unnest(labels) from unread order by 1) as labels`
