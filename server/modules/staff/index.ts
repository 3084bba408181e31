/** The door of the staff module. */
export { acceptInvitation, findInvitation, organizationOfInvitation, type OpenInvitation } from './invitation.ts'
export { addStaffMember, setAccepting, type FirstMember } from './store.ts'
export { staffRoutes } from './routes.ts'
