/** The front-desk module's door. */
export { frontDeskDeviceRoutes } from './device-routes.ts'
export { endDayAtFrontDesk } from './end-day.ts'
export { frontDeskRoutes } from './routes.ts'
