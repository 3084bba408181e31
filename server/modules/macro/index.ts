/** The macro module's door. */
export { macroRoutes } from './routes.ts'
