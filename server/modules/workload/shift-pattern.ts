/**
 * The week in which somebody works, with dates that are different. Its shifts are written down ahead, so that routing, board and the
 * end of a shift read one table (decision 0097).
 */
import type * as z from 'zod'
import type { ShiftPattern } from '#contract/workload.ts'
import { faultsOf, openSpansOf, type Calendar } from '#engines/calendar/calendar.ts'
import { localDayOf } from '#engines/calendar/time-zone.ts'
import { allDoors } from '#server/modules/organization/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database, Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { replaceShifts, type Shift } from './store.ts'

type Shown = z.output<typeof ShiftPattern>
type Stored = Calendar & {
  staffId: string
  exceptions: NonNullable<Calendar['exceptions']>
  version: number
  author: string | null
  changedAt: Date | null
  plannedUntil: Date | null
}

const DAY_MS = 86_400_000
/** Shifts are written down for so long, and again when only half of it is left. */
const PLANNED_DAYS = 56

export async function readPattern(tx: Transaction, staffId: string): Promise<Result<Shown, 'NOT_FOUND'>> {
  const [pattern] = await tx.run<Stored>(PATTERN, [tx.context.organizationId, staffId])
  return pattern ? ok(present(pattern)) : refuse('NOT_FOUND')
}

type Refused = 'NOT_FOUND' | 'INVALID_INPUT' | 'CALENDAR_NEVER_OPEN' | 'CHANGED_MEANWHILE'

export async function savePattern(
  { tx, now }: { tx: Transaction; now: Date },
  { staffId, version, ...calendar }: Pick<Shown, 'staffId' | 'timeZone' | 'weekly' | 'exceptions' | 'version'>,
  authorId: string,
): Promise<Result<Shown, Refused>> {
  const { organizationId } = tx.context
  const [fault] = faultsOf(calendar, now.getTime())
  // A week without any work is one: somebody who works no more shifts.
  const isEmpty = [...Object.values(calendar.weekly), ...calendar.exceptions.map(({ periods }) => periods)].every((periods) => periods.length === 0) // prettier-ignore
  if (fault?.code === 'CALENDAR_NEVER_OPEN' && !isEmpty) return refuse(fault.code, { field: fault.field })
  if (fault && fault.code !== 'CALENDAR_NEVER_OPEN')
    return refuse('INVALID_INPUT', { field: fault.field, reason: fault.code })
  const until = new Date(now.getTime() + PLANNED_DAYS * DAY_MS)
  const [before] = await tx.run<Stored>(PATTERN, [organizationId, staffId])
  if (!before) return refuse('NOT_FOUND')
  if (before.version !== version) return refuse('CHANGED_MEANWHILE')
  const added = await tx.run(INSERT, [
    organizationId,
    staffId,
    version + 1,
    calendar.timeZone,
    JSON.stringify(calendar.weekly),
    JSON.stringify(calendar.exceptions),
    authorId,
    now,
    until,
  ])
  if (added.length === 0) return refuse('CHANGED_MEANWHILE')
  const shifts = shiftsBetween(calendar, now, until)
  if (!(await replaceShifts(tx, { staffId, from: now, shifts }, now))) return refuse('NOT_FOUND')
  await journal(
    tx,
    {
      event: 'staff.week-changed',
      action: 'U',
      resourceKind: 'workload',
      resourceId: staffId,
      detail: { version: version + 1, shifts: shifts.length },
    },
    now,
  )
  return readPattern(tx, staffId)
}

/** Writes down what is to come of weeks that are only planned for half of the time. */
export async function planShifts(db: Database, now: Date): Promise<void> {
  const soon = new Date(now.getTime() + (PLANNED_DAYS / 2) * DAY_MS)
  const until = new Date(now.getTime() + PLANNED_DAYS * DAY_MS)
  for (const { organizationId } of await db.withoutOrganization(allDoors)) {
    await db.transaction(systemContext(organizationId, newId(), 'plan-shifts'), async (tx) => {
      for (const pattern of await tx.run<Stored>(TO_PLAN, [organizationId, soon])) {
        const from = pattern.plannedUntil ?? now
        const shifts = shiftsBetween(pattern, from, until)
        await replaceShifts(tx, { staffId: pattern.staffId, from, shifts }, now)
        await tx.run(PLANNED, [organizationId, pattern.staffId, pattern.version, until])
      }
    })
  }
}

/** What begins from `from` on and before `until`. */
function shiftsBetween(calendar: Calendar, from: Date, until: Date): Shift[] {
  const [first, last] = [localDayOf(calendar.timeZone, from.getTime()), localDayOf(calendar.timeZone, until.getTime())]
  return Array.from({ length: last - first + 1 }, (_, n) => openSpansOf(calendar, first + n))
    .flat()
    .map((span) => ({ startsAt: new Date(span.from), endsAt: new Date(span.to) }))
    .filter(({ startsAt }) => startsAt >= from && startsAt < until)
}

const present = ({ staffId, timeZone, weekly, exceptions, version, author, changedAt }: Stored): Shown => ({
  staffId,
  timeZone,
  weekly: Object.fromEntries(Object.entries(weekly).map(([day, periods]) => [day, [...periods]])),
  exceptions: exceptions.map(({ periods, ...exception }) => ({ ...exception, periods: [...periods] })),
  version,
  author,
  changedAt: changedAt?.toISOString() ?? null,
})

// Whoever has no week yet works in the zone of his site, or of the first one.
const PATTERN = sqlText`
  select s.id as "staffId", coalesce(p.time_zone, site.time_zone, (select time_zone from site where organization_id = $1 order by name limit 1), 'UTC') as "timeZone",
         coalesce(p.weekly, '{}') as weekly, coalesce(p.exceptions, '[]') as exceptions, coalesce(p.version, 0) as version,
         a.given || ' ' || a.family as author, p.at as "changedAt", p.planned_until as "plannedUntil"
    from staff_member s
    left join lateral (select * from shift_pattern p where p.organization_id = $1 and p.staff_id = s.id order by p.version desc limit 1) p on true
    left join staff_member a on a.organization_id = $1 and a.id = p.author_id
    left join site on site.organization_id = $1 and site.id = s.site_id
   where s.organization_id = $1 and s.id = $2 and s.state <> 'ended' and s.role <> 'administrator'`

const INSERT = sqlText`
  insert into shift_pattern (organization_id, staff_id, version, time_zone, weekly, exceptions, author_id, at, planned_until)
  values ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8, $9) on conflict do nothing returning version`

const TO_PLAN = sqlText`
  select p.staff_id as "staffId", p.version, p.time_zone as "timeZone", p.weekly, p.exceptions, p.planned_until as "plannedUntil"
    from shift_pattern p join staff_member s on s.organization_id = $1 and s.id = p.staff_id and s.state <> 'ended'
   where p.organization_id = $1 and p.planned_until < $2
     and p.version = (select max(n.version) from shift_pattern n where n.organization_id = $1 and n.staff_id = p.staff_id)
   order by p.staff_id limit 2000`

const PLANNED = sqlText`
  update shift_pattern set planned_until = $4 where organization_id = $1 and staff_id = $2 and version = $3`
