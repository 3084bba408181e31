/** "Who saw my record": the journal rows about a patient, newest first, by keyset (trust-D33). */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { Purpose, Role } from '#contract/role.ts'

export type AccessRow = {
  id: string
  at: Date
  event: string
  action: 'C' | 'R' | 'U' | 'D' | 'E'
  outcome: string
  actorKind: 'staff' | 'patient' | 'related-person' | 'visitor' | 'system' | 'client' | 'unknown'
  actorId: string | null
  actorName: string | null
  role: Role
  purpose: Purpose
  resourceKind: string
  fieldClasses: string[]
}

export type AccessQuery = {
  patientId: string
  show: 'others' | 'all'
  /** Who reads the list himself, as patient and as related person. */
  selfIds: readonly string[]
  from: Date | null
  to: Date | null
  after: { at: Date; id: string } | null
  limit: number
}

/** Runs in the patient's own scope: row security lets only rows about that patient through. */
export const listAccesses = (tx: Transaction, query: AccessQuery): Promise<AccessRow[]> =>
  tx.run<AccessRow>(LIST, [
    tx.context.organizationId,
    query.patientId,
    query.show === 'others',
    query.from,
    query.to,
    query.after?.at ?? null,
    query.after?.id ?? null,
    query.limit,
    query.selfIds,
    // Who speaks for the patient is not told who else does.
    query.selfIds.includes(query.patientId),
  ])

// A row about one patient names him itself; a row about several stands in journal_patient. Each half reads its own index.
const LIST = sqlText`
  with about as (
    (select at, id from journal
      where organization_id = $1 and patient_id = $2 and not ($3 and (actor_kind = 'system' or coalesce(actor_id, '') = any ($9::text[])))
        and ($4::timestamptz is null or at >= $4) and ($5::timestamptz is null or at < $5)
        and ($6::timestamptz is null or (at, id) < ($6, $7::uuid))
      order by at desc, id desc limit $8)
    union
    (select p.at, p.journal_id from journal_patient p
      where p.organization_id = $1 and p.patient_id = $2
        and ($4::timestamptz is null or p.at >= $4) and ($5::timestamptz is null or p.at < $5)
        and ($6::timestamptz is null or (p.at, p.journal_id) < ($6, $7::uuid))
        -- Before the limit, and whether the entry itself may be read: a page is short only at the end.
        and exists (select from journal k where k.organization_id = $1 and k.at = p.at and k.id = p.journal_id
          and not ($3 and (k.actor_kind = 'system' or coalesce(k.actor_id, '') = any ($9::text[]))))
      order by p.at desc, p.journal_id desc limit $8)
  )
  select j.id, j.at, j.event, j.action, j.outcome, j.actor_kind as "actorKind", j.actor_id as "actorId",
         coalesce(s.given || ' ' || s.family, r.given || ' ' || r.family) as "actorName", j.role, j.purpose, j.resource_kind as "resourceKind", j.field_classes as "fieldClasses"
    from about
    join journal j on j.organization_id = $1 and j.at = about.at and j.id = about.id
    left join staff_member s on j.actor_kind = 'staff' and s.organization_id = $1 and s.id::text = j.actor_id
    left join related_person r on $10::boolean and j.actor_kind = 'related-person' and r.organization_id = $1 and r.patient_id = $2
      and r.id::text = j.actor_id
   order by j.at desc, j.id desc
   limit $8`
