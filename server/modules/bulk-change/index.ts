/** The bulk-change module's door. */
export { forgetOldBulkChanges } from './forget-old-bulk-changes.ts'
export { insertBulkChange } from './store.ts'
export { bulkChangeRoutes } from './routes.ts'
