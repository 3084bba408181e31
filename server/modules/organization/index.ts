/** The door of the organization module. */
export { addDoor, allDoors, doorsThatGiveOut, findDoor, hasOwnOrganization, nameOfOrganization } from './door.ts'
export { createOrganization, type NewOrganization } from './create-organization.ts'
export { organizationRoutes } from './routes.ts'
