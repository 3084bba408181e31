/** The queue module's door. */
export { queueRoutes } from './routes.ts'
