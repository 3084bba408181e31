/** Looks for conversations in which nothing was said for as long as a live rule asks (desk-D68, `time-since`). */
import { allDoors } from '#server/modules/organization/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database, Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { noteCause } from './cause.ts'
import type { RuleDoors } from './doors.ts'
import { deleteOld, liveRules } from './store.ts'

const HOUR_MS = 3_600_000
/** A product that stood still tells the silences of so long ago when it goes on, in milliseconds. */
const LOOKED_BACK_MS = 24 * HOUR_MS
/** Each look begins so long before the end of the last one: a transaction may have been slow. */
const OVERLAP_MS = 5 * 60_000
/** Conversations read at once. */
const PAGE = 200

export type SilenceDeps = { db: Database; jobs: Jobs; now: () => Date; doors: RuleDoors }

/** @returns a look at all organizations; each goes on where the one before ended. What was told is not told again. */
export function silenceTeller({ db, jobs, now: clock, doors }: SilenceDeps): () => Promise<void> {
  let lookedUntil = -Infinity

  const look = async (tx: Transaction, now: Date): Promise<void> => {
    const from = Math.max(now.getTime() - LOOKED_BACK_MS, lookedUntil - OVERLAP_MS)
    for (const [hours, liveSince] of await silencesAsked(tx)) {
      const length = hours * HOUR_MS
      const until = new Date(now.getTime() - length)
      // What was silent for long before the rule was there is not its matter.
      let after = { saidAt: new Date(Math.max(from, liveSince) - length), id: '' }
      for (let page = PAGE; page === PAGE;) {
        const silent = await doors.silentSince(tx, { after, until, limit: PAGE })
        for (const { id, saidAt } of silent) {
          const key = `silent:${hours}:${saidAt.toISOString()}`
          await noteCause({ tx, jobs, now }, { trigger: 'time-since', conversationId: id, hours, before: null, key })
        }
        page = silent.length
        after = silent.at(-1) ?? after
      }
    }
  }

  return async () => {
    const now = clock()
    for (const { organizationId } of await db.withoutOrganization(allDoors))
      await db.transaction(systemContext(organizationId, newId(), 'sweep silences'), (tx) => look(tx, now))
    lookedUntil = now.getTime()
  }
}

/** The hours of live rules, with the moment from which one of them counts. */
async function silencesAsked(tx: Transaction): Promise<Map<number, number>> {
  const asked = new Map<number, number>()
  for (const { trigger, liveSince } of await liveRules(tx, 'time-since'))
    if (trigger.kind === 'time-since')
      asked.set(trigger.hours, Math.min(liveSince.getTime(), asked.get(trigger.hours) ?? Infinity))
  return asked
}

export async function forgetOldRules(db: Database, now: Date): Promise<void> {
  for (const { organizationId } of await db.withoutOrganization(allDoors))
    await db.transaction(systemContext(organizationId, newId(), 'forget-old-rules'), (tx) => deleteOld(tx, now))
}
