/** How many conversations a condition holds for, up to a number and within a time: what somebody asks for may cost anything. */
import { DatabaseFailure, type Database } from '#server/platform/database.ts'
import type { Context } from '#server/platform/context.ts'
import type { ListQuery } from './read-store.ts'

export type Counting = {
  condition: NonNullable<ListQuery['also']>
  staffId: string
  /** One more is counted, so that "more than" can be said. */
  most: number
  withinMs: number
}

/** @returns undefined when the time was over first. */
export async function countMatching(
  { db, context }: { db: Database; context: Context },
  { condition, staffId, most, withinMs }: Counting,
): Promise<{ count: number; isMore: boolean } | undefined> {
  const values: unknown[] = [context.organizationId, staffId]
  const where = condition((value) => `$${values.push(value)}`)
  try {
    return await db.transaction(context, async (tx) => {
      const [row] = await tx.runOnce<{ count: number }>(
        `select count(*)::int as count from (
           select from conversation c where c.organization_id = $1 and $2::uuid is not null and ${where} limit ${most + 1}) n`,
        values,
        withinMs,
      )
      const count = row?.count ?? 0
      return { count: Math.min(count, most), isMore: count > most }
    })
  } catch (error) {
    if (error instanceof DatabaseFailure && error.sqlstate === QUERY_CANCELED) return undefined
    throw error
  }
}

const QUERY_CANCELED = '57014'
