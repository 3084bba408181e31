/** What stands beside a role and goes with it (trust.md section 2, decision 0264). Pure. */
import { LABEL_ROLES, ON_CALL_ROLES, type StaffRole } from '#contract/role.ts'

/** Labels are read by nurses and clinicians alone, and whoever may accept no red flag is not asked at night. */
export const rightsOf = <Duty extends string>(
  role: StaffRole,
  { labels, duties }: { labels: readonly string[]; duties: readonly Duty[] },
): { labels: string[]; duties: Duty[] } => ({
  labels: LABEL_ROLES.includes(role) ? [...labels] : [],
  duties: duties.filter((duty) => duty !== 'on_call' || ON_CALL_ROLES.includes(role)),
})
