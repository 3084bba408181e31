/**
 * How a session ended that is over: told to whoever holds its token, so that their device knows whether what waits there stays
 * (decision 0141). A token that never was has no end, and is answered like none at all.
 */
import type { SessionEndKind } from '#contract/session.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { idleEnd, type Resolving, type SessionToken } from './caller.ts'
import type { SessionEnd } from './session.ts'

/** `isRevoked`: account, membership or person is not what it was when the session began, or its sessions were ended all at once. */
export type EndFacts = { reason: SessionEnd | null; isRevoked: boolean; isTimedOut: boolean }

/** What somebody did counts before what the clock did: a session that idled and was then revoked is revoked. Pure. */
export function endKindOf({ reason, isRevoked, isTimedOut }: EndFacts): SessionEndKind | null {
  if (isRevoked) return 'ended'
  if (reason === null) return isTimedOut ? 'timed-out' : null
  if (reason === 'timed-out') return 'timed-out'
  return reason === 'level-changed' ? 'replaced' : 'ended'
}

/** Null: no such session ever was, or it is forgotten, or it is live. */
export async function findEnd(
  db: Database,
  token: SessionToken | null,
  { now, requestId }: Pick<Resolving, 'now' | 'requestId'>,
): Promise<SessionEndKind | null> {
  if (!token) return null
  const context = systemContext(token.organizationId, requestId, 'session')
  const [row] = await db.read<EndRow>(context, FIND_END, [token.organizationId, token.tokenHash])
  if (!row) return null
  return endKindOf({ ...row, isTimedOut: idleEnd(row, row.active_at) <= now || row.ends_at <= now })
}

type EndRow = Pick<EndFacts, 'reason' | 'isRevoked'> & {
  level: 'half' | 'full'
  is_staff: boolean
  active_at: Date
  ends_at: Date
}

const FIND_END = sqlText`
  select s.end_reason as reason, s.level, s.staff_id is not null as is_staff, s.active_at, s.ends_at,
    a.state <> 'active' or s.issued_at < a.sessions_from or case when s.staff_id is not null
      then not exists (
        select from staff_member m where m.organization_id = s.organization_id and m.id = s.staff_id and m.account_id = s.account_id
          and m.state = 'active' and s.issued_at > m.sessions_from)
      else not exists (
        select from portal_account w left join patient p on p.organization_id = w.organization_id and p.id = w.patient_id
         where w.organization_id = s.organization_id and w.account_id = s.account_id and (w.patient_id is null or p.is_active)) end as "isRevoked"
  from session s join auth.account a on a.id = s.account_id
  where s.organization_id = $1 and s.token_hash = $2`
