/** The conversations behind one number of a report: those with a mark of its cell in its time, or that were open at its end. */
import { REPORT_DAYS_MAX } from '#contract/report.ts'
import type { Role } from '#contract/role.ts'
import { DAY_MS } from '#engines/calendar/time-zone.ts'
import type { Figure } from '#engines/figure/figure.ts'
import { ALL } from '#engines/report/measures.ts'
import type { Transaction } from '#server/platform/database.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { sitesOf } from './count-store.ts'
import { definitionOf } from './definition.ts'
import { seesPeople } from './policy.ts'
import { earlier } from './report.ts'
import { ageAt, isMarked, isOpenAt, markedIn, standingOf, type CellTime } from './report-store.ts'

/** Up to so many marks are gathered first; of more, the conversations are walked, newest first, and each is asked. */
const GATHERED_MAX = 5_000

type Condition = (add: (value: unknown) => string) => string

/** @returns the condition over `c`, for the list of conversations. */
export async function conditionBehind(
  tx: Transaction,
  figure: Figure,
  role: Role,
  now: Date,
  gatheredMax = GATHERED_MAX,
): Promise<Result<Condition, 'INVALID_INPUT' | 'UNAVAILABLE'>> {
  const { measure, row, column, site, queue } = figure
  const [from, to] = [new Date(figure.from ?? ''), new Date(figure.to ?? '')]
  const isWhole = measure && row && column && to > from && site !== 'none' && queue !== 'none'
  const isTooLong = !(to.getTime() - from.getTime() <= (REPORT_DAYS_MAX + 1) * DAY_MS)
  if (!isWhole || isTooLong || (measure === 'people' && !seesPeople({ role })))
    return refuse('INVALID_INPUT', { field: 'figure' })
  const { definition } = await definitionOf(tx, await sitesOf(tx), now)
  if ((await standingOf(tx, definition)).counting) return refuse('UNAVAILABLE')
  const counted =
    measure === 'backlog'
      ? openThen(earlier(to, now), row)
      : await markedThen(tx, { measure, row, column, from, to }, gatheredMax)
  return ok((add) => [...narrowed(figure, add), counted(add)].join(' and '))
}

const narrowed = ({ site, queue, channel }: Figure, add: (value: unknown) => string): string[] => [
  ...(site ? [`c.site_id = ${add(site)}::uuid`] : []),
  ...(queue ? [`c.queue_id = ${add(queue)}::uuid`] : []),
  ...(channel ? [`c.channel = ${add(channel)}`] : []),
]

const openThen =
  (end: Date, age: string): Condition =>
  (add) => {
    const at = add(end)
    const isOfAge = age === ALL ? '' : `and ${ageAt(at)} = ${add(age)}`
    return `c.id in (select r.conversation_id from report_course r where r.organization_id = $1 and ${isOpenAt(at)} ${isOfAge})`
  }

async function markedThen(tx: Transaction, cell: CellTime, gatheredMax: number): Promise<Condition> {
  const some = await markedIn(tx, cell, gatheredMax + 1)
  if (some.length <= gatheredMax) return (add) => `c.id = any (${add([...new Set(some)])}::uuid[])`
  // A subquery with an offset is asked of each conversation in the order of the list; what began later has no mark in the time.
  return (add) =>
    `c.first_message_at < ${add(cell.to)}::timestamptz
     and exists (select from report_mark m where m.conversation_id = c.id and ${isMarked(cell, add)} offset 0)`
}
