/**
 * Looks every minute whether each mail that was seen is settled, and raises the alarm of a difference once (desk-D58, trust-D71). What was kept
 * of a mail's body to see a storm goes then, too.
 */
import { allDoors } from '#server/modules/organization/index.ts'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { errorFields } from '#server/platform/log.ts'
import type { Services } from '#server/platform/route-context.ts'
import { takeNewDifferences } from '../arrival.ts'
import { forgetOldBodies } from './mail-storm.ts'

const WATCH_MS = 60_000
/** Ids told in one journal row; the status screen shows the rest. */
const IDS_TOLD = 20

export type MailWatch = {
  /** Mail came for this organization: look after it from now on. */
  note(organizationId: string): void
  stop(): void
}

/** At the first look every organization is asked, for what an ended process left; then only those that get mail here. */
export function startMailWatch(services: Services): MailWatch {
  const watched = new Set<string>()
  let isFirst = true
  const tick = async (): Promise<void> => {
    if (isFirst)
      for (const { organizationId } of await services.db.withoutOrganization(allDoors)) watched.add(organizationId)
    isFirst = false
    for (const organizationId of watched) await lookAfterMail(services, organizationId)
  }
  const timer = setInterval(
    () => void tick().catch((error: unknown) => services.log.error('mail.watch-failed', errorFields(error))),
    WATCH_MS,
  )
  timer.unref()
  return { note: (organizationId) => void watched.add(organizationId), stop: () => clearInterval(timer) }
}

export async function lookAfterMail(services: Services, organizationId: string): Promise<void> {
  await tellDifferences(services, organizationId)
  const { db, now } = services
  await db.transaction(systemContext(organizationId, newId(), 'mail'), (tx) => forgetOldBodies(tx, now()))
}

/** @returns how many mails are missing that were not told of before. */
export async function tellDifferences(services: Services, organizationId: string): Promise<number> {
  const { db, log, now, hub } = services
  return db.transaction(systemContext(organizationId, newId(), 'mail'), async (tx) => {
    const differences = await takeNewDifferences(tx, now())
    for (const { source, hour, count, ids } of differences) {
      log.error('mail.difference', { count })
      await journal(
        tx,
        {
          event: 'inbox.alarm',
          action: 'E',
          resourceKind: 'mailbox',
          outcome: 'failed',
          detail: { source, cause: 'mail-difference', hour: hour.toISOString(), count, ids: ids.slice(0, IDS_TOLD) },
        },
        now(),
      )
    }
    if (differences.length > 0) tx.afterCommit(() => hub.wake(organizationId))
    return differences.reduce((sum, { count }) => sum + count, 0)
  })
}
