/** How long a new message opens a resolved conversation again: an organization may be stricter than the house, never looser (decision 0175). */
import { implement } from '@orpc/server'
import { reopening } from '#contract/reopening.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal } from '#server/platform/journal.ts'
import { ok, refuse } from '#server/platform/result.ts'
import { inTransaction, refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { REOPEN_DAYS } from './rules.ts'

/** Later than the house a clock would not begin again either (engines/sla), and a report would not count it. */
const LIMITS = { least: 1, most: REOPEN_DAYS }

export const REOPEN_DAYS_SQL = sqlText`
  select coalesce((select least(days, 14) from reopening_rule where organization_id = $1 order by version desc limit 1), 14)::int as days`

const on = implement(reopening).$context<RouteContext>()

export const reopeningRoutes = on.router({
  get: on.get.handler(({ context: route }) => route.db.transaction(route.context, present)),

  save: on.save.handler(({ input: { version, days }, context: route }) =>
    inTransaction(route, async ({ tx, now }) => {
      if (days < LIMITS.least || days > LIMITS.most) return refuse('INVALID_INPUT', { field: 'days' })
      const { staff } = route
      if (!staff) throw refusalError('NOT_ALLOWED', route.context.requestId)
      const { organizationId } = tx.context
      const saved = await tx.run(SAVE, [organizationId, version, days, staff.id, now])
      if (saved.length === 0) return refuse('CHANGED_MEANWHILE')
      const resource = { resourceKind: 'reopening', resourceId: organizationId }
      await journal(tx, { event: 'reopening.changed', action: 'U', ...resource, detail: { version: version + 1 } }, now)
      return ok(await present(tx))
    }),
  ),
})

const SAVE = sqlText`
  insert into reopening_rule (organization_id, version, days, author_id, at)
  select $1, $2 + 1, $3, $4, $5
   where coalesce((select max(version) from reopening_rule where organization_id = $1), 0) = $2
  on conflict do nothing returning version`

async function present(tx: Transaction) {
  const history = await tx.run<{ version: number; at: Date; author: string | null; days: number }>(
    sqlText`select r.version, r.at, s.given || ' ' || s.family as author, r.days from reopening_rule r
        left join staff_member s on s.organization_id = $1 and s.id = r.author_id
       where r.organization_id = $1 order by r.version desc limit 20`,
    [tx.context.organizationId],
  )
  const [newest] = history
  return {
    version: newest?.version ?? 0,
    days: newest?.days ?? LIMITS.most,
    limits: LIMITS,
    history: history.map((one) => ({ ...one, at: one.at.toISOString() })),
  }
}
