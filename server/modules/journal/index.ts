/** The journal module's door. Writing the journal is platform/journal.ts; here it is read. */
export { myAccessRoutes } from './routes.ts'
