/** Whom a merge leaves to be called back: whoever waits for a call waits where the words are, and goes back with them at an undo (desk-D22, D62). */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type MovedCallBacks = {
  moved: string[]
  /** Of a number that is to be called there already: `gone` is part of `kept` now. */
  joined: { gone: string; kept: string }[]
}

export async function moveCallBacks(
  tx: Transaction,
  { from, to, now }: { from: string; to: string; now: Date },
): Promise<MovedCallBacks> {
  const { organizationId } = tx.context
  const joined = await tx.run<{ gone: string; kept: string }>(JOIN, [organizationId, from, to, now])
  const moved = await tx.run<{ id: string }>(MOVE, [organizationId, from, to])
  return { moved: moved.map(({ id }) => id), joined }
}

export const moveCallBacksBack = (
  tx: Transaction,
  { ids, from, to }: { ids: readonly string[]; from: string; to: string },
) => tx.run(MOVE_BACK, [tx.context.organizationId, from, to, ids])

// The earlier place and time stand; who was reached of one and not of the other still waits.
const JOIN = sqlText`
  with twice as (
    select s.id as gone, t.id as kept, s.requests, s.place_since, s.due_at, s.is_booked, s.tries, s.reached_at
      from call_back s
      join call_back t on t.organization_id = $1 and t.conversation_id = $3 and t.address = s.address and t.state = 'open'
     where s.organization_id = $1 and s.conversation_id = $2 and s.state = 'open'
  ), kept as (
    update call_back t
       set requests = t.requests + w.requests, place_since = least(t.place_since, w.place_since), due_at = least(t.due_at, w.due_at),
           is_booked = case when w.due_at < t.due_at then w.is_booked else t.is_booked end, tries = least(t.tries, w.tries),
           reached_at = case when w.reached_at is not null then t.reached_at end, version = t.version + 1
      from twice w where t.organization_id = $1 and t.id = w.kept
  )
  update call_back s set state = 'cancelled', settled_at = $4, version = s.version + 1
    from twice w where s.organization_id = $1 and s.id = w.gone
  returning w.gone, w.kept`

const MOVE = sqlText`
  update call_back set conversation_id = $3, version = version + 1 where organization_id = $1 and conversation_id = $2 and state = 'open'
  returning id`

const MOVE_BACK = sqlText`
  update call_back set conversation_id = $3, version = version + 1 where organization_id = $1 and conversation_id = $2 and id = any ($4::uuid[])`
