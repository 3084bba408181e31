/** For tests: the numbers of a report by reading every conversation that its reader may see, beside those that it shows. */
import { readDirectly } from '#engines/report/a-direct-reading.ts'
import type { Course } from '#engines/report/course.ts'
import { MEASURES } from '#engines/report/measures.ts'
import type { HistoryFacts } from '#server/modules/conversation/index.ts'
import type { Context } from '#server/platform/context.ts'
import type { Database } from '#server/platform/database.ts'
import { coursesOf } from './courses.ts'
import type { Shown } from './report.ts'

type Narrowed = { siteId?: string; queueId?: string; channel?: string }
/** `measure row column`, of this time and of the time before: conversations, middle, ninth of ten, sum. */
type Numbers = Record<string, (number | null)[]>

export async function readReportDirectly(
  database: Database,
  context: Context,
  { period, before }: Pick<Shown, 'period' | 'before'>,
  { siteId, queueId, channel }: Narrowed,
  now: Date,
): Promise<Numbers> {
  const courses = await database.transaction(context, async (tx) => {
    const facts = await tx.run<HistoryFacts>(
      `select id, site_id as "siteId", queue_id as "queueId", channel, topic, first_message_at as "firstMessageAt", resolved_at as "resolvedAt"
         from conversation
        where organization_id = $1 and state not in ('merged', 'spam') and ($2::uuid is null or site_id = $2)
          and ($3::uuid is null or queue_id = $3) and ($4::text is null or channel = $4)`,
      [context.organizationId, siteId ?? null, queueId ?? null, channel ?? null],
    )
    const all: Course[] = []
    for await (const { course } of coursesOf(tx, facts, now)) all.push(course)
    return all
  })
  const numbers: Numbers = {}
  for (const [name, time] of Object.entries({ now: period, before })) {
    const cells = readDirectly(courses, { from: at(time.from), to: at(time.to), now: now.getTime() })
    for (const [key, { count, medianMin, p90Min, sumMin }] of cells)
      numbers[`${name} ${key}`] = [count, medianMin, p90Min, sumMin]
  }
  return numbers
}

const at = (instant: string | Date): number => new Date(instant).getTime()

/** What a report shows, in the same form; a number of nobody is left out. */
export function numbersOf({ measures }: Shown): Numbers {
  const numbers: Numbers = {}
  for (const { measure, rows } of measures)
    for (const { key, cells } of rows)
      for (const { column, count, medianMin, p90Min, sumMin, before } of cells) {
        if (!(MEASURES[measure] as readonly string[]).includes(column)) throw new Error(`no column ${column}`)
        if (count > 0) numbers[`now ${measure} ${key} ${column}`] = [count, medianMin, p90Min, sumMin]
        if (before.count > 0)
          numbers[`before ${measure} ${key} ${column}`] = [before.count, before.medianMin, before.p90Min, before.sumMin]
      }
  return numbers
}

/** A report once everything is counted: on a busy machine that is not before the first. */
export async function readCounted<Asked>(
  reader: { report: { read(asked: Asked): Promise<Shown> } },
  asked: Asked,
): Promise<Shown> {
  for (;;) {
    const report = await reader.report.read(asked)
    if (!report.counting) return report
  }
}
