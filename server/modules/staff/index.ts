/** The door of the staff module. */
export { acceptInvitation, findInvitation, organizationOfInvitation, type OpenInvitation } from './invitation.ts'
export { addStaffMember, setAccepting } from './store.ts'
export { staffRoutes } from './routes.ts'
