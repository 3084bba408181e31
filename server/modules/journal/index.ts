/** The journal module's door. Writing the journal is platform/journal.ts; here it is read. */
export { AUDIT_SEARCH_PARAMETERS, AuditSearchInput } from './audit-search.ts'
export { readAuditEvent, searchAuditEvents } from './read-audit-events.ts'
export { myAccessRoutes } from './routes.ts'
