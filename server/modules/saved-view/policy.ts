/** Who sees and changes a saved view. Row security decides the same below; a test holds the two together. */
import type { Role } from '#contract/role.ts'
import type { Sharing } from '#engines/saved-view/saved-view.ts'

export type Viewer = { staffId: string; role: Role; siteId: string | null; queueIds: readonly string[] }
export type Shared = { ownerId: string; sharing: Sharing }

/** Only a supervisor makes a view for others. */
export const canShare = ({ role }: Pick<Viewer, 'role'>): boolean => role === 'supervisor'

/** Its owner, and those for whom it is. */
export function isFor({ staffId, siteId, queueIds }: Viewer, { ownerId, sharing }: Shared): boolean {
  if (ownerId === staffId || sharing.with === 'organization') return true
  if (sharing.with === 'queue') return queueIds.includes(sharing.queueId)
  return sharing.with === 'site' && sharing.siteId === siteId
}

/** A supervisor also sees what is shared with others, to look after it. */
export const canSee = (viewer: Viewer, view: Shared): boolean =>
  isFor(viewer, view) || (view.sharing.with !== 'owner' && canShare(viewer))

/** One's own view is changed by its owner alone; a shared one by any supervisor. */
export const canChange = (viewer: Viewer, { ownerId, sharing }: Shared): boolean =>
  sharing.with === 'owner' ? ownerId === viewer.staffId : canShare(viewer)

/** A shared view becomes one's own again only in the hands of its owner. */
export const canGive = (viewer: Viewer, ownerId: string, next: Sharing): boolean =>
  next.with === 'owner' ? ownerId === viewer.staffId : canShare(viewer)
