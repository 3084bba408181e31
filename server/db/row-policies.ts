/** The policy of every table, from the modules whose rows they are. What is not named here is staff's alone. */
import { ROLES } from '#contract/role.ts'
import { compile, type RowSecurity } from '#engines/access-policy/compile.ts'
import type { Policies } from '#engines/access-policy/policy.ts'
import { OPEN_TABLE, STAFF_TABLE } from '#engines/access-policy/shapes.ts'
import { appointmentPolicies } from '#server/modules/appointment/row-policies.ts'
import { assistantPolicies } from '#server/modules/assistant/row-policies.ts'
import { callPolicies } from '#server/modules/call/row-policies.ts'
import { consentPolicies } from '#server/modules/consent/row-policies.ts'
import { conversationPolicies } from '#server/modules/conversation/row-policies.ts'
import { correctionPolicies } from '#server/modules/correction/row-policies.ts'
import { JOURNAL_MONTH, journalPolicies } from '#server/modules/journal/row-policies.ts'
import { patientPolicies } from '#server/modules/patient/row-policies.ts'
import { reportPolicies } from '#server/modules/report/row-policies.ts'
import { safetyDialoguePolicies } from '#server/modules/safety-dialogue/row-policies.ts'
import { savedViewPolicies } from '#server/modules/saved-view/row-policies.ts'
import { visitRoomPolicies } from '#server/modules/visit-room/row-policies.ts'

export const ROW_POLICIES: Policies = {
  // What everybody who comes may know of the place.
  organization: OPEN_TABLE,
  site: OPEN_TABLE,
  ...conversationPolicies,
  ...patientPolicies,
  ...consentPolicies,
  ...callPolicies,
  ...appointmentPolicies,
  ...assistantPolicies,
  ...safetyDialoguePolicies,
  ...correctionPolicies,
  ...reportPolicies,
  ...savedViewPolicies,
  ...visitRoomPolicies,
  ...journalPolicies,
}

const STAFFS = 'staff_alone'
const MONTH = 'journal_month'
const access = compile({ ...ROW_POLICIES, [STAFFS]: STAFF_TABLE, [MONTH]: JOURNAL_MONTH }, ROLES)

/** What the database must hold on a table. */
export function rowSecurityOf(table: string, { isPartition }: { isPartition: boolean }): readonly RowSecurity[] {
  const name = isPartition ? MONTH : Object.hasOwn(ROW_POLICIES, table) ? table : STAFFS
  const fault = access.faultOf(name)
  if (fault !== undefined) throw new Error(`the policy of ${table} is none: ${fault}`)
  return access.rowSecurity(name, table)
}
