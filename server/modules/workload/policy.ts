/** Who may do what with the work of others. */
import type { Role } from '#contract/role.ts'

type Actor = { role: Role }

/** Why a colleague was not chosen may tell of his load, his rest or his family: that is for who leads the desk (desk-D33). */
export const maySeeWhyNot = ({ role }: Actor): boolean => role === 'supervisor'

/** A clinical queue asks for somebody with a clinical licence (desk-D30). */
export const isLicensed = ({ role }: Actor): boolean => role === 'nurse' || role === 'clinician'
