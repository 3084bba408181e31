/**
 * "Who saw my record": the journal rows about a patient, newest first, by keyset (trust-D33).
 *
 * A screen that is left open looks again every few seconds, and each look is an entry. So what one person looked at in the same way within an hour of the
 * clock is one line, at the place where it began: what comes later changes no place, and a page is never behind its cursor. A change is always a line.
 */
import type { Transaction } from '#server/platform/database.ts'
import type { Purpose, Role } from '#contract/role.ts'

export type AccessRow = {
  /** Of its first entry. */
  id: string
  at: Date
  /** The last of its entries, and how many they are. */
  until: Date
  count: number
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

const HOUR_MS = 3_600_000

/** Entries that are read at once; of an hour that holds more, so many times more. */
const ENTRIES_AT_ONCE = 1_000
const MORE = 8

/** Runs in the patient's own scope: row security lets only rows about that patient through. */
export async function listAccesses(tx: Transaction, query: AccessQuery): Promise<AccessRow[]> {
  const { after, limit } = query
  // A line stands where it began: the rest of its hour was read for the page before.
  let before = after && new Date((Math.floor(after.at.getTime() / HOUR_MS) + 1) * HOUR_MS)
  let entriesMax = ENTRIES_AT_ONCE
  const lines: AccessRow[] = []
  for (;;) {
    const found = await readLines(tx, query, before, entriesMax)
    const isAll = found.reduce((all, { count }) => all + count, 0) < entriesMax
    // The oldest hour may not be read to its beginning.
    const cut = isAll ? undefined : found.at(-1)?.hour
    const whole = cut ? found.filter(({ hour }) => hour > cut) : found
    lines.push(...whole.filter((line) => after === null || comesAfter(line, after)).map(({ hour: _, ...line }) => line))
    if (!cut || lines.length >= limit) return lines.slice(0, limit)
    if (whole.length === 0) entriesMax *= MORE
    before = new Date(cut.getTime() + HOUR_MS)
  }
}

const comesAfter = (line: AccessRow, after: { at: Date; id: string }): boolean =>
  line.at < after.at || (line.at.getTime() === after.at.getTime() && line.id < after.id)

const readLines = (
  tx: Transaction,
  { patientId, show, selfIds, from, to }: AccessQuery,
  before: Date | null,
  entriesMax: number,
) =>
  tx.run<AccessRow & { hour: Date }>(LINES, [
    tx.context.organizationId,
    patientId,
    show === 'others',
    from,
    to,
    before,
    entriesMax,
    selfIds,
    // Who speaks for the patient is not told who else does.
    selfIds.includes(patientId),
  ])

/** What one line says, and its entries agree in. */
const SAID =
  'j.event, j.action, j.outcome, j.actor_kind, j.actor_id, j.role, j.purpose, j.resource_kind, j.field_classes'

const SHOWN = `not ($3 and (j.actor_kind = 'system' or coalesce(j.actor_id, '') = any ($8::text[])))`

// A row about one patient names him itself; a row about several stands in journal_patient. Each half reads its own index.
const LINES = `
  with about as (
    (select j.at, j.id, ${SAID} from journal j
      where j.organization_id = $1 and j.patient_id = $2 and ${SHOWN}
        and ($4::timestamptz is null or j.at >= $4) and ($5::timestamptz is null or j.at < $5) and ($6::timestamptz is null or j.at < $6)
      order by j.at desc, j.id desc limit $7)
    union
    -- Before the limit, whether the entry itself may be read: fewer are found only at the end.
    (select j.at, j.id, ${SAID} from journal_patient p join journal j on j.organization_id = $1 and j.at = p.at and j.id = p.journal_id
      where p.organization_id = $1 and p.patient_id = $2 and ${SHOWN}
        and ($4::timestamptz is null or p.at >= $4) and ($5::timestamptz is null or p.at < $5) and ($6::timestamptz is null or p.at < $6)
      order by p.at desc, p.journal_id desc limit $7)
  ), line as (
    select date_bin('1 hour', j.at, timestamptz 'epoch') as hour, min(j.at) as at, max(j.at) as until, count(*)::int as count,
           (array_agg(j.id order by j.at, j.id))[1] as id, ${SAID}
      from (select * from about order by at desc, id desc limit $7) j
     group by 1, ${SAID}, case when j.action <> 'R' then j.id end
  )
  select j.id, j.at, j.until, j.count, j.hour, j.event, j.action, j.outcome, j.actor_kind as "actorKind", j.actor_id as "actorId",
         coalesce(s.given || ' ' || s.family, r.given || ' ' || r.family) as "actorName", j.role, j.purpose, j.resource_kind as "resourceKind", j.field_classes as "fieldClasses"
    from line j
    left join staff_member s on j.actor_kind = 'staff' and s.organization_id = $1 and s.id::text = j.actor_id
    left join related_person r on $9::boolean and j.actor_kind = 'related-person' and r.organization_id = $1 and r.patient_id = $2
      and r.id::text = j.actor_id
   order by j.at desc, j.id desc`
