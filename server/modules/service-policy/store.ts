/** The SQL of opening hours and service policies. Versions are added, never changed: old deadlines can be computed again (desk-D24). */
import type { Calendar } from '#engines/calendar/calendar.ts'
import type { Policy, WaitingOn } from '#engines/sla/policy.ts'
import { newId } from '#server/platform/id.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

/** Versions that are read: the newest of each table. Older ones no open conversation has seen. */
const VERSIONS_MAX = 2_000

export type CalendarRow = Calendar & {
  id: string
  version: number
  siteId: string | null
  exceptions: NonNullable<Calendar['exceptions']>
  effectiveAt: Date
}

export type PolicyRow = {
  id: string
  version: number
  /** The publication that brought this version. */
  publication: number
  place: number
  name: string
  conditions: NonNullable<Policy['when']>
  targets: Policy['targets']
  pausesOn: WaitingOn[]
  isAroundTheClock: boolean
  assistantAnswers: boolean
  effectiveAt: Date
}

export const calendarVersions = (tx: Transaction): Promise<CalendarRow[]> =>
  tx.run<CalendarRow>(CALENDARS, [tx.context.organizationId, VERSIONS_MAX])

export const policyVersions = (tx: Transaction): Promise<PolicyRow[]> =>
  tx.run<PolicyRow>(POLICIES, [tx.context.organizationId, VERSIONS_MAX])

/** The newest version of the site's hours; null is the organization's own. */
export async function newestCalendar(tx: Transaction, siteId: string | null): Promise<CalendarRow | undefined> {
  const rows = await calendarVersions(tx)
  return rows.findLast((row) => row.siteId === siteId)
}

/** Hours that are saved stand in a line. */
export const lockHours = async (tx: Transaction): Promise<void> =>
  void (await tx.run(`select pg_advisory_xact_lock(hashtext('hours'), hashtext($1))`, [tx.context.organizationId]))

/** Publications stand in a line. */
export const lockPolicies = async (tx: Transaction): Promise<void> =>
  void (await tx.run(`select pg_advisory_xact_lock(hashtext('service-policy'), hashtext($1))`, [
    tx.context.organizationId,
  ]))

export const insertPolicy = async (
  tx: Transaction,
  row: Omit<PolicyRow, 'conditions'> & { conditions: object; savedBy: string },
): Promise<void> =>
  void (await tx.run(INSERT_POLICY, [
    tx.context.organizationId,
    row.id,
    row.version,
    row.publication,
    row.place,
    row.name,
    JSON.stringify(row.conditions),
    JSON.stringify(row.targets),
    row.pausesOn,
    row.isAroundTheClock,
    row.assistantAnswers,
    row.effectiveAt,
    row.savedBy,
  ]))
const INSERT_POLICY = sqlText`
  insert into service_policy (organization_id, id, version, publication, place, name, conditions, targets, pauses_on, is_around_the_clock,
    assistant_answers, effective_at, saved_by)
  values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb, $9, $10, $11, $12, $13)`

export type Publication = { publication: number; effectiveAt: Date; author: string | null }

/** The newest first. */
export const publicationsOf = (tx: Transaction): Promise<Publication[]> =>
  tx.run<Publication>(PUBLICATIONS, [tx.context.organizationId])
const PUBLICATIONS = sqlText`
  select p.publication, max(p.effective_at) as "effectiveAt", max(s.given || ' ' || s.family) as author
    from service_policy p left join staff_member s on s.organization_id = $1 and s.id = p.saved_by
   where p.organization_id = $1 group by p.publication order by p.publication desc limit 50`

/** What each queue promises where no policy fits. */
export const queuePromises = (tx: Transaction): Promise<{ id: string; firstReplyMinutes: number }[]> =>
  tx.run(`select id, first_reply_minutes as "firstReplyMinutes" from queue where organization_id = $1 order by id`, [
    tx.context.organizationId,
  ])

export type NewCalendar = Calendar & { siteId: string | null }

/** @returns false when somebody saved this version meanwhile. */
export async function insertCalendar(
  tx: Transaction,
  calendar: NewCalendar,
  { before, savedBy, now }: { before: { id: string; version: number } | undefined; savedBy: string | null; now: Date },
): Promise<boolean> {
  const rows = await tx.run(INSERT_CALENDAR, [
    tx.context.organizationId,
    before?.id ?? newId(now.getTime()),
    (before?.version ?? 0) + 1,
    calendar.siteId,
    calendar.timeZone,
    JSON.stringify(calendar.weekly),
    JSON.stringify(calendar.exceptions ?? []),
    now,
    savedBy,
  ])
  return rows.length > 0
}

const CALENDARS = sqlText`
  select * from (
    select id, version, site_id as "siteId", time_zone as "timeZone", weekly, exceptions, effective_at as "effectiveAt"
      from calendar where organization_id = $1 order by effective_at desc, version desc limit $2
  ) newest order by id, version`

const POLICIES = sqlText`
  select * from (
    select id, version, publication, place, name, conditions, targets, pauses_on as "pausesOn", is_around_the_clock as "isAroundTheClock",
           assistant_answers as "assistantAnswers", effective_at as "effectiveAt"
      from service_policy where organization_id = $1 order by effective_at desc, version desc limit $2
  ) newest order by place, id, version`

const INSERT_CALENDAR = sqlText`
  insert into calendar (organization_id, id, version, site_id, time_zone, weekly, exceptions, effective_at, saved_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`
