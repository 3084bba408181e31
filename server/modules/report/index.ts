/** The report module's door: what is read across the desk, and changed nowhere. */
export { deriveReports } from './derive.ts'
export { boardRoutes, reportRoutes } from './routes.ts'
