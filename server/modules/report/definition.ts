/** What the numbers of reports depend on beside the conversations. Where it is another one, everything is counted anew (decision 0127). */
import { createHash } from 'node:crypto'
import { serviceTerms } from '#server/modules/conversation/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import type { Site } from './count-store.ts'

/** To be raised with each change of our own rules that changes a number: engines/report, engines/sla, courses.ts. */
const RULES_VERSION = 4

type Versioned = { id: string; version: number }

/** @returns a digest; and from when the newest promises count, which changes only what is not over. */
export async function definitionOf(
  tx: Transaction,
  sites: readonly Site[],
  now: Date,
): Promise<{ definition: string; termsAt: Date }> {
  const { policies, calendars, changes } = await serviceTerms(tx, now)
  // A first version counts from the beginning, also for what is long over.
  const firstOf = (all: readonly Versioned[]) =>
    all.filter(({ id, version }) => all.every((one) => one.id !== id || one.version >= version))
  const parts = [RULES_VERSION, sites, firstOf(policies), firstOf(calendars)]
  const begun = changes.map(({ at }) => Date.parse(at)).filter((at) => at <= now.getTime())
  return {
    definition: createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32),
    termsAt: new Date(Math.max(0, ...begun)),
  }
}
