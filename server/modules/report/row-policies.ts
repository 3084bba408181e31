/** Who reaches what reports count by labels, as data. */
import type { Policies } from '#engines/access-policy/policy.ts'
import { LABELLED, OF_ORGANIZATION, STAFF_ONLY } from '#engines/access-policy/shapes.ts'

const COUNTED = { columns: { labels: 'words' }, rules: [OF_ORGANIZATION, STAFF_ONLY, LABELLED] } as const

export const reportPolicies = { report_course: COUNTED, report_sum: COUNTED } as const satisfies Policies
