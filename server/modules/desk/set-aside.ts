/** The set-aside list: what a channel could not understand, kept with its original until a person settles it (desk-D6, trust-D70). */
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import type { PlaceInTime } from '#server/platform/page-cursor.ts'
import { sqlText } from '#server/platform/sql-text.ts'

/** An entry that is not settled within this time is late, in minutes: some are somebody's from the first, and nobody may have looked. */
export const LATE_AFTER_MIN = 15

export type SetAsideRow = {
  id: string
  source: string
  externalId: string
  cause: string
  state: 'open' | 'assigned' | 'replayed' | 'dismissed'
  ownerId: string | null
  ownerName: string | null
  receivedAt: Date
  tries: number
  size: number | null
}

/** From whom a message of a procedure was accepted, for its replay: plain JSON of ids and a hash, as its door wrote it. */
export type Accepted = Record<string, unknown>

/**
 * Keeps what came and why it was not understood. `cause` is a code, never text of the message; `ownerId` is who must look after it, where
 * that is known. @returns false when the same entry is kept already.
 */
export async function setAside(
  tx: Transaction,
  {
    source,
    externalId,
    digest,
    cause,
    raw,
    ownerId = null,
    accepted = null,
  }: {
    source: string
    externalId: string
    digest: Buffer
    cause: string
    raw: Buffer | null
    ownerId?: string | null
    accepted?: Accepted | null
  },
  now: Date,
): Promise<boolean> {
  const id = newId(now.getTime())
  const rows = await tx.run(SET_ASIDE, [
    tx.context.organizationId,
    source,
    externalId,
    digest,
    cause,
    now,
    newId(now.getTime()),
    raw,
    id,
    ownerId,
    accepted && JSON.stringify(accepted),
  ])
  if (rows.length === 0) return false
  await journal(
    tx,
    {
      event: 'inbox.set-aside',
      action: 'C',
      resourceKind: 'set-aside',
      resourceId: id,
      outcome: 'failed',
      detail: { source, cause },
    },
    now,
  )
  return true
}

const SET_ASIDE = sqlText`
  with entry as (
    insert into inbox_entry (organization_id, source, external_id, content_digest, outcome, reason, received_at)
    values ($1, $2, $3, $4, 'set_aside', $5, $6) on conflict do nothing
    returning organization_id
  ), kept as (
    insert into raw_message (organization_id, id, source, bytes, received_at) select $1, $7, $2, $8, $6 from entry where $8::bytea is not null
  )
  insert into set_aside (organization_id, id, source, external_id, cause, raw_id, received_at, owner_id, state, accepted)
  select $1, $9, $2, $3, $5, case when $8::bytea is not null then $7::uuid end, $6, $10::uuid, case when $10::uuid is null then 'open' else 'assigned' end, $11::jsonb from entry
  returning id`

export async function listSetAside(
  tx: Transaction,
  after: PlaceInTime | undefined,
  limit: number,
): Promise<SetAsideRow[]> {
  return tx.run<SetAsideRow>(LIST, [tx.context.organizationId, after?.at ?? null, after?.id ?? null, limit])
}

const LIST = sqlText`
  select a.id, coalesce(d.address, a.source) as source, a.external_id as "externalId", a.cause, a.state, a.owner_id as "ownerId", s.given || ' ' || s.family as "ownerName",
         a.received_at as "receivedAt", a.tries, length(r.bytes) as size
    from set_aside a
    left join channel_account d on d.organization_id = $1 and a.source = d.channel || ':' || d.id
    left join staff_member s on s.organization_id = $1 and s.id = a.owner_id
    left join raw_message r on r.organization_id = $1 and r.id = a.raw_id
   where a.organization_id = $1 and a.state in ('open', 'assigned')
     and ($2::timestamptz is null or (a.received_at, a.id) > ($2, $3::uuid))
   order by a.received_at, a.id
   limit $4`

export async function takeSetAside(tx: Transaction, id: string, staffId: string): Promise<boolean> {
  const rows = await tx.run(
    `update set_aside set owner_id = $3, state = 'assigned' where organization_id = $1 and id = $2 and state in ('open', 'assigned') returning id`,
    [tx.context.organizationId, id, staffId],
  )
  return rows.length > 0
}

export async function dismissSetAside(
  tx: Transaction,
  id: string,
  staffId: string,
  reason: string,
  now: Date,
): Promise<boolean> {
  const rows = await tx.run(
    sqlText`update set_aside set owner_id = $3, state = 'dismissed', reason = $4, settled_at = $5
      where organization_id = $1 and id = $2 and state in ('open', 'assigned') returning id`,
    [tx.context.organizationId, id, staffId, reason, now],
  )
  return rows.length > 0
}

export async function lockSetAside(tx: Transaction, id: string) {
  const [row] = await tx.run<{
    id: string
    source: string
    externalId: string
    raw: Buffer | null
    accepted: Accepted | null
  }>(
    sqlText`select a.id, a.source, a.external_id as "externalId", r.bytes as raw, a.accepted
        from set_aside a left join raw_message r on r.organization_id = $1 and r.id = a.raw_id
       where a.organization_id = $1 and a.id = $2 and a.state in ('open', 'assigned') for update of a`,
    [tx.context.organizationId, id],
  )
  return row
}

export async function settleReplay(
  tx: Transaction,
  id: string,
  isStored: boolean,
  cause: string | null,
  now: Date,
): Promise<void> {
  await tx.run(
    sqlText`update set_aside set tries = tries + 1, state = case when $3 then 'replayed' else state end, cause = coalesce($4, cause),
        settled_at = case when $3 then $5::timestamptz end
      where organization_id = $1 and id = $2`,
    [tx.context.organizationId, id, isStored, cause, now],
  )
}
