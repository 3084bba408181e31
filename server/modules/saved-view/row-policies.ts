/** Who reaches which saved views, as data. */
import type { Policies } from '#engines/access-policy/policy.ts'
import { OF_ORGANIZATION, STAFF_ONLY } from '#engines/access-policy/shapes.ts'

const AUDIENCES = ['owner', 'queue', 'site', 'organization'] as const
const SHARED = { column: 'audience', of: ['queue', 'site', 'organization'] } as const
const SUPERVISOR = { role: ['supervisor'] } as const
const SYSTEM = { role: ['system'] } as const
const OWNER = { column: 'ownerId', is: 'actor' } as const

/** One's own view is changed by its owner alone; a shared one by any supervisor. */
const AUTHOR = {
  any: [SYSTEM, { all: [{ column: 'audience', of: ['owner'] }, OWNER] }, { all: [SHARED, SUPERVISOR] }],
} as const

export const savedViewPolicies = {
  saved_view: {
    columns: { ownerId: 'id', audience: AUDIENCES, queueId: 'id', siteId: 'id' },
    rules: [
      OF_ORGANIZATION,
      STAFF_ONLY,
      {
        name: 'audience_isolation',
        for: 'select',
        using: {
          any: [
            SYSTEM,
            OWNER,
            {
              all: [
                SHARED,
                {
                  any: [
                    { column: 'audience', of: ['organization'] },
                    // To look after it.
                    SUPERVISOR,
                    { some: 'queue_member', by: { queueId: 'queueId' }, where: { column: 'staffId', is: 'actor' } },
                    { some: 'staff_member', by: { siteId: 'siteId' }, where: { column: 'id', is: 'actor' } },
                  ],
                },
              ],
            },
          ],
        },
      },
      { name: 'author_isolation', for: 'update', using: AUTHOR, check: AUTHOR },
      {
        name: 'author_isolation_of_new',
        for: 'insert',
        check: { any: [SYSTEM, { all: [OWNER, { any: [{ column: 'audience', of: ['owner'] }, SUPERVISOR] }] }] },
      },
      { name: 'author_isolation_of_old', for: 'delete', using: AUTHOR },
    ],
  },
  saved_view_order: {
    columns: { staffId: 'id' },
    rules: [
      OF_ORGANIZATION,
      STAFF_ONLY,
      {
        name: 'staff_isolation',
        for: 'all',
        using: { any: [SYSTEM, { column: 'staffId', is: 'actor' }] },
        check: { any: [SYSTEM, { column: 'staffId', is: 'actor' }] },
      },
    ],
  },
  queue_member: { columns: { queueId: 'id', staffId: 'id' }, rules: [OF_ORGANIZATION, STAFF_ONLY] },
  // Who works here may be known by everybody who comes.
  staff_member: { columns: { id: 'id', siteId: 'id' }, rules: [OF_ORGANIZATION] },
} as const satisfies Policies
