/** The report module's door: what is read across the desk, and changed nowhere. */
export { boardRoutes } from './routes.ts'
