/** The front-desk module's door. */
export { linkByName } from './device-link.ts'
export { frontDeskDeviceRoutes } from './device-routes.ts'
export { endDayAtFrontDesk } from './end-day.ts'
export { frontDeskRoutes } from './routes.ts'
