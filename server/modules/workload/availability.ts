/** Who can be given work now: by a person's word, and by the heartbeat of the desk's connection (desk-D32). */
import { setAccepting } from '#server/modules/staff/index.ts'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { routeWaiting, type StepDeps, type WorkDeps } from './hold-out.ts'
import { markSeen, setAway, type AwayReason } from './store.ts'

/** The desk of this person is connected. Who comes back gets of what waits. */
export const heartbeat = ({ db, jobs, now }: WorkDeps, organizationId: string, staffId: string): Promise<void> =>
  db.transaction(systemContext(organizationId, newId(), 'heartbeat'), async (tx) => {
    if (await markSeen(tx, staffId, now())) await routeWaiting({ tx, jobs })
  })

/** `awayReason` null: ready for work. */
export async function setAvailability(
  { tx, jobs, now }: StepDeps,
  { staffId, awayReason, isOwnWord }: { staffId: string; awayReason: AwayReason | null; isOwnWord: boolean },
): Promise<void> {
  await setAway(tx, { staffId, awayReason, isOwnWord }, now)
  await setAccepting(tx, staffId, awayReason === null)
  await journal(
    tx,
    {
      event: awayReason ? 'staff.away' : 'staff.accepting',
      action: 'U',
      resourceKind: 'staff',
      resourceId: staffId,
      detail: awayReason ? { reason: awayReason } : null,
    },
    now,
  )
  if (!awayReason) await routeWaiting({ tx, jobs })
}
