/** The protocol module's door: whether a clinician of the organization signed the running triage protocol. */
export { protocolRoutes } from './routes.ts'
export { isProtocolSigned } from './store.ts'
