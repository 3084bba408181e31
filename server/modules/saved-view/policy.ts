/** Who sees and changes a saved view: row-policies.ts says it, to the database and here. */
import { ROLES, type Role } from '#contract/role.ts'
import { compile, type Act } from '#engines/access-policy/compile.ts'
import type { Sharing } from '#engines/saved-view/saved-view.ts'
import { savedViewPolicies } from './row-policies.ts'

export type Viewer = {
  organizationId: string
  staffId: string
  role: Role
  siteId: string | null
  queueIds: readonly string[]
}
/** A view of the viewer's organization. */
export type Shared = { ownerId: string; sharing: Sharing }

/** Only a supervisor makes a view for others. */
export const canShare = ({ role }: Pick<Viewer, 'role'>): boolean => role === 'supervisor'

/** Its owner, and those for whom it is: what a supervisor sees only to look after it, nobody of the desk would see. */
export const isFor = (viewer: Viewer, view: Shared): boolean => canSee({ ...viewer, role: 'agent' }, view)

export const canSee = (viewer: Viewer, view: Shared): boolean => permits(viewer, 'select', view)

export const canChange = (viewer: Viewer, view: Shared): boolean => permits(viewer, 'update', view)

/** What it becomes is again one that the viewer may have written. */
export const canGive = (viewer: Viewer, ownerId: string, next: Sharing): boolean =>
  permits(viewer, 'update-to', { ownerId, sharing: next })

const access = compile(savedViewPolicies, ROLES)

function permits({ organizationId, staffId, role, siteId, queueIds }: Viewer, act: Act, { ownerId, sharing }: Shared) {
  const view = {
    organizationId,
    ownerId,
    audience: sharing.with,
    queueId: sharing.with === 'queue' ? sharing.queueId : null,
    siteId: sharing.with === 'site' ? sharing.siteId : null,
  }
  const others = {
    queue_member: queueIds.map((queueId) => ({ organizationId, queueId, staffId })),
    staff_member: [{ organizationId, id: staffId, siteId }],
  }
  return access.permits(
    'saved_view',
    act,
    { organizationId, scope: 'organization', role, actorId: staffId },
    view,
    others,
  )
}
