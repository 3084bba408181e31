/** Entries of the whole journal, newest first, for whoever may read it (trust-D28). Row security keeps it to the organization. */
import type { Transaction } from '#server/platform/database.ts'
import { timeOfId } from '#server/platform/id.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { AuditSearch } from './audit-search.ts'
import type { JournalEntryRow } from './fhir.ts'
import type { PlaceInTime } from '#server/platform/page-cursor.ts'

/**
 * Entries that one page looks through at most where no patient is named: what somebody did stands in no index of its own, since every entry
 * would pay for it. A page may so be short, and tells where it stopped.
 */
export const LOOKED_THROUGH_MAX = 20_000

export type EntryPage = { entries: JournalEntryRow[]; next: PlaceInTime | null }

export async function findEntries(
  tx: Transaction,
  search: AuditSearch,
  lookedThroughMax = LOOKED_THROUGH_MAX,
): Promise<EntryPage> {
  const { organizationId } = tx.context
  const { range, agent, actions, after, count, patientId } = search
  const asked = [organizationId, range.from, range.to, after?.at ?? null, after?.id ?? null]
  const filters = [agent?.id ?? null, agent?.kind ?? null, actions]
  // Planned with its values: which part of the journal is read hangs on what was asked.
  const found = patientId
    ? await tx.runOnce<Found>(OF_PATIENT, [...asked, ...filters, count + 1, patientId])
    : await tx.runOnce<Found>(OF_ALL, [...asked, ...filters, count + 1, lookedThroughMax])
  const page = found.slice(0, count)
  const last = page.at(-1)
  const entries = await withPatients(tx, page)
  if (found.length > count && last) return { entries, next: { at: last.at, id: last.id } }
  if (patientId || (agent === null && actions === null)) return { entries, next: null }
  const [stopped] = await tx.runOnce<PlaceInTime>(WHERE_STOPPED, [...asked, lookedThroughMax])
  return { entries, next: stopped ?? null }
}

/** Its id says the millisecond in which it was written, and so where it stands. */
export async function findEntry(tx: Transaction, id: string): Promise<JournalEntryRow | undefined> {
  const at = timeOfId(id)
  if (!at) return undefined
  const [entry] = await withPatients(tx, await tx.run<Found>(BY_ID, [tx.context.organizationId, at, id]))
  return entry
}

type Found = Omit<JournalEntryRow, 'patientIds'> & { patientId: string | null; patientCount: number }

/** Whom an entry about several is about stands beside it. */
async function withPatients(tx: Transaction, found: readonly Found[]): Promise<JournalEntryRow[]> {
  const several = found.filter(({ patientCount }) => patientCount > 1)
  const rows =
    several.length === 0
      ? []
      : await tx.run<{ id: string; patientIds: string[] }>(PATIENTS, [
          tx.context.organizationId,
          several.map(({ at }) => at),
          several.map(({ id }) => id),
        ])
  const ofSeveral = new Map(rows.map(({ id, patientIds }) => [id, patientIds]))
  return found.map(({ patientId, patientCount: _, ...entry }) => ({
    ...entry,
    patientIds: patientId === null ? (ofSeveral.get(entry.id) ?? []) : [patientId],
  }))
}

const COLUMNS = `
  j.organization_id as "organizationId", j.id, j.at, j.seq::text as seq, j.xid::text as xid, j.boot_id as "bootId",
  j.boot_count::text as "bootCount", j.event, j.action, j.outcome, j.refusal, j.actor_kind as "actorKind", j.actor_id as "actorId",
  j.on_behalf_of as "onBehalfOf", j.role, j.purpose, j.identity_level as "identityLevel", j.session_id as "sessionId",
  host(j.source_address) as "sourceAddress", j.request_id as "requestId", j.route, j.resource_kind as "resourceKind",
  j.resource_id as "resourceId", j.conversation_id as "conversationId", j.patient_id as "patientId", j.patient_count as "patientCount",
  j.field_classes as "fieldClasses", j.policy_version as "policyVersion"`

const IN_RANGE = `j.organization_id = $1 and ($2::timestamptz is null or j.at >= $2) and ($3::timestamptz is null or j.at < $3)
      and ($4::timestamptz is null or (j.at, j.id) < ($4, $5::uuid))`
const FILTERED = `($6::text is null or (j.actor_id = $6 and ($7::text is null or j.actor_kind = $7))
        or (j.on_behalf_of::text = $6 and coalesce($7, 'patient') = 'patient'))
      and ($8::text[] is null or j.action = any ($8))`
const NEWEST_FIRST = 'order by j.at desc, j.id desc'

// How many are looked through is asked for where the planner cannot see it: of row security it believes that few rows pass, and would
// read and sort the whole journal for so many.
const OF_ALL = `
  select ${COLUMNS}
    from (select * from journal j where ${IN_RANGE} ${NEWEST_FIRST} limit (select $10::int)) j
   where ${FILTERED} ${NEWEST_FIRST} limit $9`

const WHERE_STOPPED = `
  select j.at, j.id from journal j where ${IN_RANGE} ${NEWEST_FIRST} offset (select $6::int - 1) limit 1`

// A row about one patient names him itself; a row about several stands in journal_patient. Each half reads its own index.
const OF_PATIENT = `
  with about as (
    (select j.at, j.id from journal j where j.patient_id = $10 and ${IN_RANGE} and ${FILTERED} ${NEWEST_FIRST} limit $9)
    union
    (select j.at, j.id from journal_patient p
       join journal j on j.organization_id = p.organization_id and j.at = p.at and j.id = p.journal_id
      where p.organization_id = $1 and p.patient_id = $10
        and ($2::timestamptz is null or p.at >= $2) and ($3::timestamptz is null or p.at < $3)
        and ($4::timestamptz is null or (p.at, p.journal_id) < ($4, $5::uuid))
        and ${FILTERED} order by p.at desc, p.journal_id desc limit $9)
  )
  select ${COLUMNS} from about join journal j on j.organization_id = $1 and j.at = about.at and j.id = about.id
   ${NEWEST_FIRST} limit $9`

const BY_ID = `
  select ${COLUMNS} from journal j
   where j.organization_id = $1 and j.at >= $2 and j.at < $2::timestamptz + interval '1 millisecond' and j.id = $3`

const PATIENTS = sqlText`
  select entry.id, of_it."patientIds"
    from unnest($2::timestamptz[], $3::uuid[]) as entry (at, id)
    cross join lateral (select array_agg(patient_id order by patient_id) as "patientIds" from journal_patient p
      where p.organization_id = $1 and p.at = entry.at and p.journal_id = entry.id) of_it`
