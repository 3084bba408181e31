/** The saved-view module's door. */
export { savedViewRoutes } from './routes.ts'
