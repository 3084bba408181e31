/** Who reads what of the reports. */
import type { Role } from '#contract/role.ts'

/** Numbers of single people are for who leads them; nobody else ranks them (desk-D71). */
export const seesPeople = ({ role }: { role: Role }): boolean => role === 'supervisor'
