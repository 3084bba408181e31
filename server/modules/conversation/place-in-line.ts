/** Where somebody stands who waits for a person, and how long that lately took (desk-D34). Run in the organization's scope. */
import { waitRange, type WaitRange } from '#engines/routing/wait-range.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type PlaceInLine = WaitRange & { place: number }

/** The line of the last hours tells of the line now. */
const LOOKED_HOURS = 3
/** Of so many that were taken. */
const TAKEN_MAX = 200

/** @returns null when nobody is waited for any more, or too little is known to be honest. */
export async function placeInLine(tx: Transaction, conversationId: string, now: Date): Promise<PlaceInLine | null> {
  const { organizationId } = tx.context
  const [line] = await tx.run<{ place: number; queueId: string | null }>(PLACE, [organizationId, conversationId])
  if (!line) return null
  const since = new Date(now.getTime() - LOOKED_HOURS * 3_600_000)
  const rows = await tx.run<{ at: Date }>(TAKEN, [organizationId, line.queueId, since, TAKEN_MAX])
  const range = waitRange(rows.map(({ at }) => at.getTime()).toReversed(), line.place, now.getTime())
  return range && { place: line.place, ...range }
}

// The more urgent come first, then who waits longer. To whom a red flag applies, other words are said. Who was accepted by a person, or answered, is in no line.
const PLACE = sqlText`
  select 1 + (select count(*)::int from conversation o
      where o.organization_id = $1 and o.state = 'open' and o.queue_id is not distinct from c.queue_id and o.assignment <> 'assigned'
        and o.unread_since is not null
        and (o.urgency_rank > c.urgency_rank
          or (o.urgency_rank = c.urgency_rank and (o.unread_since, o.id) < (c.unread_since, c.id)))) as place,
    c.queue_id as "queueId"
  from conversation c
  where c.organization_id = $1 and c.id = $2 and c.state = 'open' and c.assignment <> 'assigned' and c.unread_since is not null
    and c.channel in ('widget', 'portal-chat')
    and not exists (select from safety_alert a where a.organization_id = $1 and a.conversation_id = c.id and a.accepted_at is null)`

// A person has it since he took the offer, or since it was given to him by hand. An offer that was not taken is nothing.
const TAKEN = sqlText`
  select coalesce(o.settled_at, w.from_at) as at
    from work_span w
    join conversation c on c.organization_id = $1 and c.id = w.conversation_id and c.queue_id is not distinct from $2::uuid
    left join routing_offer o on o.organization_id = $1 and o.conversation_id = w.conversation_id and o.staff_id = w.staff_id
      and o.offered_at between w.from_at - interval '10 seconds' and w.from_at + interval '10 seconds'
   where w.organization_id = $1 and w.from_at > $3 and (o.id is null or o.state = 'accepted')
   order by 1 desc limit $4`
